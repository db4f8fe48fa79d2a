"""The tokeniser in Python: the shared cases, and that every part of a text can be found."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.site.tokens import Clause, Search, fold, plan, row, tokens

VECTORS = json.loads((Path(__file__).parents[2] / "vectors/tokens.json").read_text(encoding="utf-8"))
CHINESE = st.text("工业互联网时延人一丁𠀀〇鿿豈", min_size=2, max_size=12)
MIXED = st.text("工业互联网时延人 ，。-+/5gGuUzqy20msΩé", max_size=40)


def shown(clause: Clause) -> str:
    """A clause as it is written in the vectors."""

    def one(search: Search) -> str:
        return " ".join(search.words) + ("*" if search.prefix else "")

    text = " | ".join(map(one, clause.searches))
    return f"{text} → {' '.join(map(one, clause.otherwise))}" if clause.otherwise else text


def holds(words: list[str], search: Search) -> bool:
    """What the browser does with one search on one text."""
    if search.prefix:
        return any(word.startswith(search.words[0]) for word in words)
    rows = (words[i : i + len(search.words)] for i in range(len(words)))
    return any(tuple(row) == search.words for row in rows)


def found(text: str, query: str) -> bool:
    words = tokens(text)
    return all(
        any(holds(words, search) for search in clause.searches)
        or (bool(clause.otherwise) and all(holds(words, search) for search in clause.otherwise))
        for clause in plan(query)
    )


@pytest.mark.parametrize(("text", "expected"), VECTORS["texts"])
def test_texts(text: str, expected: list[str]) -> None:
    assert tokens(text) == expected


@pytest.mark.parametrize(("query", "expected"), VECTORS["queries"])
def test_queries(query: str, expected: list[str]) -> None:
    assert [shown(clause) for clause in plan(query)] == expected


@given(before=MIXED, part=CHINESE, after=MIXED)
def test_every_part_of_a_text_is_found(before: str, part: str, after: str) -> None:
    assert found(before + part + after, part)


@given(text=MIXED, part=CHINESE)
def test_nothing_else_is_found(text: str, part: str) -> None:
    assert found(text, part) == (fold(part) in fold(text))


@given(text=MIXED, character=st.sampled_from("工业时人"))
def test_a_single_character_is_found_wherever_it_stands(text: str, character: str) -> None:
    assert found(text, character) == (character in text)


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("RS-485", "rs485"),
        ("RS485", "RS-485"),
        ("20 ms", "20ms"),
        ("20ms", "20 ms"),
        ("gw-512", "gw-5"),
        ("TSN网关", "tsn网"),
    ],
)
def test_the_same_thing_in_another_spelling(text: str, query: str) -> None:
    assert found(text, query)


@given(text=MIXED)
def test_a_place_is_empty_behind_every_run(text: str) -> None:
    words = row(text)
    assert all(words[at + 1] == "" for at, word in enumerate(words) if len(word) == 1 and word in "工业互联网时延人")
    assert [word for word in words if word] == tokens(text)
