"""The one way text gets into a CSV file: quoted, and never as a formula.

RFC 4180 with CRLF, UTF-8 with a byte order mark (Excel needs it), every cell in quotes. A spreadsheet
takes a cell that begins with one of `= + - @` for a formula, also after blanks, a tab or a line break,
and some take their full-width forms. Such a text gets one `'` in front, and so does a text that begins
with `'` itself. To get the text back, remove one `'` from the front of every cell that has one.
"""

import re
from collections.abc import Iterable

BOM = b"\xef\xbb\xbf"

_INVISIBLE = r"\s\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\u3164"
_RISKY = re.compile(rf"[{_INVISIBLE}]*[=+\-@＝＋－＠﹦﹢﹣﹫'＇]|[\t\r\n\x00]")


def guarded(text: str) -> str:
    """A text that no spreadsheet takes for a formula.

    >>> guarded("=1+1"), guarded("5G"), guarded(" @x")
    ("'=1+1", '5G', "' @x")
    """
    return "'" + text if text and _RISKY.match(text) else text


def unguarded(cell: str) -> str:
    """The text that `guarded` was given."""
    return cell.removeprefix("'")


def csv_bytes(rows: Iterable[Iterable[str]]) -> bytes:
    """A CSV file of cells that are guarded already, or that are numbers."""
    lines = ['"' + '","'.join(cell.replace('"', '""') for cell in row) + '"\r\n' for row in rows]
    return BOM + "".join(lines).encode()
