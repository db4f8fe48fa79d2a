"""A repository of somebody else leads no file out of itself, and nothing that it holds stops the tool without a word."""

import re
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.drafts.check import RESERVED
from generator.loader import load
from generator.output import Outside, empty_folder, write_file
from generator.site.entry_page import Surroundings, entry_page, entry_view
from generator.site.mkdocs_plugin import CatalogPlugin
from generator.site.naming import naming_at
from generator.source.tree import FolderTree
from tests.cli.conftest import repo, run  # noqa: F401 - fixtures
from tests.unit.drafts import skeleton

ID = re.compile(r'\sid="([^"{]*)"')
Run = Callable[..., Any]


def test_a_file_stays_in_its_folder(tmp_path: Path) -> None:
    inside, outside = tmp_path / "inside", tmp_path / "outside"
    outside.mkdir()
    (inside / "real").mkdir(parents=True)
    (inside / "there").symlink_to(outside)
    (inside / "here").symlink_to("real")
    for path in ("there/a", "there/b/c", "../outside/a"):
        with pytest.raises(Outside):
            write_file(inside / path, b"x", within=inside)
    assert list(outside.iterdir()) == []
    assert write_file(inside / "here" / "a", b"x", within=inside)
    # A link in the place of the file is replaced; what it points to stays.
    (outside / "target").write_bytes(b"old")
    (inside / "real" / "a").unlink()
    (inside / "real" / "a").symlink_to(outside / "target")
    write_file(inside / "real" / "a", b"new", within=inside)
    assert ((outside / "target").read_bytes(), (inside / "real" / "a").is_symlink()) == (b"old", False)


@pytest.mark.parametrize(
    ("link", "command"),
    [
        ("catalog/parks", ("new", "park", "p")),
        ("standards", ("new", "standard", "s")),
        ("schemas", ("generate",)),
        ("schemas/v1", ("generate",)),
        ("export", ("export", "csv")),
        ("site", ("build",)),
    ],
)
@pytest.mark.parametrize(("lang", "word"), [("zh", "链接"), ("en", "link")])
def test_no_command_writes_through_a_linked_folder(
    run: Run,  # noqa: F811
    repo: Path,  # noqa: F811
    tmp_path: Path,
    link: str,
    command: tuple[str, ...],
    lang: str,
    word: str,
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    shutil.rmtree(repo / link, ignore_errors=True)
    (repo / link).parent.mkdir(exist_ok=True)
    (repo / link).symlink_to(outside)
    if command[0] in ("export", "build"):  # these look at the data first
        assert run("--root", repo, "validate").code == 0
    ran = run("--root", repo, "--lang", lang, *command)
    assert (ran.code, word in ran.err, "internal" in ran.err) == (2, True, False), ran.err
    assert list(outside.iterdir()) == []


@pytest.mark.parametrize("name", [".site.new", ".site.old", ".cache"])
@pytest.mark.parametrize("linked", [False, True])
def test_what_stands_in_the_way_of_a_build_is_named(
    run: Run,  # noqa: F811
    repo: Path,  # noqa: F811
    tmp_path: Path,
    name: str,
    linked: bool,
) -> None:
    (tmp_path / "kept").mkdir()
    if linked:
        (repo / name).symlink_to(tmp_path / "kept")
    else:
        (repo / name).write_text("")
    ran = run("--root", repo, "build")
    assert (ran.code, name in ran.err, "内部错误" in ran.err) == (2, True, False)
    assert (repo / name).exists()
    assert (tmp_path / "kept").is_dir()


def test_an_empty_folder_replaces_no_link(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path)
    with pytest.raises(Exception, match=r"a$"):
        empty_folder(tmp_path / "a")


def test_a_plain_mkdocs_build_has_the_same_guards(repo: Path, tmp_path: Path) -> None:  # noqa: F811
    config: Any = pytest.importorskip("mkdocs.config.defaults").MkDocsConfig()
    config.update({"use_directory_urls": True, "site_name": "x"})
    config.config_file_path = str(repo / "mkdocs.yml")
    plugin = CatalogPlugin()
    plugin.load_config({})
    plugin.on_config(config)
    assert config["site_name"] == naming_at(repo)["zh"]["site_name"]
    programme = repo / "catalog" / "programme.yaml"
    programme.rename(tmp_path / "programme.yaml")
    programme.symlink_to(tmp_path / "programme.yaml")
    assert naming_at(repo) == {"zh": {}, "en": {}}
    (repo / ".cache").symlink_to(tmp_path)
    with pytest.raises(pytest.importorskip("mkdocs.exceptions").PluginError, match=r"\.cache"):
        plugin.on_config(config)


STANDARD = """\
name: {zh: 标准}
description: {zh: 说明。}
society: acme
patents: {identified: false, statement: {zh: 没有已知的专利。}}
sources: [{title: 甲, url: "https://example.org/", date: 2026-01-01}]
"""


def test_no_id_of_a_draft_is_on_its_page_twice(repo: Path) -> None:  # noqa: F811
    """Every id that the page uses for itself, as an author might use it."""
    folder = repo / "standards" / "all"
    folder.mkdir(parents=True)
    (folder / "standard.yaml").write_text(STANDARD, "utf-8")

    def ids(names: list[str]) -> list[str]:
        text = "".join(f"## 题 {{#{name}}}\n\n文。\n\n" for name in names)
        (folder / "draft.md").write_bytes(skeleton.draft(text))
        project, problems = load(FolderTree(repo), "2026-07-01")
        entry = project.entries.get("standards/all")
        assert entry, problems
        return ID.findall(str(entry_page(entry, entry_view(project, "zh"), Surroundings("https://x.org/")).body))

    own = [name for name in ids([]) if not name.startswith("c-")]
    assert {"page_text", "page_facts", "page_description"} <= set(own)
    # The numbers of clauses are anchors too, and no author's id begins with a digit.
    own = [name for name in own if not name[0].isdigit()]
    assert all("_" in name for name in own)
    names = [name.removeprefix("page_").replace("_", "-") for name in own]
    found = Counter(ids(names))
    assert set(names) <= set(found)
    assert max(found.values()) == 1


def test_the_ids_of_the_frame_are_reserved_or_hold_an_underscore() -> None:
    overrides = Path(__file__).parents[2] / "site_overrides"
    found = {name for path in overrides.rglob("*.html") for name in ID.findall(path.read_text("utf-8"))}
    assert {name for name in found if "_" not in name} == RESERVED
