"""Certification and grading (认证和等级评价): schemes, levels, certificates."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from generator.model.entry import EntryModel
from generator.model.fields import (
    Count,
    Date,
    Flag,
    FullId,
    Id,
    Integer,
    Line,
    Model,
    Opt,
    Percent,
    Positive,
    Short,
    field,
)
from generator.model.parts import Aspect, Evidence, Period, Requirement
from generator.model.relations import GRADED, ISSUER, SCHEME, SUBJECT
from generator.texts import Text


class Selection(Model):
    """Provisions of a standard, chosen by what they are: all that have each of the properties named."""

    standard: Annotated[Id, GRADED] = field("标准", "Standard")
    kinds: tuple[Literal["requirement", "instruction", "recommendation", "permission", "statement"], ...] = field(
        "条款类型", "Kinds", ()
    )
    aspects: tuple[Aspect, ...] = field("方面", "Aspects", ())
    classes: tuple[Id, ...] = field("条款类别", "Classes", ())


class Criterion(Model):
    """A condition of a level: a provision, a selection of them or a bound on a metric, with its weight.

    Of a selection, the share of the provisions that are met counts. A `mandatory` one has to be met whatever the score.
    """

    id: Id = field("编号", "Id")
    text: Short = field("内容", "Content")
    standard: Opt[Annotated[Id, GRADED]] = field("标准", "Standard", None)
    provision: Opt[Id] = field("条款", "Provision", None)
    requires: Opt[Requirement] = field("指标要求", "Requirement", None)
    select: Opt[Selection] = field("按类选取条款", "Provisions selected", None)
    weight: Positive = field("权重", "Weight", 1)
    mandatory: Flag = field("必须满足", "Mandatory", False)


class Level(Model):
    """A grade; `rank` 1 is the lowest. All its criteria, and those of lower levels, count."""

    id: Id = field("编号", "Id")
    name: Short = field("名称", "Name")
    rank: Annotated[Integer, Field(ge=1)] = field("级次", "Rank")
    threshold: Opt[Positive] = field(
        "得分下限", "Score, at least", None, hint=Text("满分为 100，不写则须全部满足", "of 100; all of it by default")
    )
    criteria: tuple[Criterion, ...] = field("条件", "Criteria", ())


class Scheme(EntryModel):
    """A certification and grading scheme."""

    lifecycle: ClassVar[str | None] = "instrument"

    issuer: Annotated[Id, ISSUER] = field("发布单位", "Issuer")
    subjects: tuple[Literal["products", "solutions"], ...] = field(
        "适用对象", "Applies to", (), hint=Text("不写则产品和方案都适用", "both by default")
    )
    standards: tuple[Annotated[Id, GRADED], ...] = field("依据标准", "Based on", ())
    edition: Opt[Line] = field(
        "依据版本",
        "Edition",
        None,
        hint=Text("draft 或年份，不写则用现行版本", "draft or a year; the one in force by default"),
    )
    partly_counts: Opt[Percent] = field(
        "部分符合的计分比例（%）",
        "What a provision met partly counts (%)",
        None,
        hint=Text("不写则不计", "nothing by default"),
    )
    levels: tuple[Level, ...] = field("等级", "Levels", min_length=1)
    validity_months: Opt[Count] = field("证书有效期（月）", "Validity (months)", None)


class Certificate(EntryModel):
    """A certificate (证书). Whether it has expired is computed from its period, never stored."""

    lifecycle: ClassVar[str | None] = "certificate"

    scheme: Annotated[Id, SCHEME] = field("认证和等级评价", "Scheme")
    subject: Annotated[FullId, SUBJECT] = field("获证对象", "Subject")
    level: Id = field("等级", "Level")
    number: Line = field("证书编号", "Number")
    issuer: Annotated[Id, ISSUER] = field("发证单位", "Issuer")
    issued_on: Date = field("发证日期", "Issued")
    valid: Period = field("有效期", "Valid")
    evidence: Opt[Evidence] = field("依据", "Evidence", None)
