"""LinkChecker, a tool that knows nothing of ours, finds no broken link on the built site."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.site.web import served


@pytest.mark.parametrize(
    ("depth", "least"),
    [
        pytest.param(2, 500, id="what two clicks from the home page reach"),
        pytest.param(-1, 2_000, id="everything", marks=pytest.mark.full),
    ],
)
def test_linkchecker_finds_nothing_broken(built: Path, tmp_path: Path, depth: int, least: int) -> None:
    settings = tmp_path / "linkcheckerrc"
    settings.write_text("[checking]\nmaxrequestspersecond=100000\nthreads=4\n", "utf-8")
    program = Path(sys.executable).with_name("linkchecker")
    tmp_path.chmod(0o755)  # run by root, it becomes nobody
    with served(built) as address:
        done = subprocess.run(
            [program, "--config", settings, "--no-robots", "--no-status", "--recursion-level", str(depth), address],
            capture_output=True,
            text=True,
            timeout=300,
        )
    counts = re.search(r"(\d+) links? in \d+ URLs? checked.*? 0 errors found", done.stdout)
    assert done.returncode == 0, done.stdout[-3000:]
    assert counts is not None
    assert int(counts[1]) > least
