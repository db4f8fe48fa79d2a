"""Certification and grading (认证和等级评价): schemes, levels, certificates."""

from typing import Annotated, ClassVar

from pydantic import Field

from generator.model.entry import EntryModel
from generator.model.fields import Count, Date, FullId, Id, Integer, Line, Model, Opt, Positive, Short, field
from generator.model.parts import Evidence, Period, Requirement
from generator.model.relations import GRADED, ISSUER, SCHEME, SUBJECT


class Criterion(Model):
    """A condition of a level: a provision to be met, or a bound on a metric, with its weight."""

    id: Id = field("编号", "Id")
    text: Short = field("内容", "Content")
    standard: Opt[Annotated[Id, GRADED]] = field("标准", "Standard", None)
    provision: Opt[Id] = field("条款", "Provision", None)
    requires: Opt[Requirement] = field("指标要求", "Requirement", None)
    weight: Positive = field("权重", "Weight", 1)


class Level(Model):
    """A grade; `rank` 1 is the lowest. All its criteria, and those of lower levels, count."""

    id: Id = field("编号", "Id")
    name: Short = field("名称", "Name")
    rank: Annotated[Integer, Field(ge=1)] = field("级次", "Rank")
    threshold: Opt[Positive] = field("得分下限", "Score, at least", None)
    criteria: tuple[Criterion, ...] = field("条件", "Criteria", ())


class Scheme(EntryModel):
    """A certification and grading scheme."""

    lifecycle: ClassVar[str | None] = "instrument"

    issuer: Annotated[Id, ISSUER] = field("发布单位", "Issuer")
    standards: tuple[Annotated[Id, GRADED], ...] = field("依据标准", "Based on", ())
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
