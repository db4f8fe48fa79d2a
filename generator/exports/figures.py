"""The figures of the standards' drafts, each beside the page that shows it."""

from collections.abc import Iterator

from generator.drafts.model import Draft
from generator.drafts.svg import is_picture
from generator.project import Project
from generator.source.tree import Tree


def figure_files(project: Project, tree: Tree) -> Iterator[tuple[str, bytes]]:
    """`standards/<slug>/figures/…` for every figure of a draft, below the year for those of an edition. What is not there or no mere drawing is left out."""
    for entry in sorted(project.of_kind("standards"), key=lambda entry: entry.slug):
        if draft := project.drafts.get(entry.slug):
            yield from _of(draft, tree, f"{entry.id}/", f"{entry.id}/")
        for one in project.editions.get(entry.slug, ()):
            yield from _of(one.draft, tree, f"{entry.id}/published/{one.year}/", f"{entry.id}/{one.year}/")


def _of(draft: Draft, tree: Tree, source: str, target: str) -> Iterator[tuple[str, bytes]]:
    for file in sorted({figure.file for figure in draft.figures}):
        try:
            content = tree.read(source + file)
        except (OSError, KeyError):
            continue
        if is_picture(file, content):
            yield target + file, content
