"""Cells as a reader sees them."""

from decimal import Decimal

import pytest

from generator.documents.grid import Grid, fitting, shown, width_of
from tests.documents.samples import GRID


def test_cells_of_each_kind():
    assert shown("yuan", 123_456_789, 2) == "1,234,567.89"
    assert shown("ten-thousand-yuan", 12_500_000, 1) == "12.5"
    assert shown("percent", Decimal("62.5"), 1) == "62.5%"
    assert shown("integer", 12_345) == "12,345"
    assert (shown("yuan", None, 2), shown("yuan", "面议", 2), shown("yuan", 0, 2)) == ("", "面议", "0.00")


def test_a_column_shows_as_many_decimals_as_its_longest_number_needs():
    assert GRID.decimals() == (0, 0, 0, 1, 2, 0)
    assert [row[3] for row in GRID.texts()][:2] == ["12.5", "13.0"]


def test_ragged_rows_are_refused():
    with pytest.raises(ValueError, match="2 columns"):
        Grid(("题",), ("一", "二"), ("text", "text"), (9, 9), (("只有一格",),))


def test_widths():
    assert width_of("示例5G") == 6
    assert width_of("短\n长长长") == 6
    assert fitting("text", "名", ["字" * 99]) == 36
    assert fitting("integer", "序号", [1, 2]) == 6
