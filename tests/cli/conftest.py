"""Runs the command in this process, and gives it small repositories."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest

from generator.cli import main
from tests.rules.repository import BASE, TODAY


@dataclass(frozen=True)
class Ran:
    """What a run of `catalog` left: its exit code and what it printed."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """`run("validate", "--format", "json")`: the command as a user types it, on the day of the tests."""
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.delenv("CATALOG_DEBUG", raising=False)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(datetime.fromisoformat(f"{TODAY}T00:00+08:00").timestamp())))

    def call(*arguments: object) -> Ran:
        monkeypatch.setattr("sys.argv", ["catalog", *map(str, arguments)])
        code = 0
        try:
            main()
        except SystemExit as done:
            code = done.code if isinstance(done.code, int) else 0
        captured = capsys.readouterr()
        assert "Traceback" not in captured.out + captured.err
        return Ran(code, captured.out, captured.err)

    return call


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    """A small repository without a fault."""
    return shutil.copytree(BASE, tmp_path / "repo")


@pytest.fixture
def faulty(repo: Path) -> Path:
    """The same with an error in a product and a warning in another."""
    products = repo / "catalog" / "products"
    (products / "bad.yaml").write_text("name:\n  zh: 甲乙丙\nvendor: acme\ncategory: gatway\n", "utf-8")
    (products / "odd.yaml").write_text("name:\n  zh: 路由器Ｒ\nvendor: acme\ncategory: gateway\n", "utf-8")
    return repo
