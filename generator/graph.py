"""The graph of typed links: backlinks, cycles, neighbourhoods, and what a change would touch."""

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING

from generator.diagnostics import Pointer
from generator.model.links import Relation

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True, slots=True)
class Link:
    """A typed link from one entry to another, and where in the source's file it stands."""

    source: str
    relation: Relation
    target: str
    pointer: Pointer


@dataclass(frozen=True, slots=True)
class Affected:
    """An entry that a change would touch, and the shortest way there, nearest link first."""

    id: str
    path: tuple[Link, ...]


class Graph:
    """Entries as nodes, links as edges. `links`: by the full id of their source; dangling ones may be among them."""

    def __init__(self, links: Mapping[str, tuple[Link, ...]]) -> None:
        self._links = links

    def links(self, full_id: str) -> tuple[Link, ...]:
        """The links that an entry holds, in the order of its file."""
        return self._links.get(full_id, ())

    def backlinks(self, full_id: str) -> tuple[Link, ...]:
        """The links that point to an entry, by their source's place in the catalogue."""
        return self._backlinks.get(full_id, ())

    def cycles(self, relation: str) -> tuple[tuple[str, ...], ...]:
        """One cycle of each knot of a relation, from its least id, sorted."""
        edges = [
            (link.source, link.target)
            for links in self._links.values()
            for link in links
            if link.relation.name == relation
        ]
        order: TopologicalSorter[str] = TopologicalSorter()
        for source, target in edges:
            order.add(source, target)
        try:
            order.prepare()
        except CycleError:
            pass
        else:
            return ()
        # Imported on use: a check of a catalogue without cycles should not wait for it.
        import networkx as nx

        graph: nx.DiGraph[str] = nx.DiGraph(edges)
        found = []
        for knot in nx.strongly_connected_components(graph):
            first = min(knot)
            if len(knot) > 1 or graph.has_edge(first, first):
                cycle = [edge[0] for edge in nx.find_cycle(graph.subgraph(knot), first)]
                least = cycle.index(min(cycle))
                found.append(tuple(cycle[least:] + cycle[:least]))
        return tuple(sorted(found))

    def impact(self, full_id: str, first: Callable[[Link], bool] = lambda link: True) -> tuple[Affected, ...]:
        """Everything that links to an entry through relations that affect, nearest first, then by id.

        `first`: which of the links to the entry itself count.
        """
        ways: dict[str, tuple[Link, ...]] = {full_id: ()}
        queue = deque([full_id])
        while queue:
            here = queue.popleft()
            for link in sorted(self.backlinks(here), key=lambda link: (link.source, link.relation.name)):
                if link.relation.affects and link.source not in ways and (here != full_id or first(link)):
                    ways[link.source] = (*ways[here], link)
                    queue.append(link.source)
        del ways[full_id]
        return tuple(sorted((Affected(i, path) for i, path in ways.items()), key=lambda a: (len(a.path), a.id)))

    def neighbourhood(self, full_id: str, depth: int) -> frozenset[str]:
        """The ids within `depth` links of an entry, in either direction."""
        seen, edge = {full_id}, {full_id}
        for _ in range(depth):
            edge = {other for here in edge for other in self._next_to(here)} - seen
            seen |= edge
        return frozenset(seen)

    def between(self, ids: Iterable[str]) -> tuple[Link, ...]:
        """The links whose both ends are among `ids`, one for each relation, sorted."""
        wanted = frozenset(ids)
        found = {
            (link.source, link.relation.name, link.target): link
            for full_id in wanted
            for link in self.links(full_id)
            if link.target in wanted
        }
        return tuple(found[key] for key in sorted(found))

    def networkx(self, ids: Iterable[str] | None = None) -> "nx.MultiDiGraph[str]":
        """The graph for networkx; edges keyed and labelled by relation. All entries, or those named."""
        import networkx as nx

        nodes = sorted(self._links if ids is None else ids)
        graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        graph.add_nodes_from(nodes)
        for link in self.between(nodes):
            graph.add_edge(link.source, link.target, key=link.relation.name, relation=link.relation.name)
        return graph

    def _next_to(self, full_id: str) -> Iterator[str]:
        yield from (link.target for link in self.links(full_id) if link.target in self._links)
        yield from (link.source for link in self.backlinks(full_id))

    @cached_property
    def _backlinks(self) -> Mapping[str, tuple[Link, ...]]:
        found: dict[str, list[Link]] = defaultdict(list)
        for links in self._links.values():
            for link in links:
                found[link.target].append(link)
        return {target: tuple(links) for target, links in found.items()}
