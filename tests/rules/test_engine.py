"""What the engine makes of the rules: severities, waivers, faults of a rule, and a cache that changes nothing."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from generator.diagnostics import Finding, Severity
from generator.loader import load
from generator.loader.cache import Cache
from generator.project import Entry, Project
from generator.rules import engine
from generator.rules.registry import RULES
from generator.source.tree import MemoryTree
from tests.rules.repository import TODAY, base, diagnostics, files_of

WRONG_CODE = """\
--- catalog/organisations/bing.yaml
name: {zh: 丙}
types: [research]
uscc: 91350203M0001QAY9B
"""
WAIVED = WRONG_CODE + "waivers: [{rule: uscc-check-character, reason: {zh: 公示系统所载如此}}]\n"


def names(text: str) -> list[str]:
    return [diagnostic.code.name for diagnostic in diagnostics(text)]


def test_a_waiver_with_a_reason_accepts_a_finding() -> None:
    assert names(WRONG_CODE) == ["uscc-check-character"]
    assert names(WAIVED) == []


def test_rules_yaml_sets_the_severity() -> None:
    def settings(severity: str) -> str:
        lines = base()["catalog/rules.yaml"].decode()
        return f'--- catalog/rules.yaml\n{lines}  - {{rule: uscc-check-character, severity: "{severity}"}}\n'

    (warning,) = diagnostics(WRONG_CODE + settings("warning"))
    assert warning.severity is Severity.WARNING
    assert names(WRONG_CODE + settings("off")) == []


def test_a_rule_that_fails_is_a_diagnostic_of_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def check(entry: Entry, project: Project) -> list[Finding]:
        raise ZeroDivisionError("division by zero")

    faulty = replace(RULES[0], check=check, kinds=("parks",))
    monkeypatch.setattr(engine, "_PER_ENTRY", (faulty,))
    park = "--- catalog/parks/a.yaml\nname: {zh: 甲园}\nbatch: 1\ncity: foshan\napplicants: [acme]\n"
    (fault,) = [found for found in diagnostics(park) if found.location.path == "catalog/parks/a.yaml"]
    assert fault.code.name == "internal-error"
    assert "division by zero" in fault.message("en")


def test_findings_from_the_cache_are_the_findings(tmp_path: Path) -> None:
    text = WRONG_CODE + "--- catalog/products/a.yaml\nname: {zh: 甲}\nvendor: nobody\ncategory: device\n"
    tree = MemoryTree({**base(), **files_of(text)})
    project, _ = load(tree, TODAY)
    path = tmp_path / "findings"
    fresh = engine.check(project, Cache(path))
    cached = engine.check(load(tree, TODAY)[0], Cache(path))
    assert path.is_file()
    assert engine.located(fresh, tree, project) == engine.located(cached, tree, project)
    assert sorted(code.name for code, _ in cached) == ["category-not-leaf", "dangling-link", "uscc-check-character"]


def test_the_cache_notices_what_a_rule_looks_at(tmp_path: Path) -> None:
    def found(text: str) -> list[str]:
        tree = MemoryTree({**base(), **files_of(text)})
        project, _ = load(tree, TODAY)
        return [code.name for code, _ in engine.check(project, Cache(tmp_path / "findings"))]

    metric = "--- catalog/metrics/end-to-end-latency.yaml\nname: {zh: 时延}\nunit: ms\ndirection: lower\n"
    assert found("") == []
    assert found(metric + "min: 11\n") == ["metric-range"], "an entry that is linked to"
    assert found("--- catalog/products/upf.yaml\nname: {zh: 用户面}\nvendor: telco\ncategory: gateway\n") == [
        "slot-category"
    ]


def test_in_a_large_catalogue_only_what_is_near_a_change_is_looked_at_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    others = "".join(
        f"--- catalog/organisations/o{i}.yaml\nname: {{zh: 单位{i}}}\ntypes: [equipment-maker]\n" for i in range(60)
    )
    made: list[str] = []
    key = engine._key

    def noted(entry: Entry, project: Project, context: bytes, drafts: Mapping[str, bytes]) -> bytes:
        made.append(entry.id)
        return key(entry, project, context, drafts)

    monkeypatch.setattr(engine, "_key", noted)

    def found(text: str) -> list[str]:
        made.clear()
        tree = MemoryTree({**base(), **files_of(others + text)})
        project, _ = load(tree, TODAY)
        problems = engine.check(project, Cache(tmp_path / "findings"))
        some = list(made)
        assert problems == engine.check(project), "as without a cache"
        made[:] = some
        return sorted(code.name for code, _ in problems)

    metric = "--- catalog/metrics/end-to-end-latency.yaml\nname: {zh: 时延}\nunit: ms\ndirection: lower\n"
    upf = "--- catalog/products/upf.yaml\nname: {zh: 用户面}\nvendor: telco\ncategory: gateway\n"
    assert found("") == []
    assert found("") == []
    assert made == []
    assert "metric-range" in found(metric + "min: 11\n"), "an entry that is linked to"
    assert 0 < len(made) < 30
    assert found("") == []
    assert found(upf) == ["slot-category"], "a product two links away"
    assert "organisations/o7" not in made
    assert found("").count("slot-category") == 0
