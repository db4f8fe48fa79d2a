"""Writes the inlines of a draft as Markdown that reads back to the same inlines.

Every sign that Markdown would take for markup is escaped where it could be one, and nowhere else, so that plain
text stays plain. A sign next to emphasis is written by its code point where CommonMark would not see the emphasis
otherwise (`**注意：**&#35265;`): text from Word knows no such rule.
"""

import re
from collections.abc import Callable, Iterable
from unicodedata import category

from generator.drafts.changes import joined
from generator.drafts.model import (
    Block,
    Break,
    Change,
    Code,
    Footnote,
    Inline,
    Link,
    Math,
    Reference,
    Styled,
    Words,
)

_ALWAYS = re.compile(r"[\\`*\[\]{$~^]")
_UNDERSCORE = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
_OPENING = re.compile(r"<(?=[A-Za-z/!?]|\Z)|&(?=[#A-Za-z])|!\Z")
_HASH = re.compile(r"(?:(?<=\s)|\A)#")
_LINE_START = re.compile(r"(?=>|=|:|#+(?:\s|\Z)|[-+](?:\s|-|\Z)|\((?:[0-9]+|[A-Za-z]+|[@#][\w-]*)\)(?:\s|\Z))")
_MARKER = re.compile(r"(?:[0-9]+|[A-Za-z]|[ivxlcdmIVXLCDM]+|#)(?=[.)](?:\s|\Z))")
_CAPTION = re.compile(r"[表图](?=[：:])")
_SPACES = re.compile(r"(?<= ) ")
_REFERENCE = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
_PAIRED = {"superscript": "^", "subscript": "~", "strikeout": "~~"}


class HasChanges(ValueError):
    """A draft with tracked changes has no form in draft.md: accept or reject them first."""


class InlineWriter:
    """Writes inlines. `footnote` gets the blocks of a footnote and gives the label that stands for it."""

    def __init__(self, footnote: Callable[[tuple[Block, ...]], str]) -> None:
        self.footnote = footnote

    def line(self, inlines: Iterable[Inline]) -> str:
        """The text of a paragraph; it may have line ends where a line is forced."""
        lines = self._text(inlines).split("\\\n")
        return "\\\n".join(_started(line) for line in lines)

    def heading(self, inlines: Iterable[Inline]) -> str:
        """The text of a heading: a forced line end is a blank, as a heading is one line."""
        return _HASH.sub(r"\\#", self._text(_unbroken(inlines)).strip())

    def cell(self, inlines: Iterable[Inline]) -> str:
        """The text of a table's cell, one line. Text that would be the sign of a span is set apart by a blank."""
        text = self._text(_unbroken(inlines), cell=True).strip()
        return {"<<": "< <", r"\<<": "< <", r"\^\^": r"\^ \^"}.get(text, text)

    def _text(self, inlines: Iterable[Inline], cell: bool = False, around: str = "") -> str:
        """`around` is the sign of the emphasis that all of it stands in."""
        parts: list[str] = []
        shy = ""
        """The sign of the emphasis just written, when what follows could keep it from ending."""
        previous: Inline | None = None
        sign = around
        for inline in joined(inlines):
            if isinstance(inline, Words):
                text = _words(inline.text, cell)
                if shy:
                    text = _coded_first(text)
                if isinstance(previous, Reference | Footnote) and text[:1] in ("(", ":"):
                    text = "\\" + text
                parts.append(text)
                shy, sign = "", around
            elif isinstance(inline, Styled) and inline.style in ("emphasis", "strong"):
                sign = "_" if sign == "*" else "*"
                inside = self._text(inline.inlines, cell, sign)
                bare = inside.strip(" ")
                if not bare:
                    parts.append(inside)
                    continue
                marks = sign * (2 if inline.style == "strong" else 1)
                before, after = inside[: len(inside) - len(inside.lstrip(" "))], inside[len(inside.rstrip(" ")) :]
                if parts and not before and (sign == "_" or _sign_like(bare[0])):
                    parts[-1] = _coded_last(parts[-1])
                parts.append(f"{before}{marks}{bare}{marks}{after}")
                shy = sign if not after and (sign == "_" or _sign_like(bare[-1])) else ""
            else:
                parts.append(self._other(inline, cell))
                shy, sign = "", around
            previous = inline
        return "".join(parts)

    def _other(self, inline: Inline, cell: bool) -> str:
        match inline:
            case Styled(style=style, inlines=inlines):
                inside = self._text(inlines, cell)
                bare, mark = inside.strip(" "), _PAIRED[style]
                start = inside[: len(inside) - len(inside.lstrip(" "))]
                return f"{start}{mark}{bare}{mark}{inside[len(start) + len(bare) :]}" if bare else inside
            case Code(text=text):
                return _code(_piped(text) if cell else text)
            case Math(tex=tex):
                return f"${_piped(_one_line(tex)) if cell else _one_line(tex)}$"
            case Link(address=address, inlines=inlines):
                if (
                    joined(inlines) == (Words(address),)
                    and address.startswith("http")
                    and not set(address) & set("<>|")
                ):
                    return f"<{address}>"
                return f"[{self._text(inlines, cell)}]({_address(address, cell)})"
            case Reference(target=target, inlines=inlines):
                if not inlines and _REFERENCE.fullmatch(target):
                    return f"[@{target}]"
                return f"[{self._text(inlines, cell)}](#{target})"
            case Break():
                return "\\\n"
            case Footnote(blocks=blocks):
                return f"[^{self.footnote(blocks)}]"
            case Change():
                raise HasChanges
            case _:
                return ""


def quoted(value: str, *, always: bool = False) -> str:
    """The value of an attribute, in quotation marks where it needs them or `always`."""
    if not always and re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]*", value):
        return value
    for sign, code in (("&", "&amp;"), ('"', "&quot;"), ("\\", "&#92;")):
        value = value.replace(sign, code)
    value = re.sub(r"[ \t\n]+", " ", value)
    return f'"{value}"'


def plain(text: str) -> str:
    """Plain text, escaped: what a figure shows, for example."""
    return _words(text, cell=False)


def tex_lines(tex: str) -> str:
    """A formula's TeX on one line, but for the line ends that end a comment."""
    return _one_line(tex)


def _one_line(tex: str) -> str:
    lines = [line.strip() for line in tex.split("\n")]
    return (
        "\n".join(line for line in lines if line) if "%" in re.sub(r"\\.", "", tex) else " ".join(filter(None, lines))
    )


def _words(text: str, cell: bool) -> str:
    text = _ALWAYS.sub(r"\\\g<0>", text.replace("\n", " ").replace("\t", " "))
    text = _OPENING.sub(r"\\\g<0>", _UNDERSCORE.sub(r"\_", text))
    text = _SPACES.sub("&#32;", text)
    return _piped(text) if cell else text


def _piped(text: str) -> str:
    return text.replace("|", r"\|")


def _started(line: str) -> str:
    """A line of text that begins nothing but text."""
    if _LINE_START.match(line):
        return "\\" + line
    if marker := _MARKER.match(line):
        return f"{marker.group()}\\{line[marker.end() :]}"
    return f"&#{ord(line[0])};{line[1:]}" if _CAPTION.match(line) else line


def _code(text: str) -> str:
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    if text[:1] == "`" or text[-1:] == "`" or (text[:1] == text[-1:] == " " and text.strip()):
        text = f" {text} "
    return f"{fence}{text}{fence}"


def _address(address: str, cell: bool) -> str:
    if set(address) & set("()<>\\"):
        address = "<" + re.sub(r"[\\<>]", r"\\\g<0>", address) + ">"
    return _piped(address) if cell else address


def _unbroken(inlines: Iterable[Inline]) -> list[Inline]:
    return [Words(" ") if isinstance(inline, Break) else inline for inline in inlines]


def _sign_like(character: str) -> bool:
    return category(character)[0] in "PS"


def _coded_first(text: str) -> str:
    """With the first character by its code point, unless it keeps no emphasis from ending."""
    return f"&#{ord(text[0])};{text[1:]}" if text and _in_the_way(text[0]) else text


def _coded_last(text: str) -> str:
    return f"{text[:-1]}&#{ord(text[-1])};" if text and _in_the_way(text[-1]) else text


def _in_the_way(character: str) -> bool:
    kind = category(character)[0]
    return kind in "LNM" or (kind == "S" and not character.isascii())
