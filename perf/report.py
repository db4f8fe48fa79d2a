"""Writes down what was measured: perf/RESULTS.md, always laid out in the same way."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

HEAD = """\
# Speed

Made by `make bench`; do not edit. Every comparison is between runs that alternated on one machine, nothing
else running as far as that could be had; figures are medians, ratios medians of the pairs. Times are of whole
processes, start included, wall clock unless it says cpu (of all processes together); memory is the largest
process. Files lie on a file system in memory. The catalogue is synthetic (`perf/synthetic.py`, seeded): the
kinds and links of a real one, Chinese descriptions of about {characters} characters, entry files of 2.3 KB.
"""


def markdown(results: dict[str, Any]) -> str:
    """The report. A section that was never measured is left out."""
    writers = {"check": _check, "build": _build, "scale": _scale, "transfer": _transfer, "profile": _profile}
    measured = [name for name in writers if name in results]
    characters = results[measured[0]]["characters"]
    blocks = [HEAD.format(characters=characters), _machine(results["machine"])]
    for name in measured:
        found = results[name]
        runs = f"{found['runs']} runs" if found["runs"] > 1 else "one run"
        blocks.append("\n".join(writers[name](found)) + f"\n\nMeasured {found['date']}, {runs}.\n")
    return "\n".join(blocks)


def _machine(machine: dict[str, str]) -> str:
    tools = ", ".join(f"{name} {value}" for name, value in machine.items() if name != "machine")
    return f"Machine: {machine['machine']}. Versions: {tools}.\n"


def _check(found: dict[str, Any]) -> Iterator[str]:
    yield f"## Check, {found['entries']:,} entries\n"
    yield from _rows(found["rows"])
    yield ""
    yield _target(
        "cold check against check-jsonschema",
        f"{found['times faster']:.1f} times as fast",
        "≥ 10",
        found["times faster"] >= 10,
    )
    yield _target("one file changed", f"{found['one changed']:.2f} s", "< 1 s", found["one changed"] < 1)
    yield "\n`catalog validate` runs every rule; check-jsonschema checks the published schemas alone, one run for each kind."


def _build(found: dict[str, Any]) -> Iterator[str]:
    yield f"## Full build, {found['entries']:,} entries, one language, nothing kept from before\n"
    yield from _rows(found["rows"])
    yield ""
    yield _target(
        "against MkDocs Material", f"{found['of MkDocs']:.3f} of its time", "≤ 0.2", found["of MkDocs"] <= 0.2
    )
    yield _target("against Hugo + Pagefind", f"{found['of Hugo']:.2f} of its time", "≤ 2", found["of Hugo"] <= 2)
    yield "\nOurs: check, frames, pages, search index, every file of the API, tables, link check."
    yield "MkDocs Material: the same content as Markdown, its search, a navigation of index pages only (its best case)."
    yield "Hugo: the same Markdown, our own blank pages as templates; Pagefind's extended program over it.\n"
    yield from table(
        ("an ordinary entry page", "bytes", "gzip", "characters of text"),
        ((name, f"{v['plain']:,}", f"{v['gzip']:,}", f"{v['text']:,}") for name, v in found["bytes"].items()),
    )


def _scale(found: dict[str, Any]) -> Iterator[str]:
    yield "## Size\n"
    rows = []
    for name, wall, cpu, memory in found["rows"]:
        rows.append(
            (
                f"{int(name):,}",
                f"{wall:.1f} s",
                f"{cpu:.1f} s",
                f"{found['milliseconds'][name]:.2f} ms",
                f"{memory:,.0f} MB",
            )
        )
    yield from table(("entries", "full build", "cpu", "wall for each entry", "largest process"), rows)
    yield ""
    for name, growth in found["growth"].items():
        yield _target(f"time per entry, {name}", f"× {growth:.2f}", "< 1.3", growth < 1.3)
    most = max(memory for *_, memory in found["rows"])
    yield _target("largest process", f"{most / 1024:.2f} GB", "≤ 4 GB", most <= 4096)


def _transfer(found: dict[str, Any]) -> Iterator[str]:
    yield f"## Transfer, {found['entries']:,} entries\n"
    yield from table(
        ("first search of", "requests", "bytes", "hits"),
        ((r[0], str(r[1]), f"{r[2]:,}", f"{r[3]:,}") for r in found["searches"]),
    )
    yield ""
    most = max(row[2] for row in found["searches"])
    yield _target("first search of two characters", f"{most / 1000:.0f} KB", "< 300 KB", most < 300_000)
    yield _target("entry page, gzip", f"{found['page'] / 1000:.1f} KB", "< 25 KB", found["page"] < 25_000)
    yield "\nChromium over loopback, " + found["how"]


def _profile(found: dict[str, Any]) -> Iterator[str]:
    yield f"## Where a build's time goes, {found['entries']:,} entries\n"
    rows = [(name, f"{begins:.1f} s", f"{ends:.1f} s") for name, (begins, ends) in found["steps"].items()]
    yield from table(("step", "first told at", "last told at"), rows)
    if found.get("functions"):
        yield "\nAn entry page, by function (own time, share of the time of a page):\n"
        yield from table(("function", "share"), found["functions"])


def _rows(rows: Iterable[Sequence[Any]]) -> Iterator[str]:
    yield from table(
        ("", "wall", "cpu", "largest process"), ((n, f"{w:.2f} s", f"{c:.2f} s", f"{m:,.0f} MB") for n, w, c, m in rows)
    )


def _target(what: str, is_: str, wanted: str, met: bool) -> str:
    return f"- {what}: **{is_}** (target {wanted}{'' if met else '; **not met**'})"


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A Markdown table."""
    yield "| " + " | ".join(heads) + " |"
    yield "|---|" + "---:|" * (len(heads) - 1)
    for row in rows:
        yield "| " + " | ".join(row) + " |"
