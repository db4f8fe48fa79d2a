"""The command as a whole: help, exit codes, hints, and that nothing a user types ends in a traceback."""

import json
import re
import resource
import subprocess
import sys
from datetime import datetime
from unicodedata import east_asian_width

import pytest

HEAVY = {"pydantic", "networkx", "rich", "ruamel", "yaml", "jinja2", "mkdocs", "msgpack", "jsonschema"}
COMMANDS = [
    "build",
    "explain",
    "export",
    "fmt",
    "generate",
    "graph",
    "impact",
    "init",
    "new",
    "serve",
    "validate",
    "voucher",
]


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
        (("graph", "--depth", "1"), "--from"),
        (("explain", "dangling-lnk"), "dangling-link"),
        (("new", "prodct", "x"), "product"),
        (("new", "产品", "x"), "product"),
        (("new", "product", "GW_5"), "gw-5"),
        (("new", "product", "gateway"), "catalog/products/gateway.yaml"),
        (("new", "product", "x", "--example"), "example-x"),
        (("export", "api", "no-such"), "csv"),
        (("--today", "2026-02-30", "validate"), "YYYY-MM-DD"),
        (("validate", "catalog/products/none.yaml"), "none.yaml"),
        (("validate", "gateway.yaml"), "catalog/products/gateway.yaml"),
        (("validate", "organisation/acm.yaml"), "catalog/organisations/acme.yaml"),
        (("validate", "acme"), "“catalog/organisations/acme.yaml”"),
        (("fmt", "line"), "“catalog/architectures/line.yaml”或“catalog/solutions/line.yaml”"),
        (("impact", "gateway#p-lat-01"), "p-lat-01"),
        (("new", "product", "nul"), "Windows"),
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


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_in_one_language_and_whole(run, command, lang):
    # Wherever --lang stands: here behind --help.
    text = run(*filter(None, [command]), "--help", "--lang", lang).out
    assert " / " not in text
    assert "..." not in text.replace("[ARGS]...", "").replace("[参数]...", "").replace("]...", "")
    assert max(sum(1 + (east_asian_width(sign) in "WF") for sign in line) for line in text.split("\n")) <= 80
    chinese = [line for line in text.split("\n") if any(east_asian_width(sign) == "W" for sign in line)]
    assert bool(chinese) == (lang == "zh")
    if lang == "zh":
        assert not {"Usage", "Options", "Commands", "Show", "default"} & set(re.findall("[A-Za-z]+", text))


@pytest.mark.parametrize(
    ("arguments", "zh", "en"),
    [
        (("impct", "x"), "没有命令 impct。是否想写“impact”？", "there is no command impct; did you mean 'impact'?"),
        (("zzz",), "可用的值：build", "allowed: build"),
        (("impact",), "缺少 编号", "ID is missing"),
        (("explain", "D006", "x", "y"), "多出了 x y", "x y is more than it takes"),
        (
            ("validate", "--formt", "json"),
            "没有选项 --formt，是否想写 --format",
            "no option --formt; did you mean --format",
        ),
        (("validate", "--format"), "选项 --format 后面缺少值", "the option --format needs a value"),
        (("build", "--no-cache=1"), "选项 --no-cache 不带值", "the option --no-cache takes no value"),
        (
            ("graph", "--format", "png"),
            "--format 应为 json、graphml、dot、mermaid 之一",
            "--format is to be one of json",
        ),
        (("serve", "--port", "x"), "--port 应为 0 到 65535 的整数", "--port is to be a whole number from 0 to 65535"),
        (("--root", "/nowhere", "validate"), "--root 应为已有的目录", "--root is to be a folder that exists"),
        (("build", "--out", __file__), "--out 应为目录", "--out is to be a folder"),
    ],
)
def test_a_slip_in_the_form_of_a_command_is_told_in_one_language(run, arguments, zh, en):
    for lang, sentence, others in (("zh", zh, ("Usage", "Error", "Try ")), ("en", en, ("用法", "错误"))):
        ran = run(f"--lang={lang}", *arguments)
        assert (ran.code, ran.out) == (2, "")
        assert sentence in ran.err.strip().split("\n")[-1]
        assert not [word for word in others if word in ran.err]


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


def test_impact_of_one_provision_goes_through_what_names_it(run, repo):
    (repo / "standards" / "s").mkdir(parents=True)
    (repo / "standards" / "s" / "standard.yaml").write_text("name: {zh: 标准}\nsociety: acme\n", "utf-8")
    claim = "conforms_to:\n  - {standard: s, edition: draft, provision: p-fun-01, result: partly}\n"
    for name in ("gateway", "upf"):
        path = repo / "catalog" / "products" / f"{name}.yaml"
        path.write_text(path.read_text("utf-8") + claim.replace("p-fun-01", f"p-{name}"), "utf-8")
    ran = run("--root", repo, "impact", "standards/s#p-upf", "--format", "json")
    found = json.loads(ran.out)
    assert (ran.code, found["id"], found["provision"]) == (0, "standards/s", "p-upf")
    claimed = {"source": "products/upf", "pointer": ["conforms_to", 0], "edition": "draft", "result": "partly"}
    assert found["named_by"] == [claimed]
    assert [one["id"] for one in found["affected"]] == ["products/upf", "solutions/line"]
    text = run("--root", repo, "impact", "standards/s#p-upf").out
    assert "standards/s#p-upf ← products/upf (符合标准：草案，部分符合) ← solutions/line (" in text
    assert "gateway" not in text
    assert len(json.loads(run("--root", repo, "impact", "standards/s", "--format", "json").out)["affected"]) == 3
    assert "“p-upf”" in run("--root", repo, "impact", "standards/s#p-ufp").err


def test_explain_by_code_and_by_name(run):
    assert run("explain", "c002").out == run("explain", "dangling-link").out
    assert run("--lang", "en", "explain", "C002").out.startswith("C002 dangling-link (error)\n")


def test_generate_keeps_a_lock_that_it_cannot_read(run, repo):
    run("--root", repo, "new", "standard", "fresh")
    lock = repo / "standards" / "fresh" / "provisions.lock.yaml"
    damaged = lock.read_text("utf-8").replace("removed: {}", "removed: [p-old]")
    lock.write_text(damaged, "utf-8")
    ran = run("--root", repo, "generate")
    assert (ran.code, "D031" in ran.out, lock.read_text("utf-8") == damaged) == (1, True, True)
    lock.write_text("removed: {}\n", "utf-8")
    (lock.parent / "draft.md").write_text("# 范围 {#c-scope}\n\n::: note\n", "utf-8")
    ran = run("--root", repo, "generate")
    assert (ran.code, "D006" in ran.out, lock.read_text("utf-8")) == (1, True, "removed: {}\n")


def test_generate_is_done_once(run, repo):
    assert "schemas/v1/product.schema.json" in run("--root", repo, "generate").out
    assert run("--root", repo, "generate").out == "没有变化。\n"
