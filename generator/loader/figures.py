"""Whether the figures of a draft and the files in its folder agree."""

from collections.abc import Collection, Iterator

from generator.diagnostics import Code, Finding, nearest
from generator.drafts import codes
from generator.drafts.model import Draft, Figure, walk


def figure_problems(path: str, draft: Draft, paths: Collection[str]) -> Iterator[tuple[Code, Finding]]:
    """Figures without a file, at their line; files without a figure. `path`: of draft.md; `paths`: all of the repository.

    What is in a file is looked at elsewhere (source/pictures.py).
    """
    folder = path.removesuffix("draft.md")
    begins = f"{folder}figures/"
    files = sorted(name.removeprefix(folder) for name in paths if name.startswith(begins))
    shown: dict[str, int] = {}
    for clause in draft.clauses:
        for block in walk(clause.blocks):
            if isinstance(block, Figure):
                shown.setdefault(block.file, block.line or clause.line)
    for file, line in shown.items():
        if file not in files:
            values = {"path": folder + file, "hint": nearest(file, [name for name in files if name not in shown])}
            yield codes.MISSING_FIGURE, Finding(path, values=values, position=(line or 1, 1), word=file)
    for file in files:
        if file not in shown and not file.endswith("/.gitkeep"):
            yield codes.UNUSED_FIGURE, Finding(folder + file, values={"file": file})
