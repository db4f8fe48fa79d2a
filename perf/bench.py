"""Measures speed against other tools and writes perf/RESULTS.md: `make bench`, or a part of it:

    python perf/bench.py [--entries 1000 10000 100000] [--runs 3] [--quick] [SECTION ...]

Sections: check, build, scale, transfer, documents, standards, profile. What was measured before is kept for those not named.
--quick keeps its figures apart and writes its report beside them, unless --out says where.
All is laid out on a file system in memory where there is one, so that no disk decides.
"""

import argparse
import json
import os
import platform
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from perf.measure import quiet, run  # noqa: E402
from perf.prepare import Bench  # noqa: E402

SECTIONS = ("check", "build", "scale", "transfer", "documents", "standards", "profile")
_MEMORY = Path("/dev/shm")  # noqa: S108


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sections", nargs="*", metavar="SECTION", help=", ".join(SECTIONS))
    parser.add_argument("--entries", type=int, nargs="+", default=[1000, 10_000, 100_000])
    parser.add_argument("--characters", type=int, default=400, help="Chinese characters of an entry's description")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--quick", action="store_true", help="200 and 1,000 entries, one run: to see that it works")
    parser.add_argument(
        "--work", type=Path, default=(_MEMORY if _MEMORY.is_dir() else ROOT / ".cache") / "catalog-bench"
    )
    parser.add_argument("--date", default=datetime.now(UTC).date().isoformat(), help="written into the report")
    parser.add_argument("--out", type=Path, help="the report; perf/RESULTS.md")
    options = parser.parse_args()
    if unknown := set(options.sections) - set(SECTIONS):
        parser.error(f"no section {', '.join(sorted(unknown))}; there are {', '.join(SECTIONS)}")
    if options.quick:
        options.entries, options.runs, options.work = [200, 1000], 1, options.work / "quick"
    options.out = options.out or (options.work if options.quick else ROOT / "perf") / "RESULTS.md"
    measure(options)


def measure(options: argparse.Namespace) -> None:
    from perf import report, sections

    kept = options.work / "results.json"
    results: dict[str, Any] = json.loads(kept.read_text(encoding="utf-8")) if kept.exists() else {}
    sizes = sorted(options.entries)
    main_size = 10_000 if 10_000 in sizes else sizes[-1]
    wanted = options.sections or SECTIONS
    benches = {size: bench(options, size, others=size == main_size) for size in sizes} if _laid_out(wanted) else {}
    for name in wanted:
        sys.stderr.write(f"{name}\n")
        if not options.quick:
            quiet()
        match name:
            case "check":
                found = sections.check(benches[main_size], options.runs)
            case "build":
                found = sections.build(benches[main_size], options.runs)
            case "scale":
                found = sections.scale(list(benches.values()), options.runs)
            case "transfer":
                found = sections.transfer(benches[main_size])
            case "documents":
                found = sections.documents(options.runs, 500 if options.quick else None)
            case "standards":
                found = sections.standards(options.work, options.runs, quick=options.quick)
            case _:
                found = sections.profile(benches[main_size], options.runs)
        results[name] = {"date": options.date, "characters": options.characters, "runs": options.runs, **found}
        results["machine"] = {**machine(), **sections.versions()}
        kept.write_text(json.dumps(results, ensure_ascii=False, indent=1), encoding="utf-8")
        options.out.write_text(report.markdown(results), encoding="utf-8")
    sys.stderr.write(f"{options.out}\n")


def _laid_out(wanted: Sequence[str]) -> bool:
    """Whether any of the sections needs a catalogue of many entries."""
    return bool(set(wanted) - {"documents", "standards"})


def bench(options: argparse.Namespace, entries: int, *, others: bool) -> Bench:
    """What is measured at a size, laid out by another process, so that this one stays small."""
    made = Bench.of(options.work, entries, options.characters)
    made.folder.mkdir(parents=True, exist_ok=True)
    command = (
        sys.executable,
        "-m",
        "perf.prepare",
        options.work,
        entries,
        options.characters,
        *(["others"] if others else []),
    )
    run(tuple(map(str, command)), made.folder)
    return made


def machine() -> dict[str, str]:
    """The machine, in a few words."""
    cpu = next(
        (line.partition(":")[2].strip() for line in _lines("/proc/cpuinfo") if line.startswith("model name")),
        platform.machine(),
    )
    memory = next(
        (int(line.split()[1]) // 1024**2 for line in _lines("/proc/meminfo") if line.startswith("MemTotal")), 0
    )
    return {
        "machine": f"{os.cpu_count()} cores ({cpu}), {memory} GB, {platform.system()} {platform.release().split('-')[0]}"
    }


def _lines(path: str) -> list[str]:
    try:
        return Path(path).read_text(encoding="utf-8").splitlines()
    except OSError:
        return []


if __name__ == "__main__":
    main()
