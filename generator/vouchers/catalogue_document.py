"""A programme's catalogue as a book of sheets and as a document: marked with what it is not, dated, with annexes."""

from collections.abc import Sequence

from generator.documents.grid import Book, Document, Grid, Paragraph, Properties, Section, Sheet
from generator.model.voucher import Voucher
from generator.project import Entry, Project
from generator.texts import EXAMPLE, Lang, Text
from generator.vouchers import annexes, wording
from generator.vouchers.eligibility import Assessment
from generator.vouchers.published import Row
from generator.vouchers.table import table

UNOFFICIAL = Text("非正式（工作状态）", "Not official (working state)")
_TITLE = Text("{name}产品目录", "{name}: catalogue")
_WORKING = Text("本目录按 {on} 登记的数据生成，未经公示和发布程序，不作为申领依据。",
                "Made from what was recorded on {on}. It has not been noticed or released; no claim can rest on it.")  # fmt: skip
_RELEASED = Text("本目录为发布 {release}，按 {on} 登记的数据固定，可用同一发布的清单核对。",
                 "This is the release {release}, fixed on {on}; its manifest shows whether a copy is the same.")  # fmt: skip
_INVENTED = Text("全部单位、产品、比例和金额均为虚构，只用来展示目录如何工作。",
                 "All organisations, products, ratios and amounts are invented to show how the catalogue works.")  # fmt: skip
_TAB = 31
_NO_TAB = str.maketrans(dict.fromkeys("[]:*?/\\", " "))


class Catalogue:
    """What both are made from. `release`: "" for the working state; `changes`: since the release before."""

    __slots__ = ("_excluded", "_lang", "_mark", "_on", "_project", "_release", "_rows", "_voucher", "changes")

    def __init__(
        self,
        project: Project,
        voucher: Entry,
        rows: Sequence[Row],
        excluded: Sequence[Assessment],
        *,
        release: str,
        on: str,
        lang: Lang = "zh",
        changes: Grid | None = None,
    ) -> None:
        self._project, self._voucher, self._rows, self._excluded = project, voucher, tuple(rows), tuple(excluded)
        self._release, self._on, self._lang, self.changes = release, on, lang, changes
        self._mark = mark_of(voucher, release, lang)

    @property
    def title(self) -> str:
        return _TITLE.fill(self._lang, {"name": self._voucher.name.of(self._lang)})

    def tables(self) -> tuple[Grid, ...]:
        """The programme's own tables."""
        caption = Text("截至 {on}", "As of {on}").fill(self._lang, {"on": self._on})
        name = self._voucher.name.of(self._lang)
        return tuple(
            table(self._voucher, one.id, self._rows, self._lang, captions=(f"{name}　{caption}",), mark=self._mark)
            for one in self._voucher.as_a(Voucher).tables
        )

    def annexes(self) -> tuple[tuple[str, Grid], ...]:
        """Totals, rules, what is left out and what changed; those with no row are left away."""
        lang, mark = self._lang, self._mark
        made: list[tuple[str, Grid]] = [
            (annexes.TOTALS.of(lang), annexes.totals(self._voucher, self._rows, lang, mark=mark)),
            (annexes.RULES.of(lang), annexes.rules(self._voucher, self._project, lang, mark=mark)),
            (annexes.LEFT_OUT.of(lang), annexes.left_out(self._excluded, self._project, lang, mark=mark)),
        ]
        if self.changes:
            made.append((annexes.CHANGES.of(lang), self.changes))
        return tuple((title, grid) for title, grid in made if grid.rows)

    def book(self) -> Book:
        """A sheet for each table and annex."""
        named = [(grid.title, grid) for grid in self.tables()]
        sheets: dict[str, Grid] = {}
        for title, grid in (*named, *self.annexes()):
            sheets[_tab(title, sheets)] = grid
        return Book(self._properties(), tuple(Sheet(name, grid) for name, grid in sheets.items()))

    def document(self) -> Document:
        """Cover, contents, what it is, the annexes, and the tables last, which may be long."""
        lang = self._lang
        values: dict[str, object] = {"on": self._on, "release": self._release}
        told = [Paragraph((_RELEASED if self._release else _WORKING).fill(lang, values))]
        if self._voucher.example:
            told.append(Paragraph(_INVENTED.of(lang)))
        summary = self._voucher.summary.of(lang)
        if summary:
            told.insert(
                0, Paragraph(summary + ("" if summary.endswith(("。", ".")) else "。" if lang == "zh" else "."))
            )
        sections = [Section(Text("说明", "About").of(lang), tuple(told))]
        sections += [Section(title, (_bare(grid),)) for title, grid in self.annexes()]
        tables = [Section(grid.title, (_bare(grid),)) for grid in self.tables()]
        sections[1:1] = tables
        return Document(
            self._properties(),
            self.title,
            tuple(sections),
            subtitle=self._release,
            cover=tuple(self._cover()),
            mark=self._mark,
            landscape=True,
        )

    def _cover(self) -> list[tuple[str, str]]:
        lang = self._lang
        lines = [(Text("发布单位", "Issuer").of(lang), self._issuer())] if self._issuer() else []
        lines.append((Text("截至", "As of").of(lang), self._on))
        lines.append((Text("产品数", "Listings").of(lang), str(len(self._rows))))
        if self._release:
            return [*lines, (Text("发布编号", "Release").of(lang), self._release)]
        return [*lines, (Text("状态", "State").of(lang), UNOFFICIAL.of(lang))]

    def _issuer(self) -> str:
        issuer = self._voucher.as_a(Voucher).issuer
        return wording.entry(self._project, f"organisations/{issuer}").of(self._lang) if issuer else ""

    def _properties(self) -> Properties:
        return Properties(self.title, author=self._issuer(), subject=self._mark, created=self._on, lang=self._lang)


def mark_of(voucher: Entry, release: str, lang: Lang) -> str:
    """What everything made from a programme has to say of itself: not official, an example, both, or nothing."""
    marks = ([] if release else [UNOFFICIAL]) + ([EXAMPLE] if voucher.example else [])
    return "　".join(mark.of(lang) for mark in marks)


def _bare(grid: Grid) -> Grid:
    """A grid below a heading that has its name already."""
    return Grid(("", *grid.titles[1:]), grid.headings, grid.kinds, grid.widths, grid.rows, grid.sums, "", grid.notes)


def _tab(title: str, taken: dict[str, Grid]) -> str:
    """A name for a sheet that no other has."""
    stem = title.translate(_NO_TAB).strip("' ")[:_TAB] or "1"
    name, count = stem, 1
    while name.casefold() in {one.casefold() for one in taken}:
        count += 1
        name = f"{stem[: _TAB - len(str(count)) - 1]} {count}"
    return name
