"""Two entries of one kind have the same name.

Readers cannot tell them apart in a list or in a search, and an entry that exists is soon entered again.
Names are compared as people see them: full width and half width, upper and lower case, and blanks make no
difference. Products and solutions may share a name where the vendor, model or version differs; listings,
notices, certificates and measures where they belong to different programmes, subjects or documents.

Give one of the two a name of its own, or remove the duplicate.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="与“{other}”重名（{path}）",
    en="it has the same name as '{other}' ({path})",
    help_zh="请改用能区分的名称；重复的条目请删除。",
    help_en="Choose a name that tells them apart, or remove the duplicate.",
    page_zh="""
同一种类的两个条目重名。

读者在列表和搜索中分不清它们；已有的条目也容易被重复录入。比较时按人眼所见：不区分全角与半角、大写与小写，也不计空格。供应商、型号或版本不同的产品与方案可以同名；属于不同服务券、对象或文件的目录条目、公示、证书和措施可以同名。

请为其中一个另取名称，或删除重复的条目。
""",
)

_FILES = """\
--- catalog/organisations/bing.yaml
name:
  zh: 丙科技（深圳）有限公司
types: [service-provider]
--- catalog/organisations/bing-2.yaml
name:
  zh: {name}
types: [service-provider]
"""
GOOD = _FILES.replace("{name}", "丙科技（广州）有限公司")
BAD = _FILES.replace("{name}", "丙科技(深圳)有限公司")

DISTINCT = {
    "products": ("vendor", "model", "version"),
    "solutions": ("vendor",),
    "benchmarks": ("enterprise",),
    "policies": ("issuer", "part_of", "document"),
    "listings": ("voucher", "product"),
    "notices": ("voucher", "start"),
    "certificates": ("scheme", "subject", "number"),
    "targets": ("document",),
    "procedures": ("society",),
    "standards": ("society",),
    "workplans": ("lead_unit",),
}
"""Fields that tell entries of one name apart, by kind."""

_BLANK = re.compile(r"\s+")


def seen_as(name: str) -> str:
    """A name as people see it: NFKC, case folded, without blanks.

    >>> seen_as("ＴＣＬ 实业（深圳）") == seen_as("tcl实业(深圳)")
    True
    """
    if name.isascii():
        return _BLANK.sub("", name.lower())
    return _BLANK.sub("", unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold()))


def check(project: Project) -> Iterator[Finding]:
    named: dict[tuple[str, str], list[Entry]] = {}
    for entry in project:
        named.setdefault((entry.kind.folder, seen_as(entry.name.zh)), []).append(entry)
    # Only what is named alike is looked into: unpacking every entry would take longer than all else here.
    for (folder, _), alike in named.items():
        if len(alike) > 1:
            yield from _not_distinct(alike, DISTINCT.get(folder, ()))


def _not_distinct(alike: Iterable[Entry], fields: Sequence[str]) -> Iterator[Finding]:
    seen: dict[tuple[Any, ...], Entry] = {}
    for entry in alike:
        first = seen.setdefault(tuple(entry.data.get(field) for field in fields), entry)
        if first is not entry:
            yield entry.at("name", "zh", other=first.name, path=first.path)


RULE = Rule("C201", "duplicate-name", Severity.ERROR, Scope.PROJECT, check, TEXT, GOOD, BAD)
