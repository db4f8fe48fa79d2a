"""A term of a code list points to a term that the list does not have.

`parent` and `replaced_by` hold ids of the same list.

Correct the id, or add the term.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity, nearest
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="代码表中没有“{target}”",
    en="the code list has no term '{target}'",
    help_zh="{hint}请改正，或先添加该代码。",
    help_en="{hint} Correct it, or add the term first.",
    page_zh="""
代码指向表中没有的代码。

`parent`（上级）和 `replaced_by`（被代替为）都写同一张代码表中的编号。

请改正编号，或先添加该代码。
""",
)

_FILE = """\
--- catalog/vocabularies/areas.yaml
name:
  zh: 片区
terms:
  - {id: east, name: {zh: 东区}}
  - {id: harbour, name: {zh: 港区}, parent: {parent}}
"""
GOOD = _FILE.replace("{parent}", "east")
BAD = _FILE.replace("{parent}", "eest")


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    known = {term["id"] for term in entry.data["terms"]}
    for index, term in enumerate(entry.data["terms"]):
        for key in ("parent", "replaced_by"):
            if key in term and term[key] not in known:
                yield entry.at("terms", index, key, target=term[key], hint=nearest(term[key], sorted(known)))


RULE = Rule("C607", "term-link", Severity.ERROR, Scope.ENTRY, check, TEXT, GOOD, BAD, kinds=("vocabularies",))
