"""What all tests share: a fixed date, the root, golden files, programs that may be missing, no network.

A skipped test says what is missing. Where CI=true nothing may be missing: there a skip is a failure.
"""

import fcntl
import os
import shutil
import socket
from collections.abc import Callable, Generator
from datetime import date
from pathlib import Path

import hypothesis
import hypothesis.configuration
import pytest

ROOT = Path(__file__).resolve().parent.parent
TODAY = date(2026, 7, 1)
IN_CI = os.environ.get("CI", "").lower() == "true"

hypothesis.configuration.set_hypothesis_home_dir(ROOT / ".cache" / "hypothesis")
# The same examples in every run: a test that fails today failed yesterday.
hypothesis.settings.register_profile("same", derandomize=True, deadline=None)
hypothesis.settings.load_profile("same")

Golden = Callable[[Path, bytes | str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--bless", action="store_true", help="rewrite the expected files of golden tests")


@pytest.fixture(scope="session")
def root() -> Path:
    """The root of this repository."""
    return ROOT


@pytest.fixture(scope="session")
def today() -> date:
    """The day on which every test takes place."""
    return TODAY


@pytest.fixture(scope="session")
def bless(pytestconfig: pytest.Config) -> bool:
    """Whether golden tests are to rewrite their expected files."""
    return bool(pytestconfig.getoption("--bless"))


@pytest.fixture(scope="session")
def golden(bless: bool) -> Golden:
    """`golden(path, actual)`: the file holds exactly this; with --bless it is made to."""

    def check(path: Path, actual: bytes | str) -> None:
        content = actual.encode() if isinstance(actual, str) else actual
        if bless:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        assert path.is_file(), f"{path} is missing; `make bless` writes it"
        expected = path.read_bytes()
        if expected != content:
            # Text against text, so that pytest shows the lines that differ.
            assert content.decode(errors="replace") == expected.decode(errors="replace"), f"{path}: see `make bless`"
            pytest.fail(f"{path} differs in bytes that are not text; see `make bless`")

    return check


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the real catalogue, built once from a copy without a network; its files are not to be changed."""
    from tests.site.building import build_copy

    base = tmp_path_factory.getbasetemp()
    base = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    with (base / "built.lock").open("w") as lock:
        # Whichever worker comes first builds; the others wait for its site.
        fcntl.flock(lock, fcntl.LOCK_EX)
        folder = base / "built"
        if not (folder / "site").exists():
            shutil.rmtree(folder, ignore_errors=True)
            build_copy(folder, "Pacific/Kiritimati", 1)
    return folder / "site"


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium to drive."""
    return program("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", package="chromium")


@pytest.fixture(scope="session")
def soffice() -> str:
    """The path of LibreOffice's command."""
    return program("soffice", "libreoffice", package="libreoffice-writer-nogui and libreoffice-calc-nogui")


def program(*names: str, package: str) -> str:
    """The path of the first of these programs that exists; skips the test where none does."""
    for name in names:
        if found := shutil.which(name):
            return found
    pytest.skip(f"{names[0]} is missing (Debian: install {package})")


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuses connections that leave this machine."""
    connect = socket.socket.connect

    def local_only(self: socket.socket, address: object) -> None:
        if self.family in {socket.AF_INET, socket.AF_INET6}:
            host = str(address[0]) if isinstance(address, tuple) else str(address)
            if host not in {"127.0.0.1", "::1", "localhost"}:
                raise OSError(f"a test tried to reach {host}; tests use no network")
        connect(self, address)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "connect", local_only)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if not hasattr(report, "wasxfail"):
        refuse_skip(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    refuse_skip(report)
    return report


def refuse_skip(report: pytest.TestReport | pytest.CollectReport) -> None:
    """Turns a skip into a failure where CI=true, and anywhere when it gives no reason."""
    if not report.skipped:
        return
    reason = str(report.longrepr[2]) if isinstance(report.longrepr, tuple) else str(report.longrepr)
    reason = reason.removeprefix("Skipped").removeprefix(":").strip()
    if reason in {"", "unconditional skip"}:
        report.outcome, report.longrepr = "failed", "a skipped test must say what is missing"
    elif IN_CI:
        report.outcome, report.longrepr = "failed", f"skipped although CI=true: {reason}"
