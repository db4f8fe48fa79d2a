"""Makes .venv and installs a lock and the project into it; does nothing when all is in place.

    python3 tools/bootstrap.py            what `catalog` needs
    python3 tools/bootstrap.py --dev      what the tests and checks need as well

Needs Python 3.11 or newer and pip 22.3 or newer, nothing else: where the venv module has no pip to
give (Debian without python3-venv), the pip of the machine installs into the new environment.
An environment that already exists and starts is kept and only added to.
"""

from __future__ import annotations  # an old Python must get as far as saying that it is too old

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "installed.json"
OLDEST = (3, 11)
RUNTIME, DEV = "requirements.lock", "requirements-dev.lock"
PIP_OPTIONS = ["--disable-pip-version-check", "--no-input", "--quiet"]


def main() -> None:
    options = argparse.ArgumentParser(description="Set up .venv for this project.")
    options.add_argument("--dev", action="store_true", help="install what tests and checks need as well")
    use_new_enough_python()
    wanted = DEV if options.parse_args().dev else RUNTIME
    if not works(PYTHON):
        make_environment()
    state = current_state()
    if is_installed(wanted, state):
        return
    pip = find_pip()
    print(f"installing {wanted} into .venv ...", flush=True)
    run(*pip, "install", *PIP_OPTIONS, "--require-hashes", "-r", str(ROOT / wanted))
    # The lock holds the build backend, so nothing is fetched here.
    run(*pip, "install", *PIP_OPTIONS, "--no-index", "--no-deps", "--no-build-isolation", "--editable", str(ROOT))
    STAMP.write_text(json.dumps({"lock": wanted, **state}, indent=1) + "\n", encoding="utf-8")


def use_new_enough_python() -> None:
    """Starts again with a newer Python of the machine when this one is too old; gives up without one."""
    if sys.version_info >= OLDEST:
        return
    for minor in range(19, OLDEST[1] - 1, -1):
        found = shutil.which(f"python3.{minor}")
        if found and works(Path(found)):
            os.execv(found, [found, *sys.argv])  # noqa: S606
    stop(f"Python {OLDEST[0]}.{OLDEST[1]} or newer is needed; this is {sys.version.split()[0]}.")


def works(python: Path) -> bool:
    """Whether this interpreter starts and is new enough."""
    code = f"import sys; sys.exit(sys.version_info < {OLDEST})"
    try:
        return subprocess.run([str(python), "-c", code], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def make_environment() -> None:
    """Makes .venv, without pip where Python cannot put one in."""
    print(f"creating .venv with Python {sys.version.split()[0]} ...", flush=True)
    shutil.rmtree(VENV, ignore_errors=True)
    command = [sys.executable, "-m", "venv", str(VENV)]
    if subprocess.run(command, capture_output=True, check=False).returncode == 0:
        return
    shutil.rmtree(VENV, ignore_errors=True)
    run(sys.executable, "-m", "venv", "--without-pip", str(VENV))


def find_pip() -> list[str]:
    """The command that runs pip for .venv: its own, else one of the machine's."""
    own = [str(PYTHON), "-m", "pip"]
    if answers(own):
        return own
    into = ["--python", str(PYTHON)]
    others = [[sys.executable, "-m", "pip"], ["pip3"], ["pip"]]
    for other in others:
        if answers(other + into):
            return other + into
    stop("no pip found that can install into .venv (22.3 or newer). On Debian or Ubuntu: apt-get install python3-pip")


def answers(pip: list[str]) -> bool:
    try:
        return subprocess.run([*pip, "--version"], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def current_state() -> dict[str, str]:
    """Digests of all that an installation is made from."""
    state = {name: digest(ROOT / name) for name in (RUNTIME, DEV, "pyproject.toml")}
    return {**state, "python": str(PYTHON.resolve())}


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def is_installed(wanted: str, state: dict[str, str]) -> bool:
    """Whether the stamp says so. The development lock holds all of the other one."""
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    if not isinstance(stamp, dict) or stamp.pop("lock", None) not in {wanted, DEV}:
        return False
    return stamp == state


def run(*command: str) -> None:
    result = subprocess.run(command, check=False, cwd=ROOT)
    if result.returncode:
        stop(f"this command failed ({result.returncode}): {' '.join(command)}")


def stop(message: str) -> NoReturn:
    sys.exit("set-up: " + message)


if __name__ == "__main__":
    main()
