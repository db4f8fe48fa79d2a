"""Group standards (团体标准) and the procedures societies make them by."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field, StringConstraints

from generator.model.entry import EntryModel
from generator.model.fields import Count, Date, Flag, Id, Integer, Line, Model, Name, Opt, Percent, Prose, Short, field
from generator.model.parts import Aspect, Industries, ScenarioUse
from generator.model.relations import DRAFTED_BY, PROCEDURE, REPLACES, SOCIETY
from generator.texts import Text


class NormativeReference(Model):
    """A document cited normatively."""

    number: Line = field("编号", "Number", examples=["GB/T 1.1—2020"])
    title: Line = field("名称", "Title")


class Number(Model):
    """A number the standard has or had; the number is an attribute, never the key."""

    number: Annotated[str, StringConstraints(pattern=r"^T/[A-Z][A-Z0-9]{1,14} [0-9]{1,5}(\.[0-9]{1,3})?—[0-9]{4}$")] = (
        field("标准编号", "Number", examples=["T/ABC 001—2026"])
    )
    start: Date = field("起用日期", "Since")


class Patents(Model):
    """What is known of patents."""

    identified: Flag = field("已识别专利", "Patents identified")
    statement: Opt[Short] = field("声明", "Statement", None)


class ProvisionClass(Model):
    """A class that the standard's provisions may belong to, such as basic or enhanced."""

    id: Id = field("编号", "Id", examples=["basic"])
    name: Short = field("名称", "Name")


class Standard(EntryModel):
    """A group standard; its text is draft.md beside it, its provisions stand there only."""

    lifecycle: ClassVar[str | None] = "standard"

    society: Annotated[Id, SOCIETY] = field("社会团体", "Society")
    procedure: Opt[Annotated[Id, PROCEDURE]] = field("制定程序", "Procedure", None)
    numbers: tuple[Number, ...] = field("标准编号", "Numbers", ())
    project: Opt[Line] = field("计划编号", "Project number", None)
    effective_on: Opt[Date] = field("实施日期", "Effective on", None)
    function: Literal[
        "terminology", "symbol", "classification", "test-method", "specification", "code-of-practice", "guideline"
    ] = field("功能类型", "Function", "specification")
    ics: Opt[Annotated[str, StringConstraints(pattern=r"^[0-9]{2}(\.[0-9]{3}(\.[0-9]{2})?)?$")]] = field(
        "ICS", "ICS", None
    )
    ccs: Opt[Annotated[str, StringConstraints(pattern=r"^[A-Z] ?[0-9]{2}$")]] = field("CCS", "CCS", None)
    aspects: tuple[Aspect, ...] = field("涉及方面", "Aspects", ())
    provision_classes: tuple[ProvisionClass, ...] = field("条款类别", "Classes of provisions", ())
    scenarios: tuple[ScenarioUse, ...] = field("应用场景", "Scenarios", ())
    industries: Industries = field("行业领域", "Industries", ())
    drafting_organisations: tuple[Annotated[Id, DRAFTED_BY], ...] = field("起草单位", "Drafting organisations", ())
    patents: Opt[Patents] = field("专利", "Patents", None)
    normative_references: tuple[NormativeReference, ...] = field("规范性引用文件", "Normative references", ())
    replaces: tuple[Annotated[Id, REPLACES], ...] = field("代替", "Replaces", ())


class Cover(Model):
    """What a society's cover shows, beyond what every cover does."""

    label: Opt[Short] = field("标准称谓", "Kind of document", None, examples=[{"zh": "团体标准"}])
    publisher: Opt[Line] = field(
        "发布机构", "Issuing body", None, hint=Text("不写则用社会团体的名称", "the society's name by default")
    )
    english_title: Flag = field("印英文译名", "English title", True)
    patent_request: Opt[Short] = field("征集专利信息的文字", "Request for patents", None)


class Stage(Model):
    """A stage of a society's procedure and what has to be there before it is left."""

    state: Id = field("阶段", "Stage")
    code: Annotated[str, StringConstraints(pattern=r"^[0-9]{2}$")] = field("代码", "Code")
    name: Name = field("名称", "Name")
    min_days: Opt[Count] = field("最少天数", "Days, at least", None)
    approval_min: Opt[Percent] = field("赞成比例下限（%）", "Approval, at least (%)", None)
    documents: tuple[Short, ...] = field("所需文件", "Documents", ())


class Procedure(EntryModel):
    """A society's procedure (制定程序)."""

    society: Annotated[Id, SOCIETY] = field("社会团体", "Society")
    number_code: Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9]{1,14}$")] = field(
        "团体代号", "Society's code"
    )
    stages: tuple[Stage, ...] = field("阶段", "Stages", min_length=1)
    review_years: Opt[Annotated[Integer, Field(ge=1)]] = field("复审周期（年）", "Review every (years)", None)
    cover: Opt[Cover] = field("封面", "Cover", None)
    cover_note: Opt[Prose] = field("封面要求", "Notes on the cover", None)
