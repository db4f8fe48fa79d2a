"""意见汇总处理表: every comment with the decision on it, as a table for the review and for those who commented.

One row a comment, in the order of the text; what stands nowhere any more comes last. Numbers are today's, with the
one that the comment was made under where it differs. Same comments, same bytes.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from generator.documents.docx import docx
from generator.documents.grid import Book, Document, Grid, Paragraph, Properties, Section, Sheet
from generator.documents.xlsx import xlsx
from generator.model.comment import Comment
from generator.model.standard import Standard
from generator.model.words import word
from generator.project import Entry, Project, StandardComment
from generator.rules.comments.clauses import Place, place_of
from generator.standards.comments.places import Places
from generator.texts import Text

TITLE = "团体标准征求意见汇总处理表"
HEADINGS = ("序号", "章条编号", "意见内容", "修改建议", "提出单位", "处理意见", "理由", "备注")
_WIDTHS = (6, 14, 44, 34, 20, 11, 34, 16)
_SHEET = "意见汇总处理表"


@dataclass(frozen=True, slots=True)
class Row:
    """A comment as the table shows it. `label`: the clause today; `former`: then, where that differs."""

    serial: int
    one: StandardComment
    place: Place
    label: str
    former: str
    organisation: str

    @property
    def said(self) -> Comment:
        return self.one.comment

    @property
    def clause(self) -> str:
        """The cell of the clause: today's number, the former in brackets, and what became of one that is gone."""
        if self.place == "whole" and not self.former:
            return "全文"
        gone = {"removed": "已删除", "nowhere": "未找到", "whole": "未找到"}.get(self.place, "")
        if not self.label:
            return f"{self.former or self.said.clause}（{gone}）"
        return f"{self.label}（原{self.former}）" if self.former else self.label

    @property
    def where(self) -> Text:
        """The same for people who read English: the table itself is a document in Chinese."""
        zh = self.clause
        gone = {"removed": "removed", "nowhere": "not found", "whole": "not found"}.get(self.place, "")
        if self.place == "whole" and not self.former:
            return Text(zh, "whole text")
        if not self.label:
            return Text(zh, f"{self.former or self.said.clause} ({gone})")
        return Text(zh, f"{self.label} (was {self.former})" if self.former else self.label)

    @property
    def decision(self) -> Text:
        return label(self.said.decision or "undecided")


UNDECIDED = Text("待处理", "undecided")


def label(decision: str) -> Text:
    """What a decision is called; `undecided` is one of them here."""
    return word("decision", decision) or UNDECIDED


@dataclass(frozen=True, slots=True)
class Totals:
    """Counts of comments. `by_decision` has the keys accepted, partly, rejected and undecided, in that order."""

    received: int
    organisations: tuple[str, ...]
    by_decision: tuple[tuple[str, int], ...]


def rows_of(project: Project, slug: str, turn: str = "", edition: str = "", since: str = "") -> tuple[Row, ...]:
    """The comments of a standard in the order of its text, of one round or edition where it is given.

    `since`: an ISO date; none that came before.
    """
    draft = project.drafts.get(slug)
    places = Places(draft) if draft else None
    chosen = [
        one
        for one in project.comments.get(slug, ())
        if turn in ("", one.turn) and edition in ("", one.comment.edition) and one.comment.received >= since
    ]

    def position(one: StandardComment) -> tuple[int, int, str]:
        place = place_of(one, project)
        if place == "whole":
            return (0 if not one.comment.number else 2), 0, one.id
        if place == "here" and places:
            return 1, places.order.get(one.comment.clause or "", len(places.order)), one.id
        return 2, 0, one.id

    found = []
    for serial, one in enumerate(sorted(chosen, key=position), 1):
        place, clause, number = place_of(one, project), one.comment.clause, one.comment.number or ""
        label = places.labels.get(clause, "") if places and clause else ""
        former = "" if places and label and _same(places, number, clause or "", label) else number
        found.append(Row(serial, one, place, label, former, organisation_of(project, one.comment)))
    return tuple(found)


def organisation_of(project: Project, comment: Comment) -> str:
    """The name of whoever commented."""
    entry = project.get(f"organisations/{comment.organisation}") if comment.organisation else None
    return entry.name.zh if entry else comment.name or comment.organisation or ""


def totals_of(rows: Sequence[Row]) -> Totals:
    counted: Counter[str] = Counter(row.said.decision or "undecided" for row in rows)
    kinds = ("accepted", "partly", "rejected", "undecided")
    who = tuple(dict.fromkeys(row.organisation for row in sorted(rows, key=lambda row: row.organisation) if row.organisation))  # fmt: skip
    return Totals(len(rows), who, tuple((kind, counted[kind]) for kind in kinds))


def grid_of(project: Project, entry: Entry, rows: Sequence[Row], turn: str = "") -> Grid:
    """The table in Chinese, as societies hand it in."""
    standard = entry.as_a(Standard)
    society = project.get(f"organisations/{standard.society}")
    about = [f"标准名称：{entry.name.zh}"]
    about += [f"计划编号：{standard.project}"] if standard.project else []
    about += [f"轮次：{turn}"] if turn else []
    held = f"组织单位：{society.name.zh if society else standard.society}"
    totals = totals_of(rows)
    counts = "，".join(f"{label(kind).zh} {count} 条" for kind, count in totals.by_decision)
    sums = f"共收到意见 {totals.received} 条，提出意见的单位 {len(totals.organisations)} 个；{counts}。"
    notes = [sums]
    notes += [f"提出意见的单位：{'、'.join(totals.organisations)}。"] if totals.organisations else []
    return Grid(
        titles=(TITLE, "　".join(about), held),
        headings=HEADINGS,
        kinds=("integer", *("text",) * 7),
        widths=_WIDTHS,
        rows=tuple(_cells(row) for row in rows),
        mark="示例" if entry.example else "",
        notes=tuple(notes),
    )


def table_docx(grid: Grid, day: str) -> bytes:
    """The table as a Word file, landscape. `day`: the ISO date that the file bears."""
    inner = Grid(("",), grid.headings, grid.kinds, grid.widths, grid.rows, notes=grid.notes)
    section = Section("", (*(Paragraph(line) for line in grid.titles[1:]), inner))
    return docx(Document(_about(grid, day), TITLE, (section,), mark=grid.mark, contents=False, landscape=True))


def table_xlsx(grid: Grid, day: str) -> bytes:
    """The table as a spreadsheet."""
    return xlsx(Book(_about(grid, day), (Sheet(_SHEET, grid),)))


def day_of(rows: Sequence[Row]) -> str:
    """The last day that any comment names: the files bear it, so the same comments give the same bytes."""
    days = [day for row in rows for day in (row.said.received, row.said.decided_on) if day]
    return max(days, default="1980-01-01")


def _about(grid: Grid, day: str) -> Properties:
    return Properties(title=f"{TITLE} {grid.titles[1]}", created=day)


def _cells(row: Row) -> tuple[str | int, ...]:
    said = row.said
    text = said.text if not said.quote else f"{said.text}\n（所针对的文字：{said.quote}）"
    remark = [f"提交 {said.commit[:10]}"] if said.commit else []
    remark += [f"针对 {said.edition} 年版"] if said.edition != "draft" else []
    return (
        row.serial,
        row.clause,
        text,
        said.proposal or "",
        row.organisation,
        row.decision.zh,
        said.reason or "",
        "；".join(remark),
    )


def _same(places: Places, number: str, clause: str, label: str) -> bool:
    """Whether the number of then is what the place is called today, however it was written."""
    return not number or number == label or places.find(number) == clause
