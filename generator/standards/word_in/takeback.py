"""Takes a Word file back into a standard: the new draft.md, or what it would change, with everything to look at."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from generator.diagnostics import Refused
from generator.drafts.check import anchors
from generator.drafts.model import Draft, Figure, Provision, walk
from generator.drafts.write import clause_markdown
from generator.standards.redline.align import longest_run
from generator.standards.word_in.formulas import round_trips
from generator.standards.word_in.merge import Merged, merge
from generator.standards.word_in.read import read_docx
from generator.standards.word_in.report import Remark, Remarks, WordComment
from generator.standards.word_in.settle import Settled, settle
from generator.standards.word_in.tracked import Resolution
from generator.texts import Text

Changes = Literal["accept", "reject", "propose"]


@dataclass(frozen=True, slots=True)
class Edit:
    """A clause as the draft has it and as the file has it, in Markdown; "" where one of both has none.

    `tracked`: it is a tracked change of the file (else the file was changed without tracking). `was`: what it was
    called before where it moved, "" where it stands where it stood.
    """

    id: str
    label: str
    old: str
    new: str
    tracked: bool
    was: str = ""


@dataclass(frozen=True, slots=True)
class Taken:
    """`merged` is None for proposals, where the draft stays as it is. `figures`: new pictures by file name."""

    edits: tuple[Edit, ...]
    comments: tuple[WordComment, ...]
    remarks: tuple[Remark, ...]
    merged: Merged | None
    figures: Mapping[str, bytes] = field(default_factory=dict)
    tracked: bool = False

    @property
    def lost(self) -> bool:
        """Whether a person has to look: something did not come along."""
        return any(remark.lost for remark in self.remarks)


def take_back(
    content: bytes,
    into: Draft,
    source: str,
    changes: Changes,
    *,
    removed: Collection[str] = (),
    files: Collection[str] = (),
    aspects: tuple[str, ...],
) -> Taken:
    """What becomes of a Word file in the draft `into`, which was read from `source`. Raises Refused.

    `removed`: ids of provisions that are never used again; `files`: the figures that the standard's folder has.
    """
    spelled = round_trips(into)
    spelling = {tex: form for form, tex in spelled.items()}
    how: Resolution = "reject" if changes == "reject" else "accept"
    provisions = {one.id for one in into.provisions} | set(removed)
    ids = {name for name, _, _ in anchors(into)}
    imported = read_docx(content, how, provisions, ids)
    remarks = Remarks()
    remarks.extend(imported.remarks)
    settled = settle(imported, into, removed, remarks, spelled)
    if not any(place is not None for place in settled.pairs):
        zh = "文件中没有一章与草案对应：请核对是不是这项标准的文件，章条标题有没有用标题样式"
        en = "no clause of the file is one of the draft: is it this standard's file, and do its headings have heading styles?"
        raise Refused(Text(zh, en))
    before: Settled | None = None
    if changes != "reject" and imported.changed:
        before = settle(read_docx(content, "reject", provisions, ids), into, removed, Remarks(), spelled)
    _look(settled, into, files, remarks, before)
    merged = merge(source, into, settled, spelling, aspects)
    edits = _edits(settled, into, merged, before)
    if merged.rewritten:
        remarks.add(Text("整个 draft.md 重新写出（局部改写不能保证原意）", "draft.md was written anew as a whole"))
    texts = tuple(clause_markdown(clause) for clause in settled.draft.clauses) if imported.comments else ()
    comments = tuple(_placed(comment, settled, texts) for comment in imported.comments)
    pictures = {name: data for name, data in imported.figures.items() if name not in files}
    done = None if changes == "propose" else merged
    return Taken(edits, comments, remarks.all(), done, pictures, imported.changed)


def _look(settled: Settled, into: Draft, files: Collection[str], remarks: Remarks, before: Settled | None) -> None:
    """What is gone and was not deleted with tracking, and pictures that are not there."""
    was = before.draft if before else Draft(())
    tracked = {clause.id for clause in was.clauses} | {one.id for one in was.provisions}
    for place in settled.gone:
        clause = into.clauses[place]
        if clause.id in tracked:
            continue
        what = Text(
            "Word 文件中没有的章条（从草案中删去）", "clauses that the file does not have (taken out of the draft)"
        )
        remarks.add(what, clause.label or clause.title or clause.id, lost=True)
    kept = {one.id for one in settled.draft.provisions}
    gone_clauses = {into.clauses[place].id for place in settled.gone}
    for one in into.provisions:
        if one.id not in kept and one.clause not in gone_clauses and one.id not in tracked:
            remarks.add(Text("Word 文件中没有的条款", "provisions that the file does not have"), one.id, lost=True)
    for clause in settled.draft.clauses:
        for block in walk(clause.blocks):
            if isinstance(block, Figure) and block.file.endswith(".svg") and block.file not in files:
                remarks.add(
                    Text("图的文件不在标准的文件夹里", "a figure's file is not in the standard's folder"),
                    block.file,
                    lost=True,
                )


def _edits(settled: Settled, into: Draft, merged: Merged, before: Settled | None) -> tuple[Edit, ...]:
    """The clauses that differ, in the order of the file, then those that are gone."""
    old = {clause.id: clause for clause in into.clauses}
    previous = {clause.id: clause_markdown(clause) for clause in before.draft.clauses} if before else {}
    touched, moved = {*merged.changed, *merged.added}, _moved(settled)
    untracked = _moved(before) if before else moved
    made = []
    for clause in settled.draft.clauses:
        if clause.id in touched or clause.id in moved:
            was = old.get(clause.id)
            text = clause_markdown(clause)
            tracked = before is not None and (
                (clause.id in touched and previous.get(clause.id, "") != text) or clause.id in moved - untracked
            )
            then = clause_markdown(was) if was else ""
            label = was.label or was.id if was and clause.id in moved else ""
            made.append(Edit(clause.id, clause.label, then, text if clause.id in touched else then, tracked, label))
    for name in merged.removed:
        made.append(Edit(name, old[name].label, clause_markdown(old[name]), "", name in previous))
    return tuple(made)


def _moved(settled: Settled) -> set[str]:
    """The ids of the clauses that stand elsewhere among the others: as few as possible say all of a new order."""
    known = [
        (place, clause.id)
        for clause, place in zip(settled.draft.clauses, settled.pairs, strict=True)
        if place is not None
    ]
    stays = set(longest_run([place for place, _ in known]))
    return {name for at, (_, name) in enumerate(known) if at not in stays}


def _placed(comment: WordComment, settled: Settled, texts: Sequence[str]) -> WordComment:
    """The comment with the id that its clause has in the draft, or of the clause that has the words it is about.

    `texts`: each clause of the draft as Markdown.
    """
    if comment.place in {one.id for one in settled.draft.provisions}:
        return comment
    if comment.clause >= 0:
        clause = settled.draft.clauses[comment.clause]
        near = (b for b in clause.blocks if isinstance(b, Provision) and comment.quote and comment.quote in b.text)
        inside = next(near, None)
        return replace(comment, place=inside.id if inside else clause.id, label=clause.label)
    for clause, text in zip(settled.draft.clauses, texts, strict=True) if comment.quote else ():
        if comment.quote in text:
            return replace(comment, place=clause.id, label=clause.label)
    return replace(comment, place="")
