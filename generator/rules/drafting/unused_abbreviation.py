"""An abbreviation is listed and used nowhere.

The list explains what the text uses (GB/T 1.1—2020, 8.8).

Take it out.
"""

import re
from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.drafting.blocks import abbreviations
from generator.rules.drafting.view import NO_WORDS, said, view
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="缩略语“{name}”在文中没有使用",
    en="the abbreviation '{name}' is not used in the text",
    help_zh="请从清单中删去。",
    help_en="Take it out of the list.",
    page_zh="""
列出的缩略语，文中没有使用。

清单说明的是文中使用的符号和缩略语（GB/T 1.1—2020 的 8.8）。

请删去。
""",
)

GOOD = """\
# 缩略语 {#c-abbreviations}

下列缩略语适用于本文件。

CPE
: 客户终端设备（Customer Premises Equipment）

# 组成 {#c-parts}

由CPE和基站组成。
"""

BAD = """\
# 缩略语 {#c-abbreviations}

下列缩略语适用于本文件。

CPE
: 客户终端设备（Customer Premises Equipment）

# 组成 {#c-parts}

由终端和基站组成。
"""


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    blocks = abbreviations(draft)
    if not blocks:
        return
    listing = {block.line for block in blocks}
    text = "\n".join(p.text for p in draft.passages if not (p.place == "abbreviation" and p.line in listing))
    text += "\n".join([*(clause.title for clause in draft.clauses), *(said(term.name) for term in draft.draft.terms)])
    words = set(re.findall(r"[A-Za-z0-9]+(?:[-/.][A-Za-z0-9]+)*", text))
    parts = {part for word in words for part in re.split(r"[-/.]", word)}
    for block in blocks:
        for one in block.items:
            name = said(one.name).strip()
            plain = re.fullmatch(r"[A-Za-z0-9]+", name)
            if name and NO_WORDS not in name and not (name in parts if plain else name in text):
                yield draft.at(block.line, name, name=name)


RULE = Rule("D351", "unused-abbreviation", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
