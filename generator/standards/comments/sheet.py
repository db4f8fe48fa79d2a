"""Comment sheets: a table whose columns are known by the words of their headings, in any order, as comments.

What a sheet has beside these columns, such as who to call, is not read and never reaches the repository.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from unicodedata import normalize

from generator.diagnostics import Refused
from generator.documents.read_tables import Rows
from generator.model.words import choices, codes_named
from generator.standards.comments.incoming import Incoming
from generator.standards.comments.places import Places
from generator.texts import Text

_WORDS: Mapping[str, tuple[str, ...]] = {
    "serial": ("序号", "编号", "no", "no.", "#"),
    "number": (
        "章条编号", "标准章条编号", "章条号", "章条", "章节", "章节号", "章节编号", "条款", "条款号", "条款编号", "条文号", "条号", "对应章条", "位置",
        "clause", "clauseno", "clauseno.", "section",
    ),
    "quote": ("原文", "原文内容", "标准原文", "原条文", "条文内容", "originaltext"),
    "text": ("意见内容", "意见", "具体意见", "意见和建议", "意见或建议", "意见建议", "问题描述", "修改意见", "comment", "comments"),
    "proposal": ("修改建议", "建议", "修改后内容", "建议修改为", "建议修改内容", "修改内容", "修改为", "proposal", "proposedchange"),
    "reason": ("理由", "修改理由", "理由或依据", "理由和依据", "理由依据", "依据", "理由说明", "reason", "rationale"),
    "organisation": ("提出单位", "提意见单位", "意见提出单位", "单位", "单位名称", "反馈单位", "来函单位", "organisation", "organization"),
    "type": ("类型", "意见类型", "性质", "意见性质", "type"),
    "decision": ("处理意见", "处理结果", "处理情况", "采纳情况", "decision"),
}  # fmt: skip
_TYPES = {"ge": "general", "te": "technical", "ed": "editorial"}


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row of a sheet. `row`: its number in the table, from 1; cells by what their column means."""

    table: int
    row: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class SheetRead:
    """`ignored`: headings of columns that are not read."""

    rows: tuple[SheetRow, ...]
    ignored: tuple[str, ...]


def read_sheet(tables: Sequence[Rows]) -> SheetRead:
    """The comments of every table that has a column for the comment. Raises Refused where none has."""
    rows: list[SheetRow] = []
    ignored: dict[str, None] = {}
    found = False
    for table, lines in enumerate(tables, 1):
        columns: dict[int, str] = {}
        for number, line in enumerate(lines, 1):
            if header := _header(line):
                columns, found = header, True
                ignored |= {cell.strip(): None for i, cell in enumerate(line) if i not in header and cell.strip()}
                continue
            cells = {name: line[i].strip() for i, name in columns.items() if i < len(line)}
            if cells.get("text") or cells.get("proposal"):
                rows.append(SheetRow(table, number, cells))
    if not found:
        zh = "没有找到意见表：表头要有“意见内容”，以及“章条编号”或“提出单位”"
        en = "no comment sheet was found: its heading needs 意见内容 (comment), and 章条编号 (clause) or 提出单位 (organisation)"
        raise Refused(Text(zh, en))
    return SheetRead(tuple(rows), tuple(ignored))


def comments_of(sheet: SheetRead, places: Places) -> Iterator[Incoming]:
    """The rows as comments, their places found in the text that they are on."""
    for row in sheet.rows:
        cells = row.cells
        number = cells.get("number", "")
        clause = places.find(number)
        yield Incoming(
            clause=clause,
            number="" if places.is_whole(number) else number,
            quote=cells.get("quote", ""),
            text=cells.get("text", ""),
            proposal=cells.get("proposal", ""),
            type=type_of(cells.get("type", "")),
            organisation=cells.get("organisation", ""),
            reason=cells.get("reason", ""),
            where=f"表{row.table} 第{row.row}行" if row.table > 1 else f"第{row.row}行",
        )


def type_of(written: str) -> str:
    """The type that a sheet names; technical where it names none."""
    word = written.strip().lower()
    if word in _TYPES:
        return _TYPES[word]
    found = codes_named("type", written.strip(), choices("type")) if word else ()
    return found[0] if len(found) == 1 else "technical"


def _header(line: Sequence[str]) -> dict[int, str]:
    """What each column means, where the line is a heading: it names the comment and at least one thing more."""
    found: dict[int, str] = {}
    for index, cell in enumerate(line):
        word = _word(cell)
        name = next((name for name, words in _WORDS.items() if word in words), "")
        # A reason behind the decision is the society's, not the commenter's.
        if name == "reason" and "decision" in found.values():
            name = "decision-reason"
        if name and name not in found.values():
            found[index] = name
    if "text" not in found.values() and "proposal" not in found.values():
        return {}
    return found if {"number", "organisation", "serial"} & set(found.values()) else {}


def _word(cell: str) -> str:
    text = "".join(normalize("NFKC", cell).split()).lower()
    return text.partition("(")[0].strip("*:_. ") if "(" in text[1:] else text.strip("*:_ ")
