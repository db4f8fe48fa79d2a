"""What a project holds: its entries, the settings at the top of catalog/, published editions and comments of standards."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar, cast

from generator.diagnostics import Finding
from generator.drafts.lock import Lock
from generator.drafts.model import Draft
from generator.graph import Link
from generator.model.comment import Comment
from generator.model.entry import EntryModel
from generator.model.registry import Kind
from generator.model.settings import Lifecycle, Programme, Redirects, Roles, RuleSettings
from generator.model.standard import Standard
from generator.source.packing import unpack
from generator.texts import Text

DRAFT = "draft"
"""What a standard's draft is called wherever an edition is named, which is else by its year."""

M = TypeVar("M", bound=EntryModel)


class Entry:
    """One entry. `id` is the full id; `data` is plain data as read; `model` the typed one.

    Both are made when they are first asked for: a check that needs names and links only pays for no more.
    """

    __slots__ = ("_data", "_model", "_packed", "digest", "id", "kind", "links", "name", "path", "slug")

    def __init__(
        self, kind: Kind, slug: str, path: str, name: Text, packed: bytes, links: tuple[Link, ...], digest: bytes
    ) -> None:
        self.kind, self.slug, self.path, self.name, self.links, self.digest = kind, slug, path, name, links, digest
        self.id = f"{kind.folder}/{slug}"
        self._packed = packed
        self._data: dict[str, Any] | None = None
        self._model: EntryModel | None = None

    @property
    def data(self) -> dict[str, Any]:
        if self._data is None:
            self._data = cast(dict[str, Any], unpack(self._packed))
        return self._data

    def may_hold(self, key: str) -> bool:
        """False where the data has no such key anywhere; quick, because nothing is unpacked."""
        return key.encode() in self._packed

    @property
    def model(self) -> EntryModel:
        if self._model is None:
            self._model = self.kind.model.model_validate(self.data)
        return self._model

    def as_a(self, model: type[M]) -> M:
        """The model, typed. Only for the kind's own model."""
        return cast(M, self.model)

    @property
    def summary(self) -> Text:
        summary = self.data.get("summary") or {"zh": ""}
        return Text(summary["zh"], summary.get("en", ""))

    @property
    def example(self) -> bool:
        return self.data.get("example") is True

    @property
    def status(self) -> str | None:
        """The state that its file names, if any; `Project.state` gives the one it is in."""
        status: str | None = self.data.get("status")
        return status

    def at(self, *pointer: str | int, on_key: bool = False, **values: object) -> Finding:
        """A finding at a place in this entry's file."""
        return Finding(self.path, pointer, values, on_key=on_key)

    def __repr__(self) -> str:
        return f"Entry({self.id})"


@dataclass(frozen=True, slots=True)
class Settings:
    """The files at the top of catalog/."""

    programme: Programme
    lifecycles: Mapping[str, Lifecycle] = field(default_factory=dict)
    rules: RuleSettings = field(default_factory=RuleSettings)
    roles: Roles = field(default_factory=Roles)
    redirects: Redirects = field(default_factory=Redirects)


@dataclass(frozen=True, slots=True)
class Edition:
    """A published text of a standard; `year` is its folder's name. `standard` is standard.yaml as it was then."""

    slug: str
    year: str
    draft: Draft
    lock: Lock | None
    standard: Standard | None


@dataclass(frozen=True, slots=True)
class StandardComment:
    """A comment on a standard. `turn` is the round, the folder that its file stands in; `name` the file's own."""

    slug: str
    turn: str
    name: str
    path: str
    comment: Comment

    @property
    def id(self) -> str:
        return f"{self.turn}/{self.name}"
