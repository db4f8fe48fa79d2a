"""Whether two office files say the same, where their bytes differ: a spreadsheet by its cells, a Word file by its text."""

import io
import zipfile
from collections.abc import Iterator

from defusedxml.ElementTree import iterparse

_MOST_UNPACKED = 512 * 1024 * 1024
_TEXT = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"


def same_content(path: str, one: bytes, other: bytes) -> bool | None:
    """Whether they say the same; None for a format that is not read here, or a file that is unsafe to read."""
    read = {".xlsx": _cells, ".docx": _words}.get(path[path.rfind(".") :])
    if read is None or not (_small(one) and _small(other)):
        return None
    try:
        return list(read(one)) == list(read(other))
    except Exception:  # noqa: BLE001 - whatever a broken file does to its reader, it could not be compared
        return None


def _cells(content: bytes) -> Iterator[object]:
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    for sheet in book.worksheets:
        yield sheet.title
        for row in sheet.iter_rows(values_only=True):
            yield tuple(row)


def _words(content: bytes) -> Iterator[object]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for _, element in iterparse(archive.open("word/document.xml")):
            if element.tag == _TEXT:
                yield element.text


def _small(content: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return sum(part.file_size for part in archive.infolist()) <= _MOST_UNPACKED
    except (zipfile.BadZipFile, OSError, ValueError):
        return False
