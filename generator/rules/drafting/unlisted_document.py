"""A document is named in the text and stands in no list.

What is cited normatively is listed in chapter 2, what is only mentioned in the bibliography (GB/T 1.1—2020, 8.6
and 8.13), so that readers find its full name. The foreword, the sources of terms and the edition that this one takes
the place of are not asked about.

Add it to the bibliography.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.model.standard import Standard
from generator.project import Entry, Project
from generator.rules.drafting.documents import base, listed, named, unlisted
from generator.rules.drafting.view import view
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="“{number}”没有列入规范性引用文件或参考文献",
    en="'{number}' is in neither the normative references nor the bibliography",
    help_zh="只供参考的文件，请列入“参考文献”一章。",
    help_en="List it in the bibliography (参考文献).",
    page_zh="""
文中提到的文件没有列入任何清单。

规范性引用的列入第2章，仅供参考的列入参考文献（GB/T 1.1—2020 的 8.6 和 8.13），读者才知道它的全名。前言、术语的来源和本文件所代替的版本不在此列。

请列入参考文献。
""",
)

GOOD = """\
典型取值见YD/T 3628。

# 参考文献 {#c-bibliography}

YD/T 3628　5G移动通信网　安全技术要求
"""

BAD = """\
典型取值见YD/T 3628。
"""


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    if not draft:
        return
    reported = {one.key for _, one in unlisted(draft)}
    own = {one.key for number in _own(draft.standard, project) for one in named(number)}
    lists = (*listed(draft), *listed(draft, "bibliography"))
    known = own | {key for one in lists for key in (one.key, base(one.key))}
    seen: set[str] = set()
    for passage in draft.passages:
        if passage.clause.kind in ("foreword", "references", "bibliography") or "来源：" in passage.text[:5]:
            continue
        for one in named(passage.text):
            if one.key not in known and base(one.key) not in known and one.key not in seen:
                seen.add(one.key)
                if one.key not in reported:  # by the rule about normative citations
                    yield draft.at(passage.line, one.text, number=one.text)


def _own(standard: Standard, project: Project) -> Iterator[str]:
    """The numbers that this document has had, and those of the documents that it takes the place of."""
    replaced = (project.find("standards", slug, Standard) for slug in standard.replaces)
    for one in (standard, *replaced):
        yield from (number.number for number in (one.numbers if one else ()))


RULE = Rule("D399", "unlisted-document", Severity.NOTE, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
