"""Looks at a file's bytes and characters before any YAML parser sees them.

What stops here: files that are too large or not UTF-8, control characters, characters nobody sees
(they make a text read differently from what it holds), tabs, and line ends that editors and the
parser would count differently. Every character but the first two kinds is replaced, one for one, so
that the rest of the file can be read and reported in the same run.
"""

import re
from dataclasses import dataclass

from generator.diagnostics import Code
from generator.source import codes
from generator.texts import Text

MOST_BYTES = 256 * 1024
"""The size limit of one YAML file, in bytes."""

_INVISIBLE = "\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"
_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff" + "".join(
    chr(plane + 0xFFFE) + chr(plane + 0xFFFF) for plane in range(0x10000, 0x110000, 0x10000)
)
_IN_TEXT = re.compile(f"[\t{_CONTROL}{_INVISIBLE}]|\r(?!\n)")
_IN_VALUE = re.compile(f"[\r{_CONTROL}{_INVISIBLE}\ud800-\udfff]")
_INVISIBLE_ONE = re.compile(f"[{_INVISIBLE}]")
_LINE_BREAKS = frozenset("\r\x85\u2028\u2029")
_DEEPEST = 200
"""Columns within which a tab may be indentation; a limit, so that a line of tabs takes no time."""
_LONGEST_SHOWN = 40

Fault = tuple[Code, dict[str, object], tuple[int, int]]
"""A code, the values of its sentence, and the (line, column) from 1."""


@dataclass(frozen=True, slots=True)
class Scanned:
    """A file's text, fit for the parser, or `None`; and what was wrong with it.

    `certain` is False where a replaced character bears on the layout, so that the text may now say
    something else than was meant.
    """

    text: str | None
    faults: tuple[Fault, ...] = ()
    certain: bool = True


def scan(content: bytes) -> Scanned:
    """The text of `content`, with every forbidden character replaced and reported once a line."""
    if len(content) > MOST_BYTES:
        values: dict[str, object] = {"size": len(content) // 1024, "most": MOST_BYTES // 1024}
        return Scanned(None, ((codes.FILE_TOO_LARGE, values, (1, 1)),))
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        return Scanned(None, (_not_utf8(content, error.start),))
    # All that is forbidden is also not printable, which Python tells several times faster.
    if text.replace("\r\n", "").replace("\n", "").isprintable() or _IN_TEXT.search(text) is None:
        return Scanned(text)
    return _repaired(text)


def _not_utf8(content: bytes, start: int) -> Fault:
    line_start = content.rfind(b"\n", 0, start) + 1
    line = content.count(b"\n", 0, start) + 1
    column = len(content[line_start:start].decode("utf-8")) + 1
    return codes.NOT_UTF8, {"byte": f"{content[start]:02X}", "guess": _encoding(content)}, (line, column)


def _encoding(content: bytes) -> Text:
    """A hint at the encoding that an editor has most likely used."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return Text("文件像是 UTF-16 编码。", "The file looks like UTF-16.")
    try:
        content.decode("gb18030")
    except UnicodeDecodeError:
        return Text("", "")
    return Text("文件像是 GBK（ANSI）编码。", "The file looks like GBK ('ANSI').")


def _repaired(text: str) -> Scanned:
    faults: list[Fault] = []
    certain = True
    if text[0] == "\ufeff":
        # Editors do not count it as a column, so it is cut off rather than replaced.
        text = text[1:]
        faults.append((codes.INVISIBLE_CHARACTER, {"character": point("\ufeff")}, (1, 1)))
    reported: set[tuple[int, str]] = set()
    line, line_start, line_end = 1, 0, text.find("\n")
    for match in _IN_TEXT.finditer(text):
        at, character = match.start(), match.group()
        while 0 <= line_end < at:
            line, line_start, line_end = line + 1, line_end + 1, text.find("\n", line_end + 1)
        indenting = character == "\t" and at - line_start < _DEEPEST and not text[line_start:at].strip()
        certain = certain and not indenting and character not in _LINE_BREAKS
        code = _code_of(character)
        if (line, code.code) not in reported:
            reported.add((line, code.code))
            faults.append((code, {"character": point(character)}, (line, at - line_start + 1)))
    return Scanned(_IN_TEXT.sub(_stand_in, text), tuple(faults), certain)


def _code_of(character: str) -> Code:
    if character == "\t":
        return codes.TAB
    if character == "\r":
        return codes.LONE_CARRIAGE_RETURN
    return codes.INVISIBLE_CHARACTER if _INVISIBLE_ONE.match(character) else codes.CONTROL_CHARACTER


def _stand_in(match: re.Match[str]) -> str:
    return " " if match.group() in "\t\r" else "\ufffd"


def value_fault(value: str) -> tuple[Code, dict[str, object]] | None:
    """What is wrong with a text whose escapes (`"\\u202e"`) have been undone; None where nothing is."""
    found = _IN_VALUE.search(value)
    if found is None:
        return None
    character = found.group()
    code = codes.INVISIBLE_CHARACTER if _INVISIBLE_ONE.match(character) else codes.CONTROL_CHARACTER
    return code, {"character": point(character)}


def cleaned(value: str) -> str:
    """`value` with every forbidden character replaced by U+FFFD."""
    return _IN_VALUE.sub("\ufffd", value)


def shown(value: str, most: int = _LONGEST_SHOWN) -> str:
    """`value` as a message may quote it: one line, no hidden characters, not long."""
    value = value if len(value) <= most else value[: most - 1] + "…"
    return cleaned(value).replace("\n", " ").replace("\t", " ")


def point(character: str) -> str:
    """The code point as `U+202E`: how a character is named that cannot be shown."""
    return f"U+{ord(character):04X}"
