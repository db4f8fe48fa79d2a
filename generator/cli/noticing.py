"""The command voucher notice: prepares a public notice."""

import click

from generator.cli.shared import Settings, Usage, day_of, pass_settings, project_of, say, shared
from generator.cli.voucher import voucher


@voucher.command()
@shared
@click.argument("listings", metavar="[LISTING]…", nargs=-1)
@click.option("--voucher", "programme", metavar="ID", required=True, help="服务券方案 / the voucher programme")
@click.option("--start", metavar="YYYY-MM-DD", required=True, help="公示的第一天 / the first day of the notice")
@click.option(
    "--id", "slug", metavar="ID", default="", help="公示的编号，默认顺次取 / its id; the next free one by default"
)
@pass_settings
def notice(settings: Settings, listings: tuple[str, ...], programme: str, start: str, slug: str) -> None:
    """拟公示：列入只差公示的目录条目，记下指纹，算出结束日 / prepare a notice of the listings that lack nothing else."""
    from generator.diagnostics import Refused
    from generator.loader.layout import TOPS
    from generator.model.registry import KINDS
    from generator.output import write_file
    from generator.source.tree import FolderTree
    from generator.submit.new import check_new
    from generator.submit.writing import entry_file
    from generator.vouchers import wording
    from generator.vouchers.notice import CannotNotice, prepare

    root, lang = settings.found_root(), settings.language()
    project = project_of(settings)
    try:
        prepared = prepare(project, programme, day_of(settings, start, "--start"), slug, listings)
        check_new(FolderTree(root, TOPS), KINDS["notices"], prepared.slug, example="example" in prepared.data)
    except (CannotNotice, Refused) as refused:
        raise Usage(refused.text.of(lang)) from refused
    path, content = entry_file(KINDS["notices"], prepared.slug, prepared.data)
    write_file(root / path, content, within=root)
    click.echo(path)
    many, end = len(prepared.listings), prepared.data["end"]
    zh = f"公示 {many} 个目录条目，{start} 至 {end}；{len(prepared.left_out)} 个尚不符合条件，未列入。"
    en = f"{wording.many(many, 'listing', 'listings')}, {start} to {end}; {len(prepared.left_out)} do not meet the criteria yet and stay out."
    click.echo(say(lang, zh, en))
