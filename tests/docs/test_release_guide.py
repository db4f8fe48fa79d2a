"""The province's guide from programme to release: its commands are run, in both languages, and give what it shows."""

import re
import shlex
import shutil
from fnmatch import translate
from pathlib import Path

import pytest

from tests.releases.conftest import ROOT, Clerk, commit, git, run

__all__ = ["run"]

STEP = re.compile(r"^```sh\n(.*?)^```\n\n```text\n(.*?)^```$", re.MULTILINE | re.DOTALL)
AFTER = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def section(page: Path, name: str) -> str:
    found = re.search(rf"^#+ .*\{{#{name}\}}$(.*?)(?=^##+ .*\{{#)", page.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    assert found, name
    return found[1]


def shows(said: str, shown: str) -> None:
    """Every line that is shown was said, in this order; `…` stands for anything."""
    lines = iter(re.sub(" +", " ", line) for line in said.splitlines())
    for line in shown.splitlines():
        if line.strip() != "…":
            literal = re.sub(r"([\[?*])", r"[\1]", re.sub(" +", " ", line)).replace("…", "*")
            wanted = re.compile(translate(literal))
            assert any(wanted.fullmatch(one) for one in lines), f"{line!r} is not in\n{said}"


def typed(clerk: Clerk, lang: str, block: str) -> str:
    """What a block of commands prints."""
    said = ""
    for line in block.splitlines():
        for command in line.split(" && "):
            words = shlex.split(command)
            if words[0] == "git":
                git(clerk.root, *words[1:])
            else:
                said += clerk.done("--lang", lang, *words[1:])
    return said


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_from_programme_to_release(lang: str, tmp_path: Path, run) -> None:
    root = tmp_path / "repository"
    for folder in ("catalog", "standards"):
        shutil.copytree(ROOT / folder, root / folder)
    for name in (".gitignore", "requirements.lock"):
        shutil.copy(ROOT / name, root)
    git(tmp_path, "init", "-qb", "main", str(root))
    commit(root)
    clerk = Clerk(root, run)
    page = ROOT / "docs" / ("en/guide/province.md" if lang == "en" else "guide/province.md")
    steps = STEP.findall(section(page, "release"))
    assert len(steps) == 4
    for block, shown in steps[:3]:
        shows(typed(clerk, lang, block), shown)
    git(tmp_path, "clone", "-q", str(root), "other")
    other = clerk.at(tmp_path / "other")
    shows(typed(other, lang, steps[3][0]), steps[3][1])
    for block in AFTER.findall(section(page, "after-release")):
        typed(clerk, lang, block)
    assert clerk("validate")[0] == 0
