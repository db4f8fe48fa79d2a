"""Commands that write entries: fmt, new, init."""

import sys
from pathlib import Path

import click

from generator.cli.shared import Settings, Usage, catalog, pass_settings, relative, say, shared


@catalog.command()
@shared
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--check", is_flag=True, help="只列出会改动的文件 / only list what would change")
@pass_settings
def fmt(settings: Settings, paths: tuple[str, ...], check: bool) -> None:
    """把（所给的）文件整理成统一写法 / put files into their usual form: keys, line ends."""
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
                write_file(root / made.path, made.after, within=root)
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


@catalog.command()
@shared
@click.argument("kind")
@click.argument("name", metavar="ID")
@click.option("--name", "title", metavar="NAME", default="", help="条目的名称 / the entry's name in Chinese")
@click.option("--example", is_flag=True, help="虚构的示例 / an invented example")
@pass_settings
def new(settings: Settings, kind: str, name: str, title: str, example: bool) -> None:
    """新建条目模板，KIND 如 product / write a new entry's template; KIND: product, say."""
    from generator.diagnostics import Refused
    from generator.loader.layout import TOPS
    from generator.output import write_file
    from generator.source.tree import FolderTree
    from generator.submit.new import new_entry

    root, lang = settings.found_root(), settings.language()
    try:
        made = new_entry(FolderTree(root, TOPS), kind, name, name=title, example=example)
    except Refused as refused:
        raise Usage(refused.text.of(lang)) from refused
    for path, content in made:
        write_file(root / path, content, within=root)
        click.echo(path)
    path = made[0][0]
    zh = f"请在编辑器中填写，然后运行：catalog validate {path}"
    click.echo(say(lang, zh, f"Fill it in, then run: catalog validate {path}"), err=True)


@catalog.command()
@shared
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@click.option("--name", metavar="NAME", default="", help="目录的名称 / the catalogue's name in Chinese")
@pass_settings
def init(settings: Settings, folder: Path, name: str) -> None:
    """新建空的目录仓库 / make a new, empty repository of the same shape."""
    from generator.diagnostics import Refused
    from generator.output import write_file
    from generator.submit.init import new_repository

    lang = settings.language()
    if folder.exists() and any(entry.name != ".git" for entry in folder.iterdir()):
        raise Usage(say(lang, f"{folder} 不是空目录", f"the folder {folder} is not empty"))
    try:
        made = new_repository(name)
    except Refused as refused:
        raise Usage(refused.text.of(lang)) from refused
    for path, content in made.items():
        write_file(folder / path, content, within=folder)
    click.echo(folder)
    zh = f"下一步：cd {folder}，再运行 catalog new organisation 编号 --name 单位名称，或先运行 catalog serve 看空的网站。"
    en = f"Next: cd {folder}, then catalog new organisation ID --name 单位名称; or catalog serve shows the empty site."
    click.echo(say(lang, zh, en), err=True)
