"""Commands that make what is published: build, serve, export, generate."""

import sys
from pathlib import Path

import click

from generator.cli.shared import Settings, Usage, catalog, jobs, pass_settings, progress, say, shared


@catalog.command()
@shared
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), help="输出目录，默认 site/ / output folder")
@click.option("--no-cache", is_flag=True, help="不用缓存 / without the cache")
@pass_settings
def build(settings: Settings, out: Path | None, no_cache: bool) -> None:
    """检查并生成整个网站 / check, then make the whole site."""
    from generator import build as run
    from generator.output import refuse_outside
    from generator.reporters import REPORTERS, Report

    root, lang = settings.found_root(), settings.language()
    target = out or root / "site"
    if out is None:
        refuse_outside(target, root)
    target = target.resolve()
    with progress(settings) as tell:
        built = run.build(root, target, settings.day(), jobs=jobs(), use_cache=not no_cache, tell=tell)
    checked = built.checked
    if checked.failed:
        click.echo(
            REPORTERS["text"](Report(checked.diagnostics, len(checked.project), lang, checked.rules_off)), nl=False
        )
        click.echo(say(lang, "目录有错误，未生成网站。", "The catalogue has errors; no site was made."), err=True)
        sys.exit(1)
    for broken in built.broken:
        click.echo(f"{broken.page}: {broken.link} → {broken.missing}", err=True)
    if built.broken:
        many = len(built.broken)
        zh = f"{many} 个站内链接无效，未替换网站。"
        click.echo(say(lang, zh, f"{many} internal links lead nowhere; the site was not replaced."), err=True)
        sys.exit(1)
    click.echo(
        say(lang, f"已生成 {built.pages} 个页面：{target}/index.html", f"{built.pages} pages made: {target}/index.html")
    )
    click.echo(say(lang, "查看：catalog serve", "To look at it: catalog serve"))


@catalog.command()
@shared
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="端口 / port")
@pass_settings
def serve(settings: Settings, port: int) -> None:
    """在本机预览网站，文件一改即更新 / show the site on this machine, and every edit at once."""
    import gc
    import threading
    from urllib.parse import urlsplit

    from generator import build as run
    from generator.loader.layout import TOPS
    from generator.reporters import REPORTERS, Report
    from generator.rules.check import check
    from generator.site.serving import changes, server
    from generator.source.tree import FolderTree

    gc.enable()  # the only command that stays
    root, lang, today = settings.found_root(), settings.language(), settings.day()
    found = changes(root, TOPS)
    next(found)  # the watch is on: what is edited while the site is read shows as well
    live = run.live(root, today, jobs=jobs())
    base = urlsplit(live.project.settings.programme.site_url).path
    try:
        web = server(live, port, base)
    except OSError:
        raise Usage(
            say(lang, f"端口 {port} 已被占用，请用 --port 另选。", f"port {port} is in use; choose another with --port")
        ) from None
    threading.Thread(target=web.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{web.server_address[1]}{base}"
    click.echo(say(lang, f"网站：{address}（按 Ctrl+C 结束）", f"The site: {address} (Ctrl+C ends it)"))

    def report(paths: tuple[str, ...] = ()) -> None:
        """Everything at first, then what is wrong with the files that changed."""
        checked = check(root, today, jobs=jobs())
        shown = checked.of_paths(paths) if paths else checked
        click.echo(REPORTERS["text"](Report(shown.diagnostics, len(shown.project), lang, shown.rules_off)), nl=False)

    report()
    try:
        for paths in found:
            live.update(paths, FolderTree(root, TOPS))
            click.echo(say(lang, f"已更新：{'、'.join(paths)}", f"updated: {', '.join(paths)}"))
            report(paths)
    except KeyboardInterrupt:
        web.shutdown()


@catalog.command()
@shared
@click.argument("names", metavar="NAME…", nargs=-1)
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), help="输出目录，默认 export/ / output folder")
@click.option("--list", "listing", is_flag=True, help="列出可用的名称 / the names there are")
@pass_settings
def export(settings: Settings, names: tuple[str, ...], out: Path | None, listing: bool) -> None:
    """导出机器可读的文件，路径与网站相同 / write machine-readable files, laid out as on the site."""
    from generator.exports import EXPORTS, write_exports
    from generator.loader.layout import TOPS
    from generator.output import refuse_outside
    from generator.reporters import REPORTERS, Report
    from generator.rules.check import check_tree
    from generator.source.tree import FolderTree

    lang = settings.language()
    if listing:
        click.echo("\n".join(f"{one.name:10}{one.title.of(lang)}" for one in EXPORTS.values()))
        return
    if not names or set(names) - set(EXPORTS):
        unknown, known = ", ".join(n for n in names if n not in EXPORTS), ", ".join(EXPORTS)
        zh = f"没有名为 {unknown} 的导出；可用：{known}" if unknown else f"请写明要导出什么：{known}"
        en = f"no export is called {unknown}; there are: {known}" if unknown else f"name what to export: {known}"
        raise Usage(say(lang, zh, en))
    root = settings.found_root()
    tree, target = FolderTree(root, TOPS), out or root / "export"
    if out is None:
        refuse_outside(target, root)
    target = target.resolve()
    with progress(settings) as tell:
        checked = check_tree(tree, settings.day(), cache=root / ".cache", jobs=jobs(), tell=tell)
    if checked.failed:
        click.echo(
            REPORTERS["text"](Report(checked.diagnostics, len(checked.project), lang, checked.rules_off)), nl=False
        )
        click.echo(say(lang, "目录有错误，未导出。", "The catalogue has errors; nothing was exported."), err=True)
        sys.exit(1)
    many = write_exports(names, checked.project, tree, target)
    click.echo(say(lang, f"已导出 {many} 个文件：{target}", f"{many} files exported: {target}"))


@catalog.command()
@shared
@pass_settings
def generate(settings: Settings) -> None:
    """重新生成 schemas/ 等随仓库提交的文件 / make the generated files that are committed."""
    from generator import build as run
    from generator.reporters.text import shown

    lang = settings.language()
    changed, refused = run.generate(settings.found_root())
    for diagnostic in refused:
        click.echo(shown(diagnostic, lang))
    click.echo("\n".join(changed) if changed else say(lang, "没有变化。", "Nothing changed."))
    if refused:
        click.echo(say(lang, "有的锁定文件有错误，未改动。", "Locks with errors were left alone."), err=True)
        sys.exit(1)
