"""Entries written from data are read back as that data."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.registry import KINDS
from generator.source.reader import read_data
from generator.submit.writing import entry_file


def back(data: dict[str, Any]) -> Any:
    path, content = entry_file(KINDS["notices"], "first", data)
    return read_data(path, content)[0]


@pytest.mark.parametrize(
    "text",
    ["甲：乙", "a: b", "true", "null", "2026-03-10", "010", "1e3", "~", "# no", "- no", "a #b", "甲,乙]", '"', "'", "=1", "甲\n乙", "y", " 甲"],
)  # fmt: skip
def test_a_text_stays_what_it_is(text: str) -> None:
    data = {"name": {"zh": "公示"}, "basis": {"zh": text}, "listings": [{"listing": text}], "aliases": [text]}
    assert back(data) == data


def test_the_usual_form() -> None:
    data = {
        "name": {"en": "First", "zh": "公示"},
        "days": 7,
        "example": True,
        "listings": [{"listing": "a", "objections_open": 0}],
    }
    assert entry_file(KINDS["notices"], "first", data)[1].decode() == (
        "# yaml-language-server: $schema=../../schemas/v1/notice.schema.json\n"
        "name:\n  zh: 公示\n  en: First\nexample: true\nlistings:\n  - {listing: a, objections_open: 0}\ndays: 7\n"
    )


_TEXT = st.text(
    st.characters(exclude_categories=["Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"], exclude_characters="\ufeff"),
    min_size=1,
)


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.sampled_from(["zh", "en"]), _TEXT, min_size=1), st.lists(_TEXT, max_size=3))
def test_any_text(basis: dict[str, str], aliases: list[str]) -> None:
    data = {"name": {"zh": "公示"}, "aliases": aliases, "basis": basis}
    assert back(data) == data
