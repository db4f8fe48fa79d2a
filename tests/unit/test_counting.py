"""The counting of 字 and of months, by the rules that programme.yaml and the notice state."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.rules.months import plus_months, whole_months
from generator.rules.programme.counting import characters


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("工业互联网", 5),
        ("工业，互联网。", 7),
        ("5G+工业互联网", 7),  # 5G, +, five characters
        ("Wi-Fi 6 网络", 6),  # Wi, -, Fi, 6, two characters
        ("时延 3.5 ms", 4),
        ("投资12,000,000元", 4),
        ("两\n\n行　空白", 4),
        ("**重点**：\n\n- 第一\n- 第二", 7),
        ("café", 1),
        ("e\u0301", 1),
        ("“引号”", 4),
        ("𠮷野家", 3),
    ],
)
def test_characters(text: str, count: int) -> None:
    assert characters(text) == count


@given(st.text())
def test_never_more_than_there_are(text: str) -> None:
    assert 0 <= characters(text) <= len(text)


@given(st.text(alphabet="工业网，。", max_size=30), st.text(alphabet="工业网，。", max_size=30))
def test_counts_of_chinese_add_up(one: str, two: str) -> None:
    assert characters(one + two) == characters(one) + characters(two) == len(one + two)


@pytest.mark.parametrize(
    ("start", "until", "months"),
    [
        ("2026-01-01", "2027-12-31", 24),
        ("2026-01-01", "2028-01-01", 24),
        ("2026-03-15", "2026-04-14", 1),
        ("2026-01-31", "2026-02-28", 1),
        ("2024-02-01", "2024-02-29", 1),
        ("2026-01-01", "2026-01-20", None),
    ],
)
def test_whole_months(start: str, until: str, months: int | None) -> None:
    assert whole_months(start, until) == months


@pytest.mark.parametrize(
    ("date", "months", "later"),
    [("2026-03-02", 36, "2029-03-02"), ("2026-11-30", 3, "2027-02-30"), ("2026-12-01", 1, "2027-01-01")],
)
def test_plus_months(date: str, months: int, later: str) -> None:
    assert plus_months(date, months) == later
