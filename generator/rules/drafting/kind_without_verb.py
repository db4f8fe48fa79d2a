"""A provision does not have the verb of its kind.

A requirement says 应, a recommendation 宜 (推荐, 建议), a permission 可 (允许, 不必, 无须) (GB/T 1.1—2020, 9.1 and annex C).
Instructions are imperative sentences and statements may have any form; they are not asked about.

Write the verb, or correct `kind`.
"""

import re
from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.drafts.model import PROVISION_KINDS
from generator.project import Entry, Project
from generator.rules.drafting.view import view
from generator.rules.rule import Rule, RuleText, Scope
from generator.texts import Text

TEXT = RuleText(
    zh="{kind}型条款“{id}”中没有“{verb}”",
    en="the {kind} '{id}' does not say {verb}",
    help_zh="请按附录C使用相应的能愿动词，或改正 kind。",
    help_en="Use the verb of annex C, or correct kind.",
    page_zh="""
条款中没有与其类型相应的能愿动词。

要求用“应”，推荐用“宜”（推荐、建议），允许用“可”（允许、不必、无须）（GB/T 1.1—2020 的 9.1 和附录C）。指示用祈使句，陈述形式不限，不在此列。

请写上能愿动词，或改正 `kind`。
""",
)

GOOD = """\
::: {.provision #p-x-01 kind=recommendation aspect=security}
网关宜记录管理操作。
:::
"""

BAD = """\
::: {.provision #p-x-01 kind=recommendation aspect=security}
网关记录管理操作，响应适宜。
:::
"""


_WANTED: dict[str, tuple[str, str, re.Pattern[str]]] = {
    "requirement": ("应", "requirement", re.compile("只准许|不准许|应当|必须|不得|须|禁止|不可")),
    "recommendation": ("宜", "recommendation", re.compile("推荐|建议")),
    "permission": ("可", "permission", re.compile("允许|不必|无须|准许")),
}


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    forces: dict[str, set[str]] = {}
    texts: dict[str, str] = {}
    for passage in draft.passages:
        if passage.provision and passage.place not in ("note", "example"):
            texts[passage.provision.id] = texts.get(passage.provision.id, "") + passage.text
    for passage, found in draft.verbs:
        if passage.provision and passage.place not in ("note", "example"):
            forces.setdefault(passage.provision.id, set()).update(verb.force for verb in found)
    for provision in draft.draft.provisions:
        if provision.kind in _WANTED:
            word, force, equivalents = _WANTED[provision.kind]
            text = texts.get(provision.id, "")
            if force not in forces.get(provision.id, set()) and not equivalents.search(text):
                kind = PROVISION_KINDS[provision.kind]
                yield draft.at(provision.line, kind=Text(kind.zh, kind.en.lower()), id=provision.id, verb=word)


RULE = Rule("D383", "kind-without-verb", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
