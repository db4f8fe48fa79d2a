"""Each code of the reader has its texts in both languages, and examples that show it and nothing else."""

import re

import pytest

from generator.diagnostics import Code, Diagnostic, Location
from generator.source.codes import CODES
from generator.source.reader import read_data

every = pytest.mark.parametrize("code", CODES, ids=[code.code for code in CODES])
WITH_EXAMPLE = [code for code in CODES if code.bad]


def test_codes_are_unique_and_sorted() -> None:
    assert [code.code for code in CODES] == sorted({code.code for code in CODES})
    assert len({code.name for code in CODES}) == len(CODES)


@every
def test_texts(code: Code) -> None:
    assert re.fullmatch(r"[XY][0-9]{3}", code.code)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code.name)
    for text in (code.message, code.help, code.page):
        assert text.zh.strip()
        assert text.en.strip()
        assert re.search(r"[\u4e00-\u9fff]", text.zh)
        assert not re.search(r"[\u4e00-\u9fff]", re.sub(r"`[^`]*`", "", text.en))
    assert bool(code.good) == bool(code.bad)


@every
def test_both_languages_name_the_same_values(code: Code) -> None:
    for text in (code.message, code.help):
        assert re.findall(r"{(\w+)}", text.zh).sort() == re.findall(r"{(\w+)}", text.en).sort()


@pytest.mark.parametrize("code", WITH_EXAMPLE, ids=[code.code for code in WITH_EXAMPLE])
def test_examples(code: Code) -> None:
    data, problems = read_data("good.yaml", code.good.encode())
    assert (data is not None, problems) == (True, ())
    _, problems = read_data("bad.yaml", code.bad.encode())
    assert [found.code for found, _ in problems] == [code.code]
    finding = problems[0][1]
    diagnostic = Diagnostic(Location("bad.yaml", *(finding.position or (0, 0))), code, code.severity, finding.values)
    for lang in ("zh", "en"):
        sentence = diagnostic.message(lang) + diagnostic.help(lang)
        assert "Text(" not in sentence
        assert not re.search(r"{\w+}", sentence), "a value is missing"
