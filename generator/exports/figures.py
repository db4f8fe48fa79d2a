"""The figures of the standards' drafts, each beside the page that shows it."""

from collections.abc import Iterator

from generator.drafts.model import Draft, Figure, walk
from generator.drafts.svg import is_drawing
from generator.project import Project
from generator.source.tree import Tree


def figure_files(project: Project, tree: Tree) -> Iterator[tuple[str, bytes]]:
    """`standards/<slug>/figures/…` for every figure of a draft. What is not there or no mere drawing is left out."""
    for slug, draft in sorted(project.drafts.items()):
        if draft is None or project.get(f"standards/{slug}") is None:
            continue
        for file in _shown(draft):
            path = f"standards/{slug}/{file}"
            try:
                content = tree.read(path)
            except (OSError, KeyError):
                continue
            if not file.endswith(".svg") or is_drawing(content):
                yield path, content


def _shown(draft: Draft) -> list[str]:
    """The files that the draft shows, each once."""
    figures = (b.file for clause in draft.clauses for b in walk(clause.blocks) if isinstance(b, Figure))
    return sorted(set(figures))
