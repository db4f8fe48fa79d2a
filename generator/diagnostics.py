"""What is wrong, where, and what to do: the values that every check yields and every reporter prints.

A *finding* is what a check yields: a place inside one file and the values its sentence needs. A
*diagnostic* is a finding with the code it belongs to and its line and column. Sentences stand in
the code's texts only, in both languages.

Lines and columns count from 1; columns count characters (code points). Paths are relative to the
root, with forward slashes.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from enum import StrEnum

from generator.texts import Lang, Text

Pointer = tuple[str | int, ...]
"""A place in a file's data: keys and list indices from the top, `("prices", 0, "amount")`."""

_LINE_ENDS = re.compile(r"[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return ("error", "warning", "note").index(self.value)


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of fault. Its code never changes meaning; its name reads after "allow".

    `message`, `help`: what is said of each finding, with `{place}`s for its values.
    `page`: the page about it, Markdown, one text for each language.
    `good`, `bad`: examples on that page; in the tests `good` gives no diagnostic and `bad` just this.
    """

    code: str
    name: str
    severity: Severity
    message: Text
    help: Text
    page: Text
    good: str = ""
    bad: str = ""


def error_code(code: str, name: str, message: Text, help_: Text, page: Text, good: str = "", bad: str = "") -> Code:
    """The code of an error."""
    return Code(code, name, Severity.ERROR, message, help_, page, good, bad)


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault at `pointer` in the file `path`.

    The pointer is resolved to a line and column when it is reported: the deepest part that exists
    counts, so a missing key is reported at its parent. `on_key` asks for the key's place instead of
    the value's. `position`, where the reader knows it already, is (line, column) and wins; `word` is then looked
    for from that line on, and where it stands is the place.
    """

    path: str
    pointer: Pointer = ()
    values: dict[str, object] = field(default_factory=dict)
    on_key: bool = False
    position: tuple[int, int] | None = None
    word: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Location:
    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    location: Location
    code: Code
    severity: Severity
    values: dict[str, object] = field(default_factory=dict)

    def message(self, lang: Lang) -> str:
        return self.code.message.fill(lang, self._shown(lang))

    def help(self, lang: Lang) -> str:
        return self.code.help.fill(lang, self._shown(lang)).strip()

    def _shown(self, lang: Lang) -> dict[str, object]:
        """The values, each on one line: a line that begins with `::` is a command to the log it is written to."""
        found = {k: v.of(lang) if isinstance(v, Text) else v for k, v in self.values.items()}
        return {k: _LINE_ENDS.sub("⏎", v) if isinstance(v, str) else v for k, v in found.items()}

    @property
    def sort_key(self) -> tuple[Location, str, str]:
        return (self.location, self.code.code, self.message("zh"))


class Refused(Exception):
    """What was asked for cannot be done; `text` says why, and what can."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en or text.zh)
        self.text = text


def nearest(word: str, known: Iterable[str]) -> Text:
    """A hint that names the known word most like `word`; empty where none is near."""
    found = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return did_you_mean(found[0]) if found else Text("", "")


def did_you_mean(word: str) -> Text:
    """A hint that names what was probably meant."""
    return Text(f"是否想写“{word}”？", f"did you mean '{word}'?")


def allowed(words: Iterable[str], most: int = 12) -> Text:
    """A hint that lists the allowed values, the first `most` of them."""
    words = list(words)
    shown, more = "、".join(words[:most]), len(words) > most
    comma = ", ".join(words[:most])
    return Text(f"可用的值：{shown}{' 等' if more else ''}。", f"allowed: {comma}{', …' if more else ''}.")
