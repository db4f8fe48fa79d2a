"""A unit has no dimension or no factor.

`dimension` says what a unit measures, `factor` turns it into the base unit of that dimension, exactly. Without
both, quantities in this unit can be compared with no other.

Add what is missing. The base unit of a dimension has the factor 1.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="单位“{unit}”没有 {key}",
    en="the unit '{unit}' has no {key}",
    help_zh="dimension 是量纲，factor 是换算到基本单位的精确系数，基本单位为 1。",
    help_en="`dimension` is what it measures, `factor` turns it exactly into the base unit, which has 1.",
    page_zh="""
单位没有量纲或换算系数。

`dimension` 说明单位量的是什么，`factor` 把它精确换算为该量纲的基本单位。缺少其一，用这个单位的数值就无法与其他单位比较。

请补上。量纲的基本单位系数为 1。
""",
)

_FILE = """\
--- catalog/vocabularies/units.yaml
name:
  zh: 计量单位
terms:
  - {id: ms, name: {zh: 毫秒}, dimension: time, factor: 0.001}
  - {id: percent, name: {zh: 百分比}, dimension: ratio, factor: 0.01}
  - {id: mbit-s, name: {zh: 兆比特每秒}, dimension: data-rate, factor: 1000000}
  - {id: min, name: {zh: 分钟}, dimension: time{factor}}
"""
GOOD = _FILE.replace("{factor}", ", factor: 60")
BAD = _FILE.replace("{factor}", "")


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    if entry.slug == "units":
        for index, term in enumerate(entry.data["terms"]):
            for key in ("dimension", "factor"):
                if key not in term:
                    yield entry.at("terms", index, "id", unit=term["id"], key=key)


RULE = Rule("C610", "unit-factor", Severity.ERROR, Scope.ENTRY, check, TEXT, GOOD, BAD, kinds=("vocabularies",))
