"""The project: every entry of a repository, its links in both directions, its settings and look-ups.

Everything after loading is a function of a project. Entries keep their plain data; the typed model
is made when it is first asked for, so that a check that needs links only does not pay for it.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping
from functools import cached_property
from typing import Any, TypeVar, cast

from generator.drafts.lock import Lock
from generator.drafts.model import Draft
from generator.graph import Graph, Link
from generator.model.entry import EntryModel
from generator.model.registry import KINDS
from generator.model.settings import RuleSetting, State
from generator.model.terms import Vocabulary, VocabularyTerm
from generator.project.parts import DRAFT as DRAFT
from generator.project.parts import Edition as Edition
from generator.project.parts import Entry as Entry
from generator.project.parts import Settings as Settings
from generator.project.parts import StandardComment as StandardComment

M = TypeVar("M", bound=EntryModel)
P = TypeVar("P", int, str, tuple[str, ...])
R = TypeVar("R")


class Project:
    """All entries that have the shape of their kind.

    `drafts`, `locks`, `editions`, `comments` and `documents` (the names of the files in its folder of that name) are
    by the standard's bare id; a draft that has errors is there as None.
    `flawed`: entries that do not have the shape of their kind; they have links but no model.
    `known` also holds the ids of entries that do not, so that links to them are not called dangling.
    `today` is an ISO date: the day that rules about the passing of time look at.
    """

    def __init__(
        self,
        entries: Mapping[str, Entry],
        settings: Settings,
        *,
        known: frozenset[str] = frozenset(),
        drafts: Mapping[str, Draft | None] | None = None,
        locks: Mapping[str, Lock] | None = None,
        editions: Mapping[str, tuple[Edition, ...]] | None = None,
        comments: Mapping[str, tuple[StandardComment, ...]] | None = None,
        documents: Mapping[str, tuple[str, ...]] | None = None,
        flawed: tuple[Entry, ...] = (),
        today: str = "1970-01-01",
    ) -> None:
        self.entries = entries
        self.settings = settings
        self.known = known | frozenset(entries)
        self.drafts: Mapping[str, Draft | None] = drafts or {}
        self.locks: Mapping[str, Lock] = locks or {}
        self.editions: Mapping[str, tuple[Edition, ...]] = editions or {}
        self.comments: Mapping[str, tuple[StandardComment, ...]] = comments or {}
        self.documents: Mapping[str, tuple[str, ...]] = documents or {}
        self.flawed = flawed
        self.today = today
        self._kept: dict[Hashable, Any] = {}

    def with_entries(self, entries: Mapping[str, Entry]) -> "Project":
        """The same project with other entries."""
        return Project(
            entries,
            self.settings,
            known=self.known,
            drafts=self.drafts,
            locks=self.locks,
            editions=self.editions,
            comments=self.comments,
            documents=self.documents,
            today=self.today,
        )

    def __contains__(self, full_id: str) -> bool:
        return full_id in self.known

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries.values())

    def __len__(self) -> int:
        return len(self.entries)

    def get(self, full_id: str) -> Entry | None:
        return self.entries.get(full_id)

    def find(self, kind: str, slug: str, model: type[M]) -> M | None:
        """The typed model of an entry, or None where there is none."""
        entry = self.entries.get(f"{kind}/{slug}")
        return entry.as_a(model) if entry else None

    def of_kind(self, folder: str) -> tuple[Entry, ...]:
        return self._by_kind.get(folder, ())

    def resolve(self, name: str) -> Entry | None:
        """The entry of a full id, or of a bare id where only one kind has it."""
        if "/" in name:
            kind, _, slug = name.strip("/").partition("/")
            folder = next((k.folder for k in KINDS.values() if kind in (k.folder, k.singular)), kind)
            return self.entries.get(f"{folder}/{slug}")
        found = [e for k in KINDS if (e := self.entries.get(f"{k}/{name}"))]
        return found[0] if len(found) == 1 else None

    def backlinks(self, full_id: str) -> tuple[Link, ...]:
        """The links that point to an entry, by relation and source."""
        return self.graph.backlinks(full_id)

    def edition(self, slug: str, year: str) -> Edition | None:
        """A published text of a standard; None where there is none that can be read."""
        return next((one for one in self.editions.get(slug, ()) if one.year == year), None)

    def at_path(self, path: str) -> Entry | None:
        """The entry of a file."""
        return self._by_path.get(path)

    def rule_setting(self, name: str) -> RuleSetting | None:
        """What rules.yaml says about a rule."""
        return self._rule_settings.get(name)

    def parameter(self, rule: str, name: str, default: P) -> P:
        """A rule's parameter from rules.yaml, of the default's type, or the default."""
        setting = self.rule_setting(rule)
        value: Any = setting.parameters.get(name) if setting else None
        if value is None:
            return default
        wanted: Any = type(default)
        # One word where several may stand is a list of one, not of its letters.
        made = (value,) if wanted is tuple and isinstance(value, str) else wanted(value)
        return cast(P, made)

    def kept(self, key: Hashable, make: Callable[[], R]) -> R:
        """What `make` gives, made once for a key: what is worked out from a project is the same as long as it lives."""
        if key not in self._kept:
            self._kept[key] = make()
        return cast(R, self._kept[key])

    def term(self, vocabulary: str, term: str) -> VocabularyTerm | None:
        return self.vocabularies.get(vocabulary, {}).get(term)

    def term_order(self, vocabulary: str) -> Mapping[str, int]:
        """The place of each term in its code list."""
        return self._orders.get(vocabulary, {})

    def state(self, entry: Entry) -> State | None:
        """The state an entry is in."""
        lifecycle = self.settings.lifecycles.get(entry.kind.lifecycle or "")
        if not lifecycle:
            return None
        status = entry.status or lifecycle.states[0].id
        return next((state for state in lifecycle.states if state.id == status), None)

    def settled(self, entry: Entry) -> bool:
        """Whether an entry is approved or in force; kinds without a lifecycle always are."""
        state = self.state(entry)
        return state is None or state.settled

    def within(self, vocabulary: str, term: str, ancestors: tuple[str, ...]) -> bool:
        """Whether a term is one of `ancestors` or stands below one of them."""
        seen = set()
        here: str | None = term
        while here and here not in seen:
            if here in ancestors:
                return True
            seen.add(here)
            found = self.term(vocabulary, here)
            here = found.parent if found else None
        return False

    def is_leaf(self, vocabulary: str, term: str) -> bool:
        return term not in self._parents.get(vocabulary, frozenset())

    @cached_property
    def graph(self) -> Graph:
        return Graph({entry.id: entry.links for entry in self})

    @cached_property
    def vocabularies(self) -> Mapping[str, Mapping[str, VocabularyTerm]]:
        return {
            entry.slug: {term.id: term for term in entry.as_a(Vocabulary).terms}
            for entry in self.of_kind("vocabularies")
        }

    @cached_property
    def _orders(self) -> Mapping[str, Mapping[str, int]]:
        return {name: {term: place for place, term in enumerate(terms)} for name, terms in self.vocabularies.items()}

    @cached_property
    def _parents(self) -> Mapping[str, frozenset[str]]:
        return {
            name: frozenset(term.parent for term in terms.values() if term.parent)
            for name, terms in self.vocabularies.items()
        }

    @cached_property
    def _rule_settings(self) -> Mapping[str, RuleSetting]:
        return {setting.rule: setting for setting in self.settings.rules.rules}

    @cached_property
    def _by_path(self) -> Mapping[str, Entry]:
        return {entry.path: entry for entry in self}

    @cached_property
    def _by_kind(self) -> Mapping[str, tuple[Entry, ...]]:
        found: dict[str, list[Entry]] = defaultdict(list)
        for entry in self:
            found[entry.kind.folder].append(entry)
        return {folder: tuple(entries) for folder, entries in found.items()}
