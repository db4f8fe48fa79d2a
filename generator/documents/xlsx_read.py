"""Reads the cells of an XLSX file that anybody may have made: nothing in it is run, followed, or expanded.

What is refused: what is no ZIP of XML parts, parts that are encrypted, too large or packed too tightly, names that lead
elsewhere, entities and document types, macros, embedded objects, links to other files, data connections, and formulas.
Numbers are given digit by digit as they are stored; how a cell is formatted says nothing here.
"""

import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from io import BytesIO
from typing import Literal
from xml.etree import ElementTree as XML

from generator.texts import Text

MOST_BYTES = 64 * 1024 * 1024
MOST_UNPACKED = 512 * 1024 * 1024
MOST_PARTS = 512
MOST_ROWS, MOST_COLUMNS = 200_000, 400
MOST_CHARACTERS = 32_767
MOST_CELLS, MOST_ELEMENTS = 2_000_000, 8_000_000
"""Of the whole file, with all that the program which made it wrote beside the cells."""
RATIO, RATIO_FROM = 200, 1024 * 1024
"""A part that is larger than RATIO_FROM bytes may not be more than RATIO times as large as it is packed."""

Reason = Literal[
    "not-xlsx", "old-format", "too-large", "ratio", "encrypted", "name", "macro", "embedded", "external", "entity",
    "damaged", "formula", "too-many-cells", "too-long",
]  # fmt: skip

WHY: Mapping[Reason, Text] = {
    "not-xlsx": Text("不是 XLSX 文件", "this is no XLSX file"),
    "old-format": Text("是旧格式（.xls）或加密的文件，请另存为不加密的 .xlsx", "this is an old (.xls) or an encrypted file; save it as .xlsx, unprotected"),
    "too-large": Text("文件太大，或展开后太大", "the file is too large, packed or unpacked"),
    "ratio": Text("压缩比异常，可能是压缩炸弹", "it is packed too tightly, as an archive bomb is"),
    "encrypted": Text("内容加了密", "it is encrypted"),
    "name": Text("包内文件名不合法", "a part has an unlawful name"),
    "macro": Text("含有宏，请另存为不含宏的 .xlsx", "it holds macros; save it as .xlsx without them"),
    "embedded": Text("含有嵌入对象或控件", "it holds embedded objects or controls"),
    "external": Text("含有外部链接或数据连接", "it holds links to other files or data connections"),
    "entity": Text("含有实体或文档类型声明", "it declares entities or a document type"),
    "damaged": Text("文件损坏", "the file is damaged"),
    "formula": Text("含有公式，请粘贴为数值", "there is a formula; paste its value instead"),
    "too-many-cells": Text("行或列太多", "too many rows or columns"),
    "too-long": Text("单元格文字太长", "the text of a cell is too long"),
}  # fmt: skip
"""Each reason in words for people, with what to do."""

_DEEPEST = 40
_DONE = frozenset(("row", "si", "c"))
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/spreadsheetml/main}"
_RELATION = re.compile(r"\{[^}]*/relationships\}id")
_REFERENCE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_MACROS = ("vbaproject", "vbadata", "macrosheets/", "dialogsheets/")
_EMBEDDED = ("embeddings/", "activex/", "ctrlprops/")
_EXTERNAL = ("externallinks/", "connections.xml", "querytables/", "webextensions/", "model/")

Cell = str | Decimal


class Unsafe(Exception):
    """Why a file is not read: a reason, and the part or the cell of the file it is about."""

    def __init__(self, reason: Reason, where: str = "") -> None:
        super().__init__(f"{reason}: {where}")
        self.reason, self.where = reason, where


@dataclass(frozen=True, slots=True)
class SheetCells:
    """The cells of a sheet that hold anything, by row and column from 1."""

    name: str
    rows: Mapping[int, Mapping[int, Cell]]


@dataclass(frozen=True, slots=True)
class ReadBook:
    """The sheets of a file in their order. `created`: the day its properties name, an ISO date, or "".

    `since_1904`: days are counted from 1904 and not from 1900.
    """

    sheets: tuple[SheetCells, ...]
    created: str = ""
    since_1904: bool = False


def read_xlsx(content: bytes) -> ReadBook:
    """The cells of a file. Raises Unsafe; never anything else, whatever the bytes are."""
    if len(content) > MOST_BYTES:
        raise Unsafe("too-large")
    if content.startswith(_OLD):
        raise Unsafe("old-format")
    try:
        with zipfile.ZipFile(BytesIO(content)) as packed:
            parts = _Parts(packed)
            return _book(parts)
    except Unsafe:
        raise
    except zipfile.BadZipFile as error:
        raise Unsafe("not-xlsx") from error
    except (zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, XML.ParseError, ValueError, KeyError,
            RecursionError, OverflowError) as error:  # fmt: skip
        raise Unsafe("damaged", str(error)[:100]) from error


class _Parts:
    """The parts of a package, unpacked within limits."""

    def __init__(self, packed: zipfile.ZipFile) -> None:
        self._packed = packed
        self._infos: dict[str, zipfile.ZipInfo] = {}
        self._left = MOST_UNPACKED
        self.elements, self.cells = MOST_ELEMENTS, MOST_CELLS
        infos = packed.infolist()
        if len(infos) > MOST_PARTS:
            raise Unsafe("too-large")
        for info in infos:
            self._add(info)
        if "[content_types].xml" not in self._infos:
            raise Unsafe("not-xlsx")
        types = self.read("[Content_Types].xml").lower()
        if b"macroenabled" in types or b"vbaproject" in types:
            raise Unsafe("macro", "[Content_Types].xml")
        if "xl/workbook.xml" not in self._infos:
            raise Unsafe("not-xlsx")

    def _add(self, info: zipfile.ZipInfo) -> None:
        name = info.filename
        key = name.casefold()
        if info.flag_bits & 0x1:
            raise Unsafe("encrypted", name[:100])
        parts = name.split("/")
        if name.startswith("/") or "\\" in name or "\0" in name or ".." in parts or ":" in name or key in self._infos:
            raise Unsafe("name", name[:100])
        if info.file_size > RATIO_FROM and info.file_size > RATIO * max(info.compress_size, 1):
            raise Unsafe("ratio", name[:100])
        if info.file_size > MOST_UNPACKED:
            raise Unsafe("too-large", name[:100])
        for words, reason in ((_MACROS, "macro"), (_EMBEDDED, "embedded"), (_EXTERNAL, "external")):
            if any(word in key for word in words):
                raise Unsafe(reason, name[:100])  # type: ignore[arg-type]
        self._infos[key] = info

    def __contains__(self, name: str) -> bool:
        return name.casefold() in self._infos

    def read(self, name: str) -> bytes:
        """A part, unpacked. What its header says of its size is not believed."""
        info = self._infos[name.casefold()]
        with self._packed.open(info) as part:
            content = part.read(min(info.file_size, self._left) + 1)
        if len(content) > info.file_size:
            raise Unsafe("damaged", name[:100])
        self._left -= len(content)
        if self._left < 0:
            raise Unsafe("too-large", name[:100])
        return content


def _parsed(parts: _Parts, name: str) -> Iterator[tuple[str, XML.Element]]:
    """The elements of a part as they begin and end. Only UTF-8 is read, so that nothing hides behind another encoding."""
    content = parts.read(name)
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Unsafe("damaged", name) from error
    upper = content.upper()
    if b"<!DOCTYPE" in upper or b"<!ENTITY" in upper:
        raise Unsafe("entity", name)
    parser = XML.XMLParser(encoding="utf-8")  # noqa: S314 - no document type, hence no entities
    depth, above = 0, list[XML.Element]()
    for event, element in XML.iterparse(BytesIO(content), events=("start", "end"), parser=parser):  # noqa: S314
        if event == "start":
            above.append(element)
            parts.elements -= 1
            if parts.elements < 0:
                raise Unsafe("too-large", name)
        depth += 1 if event == "start" else -1
        if depth > _DEEPEST:
            raise Unsafe("damaged", name)
        yield event, element
        if event == "end":
            above.pop()
            if above and _plain(element.tag) in _DONE:
                above[-1].remove(element)  # else the whole part would stay in memory


def _plain(tag: str) -> str:
    return tag.removeprefix(_MAIN).removeprefix(_STRICT)


def _book(parts: _Parts) -> ReadBook:
    names, since_1904 = [], False
    for event, element in _parsed(parts, "xl/workbook.xml"):
        if event == "start" and _plain(element.tag) == "workbookPr":
            since_1904 = element.get("date1904", "").lower() in ("1", "true")
        if event == "start" and _plain(element.tag) == "sheet":
            relation = next((value for key, value in element.items() if _RELATION.fullmatch(key)), "")
            names.append((element.get("name", ""), relation))
    targets = _targets(parts)
    shared = _shared(parts)
    sheets = []
    seen: set[str] = set()
    for name, relation in names:
        path = targets.get(relation, "")
        if path in parts and path.startswith("xl/worksheets/"):
            if path in seen:
                raise Unsafe("damaged", path)
            seen.add(path)
            sheets.append(SheetCells(name, _rows(parts, path, name, shared)))
    return ReadBook(tuple(sheets), _created(parts), since_1904)


def _targets(parts: _Parts) -> dict[str, str]:
    """Parts by relation. What leads out of the file is refused."""
    found: dict[str, str] = {}
    path = "xl/_rels/workbook.xml.rels"
    if path not in parts:
        return found
    for event, element in _parsed(parts, path):
        if event == "start" and element.tag.endswith("}Relationship"):
            if element.get("TargetMode", "").lower() == "external":
                raise Unsafe("external", path)
            target = element.get("Target", "")
            found[element.get("Id", "")] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    return found


def _shared(parts: _Parts) -> list[str]:
    """The texts that cells name by number."""
    texts: list[str] = []
    if "xl/sharedStrings.xml" not in parts:
        return texts
    for event, element in _parsed(parts, "xl/sharedStrings.xml"):
        if event == "end" and _plain(element.tag) == "si":
            texts.append(_text(element))
            element.clear()
    return texts


def _text(element: XML.Element) -> str:
    """The text of a string, runs of rich text joined, without what only says how it is read aloud."""
    found = []
    for child in element:
        tag = _plain(child.tag)
        if tag == "t":
            found.append(child.text or "")
        elif tag == "r":
            found += [part.text or "" for part in child if _plain(part.tag) == "t"]
    return unescaped("".join(found))


def unescaped(text: str) -> str:
    """A text as it was before `_xHHHH_` stood for characters that XML cannot hold.

    >>> unescaped("a_x000A_b"), unescaped("_x005F_x0041_")
    ('a\\nb', '_x0041_')
    """
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)


@dataclass(slots=True)
class _Reading:
    rows: dict[int, dict[int, Cell]] = field(default_factory=dict)
    row: int = 0
    column: int = 0


def _rows(parts: _Parts, path: str, name: str, shared: list[str]) -> Mapping[int, Mapping[int, Cell]]:
    here = _Reading()
    for event, element in _parsed(parts, path):
        tag = _plain(element.tag)
        if event == "start":
            if tag == "row":
                here.row = int(element.get("r") or here.row + 1)
                here.column = 0
            continue
        if tag == "c":
            parts.cells -= 1
            if parts.cells < 0:
                raise Unsafe("too-many-cells", name)
            _cell(here, element, name, shared)
            element.clear()
        elif tag == "row":
            element.clear()
    return here.rows


def _cell(here: _Reading, element: XML.Element, name: str, shared: list[str]) -> None:
    reference = element.get("r")
    if reference:
        found = _REFERENCE.fullmatch(reference)
        if not found:
            raise Unsafe("damaged", f"{name}!{reference[:20]}")
        here.column, here.row = column_of(found[1]), int(found[2])
    else:
        here.column += 1
    where = f"{name}!{letters(here.column)}{here.row}"
    if here.row > MOST_ROWS or here.column > MOST_COLUMNS:
        raise Unsafe("too-many-cells", where)
    value: Cell | None = None
    kind = element.get("t", "n")
    for child in element:
        tag = _plain(child.tag)
        if tag == "f":
            raise Unsafe("formula", where)
        if tag == "is":
            value = _text(child)
        elif tag == "v" and child.text is not None:
            value = _value(kind, child.text, shared, where)
    if value is None or value == "":
        return
    if isinstance(value, str) and len(value) > MOST_CHARACTERS:
        raise Unsafe("too-long", where)
    here.rows.setdefault(here.row, {})[here.column] = value


def _value(kind: str, text: str, shared: list[str], where: str) -> Cell:
    if kind == "s":
        number = int(text)
        if not 0 <= number < len(shared):
            raise Unsafe("damaged", where)
        return shared[number]
    if kind in ("str", "e", "d", "inlineStr"):
        return unescaped(text)
    if kind == "b":
        return "TRUE" if text.strip() == "1" else "FALSE"
    try:
        found = Decimal(text.strip())
    except InvalidOperation as error:
        raise Unsafe("damaged", where) from error
    if not found.is_finite() or abs(found.adjusted()) > 30:
        raise Unsafe("damaged", where)
    return found


def _created(parts: _Parts) -> str:
    if "docProps/core.xml" not in parts:
        return ""
    for event, element in _parsed(parts, "docProps/core.xml"):
        if event == "end" and element.tag.endswith("}created"):
            found = re.match(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", element.text or "")
            return found[0] if found else ""
    return ""


def column_of(letter: str) -> int:
    """The number of a column, from 1.

    >>> column_of("A"), column_of("AB")
    (1, 28)
    """
    number = 0
    for character in letter:
        number = number * 26 + ord(character) - 64
    return number


def letters(column: int) -> str:
    """A column's letters.

    >>> letters(1), letters(28)
    ('A', 'AB')
    """
    found = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        found = chr(65 + rest) + found
    return found
