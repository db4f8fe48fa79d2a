"""Sets the lines of a table beside what the catalogue publishes: each cell that differs, and the edit it asks for."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal, InvalidOperation

from generator.diagnostics import Pointer
from generator.exports.voucher_data import Field, listings_table
from generator.model.voucher import Listing, Voucher
from generator.project import Entry
from generator.submit.table_edits import Edit, Row, edit_of
from generator.submit.table_file import FIELDS, Given, Line, TableFile
from generator.submit.table_sheets import UNKNOWN_COLUMN, Rows, odd_cells, table_cells
from generator.texts import Text
from generator.vouchers.eligibility import assess_all
from generator.vouchers.published import Row as Published
from generator.vouchers.published import fingerprint

TITLES: Mapping[str, Field] = {one.name: one for one in FIELDS}
ROW, NEW = Text("行", "Row"), Text("新目录条目", "New listing")
_NOT_HELD = frozenset(("number", "listing", "fingerprint"))
_NUMBERS = frozenset(one.name for one in FIELDS if one.type == "number")
_STALE = Text("这一行导出之后目录已有变化；请重新导出，或加 --overwrite",
              "the entry has changed since this was exported: export anew, or give --overwrite")  # fmt: skip
_TWICE = Text("同一个值在文件中有两种写法", "the file has two different values for it")
_NO_ID = Text("没有目录条目编号，或编号重复", "there is no id of a listing, or it stands there twice")
_OTHER = Text("属于另一个服务券方案", "it belongs to another programme")
_GONE = Text("文件中没有这一行；条目不会因此删除", "the file has no such row; no entry is removed for that")


@dataclass(frozen=True, slots=True)
class Difference:
    """A cell that is not what is published: where, of which listing, both values; the file it went into, or why not.

    `name`: the field, "" for what is none. `edit`: what it asks for.
    """

    where: str
    listing: str
    title: Text
    old: str
    new: str
    path: str = ""
    reason: Text | None = None
    name: str = ""
    edit: Edit | None = None


@dataclass(slots=True)
class Compared:
    """Every difference, and the edits by entry and place."""

    differences: list[Difference] = field(default_factory=list)
    edits: dict[tuple[str, Pointer], Edit] = field(default_factory=dict)


def compare(rows: Rows, programme: Entry, given: TableFile, created: Collection[str], overwrite: bool) -> Compared:
    """`created`: files of listings that the table itself brings, which cannot have changed since."""
    found = Compared()
    official = table_cells(rows, programme, given)
    seen: set[str] = set()
    for line in given.lines:
        listing = line.text("listing")
        entry = rows.project.get(listing) if listing.startswith("listings/") else None
        if entry is None or listing in seen:
            if not any(one.listing == listing and one.title == NEW for one in found.differences):
                shown = "；".join(cell.text for cell in line.cells.values())[:200]
                found.differences.append(Difference(line.where, listing, ROW, "", shown, reason=_NO_ID))
            continue
        seen.add(listing)
        if entry.as_a(Listing).voucher != programme.slug:
            found.differences.append(Difference(line.where, listing, ROW, "", listing, reason=_OTHER))
            continue
        _line(found, rows, programme, entry, line, official.get(listing, ()), overwrite or entry.path in created)
    for one in assess_all(rows.project, programme.id, rows.day):
        if one.listed and one.listing not in seen:
            found.differences.append(
                Difference("", one.listing, TITLES["listing"].title, one.listing, "", reason=_GONE)
            )
    for cell in given.unknown:
        found.differences.append(
            Difference(cell.where, "", Text("栏目", "Column"), "", cell.text, reason=UNKNOWN_COLUMN)
        )
    return found


def odd_differences(before: Rows, after: Rows, programme: Entry, given: TableFile) -> Iterator[Difference]:
    """What has no entry to go into, and is neither as it was made before the edits nor as it would be after them."""
    still = {odd.where for odd in odd_cells(after, programme, given)}
    for odd in odd_cells(before, programme, given):
        if odd.where in still:
            yield Difference(odd.where, "", Text("单元格", "Cell"), odd.old, odd.new, reason=odd.why)


def values_of(row: Published) -> Mapping[str, str]:
    """A row by the names of the CSV file's fields."""
    table = listings_table([row], {row.listing: fingerprint(row)})
    return dict(zip((one.name for one in table.fields), table.rows[0], strict=True))


def same(name: str, one: str, other: str) -> bool:
    """Whether two texts say the same in a field: numbers by their value."""
    if one == other:
        return True
    if name not in _NUMBERS:
        return False
    try:
        return Decimal(one) == Decimal(other)
    except InvalidOperation:
        return False


def _line(
    found: Compared,
    rows: Rows,
    programme: Entry,
    entry: Entry,
    line: Line,
    official: Sequence[tuple[str, Given]],
    trusted: bool,
) -> None:
    row = rows.of(entry.id)
    values = values_of(row)
    stale = not trusted and line.text("fingerprint") not in ("", values["fingerprint"])
    changes: dict[str, Given] = {}
    for name, old in values.items():
        # A column that is not there says nothing; an empty cell of one that is there says "nothing".
        cell = line.cells.get(name) or (Given("", line.where) if name in line.columns else None)
        if cell and name not in _NOT_HELD and not same(name, cell.text, old):
            changes[name] = cell
    for name, cell in official:
        if name in changes and not same(name, changes[name].text, cell.text):
            title = TITLES[name].title
            old = changes[name].text
            found.differences.append(Difference(cell.where, entry.id, title, old, cell.text, reason=_TWICE, name=name))
        else:
            changes.setdefault(name, cell)
    about = Row(
        rows.project,
        entry,
        rows.project.get(row.product),
        programme.as_a(Voucher),
        replace(line, cells={**line.cells, **changes}),
    )
    for name, cell in changes.items():
        base = Difference(cell.where, entry.id, TITLES[name].title, values[name], cell.text, name=name)
        asked = _STALE if stale else edit_of(about, name, cell.text)
        if isinstance(asked, Text):
            found.differences.append(replace(base, reason=asked))
        elif found.edits.setdefault((asked.entry, asked.pointer), asked).value != asked.value:
            found.differences.append(replace(base, reason=_TWICE))
        else:
            found.differences.append(replace(base, edit=asked))
