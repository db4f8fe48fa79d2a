"""Files made to crash, stall or fill a reader: each is answered soon, in a process of its own."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

LIMIT = 256 * 1024
SCRIPT = """
import json, resource, sys, time
resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
from generator.source.reader import read_data, read_positions
answers = {}
for name, text in json.load(sys.stdin).items():
    content = text.encode("utf-8", "surrogateescape")
    started = time.process_time()
    data, problems = read_data(name, content)
    read_positions(name, content).locate(("a", 0, "b"))
    spent = time.process_time() - started
    answers[name] = (data is not None, [code.name for code, _ in problems][:2], len(problems), spent)
    print(json.dumps({name: answers[name]}), flush=True)
"""

INPUTS: dict[str, tuple[str, str | None]] = {
    # name: (text, first code expected; None where the file is fine)
    "lists": ("a: " + "[" * 200_000, "too-deep"),
    "lists that close": ("a: " + "[" * 100_000 + "]" * 100_000, "too-deep"),
    "mappings": ("{a: " * 40_000, "too-deep"),
    "lists and mappings": ("a: " + "[{" * 60_000, "complex-key"),
    "dashes": ("- " * 20_000, "not-a-mapping"),
    "dashes below a key": ("a:\n  " + "- " * 100_000, "too-deep"),
    "questions": ("? " * 50_000, "complex-key"),
    "colons": (": " * 100_000, "syntax-error"),
    "staircase": ("".join(" " * n + "a:\n" for n in range(600)), "too-deep"),
    "laughs": (
        "a: &a [x]\n" + "".join(f"b{n}: &b{n} [{', '.join(['*a'] * 9)}]\n" for n in range(9)),
        "anchor-or-alias",
    ),
    "anchor to itself": ("a: &a [*a]\n", "anchor-or-alias"),
    "merges": ("a: &a {b: 1}\n" + "<<: *a\n" * 20_000, "anchor-or-alias"),
    "percent": ("%" * 200_000, "yaml-directive"),
    "keys": ("".join(f"key-{n}: 1\n" for n in range(18_000)), None),
    "equal keys": ("a: 1\n" * 50_000, "duplicate-key"),
    "documents": ("---\na: 1\n" * 20_000, "second-document"),
    "digits": ("a: " + "9" * 5_000, "unclear-scalar"),
    "many digits": ("a: " + "9" * 250_000, "unclear-scalar"),
    "hexadecimal": ("a: 0x" + "f" * 250_000, "unclear-scalar"),
    "exponent": ("a: 1e999999999999", "unclear-scalar"),
    "negative exponent": ("a: 1e-999999999999", "unclear-scalar"),
    "zero with an exponent": ("a: 0e999999999999999", None),
    "underscores": ("a: 1" + "_" * 250_000, "unclear-scalar"),
    "dots": ("a: " + "1." * 120_000, None),
    "long text": ("a: " + "x" * 250_000, None),
    "long key": ("x" * 250_000 + ": 1", "not-a-mapping"),
    "chinese text": ("a: " + "网" * 80_000, None),
    "words over lines": ("a: x\n" + " x\n" * 80_000, "multi-line-plain"),
    "escapes": ('a: "' + "\\u4e2d" * 40_000 + '"', None),
    "escaped controls": ('a: "' + "\\0" * 120_000 + '"', "control-character"),
    "quotes": ("a: " + '"' * 200_000, "text-after-quote"),
    "open quote": ('a: "' + "x\n" * 100_000, "unclosed-quote"),
    "comments": ("#\n" * 120_000 + "a: 1\n", None),
    "blank lines": ("\n" * 250_000 + "a: 1\n", None),
    "blank lines of a literal": ("a: |\n" + "\n" * 200_000 + "  x\n", None),
    "spaces": ("a:" + " " * 250_000 + "1", None),
    "spaces on every line": ("a: |\n" + "".join(" " * n + "\n" for n in range(650)) + "  x\n", "bad-indentation"),
    "tags": ("a: [" + "!x 1, " * 40_000, "yaml-tag"),
    "anchors": ("a: [" + "&x 1, " * 40_000, "anchor-or-alias"),
    "aliases": ("a: [" + "*x, " * 60_000, "anchor-or-alias"),
    "tag that runs code": ("a: !!python/object/apply:os.system ['exit 1']\n", "yaml-tag"),
    "commas": ("a: [" + "," * 200_000, "syntax-error"),
    "empty items": ("a: [" + "x," * 120_000 + "]", None),
    "tabs": ("\t" * 250_000, "tab"),
    "tabs on every line": ("\t\n" * 100_000, "tab"),
    "carriage returns": ("\r" * 250_000, "lone-carriage-return"),
    "zeros": ("\0" * 250_000, "control-character"),
    "zero-width": ("\u200b" * 80_000, "invisible-character"),
    "right to left": ("a: \u202e" * 30_000, "invisible-character"),
    "no-break spaces": ("\u00a0" * 120_000 + "a: 1", "not-a-mapping"),
    "not utf-8": ("a: \udcff", "not-utf8"),
    "too large": ("a" * (LIMIT + 1), "file-too-large"),
    "very large": ("a: 1\n" * 4_000_000, "file-too-large"),
    "block mark": ("a: |" + "9" * 200_000, "syntax-error"),
    "slips on every line": ("a:1\n" * 50_000, "missing-space"),
    "dashes without end": ("a: " + "-" * 250_000, None),
    "unicode line ends": ("a: x\u0085" * 30_000, "control-character"),
}


@pytest.fixture(scope="module")
def answers(root: Path) -> dict[str, list[object]]:
    given = json.dumps({name: text for name, (text, _) in INPUTS.items()})
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], input=given, capture_output=True, text=True, timeout=60, cwd=root
    )
    found: dict[str, list[object]] = {}
    for line in done.stdout.splitlines():
        found |= json.loads(line)
    assert done.returncode == 0, f"after {list(found)[-1:]}: {done.stderr[-2000:]}"
    return found


@pytest.mark.parametrize("name", INPUTS)
def test_is_answered(name: str, answers: dict[str, list[object]]) -> None:
    understood, codes, count, seconds = answers[name]
    expected = INPUTS[name][1]
    assert codes[:1] == ([] if expected is None else [expected])  # type: ignore[index]
    assert "internal-error" not in codes  # type: ignore[operator]
    assert understood or codes
    assert isinstance(count, int)
    assert count <= 101
    assert isinstance(seconds, float)
    assert seconds < 20  # of the processor: it ends, however slow or busy the machine
