"""The entry and the draft of a standard do not list the same normative references.

The chapter 规范性引用文件 of the draft is what holds; the entry repeats the list so that it can be searched
and linked. An entry that lists none is left alone.

Add the missing one, or take out what is no longer cited.
"""

import re
from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.drafts.model import Draft, Paragraph, walk
from generator.drafts.text import inline_text, normal
from generator.model.standard import Standard
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope
from generator.rules.standards.example import STANDARD
from generator.texts import Text

TEXT = RuleText(
    zh="规范性引用文件“{number}”只在{where}中",
    en="the normative reference '{number}' is in {where} only",
    help_zh="请使 normative_references 与草案的“规范性引用文件”一致。",
    help_en="Make normative_references and the chapter 规范性引用文件 of the draft agree.",
    page_zh="""
标准条目与草案列出的规范性引用文件不同。

以草案中“规范性引用文件”一章为准；条目中重复列出，是为了检索和链接。条目没有列出任何一项的，不检查。

请补上缺少的，或删去不再引用的。
""",
)

GOOD = STANDARD + "normative_references: [{number: GB/T 4208, title: 外壳防护等级（IP代码）}]\n"

BAD = STANDARD + "normative_references: [{number: GB/T 4028, title: 外壳防护等级（IP代码）}]\n"


_NUMBER = re.compile(r"([0-9A-Z][0-9A-Za-z/. \-\u2013\u2014:]{2,40}?)(?:\u3000|\s{2,}|《|$)")
"""A document's number at the start of its line: up to a wide blank or the title."""

_DASHES = re.compile(r"[-\u2013\u2014\s]+")
_ENTRY, _DRAFT = Text("条目", "the entry"), Text("草案", "the draft")


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft, listed = project.drafts.get(entry.slug), entry.as_a(Standard).normative_references
    if draft is None or not listed:
        return
    cited = {_key(number): number for number in _cited(draft)}
    for index, reference in enumerate(listed):
        if _key(reference.number) not in cited:
            yield entry.at("normative_references", index, "number", number=reference.number, where=_ENTRY)
    known = {_key(reference.number) for reference in listed}
    for key, number in cited.items():
        if key not in known:
            yield entry.at("normative_references", on_key=True, number=number, where=_DRAFT)


def _cited(draft: Draft) -> Iterator[str]:
    """The numbers of the documents in the chapter of normative references."""
    for clause in draft.clauses:
        if clause.kind == "references":
            for block in walk(clause.blocks):
                found = _NUMBER.match(inline_text(block.inlines)) if isinstance(block, Paragraph) else None
                if found and any(character.isdigit() for character in found[1]):
                    yield found[1].strip()


def _key(number: str) -> str:
    """One spelling of a number: width, blanks and the kind of dash do not count."""
    return _DASHES.sub("-", normal(number)).casefold()


RULE = Rule("D114", "normative-references", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
