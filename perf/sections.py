"""What is measured, section by section. Each gives plain data, which report.py writes down."""

import gzip
import json
import re
import shutil
import sys
from collections.abc import Callable
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path
from typing import Any

from generator.model.registry import KINDS
from perf.measure import Sample, alternate, median, quiet, ratio, run
from perf.prepare import Bench

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

    quiet()
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

    quiet()
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
    tasks: dict[str, Callable[[], Sample]] = {
        str(bench.entries): (lambda bench=bench: ours(bench)) for bench in benches
    }  # type: ignore[misc]
    quiet()
    found = alternate(tasks, runs)
    each = {name: median(samples).wall / int(name) for name, samples in found.items()}
    sizes = sorted(each, key=int)
    growth = {f"{small} → {large}": each[large] / each[small] for small, large in pairwise(sizes)}
    return {
        "rows": _rows(found),
        "milliseconds": {name: value * 1000 for name, value in each.items()},
        "growth": growth,
    }


def profile(bench: Bench) -> dict[str, Any]:
    """Where the time of a full build goes, step by step."""
    _forget(bench)
    out = bench.folder / "steps.json"
    run(("sh", "-c", f"'{sys.executable}' '{BUILD}' '{bench.ours}' > '{out}'"), bench.folder)
    return {"entries": bench.entries, **json.loads(out.read_text())}


def ours(bench: Bench) -> Sample:
    """A full build of one language, nothing kept from before."""
    _forget(bench)
    return run((sys.executable, BUILD, bench.ours), bench.folder)


def versions() -> dict[str, str]:
    """The versions of everything that was measured."""
    names = ("check-jsonschema", "hugo", "mkdocs", "mkdocs-material", "pagefind")
    return {"Python": sys.version.split()[0], **{name: version(name) for name in names}}


def _forget(bench: Bench) -> None:
    for name in (".cache", "site"):
        shutil.rmtree(bench.ours / name, ignore_errors=True)


def _pagefind() -> Path:
    """The program that knows Chinese words."""
    from pagefind_bin_extended import get_executable

    return Path(get_executable())


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
