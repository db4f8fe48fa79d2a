"""Which file is what: the layout of a repository, and the files that have no place in it."""

import re
from dataclasses import dataclass

from generator.diagnostics import Code, Finding
from generator.model.fields import ID_PATTERN
from generator.model.registry import KINDS, SETTINGS, Kind
from generator.source import codes
from generator.source.tree import Tree, is_regular

TOPS = ("catalog", "standards", "releases")
"""The top folders that hold data."""

_ID = re.compile(ID_PATTERN)
_NOT_ON_WINDOWS = re.compile(r"^(?:con|prn|aux|nul|(?:com|lpt)[0-9¹²³])(?: *\.|$)|[<>:\"|?*\\]|[. ]$", re.IGNORECASE)
_MEDIA = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\.(svg|png)")
_STANDARD_FILES = re.compile(r"provisions\.lock\.yaml|(published|figures|documents)/.+")
_EDITION = re.compile(r"[0-9]{4}")
_BESIDE_RELEASES = (".gitattributes", "README.md", "allowed_signers")


@dataclass(frozen=True, slots=True)
class Place:
    """A file with a place: an entry of a kind, a settings file, a standard's draft, or a comment on it.

    `edition`: the year of a published text, "" for the draft that is worked on. `comment`: round and name.
    `document`: the name of a file that a stage of the standard asks for.
    """

    path: str
    kind: Kind | None = None
    slug: str = ""
    setting: str = ""
    draft: bool = False
    edition: str = ""
    comment: str = ""
    document: str = ""

    @property
    def full_id(self) -> str:
        return f"{self.kind.folder}/{self.slug}" if self.kind else ""


def places_of(tree: Tree) -> tuple[list[Place], list[tuple[Code, Finding]]]:
    """Every file with a place, sorted by path, and the problems of those that may not be there."""
    places: list[Place] = []
    problems: list[tuple[Code, Finding]] = []
    for path in tree.paths():
        parts = path.split("/")
        if parts[0] not in TOPS:
            continue
        if not is_regular(tree.mode(path)):
            problems.append((codes.SYMLINK_OR_SPECIAL_FILE, Finding(path)))
            continue
        if part := next((part for part in parts if not_on_windows(part)), ""):
            problems.append((codes.RESERVED_FILE_NAME, Finding(path, values={"part": part})))
            continue
        place, code = _place(path, parts)
        if place:
            places.append(place)
        elif code:
            problems.append((code, Finding(path, values={"name": parts[-1]})))
    return places, problems


def place_of(path: str) -> Place | None:
    """The place of one file, or None where it has none."""
    return _place(path, path.split("/"))[0]


def _place(path: str, parts: list[str]) -> tuple[Place | None, Code | None]:
    match parts:
        case [_, ".gitkeep"] | [_, _, ".gitkeep"]:
            return None, None
        case ["releases", name]:
            return None, None if name in _BESIDE_RELEASES else codes.UNEXPECTED_FILE
        case ["releases", name, *_]:
            return None, None if _is_id(name) else codes.BAD_FILE_NAME  # the rest is its manifest's: released.py
        case ["standards", slug, "standard.yaml"]:
            return (Place(path, KINDS["standards"], slug), None) if _is_id(slug) else (None, codes.BAD_FILE_NAME)
        case ["standards", slug, "draft.md"]:
            return (Place(path, slug=slug, draft=True), None) if _is_id(slug) else (None, codes.BAD_FILE_NAME)
        case ["standards", slug, "published", year, "draft.md"] if _is_id(slug) and _EDITION.fullmatch(year):
            return Place(path, slug=slug, draft=True, edition=year), None
        case ["standards", slug, "comments", turn, name] if name.endswith(".yaml"):
            if not (_is_id(slug) and _is_id(turn) and _is_id(name[:-5])):
                return None, codes.BAD_FILE_NAME
            return Place(path, slug=slug, comment=f"{turn}/{name[:-5]}"), None
        case ["standards", slug, "documents", name] if _is_id(slug):
            return Place(path, slug=slug, document=name), None
        case ["standards", slug, "documents", year, name] if _is_id(slug) and _EDITION.fullmatch(year):
            return Place(path, slug=slug, document=f"{year}/{name}"), None
        case ["standards", _, *rest] if rest:
            return None, None if _STANDARD_FILES.fullmatch("/".join(rest)) else codes.UNEXPECTED_FILE
        case ["catalog", name] if name.endswith(".yaml") and name[:-5] in SETTINGS:
            return Place(path, setting=name[:-5]), None
        case ["catalog", "media", name]:
            return None, None if _MEDIA.fullmatch(name) else codes.UNEXPECTED_FILE
        case ["catalog", folder, name] if folder in KINDS and folder != "standards":
            slug = name.removesuffix(".yaml")
            if name == slug:
                return None, codes.UNEXPECTED_FILE
            return (Place(path, KINDS[folder], slug), None) if _is_id(slug) else (None, codes.BAD_FILE_NAME)
    return None, codes.UNEXPECTED_FILE


def not_on_windows(name: str) -> bool:
    """Whether Windows refuses a file or folder of this name."""
    return _NOT_ON_WINDOWS.search(name) is not None


def _is_id(slug: str) -> bool:
    return len(slug) <= 63 and _ID.fullmatch(slug) is not None
