"""Terms of a code list stand above each other in a circle, or replace each other.

A tree has a root: nothing can be below itself. And whoever follows `replaced_by` arrives at a term in use.

Correct one of the terms named.
"""

from collections.abc import Iterator
from typing import Any

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="{key} 成了循环：{cycle}",
    en="{key} runs in a circle: {cycle}",
    help_zh="请改正其中一个。",
    help_en="Correct one of them.",
    page_zh="""
代码互为上级，或互相代替。

树有根：代码不能在自己之下。沿 `replaced_by` 走，也应当到达一个仍在使用的代码。

请改正所列代码之一。
""",
)

_FILE = """\
--- catalog/vocabularies/areas.yaml
name:
  zh: 片区
terms:
  - {id: east, name: {zh: 东区}{parent}}
  - {id: harbour, name: {zh: 港区}, parent: east}
"""
GOOD = _FILE.replace("{parent}", "")
BAD = _FILE.replace("{parent}", ", parent: harbour")


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    terms: list[dict[str, Any]] = entry.data["terms"]
    for key in ("parent", "replaced_by"):
        above = {term["id"]: term[key] for term in terms if key in term}
        places = {term["id"]: index for index, term in enumerate(terms)}
        for cycle in _cycles(above):
            yield entry.at("terms", places[cycle[0]], key, key=key, cycle=" → ".join((*cycle, cycle[0])))


def _cycles(above: dict[str, str]) -> Iterator[tuple[str, ...]]:
    """The circles among terms of which each has at most one above it; each circle once, from its first term."""
    done: set[str] = set()
    for start in above:
        way: dict[str, int] = {}
        here = start
        while here in above and here not in done and here not in way:
            way[here] = len(way)
            here = above[here]
        if here in way:
            yield tuple(way)[way[here] :]
        done.update(way)


RULE = Rule("C608", "term-cycle", Severity.ERROR, Scope.ENTRY, check, TEXT, GOOD, BAD, kinds=("vocabularies",))
