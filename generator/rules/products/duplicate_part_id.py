"""Two parts of an entry have the same id.

Slots, prices, categories, classes, levels, criteria and terms are named by ids within their list: fills,
listings and certificates point to them. The same id twice leaves open which is meant.

Give the later one an id of its own. Keep the ids of parts that others already point to.
"""

from collections.abc import Iterator
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.places import values_of
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="编号“{id}”在第 {first} 项已经用过",
    en="the id '{id}' is already used by number {first} of the list",
    help_zh="请为后写的一项另取编号。",
    help_en="Give the later one an id of its own.",
    page_zh="""
条目的两个组成部分编号相同。

槽位、价格、目录、类别、等级、条件和代码在各自的列表中用编号区分，方案、目录条目和证书用编号指向它们。编号重复，就不知道指的是哪一个。

请为后写的一项另取编号；已经被引用的编号不要改。
""",
)

_FILE = """\
--- catalog/products/gw-5.yaml
name:
  zh: 五型网关
vendor: acme
category: gateway
prices:
  - {id: hardware, dimension: device, charge: once, amount: 3200.00}
  - {id: {id}, dimension: connection, charge: recurring, period: month, amount: 30.00}
"""
GOOD = _FILE.replace("{id}", "sim")
BAD = _FILE.replace("{id}", "hardware")


def has_ids(kind: Any, marks: tuple[Any, ...]) -> bool:
    """Whether a field holds a list of parts with ids."""
    part = get_args(kind)[0] if get_origin(kind) is tuple else None
    return isinstance(part, type) and issubclass(part, BaseModel) and "id" in part.model_fields


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    for pointer, parts in values_of(entry, has_ids):
        if not isinstance(parts, list) or len(parts) < 2:
            continue
        first: dict[str, int] = {}
        for index, part in enumerate(parts):
            if first.setdefault(part["id"], index) != index:
                yield entry.at(*pointer, index, "id", id=part["id"], first=first[part["id"]] + 1)


RULE = Rule("C409", "duplicate-part-id", Severity.ERROR, Scope.ENTRY, check, TEXT, GOOD, BAD)
