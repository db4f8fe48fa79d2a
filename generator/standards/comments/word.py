"""Comments in a Word file that came back, as comments on the standard: by what the reader of Word files found.

Who wrote them is not taken along: Word names persons, and comments are of organisations. Whoever takes the file in
says whose it is.
"""

from collections.abc import Iterable, Iterator
from typing import Protocol

from generator.standards.comments.incoming import Incoming


class InWord(Protocol):
    """A comment of a Word file. `place`: the permanent id it stands at, or ""; `label`: how that was called there."""

    @property
    def number(self) -> int: ...
    @property
    def text(self) -> str: ...
    @property
    def quote(self) -> str: ...
    @property
    def place(self) -> str: ...
    @property
    def label(self) -> str: ...


def from_word(comments: Iterable[InWord]) -> Iterator[Incoming]:
    """The comments for `write_comments`, in the order of the file. One without words is none."""
    for one in comments:
        if one.text.strip():
            yield Incoming(one.place or None, one.label, one.quote, one.text, "", where=f"批注 {one.number}")
