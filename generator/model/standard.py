"""Group standards (团体标准) and the procedures societies make them by."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field, StringConstraints

from generator.model.entry import EntryModel
from generator.model.fields import Count, Date, Flag, Id, Integer, Line, Model, Name, Opt, Percent, Prose, Short, field
from generator.model.parts import Aspect, Evidence, HistoryLine, Industries, ScenarioUse
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


class Vote(Model):
    """A vote as it was counted. Whoever drafted the standard has no vote and is not counted."""

    eligible: Opt[Count] = field("有表决权人数", "Entitled to vote", None)
    present: Count = field("参加人数", "Present")
    in_favour: Count = field("赞成", "In favour")
    against: Count = field("反对", "Against", 0)
    abstained: Count = field("弃权", "Abstained", 0)


class HandedIn(Evidence):
    """A document that a stage asks for, kept elsewhere; one in the standard's folder `documents/` needs no line."""

    id: Id = field("所需文件编号", "Id of the document", examples=["explanatory-note"])


class StandardHistoryLine(HistoryLine):
    """A step of a standard. The vote and the documents of a line are those that the stage before was left on.

    `until` closes what the stage opens, such as the time for comments, that day included.
    """

    until: Opt[Date] = field("截止日期", "Open until", None)
    vote: Opt[Vote] = field("表决", "Vote", None)
    documents: tuple[HandedIn, ...] = field("文件", "Documents", ())


class Standard(EntryModel):
    """A group standard; its text is draft.md beside it, its provisions stand there only."""

    lifecycle: ClassVar[str | None] = "standard"

    history: tuple[StandardHistoryLine, ...] = field("状态历史", "History", ())

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


GateCheck = Literal[
    "no-errors",
    "lint-clean",
    "no-undecided-comments",
    "no-orphaned-comments",
    "comment-table",
    "redline-made",
    "number-assigned",
]
"""What a program can tell about a standard before a stage is left; `generator.standards.stages.checks` does."""


class NeededDocument(Model):
    """A document of a stage: a file `documents/<id>.*` of the standard, or a line of its history that names it."""

    id: Id = field("编号", "Id", examples=["explanatory-note"])
    name: Short = field("名称", "Name")
    due: Literal["leaving", "entering"] = field("何时齐备", "Due when", "leaving")


class Stage(Model):
    """A stage of a society's procedure, and its gate: what has to be there before the next stage is entered.

    `quorum_min`: how many of those entitled have to be present; `approval_min`: how many in favour, of those
    present or of the votes cast (`approval_of`).
    """

    state: Id = field("阶段", "Stage")
    code: Annotated[str, StringConstraints(pattern=r"^[0-9]{2}$")] = field("代码", "Code")
    name: Name = field("名称", "Name")
    min_days: Opt[Count] = field("最少天数", "Days, at least", None)
    quorum_min: Opt[Percent] = field("到会比例下限（%）", "Quorum (%)", None)
    approval_min: Opt[Percent] = field("赞成比例下限（%）", "Approval, at least (%)", None)
    approval_of: Literal["present", "cast"] = field("赞成比例的基数", "Approval is a share of", "present")
    documents: tuple[NeededDocument, ...] = field("所需文件", "Documents", ())
    checks: tuple[GateCheck, ...] = field("程序检查", "Checks", ())


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
