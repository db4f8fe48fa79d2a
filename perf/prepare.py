"""Lays out what is measured: the synthetic repository, its schemas, and the same content for other site generators.

    python -m perf.prepare WORK ENTRIES CHARACTERS [others]

Everything heavy is imported by what needs it: whoever only wants to know where things are stays small.
"""

import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Bench:
    """A folder with `ours/` (a repository), `mkdocs/` and `hugo/`."""

    folder: Path
    entries: int

    @classmethod
    def of(cls, work: Path, entries: int, characters: int) -> "Bench":
        return cls(work / f"{entries}-{characters}", entries)

    @property
    def ours(self) -> Path:
        return self.folder / "ours"


def prepare(work: Path, entries: int, characters: int, *, others: bool) -> Bench:
    """Make, or take as it is, what is measured at `entries` entries."""
    from generator.build import generate
    from generator.loader import load
    from generator.loader.layout import TOPS
    from generator.site.frames import make_frames
    from generator.source.tree import FolderTree
    from perf import synthetic
    from perf.plain import write_hugo, write_mkdocs

    bench = Bench.of(work, entries, characters)
    if not bench.ours.is_dir():
        synthetic.write(bench.ours, entries, characters)
        generate(bench.ours)
    if others and not (bench.folder / "hugo").is_dir():
        project, _ = load(FolderTree(bench.ours, TOPS), "2026-01-01", jobs=2)
        write_mkdocs(project, bench.folder / "mkdocs")
        frames = make_frames(bench.ours, bench.folder / "frames", site_url="https://example.org/")
        write_hugo(project, frames, bench.folder / "hugo")
    return bench


if __name__ == "__main__":
    prepare(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), others=sys.argv[4:] == ["others"])
