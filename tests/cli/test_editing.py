"""`catalog fmt`, `new` and `init` as a user runs them."""

import json
import re
from pathlib import Path

import pytest

from generator.model.modeline import modelines
from generator.model.registry import KINDS, SETTINGS

GUIDES = Path(__file__).parents[2] / "docs" / "guide"


def contents(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_fmt_lists_then_changes_then_rests(run, repo):
    before = contents(repo)
    check = run("--root", repo, "fmt", "--check")
    assert check.code == 1
    assert contents(repo) == before
    changed = run("--root", repo, "fmt")
    assert (changed.code, changed.out) == (0, check.out)
    assert {path for path, content in contents(repo).items() if before[path] != content} == set(changed.out.split())
    assert run("--root", repo, "fmt", "--check").code == 0
    assert run("--root", repo, "validate").code == 0


def test_fmt_of_some_files(run, repo):
    ran = run("--root", repo, "fmt", "catalog/products/gateway.yaml", repo / "catalog" / "parks")
    assert ran.out.split() == ["catalog/parks/harbour.yaml", "catalog/products/gateway.yaml"]


def test_fmt_refuses_what_it_cannot_read_and_goes_on(run, repo):
    bad = repo / "catalog" / "products" / "bad.yaml"
    bad.write_text("name: [\nvendor: acme\n", "utf-8")
    ran = run("--root", repo, "fmt", "catalog/products")
    assert ran.code == 1
    assert "catalog/products/bad.yaml:1:7: 错误 Y003" in ran.out
    assert "catalog/products/upf.yaml\n" in ran.out
    assert bad.read_text("utf-8") == "name: [\nvendor: acme\n"


def test_new_writes_a_template_that_asks_for_its_values_only(run, repo):
    (repo / "catalog" / "rules.yaml").write_text("rules: []\n", "utf-8")
    for kind in KINDS.values():
        ran = run("--root", repo, "new", kind.singular, "fresh-one", "--name", "新条目")
        assert (ran.code, ran.out.split()[0]) == (0, kind.path("fresh-one"))
        assert "catalog validate" in ran.err
    fresh = [kind.path("fresh-one") for kind in KINDS.values()]
    found = json.loads(run("--root", repo, "validate", "--format", "json", *fresh).out)["diagnostics"]
    # Empty values (S009) and empty lists (S006) are for the writer to fill; everything else would be our slip.
    assert {one["code"] for one in found} == {"S006", "S009"}
    assert {one["path"] for one in found} == set(fresh)
    assert run("--root", repo, "fmt", "--check", *fresh).out == ""


def test_new_product_filled_in_is_sound(run, repo):
    path = repo / "catalog" / "products" / "example-router.yaml"
    assert run("--root", repo, "new", "products", "example-router", "--name", "示例路由器", "--example").code == 0
    text = path.read_text("utf-8")
    maker = repo / "catalog" / "organisations" / "example-maker.yaml"
    maker.write_text("name:\n  zh: 示例制造单位\nexample: true\ntypes: [equipment-maker]\n", "utf-8")
    text = text.replace("\nvendor:", "\nvendor: example-maker").replace("\ncategory:", "\ncategory: gateway")
    # Uncommenting a part of the template gives a part of an entry.
    lines = text.split("\n")
    first = next(number for number, line in enumerate(lines) if line.startswith("# contact:"))
    for number in range(first, first + 3):
        lines[number] = lines[number].removeprefix("# ")
    lines[first + 2] = lines[first + 2].replace("zh:", "zh: 销售部")
    path.write_text("\n".join(lines), "utf-8")
    ran = run("--root", repo, "validate", "--fail-on", "warning", "catalog/products")
    assert (ran.code, "销售部" in path.read_text("utf-8")) == (0, True), ran.out


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("网关（五）", "  zh: 网关（五）"),
        ("GW 5: 网关", '  zh: "GW 5: 网关"'),
        ("true", '  zh: "true"'),
        ('说“#1” "好"', r'  zh: "说“#1” \"好\""'),
    ],
)
def test_a_name_is_written_so_that_it_reads_the_same(run, repo, name, line):
    run("--root", repo, "new", "policy", "p", "--name", name)
    assert line in (repo / "catalog" / "policies" / "p.yaml").read_text("utf-8").splitlines()


def test_an_id_is_never_given_twice(run, repo):
    redirects = "redirects:\n  - {source: products/old, target: products/gateway}\n"
    (repo / "catalog" / "redirects.yaml").write_text(redirects, "utf-8")
    (repo / "catalog" / "products" / "CAPITAL.yaml").write_text("name: {zh: a}\n", "utf-8")
    assert "redirects.yaml" in run("--root", repo, "new", "product", "old").err
    assert "CAPITAL.yaml" in run("--root", repo, "new", "product", "capital").err


def test_a_new_standard_comes_with_a_draft_that_is_sound(run, repo):
    ran = run("--root", repo, "new", "standard", "fresh")
    names = ["standard.yaml", "draft.md", "provisions.lock.yaml"]
    assert ran.out.split() == [f"standards/fresh/{name}" for name in names]
    assert run("--root", repo, "validate", "standards/fresh/draft.md", "--fail-on", "note").code == 0
    assert run("--root", repo, "fmt", "--check", "standards").out == ""


def test_the_guide_for_committees_followed_to_the_letter_uses_up_no_id(run, repo):
    run("--root", repo, "new", "standard", "fresh")
    folder = repo / "standards" / "fresh"
    guide = (GUIDES / "committee.md").read_text("utf-8")
    draft = next(text for text in re.findall(r"```markdown\n(.*?)```", guide, re.DOTALL) if text.startswith("# 前言"))
    (folder / "draft.md").write_text(draft, "utf-8")
    assert "D028" in run("--root", repo, "validate", "standards/fresh/draft.md").out
    assert run("--root", repo, "fmt", "standards/fresh").code == 0
    lock = (folder / "provisions.lock.yaml").read_text("utf-8")
    assert "p-sec-01" in lock
    assert "removed: {}" in lock
    # What the template shows as the form of a provision has not been one.
    assert run("--root", repo, "validate", "--fail-on", "note", "standards/fresh/draft.md").code == 0
    with_it = draft.replace("#p-sec-01", "#p-fun-01")
    (folder / "draft.md").write_text(with_it, "utf-8")
    assert "D027" not in run("--root", repo, "validate", "standards/fresh/draft.md").out


def test_init_makes_a_repository_without_a_fault(run, tmp_path):
    root = tmp_path / "fresh"
    assert run("init", root, "--name", "示例目录").code == 0
    made = contents(root)
    assert "示例目录" in made["README.md"].decode()
    assert all((root / Path(kind.path("x")).parts[0]).is_dir() for kind in KINDS.values())
    assert set(SETTINGS) == {path.stem for path in (root / "catalog").glob("*.yaml")}
    ran = run("--root", root, "validate", "--fail-on", "warning")
    assert ran.code == 0, ran.out
    assert run("--root", root, "fmt", "--check").out == ""
    assert run("--root", root, "generate").out == "没有变化。\n"
    for name in SETTINGS:
        path = f"catalog/{name}.yaml"
        assert made[path].decode().startswith(modelines(path, name)[0] + "\n")
    assert not [path for path, content in made.items() if "广东" in content.decode() or "Guangdong" in content.decode()]


def test_init_refuses_a_folder_that_holds_something(run, tmp_path):
    (tmp_path / ".git").mkdir()
    assert run("init", tmp_path).code == 0
    before = contents(tmp_path)
    ran = run("init", tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert contents(tmp_path) == before
    (tmp_path / "file").write_text("")
    assert run("init", tmp_path / "file").code == 2


def test_a_new_repository_builds(run, tmp_path):
    run("init", tmp_path / "fresh", "--name", "示例目录")
    ran = run("--root", tmp_path / "fresh", "build")
    assert ran.code == 0, ran.out + ran.err
    site = tmp_path / "fresh" / "site"
    assert "示例目录" in (site / "index.html").read_text("utf-8")
    assert (site / "en" / "products" / "index.html").is_file()
