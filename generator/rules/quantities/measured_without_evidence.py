"""A quantity is called measured, but nothing proves the measurement.

A measured value outranks a declared one wherever the two are compared. That is earned by a test report that
others can ask for: its title, who issued it, its number or its SHA-256. The file itself stays outside the
repository.

Add `evidence`, or write `basis: declared`.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.places import statements
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="写为实测值，但没有证明材料",
    en="it is called measured, but there is no evidence",
    help_zh="请补上 evidence（报告标题、出具单位、编号），或改为 basis: declared。",
    help_en="Add `evidence` (title, issuer and number of the report), or write `basis: declared`.",
    page_zh="""
数值写为实测，却没有证明材料。

比较时，实测值优先于声明值。这一优先要有别人可以查问的测试报告来支撑：标题、出具单位、编号或 SHA-256。报告文件本身不放进仓库。

请补上 `evidence`，或改为 `basis: declared`。
""",
)

GOOD = """\
--- catalog/products/gw-5.yaml
name:
  zh: 五型网关
vendor: acme
category: gateway
capabilities:
  - metric: end-to-end-latency
    max: 12
    unit: ms
    basis: measured
    evidence:
      title: 五型网关时延测试报告
      issuer: 丙检测中心
      document: BG-2026-018
      date: 2026-03-01
"""
BAD = GOOD.partition("    evidence:")[0]


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    for pointer, statement, _ in statements(entry):
        if statement.get("basis") == "measured" and "evidence" not in statement:
            yield entry.at(*pointer, "basis")


RULE = Rule("C107", "measured-without-evidence", Severity.ERROR, Scope.ENTRY, check, TEXT, GOOD, BAD)
