"""Comments as they come in, from whatever file, and the files of the repository that they become.

Who reads a Word draft or a comment sheet makes `Incoming`s; `write_comments` finds the organisation in the catalogue,
numbers the files, and leaves out what is there already. Nothing is dropped in silence: what was not taken is told.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.drafts.text import normal
from generator.model.comment import Comment
from generator.model.entry import key_order
from generator.model.modeline import modelines
from generator.model.validate import validate
from generator.project import Project
from generator.source.reader import read_data
from generator.source.rendering import read_back, yaml_lines
from generator.source.scan import cleaned
from generator.texts import Text

KIND = "comment"
_NUMBER = re.compile("[0-9]{1,6}")
"""The names that are counted on from; a longer one would soon give names that no file may have."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """A comment. `clause`: a permanent id, where it is known. `number`: how the place is called in the file.

    `organisation`: who commented, by name or id; "" where the whole file is of one. `reason`: why, as they said.
    `where`: where in the file it stands, for the report.
    """

    clause: str | None
    number: str
    quote: str
    text: str
    proposal: str
    type: str = "technical"
    organisation: str = ""
    reason: str = ""
    where: str = ""


@dataclass(frozen=True, slots=True)
class Batch:
    """What all comments of a file share. `edition`: "draft" or a year; `organisation`: id or name of who sent it."""

    turn: str
    received: str
    source: str
    edition: str = "draft"
    organisation: str = ""


@dataclass(frozen=True, slots=True)
class Written:
    """`files`: new files by path. `unplaced`: comments that stand on no clause; `repeated`: there already;
    `left_out`: not taken, and why."""

    files: Mapping[str, bytes]
    unplaced: tuple[Incoming, ...] = ()
    repeated: tuple[Incoming, ...] = ()
    left_out: tuple[tuple[Incoming, Text], ...] = ()


def write_comments(project: Project, slug: str, comments: Iterable[Incoming], batch: Batch) -> Written:
    """The files of comments on a standard. Nothing is written to disk."""
    known = {_same(one.comment) for one in project.comments.get(slug, ())}
    numbers = _numbers(project, slug, batch.turn)
    files: dict[str, bytes] = {}
    unplaced, repeated, left_out = [], [], []
    for incoming in comments:
        data = comment_data(project, incoming, batch)
        if "name" not in data and "organisation" not in data:
            left_out.append((incoming, Text("没有写明提出单位", "no organisation is given")))
            continue
        comment, problems = validate(Comment, read_back(data), {}, "")
        if not isinstance(comment, Comment):
            what = problems[0][1].pointer if problems else ()
            key = str(what[0]) if what else "?"
            left_out.append((incoming, Text(f"{key} 太长或写法不对", f"{key} is too long or has the wrong form")))
            continue
        if _same(comment) in known:
            repeated.append(incoming)
            continue
        known.add(_same(comment))
        if "clause" not in data and incoming.number:
            unplaced.append(incoming)
        path = path_of(slug, batch.turn, next(numbers))
        files[path] = comment_file(path, data)
    return Written(files, tuple(unplaced), tuple(repeated), tuple(left_out))


def comment_data(project: Project, incoming: Incoming, batch: Batch) -> dict[str, object]:
    """A comment as its file holds it."""
    who = incoming.organisation or batch.organisation
    text = _said(incoming.text)
    if reason := _said(incoming.reason):
        text = f"{text}\n理由：{reason}" if text else f"理由：{reason}"
    proposal = _said(incoming.proposal)
    if not text:
        text, proposal = proposal, ""
    data: dict[str, object] = {}
    if found := organisation_named(project, who):
        data["organisation"] = found
    elif name := _line(who):
        data["name"] = name
    data |= {"received": batch.received, "source": batch.source, "edition": batch.edition}
    optional = {
        "clause": incoming.clause or "",
        "number": _line(incoming.number)[:60],
        "quote": _said(incoming.quote),
        "type": incoming.type,
        "text": text,
        "proposal": proposal,
    }
    return data | {key: value for key, value in optional.items() if value}


def comment_file(path: str, data: Mapping[str, object]) -> bytes:
    """The bytes of a comment's file. Raises ValueError where what is written would not be read as `data`."""
    ordered = {key: data[key] for key in key_order(Comment) if key in data}
    content = ("\n".join([modelines(path, KIND)[0], *yaml_lines(ordered)]) + "\n").encode()
    read, problems = read_data(path, content)
    if problems or read != read_back(ordered):
        raise ValueError(f"{path}: cannot be written")
    return content


def path_of(slug: str, turn: str, name: str) -> str:
    return f"standards/{slug}/comments/{turn}/{name}.yaml"


def organisation_named(project: Project, name: str) -> str:
    """The id of an organisation by its id, name or alias; "" where the catalogue has none, or more than one."""
    name = name.strip().removeprefix("organisations/")
    if not name:
        return ""
    if f"organisations/{name}" in project:
        return name
    by_name: dict[str, list[str]] = project.kept(("organisations-by-name",), lambda: _by_name(project))
    found = by_name.get(normal(name), [])
    return found[0] if len(found) == 1 else ""


def _by_name(project: Project) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for entry in project.of_kind("organisations"):
        names = {entry.name.zh, entry.name.en, *(entry.data.get("aliases") or ())}
        for name in {normal(name) for name in names if name}:
            found.setdefault(name, []).append(entry.slug)
    return found


def _numbers(project: Project, slug: str, turn: str) -> Iterator[str]:
    """Names for new files of a round: the next numbers, three digits at least."""
    used = [int(one.name) for one in project.comments.get(slug, ()) if one.turn == turn and _NUMBER.fullmatch(one.name)]
    number = max(used, default=0)
    while True:
        number += 1
        yield f"{number:03}"


def _same(comment: Comment) -> tuple[str, ...]:
    """What makes two comments the same, as the rule `duplicate-comment` sees it."""
    place = comment.clause or comment.number or ""
    words = normal(f"{comment.text}{comment.proposal or ''}")
    return comment.organisation or comment.name or "", comment.edition, place, words


def _said(text: str) -> str:
    """A text of some lines without what a file may not hold, its blank ends taken off."""
    lines = map(_line, text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    return "\n".join(line for line in lines if line)


def _line(text: str) -> str:
    return " ".join(cleaned(" ".join(text.split())).replace("\ufffd", "").split())
