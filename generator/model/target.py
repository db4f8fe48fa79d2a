"""Targets: a number the programme promised, and how the catalogue counts what is there."""

from typing import Annotated

from generator.model.entry import EntryModel
from generator.model.fields import Date, Id, Line, Model, Number, Opt, Short, field
from generator.model.relations import TARGET_OF
from generator.texts import Text


class Counting(Model):
    """Real entries of `kind` whose fields equal `where`, approved or in force; or their distinct values of a field."""

    kind: Line = field("种类", "Kind", hint=Text("目录名，如 solutions", "folder name, such as solutions"))
    where: dict[Line, Line] = field("条件", "Where", {})
    distinct: Opt[Line] = field("去重字段", "Distinct values of", None)


class Target(EntryModel):
    """A target (目标). `promised` is absent where the document gives no number."""

    document: Annotated[Id, TARGET_OF] = field("提出文件", "Stated in")
    wording: Short = field("原文", "Wording")
    promised: Opt[Number] = field("目标值", "Promised", None)
    unit: Short = field("单位", "Unit")
    due: Opt[Date] = field("期限", "Due", None)
    named: Opt[Number] = field("文件点名数", "Named by the document", None)
    named_note: Opt[Short] = field("点名说明", "What the document names", None)
    count: Opt[Counting] = field("统计口径", "Counted as", None)
