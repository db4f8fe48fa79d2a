"""Comments on a draft (意见): one file each, by organisation, with the decision taken."""

from typing import Annotated, Literal

from pydantic import StringConstraints

from generator.model.fields import Date, Id, Line, Model, Opt, field
from generator.texts import Text

Said = Annotated[str, StringConstraints(min_length=1, max_length=3000)]
"""What somebody wrote, in the language they wrote it in: not translated, some lines."""


class Comment(Model):
    """A comment of an organisation on one place of a draft, or on the whole where it names none.

    `clause` is the permanent id of a clause, provision, term, table, figure or formula, so the comment stays with
    it wherever it moves; `number` is how the place was called in the text that was commented on. Without a
    `decision` it is undecided.
    """

    organisation: Opt[Id] = field(
        "提出单位编号", "Organisation", None, hint=Text("目录中有此单位时", "where the catalogue has it")
    )
    name: Opt[Line] = field(
        "提出单位名称",
        "Name of the organisation",
        None,
        hint=Text("目录中没有此单位时", "where the catalogue does not"),
    )
    received: Date = field("收到日期", "Received")
    source: Literal["form", "sheet", "word", "letter", "meeting"] = field("来源", "Source", "form")
    edition: Line = field("所针对的版本", "Edition commented on", "draft")
    clause: Opt[Id] = field("章条标识", "Clause", None, examples=["p-lat-01"])
    number: Opt[Line] = field("当时的章条编号", "Number of the clause then", None, examples=["7.2"])
    quote: Opt[Said] = field("所针对的文字", "Words commented on", None)
    type: Literal["general", "technical", "editorial"] = field("类型", "Type")
    text: Said = field("意见内容", "Comment")
    proposal: Opt[Said] = field("修改建议", "Proposed change", None)
    decision: Opt[Literal["accepted", "partly", "rejected"]] = field("处理意见", "Decision", None)
    reason: Opt[Said] = field("理由", "Reason", None)
    decided_on: Opt[Date] = field("处理日期", "Decided on", None)
    commit: Opt[Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{7,40}$")]] = field(
        "修改提交", "Commit that mended it", None
    )
