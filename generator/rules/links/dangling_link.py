"""A link points to an entry that does not exist.

Readers follow links from page to page, and the graph is built from them. A link to nothing is a
dead end on the site and a missing edge in the graph.

Correct the id, or add the entry that it names.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.model.registry import KINDS
from generator.project import Entry, Project
from generator.rules.places import nearest_id
from generator.rules.rule import Rule, RuleText, Scope
from generator.texts import Text

TEXT = RuleText(
    zh="{kind}中没有编号为“{target}”的条目",
    en="no {kind} has the id '{target}'",
    help_zh="{hint}请改正编号，或先添加该条目。",
    help_en="{hint} Correct the id, or add the entry first.",
    page_zh="""
链接指向不存在的条目。

读者沿链接从一页走到另一页，依赖图也由链接构成。指向空处的链接在网站上是死路，在图上是缺失的边。

请改正编号，或添加它所指的条目。
""",
)

GOOD = """\
--- catalog/organisations/acme-parent.yaml
name:
  zh: 示例集团
types: [industrial-enterprise]
--- catalog/organisations/acme-child.yaml
name:
  zh: 示例子公司
types: [industrial-enterprise]
parent: acme-parent
"""

BAD = """\
--- catalog/organisations/acme-child.yaml
name:
  zh: 示例子公司
types: [industrial-enterprise]
parent: acme-parnet
"""


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    for link in entry.links:
        if link.target not in project:
            folder, _, slug = link.target.partition("/")
            kind = KINDS.get(folder)
            if kind is None or folder not in link.relation.kinds:
                continue  # a link of the wrong kind is another rule's
            title = Text(kind.title.zh, kind.title.en.lower())
            hint = nearest_id(project, folder, slug, examples=entry.example)
            yield entry.at(*link.pointer, kind=title, target=slug, hint=hint)


RULE = Rule("C002", "dangling-link", Severity.ERROR, Scope.LINKS, check, TEXT, GOOD, BAD, links_only=True)
