"""The command as a whole: help, exit codes, hints, and that nothing a user types ends in a traceback."""

import json
import resource
import subprocess
import sys
from datetime import datetime

import pytest

HEAVY = {"pydantic", "networkx", "rich", "ruamel", "yaml", "jinja2", "mkdocs", "msgpack", "jsonschema"}
COMMANDS = ["build", "explain", "export", "fmt", "generate", "graph", "impact", "init", "new", "serve", "validate"]


def test_help_is_quick_and_imports_nothing_heavy():
    script = f"""
import sys
from generator.cli import main
for arguments in [["--help"], *([name, "--help"] for name in {COMMANDS})]:
    sys.argv = ["catalog", *arguments]
    main()
print(sorted({HEAVY} & set(sys.modules)), file=sys.stderr)
"""
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stderr.strip() == "[]"
    assert all(f"\n  {name} " in ran.stdout for name in COMMANDS)

    def seconds() -> float:
        """Of the processor, which other work on the machine does not change."""
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-m", "generator", "--help"], capture_output=True, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    assert min(seconds() for _ in range(3)) < 0.3


def test_version(run):
    assert run("--version").out.startswith("catalog, version 1.")


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (("impact", "products/gatewy"), "products/gateway"),
        (("impact", "gatewy"), "gateway"),
        (("impact", "line"), "architectures/line、solutions/line"),
        (("graph", "--from", "organisations/acm"), "organisations/acme"),
        (("explain", "dangling-lnk"), "dangling-link"),
        (("new", "prodct", "x"), "product"),
        (("new", "产品", "x"), "product"),
        (("new", "product", "GW_5"), "gw-5"),
        (("new", "product", "gateway"), "catalog/products/gateway.yaml"),
        (("new", "product", "x", "--example"), "example-x"),
        (("export", "api", "no-such"), "csv"),
        (("--today", "2026-02-30", "validate"), "YYYY-MM-DD"),
        (("validate", "catalog/products/none.yaml"), "none.yaml"),
    ],
)
def test_wrong_use_is_2_in_one_line_with_a_hint(run, repo, arguments, hint):
    ran = run("--root", repo, *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert hint in ran.err
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("",),
        ("validate", ""),
        ("validate", "../../../../etc/passwd"),
        ("fmt", "catalog\n"),
        ("explain", ""),
        ("explain", "\x00"),
        ("impact", ""),
        ("impact", "products/"),
        ("impact", "/"),
        ("impact", "../products/gateway"),
        ("impact", "甲" * 5000),
        ("graph", "--from", "%s{}[]"),
        ("graph", "--depth", "-1"),
        ("graph", "--format", "png"),
        ("new", "product", ""),
        ("new", "product", "../../evil"),
        ("new", "product", "a" * 64),
        ("new", "product", "a\n"),
        ("new", "product", "a", "--name", "\udcff"),
        ("export", ""),
        ("serve", "--port", "99999"),
        ("--root", "/dev/null", "validate"),
        ("--lang", "fr", "validate"),
        ("--today", "tomorrow", "validate"),
    ],
)
def test_nothing_that_is_typed_is_taken_for_a_fault_of_the_tool(run, repo, monkeypatch, arguments):
    monkeypatch.chdir(repo)
    before = sorted(repo.rglob("*.yaml"))
    ran = run(*arguments)
    assert ran.code in (0, 2)
    assert "internal error" not in ran.err
    assert sorted(repo.rglob("*.yaml")) == before


def test_a_fault_of_the_tool_is_one_line_and_2(run, repo, monkeypatch):
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr("generator.rules.check.check", broken)
    ran = run("--root", repo, "validate")
    assert (ran.code, ran.out) == (2, "")
    assert "RuntimeError: boom" in ran.err


@pytest.mark.parametrize("epoch", ["x", "9" * 30, "-1e3"])
def test_a_day_that_is_none_is_wrong_use(run, repo, monkeypatch, epoch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    ran = run("--root", repo, "validate")
    assert (ran.code, "SOURCE_DATE_EPOCH" in ran.err) == (2, True)


@pytest.mark.parametrize(("second", "day"), [("15:59:59", "2026-06-30"), ("16:00:00", "2026-07-01")])
def test_the_day_is_that_of_the_environment_at_utc_8(run, repo, monkeypatch, second, day):
    moment = datetime.fromisoformat(f"2026-06-30T{second}+00:00")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(moment.timestamp())))
    path = repo / "catalog" / "products" / "gateway.yaml"
    history = "status: draft\nhistory:\n  - {to: draft, date: 2026-07-01}\n"
    path.write_text(path.read_text("utf-8") + history, "utf-8")
    by_clock, by_option = (run("--root", repo, *given, "validate").out for given in ((), ("--today", day)))
    assert by_clock == by_option
    assert ("L004 history-in-future" in by_clock) == (day < "2026-07-01")


def test_impact_and_graph(run, repo):
    ran = run("--root", repo, "impact", "gateway", "--format", "json")
    found = json.loads(ran.out)
    assert (ran.code, found["id"]) == (0, "products/gateway")
    assert [one["id"] for one in found["affected"]] == ["solutions/line"]
    text = run("--root", repo, "impact", "products/gateway").out
    assert text.startswith("solutions/line  产线方案\n")
    for form, mark in (("json", '"nodes"'), ("graphml", "<graphml"), ("dot", "digraph"), ("mermaid", "flowchart")):
        ran = run("--root", repo, "graph", "--format", form, "--from", "gateway", "--depth", 1)
        assert (ran.code, mark in ran.out) == (0, True)


def test_explain_by_code_and_by_name(run):
    assert run("explain", "c002").out == run("explain", "dangling-link").out
    assert run("--lang", "en", "explain", "C002").out.startswith("C002 dangling-link (error)\n")


def test_generate_is_done_once(run, repo):
    assert "schemas/v1/product.schema.json" in run("--root", repo, "generate").out
    assert run("--root", repo, "generate").out == "没有变化。\n"
