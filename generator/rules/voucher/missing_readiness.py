"""A listing was submitted without its four readiness statements.

Before a product enters the catalogue, the notice wants four things condensed (适时凝练): the need of the
industry, the network mode, the ecosystem and the direction of application. While the listing is a draft
they may still be missing.

Write `readiness` with its four statements.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="目录条目已提交，但没有写行业需求、网络模式、生态组成和应用方向",
    en="the listing was submitted without the statements on industry need, network mode, ecosystem and application direction",
    help_zh="请写 readiness 的四项说明及其依据。",
    help_en="Write the four statements of readiness, with the entries that support them.",
    page_zh="""
目录条目已提交，而没有四项凝练说明。

通知要求列入目录之前，适时凝练行业需求、网络模式、生态组成和应用方向。草稿阶段可以暂缺。

请写 `readiness` 的四项说明。
""",
)

_LISTING = """\
--- catalog/vouchers/grant.yaml
name:
  zh: 示例服务券
categories:
  - {id: network, name: {zh: 网络}}
  - {id: net-core, name: {zh: 核心网}, parent: network, accepts: [upf]}
  - {id: net-access, name: {zh: 接入设备}, parent: network, accepts: [device]}
classes:
  - {id: a, name: {zh: A 类}, ratio_max: 50}
--- catalog/listings/gateway-listing.yaml
name:
  zh: 示例目录条目
status: submitted
history: [{to: submitted, date: 2026-05-11}]
product: gateway
voucher: grant
category: net-access
"""

GOOD = (
    _LISTING
    + """\
readiness:
  industry_need: {text: {zh: 需求}, links: [scenarios/inspection]}
  network_mode: {text: {zh: 模式}, links: [architectures/line]}
  ecosystem: {text: {zh: 生态}, links: [organisations/acme]}
  application_direction: {text: {zh: 方向}, links: [industries/electronics]}
"""
)

BAD = _LISTING


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    lifecycle = project.settings.lifecycles.get(entry.kind.lifecycle or "")
    first = lifecycle.states[0].id if lifecycle else None
    state = project.state(entry)
    if state and state.to and state.id != first and "readiness" not in entry.data:
        yield entry.at("status")


RULE = Rule("V007", "missing-readiness", Severity.WARNING, Scope.ENTRY, check, TEXT, GOOD, BAD, kinds=("listings",))
