"""Builds a copy of this repository, in a process of its own that has no network.

python -m tests.site.building ROOT OUT
"""

import os
import shutil
import socket
import subprocess
import sys
from functools import cache
from pathlib import Path

from generator.build import build

ROOT = Path(__file__).resolve().parents[2]
DATA = ("catalog", "standards", "docs", "schemas", "site_overrides", "mkdocs.yml", "mkdocs.en.yml")
MOVED = "products/moved-gateway"
"""An address that the copy redirects; the repository itself has none yet."""

_MOVED = f"redirects:\n  - source: {MOVED}\n    target: products/example-gateway-5\n"


def build_copy(folder: Path, zone: str, seed: int) -> Path:
    """The site of a copy of this repository below `folder`, built in another time zone and order of sets."""
    root, out = folder / "root", folder / "site"
    root.mkdir(parents=True)
    for name in DATA:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, root / name)
        elif source.exists():
            shutil.copy(source, root / name)
    (root / "catalog" / "redirects.yaml").write_text(_MOVED, "utf-8")
    environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": str(seed), "PYTHONPATH": str(ROOT), "LC_ALL": "C"}
    command = [*_offline(), sys.executable, "-m", "tests.site.building", str(root), str(out)]
    done = subprocess.run(command, env=environment, cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return out


@cache
def _offline() -> tuple[str, ...]:
    """The prefix of a command that then has no network at all; nothing where the system does not allow that."""
    prefix = ("unshare", "--map-root-user", "--net")
    if not shutil.which("unshare"):
        return ()
    return prefix if subprocess.run([*prefix, "true"], capture_output=True).returncode == 0 else ()


def _no_socket(*_: object) -> None:
    raise OSError("a build opened a socket")


def main(root: str, out: str) -> int:
    socket.socket.connect = _no_socket  # type: ignore[method-assign]
    built = build(Path(root), Path(out), "2026-07-01", jobs=2)
    for diagnostic in built.checked.diagnostics:
        if diagnostic.severity.name == "ERROR":
            print(diagnostic)
    for broken in built.broken:
        print(broken)
    return int(built.failed)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
