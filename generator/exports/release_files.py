"""The files of releases on the site: each where its manifest says, below the folder of its release, byte for byte.

What a browser would run or show as a page is left away: a released file is data, whoever wrote it.
"""

from collections.abc import Iterator

from generator.exports.feed import feeds
from generator.loader.frozen import MANIFEST, SIGNATURE
from generator.loader.released import releases_of
from generator.project import Project
from generator.source.tree import Tree, is_regular

_SERVED = ("csv", "docx", "json", "jsonld", "md", "pdf", "sig", "xlsx", "yaml")

Files = Iterator[tuple[str, bytes]]


def release_files(project: Project, tree: Tree) -> Files:
    """Path below the site's root and content of every file, and the feeds."""
    found = releases_of(tree)
    paths = frozenset(tree.paths())
    for one in found:
        named = (MANIFEST, SIGNATURE, *(file.path for file in one.manifest.files))
        for path in (f"{one.folder}/{name}" for name in sorted(named)):
            if path in paths and is_regular(tree.mode(path)) and path.rpartition(".")[2] in _SERVED:
                yield path, tree.read(path)
    yield from feeds(project, found)
