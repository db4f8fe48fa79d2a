"""A criterion of a scheme asks for nothing that can be checked.

A criterion rests on a provision of a standard, on a selection of them, or on a bound of a metric. With its text
alone nobody can decide whether it is met.

Give it `standard` and `provision`, or `select`, or `requires`.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.model.grading import Scheme
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="条件“{criterion}”既没有标准条款，也没有指标要求",
    en="the criterion '{criterion}' has neither a provision of a standard nor a requirement",
    help_zh="请写 standard 和 provision，或写 select，或写 requires。",
    help_en="Write standard and provision, or select, or requires.",
    page_zh="""
等级评价的条件没有可以核对的内容。

条件依据标准的条款、按类选取的条款或指标的界限；只有文字，谁也无法判定是否满足。

请写 `standard` 和 `provision`，或写 `select`，或写 `requires`。
""",
)

_SCHEME = """\
--- catalog/schemes/grading.yaml
name:
  zh: 示例等级评价
issuer: acme
levels:
  - id: basic
    name: {zh: 基础级}
    rank: 1
    criteria:
      - id: latency
        text: {zh: 时延}
"""

GOOD = _SCHEME + "        requires: {metric: end-to-end-latency, max: 50, unit: ms}\n"

BAD = _SCHEME


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    for i, level in enumerate(entry.as_a(Scheme).levels):
        for j, criterion in enumerate(level.criteria):
            if not criterion.requires and not criterion.select and not (criterion.standard and criterion.provision):
                yield entry.at("levels", i, "criteria", j, criterion=criterion.id)


RULE = Rule("D121", "empty-criterion", Severity.ERROR, Scope.ENTRY, check, TEXT, GOOD, BAD, kinds=("schemes",))
