"""A product's category is a branch of the tree, not a leaf.

The leaves of the code list `product-categories` say what a product is; a branch such as "device" says only
where to look. Filters, slots and voucher categories need the leaf.

Choose a leaf below the branch. If none fits, add a term to the code list.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity, allowed
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="产品类别“{category}”下面还有分类，请选最细的一级",
    en="the category '{category}' has categories below it; choose one of those",
    help_zh="{known}",
    help_en="Categories {known}",
    page_zh="""
产品类别不是最细的一级。

代码表 `product-categories` 中最细的一级说明产品是什么；“设备”这样的上级只说明到哪里去找。筛选、槽位和服务券目录都要用最细的一级。

请选择它下面的类别；没有合适的，请先在代码表中添加。
""",
)

_FILE = """\
--- catalog/products/gw-5.yaml
name:
  zh: 五型网关
vendor: acme
category: {category}
"""
GOOD = _FILE.replace("{category}", "gateway")
BAD = _FILE.replace("{category}", "device")


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    category = entry.data["category"]
    if not project.is_leaf("product-categories", category):
        terms = project.vocabularies["product-categories"].values()
        below = [term.id for term in terms if term.parent == category]
        yield entry.at("category", category=category, known=allowed(below))


RULE = Rule("C401", "category-not-leaf", Severity.ERROR, Scope.ENTRY, check, TEXT, GOOD, BAD, kinds=("products",))
