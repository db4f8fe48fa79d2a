"""Texts in the two languages of the catalogue, and how one of them is chosen.

Chinese is the source language: every text has it. English may be absent; whoever shows a text in
English then falls back to Chinese, visibly.
"""

from dataclasses import dataclass
from typing import Literal, get_args

Lang = Literal["zh", "en"]
LANGS: tuple[Lang, ...] = get_args(Lang)


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence or label. `{name}` places in it are filled by `fill`."""

    zh: str
    en: str = ""

    def of(self, lang: Lang) -> str:
        """The text in `lang`, or the Chinese one where there is no English."""
        return self.en if lang == "en" and self.en else self.zh

    def fill(self, lang: Lang, values: dict[str, object]) -> str:
        """The text in `lang` with its places filled; an unknown place stays as it is written."""
        return self.of(lang).format_map(_Places(values))


NOTHING = Text("")
EXAMPLE = Text("示例", "Example")
"""What is shown with all that stands for no real product, organisation or standard."""


class _Places(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "{" + key + "}"


def lang_of(environment: str | None) -> Lang:
    """The language a POSIX locale name asks for (`en_GB.UTF-8` is English); Chinese by default."""
    return "en" if (environment or "").lower().startswith("en") else "zh"
