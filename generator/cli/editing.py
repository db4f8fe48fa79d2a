"""Commands that write entries: fmt, new, init."""

import sys

import click

from generator.cli.shared import Settings, catalog, pass_settings, relative, say, shared


@catalog.command()
@shared
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--check", is_flag=True, help="只列出会改动的文件 / only list what would change")
@pass_settings
def fmt(settings: Settings, paths: tuple[str, ...], check: bool) -> None:
    """把（所给的）文件整理成统一写法 / put files into their usual form: order of keys, line ends, schema line."""
    from generator.loader.layout import TOPS
    from generator.output import write_file
    from generator.reporters.text import shown
    from generator.source.tree import FolderTree
    from generator.submit.formatting import format_tree

    root, lang = settings.found_root(), settings.language()
    within = [relative(root, path) for path in paths]
    changed = refused = 0
    for made in format_tree(FolderTree(root, TOPS), within):
        if made.problems:
            refused += 1
            for diagnostic in made.diagnostics:
                click.echo(shown(diagnostic, lang))
        elif made.changed:
            changed += 1
            if not check:
                write_file(root / made.path, made.after)
            click.echo(made.path)
    if check:
        summary = say(lang, f"{changed} 个文件需要整理。", f"{changed} files would change.")
    else:
        summary = say(lang, f"整理了 {changed} 个文件。", f"{changed} files changed.")
    if refused:
        summary += say(lang, f"{refused} 个文件有错误，未改动。", f" {refused} files have errors and were left alone.")
    click.echo(summary, err=True)
    if refused or (check and changed):
        sys.exit(1)
