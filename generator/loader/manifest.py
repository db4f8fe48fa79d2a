"""The manifest of a release: what was frozen, from which commit, by which tool, and the hash of every file.

A manifest is a JSON file in exactly the form that `manifest_bytes` gives it, so that one that was touched by hand, or
made to harm, is refused whole and never half believed.
"""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from generator.loader.frozen import MOST, FrozenFile, Part, Sha, Tool, check_form, json_bytes, read_json
from generator.model.fields import DATE_PATTERN, FULL_ID_PATTERN, ID_PATTERN

ROWS = "data/rows.json"
ASSESSMENTS = "data/assessments.json"

ReleaseId = Annotated[str, Field(pattern=ID_PATTERN, max_length=63)]
ObjectId = Annotated[str, Field(pattern=r"^[0-9a-f]{40}([0-9a-f]{24})?$")]
Day = Annotated[str, Field(pattern=DATE_PATTERN)]
Slug = Annotated[str, Field(pattern=ID_PATTERN, max_length=63)]
MOST_SAID = 2000
Said = Annotated[str, Field(min_length=1, max_length=MOST_SAID)]


class ListedLine(Part):
    """A listing that qualified, with its product, the notice it stood in, and the fingerprint of what is published."""

    listing: Slug
    product: Slug
    notice: Slug | None
    fingerprint: Sha


class Before(Part):
    """The release that came before in the same voucher programme. Its manifest cannot change unnoticed."""

    release: ReleaseId
    manifest_sha256: Sha


class Amends(Before):
    """The release that this one corrects, why, and on what evidence."""

    reason: Said
    evidence: Said


class LockFile(Part):
    path: Literal["requirements.lock"]
    sha256: Sha


class Trees(Part):
    """Git's ids of the folders that the release was made from; None for a folder that is not there."""

    catalog: ObjectId
    standards: ObjectId | None


class Manifest(Part):
    """The whole manifest, its keys in the order in which they stand in the file."""

    manifest: Literal[1]
    release: ReleaseId
    voucher: Annotated[str, Field(pattern=FULL_ID_PATTERN)]
    example: bool
    on: Day
    previous: Before | None
    amends: Amends | None
    commit: ObjectId
    trees: Trees
    tool: Tool
    lock: LockFile | None
    listed: tuple[ListedLine, ...]
    excluded: Annotated[int, Field(ge=0, le=MOST)]
    files: tuple[FrozenFile, ...]

    @property
    def by_path(self) -> Mapping[str, FrozenFile]:
        return {file.path: file for file in self.files}


def manifest_bytes(manifest: Manifest) -> bytes:
    """The file: one listing and one file a line, so that two manifests can be compared line by line."""
    return json_bytes(manifest, ("listed", "files"))


def read_manifest(content: bytes) -> Manifest:
    """The manifest in a file's bytes. Raises Damaged; never anything else, whatever the bytes are."""
    manifest = read_json(content, Manifest)
    check_form(manifest.files, manifest_bytes(manifest), content)
    return manifest
