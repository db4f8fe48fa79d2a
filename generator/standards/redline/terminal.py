"""A comparison as plain text: [-taken away-] and {+added+}, in the manner of word differences."""

from collections.abc import Iterable, Iterator

from generator.standards.redline import texts
from generator.standards.redline.data import Piece, lines, pieces, whole_of
from generator.standards.redline.model import CHANGES, ClauseDiff, DraftDiff
from generator.texts import Lang

_MARKS = {"inserted": "{{+{}+}}", "deleted": "[-{}-]"}


def diff_lines(diff: DraftDiff, lang: Lang) -> Iterator[str]:
    """Every changed clause with its text, then the provisions with what changed, then the counts."""
    if not any(clause.changed or clause.renumbered for clause in diff.clauses):
        yield texts.NOTHING.of(lang)
        return
    for clause in diff.readable:
        if clause.changed:
            yield from _clause(clause, lang)
    if diff.provisions:
        yield f"{texts.PROVISIONS.of(lang)}:"
    for one in diff.provisions:
        what = ", ".join(CHANGES[name].of(lang) for name in one.changes)
        numbers = dict.fromkeys(p.number for p in (one.old, one.new) if p)
        yield f"  {one.id}  {' → '.join(numbers)}  {what}"
    counts = diff.counts
    for prefix, title in (("clauses_", texts.CLAUSES), ("provisions_", texts.PROVISIONS)):
        told = (f"{text.of(lang)} {counts[name]}" for name, text in texts.COUNTS.items() if name.startswith(prefix))
        yield f"{title.of(lang)}: {', '.join(told)}"


def _clause(clause: ClauseDiff, lang: Lang) -> Iterator[str]:
    numbers = " → ".join(dict.fromkeys(c.number or c.title for c in (clause.old, clause.new) if c))
    if clause.state == "moved-away" and clause.new:
        yield f"{numbers}: {texts.MOVED_TO.of(lang)} {clause.new.label}"
        yield ""
        return
    moved = f" ({texts.MOVED_FROM.of(lang)} {clause.old.label})" if clause.state == "moved-here" and clause.old else ""
    yield f"{numbers} {_shown(pieces(clause.heading, whole_of(clause)))} #{clause.id}{moved}".replace("  ", " ")
    for line in lines(clause.blocks, whole_of(clause)) if clause.edited or clause.state in _MARKS else ():
        if any(piece["op"] != "same" for piece in line):
            yield f"    {_shown(line)}"
    yield ""


def _shown(line: Iterable[Piece]) -> str:
    return "".join(_MARKS.get(piece["op"], "{}").format(piece["text"]) for piece in line)
