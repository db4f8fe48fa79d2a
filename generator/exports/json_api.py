"""The static JSON API below `api/v1/`: an index, a list for each kind, a file for each entry, the graph.

`Api` holds what all files share, so that a process which writes many entries makes it once. Nothing but
a listing's eligibility states the day: whether something has expired is for the reader, who knows the day, to say.
A solution's computed price changes on the day on which a product's price begins or ends.
"""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from typing import Any

from generator.exports import api_types as api
from generator.exports import computed
from generator.exports.graphs import graph_json
from generator.exports.json_text import json_bytes, json_lines
from generator.exports.names import Names, text
from generator.exports.plan import common_group, fields_group
from generator.graph import Link
from generator.model.links import Relation, relations_of
from generator.model.registry import KINDS, Kind
from generator.model.settings import State
from generator.project import Entry, Project
from generator.source.tree import Tree

BASE = "api/v1/"
"""Where the API stands below the site's root."""

CSV_BASE = "exports/csv/"


class Api:
    """The published form of a project."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.site_url = project.settings.programme.site_url
        self.url = self.site_url + BASE
        self.names = Names(project)
        cycles = project.settings.lifecycles.values()
        self._states: dict[tuple[str, str], api.State] = {
            (cycle.id, state.id): _state(state) for cycle in cycles for state in cycle.states
        }

    def entries(self, kind: Kind) -> list[Entry]:
        """The entries of a kind, in the order of their ids."""
        return sorted(self.project.of_kind(kind.folder), key=lambda entry: entry.slug)

    def entry_files(self, published: api.Entry, tree: Tree) -> Iterator[tuple[str, bytes]]:
        """The files of one entry: its JSON, its YAML as it stands in `tree`, and the draft of a standard."""
        full_id, source = published["id"], published["source_path"]
        yield f"{BASE}{full_id}.json", json_bytes(published)
        yield f"{BASE}{full_id}.yaml", tree.read(source)
        if published["draft"]:
            yield f"{BASE}{full_id}.md", tree.read(f"{source.rpartition('/')[0]}/draft.md")

    def list_file(self, kind: Kind, entries: Sequence[api.Summary]) -> tuple[str, bytes]:
        """The list of a kind (`api_types.KindList`): its path and content."""
        head: dict[str, Any] = {
            "schema_version": api.SCHEMA_VERSION,
            "kind": kind.folder,
            "name": text(kind.plural),
            "count": len(entries),
            "examples": sum(entry["example"] for entry in entries),
        }
        return f"{BASE}{kind.folder}.json", json_lines(head, entries=entries)

    def shared_files(self) -> Iterator[tuple[str, bytes]]:
        """The index and the graph."""
        yield f"{BASE}index.json", json_bytes(self.index())
        yield f"{BASE}graph.json", graph_json(self.project, self.project.entries)

    def entry(self, entry: Entry) -> api.Entry:
        """Everything about an entry."""
        history, summary = entry.data.get("history"), entry.data.get("summary")
        state = self._state(entry)
        common: dict[str, Any] = common_group().publish(entry.data, self.names)
        return {
            "schema_version": api.SCHEMA_VERSION,
            "id": entry.id,
            "kind": entry.kind.folder,
            "slug": entry.slug,
            "name": self.names.of(entry.id),
            "summary": {"zh": summary["zh"], "en": summary.get("en")} if summary else None,
            "description": common["description"],
            "aliases": common["aliases"],
            "status": state["id"] if state else None,
            "state": state,
            "example": entry.example,
            "updated": history[-1]["date"] if history else None,
            "owner": common["owner"],
            "url": f"{self.site_url}{entry.id}/",
            "api_url": f"{self.url}{entry.id}.json",
            "yaml_url": f"{self.url}{entry.id}.yaml",
            "source_path": entry.path,
            "fields": fields_group(entry.kind.model).publish(entry.data, self.names),
            "draft": self._draft(entry),
            "price": computed.price(self.project, entry, self.names),
            "evidenced": computed.evidenced(self.project, entry),
            "level": computed.level(self.project, entry),
            "eligibility": computed.eligibility(self.project, entry),
            "comments": computed.comments(self.project, entry),
            "links": self._links((link.relation, link.target) for link in entry.links),
            "backlinks": self._backlinks(self.project.backlinks(entry.id)),
            "history": common["history"],
            "waivers": common["waivers"],
            "sources": common["sources"],
        }

    def index(self) -> api.Index:
        """Where everything is, and the words that all files use."""
        programme = self.project.settings.programme
        licence = programme.licence
        return {
            "schema_version": api.SCHEMA_VERSION,
            "name": text(programme.name),
            "summary": text(programme.summary),
            "region": programme.region,
            "licence": {"id": licence.id, "name": text(licence.name), "url": licence.url} if licence else None,
            "url": self.site_url,
            "content_digest": _digest(self.project),
            "count": len(self.project),
            "examples": _examples(self.project),
            "kinds": [self._kind_files(kind) for kind in KINDS.values()],
            "relations": [
                {"name": one.name, "label": text(one.label), "inverse": text(one.inverse), "kinds": list(one.kinds)}
                for one in _relations()
            ],
            "lifecycles": [
                {"id": cycle.id, "name": text(cycle.name), "states": [_state(state) for state in cycle.states]}
                for cycle in self.project.settings.lifecycles.values()
            ],
            "graph_url": f"{self.url}graph.json",
            "openapi_url": f"{self.url}openapi.json",
        }

    def _kind_files(self, kind: Kind) -> api.KindFiles:
        entries = self.project.of_kind(kind.folder)
        return {
            "kind": kind.folder,
            "singular": kind.singular,
            "name": text(kind.title),
            "lifecycle": kind.lifecycle,
            "count": len(entries),
            "examples": _examples(entries),
            "url": f"{self.url}{kind.folder}.json",
            "schema_url": f"{self.url}schemas/{kind.singular}.schema.json",
            "csv_url": f"{self.site_url}{CSV_BASE}{kind.folder}.csv",
        }

    def _state(self, entry: Entry) -> api.State | None:
        """The state that the entry's file states; none is made up for one that is silent."""
        return self._states.get((entry.kind.lifecycle or "", entry.status)) if entry.status else None

    def _links(self, pairs: Iterable[tuple[Relation, str]]) -> list[api.Link]:
        """Each pair of relation and entry once, in the order given."""
        found = dict.fromkeys((relation.name, full_id) for relation, full_id in pairs)
        return [{"relation": name, **self.names.entry(full_id)} for name, full_id in found]

    def _backlinks(self, links: Iterable[Link]) -> list[api.Link]:
        return self._links(sorted(((link.relation, link.source) for link in links), key=lambda p: (p[0].name, p[1])))

    def _draft(self, entry: Entry) -> api.Draft | None:
        draft = self.project.drafts.get(entry.slug) if entry.kind.folder == "standards" else None
        if draft is None:
            return None
        clauses = (c for c in draft.clauses if c.title)
        return {
            "clauses": [
                {"id": c.id, "number": c.number, "level": c.level, "kind": c.kind, "title": c.title} for c in clauses
            ],
            "provisions": [
                {
                    "id": p.id,
                    "kind": p.kind,
                    "aspect": p.aspect,
                    "clause": p.clause,
                    "number": p.number,
                    "text": p.text,
                    "fingerprint": p.fingerprint,
                }
                for p in draft.provisions
            ],
            "markdown_url": f"{self.url}{entry.id}.md",
        }


def summary_of(entry: api.Entry) -> api.Summary:
    """An entry in short."""
    return {
        "id": entry["id"],
        "kind": entry["kind"],
        "slug": entry["slug"],
        "name": entry["name"],
        "summary": entry["summary"],
        "status": entry["status"],
        "example": entry["example"],
        "updated": entry["updated"],
        "url": entry["url"],
        "api_url": entry["api_url"],
    }


def _state(state: State) -> api.State:
    return {
        "id": state.id,
        "name": text(state.name),
        "code": state.code,
        "settled": state.settled,
        "next": list(state.to),
    }


def _examples(entries: Iterable[Entry]) -> int:
    return sum(entry.example for entry in entries)


def _digest(project: Project) -> str:
    """A fingerprint of all entries' files, in hexadecimal: what the data is, not when it was published."""
    found = blake2b(digest_size=16)
    for full_id in sorted(project.entries):
        found.update(full_id.encode() + b"\0" + project.entries[full_id].digest)
    return found.hexdigest()


def _relations() -> list[Relation]:
    """Every relation that some kind holds, by name."""
    found = {relation.name: relation for kind in KINDS.values() for _, relation in relations_of(kind.model)}
    return [found[name] for name in sorted(found)]
