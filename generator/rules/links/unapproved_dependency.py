"""An approved entry depends on one that is not approved, or no longer.

Whoever relies on an approved solution relies on its products and its architecture too. It is a warning,
because suspending or withdrawing an entry is never held up by those that depend on it: their owners see
here what has become of what they build on.

Have the other entry approved, replace it, or withdraw the approval.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="本条目“{own}”，而它依赖的“{name}”是“{state}”",
    en="this entry is '{own}', but '{name}', which it depends on, is '{state}'",
    help_zh="请推动对方条目通过，或改用其他条目。",
    help_en="Have the other entry approved, or use another one.",
    page_zh="""
已通过的条目依赖尚未通过、已暂停或已撤回的条目。

采用一个已通过的方案，也就采用了它的产品和架构。本规则只是警告：暂停或撤回一个条目，不应被依赖它的条目阻止；依赖方的维护单位由此得知情况。

请推动对方条目通过、换用其他条目，或撤回本条目。
""",
)

_FILES = """\
--- catalog/products/gw-5.yaml
name:
  zh: 五型网关
status: {gateway}
vendor: acme
category: gateway
--- catalog/products/gw-6.yaml
name:
  zh: 六型网关
status: approved
vendor: acme
category: gateway
depends_on: [gw-5]
"""
_HISTORY = """\
status: approved
history:
  - {to: draft, date: 2026-01-05, role: vendor}
  - {to: submitted, date: 2026-01-06, role: vendor}
  - {to: in-review, date: 2026-01-07, role: programme-office}
  - {to: approved, date: 2026-01-08, role: programme-office}
"""
_DRAFT = "status: draft\nhistory:\n  - {to: draft, date: 2026-01-05, role: vendor}\n"
GOOD = _FILES.replace("status: {gateway}\n", _HISTORY).replace("status: approved\nvendor", _HISTORY + "vendor")
BAD = _FILES.replace("status: {gateway}\n", _DRAFT).replace("status: approved\nvendor", _HISTORY + "vendor")

DEPENDS = frozenset(
    (
        "depends_on",
        "implements",
        "fills",
        "derived_from",
        "solution",
        "product",
        "voucher",
        "scheme",
        "subject",
        "procedure",
    )
)
"""The relations through which an entry relies on another's approval. Whom it belongs to is none of them."""


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    state = project.state(entry)
    if entry.status is None or state is None or not state.settled:
        return
    for link in entry.links:
        if link.relation.name in DEPENDS and (target := project.get(link.target)):
            other = project.state(target)
            if other is not None and not other.settled:
                yield entry.at(*link.pointer, own=state.name.text, name=target.name, state=other.name.text)


RULE = Rule("C005", "unapproved-dependency", Severity.WARNING, Scope.LINKS, check, TEXT, GOOD, BAD)
