"""How reading goes on after a problem, what it refuses whole, and that it never raises."""

from decimal import Decimal

import pytest

from generator.source import construct, reader
from generator.source.problems import MOST_PROBLEMS
from generator.source.reader import read_data, read_positions


def names(text: str) -> list[str]:
    return [code.name for code, _ in read_data("a.yaml", text.encode())[1]]


def test_everything_at_once() -> None:
    text = "code: 010\ncode: 011\nname: 网\u200b关\nlist:\n  - 1_0\n  - one\n    two\n"
    data, problems = read_data("catalog/products/a.yaml", text.encode())
    assert [(code.name, found.position, found.pointer) for code, found in problems] == [
        ("unclear-scalar", (1, 7), ("code",)),
        ("duplicate-key", (2, 1), ("code",)),
        ("unclear-scalar", (2, 7), ("code",)),
        ("invisible-character", (3, 8), ()),
        ("unclear-scalar", (5, 5), ("list", 0)),
        ("multi-line-plain", (6, 5), ("list", 1)),
    ]
    assert {found.path for _, found in problems} == {"catalog/products/a.yaml"}
    assert data == {"code": "010", "name": "网\ufffd关", "list": ["1_0", "one two"]}


def test_problems_before_a_syntax_error_are_kept() -> None:
    assert names("a: 010\nb: @x\n") == ["unclear-scalar", "reserved-character"]


def test_what_follows_from_a_broken_layout_is_not_reported() -> None:
    assert read_data("a.yaml", b"a:\n\t- 01\n  - 2\n")[0] is None
    assert names("a:\n\t- 01\n  - 2\n") == ["tab"]
    assert names("a: 1\t# x\nb: 01\n") == ["tab", "unclear-scalar"]


def test_the_second_value_of_a_key_is_left_out() -> None:
    data, problems = read_data("a.yaml", b"a: {b: 1}\na:\n  c: {d: 010}\ne: 1\n")
    assert data == {"a": {"b": 1}, "e": 1}
    assert [code.name for code, _ in problems] == ["duplicate-key", "unclear-scalar"]
    assert problems[0][1].values == {"key": "a", "line": 1}


def test_a_file_whose_values_stand_elsewhere_is_not_understood() -> None:
    assert read_data("a.yaml", b"a: &x 1\n")[0] == {"a": 1}
    assert read_data("a.yaml", b"a: &x 1\nb: *x\n")[0] is None
    assert read_data("a.yaml", b"<<: {a: 1}\n")[0] is None


def test_numbers_are_decimals_or_integers() -> None:
    data, _ = read_data("a.yaml", b"a: 1.10\nb: 3\nc: 1e3\n")
    assert repr(data) == "{'a': Decimal('1.10'), 'b': 3, 'c': Decimal('1E+3')}"
    assert data is not None
    assert data["c"] == Decimal(1000)


def test_too_many_problems() -> None:
    data, problems = read_data("a.yaml", "".join(f"k{n}: 01\n" for n in range(MOST_PROBLEMS + 5)).encode())
    assert data is None
    assert len(problems) == MOST_PROBLEMS + 1
    assert problems[-1][0].name == "too-many-problems"


def test_our_own_fault_is_a_diagnostic(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(construct.Constructor, "run", broken)
    data, problems = read_data("catalog/a.yaml", b"a: 1\n")
    assert data is None
    assert [(code.name, found.path, found.values) for code, found in problems] == [
        ("internal-error", "catalog/a.yaml", {"error": "ZeroDivisionError"})
    ]
    assert read_positions("catalog/a.yaml", b"a: 1\n").locate(("a",)) == (1, 1)


def test_without_libyaml(monkeypatch: pytest.MonkeyPatch) -> None:
    from generator.source import events

    monkeypatch.setattr(events, "_FAST", None)
    assert not events.has_fast_parser()
    assert reader.read_data("a.yaml", "名称: [1, x]\n".encode()) == ({"名称": [1, "x"]}, ())
