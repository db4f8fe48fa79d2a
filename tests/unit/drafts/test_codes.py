"""Every code of a draft: unique, in both languages, with examples that give just what they should."""

import pytest

from generator.diagnostics import Code
from generator.drafts import codes
from generator.drafts.read import read_draft
from tests.unit.drafts import skeleton

WITH_EXAMPLES = [code for code in codes.CODES if code.bad]


def found(content: bytes) -> list[str]:
    return [code.code for code, _ in read_draft("draft.md", content)[1]]


def test_codes_are_unique_sorted_and_registered() -> None:
    numbers = [code.code for code in codes.CODES]
    assert numbers == sorted(set(numbers)) == [f"D{n:03}" for n in range(1, len(numbers) + 1)]
    assert {getattr(codes, name) for name in codes.__all__ if name not in ("CODES", "WAIVABLE")} == set(codes.CODES)


@pytest.mark.parametrize("code", codes.CODES, ids=lambda c: c.name)
def test_texts_stand_in_both_languages_and_fill(code: Code) -> None:
    for text in (code.message, code.help, code.page):
        for lang in ("zh", "en"):
            assert text.of(lang)
            assert text.fill(lang, {})
    assert code.page.zh != code.page.en


@pytest.mark.parametrize("code", WITH_EXAMPLES, ids=lambda c: c.name)
def test_good_example_is_clean(code: Code) -> None:
    assert found(skeleton.draft(code.good)) == []


@pytest.mark.parametrize("code", WITH_EXAMPLES, ids=lambda c: c.name)
def test_bad_example_gives_this_code_only(code: Code) -> None:
    assert set(found(skeleton.draft(code.bad))) == {code.code}


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"\xff\xfe", codes.UNREADABLE),
        ("# 范围\x07".encode(), codes.UNREADABLE),
        ("# 范围‮".encode(), codes.UNREADABLE),
        (b"a" * 2_000_001, codes.TOO_LARGE),
    ],
)
def test_what_cannot_be_read_gives_no_draft(content: bytes, code: Code) -> None:
    draft, problems = read_draft("draft.md", content)
    assert draft is None
    assert [c for c, _ in problems] == [code]


def test_text_before_the_first_heading() -> None:
    assert "D016" in found("正文。\n\n".encode() + skeleton.draft(""))


def test_each_mandatory_clause_is_missed() -> None:
    problems = read_draft("draft.md", "# 范围 {#c-scope}\n".encode())[1]
    assert [f.values["title"] for _, f in problems] == ["前言", "规范性引用文件", "术语和定义"]
