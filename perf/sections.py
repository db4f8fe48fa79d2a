"""What is measured, section by section. Each gives plain data, which report.py writes down."""

import gzip
import re
import shutil
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from importlib import import_module
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path
from typing import Any

from generator.model.registry import KINDS
from perf import documents as large
from perf import standards as large_standards
from perf import steps
from perf.measure import Sample, alternate, median, ratio, run
from perf.prepare import Bench
from perf.steps import Step

BIN = Path(sys.executable).parent
BUILD = Path(__file__).with_name("one_build.py")


def check(bench: Bench, runs: int) -> dict[str, Any]:
    """A check without a cache, with one, with one file changed; check-jsonschema for the schemas alone."""
    root = bench.ours
    changed = sorted((root / "catalog" / "products").glob("*.yaml"))[7]
    text = changed.read_text(encoding="utf-8")
    turn = iter(range(1, 1000))

    def cold() -> Sample:
        shutil.rmtree(root / ".cache", ignore_errors=True)
        return warm()

    def warm() -> Sample:
        return run((BIN / "catalog", "validate", "--root", root), root)

    def one_changed() -> Sample:
        changed.write_text(text.replace("version: ", f'version: "{next(turn)}." # '), encoding="utf-8")
        return warm()

    def schemas() -> Sample:
        total = Sample(0, 0, 0)
        for kind in KINDS.values():
            files = sorted((root / "catalog" / kind.folder).glob("*.yaml"))
            if files:
                schema = root / "schemas" / "v1" / f"{kind.singular}.schema.json"
                total += run((BIN / "check-jsonschema", "--schemafile", schema, *files), root)
        return total

    found = alternate({"cold": cold, "warm": warm, "one changed": one_changed, "check-jsonschema": schemas}, runs)
    changed.write_text(text, encoding="utf-8")
    return {
        "entries": bench.entries,
        "rows": _rows(found),
        "times faster": ratio(found["check-jsonschema"], found["cold"]),
        "one changed": median(found["one changed"]).wall,
    }


def build(bench: Bench, runs: int) -> dict[str, Any]:
    """A full build of one language, nothing kept from before; MkDocs Material; Hugo and Pagefind."""
    mkdocs, hugo = bench.folder / "mkdocs", bench.folder / "hugo"

    def other() -> Sample:
        return run((BIN / "mkdocs", "build", "--quiet", "--clean"), mkdocs)

    def third() -> Sample:
        shutil.rmtree(hugo / "public", ignore_errors=True)
        made = run((BIN / "hugo", "--quiet"), hugo)
        return made + run((_pagefind(), "--silent", "--site", "public"), hugo)

    found = alternate({"ours": lambda: ours(bench), "Hugo + Pagefind": third, "MkDocs Material": other}, runs)
    return {
        "entries": bench.entries,
        "rows": _rows(found),
        "of MkDocs": ratio(found["ours"], found["MkDocs Material"]),
        "of Hugo": ratio(found["ours"], found["Hugo + Pagefind"]),
        "bytes": {
            "ours": _page_bytes(bench.ours / "site"),
            "MkDocs Material": _page_bytes(mkdocs / "site"),
            "Hugo + Pagefind": _page_bytes(hugo / "public"),
        },
    }


def scale(benches: list[Bench], runs: int) -> dict[str, Any]:
    """A full build at several sizes."""

    def forgotten(bench: Bench) -> Sample:
        try:
            return ours(bench)
        finally:
            _forget(bench)  # a hundred thousand pages take room from the others: all lies in memory

    tasks: dict[str, Callable[[], Sample]] = {str(bench.entries): partial(forgotten, bench) for bench in benches}
    found = alternate(tasks, runs)
    each = {name: median(samples).wall / int(name) for name, samples in found.items()}
    sizes = sorted(each, key=int)
    growth = {f"{small} → {large}": each[large] / each[small] for small, large in pairwise(sizes)}
    return {
        "rows": _rows(found),
        "milliseconds": {name: value * 1000 for name, value in each.items()},
        "growth": growth,
    }


def transfer(bench: Bench) -> dict[str, Any]:
    """What the first search fetches, and the size of an entry page."""
    from perf.transfer import transfer as fetched

    ours(bench)
    return {**fetched(bench), "runs": 1}


def profile(bench: Bench, runs: int) -> dict[str, Any]:
    """Where the time of a full build goes, step by step: of several runs the one with the median time."""
    log = bench.folder / "steps.jsonl"

    def one() -> tuple[Sample, tuple[Step, ...]]:
        started = time.monotonic()
        sample = ours(bench, "--steps", log)
        return sample, steps.read(log, started)

    found = sorted((one() for _ in range(runs)), key=lambda pair: pair[0].wall)
    sample, noted = found[len(found) // 2]
    rows = [(step.name, step.begins, step.ends, step.ends - step.begins, step.cpu) for step in noted]
    rest = (steps.alone(noted, sample.wall), sample.cpu - sum(step.cpu for step in noted))
    return {"entries": bench.entries, "steps": rows, "rest": rest, "all": (sample.wall, sample.cpu)}


def ours(bench: Bench, *options: str | Path) -> Sample:
    """A full build of one language, nothing kept from before."""
    _forget(bench)
    return run((sys.executable, BUILD, bench.ours, *options), bench.folder)


def versions() -> dict[str, str]:
    """The versions of everything that was measured."""
    names = ("check-jsonschema", "hugo", "mkdocs", "mkdocs-material", "pagefind")
    return {"Python": sys.version.split()[0], **{name: version(name) for name in names}}


def _forget(bench: Bench) -> None:
    for name in (".cache", "site"):
        shutil.rmtree(bench.ours / name, ignore_errors=True)


def _pagefind() -> Path:
    """The program that knows Chinese words."""
    found: Path = import_module("pagefind_bin_extended").get_executable()
    return found


def _rows(found: dict[str, tuple[Sample, ...]]) -> list[tuple[str, float, float, float]]:
    return [(name, one.wall, one.cpu, one.memory) for name, samples in found.items() for one in (median(samples),)]


def _page_bytes(site: Path) -> dict[str, int]:
    """An ordinary entry's page: bytes, bytes in gzip."""
    page = (site / "products" / "example-pro-000100" / "index.html").read_bytes()
    return {
        "plain": len(page),
        "gzip": len(gzip.compress(page, 6, mtime=0)),
        "text": len("".join(re.sub(rb"<[^>]*>", b"", page.partition(b"<article")[2]).decode().split())),
    }


def documents(runs: int, rows: int | None = None) -> dict[str, Any]:
    """A catalogue of many rows as XLSX, DOCX and PDF: medians of seconds and of memory, the size."""
    many = rows or large.ROWS
    turns = [large.documents(many) for _ in range(runs)]
    found = {
        name: {key: statistics.median(turn[name][key] for turn in turns) for key in ("seconds", "memory", "size")}
        for name in large.LIMITS
    }
    return {"rows": many, "formats": found, "limits": {name: list(limit) for name, limit in large.LIMITS.items()}}


def standards(work: Path, runs: int, *, quick: bool = False) -> dict[str, Any]:
    """A large group standard: check, Word file, page, PDF, comparison."""
    return large_standards.standards(work, runs, chapters=3 if quick else None)
