"""The parts of an XLSX file that anybody may have made: unpacked within limits, refused where they could harm.

What is refused: what is no ZIP of XML parts, parts that are encrypted, too large or packed too tightly, names that lead
elsewhere, entities and document types, macros, embedded objects, links to other files, and data connections.
"""

import zipfile
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Literal
from xml.etree import ElementTree as XML

from generator.texts import Text

MOST_BYTES = 64 * 1024 * 1024
MOST_UNPACKED = 512 * 1024 * 1024
MOST_PARTS = 512
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

MOST_CELLS, MOST_ELEMENTS = 2_000_000, 8_000_000
"""Of the whole file, with all that the program which made it wrote beside the cells."""
_DEEPEST = 40
_DONE = frozenset(("row", "si", "c"))
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/spreadsheetml/main}"
_MACROS = ("vbaproject", "vbadata", "macrosheets/", "dialogsheets/")
_EMBEDDED = ("embeddings/", "activex/", "ctrlprops/")
_EXTERNAL = ("externallinks/", "connections.xml", "querytables/", "webextensions/", "model/")


class Unsafe(Exception):
    """Why a file is not read: a reason, and the part or the cell of the file it is about."""

    def __init__(self, reason: Reason, where: str = "") -> None:
        super().__init__(f"{reason}: {where}")
        self.reason, self.where = reason, where


def plain(tag: str) -> str:
    """The name of an element of a workbook, without its namespace, which is one of two."""
    return tag.removeprefix(_MAIN).removeprefix(_STRICT)


class Parts:
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


def parsed(parts: Parts, name: str) -> Iterator[tuple[str, XML.Element]]:
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
            if above and plain(element.tag) in _DONE:
                above[-1].remove(element)  # else the whole part would stay in memory
