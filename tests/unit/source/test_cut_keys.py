"""Top-level keys are changed by cutting: what is not changed stays byte for byte."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.source.cut_keys import with_keys
from generator.source.reader import read_data

ORDER = ("name", "status", "history", "owner", "numbers", "note")
FILE = """\
# the head
name:
  zh: 甲
status: comment   # 公开
history:
  # the first
  - {to: proposal, date: 2025-01-06}
  - to: comment
    date: 2026-01-06   # here
    # of the last

owner: society  # stays
"""


def changed(text: str, **changes: object) -> str:
    return with_keys("a.yaml", text.encode(), changes, ORDER).decode()


def test_a_scalar_keeps_its_comment() -> None:
    assert changed(FILE, status="review") == FILE.replace("status: comment", "status: review")


def test_a_list_grows_at_its_end() -> None:
    data, _ = read_data("a.yaml", FILE.encode())
    assert data is not None
    history = data["history"]
    assert isinstance(history, list)
    made = changed(FILE, history=[*history, {"to": "review", "date": "2026-03-04"}])
    assert made == FILE.replace("    # of the last\n", "    # of the last\n  - {to: review, date: 2026-03-04}\n")


def test_a_new_key_stands_where_its_order_has_it() -> None:
    assert changed(FILE, numbers=[{"number": "T/EXA 1"}]) == FILE + "numbers:\n  - {number: T/EXA 1}\n"
    assert changed("name: a\nowner: b\n", status="review") == "name: a\nstatus: review\nowner: b\n"


def test_what_is_the_same_is_not_touched() -> None:
    assert changed(FILE, status="comment", owner="society") == FILE


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("history: [{to: a, date: 2025-01-06}]\n", "history:\n  - {to: a, date: 2025-01-06}\n  - {to: b, date: 2026-01-06}\n"),
        ("history:\n- {to: a, date: 2025-01-06}\n", "history:\n- {to: a, date: 2025-01-06}\n- {to: b, date: 2026-01-06}\n"),
        ("history: []\n", "history:\n  - {to: b, date: 2026-01-06}\n"),
        ("name: a\n", "name: a\nhistory:\n  - {to: b, date: 2026-01-06}\n"),
    ],
)  # fmt: skip
def test_lists_in_other_forms(before: str, after: str) -> None:
    data, _ = read_data("a.yaml", before.encode())
    assert data is not None
    held = data.get("history", [])
    assert isinstance(held, list)
    assert changed(before, history=[*held, {"to": "b", "date": "2026-01-06"}]) == after


def test_windows_line_ends_stay() -> None:
    made = changed(FILE.replace("\n", "\r\n"), status="review", note="b")
    assert made == (FILE.replace("status: comment", "status: review") + "note: b\n").replace("\n", "\r\n")


@pytest.mark.parametrize("text", ["a: [", "- a\n", "", "a: 1\na: 2\n", "\ufeff\x00"])
def test_a_file_that_cannot_be_read_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="cannot be"):
        changed(text, status="review")


@given(
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")), max_size=40)
)
def test_whatever_is_said_reads_back(text: str) -> None:
    text = " ".join(text.split()) or "x"
    made = changed(FILE, note=text, status="comment")
    assert made.startswith(FILE)
    data, problems = read_data("a.yaml", made.encode())
    assert (data or {})["note"] == text
    assert problems == ()
