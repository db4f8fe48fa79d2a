"""Every fault put into a small repository by hand is reported on its line, and nothing else about its file."""

from functools import cache
from pathlib import Path

import pytest
import yaml

from generator.diagnostics import Diagnostic, Severity
from generator.rules.check import check_tree
from generator.source.tree import MemoryTree
from tests.rules.repository import TODAY, base

FAULTS = yaml.safe_load(Path(__file__).with_name("faults.yaml").read_text("utf-8"))


@cache
def _diagnostics() -> tuple[Diagnostic, ...]:
    """Every error and warning; all faults are there at once."""
    files = {fault["path"]: fault["content"].encode(fault.get("encoding", "utf-8")) for fault in FAULTS}
    checked = check_tree(MemoryTree({**base(), **files}), TODAY)
    return tuple(diagnostic for diagnostic in checked.diagnostics if diagnostic.severity is not Severity.NOTE)


@cache
def _found() -> dict[str, set[tuple[int, str]]]:
    """Line and code of each, by file."""
    found: dict[str, set[tuple[int, str]]] = {fault["path"]: set() for fault in FAULTS}
    for diagnostic in _diagnostics():
        found.setdefault(diagnostic.location.path, set()).add((diagnostic.location.line, diagnostic.code.code))
        assert diagnostic.message("zh")
        assert diagnostic.message("en")
    return found


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault["path"])
def test_fault(fault):
    assert _found()[fault["path"]] == set(fault["expect"].items())
    helps = {d.location.line: d.help("zh") for d in _diagnostics() if d.location.path == fault["path"]}
    for line, said in fault.get("says", {}).items():
        assert said in helps[line]


def test_there_are_enough_different_ones_and_no_other_file_is_blamed():
    codes = {code for fault in FAULTS for code in fault["expect"].values()}
    assert len(codes) >= 45
    assert {path for path, found in _found().items() if found} <= {fault["path"] for fault in FAULTS}
