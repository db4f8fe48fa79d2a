"""Reads the cells of an XLSX file that anybody may have made: nothing in it is run, followed, or expanded.

Beside what xlsx_parts.py refuses, formulas are, and what is too much or too long. Numbers are given digit by digit as
they are stored; how a cell is formatted says nothing here.
"""

import re
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from io import BytesIO
from xml.etree import ElementTree as XML

from generator.documents.xlsx_parts import MOST_BYTES as MOST_BYTES
from generator.documents.xlsx_parts import WHY as WHY
from generator.documents.xlsx_parts import Parts, parsed, plain
from generator.documents.xlsx_parts import Unsafe as Unsafe

MOST_ROWS, MOST_COLUMNS = 200_000, 400
MOST_CHARACTERS = 32_767
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RELATION = re.compile(r"\{[^}]*/relationships\}id")
_REFERENCE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")

Cell = str | Decimal


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
            parts = Parts(packed)
            return _book(parts)
    except Unsafe:
        raise
    except zipfile.BadZipFile as error:
        raise Unsafe("not-xlsx") from error
    except (zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, XML.ParseError, ValueError, KeyError,
            RecursionError, OverflowError) as error:  # fmt: skip
        raise Unsafe("damaged", str(error)[:100]) from error


def _book(parts: Parts) -> ReadBook:
    names, since_1904 = [], False
    for event, element in parsed(parts, "xl/workbook.xml"):
        if event == "start" and plain(element.tag) == "workbookPr":
            since_1904 = element.get("date1904", "").lower() in ("1", "true")
        if event == "start" and plain(element.tag) == "sheet":
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


def _targets(parts: Parts) -> dict[str, str]:
    """Parts by relation. What leads out of the file is refused."""
    found: dict[str, str] = {}
    path = "xl/_rels/workbook.xml.rels"
    if path not in parts:
        return found
    for event, element in parsed(parts, path):
        if event == "start" and element.tag.endswith("}Relationship"):
            if element.get("TargetMode", "").lower() == "external":
                raise Unsafe("external", path)
            target = element.get("Target", "")
            found[element.get("Id", "")] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    return found


def _shared(parts: Parts) -> list[str]:
    """The texts that cells name by number."""
    texts: list[str] = []
    if "xl/sharedStrings.xml" not in parts:
        return texts
    for event, element in parsed(parts, "xl/sharedStrings.xml"):
        if event == "end" and plain(element.tag) == "si":
            texts.append(_text(element))
            element.clear()
    return texts


def _text(element: XML.Element) -> str:
    """The text of a string, runs of rich text joined, without what only says how it is read aloud."""
    found = []
    for child in element:
        tag = plain(child.tag)
        if tag == "t":
            found.append(child.text or "")
        elif tag == "r":
            found += [part.text or "" for part in child if plain(part.tag) == "t"]
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


def _rows(parts: Parts, path: str, name: str, shared: list[str]) -> Mapping[int, Mapping[int, Cell]]:
    here = _Reading()
    for event, element in parsed(parts, path):
        tag = plain(element.tag)
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
        tag = plain(child.tag)
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


def _created(parts: Parts) -> str:
    if "docProps/core.xml" not in parts:
        return ""
    for event, element in parsed(parts, "docProps/core.xml"):
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
