"""`catalog validate`: what it prints in each format, for which files, and how it ends."""

import json
import re
from xml.etree import ElementTree

import pytest

BAD, ODD = "catalog/products/bad.yaml", "catalog/products/odd.yaml"


def test_a_sound_repository_ends_with_0(run, repo):
    ran = run("--root", repo, "validate")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.endswith("个条目：0 个错误，0 个警告，0 个提示；关闭了 9 条规则，见 catalog/rules.yaml\n")


def test_a_diagnostic_names_place_code_and_fix_in_either_language(run, faulty):
    zh = run("--root", faulty, "validate", BAD).out
    assert zh.startswith(f"{BAD}:4:11: 错误 S005 not-allowed: 不认识的值“gatway”\n    = 建议: 是否想写“gateway”？")
    assert "catalog explain S005" in zh
    en = run("--root", faulty, "validate", "--lang", "en", BAD).out
    assert en.startswith(f"{BAD}:4:11: error S005 not-allowed: 'gatway' is not one of the allowed values\n")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ((), 1),
        (("--fail-on", "warning"), 1),
        ((ODD,), 0),
        ((ODD, "--fail-on", "warning"), 1),
        (("catalog/organisations", "--fail-on", "note"), 0),
        (("catalog/products", "--fail-on", "note"), 1),
        (("catalog/nothing.yaml",), 2),
        (("--fail-on", "fatal"), 2),
        (("--format", "xml"), 2),
        (("--no-such-option",), 2),
    ],
)
def test_exit_codes(run, faulty, arguments, code):
    assert run("--root", faulty, "validate", *arguments).code == code


@pytest.mark.parametrize("before", [True, False])
def test_the_root_may_stand_before_or_after_the_command(run, faulty, before):
    order = ("--root", faulty, "validate") if before else ("validate", "--root", faulty)
    assert run(*order).code == 1


def test_the_root_is_the_nearest_folder_that_holds_catalog(run, faulty, monkeypatch, tmp_path):
    monkeypatch.chdir(faulty / "catalog" / "products")
    assert run("validate", "odd.yaml").out.startswith(ODD)
    monkeypatch.chdir(tmp_path)
    ran = run("validate")
    assert (ran.code, "--root" in ran.err) == (2, True)


def test_paths_are_taken_from_here_from_the_root_absolute_and_through_links(run, faulty, monkeypatch, tmp_path):
    link = tmp_path / "link"
    link.symlink_to(faulty)
    monkeypatch.chdir(faulty / "catalog")
    for path in ("products/odd.yaml", ODD, faulty / ODD, link / ODD):
        assert run("validate", "--format", "json", path).out.count('"path"') == 1
    assert run("validate", tmp_path).code == 2


def test_json(run, faulty):
    ran = run("--root", faulty, "validate", "--format", "json")
    data = json.loads(ran.out)
    assert list(data) == ["diagnostics", "summary"]
    counts = {key: data["summary"][key] for key in ("errors", "warnings", "notes")}
    assert counts == {"errors": 1, "warnings": 1, "notes": 0}
    assert data["summary"]["entries"] > 20
    error, warning = data["diagnostics"]
    assert list(error) == ["path", "line", "column", "code", "name", "severity", "message", "help"]
    place = {key: error[key] for key in ("path", "line", "column", "code", "name", "severity")}
    assert place == {"path": BAD, "line": 4, "column": 11, "code": "S005", "name": "not-allowed", "severity": "error"}
    assert (warning["path"], warning["severity"]) == (ODD, "warning")


def test_github(run, faulty):
    lines = run("--root", faulty, "validate", "--format", "github").out.splitlines()
    assert lines[0].startswith(f"::error file={BAD},line=4,col=11,title=S005 not-allowed::")
    assert all(
        re.match(r"::(error|warning|notice) file=[^,]+,line=\d+,col=\d+,title=[^:,]+::\S", line) for line in lines[:-1]
    )


def test_gitlab(run, faulty):
    found = json.loads(run("--root", faulty, "validate", "--format", "gitlab").out)
    assert [(one["severity"], one["location"]) for one in found] == [
        ("major", {"path": BAD, "lines": {"begin": 4}}),
        ("minor", {"path": ODD, "lines": {"begin": 2}}),
    ]
    assert len({one["fingerprint"] for one in found}) == 2
    assert all(one["description"] and one["check_name"] for one in found)


def test_sarif(run, faulty):
    log = json.loads(run("--root", faulty, "validate", "--format", "sarif").out)
    assert (log["version"], len(log["runs"])) == ("2.1.0", 1)
    assert log["$schema"].endswith("sarif-2.1.0.json")
    (sarif,) = log["runs"]
    assert sarif["columnKind"] == "unicodeCodePoints"
    driver = sarif["tool"]["driver"]
    assert driver["name"] == "catalog"
    rules = {rule["id"] for rule in driver["rules"]}
    assert {result["ruleId"] for result in sarif["results"]} == rules
    for result in sarif["results"]:
        assert result["level"] in {"error", "warning", "note"}
        assert result["message"]["text"]
        (location,) = result["locations"]
        physical = location["physicalLocation"]
        assert physical["artifactLocation"]["uri"] in {BAD, ODD}
        assert min(physical["region"].values()) >= 1


def test_junit(run, faulty):
    suite = ElementTree.fromstring(run("--root", faulty, "validate", "--format", "junit").out)
    cases = {case.get("name"): [child.tag for child in case] for case in suite.iter("testcase")}
    assert cases == {BAD: ["failure"], ODD: ["system-out"]}
    assert suite.get("failures") == "1"


def test_rules_that_are_off_are_named(run, repo):
    """A change that silences a rule should not look like one that mends what it found."""
    (repo / "catalog" / "rules.yaml").write_text("rules:\n  - {rule: mobile-number, severity: 'off'}\n", "utf-8")
    formats = ("text", "github", "json", "sarif", "junit")
    text, github, as_json, sarif, junit = (run("--root", repo, "validate", "--format", form).out for form in formats)
    for out in (text, github):
        assert out.endswith("；关闭了 1 条规则，见 catalog/rules.yaml\n")
    assert json.loads(as_json)["summary"]["rules_off"] == ["mobile-number"]
    (invocation,) = json.loads(sarif)["runs"][0]["invocations"]
    off = {"descriptor": {"id": "X101"}, "configuration": {"enabled": False}}
    assert invocation == {"executionSuccessful": True, "ruleConfigurationOverrides": [off]}
    found = ElementTree.fromstring(junit).find("properties/property")
    assert found is not None
    assert (found.get("name"), found.get("value")) == ("rules-off", "mobile-number")
    (repo / "catalog" / "rules.yaml").write_text("rules: []\n", "utf-8")
    assert "规则" not in run("--root", repo, "validate").out.splitlines()[-1]


@pytest.mark.parametrize("form", ["json", "gitlab", "sarif", "junit"])
def test_formats_for_machines_hold_nothing_else_when_all_is_well(run, repo, form):
    out = run("--root", repo, "validate", "--format", form).out
    if form == "junit":
        assert ElementTree.fromstring(out).get("failures") == "0"
    else:
        json.loads(out)


def test_a_cache_changes_nothing(run, faulty):
    first, second, without = (run("--root", faulty, "validate", *extra) for extra in ((), (), ("--no-cache",)))
    assert first == second == without
