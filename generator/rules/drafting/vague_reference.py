"""The text points to a table, a figure or a clause without its number.

下表, 上图, 如下式 and 前述 are lost as soon as something is moved; the text refers by number (GB/T 1.1—2020, 9.5.3). The
program makes the number from `[@tbl-x]`.

Write the reference.
"""

import re
from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.drafting.view import unquoted, view
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="“{word}”没有指明编号",
    en="'{word}' does not say which one",
    help_zh="请写 [@标识]，它会变成“表1”“图1”“5.2”之类的编号。",
    help_en="Write [@id]; it becomes a number such as 表1, 图1 or 5.2.",
    page_zh="""
文中用“下表”“上图”之类的说法指代。

提及表、图、公式和条时用编号（GB/T 1.1—2020 的 9.5.3），“下表”“上图”“如下式”在内容移动后就不知所指。编号由 `[@标识]` 生成。

请改写为引用。
""",
)

GOOD = """\
各等级的取值见[@tbl-levels]。

表：等级 {#tbl-levels}

| 等级 | 时延上限/ms |
|---|---|
| 甲 | 10 |
"""

BAD = """\
各等级的取值见下表和[@tbl-levels]。

表：等级 {#tbl-levels}

| 等级 | 时延上限/ms |
|---|---|
| 甲 | 10 |
"""


_VAGUE = re.compile(
    r"(?<![水地桌以如])(?:[上下](?:表|图)(?![面层示明中列格]|像)"
    r"|[见如按](?:[上下左右]|以下|以上)(?:表|图|式)(?![述示明面现达像样])|[按由用据]下式|上式|本表(?!面)|前述[章条]|上[一]?[章条]节?(?=[的中所])|下[一][章条](?=[的中所]))"
)


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    for passage in draft.passages:
        for found in _VAGUE.finditer(unquoted(passage.text)) if passage.place != "cell" else ():
            yield draft.at(passage.line, found.group(), word=found.group())


RULE = Rule("D374", "vague-reference", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
