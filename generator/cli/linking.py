"""Commands about links: graph, impact."""

import click
from click.core import ParameterSource

from generator.cli.shared import Settings, Usage, catalog, entry_named, pass_settings, project_of, say, shared


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

    lang = settings.language()
    if not start and depth_given():
        raise Usage(say(lang, "--depth 只与 --from 一起使用", "--depth goes with --from"))
    project = project_of(settings)
    ids = project.graph.neighbourhood(entry_named(settings, project, start).id, depth) if start else project.entries
    click.echo(GRAPHS[form](project, ids).decode(), nl=False)


def depth_given() -> bool:
    """Whether --depth stands on the command line."""
    return click.get_current_context().get_parameter_source("depth") is ParameterSource.COMMANDLINE


@catalog.command()
@shared
@click.argument("name", metavar="ID")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="输出格式 / output")
@pass_settings
def impact(settings: Settings, name: str, form: str) -> None:
    """列出改动条目或条款（标准#条款）的影响 / list what a change of an entry or provision (standard#provision) touches."""
    from generator.exports.impact import impact_data, impact_lines, provisions

    project, lang = project_of(settings), settings.language()
    name, _, provision = name.partition("#")
    entry = entry_named(settings, project, name)
    if provision and provision not in (known := provisions(project, entry)):
        from generator.diagnostics import nearest

        hint = nearest(provision, known).of(lang)
        zh, en = f"{entry.id} 没有条款“{provision}”。{hint}", f"{entry.id} has no provision '{provision}'. {hint}"
        raise Usage(say(lang, zh, en).strip())
    found = impact_data(project, entry, provision)
    if form == "json":
        import json

        click.echo(json.dumps(found, ensure_ascii=False, indent=2))
        return
    for line in impact_lines(project, entry, lang, provision):
        click.echo(line)
    many = len(found["affected"])
    click.echo(say(lang, f"共影响 {many} 个条目。", f"{many} entries would be touched."))
