"""A small repository with one listing that meets every check, and the same with some of its text changed."""

from collections.abc import Iterable

from generator.loader import load
from generator.project import Project
from generator.rules.standards.example import FINGERPRINT, STANDARD
from generator.source.tree import MemoryTree
from tests.rules.repository import base, files_of

ON = "2026-07-01"
LISTING = "listings/gateway-listing"

_DATES = "[{to: draft, date: 2026-01-05}, {to: submitted, date: 2026-02-02}, {to: approved, date: 2026-03-02}]"

TEXT = (
    STANDARD
    + f"""\
--- catalog/vouchers/grant.yaml
name: {{zh: 甲服务券, en: Grant}}
status: in-force
history: [{{to: draft, date: 2026-01-05}}, {{to: in-force, date: 2026-01-06}}]
categories:
  - {{id: network, name: {{zh: 网络, en: Network}}}}
  - {{id: net-core, name: {{zh: 核心网}}, parent: network, accepts: [upf]}}
  - {{id: net-access, name: {{zh: 接入设备, en: Access}}, parent: network, accepts: [device], ceiling: 150000.00, grade: Ⅱ}}
classes:
  - {{id: a, name: {{zh: A 类}}, ratio_max: 50}}
exclusion_groups:
  - {{id: either, name: {{zh: 二选一}}, categories: [net-core, net-access]}}
admitted_suppliers: [acme]
criteria:
  - id: tested
    applies_to: product
    text: {{zh: 条件}}
    clause: 第七条
    test: {{check: listing-approved}}
--- catalog/schemes/grading.yaml
name: {{zh: 甲等级评价}}
issuer: society
levels:
  - {{id: low, name: {{zh: 低级}}, rank: 1}}
  - {{id: high, name: {{zh: 高级}}, rank: 2}}
--- catalog/certificates/one.yaml
name: {{zh: 甲证书}}
status: in-force
history: [{{to: in-force, date: 2026-01-10}}]
scheme: grading
subject: products/gateway
level: high
number: C-1
issuer: society
issued_on: 2026-01-10
valid: {{start: 2026-01-10, until: 2027-01-09}}
--- catalog/organisations/acme.yaml
name: {{zh: 甲设备有限公司}}
types: [equipment-maker]
status: approved
history: {_DATES}
city: foshan
--- catalog/products/gateway.yaml
name: {{zh: 工业网关, en: Gateway}}
summary: {{zh: 一台网关}}
status: approved
history: {_DATES}
vendor: acme
category: gateway
model: GW-5
version: "2.3"
capabilities:
  - {{metric: end-to-end-latency, max: 10, unit: ms, basis: measured, evidence: {{title: 报告}}}}
  - {{metric: uplink-data-rate, min: 100, unit: mbit-s}}
prices:
  - {{id: hardware, dimension: device, charge: once, amount: 3200.00}}
  - {{id: service, dimension: device, charge: recurring, period: month, amount: 10.50}}
conforms_to:
  - {{standard: gateway-access, edition: draft, provision: p-lat-01, result: met, fingerprint: {FINGERPRINT}, evidence: {{title: 报告}}}}
--- catalog/listings/gateway-listing.yaml
name: {{zh: 网关条目}}
status: approved
history: {_DATES}
product: gateway
voucher: grant
category: net-access
subsidy_class: a
readiness:
  industry_need: {{text: {{zh: 需求}}, links: [scenarios/inspection]}}
  network_mode: {{text: {{zh: 模式}}, links: [architectures/line]}}
  ecosystem: {{text: {{zh: 生态}}, links: [organisations/acme]}}
  application_direction: {{text: {{zh: 方向}}, links: [industries/electronics]}}
valid: {{start: 2026-04-01, until: 2027-03-31}}
--- catalog/notices/first.yaml
name: {{zh: 甲公示, en: Notice one}}
voucher: grant
listings:
  - {{listing: gateway-listing, objections_open: 0, objections_closed: 1}}
basis: {{zh: 第七条}}
day_kind: calendar
days: 7
start: 2026-03-09
end: 2026-03-15
channel: {{zh: 书面提出}}
office: {{zh: 受理处}}
"""
)


def project(changes: Iterable[tuple[str, str]] = (), more: str = "", text: str = TEXT) -> Project:
    """The project with each (old, new) replaced once in its text, and with further files."""
    for old, new in changes:
        if text.count(old) < 1:
            raise ValueError(f"not in the text: {old}")
        text = text.replace(old, new, 1)
    return load(MemoryTree({**base(), **files_of(text), **files_of(more)}), ON)[0]


def with_test(test: str, changes: Iterable[tuple[str, str]] = (), more: str = "") -> Project:
    """The project whose one criterion has this test (YAML)."""
    return project([("{check: listing-approved}", test), *changes], more)
