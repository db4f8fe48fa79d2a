"""An item of a list does not end as it should.

The last item of a list ends with a full stop, those before it with a semicolon (or each with a full stop, where
the items are sentences); an item that leads a list in ends with a colon (GB/T 1.1—2020, 7.5, and the rules of
punctuation that it names in 9.4.1).

Correct the sign at the end.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.drafts.model import ListBlock, Paragraph, Term
from generator.project import Entry, Project
from generator.rules.drafting.blocks import lists
from generator.rules.drafting.view import NO_WORDS, View, said, view
from generator.rules.rule import Rule, RuleText, Scope
from generator.texts import Text

TEXT = RuleText(
    zh="列项的{which}应以“{sign}”结束",
    en="{which} of a list ends with '{sign}'",
    help_zh="最后一项以“。”结束，之前各项以“；”结束（各项都是完整的句子时也可都用“。”）。",
    help_en="The last item ends with 。, those before it with ； (or all with 。 where they are sentences).",
    page_zh="""
列项末尾的标点不对。

列项的最后一项以句号结束，之前各项以分号结束（各项是完整的句子时也可以都用句号）；引出下一层列项的以冒号结束（GB/T 1.1—2020 的 7.5 和 9.4.1）。

请改正末尾的标点。
""",
)

GOOD = """\
网关的接口包括：

- 以太网接口；
- 5G空中接口。
"""

BAD = """\
网关的接口包括：

- 以太网接口；
- 5G空中接口；
"""


_LAST = Text("最后一项", "the last item")
_EARLIER = Text("这一项", "this item")


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    for clause in draft.clauses:
        if clause.kind in ("references", "bibliography", "index"):
            continue
        blocks = tuple(block for block in clause.blocks if not isinstance(block, Term))
        for _, block in lists(blocks):
            yield from _of_list(draft, block, outermost=True)


def _of_list(draft: View, block: ListBlock, outermost: bool) -> Iterator[Finding]:
    for number, item in enumerate(block.items, 1):
        last = number == len(block.items)
        end = item[-1] if item else None
        if isinstance(end, ListBlock) or not isinstance(end, Paragraph):
            continue
        text = said(end.inlines).rstrip()
        if not text or text.endswith(NO_WORDS):
            continue
        if last and outermost and not text.endswith(("。", "！", "？", "…")):
            yield draft.at(end.line or block.line, which=_LAST, sign="。")
        elif not last and text[-1] not in "；。：，？！;":
            yield draft.at(end.line or block.line, which=_EARLIER, sign="；")


RULE = Rule("D317", "list-end", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
