"""An entry uses a term that another has replaced.

Old terms stay in their code list so that old data can be read. New data uses the one that took their place,
or filters would show the same thing under two names.

Use the term named.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.model.links import terms_of, values_at
from generator.project import Project
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="“{term}”已被“{new}”代替",
    en="'{term}' has been replaced by '{new}'",
    help_zh="请改为 {new}（{name}）。",
    help_en="Write {new} ({name}).",
    page_zh="""
使用了已被代替的代码。

旧代码留在代码表中，是为了读懂旧数据。新数据应使用代替它的代码，否则同一事物会在筛选中以两个名称出现。

请改为所示的代码。
""",
)

_FILES = """\
--- catalog/vocabularies/features.yaml
name:
  zh: 产品特性
terms:
  - {id: edge-computing, name: {zh: 边缘计算}}
  - {id: mec, name: {zh: 移动边缘计算}, replaced_by: edge-computing}
--- catalog/products/gw-5.yaml
name:
  zh: 五型网关
vendor: acme
category: gateway
features: [{feature}]
"""
GOOD = _FILES.replace("{feature}", "edge-computing")
BAD = _FILES.replace("{feature}", "mec")


def check(project: Project) -> Iterator[Finding]:
    replaced = {
        (vocabulary, term.id): term.replaced_by
        for vocabulary, terms in project.vocabularies.items()
        for term in terms.values()
        if term.replaced_by
    }
    lists = {vocabulary for vocabulary, _ in replaced}
    if not lists:
        return
    for entry in project:
        for path, mark in terms_of(entry.kind.model):
            if mark.vocabulary in lists and path[0] in entry.data:
                for pointer, value in values_at(entry.data, path):
                    new = replaced.get((mark.vocabulary, value)) if isinstance(value, str) else None
                    if new:
                        term = project.term(mark.vocabulary, new)
                        yield entry.at(*pointer, term=value, new=new, name=term.name.text if term else new)


RULE = Rule("C609", "deprecated-term", Severity.WARNING, Scope.PROJECT, check, TEXT, GOOD, BAD)
