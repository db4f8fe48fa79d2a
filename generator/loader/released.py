"""The releases of a repository: reading their manifests, and holding every file against them.

A release's folder is immutable. Whoever checks the repository checks each file's hash, that none is missing
and none was added, and that the manifests name one another's hashes.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from generator.loader import release_codes as codes
from generator.loader.frozen import MANIFEST, Codes, Damaged, Problem, against, at
from generator.loader.manifest import ASSESSMENTS, ROWS, Manifest, read_manifest
from generator.source.reader import read_data
from generator.source.tree import Tree, bytes_of

TOP = "releases"
SIGNERS = "releases/allowed_signers"
_CODES = Codes(codes.RELEASE_CHANGED, codes.RELEASE_FILE_MISSING, codes.RELEASE_FILE_EXTRA)


@dataclass(frozen=True, slots=True)
class Released:
    """A release as it stands in a tree. `digest`: the SHA-256 of its manifest. `amended_by`: newer ones that correct it."""

    name: str
    manifest: Manifest
    digest: str
    amended_by: tuple[str, ...] = ()

    @property
    def folder(self) -> str:
        return f"{TOP}/{self.name}"


def releases_of(tree: Tree) -> tuple[Released, ...]:
    """Every release whose manifest can be trusted, by day and name. Their files are not looked at."""
    found = []
    for name in sorted(_folders(tree)):
        try:
            found.append(_read(tree, name))
        except Damaged:
            continue
    amended: dict[str, list[str]] = {}
    for release in found:
        if release.manifest.amends:
            amended.setdefault(release.manifest.amends.release, []).append(release.name)
    found.sort(key=lambda release: (release.manifest.on, release.name))
    return tuple(Released(r.name, r.manifest, r.digest, tuple(sorted(amended.get(r.name, ())))) for r in found)


def check_releases(tree: Tree) -> Iterator[Problem]:
    """What is wrong with the releases of a tree: every file against its manifest, the manifests against each other."""
    folders = _folders(tree)
    sound: dict[str, Released] = {}
    digests: dict[str, str] = {}
    for name, paths in sorted(folders.items()):
        manifest_path = f"{TOP}/{name}/{MANIFEST}"
        try:
            release = _read(tree, name)
        except Damaged as damaged:
            values: dict[str, object] = {"release": name, "reason": str(damaged)}
            where = manifest_path if manifest_path in paths else min(paths)
            yield codes.DAMAGED_MANIFEST, at(where, values)
            continue
        sound[name], digests[name] = release, release.digest
        yield from check_files(tree, release, paths)
    for release in sound.values():
        yield from _chain(release, digests)


def check_files(tree: Tree, release: Released, paths: frozenset[str]) -> Iterator[Problem]:
    """Every file below a release's folder against its manifest, and its day against the notices frozen with it."""
    values: dict[str, object] = {"release": release.name}
    yield from against(tree, release.folder, release.manifest.files, paths, _CODES, values)
    yield from _notices(tree, release)
    yield from _totals(tree, release)


def check_chain(tree: Tree, release: Released) -> Iterator[Problem]:
    """The manifests that a release names, against those of the tree."""
    yield from _chain(release, {one.name: one.digest for one in releases_of(tree)})


def files_below(tree: Tree, name: str) -> frozenset[str]:
    """Every path below a release's folder."""
    return _folders(tree).get(name, frozenset())


def read_release(tree: Tree, name: str) -> Released:
    """One release. Raises Damaged where its manifest is missing or cannot be trusted."""
    return _read(tree, name)


def _read(tree: Tree, name: str) -> Released:
    path = f"{TOP}/{name}/{MANIFEST}"
    content = bytes_of(tree, path)
    if not content:
        raise Damaged(f"there is no {MANIFEST}")
    manifest = read_manifest(content)
    if manifest.release != name:
        raise Damaged(f"it is the one of {manifest.release}")
    return Released(name, manifest, sha256(content).hexdigest())


def _notices(tree: Tree, release: Released) -> Iterator[Problem]:
    on = release.manifest.on
    for notice in sorted({line.notice for line in release.manifest.listed if line.notice}):
        path = f"{release.folder}/catalog/notices/{notice}.yaml"
        data, _ = read_data(path, bytes_of(tree, path))
        end = str((data or {}).get("end", ""))
        if not end < on:
            values: dict[str, object] = {"release": release.name, "on": on, "notice": notice, "end": end or "?"}
            yield codes.RELEASE_IN_NOTICE, at(f"{release.folder}/{MANIFEST}", values)


def _totals(tree: Tree, release: Released) -> Iterator[Problem]:
    """The manifest's counts and listings against the frozen lists, where both can be read."""
    folder, manifest = release.folder, release.manifest
    try:
        rows = [str(row["listing"]) for row in json.loads(bytes_of(tree, f"{folder}/{ROWS}"))["rows"]]
        judged = json.loads(bytes_of(tree, f"{folder}/{ASSESSMENTS}"))["assessments"]
        out = [str(one["listing"]) for one in judged if one["listed"] is not True]
    except (ValueError, KeyError, TypeError, RecursionError):
        return  # a changed or missing file: its hash says so
    listed = [f"listings/{line.listing}" for line in manifest.listed]
    if sorted(rows) != sorted(listed) or len(out) != manifest.excluded or set(out) & set(rows):
        values: dict[str, object] = {"release": release.name, "listed": len(listed), "excluded": manifest.excluded}
        values |= {"rows": len(rows), "left_out": len(out)}
        yield codes.TOTALS_DIFFER, at(f"{folder}/{MANIFEST}", values)


def _chain(release: Released, digests: dict[str, str]) -> Iterator[Problem]:
    befores = {before for before in (release.manifest.previous, release.manifest.amends) if before is not None}
    wrong = {before.release for before in befores if digests.get(before.release) != before.manifest_sha256}
    for before in sorted(wrong):
        values: dict[str, object] = {"release": release.name, "before": before}
        yield codes.BROKEN_CHAIN, at(f"{release.folder}/{MANIFEST}", values)


def _folders(tree: Tree) -> dict[str, frozenset[str]]:
    """The paths below each folder of releases/."""
    found: dict[str, set[str]] = {}
    for path in tree.paths():
        match path.split("/", 2):
            case [top, name, _] if top == TOP:
                found.setdefault(name, set()).add(path)
    return {name: frozenset(paths) for name, paths in found.items()}
