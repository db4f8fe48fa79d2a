"""Where keys and values stand, and which lines belong to them."""

import itertools
from collections.abc import Iterator
from typing import Any

import pytest

from generator.diagnostics import Pointer
from generator.source.reader import read_data, read_positions
from tests.unit.source.vectors import load

TEXT = """\
# yaml-language-server: $schema=x
# about the name
name:
  zh: 工业网关
  en: "Gateway"

# about prices
prices:
  - {id: hardware, amount: 3200.00}
  # about the second
  -
    id: sim   # 卡
    tiers:
      - amount: 1
description: |
  # heading

  text

# at the end of the text
features: [a,
  b]
# tail
"""
PLACES = read_positions("a.yaml", TEXT.encode())


@pytest.mark.parametrize(
    ("pointer", "value", "key"),
    [
        ((), (3, 1), (3, 1)),
        (("name",), (4, 3), (3, 1)),
        (("name", "zh"), (4, 7), (4, 3)),
        (("name", "en"), (5, 7), (5, 3)),
        (("prices", 0), (9, 5), (9, 5)),
        (("prices", 0, "amount"), (9, 28), (9, 20)),
        (("prices", 1), (12, 5), (12, 5)),
        (("prices", 1, "tiers", 0, "amount"), (14, 17), (14, 9)),
        (("description",), (15, 14), (15, 1)),
        (("features", 1), (22, 3), (22, 3)),
        # What is missing is located at the key of what should hold it.
        (("vendor",), (3, 1), (3, 1)),
        (("name", "fr"), (3, 1), (3, 1)),
        (("prices", 0, "period"), (9, 5), (9, 5)),
        (("prices", 5), (8, 1), (8, 1)),
        (("prices", 1, "tiers", 0, "up_to"), (14, 9), (14, 9)),
        # Parts that name an alternative of a model are passed over.
        (("prices", 0, "tiered", "amount"), (9, 28), (9, 20)),
        (("name", "zh", "str"), (4, 7), (4, 3)),
    ],
)
def test_locate(pointer: Pointer, value: tuple[int, int], key: tuple[int, int]) -> None:
    assert PLACES.locate(pointer) == value
    assert PLACES.locate(pointer, on_key=True) == key


@pytest.mark.parametrize(
    ("pointer", "lines", "with_comments"),
    [
        (("name",), (3, 5), (2, 5)),
        (("name", "en"), (5, 5), (5, 5)),
        (("prices",), (8, 14), (6, 14)),
        (("prices", 0), (9, 9), (9, 9)),
        (("prices", 1), (11, 14), (10, 14)),
        (("prices", 1, "tiers"), (13, 14), (13, 14)),
        (("description",), (15, 18), (15, 18)),
        (("features",), (21, 22), (19, 22)),
    ],
)
def test_span(pointer: Pointer, lines: tuple[int, int], with_comments: tuple[int, int]) -> None:
    assert PLACES.span(pointer) == lines
    assert PLACES.span(pointer, comments=True) == with_comments


def test_no_span_of_what_is_not_there() -> None:
    with pytest.raises(LookupError):
        PLACES.span(("vendor",))
    with pytest.raises(LookupError):
        read_positions("a.yaml", b"[").span(())


@pytest.mark.parametrize(
    ("content", "position"),
    [
        (b"a: 1\nb: 2\nc: @\n", (2, 4)),
        (b"a: 1\nb: 2\nb: 3\n", (2, 4)),
        (b"a:\n\tx: 1\nb: 2\n", (3, 4)),
        ("\ufeffa: 1\r\nb: 2\r\n".encode(), (2, 4)),
        ("😀: 1\nb: 2".encode(), (2, 4)),
        (b"b: \xff", (1, 1)),
        (b"", (1, 1)),
        (b"- b: 1\n", (1, 1)),
    ],
)
def test_of_faulty_and_odd_files(content: bytes, position: tuple[int, int]) -> None:
    assert read_positions("a.yaml", content).locate(("b",)) == position


READ = [case for case in load("meaning.json") if "data" in case]
of_each = pytest.mark.parametrize("case", READ, ids=[case["title"] for case in READ])


@of_each
def test_both_passes_see_the_same(case: dict[str, Any]) -> None:
    content = case["yaml"].encode()
    data, _ = read_data("a.yaml", content)
    fast, slow = read_positions("a.yaml", content), read_positions("a.yaml", content, pure=True)
    for pointer in pointers(data):
        first, last = fast.span(pointer)
        assert 1 <= first <= last <= len(case["yaml"].split("\n"))
        assert first <= fast.locate(pointer, on_key=True)[0] <= fast.locate(pointer)[0]
        if "decided" not in case:
            assert slow.span(pointer) == (first, last)
            assert slow.locate(pointer) == fast.locate(pointer)


@of_each
def test_spans_can_be_cut_and_put_in_another_order(case: dict[str, Any]) -> None:
    text: str = case["yaml"]
    if not text.endswith("\n") or text.startswith(("{", "---")) or "\n..." in text:
        return
    lines, data = text.splitlines(keepends=True), case["data"]
    places = read_positions("a.yaml", text.encode())
    spans = [places.span((key,), comments=True) for key in data]
    assert all(one[1] < other[0] for one, other in itertools.pairwise(spans))
    pieces = ["".join(lines[first - 1 : last]) for first, last in spans]
    again, problems = read_data("a.yaml", "".join(reversed(pieces)).encode())
    assert problems == ()
    assert again == data
    assert again is not None
    assert list(again) == list(reversed(data))


def pointers(data: Any, here: Pointer = ()) -> Iterator[Pointer]:
    """The pointer of every value in `data`."""
    yield here
    inside: Any = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for part, value in inside:
        yield from pointers(value, (*here, part))
