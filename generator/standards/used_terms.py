"""The defined terms of a draft, as whoever shows its text finds them in it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from generator.drafts.model import Draft
from generator.drafts.text import block_text, inline_text

MOST = 500
"""Terms that are looked for: each is tried at every character of the text."""
_LONGEST = 300
"""Characters of a definition that are shown: it is repeated in every clause that uses its term."""


@dataclass(frozen=True, slots=True)
class Terms:
    """The defined terms of a draft, the first `MOST`: `by_name` gives the id and the definition, `pattern` finds any of the names."""

    by_name: Mapping[str, tuple[str, str]]
    pattern: re.Pattern[str]

    @classmethod
    def of(cls, draft: Draft) -> "Terms | None":
        """None where the draft defines no term."""
        defined = [term for term in draft.terms if term.id][:MOST]
        found = {inline_text(term.name): (term.id, _short(block_text(term.blocks))) for term in defined}
        names = sorted((name for name in found if len(name) > 1), key=lambda name: (-len(name), name))
        return cls(found, re.compile("|".join(map(re.escape, names)))) if names else None


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
