"""What a large group standard costs: check, Word file, page, PDF, comparison, each as a whole process.

The draft is that of `draft.py`, 440 KB of Markdown; the check's has a thousand clauses. Beside ours stand programs that
do a part of the same work: pandoc alone from Markdown to Word and to HTML, without numbers, checks or styles; git's
comparison by words of the two files, without clauses, moves or a document.

python -m perf.standards [RUNS]
"""

import json
import shutil
import sys
from pathlib import Path
from typing import Any

from generator.drafts.pandoc import READER, pandoc_path
from perf import draft
from perf.measure import Sample, alternate, median, ratio, run

BIN = Path(sys.executable).parent
OF_THOUSAND = 38
"""Chapters of a draft of a thousand clauses."""
LIMITS = {
    "check": 3.0, "check again": 3.0, "1,000 clauses": 3.0, "1,000 clauses again": 3.0, "docx": 3.0, "html": 2.0,
    "redline html": 5.0, "redline docx": 5.0,
}  # fmt: skip
"""Seconds."""
WORDS = "[A-Za-z0-9_.-]+|[^[:space:]]"
PAIRS = (("docx", "pandoc to docx"), ("html", "pandoc to HTML"), ("redline html", "git by words"))


def standards(work: Path, runs: int, chapters: int | None = None) -> dict[str, Any]:
    """The measured figures, as plain data. `chapters`: fewer than a large draft has, to see that it works."""
    root, thousand = work / "standards" / "ours", work / "standards" / "thousand"
    folder = draft.repository(root, chapters or draft.CHAPTERS)
    clauses = _clauses(draft.repository(thousand, chapters or OF_THOUSAND) / "draft.md")
    text, old = folder / "draft.md", root / "old.md"
    old.write_text(draft.markdown(chapters or draft.CHAPTERS), encoding="utf-8")

    def cold(*command: str | Path, at: Path = root) -> Sample:
        shutil.rmtree(at / ".cache", ignore_errors=True)
        return run((BIN / "catalog", *command, "--root", at), at)

    def redline(form: str) -> Sample:
        out = root / f"redline.{form}"
        return cold("standard", "redline", draft.SLUG, "--from", "HEAD", "--format", form, "--out", out)

    def written(form: str) -> Sample:
        return cold("standard", form, draft.SLUG, "--out", root / f"standard.{form}")

    def pandoc(form: str) -> Sample:
        return run((pandoc_path(), "-f", READER, "-t", form, "--mathml", text, "-o", root / f"pandoc.{form}"), root)

    def words() -> Sample:
        command = ("diff", "--no-index", "--word-diff=porcelain", f"--word-diff-regex={WORDS}")
        return run(("sh", "-c", 'LC_ALL=C.UTF-8 git "$@" > diff || test $? = 1', "git", *command, old, text), root)

    found = alternate(
        {
            "check": lambda: cold("validate"),
            "check again": lambda: run((BIN / "catalog", "validate", "--root", root), root),
            "1,000 clauses": lambda: cold("validate", at=thousand),
            "1,000 clauses again": lambda: run((BIN / "catalog", "validate", "--root", thousand), thousand),
            "docx": lambda: written("docx"),
            "pandoc to docx": lambda: pandoc("docx"),
            "html": lambda: written("html"),
            "pandoc to HTML": lambda: pandoc("html"),
            "pdf": lambda: written("pdf"),
            "redline html": lambda: redline("html"),
            "redline docx": lambda: redline("docx"),
            "git by words": words,
        },
        runs,
    )
    middle = {name: median(samples) for name, samples in found.items()}
    return {
        "rows": [(name, one.wall, one.cpu, one.memory) for name, one in middle.items()],
        "limits": [(name, middle[name].wall, limit) for name, limit in LIMITS.items()],
        "ratios": [(ours, other, ratio(found[ours], found[other])) for ours, other in PAIRS],
        "kilobytes": text.stat().st_size / 1000,
        "clauses": clauses,
        "sizes": {form: (root / f"standard.{form}").stat().st_size / 1e6 for form in ("docx", "html", "pdf")},
    }


def _clauses(path: Path) -> int:
    return sum(line.startswith("#") for line in path.read_text(encoding="utf-8").splitlines())


if __name__ == "__main__":
    memory = Path("/dev/shm")  # noqa: S108
    place = (memory if memory.is_dir() else draft.ROOT / ".cache") / "catalog-bench" / "alone"
    print(json.dumps(standards(place, int(sys.argv[1]) if len(sys.argv) > 1 else 1), ensure_ascii=False, indent=1))
