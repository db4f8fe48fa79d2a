"""What a rule is. A rule is one file: its docstring, its texts, its examples, one generator `check`, and `RULE`.

    RULE = Rule("C002", "dangling-link", Severity.ERROR, Scope.LINKS, check, TEXT, GOOD, BAD)

The module's docstring is the rule's page in English. GOOD and BAD are small repositories: files one
after another, each begun by a line `--- path`, laid over the mini repository of the tests. Those of a rule
about drafts may be fragments: a draft's text, read within the chapters that every draft has. GOOD must
give no diagnostic at all, BAD this rule's and no other.
"""

import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from generator.diagnostics import Code, Finding, Severity
from generator.project import Entry, Project
from generator.texts import Text


class Scope(StrEnum):
    """What a rule looks at, and so when its result may be taken from the cache."""

    ENTRY = "entry"
    """This file only (and the code lists)."""

    LINKS = "links"
    """This file and the entries that it links to."""

    DRAFT = "draft"
    """One standard with its draft."""

    PROJECT = "project"
    """Anything. Called once, with no entry."""


@dataclass(frozen=True, slots=True)
class RuleText:
    """The sentence and its help in both languages, and the page in Chinese. `{place}`s are a finding's values."""

    zh: str
    en: str
    help_zh: str
    help_en: str
    page_zh: str


EntryCheck = Callable[[Entry, Project], Iterable[Finding]]
ProjectCheck = Callable[[Project], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule. `kinds`: the folders of the entries it is called for, all where empty.

    `links_only`: it looks at links and nothing else, so it can be asked of an entry that has faults in its shape too.
    `dated`: its result depends on the day. `waivable`: an entry may waive it (`waivers`), with a
    reason; warnings and notes always may.
    """

    number: str
    name: str
    severity: Severity
    scope: Scope
    check: EntryCheck | ProjectCheck
    text: RuleText
    good: str
    bad: str
    kinds: tuple[str, ...] = ()
    dated: bool = False
    links_only: bool = False
    waivable: bool = False
    parameters: dict[str, Any] = field(default_factory=dict)

    @property
    def in_drafts(self) -> bool:
        """Whether it can find anything in the text of a draft."""
        return self.scope is Scope.DRAFT and self.kinds == ("standards",)

    @property
    def code(self) -> Code:
        page_en = (sys.modules[self.check.__module__].__doc__ or "").strip()
        return Code(
            self.number,
            self.name,
            self.severity,
            Text(self.text.zh, self.text.en),
            Text(self.text.help_zh, self.text.help_en),
            Text(self.text.page_zh.strip(), page_en),
            self.good,
            self.bad,
        )
