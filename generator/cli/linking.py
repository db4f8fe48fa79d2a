"""Commands about links: graph, impact."""

import click

from generator.cli.shared import Settings, catalog, entry_named, pass_settings, project_of, say, shared


@catalog.command()
@shared
@click.option(
    "--format",
    "form",
    type=click.Choice(["json", "graphml", "dot", "mermaid"]),
    default="json",
    help="输出格式 / output",
)
@click.option("--from", "start", metavar="ID", help="只要此条目的近邻 / the neighbourhood of this entry only")
@click.option(
    "--depth", type=click.IntRange(1, 20), default=2, show_default=True, help="近邻的步数 / how many links away"
)
@pass_settings
def graph(settings: Settings, form: str, start: str | None, depth: int) -> None:
    """输出依赖图 / print the graph of links."""
    from generator.exports.graphs import GRAPHS

    project = project_of(settings)
    ids = project.graph.neighbourhood(entry_named(settings, project, start).id, depth) if start else project.entries
    click.echo(GRAPHS[form](project, ids).decode(), nl=False)


@catalog.command()
@shared
@click.argument("name", metavar="ID")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="输出格式 / output")
@pass_settings
def impact(settings: Settings, name: str, form: str) -> None:
    """列出一个条目变化所影响的全部条目 / list all that a change of an entry would touch."""
    project = project_of(settings)
    entry, lang = entry_named(settings, project, name), settings.language()
    affected = project.graph.impact(entry.id)
    if form == "json":
        import json

        found = [
            {
                "id": one.id,
                "name": {"zh": project.entries[one.id].name.zh, "en": project.entries[one.id].name.en or None},
                "distance": len(one.path),
                "path": [
                    {"source": link.source, "relation": link.relation.name, "target": link.target} for link in one.path
                ],
            }
            for one in affected
        ]
        click.echo(json.dumps({"id": entry.id, "affected": found}, ensure_ascii=False, indent=2))
        return
    for one in affected:
        way = " ← ".join([entry.id, *(f"{link.source} ({link.relation.label.of(lang)})" for link in one.path)])
        click.echo(f"{one.id}  {project.entries[one.id].name.of(lang)}\n    {way}")
    click.echo(say(lang, f"共影响 {len(affected)} 个条目。", f"{len(affected)} entries would be touched."))
