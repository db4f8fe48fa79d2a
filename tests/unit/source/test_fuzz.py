"""Texts that nobody thought of: read as the reference reads them, or refused, and never a fault."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.source.reader import read_data, read_positions
from tests.unit.source.vectors import load, reference, same

BASES = [case["yaml"] for case in load("meaning.json")]
TOKENS = [
    *"abxy019:-?[]{},#&*!|>'\"%@`~ .+_\\", "\n", "\n  ", "\n- ", ": ", " #", "- ", "\t", "\r\n", "：", "中",
    "\u3000", "\u00a0", "\u200b", "😀", "true", "null", "010", "1e3", "|\n  ", ">-\n  ", "---\n", "...\n", "<<", "\\u4e2d",
    "2026-05-08", "0x1", "''", '""', "  ",
]  # fmt: skip
EDITS = st.tuples(st.integers(0, 200), st.integers(0, 3), st.sampled_from(TOKENS))


def edited(base: str, edits: list[tuple[int, int, str]]) -> str:
    """`base` with each (place, characters to drop, text to put there) carried out."""
    for place, dropped, put in edits:
        at = place % (len(base) + 1)
        base = base[:at] + put + base[at + dropped :]
    return base


def compare(text: str) -> None:
    data, problems = read_data("a.yaml", text.encode())
    assert not any(code.name == "internal-error" for code, _ in problems), text
    lines = text.count("\n") + 1
    assert all(
        1 <= line <= lines and column >= 1 for _, found in problems for line, column in [found.position or (0, 0)]
    )
    if problems:
        return
    assert data is not None
    read_positions("a.yaml", text.encode()).span(())
    try:
        theirs = reference(text)
    except Exception:  # noqa: BLE001
        return  # what only we accept changes no meaning
    assert same(data, theirs), text


MUTATED = given(st.sampled_from(BASES), st.lists(EDITS, min_size=1, max_size=4))
QUICK = settings(max_examples=600, suppress_health_check=list(HealthCheck))
LONG = settings(max_examples=30_000, suppress_health_check=list(HealthCheck))


@QUICK
@MUTATED
def test_mutated_texts(base: str, edits: list[tuple[int, int, str]]) -> None:
    compare(edited(base, edits))


@pytest.mark.full
@LONG
@MUTATED
def test_many_mutated_texts(base: str, edits: list[tuple[int, int, str]]) -> None:
    compare(edited(base, edits))


@settings(max_examples=300)
@given(st.binary(max_size=60))
def test_any_bytes(content: bytes) -> None:
    data, problems = read_data("a.yaml", content)
    assert (data is not None) or problems
    assert not any(code.name == "internal-error" for code, _ in problems)


PRINTABLE = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf", "Cn", "Zl", "Zp"]), max_size=12)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**18), 10**18) | PRINTABLE,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(PRINTABLE, inner, max_size=4),
    max_leaves=12,
)


@settings(max_examples=300)
@given(st.dictionaries(PRINTABLE, JSON, min_size=1, max_size=5), st.sampled_from([None, 1, 2]))
def test_json_is_read_as_itself(value: dict[str, object], indent: int | None) -> None:
    content = json.dumps(value, ensure_ascii=False, indent=indent).encode()
    assert read_data("a.json", content) == (value, ())
