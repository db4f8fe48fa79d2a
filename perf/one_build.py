"""One full build, one language, with a timeline of its steps as JSON on standard output.

    python perf/one_build.py ROOT [--profile FILE] [--jobs 2]

The command `catalog build` makes both languages; this makes one, to be set beside tools that make one.
"""

import argparse
import cProfile
import json
import os
import sys
import time
from pathlib import Path

BEGAN = time.perf_counter()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("root", type=Path)
    parser.add_argument("--profile", type=Path)
    parser.add_argument("--jobs", type=int, default=min(8, os.cpu_count() or 1))
    options = parser.parse_args()

    from generator.build import build

    steps: dict[str, tuple[float, float]] = {}

    def tell(step: str, done: int, total: int) -> None:
        now = time.perf_counter() - BEGAN
        steps[step] = (steps.get(step, (now, now))[0], now)

    profile = cProfile.Profile()
    if options.profile:
        profile.enable()
    built = build(options.root, options.root / "site", "2026-01-01", langs=("zh",), jobs=options.jobs, tell=tell)
    if options.profile:
        profile.dump_stats(options.profile)
    if built.failed:
        sys.exit(f"{built.checked.diagnostics[:3]} {built.broken[:3]}")
    steps["end"] = (time.perf_counter() - BEGAN,) * 2
    json.dump({"pages": built.pages, "steps": steps}, sys.stdout)


if __name__ == "__main__":
    main()
