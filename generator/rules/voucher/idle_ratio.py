"""A category's ratio is above that of every class, so it never applies.

Where a class and a category both state a ratio, the lower one counts.

Correct the ratio, or take it out.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.model.voucher import Voucher
from generator.project import Entry, Project
from generator.quantities import shown
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="目录“{category}”的比例 {ratio}% 高于所有类别的比例（最高 {highest}%），永远用不上",
    en="the ratio of '{category}', {ratio} %, is above that of every class (at most {highest} %) and never applies",
    help_zh="请改正比例，或删去 ratio_max。",
    help_en="Correct the ratio, or take ratio_max out.",
    page_zh="""
目录的比例高于所有类别的比例，永远用不上。

类别和目录都规定了比例时，取低的。

请改正比例，或删去。
""",
)

_FILES = """\
--- catalog/vouchers/grant.yaml
name:
  zh: 示例服务券
categories:
  - {id: network, name: {zh: 网络}}
  - {id: net-core, name: {zh: 核心网}, parent: network, accepts: [upf]}
classes:
  - {id: a, name: {zh: A 类}, ratio_max: 50}
"""

GOOD = _FILES.replace("accepts: [upf]", "accepts: [upf], ratio_max: 40")

BAD = _FILES.replace("accepts: [upf]", "accepts: [upf], ratio_max: 60")


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    voucher = entry.as_a(Voucher)
    highest = max((kind.ratio_max for kind in voucher.classes), default=None)
    for index, category in enumerate(voucher.categories):
        if highest is not None and category.ratio_max is not None and category.ratio_max > highest:
            ratio, most = shown(category.ratio_max), shown(highest)
            yield entry.at("categories", index, "ratio_max", category=category.id, ratio=ratio, highest=most)


RULE = Rule("V052", "idle-ratio", Severity.WARNING, Scope.ENTRY, check, TEXT, GOOD, BAD, kinds=("vouchers",))
