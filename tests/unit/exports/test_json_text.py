"""Numbers and texts as JSON: exact, compact, harmless inside a page."""

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.exports.json_text import json_lines, json_text, number

DECIMALS = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**18), max_value=10**18)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Decimal("9.60"), "9.6"),
        (Decimal("100"), "100"),
        (Decimal("1E+3"), "1000"),
        (Decimal("0.1"), "0.1"),
        (Decimal("-0.5"), "-0.5"),
        (Decimal("99.9999999999999999"), "99.9999999999999999"),
        (7, "7"),
    ],
)
def test_number(value: Decimal | int, text: str):
    assert json_text({"n": [number(value)]}) == f'{{"n":[{text}]}}'


@given(DECIMALS)
def test_numbers_are_exact(value: Decimal):
    assert json.loads(json_text([number(value)]), parse_float=Decimal)[0] == value


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text() | DECIMALS,
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_slow_writer_agrees_with_json(value: object):
    assert json.loads(json_text(value), parse_float=Decimal, parse_int=Decimal) == value


def test_script_cannot_end():
    assert "</" not in json_text("</script><!--")
    assert json.loads(json_text("</script><!--")) == "</script><!--"


def test_lists_have_one_item_a_line():
    assert (
        json_lines({"a": 1}, rows=[{"x": 1}, {"x": 2}], none=[])
        == b'{"a":1,\n"rows":[\n{"x":1},\n{"x":2}\n],\n"none":[]}\n'
    )
