"""No entry links to this one.

Organisations and reference architectures are there for others: to supply, to apply, to be implemented. One
that nothing links to is found by nobody who follows links; often the other side's link was forgotten or
the entry is left over.

Add the link where it belongs, or remove the entry. Kinds of which an orphan is normal stand in the
parameter `normal`.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.model.registry import KINDS
from generator.project import Project
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="没有任何条目链接到“{name}”",
    en="no entry links to '{name}'",
    help_zh="请在相关条目中添加指向它的链接；多余的条目请删除。",
    help_en="Link to it where it belongs, or remove the entry if it is left over.",
    page_zh="""
没有任何条目链接到本条目。

单位和参考架构是供其他条目引用的：供应、申报、采用。没有任何链接指向的条目，沿链接浏览的读者找不到；往往是对方条目忘了写链接，或者本条目已经多余。

请在相关条目中添加链接，或删除本条目。哪些种类允许没有链接指向，由参数 `normal` 规定。
""",
)

GOOD = """\
--- catalog/organisations/society.yaml
name:
  zh: 丙标准协会
types: [society]
--- catalog/procedures/society.yaml
name:
  zh: 丙协会团体标准制定程序
society: society
number_code: ABC
stages:
  - {state: proposal, code: "00", name: {zh: 提案}}
"""

BAD = """\
--- catalog/organisations/society.yaml
name:
  zh: 丙标准协会
types: [society]
"""

NORMAL = tuple(folder for folder in KINDS if folder not in ("organisations", "architectures"))


def check(project: Project) -> Iterator[Finding]:
    normal = project.parameter("orphan-entry", "normal", NORMAL)
    for entry in project:
        if entry.kind.folder not in normal and all(link.source == entry.id for link in project.backlinks(entry.id)):
            yield entry.at("name", name=entry.name)


RULE = Rule(
    "C004",
    "orphan-entry",
    Severity.WARNING,
    Scope.PROJECT,
    check,
    TEXT,
    GOOD,
    BAD,
    parameters={"normal": NORMAL},
)
