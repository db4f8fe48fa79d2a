"""What measures: its figures are of all processes, its steps exist, what it laid out is made again when it must be."""

import json
import sys
from importlib import import_module
from pathlib import Path

import pytest

from generator.drafts.read import read_draft
from perf import bench, draft, prepare, steps, synthetic
from perf.measure import run

BELOW = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'b = bytes([1]) * 90_000_000'])"
POOL = """
from concurrent.futures import ProcessPoolExecutor
def hold(size): return len(bytes([1]) * size)
with ProcessPoolExecutor(2) as pool: list(pool.map(hold, [90_000_000, 1]))
"""


@pytest.mark.parametrize("code", [BELOW, POOL])
def test_memory_is_of_the_largest_process(tmp_path: Path, code: str) -> None:
    assert 90 < run((sys.executable, "-c", code), tmp_path).memory < 130


def test_memory_is_not_our_own(tmp_path: Path) -> None:
    weight = b"x" * 90_000_000
    assert run((sys.executable, "-c", "pass"), tmp_path).memory < 60 < len(weight) / 1e6


def test_a_command_that_fails_is_told_with_what_it_said(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match=r"ended with 1:\nno such thing"):
        run((sys.executable, "-c", "import sys; sys.exit('no such thing')"), tmp_path)


def test_every_step_is_a_function() -> None:
    for name, module, function in steps.STEPS:
        assert callable(getattr(import_module(module), function, None)), name


def test_steps_beside_each_other(tmp_path: Path) -> None:
    log = tmp_path / "steps"
    lines = [
        ["pages", 12.0, 14.0, 1.0],
        ["exports", 13.0, 16.0, 2.5],
        ["pages", 14.0, 15.0, 0.5],
        ["swap", 17.0, 18.0, 0.1],
    ]
    log.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    found = steps.read(log, started=10.0)
    assert [(step.name, step.begins, step.ends, step.cpu) for step in found] == [
        ("pages", 2.0, 5.0, 1.5),
        ("exports", 3.0, 6.0, 2.5),
        ("swap", 7.0, 8.0, 0.1),
    ]
    assert steps.alone(found, 10.0) == 5.0


def test_laid_out_again_only_when_it_must_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prepare, "ROOT", tmp_path)
    made: list[bool] = []
    source, part = tmp_path / "source", tmp_path / "bench" / "part"
    source.write_text("one", "utf-8")

    def make() -> None:
        made.append(part.exists())
        part.mkdir(parents=True)

    for text in ("one", "one", "two"):
        source.write_text(text, "utf-8")
        prepare.laid_out(tmp_path / "bench", ("part",), ("source",), make)
    assert made == [False, False]


def test_synthetic_entries_are_the_same_again(tmp_path: Path) -> None:
    for name in ("one", "other"):
        synthetic.write(tmp_path / name, 30)
    one, other = (
        {file.name: file.read_bytes() for file in (tmp_path / name).rglob("*.yaml")} for name in ("one", "other")
    )
    assert one == other


def test_the_large_draft_is_seeded_and_has_no_errors() -> None:
    text, changed = draft.markdown(2), draft.markdown(2, changed=0.1)
    assert text == draft.markdown(2)
    assert text != draft.markdown(2, seed=2)
    versions = []
    for one in (text, changed):
        found, problems = read_draft("draft.md", one.encode())
        assert problems == ()
        assert found is not None
        versions.append({provision.id: provision.fingerprint for provision in found.provisions})
    old, new = versions
    assert len(old) == 2 * draft.TITLED * draft.EACH
    assert 0 < sum(new.get(name) != mark for name, mark in old.items()) < 0.3 * len(old)


def test_a_section_of_group_standards_needs_no_large_catalogue() -> None:
    assert not bench._laid_out(["documents", "standards"])
    assert bench._laid_out(["standards", "check"])
