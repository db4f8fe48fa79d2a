"""Small repositories for the rules' examples: files in one text, laid over `base/`, and what is wrong with them."""

import re
from functools import cache
from pathlib import Path

from generator.diagnostics import Diagnostic
from generator.loader import load
from generator.rules import engine
from generator.source.tree import MemoryTree
from tests.rules.drafts import whole, with_locks

BASE = Path(__file__).parent / "base"
TODAY = "2026-07-01"
RULES = "catalog/rules.yaml"


def files_of(text: str) -> dict[str, bytes]:
    """The files of a text in which each begins with a line `--- path`."""
    parts = re.split(r"^--- (\S+)\n", text, flags=re.MULTILINE)
    return {path: content.encode() for path, content in zip(parts[1::2], parts[2::2], strict=True)}


@cache
def base() -> dict[str, bytes]:
    return {path.relative_to(BASE).as_posix(): path.read_bytes() for path in BASE.rglob("*") if path.is_file()}


def diagnostics(text: str, rule: str = "") -> tuple[Diagnostic, ...]:
    """Everything wrong with the files of `text` over the base.

    `rule` is looked at even where the base turns it off, but then in the files of `text` only: the base
    is not complete enough for it.
    """
    text = whole(text)
    files = with_locks({**base(), **files_of(text)})
    quiet = f"rule: {rule}," in base()[RULES].decode()
    if quiet and RULES not in files_of(text):
        lines = base()[RULES].decode().splitlines(keepends=True)
        files[RULES] = "".join(line for line in lines if f"rule: {rule}," not in line).encode()
    tree = MemoryTree(files)
    project, problems = load(tree, TODAY)
    found = engine.located((*problems, *engine.check(project)), tree, project)
    return tuple(d for d in found if not (quiet and d.code.name == rule and d.location.path not in files_of(text)))
