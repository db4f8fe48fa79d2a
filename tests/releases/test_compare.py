"""Two releases side by side, and office files whose bytes differ."""

import io
from collections.abc import Mapping

import pytest
from docx import Document
from openpyxl import Workbook

from generator.releases.readable import same_content
from generator.vouchers.difference import compared, lines


def row(listing: str, **values: object) -> dict[str, object]:
    return {"listing": listing, "product": "products/a", "vendor": "organisations/a", "values": values}


def test_added_removed_changed() -> None:
    before = {"listings/a": row("listings/a", product={"zh": "甲"}, ratio="30"), "listings/b": row("listings/b")}
    after = {"listings/a": row("listings/a", product={"zh": "甲"}, ratio="27"), "listings/c": row("listings/c")}
    found = compared("1", "2", before, after)
    assert [one["listing"] for one in found.added] == ["listings/c"]
    assert [one["listing"] for one in found.removed] == ["listings/b"]
    assert [(c.listing, c.field, c.old, c.new, c.percent) for c in found.changed] == [
        ("listings/a", "ratio", "30", "27", "-10.0")
    ]
    assert lines(found, "zh")[0] == "1 → 2：新增 1，移出 1，变更 1 处"


@pytest.mark.parametrize(
    ("old", "new", "percent"),
    [
        ("100.00", "105.00", "+5.0"),
        ("3.00", "2.00", "-33.3"),
        ("0.00", "5.00", None),
        (None, "5.00", None),
        ("5.00", None, None),
        ("1E+999999", "5", "-100.0"),
        ("NaN", "5", None),
        ("面议", "5.00", None),
    ],
)
def test_percent(old: object, new: object, percent: str | None) -> None:
    def rows(price: object) -> Mapping[str, Mapping[str, object]]:
        return {"listings/a": row("listings/a", **{"price-once": price})}

    assert [change.percent for change in compared("1", "2", rows(old), rows(new)).changed] == [percent]


def book(*cells: str | int) -> bytes:
    made, out = Workbook(), io.BytesIO()
    assert made.active is not None
    made.active.append(cells)
    made.save(out)
    return out.getvalue()


def letter(text: str) -> bytes:
    made, out = Document(), io.BytesIO()
    made.add_paragraph(text)
    made.save(out)
    return out.getvalue()


def test_office_files_by_their_content() -> None:
    assert same_content("a.xlsx", book("甲", 1), book("甲", 1)) is True
    assert same_content("a.xlsx", book("甲", 1), book("甲", 2)) is False
    assert same_content("a.docx", letter("甲"), letter("甲")) is True
    assert same_content("a.docx", letter("甲"), letter("乙")) is False
    assert same_content("a.xlsx", b"PK", book("甲")) is None
    assert same_content("a.pdf", b"%PDF", b"%PDF") is None
