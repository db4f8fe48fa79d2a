"""Finds the programs that some tests drive and installs them by apt where that is possible.

    python tools/system_packages.py chromium poppler libreoffice

Never fails: what stays missing is named with what to do, and the tests that need it say so again.
"""

import argparse
import os
import shutil
import subprocess
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Need:
    """A program under any of its names, the packages of Debian and Ubuntu that bring it, and its use."""

    programs: tuple[str, ...]
    packages: tuple[str, ...]
    use: str


NEEDS = {
    "chromium": Need(
        ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"),
        ("chromium", "fonts-noto-cjk"),
        "the browser tests",
    ),
    "poppler": Need(("pdftotext",), ("poppler-utils",), "the tests that read PDF files"),
    "libreoffice": Need(
        ("soffice", "libreoffice"),
        ("libreoffice-writer-nogui", "libreoffice-calc-nogui", "fonts-noto-cjk"),
        "the tests that open Word and Excel files",
    ),
}


def main() -> None:
    options = argparse.ArgumentParser(description="Install programs that tests drive.")
    options.add_argument("names", nargs="+", choices=sorted(NEEDS))
    for name in options.parse_args().names:
        need = NEEDS[name]
        if not is_there(need):
            install(need)
        if not is_there(need):
            print(f"\n  {name} is missing: {need.use} will be skipped, and fail where CI=true.")
            print(f"  On Debian or Ubuntu: sudo apt-get install {' '.join(need.packages)}")
            print(f"  Elsewhere: put one of these on the PATH: {', '.join(need.programs)}\n", flush=True)


def is_there(need: Need) -> bool:
    return any(shutil.which(program) for program in need.programs)


def install(need: Need) -> None:
    prefix = administrator()
    if prefix is None or not shutil.which("apt-get"):
        return
    print(f"installing {' '.join(need.packages)} ...", flush=True)
    environment = ["env", "DEBIAN_FRONTEND=noninteractive"]
    arguments = ["install", "-y", "--no-install-recommends", *need.packages]
    for command in (["update"], arguments):
        result = subprocess.run(
            [*prefix, *environment, "apt-get", "-qq", *command], capture_output=True, text=True, check=False
        )
        if result.returncode:
            print(result.stderr.strip()[-2000:], flush=True)


def administrator() -> list[str] | None:
    """What to put before a command to run it as root; None where that would need a password."""
    if os.name == "nt":
        return None
    if os.geteuid() == 0:
        return []
    sudo = ["sudo", "-n"]
    if shutil.which("sudo") and not subprocess.run([*sudo, "true"], capture_output=True, check=False).returncode:
        return sudo
    return None


if __name__ == "__main__":
    main()
