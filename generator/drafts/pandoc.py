"""Runs pandoc on untrusted text: sandboxed, with limits of time, size and memory, standard input to output.

The reader is CommonMark with the extensions that drafts need. Positions are asked for, so every finding
has its line. Ids that pandoc would make up from headings are off: a draft's ids are the author's own.
"""

import json
import re
import shutil
import subprocess
from collections.abc import Callable, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from generator.texts import Text

READER = (
    "commonmark_x-smart-yaml_metadata_block-emoji-raw_attribute+east_asian_line_breaks"
    "+sourcepos-gfm_auto_identifiers-implicit_header_references-alerts-task_lists"
)
MAX_BYTES = 2_000_000
TIMEOUT = 20.0
MEMORY = ("+RTS", "-M1g", "-RTS")
"""The most heap that pandoc may take; it ends with an error beyond."""

_MATHML = re.compile(r"<math\b.*?</math>", re.S)


class PandocError(Exception):
    """The text could not be read; the message is pandoc's first line."""


class PandocTimeout(PandocError):
    """Reading took longer than the limit, which is `limit`."""

    def __init__(self, limit: Text) -> None:
        super().__init__(limit.en)
        self.limit = limit


@cache
def pandoc_path() -> str:
    """Where the packaged pandoc is, else the one on the path. Raises RuntimeError when there is none."""
    spec = find_spec("pypandoc")
    if spec is not None and spec.origin is not None:
        folder = Path(spec.origin).parent / "files"
        for name in ("pandoc", "pandoc.exe"):
            if (folder / name).is_file():
                return str(folder / name)
    found = shutil.which("pandoc")
    if found is None:
        raise RuntimeError("pandoc is missing: install the package pypandoc_binary")
    return found


def run(arguments: Sequence[str], text: bytes, timeout: float = TIMEOUT) -> bytes:
    """What pandoc prints for `text`. Raises PandocTimeout, or PandocError when it fails."""
    command = [pandoc_path(), *MEMORY, "--sandbox", *arguments]
    try:
        done = subprocess.run(command, input=text, capture_output=True, timeout=timeout, check=False)
    except subprocess.TimeoutExpired:
        raise PandocTimeout(Text(f"{timeout:g} 秒", f"{timeout:g} s")) from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise PandocError(said[0][:200] if said else f"exit {done.returncode}")
    return done.stdout


Runner = Callable[[Sequence[str], bytes, float], bytes]
"""`run`, or something that keeps what it gave before."""


def to_ast(text: bytes, timeout: float = TIMEOUT, runner: Runner = run) -> object:
    """The syntax tree of a draft as plain data. Raises PandocError, also when it is nested too deeply."""
    output = runner(("-f", READER, "-t", "json"), text, timeout)
    try:
        return json.loads(output)
    except RecursionError:
        raise PandocError("nested too deeply") from None


def to_mathml(formulas: Sequence[tuple[str, bool]], timeout: float = TIMEOUT, runner: Runner = run) -> list[str]:
    """MathML for each (TeX, on a line of its own), "" for one that is not understood.

    Raises PandocTimeout. One run for all of them; every formula is a paragraph of its own, so none can reach into another.
    """
    if not formulas:
        return []
    try:
        output = from_formulas(formulas, ("-t", "html", "--mathml", "--wrap=none"), timeout, runner)
    except PandocTimeout:
        raise
    except PandocError:
        return [""] * len(formulas)
    parts = output.decode("utf-8").split("</p>")[: len(formulas)]
    found = [_MATHML.search(part) for part in parts]
    texts = [match.group() if match else "" for match in found]
    return texts if len(texts) == len(formulas) else [""] * len(formulas)


def from_formulas(
    formulas: Sequence[tuple[str, bool]], arguments: Sequence[str], timeout: float = TIMEOUT, runner: Runner = run
) -> bytes:
    """What pandoc makes of (TeX, on a line of its own), each a paragraph of its own. Raises as `run` does."""
    blocks = [
        {"t": "Para", "c": [{"t": "Math", "c": [{"t": "DisplayMath" if own_line else "InlineMath"}, tex]}]}
        for tex, own_line in formulas
    ]
    document = {"pandoc-api-version": [1, 23, 1], "meta": {}, "blocks": blocks}
    return runner(("-f", "json", *arguments, "--quiet"), json.dumps(document).encode(), timeout)
