"""Writes down what was measured: perf/RESULTS.md, always laid out in the same way."""

import statistics
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
    writers = {
        "check": _check,
        "build": _build,
        "scale": _scale,
        "transfer": _transfer,
        "documents": _documents,
        "standards": _standards,
        "profile": _profile,
    }
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
    searches = found["searches"]
    columns = ("hits", "requests", "search", "search gzip", "total", "total gzip")
    middle = {column: round(statistics.median(row[column] for row in searches)) for column in columns}
    yield from table(
        ("first search of", "hits", "requests", "bytes for it", "compressed", "with the page", "compressed"),
        (
            (row["word"], *(f"{row[column]:,}" for column in columns))
            for row in (*searches, {"word": "median"} | middle)
        ),
    )
    yield ""
    most = max(row["search"] for row in searches)
    size, packed = middle["search"], middle["search gzip"]
    told = f"{size / 1000:.0f} KB, {most / 1000:.0f} KB at most; {packed / 1000:.0f} KB compressed"
    yield _target("first search of two characters", told, "< 300 KB", size < 300_000)
    page, largest = f"{found['page'] / 1000:.1f} KB", f"{found['largest page'] / 1000:.1f} KB"
    yield _target(
        "an ordinary entry page, gzip", f"{page} (the largest of all: {largest})", "< 25 KB", found["page"] < 25_000
    )
    yield (
        f"\n{found['how']}, a fresh one for each word, typed on the search page; no filter opened. Heads and bodies of all\n"
        "answers are counted. For the search: its scripts, and all that comes once the word is typed, up to the hits\n"
        "shown; with the page: the page too, its styles, scripts, pictures. Compressed: the server sends text in gzip."
    )


def _documents(found: dict[str, Any]) -> Iterator[str]:
    yield f"## Files of a voucher catalogue, {found['rows']:,} rows\n"
    rows = [
        (name.upper(), f"{one['seconds']:.1f} s", f"{one['memory']:,.0f} MB", f"{one['size']:.1f} MB")
        for name, one in found["formats"].items()
    ]
    yield from table(("format", "wall", "memory of its processes", "size"), rows)
    yield ""
    for name, one in found["formats"].items():
        seconds, memory = found["limits"][name]
        met = one["seconds"] < seconds and one["memory"] < memory
        told = f"{one['seconds']:.1f} s, {one['memory']:,.0f} MB"
        yield _target(name.upper(), told, f"< {seconds:.0f} s, < {memory / 1000:.0f} GB", met)
    yield "\nEach in a process of its own. XLSX: the table of eleven columns and the sheet of data that is read back."


def _standards(found: dict[str, Any]) -> Iterator[str]:
    yield f"## A large group standard, {found['kilobytes']:,.0f} KB of Markdown\n"
    yield from _rows(found["rows"])
    yield ""
    for name, wall, limit in found["limits"]:
        yield _target(name, f"{wall:.2f} s", f"< {limit:.0f} s", wall < limit)
    for ours, other, times in found["ratios"]:
        yield f"- {ours} against {other}, which does a part of it: {times:.2f} of its time"
    sizes = ", ".join(f"{name.upper()} {size:.2f} MB" for name, size in found["sizes"].items())
    yield (
        "\nSeeded (`perf/draft.py`): chapters of 25 clauses, 20 provisions and 20 tables each, terms, notes, lists, formulas,\n"
        f"references; the draft of “1,000 clauses” has {found['clauses']:,}. Nothing kept from before, but in “again”. The page is\n"
        "the self-contained HTML file. The comparison is of two drafts, a tenth of their provisions changed, one of them read\n"
        "from Git. pandoc converts the Markdown as it is, without numbers, checks, cover or styles; git compares the two files\n"
        f"word by word. Files: {sizes}."
    )


def _profile(found: dict[str, Any]) -> Iterator[str]:
    yield f"## Where a build's time goes, {found['entries']:,} entries\n"
    wall, cpu = found["all"]
    rows = [
        (name, f"{begins:.1f} s", f"{ends:.1f} s", f"{lasts:.2f} s", f"{used:.2f} s", f"{used / cpu:.0%}")
        for name, begins, ends, lasts, used in found["steps"]
    ]
    rest, used = found["rest"]
    rows += [
        ("the rest", "", "", f"{rest:.2f} s", f"{used:.2f} s", f"{used / cpu:.0%}"),
        ("all", "0.0 s", f"{wall:.1f} s", f"{wall:.2f} s", f"{cpu:.2f} s", "100%"),
    ]
    yield from table(("step", "from", "to", "wall", "cpu", "share of cpu"), rows)
    yield (
        "\nOne language, nothing kept from before. Steps that overlap run beside each other. The rest: the start of Python\n"
        "and its imports, the frames' own files, waiting for processes and taking over what they met, the end."
    )


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
