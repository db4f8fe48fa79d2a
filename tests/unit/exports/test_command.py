"""`catalog export`: names, output folder, and no export of a catalogue that has errors."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli.shared import catalog
from generator.exports import EXPORTS
from tests.rules.repository import BASE

import generator.cli  # noqa: F401 isort: skip - brings the commands


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "repository"))


def run(repository: Path, *words: str) -> tuple[int, str]:
    result = CliRunner().invoke(catalog, ["export", "--root", str(repository), "--today", "2026-07-01", *words])
    return result.exit_code, result.output


def files_in(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_list(repository: Path):
    code, output = run(repository, "--list", "--lang", "en")
    assert code == 0
    assert [line.split()[0] for line in output.splitlines()] == list(EXPORTS)


def test_writes_below_the_default_folder(repository: Path):
    assert run(repository, "csv", "graph")[0] == 0
    found = files_in(repository / "export")
    assert {"exports/csv/products.csv", "exports/graph/graph.mmd"} <= found
    assert not [path for path in found if path.startswith("api/")]


def test_writes_below_another_folder(repository: Path, tmp_path: Path):
    assert run(repository, "api", "--out", str(tmp_path / "out"))[0] == 0
    assert "api/v1/products/gateway.json" in files_in(tmp_path / "out")


@pytest.mark.parametrize("words", [(), ("nothing-of-this-name",), ("csv", "xls")])
def test_wrong_use(repository: Path, words: tuple[str, ...]):
    assert run(repository, *words)[0] == 2
    assert not (repository / "export").exists()


def test_errors_are_not_exported(repository: Path):
    (repository / "catalog/products/gateway.yaml").write_text("name: {zh: 工业网关}\n", encoding="utf-8")
    code, output = run(repository, "csv")
    assert code == 1
    assert "gateway.yaml" in output
    assert not (repository / "export").exists()
