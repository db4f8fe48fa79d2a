"""A list has no sentence that leads it in.

A list is introduced by a sentence, usually one that ends with a colon (GB/T 1.1—2020, 7.5.1): without it nobody
can tell whether its items are requirements, choices or examples.

Write the sentence before the list.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.drafts.model import Formula, ListBlock, Paragraph, Provision
from generator.project import Entry, Project
from generator.rules.drafting.blocks import lists
from generator.rules.drafting.view import view
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="列项之前没有引语",
    en="no sentence leads this list in",
    help_zh="请在列项之前写一句引语，如“网关应具有下列接口：”。",
    help_en="Write a sentence before the list that says what its items are.",
    page_zh="""
列项没有引语。

列项由引语引出，通常以冒号结束（GB/T 1.1—2020 的 7.5.1）。没有引语，就不知道各项是要求、选择还是例子。

请在列项之前写一句引语。
""",
)

GOOD = """\
网关的接口包括：

- 以太网接口；
- 5G空中接口。
"""

BAD = """\
- 以太网接口；
- 5G空中接口。
"""


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    for clause in draft.clauses:
        if clause.kind in ("references", "bibliography", "index"):
            continue
        for before, block in lists(clause.blocks):
            if not isinstance(before, Paragraph | Provision | Formula | ListBlock):
                yield draft.at(block.line)


RULE = Rule("D315", "list-without-lead-in", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
