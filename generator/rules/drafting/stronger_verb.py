"""A provision says more than its kind.

A recommendation, a permission, a statement or an instruction that says 应 requires something; a permission or a
statement that says 宜 recommends something (GB/T 1.1—2020, 9.1 and annex C). Products claim conformity by
`kind`, so the two have to agree.

Correct `kind`, the verb, or make two provisions of it.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.drafts.model import PROVISION_KINDS
from generator.project import Entry, Project
from generator.rules.drafting.view import view
from generator.rules.rule import Rule, RuleText, Scope
from generator.texts import Text

TEXT = RuleText(
    zh="{kind}型条款“{id}”中写了“{word}”",
    en="the {kind} '{id}' says {word}",
    help_zh="请改正 kind 或能愿动词；确有两种类型的，分成两个条款。",
    help_en="Correct kind or the verb; where both are meant, make two provisions.",
    page_zh="""
条款的措辞比所写的类型更强。

推荐、允许、陈述或指示型条款中写了“应”，就成了要求；允许或陈述型条款中写了“宜”，就成了推荐（GB/T 1.1—2020 的 9.1 和附录C）。产品按 `kind` 声明符合，\
两者要一致。

请改正 `kind` 或能愿动词，或分成两个条款。
""",
)

GOOD = """\
::: {.provision #p-x-01 kind=recommendation aspect=security}
网关宜记录管理操作，对应的供应方说明响应时间。
:::
"""

BAD = """\
::: {.provision #p-x-01 kind=recommendation aspect=security}
网关宜记录管理操作，记录应保存六个月。
:::
"""


_MORE: dict[str, tuple[str, ...]] = {
    "instruction": ("requirement", "recommendation"),
    "recommendation": ("requirement",),
    "permission": ("requirement", "recommendation"),
    "statement": ("requirement", "recommendation"),
}


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    for passage, found in draft.verbs:
        provision = passage.provision
        if provision is None or passage.place in ("note", "example"):
            continue
        for verb in found:
            if verb.force in _MORE.get(provision.kind, ()):
                kind = PROVISION_KINDS[provision.kind]
                shown = Text(kind.zh, kind.en.lower())
                yield draft.at(passage.line, passage.spot(verb), kind=shown, id=provision.id, word=verb.word)


RULE = Rule("D384", "stronger-verb", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
