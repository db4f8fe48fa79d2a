"""Pairs the `:::` lines of a draft before it is read, so that one that is missing is one finding, not a hundred.

Pandoc takes an unclosed block to reach to the end of the document. Here it ends before the next heading, or
before the next block that stands in no other, and the finding names the line on which it begins. The text that
comes back has as many lines as before.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.drafts import codes
from generator.drafts.ast import Sink
from generator.texts import Text

_FENCE = re.compile(r"( {0,3})(:{3,})[ \t]*(.*?)[ \t]*")
_CODE = re.compile(r" {0,3}(`{3,}|~{3,})(.*)")
_HEADING = re.compile(r" {0,3}#{1,6}(?:[ \t]|\Z)")
_NAME = re.compile(r"[^\s{}:]+")
_ATTRIBUTES = re.compile(r"\{.*\}", re.S)
_TOP_LEVEL = re.compile(r"\{[^{}]*\.(?:provision|term)\b|(?:provision|term)\Z")
_ID = re.compile(r"#([A-Za-z0-9_-]+)")
_MOST_LINES = 3
"""Lines over which the braces of a block may stretch."""

_NOT_ENDED = Text("从这一行开始的块没有结束", "the block that begins here does not end")
_NOT_BEGUN = Text("这一行结束的块没有开始", "no block has begun that could end here")
_MALFORMED = Text("“:::”后面的写法不正确", "what stands behind ':::' is not well-formed")
_TOO_SHORT = Text("结束的冒号少于开始的冒号", "the colons are fewer than those that began the block")


@dataclass(frozen=True, slots=True)
class Paired:
    """The text with every block ended, and the ids that were lost with a block that could not be."""

    text: str
    lost: frozenset[str]


@dataclass(slots=True)
class _Open:
    line: int
    colons: int
    plain: bool
    """At the margin and well-formed, so that a line of colons can end it."""


def pair_fences(source: str, sink: Sink) -> Paired:
    """The text with its `:::` lines in pairs. What was wrong goes to `sink`, at the line where the block begins."""
    return _Pairing(source, sink).paired()


class _Pairing:
    def __init__(self, source: str, sink: Sink) -> None:
        self.lines = source.split("\n")
        self.sink = sink
        self.open: list[_Open] = []
        self.lost: set[str] = set()
        self.forgiven = 0
        """Blocks ended here whose own end may still follow: then a heading stood inside them."""

    def paired(self) -> Paired:
        for number in self._outside_code():
            line = self.lines[number]
            if _HEADING.match(line):
                self._end_all(number)
            elif fence := _FENCE.fullmatch(line):
                self._fence(number, fence)
        self._end_all(len(self.lines))
        return Paired("\n".join(self.lines), frozenset(self.lost))

    def _outside_code(self) -> Iterator[int]:
        """The indexes of the lines that are not in a block of code."""
        code = ""
        for number, line in enumerate(self.lines):
            found = _CODE.fullmatch(line)
            if not code:
                if found and not (found[1][0] == "`" and "`" in found[2]):
                    code = found[1]
                else:
                    yield number
            elif found and found[1].startswith(code) and not found[2].strip():
                code = ""

    def _fence(self, number: int, fence: re.Match[str]) -> None:
        margin, colons, rest = fence.groups()
        if not rest:
            self._end(number, len(colons))
            return
        if _TOP_LEVEL.match(rest):
            self._end_all(number)
        sound = bool(_NAME.fullmatch(rest) or self._attributes(number, rest))
        if not sound:
            self._report(number, _MALFORMED)
            self._remove(number)
        self.open.append(_Open(number, len(colons), sound and not margin))

    def _attributes(self, number: int, rest: str) -> bool:
        if not rest.startswith("{"):
            return False
        ahead = rest
        for line in self.lines[number + 1 : number + _MOST_LINES]:
            if "}" in ahead or not line.strip():
                break
            ahead += f"\n{line.rstrip()}"
        return bool(_ATTRIBUTES.fullmatch(ahead))

    def _end(self, number: int, colons: int) -> None:
        """A line of colons: ends the innermost block."""
        if not self.open:
            if self.forgiven:
                self.forgiven -= 1
            else:
                self._report(number, _NOT_BEGUN)
            self.lines[number] = ""
            return
        block = self.open.pop()
        if not self.lines[block.line]:
            self.lines[number] = ""
        elif colons < block.colons:
            self._report(number, _TOO_SHORT)
            self.lines[number] = ":" * block.colons

    def _end_all(self, number: int) -> None:
        """Ends the open blocks before a line. The outermost is reported; what is wrong within follows from it."""
        blocks = [block for block in self.open if self.lines[block.line]]  # the others were refused
        self.forgiven += len(self.open)
        self.open.clear()
        if not blocks:
            return
        self._report(blocks[0].line, _NOT_ENDED)
        if number == len(self.lines):  # where every block ends by itself
            return
        blank = number - 1 > blocks[-1].line and not self.lines[number - 1].strip()
        if blank and blocks[0].plain:
            # The blank line holds the end of one block: those within it lose their beginning.
            self.lines[number - 1] = ":" * blocks.pop(0).colons
        for block in blocks:
            self._remove(block.line)

    def _remove(self, number: int) -> None:
        """Takes the first line of a block out: what is in it becomes plain text, and its id is lost."""
        self.lost.update(_ID.findall(self.lines[number]))
        self.lines[number] = ""

    def _report(self, number: int, what: Text) -> None:
        self.sink.add(codes.BLOCK_FENCE, (number + 1, 1), what=what)
