"""A target counts a kind or a field that there is not.

`count` says how the catalogue counts what is there: entries of a kind, by its folder's name, whose
fields equal `where`, or the distinct values of one field. A misspelt name would count nothing and show
a 0 that means nothing. Fields inside others are written with a dot (`scenarios.scenario`).

Correct the name.
"""

from collections.abc import Iterator
from typing import get_args

from pydantic import BaseModel

from generator.diagnostics import Finding, Severity, nearest
from generator.model.entry import EntryModel
from generator.model.registry import KINDS
from generator.model.target import Target
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope
from generator.texts import Text

TEXT = RuleText(
    zh="没有“{name}”这个{what}，无法统计",
    en="there is no {what} '{name}' to count",
    help_zh="{hint}请改正名称。",
    help_en="{hint} Correct the name.",
    page_zh="""
目标统计的种类或字段不存在。

`count` 说明怎样统计现有条目：某一种类（目录名）中字段符合 `where` 的条目，或某个字段的不同取值。名称写错，
统计结果就是一个没有意义的 0。内层字段用点号连接（`scenarios.scenario`）。

请改正名称。
""",
)

_TARGET = """\
--- catalog/policies/plan.yaml
name:
  zh: 示例方案
--- catalog/targets/ten.yaml
name:
  zh: 示例目标
document: plan
wording:
  zh: 形成 10 个应用场景
promised: 10
unit:
  zh: 个
"""

GOOD = _TARGET + "count: {kind: solutions, distinct: scenarios.scenario}\n"

BAD = _TARGET + "count: {kind: solutions, distinct: scenario}\n"

_KIND, _FIELD = Text("种类", "kind"), Text("字段", "field")


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    count = entry.as_a(Target).count
    if count is None:
        return
    kind = KINDS.get(count.kind)
    if kind is None:
        yield entry.at("count", "kind", name=count.kind, what=_KIND, hint=nearest(count.kind, KINDS))
        return
    for path in count.where:
        yield from _field(entry, kind.model, path, "where", path, on_key=True)
    if count.distinct:
        yield from _field(entry, kind.model, count.distinct, "distinct")


def _field(entry: Entry, model: type[EntryModel], path: str, *pointer: str, on_key: bool = False) -> Iterator[Finding]:
    here: list[type[BaseModel]] = [model]
    for part in path.split("."):
        fields = {info.alias or name: info.annotation for owner in here for name, info in owner.model_fields.items()}
        if here and part not in fields:
            hint = nearest(path, _paths(model))
            yield entry.at("count", *pointer, on_key=on_key, name=path, what=_FIELD, hint=hint)
            return
        here = list(_models_in(fields.get(part)))


def _models_in(annotation: object) -> Iterator[type[BaseModel]]:
    """The models that a field's type may hold."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _models_in(argument)


def _paths(model: type[BaseModel]) -> Iterator[str]:
    """The fields of a model, and those one level below with a dot."""
    for name, info in model.model_fields.items():
        yield info.alias or name
        for inner in _models_in(info.annotation):
            yield from (f"{info.alias or name}.{below}" for below in inner.model_fields)


RULE = Rule("C331", "uncountable-target", Severity.ERROR, Scope.ENTRY, check, TEXT, GOOD, BAD, kinds=("targets",))
