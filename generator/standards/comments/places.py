"""Where a comment stands: printed numbers of a draft to permanent ids, and how a place is called today.

A sheet names places as its author saw them: 5.2, 第4章, 表1, 附录A, 公式（2）, the title of a chapter. They are looked
up in the text that was commented on; what cannot be found keeps the number it came with.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from unicodedata import normalize

from generator.drafts.check import anchors
from generator.drafts.model import Draft, Provision
from generator.drafts.number import labels_of
from generator.drafts.text import inline_text

WHOLE = frozenset(("", "全文", "总体", "整体", "通篇", "全稿", "/", "-", "--", "—", "——", "无", "whole", "general"))
"""What sheets hold in the column of clauses for a comment on the whole text."""

_NUMBER = r"(?:[0-9]{1,3}|[A-Z])(?:\.[0-9]{1,3}){0,5}"
_FORMS = (
    re.compile(r"(?P<what>表|图)(?P<number>[A-Z]?\.?[0-9]{1,3}(?:\.[0-9]{1,3})?)"),
    re.compile(r"(?P<what>Table|Figure)(?P<number>[A-Z]?\.?[0-9]{1,3})", re.IGNORECASE),
    re.compile(r"(?P<what>公式|式)\(?(?P<number>[A-Z]?\.?[0-9]{1,3})\)?"),
    re.compile(r"(?P<what>附录|Annex)(?P<number>[A-Z](?:\.[0-9]{1,3}){0,5})", re.IGNORECASE),
    re.compile(rf"(?P<what>第)?(?P<number>{_NUMBER})(?:章|条|款|节)?"),
)
_KINDS = {"表": "表", "图": "图", "公式": "式", "式": "式", "table": "表", "figure": "图"}
_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)+")


@dataclass(frozen=True)
class Places:
    """The places of one draft."""

    draft: Draft

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """How each place is called, by its id, in the order of the text."""
        labels = labels_of(self.draft.clauses)
        return {name: labels[name] for name, _, _ in anchors(self.draft) if name in labels}

    @cached_property
    def order(self) -> Mapping[str, int]:
        """The place of each id in the text."""
        return {name: number for number, name in enumerate(self.labels)}

    def find(self, written: str) -> str | None:
        """The id of the place that somebody calls so; None where there is none, or the whole text is meant."""
        text = _plain(written)
        if text.lower() in WHOLE:
            return None
        if found := _ID.match(text):
            return found[0] if found[0] in self.labels else None
        if text in self._titles:
            return self._titles[text]
        for form in _FORMS:
            if found := form.match(text):
                kind = _KINDS.get((found["what"] or "").lower(), "")
                return self._numbers.get(f"{kind}{found['number'].upper()}")
        return None

    def is_whole(self, written: str) -> bool:
        """Whether the whole text is meant."""
        return _plain(written).lower() in WHOLE

    @cached_property
    def _numbers(self) -> Mapping[str, str]:
        """Ids by number: of a clause that has no id, that of its first provision."""
        found: dict[str, str] = {}
        for clause in self.draft.clauses:
            first = next((block.id for block in clause.blocks if isinstance(block, Provision)), "")
            if clause.number and (clause.id or first):
                found.setdefault(clause.number, clause.id or first)
        for name, label in self.labels.items():
            found.setdefault(_NOT_NUMBER.sub("", label.replace("公式", "式")), name)
        return found

    @cached_property
    def _titles(self) -> Mapping[str, str]:
        return {_plain(inline_text(clause.heading)): clause.id for clause in self.draft.clauses if clause.id}


_NOT_NUMBER = re.compile(r"[（）()第章]|附录")


def _plain(text: str) -> str:
    """Half-width, without blanks: sheets write 表 1 and ５.２ as well."""
    return "".join(normalize("NFKC", text).split())
