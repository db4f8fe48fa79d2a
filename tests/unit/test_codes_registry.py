"""Every code of the tool: unique, sorted, in both languages; and no rule's file forgotten."""

import importlib
import re
import string
from pathlib import Path

import pytest

import generator.rules
from generator.diagnostics import Code
from generator.loader import CODES
from generator.rules.registry import NAMES, RULES, WAIVABLE
from generator.rules.rule import Rule
from generator.texts import LANGS

EVERY = (*CODES, *(rule.code for rule in RULES))
CHINESE = re.compile(r"[\u4e00-\u9fff]")
FILES = sorted(path for path in Path(generator.rules.__path__[0]).glob("*/*.py") if path.name != "__init__.py")
FAMILIES = sorted({path.parent.name for path in FILES})

each = pytest.mark.parametrize("code", EVERY, ids=lambda code: f"{code.code} {code.name}")


def test_codes_and_names_are_unique() -> None:
    assert sorted({code.code for code in EVERY}) == sorted(code.code for code in EVERY)
    assert sorted({code.name for code in EVERY}) == sorted(code.name for code in EVERY)
    assert {code.name for code in EVERY} == NAMES


def test_rules_are_sorted_in_the_registry_and_in_their_families() -> None:
    assert [rule.number for rule in RULES] == sorted(rule.number for rule in RULES)
    for family in FAMILIES:
        numbers = [rule.number for rule in importlib.import_module(f"generator.rules.{family}").RULES]
        assert numbers == sorted(numbers), family


@each
def test_a_code_has_its_form(code: Code) -> None:
    assert re.fullmatch(r"[YSCGLVDPX][0-9]{3}", code.code)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code.name)


@each
def test_a_code_has_its_texts(code: Code) -> None:
    for text in (code.message, code.help, code.page):
        for lang in LANGS:
            assert text.of(lang).strip()
        assert {field for _, field, _, _ in string.Formatter().parse(code.message.zh) if field} == {
            field for _, field, _, _ in string.Formatter().parse(code.message.en) if field
        }, "both languages tell the same values"
    assert CHINESE.search(code.page.zh)
    assert code.page.en != code.page.zh


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_file_with_a_rule_is_registered(path: Path) -> None:
    module = importlib.import_module(f"generator.rules.{path.parent.name}.{path.stem}")
    if "def check(" in path.read_text(encoding="utf-8") or hasattr(module, "RULE"):
        assert module.RULE in RULES
        assert module.RULE.check is module.check


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.number} {rule.name}")
def test_a_rule_has_examples_that_differ(rule: Rule) -> None:
    for example in (rule.good, rule.bad):
        assert example.startswith("--- ") or rule.in_drafts
    assert rule.good != rule.bad


def test_drafting_rules_name_the_clause_they_come_from() -> None:
    ours = {"unknown-draft-waiver", "unused-draft-waiver", "undeclared-aspect"}
    for rule in (rule for rule in RULES if rule.number.startswith("D3") and rule.name not in ours):
        assert re.search(r"GB/T 1\.1—2020 的\s?(?:[0-9D]|表|附录)", rule.code.page.zh), rule.name
        assert re.search(r"GB/T 1\.1—2020, (?:[0-9]|table|annex)", rule.code.page.en.replace("\n", " ")), rule.name


def test_what_may_be_waived() -> None:
    assert "uscc-check-character" in WAIVABLE
    assert "dangling-link" not in WAIVABLE
