"""Lays out what is measured: the synthetic repository, its schemas, and the same content for other site generators.

    python -m perf.prepare WORK ENTRIES CHARACTERS [others]

What lies there from another time is taken as it is while it is still what would be made now.
Everything heavy is imported by what needs it: whoever only wants to know where things are stays small.
"""

import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

OURS = ("perf/synthetic.py", "perf/prepare.py", "catalog", "generator/model")
OTHERS = ("perf/plain.py", "generator", "site_overrides", "mkdocs.yml")
"""What of this repository the content is made from; for the others, further."""


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
    bench = Bench.of(work, entries, characters)

    def ours() -> None:
        from perf import synthetic

        synthetic.write(bench.ours, entries, characters)
        write_schemas(bench.ours)

    def for_others() -> None:
        from generator.loader import load
        from generator.loader.layout import TOPS
        from generator.site.frames import make_frames
        from generator.source.tree import FolderTree
        from perf.plain import write_hugo, write_mkdocs

        project, _ = load(FolderTree(bench.ours, TOPS), "2026-01-01", jobs=2)
        write_mkdocs(project, bench.folder / "mkdocs")
        frames = make_frames(bench.ours, bench.folder / "frames", site_url="https://example.org/")
        write_hugo(project, frames, bench.folder / "hugo")

    laid_out(bench.folder, ("ours",), OURS, ours)
    if others:
        laid_out(bench.folder, ("mkdocs", "hugo", "frames"), OURS + OTHERS, for_others)
    return bench


def laid_out(folder: Path, parts: tuple[str, ...], made_from: tuple[str, ...], make: Callable[[], None]) -> None:
    """Have `parts` of a folder made, unless they are whole and made from these very files of the repository."""
    stamp = folder / f"{parts[0]}.stamp"
    digest = sha256()
    for file in sorted({file for name in made_from for file in files_of(ROOT / name)}):
        digest.update(f"{file.relative_to(ROOT)}\n".encode() + file.read_bytes())
    if stamp.exists() and stamp.read_text(encoding="utf-8") == digest.hexdigest():
        return
    stamp.unlink(missing_ok=True)
    for part in parts:
        shutil.rmtree(folder / part, ignore_errors=True)
    make()
    stamp.write_text(digest.hexdigest(), encoding="utf-8")


def files_of(path: Path) -> Iterator[Path]:
    """A file, or everything below a folder but compiled code."""
    found = path.rglob("*") if path.is_dir() else (path,)
    return (file for file in found if file.is_file() and "__pycache__" not in file.parts)


def write_schemas(root: Path) -> None:
    """The schemas of the repository at `root`. No entry is read for them."""
    from generator.loader import code_lists
    from generator.loader.layout import TOPS
    from generator.model.schema import schema_files
    from generator.output import write_file
    from generator.source.tree import FolderTree

    for path, content in schema_files(code_lists(FolderTree(root, TOPS))):
        write_file(root / "schemas" / path, content)


if __name__ == "__main__":
    prepare(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), others=sys.argv[4:] == ["others"])
