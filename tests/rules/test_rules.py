"""The rules against their own examples and against the cases in `cases/*.yaml`.

No rule is named here. A case file holds the name of a rule and its cases: files in one text, each begun
by a line `--- path`, and what is expected: nothing, or `path:line:column` of each finding of that rule.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.diagnostics import Code
from generator.loader import CODES
from generator.rules.registry import RULES
from generator.source.reader import read_data
from generator.texts import LANGS
from tests.rules.drafts import whole
from tests.rules.repository import diagnostics, files_of

RULE_CODES = tuple(rule.code for rule in RULES)
EXAMPLES = (*(code for code in CODES if code.good.startswith("--- ") or code.bad.startswith("--- ")), *RULE_CODES)
TEXTS_OF_A_FILE = tuple(code for code in CODES if code.code[0] in "XY" and code.bad and code not in EXAMPLES)


def _cases() -> list[Any]:
    found = []
    for path in sorted((Path(__file__).parent / "cases").glob("*.yaml")):
        sheet = yaml.safe_load(path.read_text(encoding="utf-8"))
        found += [pytest.param(sheet["rule"], case, id=f"{path.stem}: {case['name']}") for case in sheet["cases"]]
    return found


@pytest.mark.parametrize("code", EXAMPLES, ids=lambda code: f"{code.code} {code.name}")
def test_the_good_example_gives_no_diagnostic(code: Code) -> None:
    assert [f"{d.location} {d.code.code}" for d in diagnostics(code.good, code.name)] == []


@pytest.mark.parametrize("code", EXAMPLES, ids=lambda code: f"{code.code} {code.name}")
def test_the_bad_example_gives_this_code_and_no_other(code: Code) -> None:
    found = diagnostics(code.bad, code.name)
    assert {f"{d.code.code} {d.code.name}" for d in found} == {f"{code.code} {code.name}"}
    for diagnostic in found:
        assert diagnostic.location.path in files_of(whole(code.bad)), "it is found in a file of the example"
        for lang in LANGS:
            for sentence in (diagnostic.message(lang), diagnostic.help(lang)):
                assert sentence
                assert "{" not in sentence, "every place is filled"


@pytest.mark.parametrize("code", TEXTS_OF_A_FILE, ids=lambda code: f"{code.code} {code.name}")
def test_examples_of_files_that_cannot_be_read(code: Code) -> None:
    _, good = read_data("catalog/products/a.yaml", code.good.encode())
    _, bad = read_data("catalog/products/a.yaml", code.bad.encode())
    assert good == ()
    assert {found.code for found, _ in bad} == {code.code}


def _cases_of_drafts() -> list[Any]:
    found = []
    for path in sorted((Path(__file__).parent / "drafts").glob("*.yaml")):
        sheet = yaml.safe_load(path.read_text(encoding="utf-8"))
        found += [pytest.param(sheet["rule"], case, id=f"{path.stem}: {case['name']}") for case in sheet["cases"]]
    return found


@pytest.mark.parametrize(("rule", "case"), _cases_of_drafts())
def test_case_of_a_draft(rule: str, case: dict[str, Any]) -> None:
    """`expect`: what the text says where each finding of the rule stands."""
    files = files_of(whole(case["draft"]))
    found = [d for d in diagnostics(case["draft"], rule) if d.code.name == rule]
    assert len(found) == len(case["expect"]), [(str(d.location), d.message("zh")) for d in found]
    for diagnostic, expected in zip(found, case["expect"], strict=True):
        line = files[diagnostic.location.path].decode().split("\n")[diagnostic.location.line - 1]
        assert line[diagnostic.location.column - 1 :].startswith(expected)


@pytest.mark.parametrize(("rule", "case"), _cases())
def test_case(rule: str, case: dict[str, Any]) -> None:
    found = [d for d in diagnostics(case["files"], rule) if d.code.name == rule]
    assert [str(d.location) for d in found] == case["expect"]
    assert [d.message("zh") for d in found if d.code.name == rule] == case.get("zh", [d.message("zh") for d in found])
    assert [d.message("en") for d in found if d.code.name == rule] == case.get("en", [d.message("en") for d in found])
    assert [d.help("zh") for d in found] == case.get("help_zh", [d.help("zh") for d in found])


def test_the_base_is_clean() -> None:
    assert diagnostics("") == ()
