"""The published editions of standards: their manifests, and holding every file against them.

An edition is the folder `standards/<slug>/published/<year>/`. It is immutable, like a release: each file's hash is
checked, that none is missing and none was added. `touched` compares with a revision before, because a manifest that
was changed together with its files looks sound by itself.
"""

import re
from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from generator.loader import edition_codes as codes
from generator.loader.frozen import (
    MANIFEST,
    SIGNATURE,
    Codes,
    Damaged,
    FrozenFile,
    Part,
    Problem,
    Tool,
    against,
    at,
    check_form,
    json_bytes,
    read_json,
)
from generator.loader.manifest import Day, Slug
from generator.source.tree import Tree, bytes_of, is_regular
from generator.texts import Text

_FROZEN = re.compile(r"(standards/([^/]+)/published/([^/]+)|releases/[^/]+)/.+")
_CODES = Codes(codes.EDITION_CHANGED, codes.EDITION_FILE_MISSING, codes.EDITION_FILE_EXTRA)


class EditionManifest(Part):
    """The whole manifest, its keys in the order in which they stand in the file."""

    manifest: Literal[1]
    standard: Slug
    edition: Annotated[str, Field(pattern=r"^[0-9]{4}$")]
    number: Annotated[str, Field(max_length=60)]
    example: bool
    published_on: Day | None
    effective_on: Day | None
    tool: Tool
    files: tuple[FrozenFile, ...]


def manifest_bytes(manifest: EditionManifest) -> bytes:
    """The file: one file of the edition a line."""
    return json_bytes(manifest, ("files",))


def folder_of(slug: str, year: str) -> str:
    return f"standards/{slug}/published/{year}"


def read_edition(tree: Tree, slug: str, year: str) -> EditionManifest:
    """The manifest of an edition. Raises Damaged where it is missing or cannot be trusted."""
    content = bytes_of(tree, f"{folder_of(slug, year)}/{MANIFEST}")
    if not content:
        raise Damaged(f"there is no {MANIFEST}")
    manifest = read_json(content, EditionManifest)
    check_form(manifest.files, manifest_bytes(manifest), content)
    if (manifest.standard, manifest.edition) != (slug, year):
        raise Damaged(f"it is the one of {manifest.standard}, {manifest.edition}")
    return manifest


def check_editions(tree: Tree) -> Iterator[Problem]:
    """What is wrong with the published editions of a tree: every file against its manifest."""
    for folder, paths in sorted(_folders(tree).items()):
        match = _FROZEN.fullmatch(min(paths))
        if match is None or not match[2]:
            continue
        slug, year = match[2], match[3]
        values: dict[str, object] = {"folder": folder}
        try:
            manifest = read_edition(tree, slug, year)
        except Damaged as damaged:
            where = f"{folder}/{MANIFEST}"
            reason = {"reason": str(damaged), "slug": slug, "year": year}
            yield codes.DAMAGED_EDITION, at(where if where in paths else min(paths), values | reason)
            continue
        yield from against(tree, folder, manifest.files, paths, _CODES, values)


def touched(before: Tree, now: Tree, revision: str) -> Iterator[Problem]:
    """What a change does to anything that was frozen before it: files changed, removed, or added to a folder.

    A new folder is none: that is how an edition or a release comes about. So is a signature that comes later.
    """
    old, new = _folders(before), _folders(now)
    for folder, paths in sorted(old.items()):
        values: dict[str, object] = {"folder": folder, "revision": revision}
        for path in sorted(paths | new.get(folder, frozenset())):
            if path not in paths:
                if not path.endswith(f"/{SIGNATURE}"):
                    yield codes.FROZEN_TOUCHED, at(path, values | {"what": _ADDED})
            elif path not in new.get(folder, ()):
                yield codes.FROZEN_TOUCHED, at(path, values | {"what": _REMOVED})
            elif not is_regular(now.mode(path)) or bytes_of(before, path) != bytes_of(now, path):
                yield codes.FROZEN_TOUCHED, at(path, values | {"what": _CHANGED})


_ADDED = Text("是后来添加的", "was added")
_REMOVED = Text("被删除", "was removed")
_CHANGED = Text("被改动", "was changed")


def _folders(tree: Tree) -> dict[str, frozenset[str]]:
    """The paths below each frozen folder."""
    found: dict[str, set[str]] = {}
    for path in tree.paths():
        if match := _FROZEN.fullmatch(path):
            found.setdefault(match[1], set()).add(path)
    return {folder: frozenset(paths) for folder, paths in found.items()}
