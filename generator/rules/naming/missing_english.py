"""Texts of the entry have no English.

English is optional. A page in English shows the Chinese text where there is none, and says so. This note
counts what is missing, at the first place. What quotes a document word for word needs none.

Add `en` below `zh` when someone can translate it.
"""

from collections.abc import Iterator
from typing import Any

from generator.diagnostics import Finding, Severity
from generator.model.fields import Bilingual
from generator.project import Entry, Project
from generator.rules.places import values_of
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="有 {count} 处文本没有英文，这是第一处",
    en="texts without English: {count}; this is the first",
    help_zh="可以在 zh 下一行补上 en；没有也可以发布，英文页面会显示中文并注明。",
    help_en="Add `en` below `zh`; without it the English page shows the Chinese text and says so.",
    page_zh="""
条目中有文本没有英文。

英文是可选的。没有英文的地方，英文页面显示中文并注明。本提示在第一处报告共缺多少处。

有人能翻译时，在 `zh` 下一行补上 `en`。
""",
)

_FILE = """\
--- catalog/scenarios/inspection.yaml
name:
  zh: 质量检测
"""
BAD = _FILE
GOOD = _FILE + "  en: Quality inspection\n"

VERBATIM = frozenset(("wording", "reason"))
"""Fields that quote a document word for word, or speak to the catalogue's office only."""


def is_bilingual(kind: Any, marks: tuple[Any, ...]) -> bool:
    """Whether a field holds a text in two languages."""
    return isinstance(kind, type) and issubclass(kind, Bilingual)


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    missing = [
        pointer
        for pointer, text in values_of(entry, is_bilingual)
        if isinstance(text, dict) and "en" not in text and pointer[-1] not in VERBATIM
    ]
    if missing:
        yield entry.at(*missing[0], "zh", count=len(missing))


RULE = Rule("C203", "missing-english", Severity.NOTE, Scope.ENTRY, check, TEXT, GOOD, BAD)
