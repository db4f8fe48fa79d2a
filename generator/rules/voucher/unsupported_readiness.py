"""A readiness statement of a listing names nothing that supports it.

Each of the four statements rests on entries of the catalogue: a scenario, an industry, an architecture,
a solution, a benchmark project, a consortium, a standard. A statement without a link cannot be checked.

Add the link under `links`.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.model.voucher import Readiness
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope
from generator.texts import Text

TEXT = RuleText(
    zh="“{statement}”没有列出依据",
    en="the statement on {statement} names nothing that supports it",
    help_zh="请在 links 中写出支撑它的条目。",
    help_en="Name the entries that support it under links.",
    page_zh="""
目录条目的凝练说明没有依据。

四项说明都以目录中的条目为依据：应用场景、行业、参考架构、解决方案、应用标杆、联合体、标准等。没有链接的说明无法核对。

请在 `links` 中写出依据。
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
product: gateway
voucher: grant
category: net-access
readiness:
  industry_need: {text: {zh: 需求}, links: [scenarios/inspection]}
  network_mode: {text: {zh: 模式}, links: [architectures/line]}
  ecosystem: {text: {zh: 生态}, links: [organisations/acme]}
"""

GOOD = _LISTING + "  application_direction: {text: {zh: 方向}, links: [industries/electronics]}\n"

BAD = _LISTING + "  application_direction: {text: {zh: 方向}}\n"


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    for name, statement in (entry.data.get("readiness") or {}).items():
        if not statement.get("links"):
            info = Readiness.model_fields[name]
            extra = info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}
            title = Text(info.title or name, str(extra.get("en", name)).lower())
            yield entry.at("readiness", name, on_key=True, statement=title)


RULE = Rule("V008", "unsupported-readiness", Severity.WARNING, Scope.ENTRY, check, TEXT, GOOD, BAD, kinds=("listings",))
