"""A requirement is weakened by 尽可能, 尽量, 考虑, 通常, 一般 or 原则上.

Whether such a requirement is fulfilled cannot be shown; these words go with 宜 (GB/T 1.1—2020, 9.4.2).

Leave the word out, or make it a recommendation.
"""

import re
from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.drafting.view import unquoted, view
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="“应”不与“{word}”连用",
    en="应 does not go with '{word}'",
    help_zh="请删去“{word}”，或改为推荐（宜）。",
    help_en="Leave it out, or make it a recommendation (宜).",
    page_zh="""
要求中用了“尽可能”“通常”之类的词。

“尽可能”“尽量”“考虑”以及“通常”“一般”“原则上”不与“应”“不应”一起使用，可与“宜”一起使用（GB/T 1.1—2020 的 9.4.2）：这样的要求无法证实。

请删去这些词，或改为推荐。
""",
)

GOOD = """\
::: {.provision #p-x-01 kind=recommendation aspect=performance}
网关宜尽可能缩短转发时延。
:::
"""

BAD = """\
::: {.provision #p-x-01 kind=requirement aspect=performance}
网关应尽可能缩短转发时延。
:::
"""


_BEFORE = re.compile(r"(?:通常|一般|原则上)[^，。；：、（）]{0,6}$")
_BEHIND = re.compile(r"[^，。；：、（）]{0,3}?(尽可能|尽量|优先考虑|(?<!未)考虑(?!到)|原则上)")


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    for passage, found in draft.verbs:
        text = unquoted(passage.text)
        for verb in found:
            if verb.force != "requirement" or not passage.normative:
                continue
            behind = _BEHIND.match(text[verb.start + len(verb.word) :])
            before = _BEFORE.search(text[: verb.start])
            if behind or before:
                word = behind[1] if behind else before.group()[:2] if before else ""
                word = "原则上" if word == "原则" else word
                yield draft.at(passage.line, word, word=word)


RULE = Rule("D385", "hedged-requirement", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
