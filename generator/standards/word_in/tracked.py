"""Tracked changes of a Word file, accepted or rejected as Word does it, before the text is read.

Runs, paragraph marks (a paragraph whose mark goes is joined to the next one), moves, rows and cells of tables,
and changes of style. What is left of a file in which nothing is tracked is the file.
"""

from typing import Literal

from generator.diagnostics import Refused
from generator.standards.word_in.names import Element, M, W
from generator.texts import Text

Resolution = Literal["accept", "reject"]

_NEW = (W + "ins", W + "moveTo")
_OLD = (W + "del", W + "moveFrom")
_MARKERS = frozenset(
    W + name
    for name in ("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "pPrChange", "rPrChange", "tblPrChange", "trPrChange")
)  # fmt: skip
_RENAMED = {W + "delText": W + "t", W + "delInstrText": W + "instrText"}
_SHELLS = (W + "hyperlink", W + "smartTag", W + "fldSimple", M + "oMathPara", M + "oMath")
"""What is nothing once all that was in it is gone."""
_CONTENT = (
    *(W + name for name in ("t", "tab", "br", "sym", "drawing", "pict", "object", "fldChar", "fldSimple")),
    *(W + name for name in ("footnoteReference", "endnoteReference", "noBreakHyphen", "ptab")),
    M + "t",
)
"""What a paragraph is not empty for."""
_BOOKMARKS = (W + "bookmarkStart", W + "bookmarkEnd")


MOST_MOVED = 1_000_000
"""Elements that joining paragraphs may move: each mark of a row of them that goes moves all that follows once more."""


def is_tracked(root: Element) -> bool:
    """Whether anything in the part is a tracked change."""
    return any(element.tag in _MARKERS for element in root.iter(*_MARKERS))


def resolve(root: Element, how: Resolution) -> None:
    """Make the changes of a part, or undo them, in place. Raises Refused where they join too many paragraphs."""
    gone, kept = (_OLD, _NEW) if how == "accept" else (_NEW, _OLD)
    if how == "reject":
        for tag in ("pPrChange", "rPrChange"):
            for change in list(root.iter(W + tag)):
                _restore(change, W + tag.removesuffix("Change"))
        _rename(root)
    for row in [mark.getparent() for mark in root.iter(W + "trPr") if _has(mark, gone)]:
        _remove(row)
    dropped = W + ("cellDel" if how == "accept" else "cellIns")
    for mark in list(root.iter(dropped)):
        _remove(_above(mark, W + "tc"))
    for table in [table for table in root.iter(W + "tbl") if table.find(f".//{W}tr") is None]:
        _remove(table)
    marked = [paragraph for paragraph in root.iter(W + "p") if _mark_goes(paragraph, gone)]
    for tag in gone:
        for change in list(root.iter(tag)):
            _remove(change)
    for shell in [
        one for one in root.iter(*_SHELLS) if one.find(".//" + W + "r") is None and one.find(".//" + M + "r") is None
    ]:
        _remove(shell)
    for tag in kept:
        for change in list(root.iter(tag)):
            _unwrap(change)
    left = MOST_MOVED
    for paragraph in reversed(marked):  # so that a row of them is joined from its end
        left -= _join(paragraph)
        if left < 0:
            raise Refused(Text("修订把太多的段落并在一起", "its tracked changes join too many paragraphs"))


def _has(mark: Element, tags: tuple[str, str]) -> bool:
    return any(mark.find(tag) is not None for tag in tags)


def _mark_goes(paragraph: Element, gone: tuple[str, str]) -> bool:
    look = paragraph.find(f"{W}pPr/{W}rPr")
    return look is not None and _has(look, gone)


def _restore(change: Element, tag: str) -> None:
    now, before = change.getparent(), change.find(tag)
    if now is None:
        return
    kept = [one for one in now if one.tag in (W + "rPr", W + "sectPr")] if tag == W + "pPr" else []
    for one in list(now):
        now.remove(one)
    now.extend([*(before if before is not None else ()), *kept])


def _rename(root: Element) -> None:
    for element in root.iter(*_RENAMED):
        element.tag = _RENAMED[str(element.tag)]


def _above(element: Element | None, tag: str) -> Element | None:
    while element is not None and element.tag != tag:
        element = element.getparent()
    return element


def _remove(element: Element | None) -> None:
    """Take an element out; bookmarks that begin or end in it stay."""
    parent = element.getparent() if element is not None else None
    if element is None or parent is None:
        return
    marks = list(element.iter(*_BOOKMARKS)) if element.tag in (*_NEW, *_OLD, *_SHELLS) else []
    for mark in marks:
        element.addprevious(mark)  # an index would be looked for from the start
    parent.remove(element)


def _unwrap(element: Element) -> None:
    parent = element.getparent()
    if parent is None:
        return
    for child in list(element):
        element.addprevious(child)
    parent.remove(element)


def _join(paragraph: Element) -> int:
    """Join a paragraph whose mark is gone to the next one; the properties are those of the one that has text.

    Gives how many elements it moved.
    """
    parent = paragraph.getparent()
    if parent is None:
        return 0
    following = paragraph.getnext()
    while following is not None and following.tag in _BOOKMARKS:
        following = following.getnext()
    own = [child for child in paragraph if child.tag != W + "pPr"]
    empty = not any(next(child.iter(*_CONTENT), None) is not None for child in own)
    if empty:
        _carry(own, paragraph.getprevious(), following)
        parent.remove(paragraph)
        return len(own)
    if following is None or following.tag != W + "p":
        return 0
    rest = [child for child in following if child.tag != W + "pPr"]
    paragraph.extend(rest)
    look, last = paragraph.find(f"{W}pPr"), following.find(f"{W}pPr/{W}rPr")
    mark = look.find(W + "rPr") if look is not None else None
    if look is not None and mark is not None:
        look.remove(mark)
        if last is not None:
            look.append(last)
    parent.remove(following)
    return len(own) + len(rest)


def _carry(own: list[Element], before: Element | None, after: Element | None) -> None:
    """Bookmarks of a paragraph that goes: those that reach beyond it move to its neighbours."""
    starts = {mark.get(W + "id"): mark for mark in own if mark.tag == W + "bookmarkStart"}
    ends = {mark.get(W + "id"): mark for mark in own if mark.tag == W + "bookmarkEnd"}
    for key, mark in starts.items():
        if key not in ends and after is not None and after.tag == W + "p":
            after.insert(1 if after.find(W + "pPr") is not None else 0, mark)
    for key, mark in ends.items():
        if key not in starts and before is not None:
            last = [before, *before.iter(W + "p")][-1]
            last.append(mark)
