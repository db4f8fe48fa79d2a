"""An organisation said the same of the same place twice.

A sheet that was imported twice, or a letter that came by two ways, would count twice in the totals.

Remove one of the two.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.drafts.text import normal
from generator.project import Entry, Project
from generator.rules.comments.example import COMMENT, FILE
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="与 {other} 相同：同一单位、同一处、同样的话",
    en="the same as {other}: organisation, place and words",
    help_zh="请删去其中一个文件。",
    help_en="Remove one of the two files.",
    page_zh="""
同一单位对同一处提了两次同样的意见。

意见表导入两次，或同一份来函从两处收到，统计时会算两次。

请删去其中一个。
""",
)

GOOD = FILE + COMMENT + "--- standards/gateway-access/comments/1/a-02.yaml\n" + COMMENT.replace("位置", "方法")

BAD = FILE + COMMENT + "--- standards/gateway-access/comments/1/a-02.yaml\n" + COMMENT


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    seen: dict[tuple[str, ...], str] = {}
    for one in project.comments.get(entry.slug, ()):
        said = one.comment
        place = said.clause or said.number or ""
        key = (said.organisation or said.name or "", said.edition, place, normal(f"{said.text}{said.proposal or ''}"))
        if first := seen.get(key):
            yield Finding(one.path, ("text",), {"other": first})
        seen.setdefault(key, one.id)


RULE = Rule("D409", "duplicate-comment", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
