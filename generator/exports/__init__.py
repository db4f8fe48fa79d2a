"""Exports: one module per format. What each gives is bytes by path; the command or the site's build writes them.

Paths are those below the site, also for the command: what is exported and what the site serves are
the same files.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.exports import (
    api_schemas,
    draft_json,
    figures,
    graphs,
    notice_files,
    standard_files,
    tables,
    voucher_files,
)
from generator.exports.calendar import calendars
from generator.exports.json_api import BASE, Api, summary_of
from generator.exports.openapi import openapi
from generator.exports.quote_data import quote_file
from generator.exports.release_files import release_files
from generator.loader import code_lists
from generator.model.registry import KINDS
from generator.model.schema import schema_files
from generator.output import write_file
from generator.project import Project
from generator.source.tree import Tree
from generator.texts import Text

Files = Iterator[tuple[str, bytes]]
_ENDINGS = {"json": "json", "graphml": "graphml", "dot": "dot", "mermaid": "mmd"}


@dataclass(frozen=True, slots=True)
class Export:
    """A named set of files. `files`: path and bytes of each, in an order that is always the same."""

    name: str
    title: Text
    files: Callable[[Project, Tree], Files]


def api_files(project: Project, tree: Tree) -> Files:
    """The whole API."""
    yield from _data_files(project, tree, entries=True, api=True, csv=False)


def csv_files(project: Project, tree: Tree) -> Files:
    """A table for each kind."""
    yield from _data_files(project, tree, entries=False, api=False, csv=True)


def graph_files(project: Project, tree: Tree) -> Files:
    """The graph of links in every format."""
    for name, make in graphs.GRAPHS.items():
        yield f"exports/graph/graph.{_ENDINGS[name]}", make(project, project.entries)


def working_voucher_files(project: Project, tree: Tree) -> Files:
    """The catalogue of each voucher programme as it stands today, not official, every public notice, the calendar."""
    yield from voucher_files.working_files(project)
    yield from notice_files.all_files(project)
    yield from calendars(project)


def entry_schema_files(project: Project, tree: Tree) -> Files:
    """The schemas of the files in the repository, where their modelines can be followed to on the web."""
    for path, content in schema_files(code_lists(tree)):
        yield f"schemas/{path}", content


def standard_exports(project: Project, tree: Tree) -> Files:
    """The texts of standards in every form, and what is made of claims and comments."""
    yield from figures.figure_files(project, tree)
    yield from draft_json.draft_files(project)
    yield from standard_files.standard_files(project, tree)


EXPORTS: dict[str, Export] = {
    export.name: export
    for export in (
        Export("api", Text("静态 JSON 接口", "Static JSON API"), api_files),
        Export("csv", Text("每种条目一张 CSV 表", "A CSV table for each kind"), csv_files),
        Export("graph", Text("依赖图：JSON、GraphML、DOT、Mermaid", "Graph: JSON, GraphML, DOT, Mermaid"), graph_files),
        Export(
            "voucher",
            Text(
                "服务券产品目录（非正式）：XLSX、DOCX、PDF、CSV、JSON",
                "Voucher catalogues (not official) in all formats",
            ),
            working_voucher_files,
        ),
        Export(
            "standard",
            Text(
                "标准文本：Word、PDF、HTML、JSON 模型，追溯矩阵，意见汇总处理表",
                "Standards as Word, PDF, HTML and JSON; matrix, comments",
            ),
            standard_exports,
        ),
        Export("schemas", Text("条目文件的 JSON Schema", "JSON Schemas of the entries' files"), entry_schema_files),
    )
}
"""Every export by the name that the command takes."""


def site_files(project: Project, tree: Tree, *, entries: bool = True, documents: bool = True) -> Files:
    """Everything machine-readable that the site publishes, by path below its root.

    `entries=False` leaves out the files of single entries, for a build that has them written by several
    processes: `Api(project)` before they part, then `api.entry_files(api.entry(entry), tree)` in each.
    `documents=False` leaves out what `standard_files.document_makers` makes one by one.
    """
    yield from _data_files(project, tree, entries=entries, api=True, csv=True)
    yield from entry_schema_files(project, tree)
    yield from voucher_files.working_files(project, tables_only=True)
    yield from calendars(project)
    yield quote_file(project)
    yield from release_files(project, tree)
    if documents:
        yield from standard_exports(project, tree)
    else:
        yield from figures.figure_files(project, tree)
        yield from draft_json.draft_files(project)


def _data_files(project: Project, tree: Tree, *, entries: bool, api: bool, csv: bool) -> Files:
    """The files of the entries, the lists and schemas of the API, the tables: each entry published once for all."""
    made, programme = Api(project), project.settings.programme
    for kind in KINDS.values():
        listed, rows = [], []
        for entry in made.entries(kind):
            published = made.entry(entry)
            if entries:
                yield from made.entry_files(published, tree)
            if api:
                listed.append(summary_of(published))
            if csv:
                rows.append(tables.row(kind, published))
        if api:
            yield made.list_file(kind, listed)
        if csv:
            yield tables.csv_file(kind, rows)
    if api:
        yield from made.shared_files()
        yield from api_schemas.schema_files(programme.site_url, BASE)
        yield f"{BASE}openapi.json", openapi(programme, BASE)


def write_exports(names: Iterable[str], project: Project, tree: Tree, out: Path) -> int:
    """Write the exports of these names below `out`; how many files they have. Other files there stay."""
    files = {path: content for name in names for path, content in EXPORTS[name].files(project, tree)}
    for path, content in files.items():
        write_file(out / path, content, within=out)
    return len(files)
