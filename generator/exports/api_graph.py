"""The published types of the graph: entries as nodes, typed links between them (see `api_types` for the contract)."""

from typing_extensions import TypedDict

from generator.exports.api_types import Example, FullId, Text, Version


class Node(TypedDict):
    """An entry in the graph."""

    id: FullId
    kind: str
    name: Text
    example: Example


class Edge(TypedDict):
    """A typed link in the graph."""

    source: FullId
    target: FullId
    relation: str


class GraphFile(TypedDict):
    """All entries and the links between them."""

    schema_version: Version
    nodes: list[Node]
    links: list[Edge]
