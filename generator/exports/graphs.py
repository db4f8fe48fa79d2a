"""The graph of links in the formats that other tools read: JSON, GraphML, DOT, Mermaid."""

import re
from collections.abc import Callable, Iterable
from io import BytesIO

from generator.exports.api_graph import Edge, Node
from generator.exports.api_types import SCHEMA_VERSION
from generator.exports.json_text import json_lines
from generator.exports.names import text
from generator.project import Project


def graph_json(project: Project, ids: Iterable[str]) -> bytes:
    """`api_graph.GraphFile`: the entries and the links between them, sorted, one a line."""
    chosen = sorted(set(ids))
    nodes: list[Node] = [
        {"id": i, "kind": entry.kind.folder, "name": text(entry.name), "example": entry.example}
        for i in chosen
        if (entry := project.get(i))
    ]
    links: list[Edge] = [
        {"source": link.source, "target": link.target, "relation": link.relation.name}
        for link in project.graph.between(chosen)
    ]
    return json_lines({"schema_version": SCHEMA_VERSION}, nodes=nodes, links=links)


def graphml(project: Project, ids: Iterable[str]) -> bytes:
    """GraphML with the kind, name and example mark of each node and the relation of each edge."""
    import networkx as nx

    graph = project.graph.networkx(ids)
    for node in graph.nodes:
        entry = project.get(node)
        if entry:
            graph.nodes[node].update(kind=entry.kind.folder, name=entry.name.zh, example=entry.example)
    out = BytesIO()
    nx.write_graphml(graph, out, named_key_ids=True)
    return out.getvalue() + b"\n"


def dot(project: Project, ids: Iterable[str]) -> bytes:
    """Graphviz DOT, a shape of its own for examples."""
    chosen = sorted(set(ids))
    lines = ["digraph catalogue {", "  rankdir=LR;", '  node [shape=box, fontname="sans-serif"];']
    for i in chosen:
        if entry := project.get(i):
            style = ", style=dashed" if entry.example else ""
            lines.append(f"  {_dot(i)} [label={_dot(entry.name.zh)}{style}];")
    lines += [
        f"  {_dot(link.source)} -> {_dot(link.target)} [label={_dot(link.relation.name)}];"
        for link in project.graph.between(chosen)
    ]
    return ("\n".join([*lines, "}"]) + "\n").encode()


def mermaid(project: Project, ids: Iterable[str]) -> bytes:
    """A Mermaid flowchart, examples dashed. Names keep letters, digits and blanks: Mermaid has no safe quoting."""
    chosen = sorted(set(ids))
    numbers = {i: f"n{n}" for n, i in enumerate(chosen)}
    lines = ["flowchart LR", "  classDef example stroke-dasharray: 4 3;"]
    for i in chosen:
        if entry := project.get(i):
            mark = ":::example" if entry.example else ""
            lines.append(f'  {numbers[i]}["{_plain(entry.name.zh)}"]{mark}')
    lines += [
        f"  {numbers[link.source]} -->|{link.relation.name}| {numbers[link.target]}"
        for link in project.graph.between(chosen)
    ]
    return ("\n".join(lines) + "\n").encode()


GRAPHS: dict[str, Callable[[Project, Iterable[str]], bytes]] = {
    "json": graph_json,
    "graphml": graphml,
    "dot": dot,
    "mermaid": mermaid,
}
"""The formats of `catalog graph`."""


def _dot(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ") + '"'


def _plain(text: str) -> str:
    return re.sub(r"[^\w\s\-·（）]", " ", text).strip()
