"""What is looked at before the parser: size, encoding, characters."""

import pytest

from generator.source.scan import _IN_TEXT, MOST_BYTES, cleaned, scan, shown


def faults(content: bytes) -> list[tuple[str, tuple[int, int]]]:
    return [(code.name, position) for code, _, position in scan(content).faults]


@pytest.mark.parametrize(
    ("content", "name", "position"),
    [
        (b"a" * (MOST_BYTES + 1), "file-too-large", (1, 1)),
        ("名称: 1\nb: ".encode() + b"\xc4\xe3", "not-utf8", (2, 4)),
        ("名称".encode() + b"\xff", "not-utf8", (1, 3)),
        (b"\xff\xfea\x00", "not-utf8", (1, 1)),
        (b"a: \xed\xa0\x80", "not-utf8", (1, 4)),
        (b"a: \xc0\x80", "not-utf8", (1, 4)),
        ("a: 😀\t".encode(), "tab", (1, 5)),
        (b"a\r\nb\rc", "lone-carriage-return", (2, 2)),
        ("x\n  \u200bb".encode(), "invisible-character", (2, 3)),
        (b"\x00", "control-character", (1, 1)),
    ],
)
def test_fault(content: bytes, name: str, position: tuple[int, int]) -> None:
    assert faults(content) == [(name, position)]


def test_the_largest_file_is_read() -> None:
    assert scan(b"#" * MOST_BYTES).text is not None


def test_guesses_the_encoding() -> None:
    hints = [scan("名称: 工业网关".encode(encoding)).faults[0][1]["guess"] for encoding in ("gbk", "utf-16")]
    assert ["GBK" in str(hints[0]), "UTF-16" in str(hints[1])] == [True, True]


def test_one_report_a_line_and_kind() -> None:
    found = faults("\ta\t\u202e\n\tb\u200b\u200b\n".encode())
    assert found == [
        ("tab", (1, 1)), ("invisible-character", (1, 4)), ("tab", (2, 1)), ("invisible-character", (2, 3)),
    ]  # fmt: skip


def test_repairs_one_for_one() -> None:
    text = "a:\tx\u202e\r\nb\r: \x00\n"
    repaired = scan(text.encode()).text
    assert repaired == "a: x\ufffd\r\nb : \ufffd\n"
    assert not scan(repaired.encode()).faults


def test_a_mark_at_the_start_shifts_nothing() -> None:
    assert faults("\ufeffa: \t1".encode()) == [("invisible-character", (1, 1)), ("tab", (1, 4))]


def test_all_that_is_forbidden_is_not_printable() -> None:
    """The quick test looks at this alone."""
    everything = (chr(point) for point in range(0x110000) if not 0xD800 <= point <= 0xDFFF)
    assert [hex(ord(c)) for c in everything if c.isprintable() and _IN_TEXT.search(c)] == []


@pytest.mark.parametrize("allowed", ["中文，《》“”……——", "😀 é ñ", "a\u3000b\u00a0c", "e\u0301", "\ue000", "︎葛󠄀"])
def test_ordinary_text_passes(allowed: str) -> None:
    assert scan(allowed.encode()).faults == ()


def test_what_a_message_may_quote() -> None:
    assert shown("x" * 100) == "x" * 39 + "…"
    assert shown("a\nb\u202e\x1b") == "a b\ufffd\ufffd"
    assert cleaned("a\ud800\r\nb") == "a\ufffd\ufffd\nb"
