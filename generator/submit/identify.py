"""Permanent ids for what in a draft has none: `catalog fmt` writes them once, and never one that is or was in use.

Only the line that the reader calls lacking is changed, and only where it has the form that an id belongs to; what
cannot be done so is left for its author, who is told by D011 and D029 as before.
"""

import re
from collections.abc import Iterable, Iterator

from generator.drafts import codes
from generator.drafts.ast import Problem
from generator.drafts.lock import Lock
from generator.drafts.model import ASPECTS, Clause, Draft, Provision, walk
from generator.drafts.read import read_draft
from generator.drafts.runs import Runs
from generator.standards.word_in.ids import Ids

_PASSES = 3
"""What stands inside a provision without id is seen once the provision has one."""
_ELEMENTS = {
    "前言": "c-foreword", "引言": "c-introduction", "范围": "c-scope", "规范性引用文件": "c-references",
    "术语和定义": "c-terms", "缩略语": "c-abbreviations", "参考文献": "c-bibliography", "索引": "c-index",
}  # fmt: skip
_CAPTIONED = {"表": "tbl-", "图": "fig-"}
_USED = re.compile(r"[#@]([a-z][a-z0-9-]*)")
_HEADING = re.compile(r"(#{1,6})(?:[ \t]+([^{}]*?))?[ \t]*(\{[^{}#]*\})?[ \t]*")
_BLOCK = re.compile(r"([ \t>]*:{3,}[ \t]*\{[ \t]*\.(provision|term))\b([^{}#]*\}.*)")
_CAPTION = re.compile(r"([表图])[：:].*[^}\s][ \t]*")
_FORMULA = re.compile(r".*\$\$[ \t]*")
_ENGLISH = re.compile(r'\ben="([^"]*)"')
_TAIL = re.compile(r"-[0-9]+\Z")


def with_ids(path: str, content: bytes, lock: Lock | None, runs: Runs, aspects: Iterable[str] = ASPECTS) -> bytes:
    """The draft with an id for everything that can have one. `lock`: holds the ids that were in use."""
    for _ in range(_PASSES):
        draft, problems = read_draft(path, content, aspects, runner=runs)
        lines = sorted(set(_lacking(problems)))
        if draft is None or not lines:
            return content
        made = _written(content.decode("utf-8"), draft, lines, lock)
        if made == content:
            return content
        content = made
    return content


def _lacking(problems: Iterable[Problem]) -> Iterator[int]:
    for code, finding in problems:
        if code in (codes.MISSING_PROVISION_ID, codes.MISSING_ANCHOR) and finding.position:
            yield finding.position[0]


def _written(text: str, draft: Draft, lacking: Iterable[int], lock: Lock | None) -> bytes:
    lines = text.split("\n")
    ids = Ids({*_USED.findall(text), *(lock.removed if lock else ()), *(lock.provisions if lock else ())})
    names = {clause.line: clause.id for clause in draft.clauses}
    for number in lacking:
        if 0 < number <= len(lines):
            place = _captioned(lines, number - 1)
            lines[place] = _line(lines[place], number, draft, names, ids)
    return "\n".join(lines).encode()


def _captioned(lines: list[str], place: int) -> int:
    """The caption before a table or behind a figure, which bears its id; else the place itself."""
    step = {"|": -1, "!": 1}.get(lines[place].lstrip()[:1], 0)
    near = place + step
    while step and 0 <= near < len(lines) and not lines[near].strip():
        near += step
    return near if step and 0 <= near < len(lines) and _CAPTION.fullmatch(lines[near]) else place


def _line(line: str, number: int, draft: Draft, names: dict[int, str], ids: Ids) -> str:
    """The line with its id, where it has one of the forms that take one."""
    if found := _HEADING.fullmatch(line):
        name = names[number] = _clause_id(number, draft, names, ids)
        marks, title, attributes = found[1], f" {found[2]}" if found[2] else "", found[3] or "{}"
        return f"{marks}{title} {{#{name}{' ' if attributes[1:-1].strip() else ''}{attributes[1:].lstrip()}"
    home = names[max((one for one in names if one <= number), default=0)] if names else ""
    stem = _TAIL.sub("", home.removeprefix("c-")) or "new"
    if found := _BLOCK.fullmatch(line):
        if found[2] == "term":
            english = _ENGLISH.search(found[3])
            words = re.sub("[^a-z0-9]+", "-", (english[1] if english else "").lower())[:30].strip("-")
            return f"{found[1]} #{_free('t-' + (words or 'new'), ids)}{found[3]}"
        return f"{found[1]} #{ids.after(_near(draft, number), f'p-{stem}', digits=2)}{found[3]}"
    if found := _CAPTION.fullmatch(line):
        return f"{line.rstrip()} {{#{_free(_CAPTIONED[found[1]] + stem, ids)}}}"
    if _FORMULA.fullmatch(line):
        return f"{line.rstrip()} {{#{_free(f'eq-{stem}', ids)}}}"
    return line


def _clause_id(number: int, draft: Draft, names: dict[int, str], ids: Ids) -> str:
    """The name of a fixed element, else the one of the clause above with a number."""
    place = next((at for at, one in enumerate(draft.clauses) if one.line == number), None)
    if place is None:
        return ids.after((), "c")
    clause = draft.clauses[place]
    if clause.level == 1:
        fixed = _ELEMENTS.get("".join(clause.title.split()), "annex" if clause.kind == "annex" else "c")
        return _free(fixed, ids) if fixed in _ELEMENTS.values() else ids.after((), fixed)
    above = _above(draft.clauses[:place], clause.level)
    stem = names.get(above.line, "") if above else ""
    siblings = (one for one in names.values() if stem and re.fullmatch(re.escape(stem) + "-[0-9]+", one))
    return ids.after(sorted(siblings, key=lambda one: int(one.rpartition("-")[2])), stem or "c")


def _above(clauses: tuple[Clause, ...], level: int) -> Clause | None:
    return next((one for one in reversed(clauses) if one.level < level), None)


def _near(draft: Draft, number: int) -> tuple[str, ...]:
    """The ids of the provisions before a line that stand in the same clause of the second level."""
    near: list[str] = []
    for clause in draft.clauses:
        if clause.line > number:
            break
        if clause.level <= 2:
            near = []
        near += [one.id for one in walk(clause.blocks) if isinstance(one, Provision) and one.line < number]
    return tuple(near)


def _free(name: str, ids: Ids) -> str:
    """The name itself, else with the next number that is free."""
    if name in ids.taken:
        return ids.after((), name)
    ids.taken.add(name)
    return name
