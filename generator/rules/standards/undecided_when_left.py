"""The stage of comments was left while a comment was undecided.

The procedure asks for a decision on every comment before that stage is left (`no-undecided-comments`). One that came
later is not meant.

Decide it: catalog standard comments decide.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.model.standard import Standard
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope
from generator.rules.standards.example import COMMENT_LEFT
from generator.rules.standards.gates import is_gated, named, procedure_of, stage_of, states_of, steps_of

TEXT = RuleText(
    zh="“{stage}”阶段已于 {left} 结束，这条意见还没有处理",
    en="'{stage}' ended on {left}, and this comment is undecided",
    help_zh="用 catalog standard comments decide 写明处理意见。",
    help_en="Decide it: catalog standard comments decide.",
    page_zh="""
离开征求意见阶段时，还有意见没有处理。

制定程序要求离开该阶段前处理完全部意见（`no-undecided-comments`）；之后收到的不算。

请处理：catalog standard comments decide。
""",
)

SAID = """\
--- standards/gateway-access/comments/1/a-01.yaml
name: 示例测试中心
received: 2026-03-20
clause: p-lat-01
type: technical
text: 建议写明测量位置。
"""

GOOD = COMMENT_LEFT + SAID + "decision: accepted\ndecided_on: 2026-04-10\n"

BAD = COMMENT_LEFT + SAID


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    comments = project.comments.get(entry.slug, ())
    if not any(one.comment.decision is None for one in comments):
        return
    standard, states = entry.as_a(Standard), states_of(project)
    procedure = procedure_of(standard, project)
    for step in steps_of(standard):
        stage = stage_of(procedure, step.before)
        if stage and "no-undecided-comments" in stage.checks and is_gated(step.before, step.line.to, states):
            for one in comments:
                if one.comment.decision is None and one.comment.received <= step.line.date:
                    values = {"stage": named(step.before, project), "left": step.line.date}
                    yield Finding(one.path, (), values)


RULE = Rule("D435", "undecided-when-left", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
