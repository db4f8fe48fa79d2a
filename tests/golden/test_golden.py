"""A small repository of another province and another field, and what the whole tool makes of it.

`repository/` is laid out like the root; `faults/` is laid over it. `make bless` rewrites `expected/`:
read the difference before you commit it.
"""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from generator.exports import site_files
from generator.exports.graphs import GRAPHS
from generator.git import Change
from generator.project import Project
from generator.reporters import REPORTERS, Report
from generator.rules.check import Checked, all_codes, check_tree
from generator.site.entry_page import Surroundings
from generator.site.page import Page
from generator.site.pages import entry_pages, other_pages
from generator.source.tree import MemoryTree
from generator.texts import Lang
from tests.conftest import Golden

HERE = Path(__file__).parent
EXPECTED = HERE / "expected"
TODAY = "2026-07-01"
CHANGE = Change("2026-06-30", "0123456789abcdef0123456789abcdef01234567", "port-authority")
AROUND = Surroundings("https://ports.example.org/", {"catalog/products/gateway.yaml": (CHANGE,)})
PAGES: tuple[tuple[Lang, str], ...] = (
    ("zh", "products/gateway/"),
    ("en", "products/gateway/"),
    ("zh", "solutions/crane/"),
    ("en", "targets/remote-cranes/"),
    ("zh", "products/"),
    ("zh", ""),
    ("en", "rules/c002/"),
)
_BLOCK = re.compile(r"(?=<(?:h[1-6]|p|div|section|header|ul|ol|li|dl|dt|table|tr|svg|form|nav|figure)\b)")


def files(*folders: str) -> Mapping[str, bytes]:
    """The files of these folders, the later ones over the earlier."""
    return {
        path.relative_to(HERE / folder).as_posix(): path.read_bytes()
        for folder in folders
        for path in sorted((HERE / folder).rglob("*.yaml"))
    }


TREE = MemoryTree(files("repository"))


@pytest.fixture(scope="module")
def checked() -> Checked:
    return check_tree(TREE, TODAY)


@pytest.fixture(scope="module")
def project(checked: Checked) -> Project:
    return checked.project


def report(name: str, checked: Checked, lang: Lang) -> str:
    return REPORTERS[name](Report(checked.diagnostics, len(checked.project.entries), lang))


def pages(project: Project, lang: Lang) -> Iterator[Page]:
    yield from entry_pages(project, project, lang, AROUND)
    yield from other_pages(project, lang, all_codes(), ())


def test_nothing_is_wrong_with_it(checked: Checked) -> None:
    assert report("text", checked, "en").splitlines()[:-1] == []


@pytest.mark.parametrize(("lang", "address"), PAGES)
def test_page(project: Project, golden: Golden, lang: Lang, address: str) -> None:
    page = next(page for page in pages(project, lang) if page.address == address)
    name = address.rstrip("/").replace("/", "-") or "home"
    body = _BLOCK.sub("\n", str(page.body)).strip()  # a line for each block, so that differences can be read
    golden(EXPECTED / "pages" / f"{name}.{lang}.html", body + "\n")


@pytest.mark.parametrize(
    "path",
    [
        "api/v1/products/gateway.json",
        "api/v1/solutions.json",
        "api/v1/graph.json",
        "exports/csv/products.csv",
    ],
)
def test_data(project: Project, golden: Golden, path: str) -> None:
    content = dict(site_files(project, TREE))[path]
    if path.endswith(".json"):  # a line for each value, so that differences can be read
        content = json.dumps(json.loads(content), ensure_ascii=False, indent=1).encode() + b"\n"
    golden(EXPECTED / path, content)


def test_drawing(project: Project, golden: Golden) -> None:
    golden(EXPECTED / "graph.mmd", GRAPHS["mermaid"](project, project.entries))


@pytest.mark.parametrize(
    ("name", "lang", "file"),
    [("text", "zh", "zh.txt"), ("text", "en", "en.txt"), ("json", "en", "json"), ("sarif", "en", "sarif")],
)
def test_diagnostics(golden: Golden, name: str, lang: Lang, file: str) -> None:
    broken = check_tree(MemoryTree(files("repository", "faults")), TODAY)
    golden(EXPECTED / f"diagnostics.{file}", report(name, broken, lang))
