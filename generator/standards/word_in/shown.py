"""The report of a Word file that was taken back: as lines for people, as Markdown, as data."""

from collections.abc import Iterator

from generator.standards.word_in.takeback import Changes, Taken
from generator.texts import Lang, Text

_HEADS = {
    "lost": Text("需要人工处理", "For a person to look at"),
    "notes": Text("说明", "Notes"),
    "edits": Text("改动的章条", "Clauses that change"),
    "comments": Text("批注", "Comments"),
}
_UNPLACED = Text("未定位", "unplaced")
_STATES = {
    "added": Text("新增", "new"),
    "removed": Text("删去", "gone"),
    "changed": Text("改动", "changed"),
    "moved": Text("移动", "moved"),
}


def report_lines(taken: Taken, lang: Lang) -> Iterator[str]:
    """What to tell, without the texts of the clauses."""
    if taken.edits:
        yield f"{_HEADS['edits'].of(lang)} ({len(taken.edits)})"
        for edit in taken.edits:
            states = [_STATES["moved"].of(lang)] if edit.was else []
            if edit.old != edit.new:
                states.append(_STATES[_state(edit.old, edit.new)].of(lang))
            label = f"{edit.was} → {edit.label}" if edit.was else edit.label
            yield f"  {label}  {edit.id}  {('、' if lang == 'zh' else ', ').join(states)}"
    if taken.comments:
        yield f"{_HEADS['comments'].of(lang)} ({len(taken.comments)})"
        for comment in taken.comments:
            place = f"{comment.label}  {comment.place}" if comment.place else _UNPLACED.of(lang)
            quote = f"“{comment.quote[:30]}”" if comment.quote else ""
            text = comment.text.replace("\n", " / ")
            yield f"  {comment.number}. {place}  {quote}  {text}".rstrip()
    for key, lost in (("lost", True), ("notes", False)):
        found = [remark for remark in taken.remarks if remark.lost is lost]
        if found:
            yield f"{_HEADS[key].of(lang)} ({len(found)})"
        for remark in found:
            times = f" ×{remark.count}" if remark.count > 1 else ""
            where = (
                f"：{remark.where}" if remark.where and lang == "zh" else f": {remark.where}" if remark.where else ""
            )
            yield f"  {remark.what.of(lang)}{times}{where}"


def report_markdown(taken: Taken, name: str, lang: Lang) -> str:
    """The whole report with the old and the new text of every clause that changes."""
    lines = [f"# {name}", ""]
    for line in report_lines(taken, lang):
        lines += [f"- {line.strip()}"] if line.startswith("  ") else ["", f"## {line}", ""]
    for edit in taken.edits:
        if edit.old == edit.new:
            continue
        lines += ["", f"## {edit.label} `{edit.id}`", ""]
        for text in (edit.old, edit.new):
            fence = "````"
            while fence in text:
                fence += "`"
            lines += [f"{fence}markdown", text, fence, ""]
    return "\n".join(lines).rstrip() + "\n"


def report_data(taken: Taken, changes: Changes) -> dict[str, object]:
    """The report as plain data."""
    return {
        "changes": changes,
        "tracked": taken.tracked,
        "lost": taken.lost,
        "edits": [
            {
                "id": edit.id,
                "number": edit.label,
                "state": _state(edit.old, edit.new),
                "moved_from": edit.was,
                "tracked": edit.tracked,
                "old": edit.old,
                "new": edit.new,
            }
            for edit in taken.edits
        ],
        "comments": [
            {
                "number": comment.number,
                "place": comment.place,
                "clause": comment.label,
                "quote": comment.quote,
                "text": comment.text,
                "date": comment.date,
            }
            for comment in taken.comments
        ],
        "remarks": [
            {
                "lost": remark.lost,
                "count": remark.count,
                "what": {"zh": remark.what.zh, "en": remark.what.en},
                "where": remark.where,
            }
            for remark in taken.remarks
        ],
        "figures": sorted(taken.figures),
    }


def _state(old: str, new: str) -> str:
    return "added" if not old else "removed" if not new else "moved" if old == new else "changed"
