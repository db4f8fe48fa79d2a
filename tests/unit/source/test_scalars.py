"""What a scalar without quotes means: the table of decisions."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.source.scalars import STARTS, Unclear, resolve
from tests.unit.source.vectors import load

TABLE = load("scalars.json")


@pytest.mark.parametrize("row", TABLE, ids=[row["written"] or "(empty)" for row in TABLE])
def test_table(row: dict[str, Any]) -> None:
    value = resolve(row["written"])
    assert isinstance(value, Unclear) == row.get("refused", False)
    if "value" in row:
        assert repr(value) == repr(row["value"])


@given(st.text("0123456789+-._eExXoObBinfaN~<", max_size=12))
def test_never_a_float_and_never_a_fault(text: str) -> None:
    value = resolve(text)
    assert isinstance(value, str | int | Decimal | None | Unclear)
    assert not isinstance(value, str) or value == text
    assert not isinstance(value, Decimal) or value.is_finite()


@given(st.text(max_size=6))
def test_texts_that_need_not_be_asked(text: str) -> None:
    if text[:1] not in STARTS:
        assert resolve(text) == text
