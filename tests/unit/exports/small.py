"""A small repository that the tests of exports share: one vendor, one product, one solution, in full and in part."""

from collections.abc import Mapping

from generator.loader import load
from generator.project import Project
from generator.source.tree import MemoryTree, Tree

FILES = {
    "catalog/programme.yaml": """\
name: {zh: 测试目录, en: Test catalogue}
short_name: {zh: 测试}
summary: {zh: 只用于测试}
site_url: https://example.org/sub/
licence: {id: CC-BY-4.0, name: {zh: 署名}, url: "https://example.org/licence"}
""",
    "catalog/lifecycles.yaml": """\
lifecycles:
  - id: entry
    name: {zh: 条目}
    states:
      - {id: draft, name: {zh: 草稿, en: Draft}, to: [approved]}
      - {id: approved, name: {zh: 已通过, en: Approved}, settled: true}
""",
    "catalog/vocabularies/units.yaml": """\
name: {zh: 单位}
terms:
  - {id: ms, name: {zh: 毫秒, en: millisecond}, symbol: ms}
""",
    "catalog/vocabularies/cities.yaml": """\
name: {zh: 地市}
terms:
  - {id: foshan, name: {zh: 佛山市, en: Foshan}, code: "440600"}
  - {id: zhuhai, name: {zh: 珠海市}}
""",
    "catalog/vocabularies/billing-dimensions.yaml": """\
name: {zh: 计费量纲}
terms:
  - {id: device, name: {zh: 台, en: device}}
  - {id: connection, name: {zh: 连接}}
""",
    "catalog/metrics/latency.yaml": """\
name: {zh: 时延, en: Latency}
unit: ms
direction: lower
""",
    "catalog/organisations/acme.yaml": """\
name: {zh: 示例公司, en: Acme}
example: true
types: [research]
""",
    "catalog/architectures/line.yaml": """\
name: {zh: 产线架构}
network_mode: {isolation: hybrid, upf: on-premises}
slots:
  - {id: access, name: {zh: 接入}, layer: access, accepts: [gateway]}
""",
    "catalog/products/gateway.yaml": """\
name: {zh: 示例网关, en: Gateway}
summary: {zh: 把设备接入 5G}
aliases: [网关, "=GW"]
status: approved
history:
  - {to: draft, date: 2026-01-02}
  - {to: approved, date: 2026-02-03, evidence: {title: 检测报告}}
owner: acme
example: true
vendor: acme
category: gateway
capabilities:
  - {metric: latency, max: 9.60, unit: ms, basis: measured}
  - {metric: latency, value: 12.3456789012345678, unit: ms}
prices:
  - {id: hardware, dimension: device, charge: once, amount: 3200}
  - id: sim
    dimension: connection
    charge: recurring
    period: month
    tiering: graduated
    tiers: [{up_to: 100, amount: 30.5}, {amount: 0.1}]
available_in: [foshan, zhuhai]
""",
    "catalog/products/switch.yaml": """\
name: {zh: 交换机}
vendor: acme
category: switch
depends_on: [gateway]
""",
    "catalog/solutions/agv.yaml": """\
name: {zh: 示例方案}
vendor: acme
implements: line
scenarios: [{scenario: mobile-robot}]
sizing: {connection: 200}
fills:
  - {slot: access, product: gateway, quantity: {per: connection, each: 40}}
  - {slot: switch, product: switch, quantity: 2}
""",
}


def tree(extra: Mapping[str, str] | None = None) -> Tree:
    """The repository as a tree, with files added or replaced."""
    return MemoryTree({path: text.encode() for path, text in {**FILES, **(extra or {})}.items()})


def project(extra: Mapping[str, str] | None = None, today: str = "2026-07-01") -> Project:
    """The project of `tree(extra)`. Fails where a file is not accepted; that it has no code lists is known."""
    made, found = load(tree(extra), today)
    problems = [problem for problem in found if problem[0].name != "missing-file"]
    if problems:
        raise ValueError([(code.name, finding.path, finding.values) for code, finding in problems])
    return made
