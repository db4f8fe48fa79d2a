"""Code lists: those that deserve a page for each entry, and plain vocabularies."""

from typing import Annotated, Literal

from pydantic import StringConstraints

from generator.model.entry import EntryModel
from generator.model.fields import Flag, Id, Integer, Line, Model, Name, Number, Opt, Positive, Short, field
from generator.model.links import Term
from generator.texts import Text


class Scenario(EntryModel):
    """An application scenario (应用场景), mapped to the national ones."""

    production_stage: Opt[Literal["peripheral", "core"]] = field("生产环节", "Production stage", None)
    national: tuple[Annotated[Id, Term("national-scenarios")], ...] = field(
        "对应的国家典型场景", "National scenarios", ()
    )
    wording: Opt[Short] = field("文件用语", "Wording of the document", None)


class Industry(EntryModel):
    """A sector (行业领域), mapped to the national classification."""

    gbt4754: tuple[Annotated[Id, Term("gbt4754")], ...] = field("国民经济行业分类", "GB/T 4754 divisions", ())
    manufacturing: Flag = field("制造业", "Manufacturing", True)
    named_as: tuple[Literal["focus", "private-network"], ...] = field(
        "文件中的提法",
        "How the document names it",
        (),
        hint=Text(
            "focus：应用标杆聚焦领域；private-network：5G 行业专网", "focus sector, or 5G private network sector"
        ),
    )


class Metric(EntryModel):
    """A measurable capability: its unit, which direction is better, and where it is defined."""

    unit: Annotated[Id, Term("units")] = field("单位", "Unit")
    direction: Literal["lower", "higher", "none"] = field("优劣方向", "Better when")
    clause: Opt[Line] = field("定义条款", "Defining clause", None, examples=["3GPP TS 22.104 3.1"])
    traffic: Literal["any", "periodic"] = field("适用业务", "Applies to traffic", "any")
    capability_words: tuple[Annotated[Id, Term("capability-words")], ...] = field(
        "对应的网络能力", "Capability words", ()
    )
    min: Opt[Number] = field("取值下界", "Smallest value", None)
    max: Opt[Number] = field("取值上界", "Greatest value", None)


class VocabularyTerm(Model):
    """One term. `code` is an official code, quoted; `factor` turns a unit into its dimension's base unit, exactly."""

    id: Id = field("编号", "Id")
    name: Name = field("名称", "Name")
    code: Opt[Line] = field("代码", "Code", None)
    parent: Opt[Id] = field("上级", "Parent", None)
    replaced_by: Opt[Id] = field("被代替为", "Replaced by", None)
    note: Opt[Short] = field("说明", "Note", None)
    symbol: Opt[Line] = field("符号", "Symbol", None)
    dimension: Opt[Id] = field("量纲", "Dimension", None)
    factor: Opt[Positive] = field("换算系数", "Factor to the base unit", None)
    batch: Opt[Integer] = field("批次", "Batch", None)
    date: Opt[Annotated[str, StringConstraints(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]] = field("日期", "Date", None)


class Vocabulary(EntryModel):
    """A code list (代码表)."""

    terms: tuple[VocabularyTerm, ...] = field("条目", "Terms", min_length=1)
