"""One full build, one language: what is set beside tools that make one (`catalog build` makes both).

    python perf/one_build.py ROOT [--steps FILE] [--profile FILE] [--jobs 2]

--steps writes where the time went, step by step, as JSON; --profile, for --jobs 1, function by function.
"""

import argparse
import cProfile
import gc
import os
import sys
from pathlib import Path


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("root", type=Path)
    parser.add_argument("--steps", type=Path)
    parser.add_argument("--profile", type=Path)
    parser.add_argument("--jobs", type=int, default=min(8, os.cpu_count() or 1))
    options = parser.parse_args()

    from generator.build import build

    if options.steps:
        sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
        from perf import steps

        steps.watch(options.steps)
    profile = cProfile.Profile()
    if options.profile:
        profile.enable()
    gc.disable()  # as the installed command does
    built = build(options.root, options.root / "site", "2026-01-01", langs=("zh",), jobs=options.jobs)
    if options.profile:
        profile.dump_stats(options.profile)
    if built.failed:
        sys.exit(f"{built.checked.diagnostics[:3]} {built.broken[:3]}")
    # Out as the installed command goes out: without taking apart what is in memory.
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
