"""Commands about releases of a voucher programme's catalogue: release create, verify, diff, list."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.frame import Group
from generator.cli.shared import Settings, Usage, catalog, day_of, pass_settings, say, shared

if TYPE_CHECKING:
    from generator.source.tree import FolderTree

_MARKS = {"ok": "✓", "wrong": "✗", "open": "?"}


@catalog.group(cls=Group)
@shared
def release() -> None:
    """服务券产品目录的发布 / releases of a voucher programme's catalogue."""


@release.command()
@shared
@click.argument("name")
@click.option("--voucher", "programme", metavar="ID", required=True, help="服务券方案 / the voucher programme")
@click.option("--on", "on", metavar="YYYY-MM-DD", required=True, help="发布日期 / the day of the release")
@click.option("--amends", metavar="NAME", help="更正（勘误、移出目录）的发布 / the release that this one corrects")
@click.option("--reason", metavar="TEXT", help="更正的原因 / why it is corrected")
@click.option("--evidence", metavar="TEXT", help="更正的依据 / on what evidence")
@pass_settings
def create(
    settings: Settings, name: str, programme: str, on: str, amends: str | None, reason: str | None, evidence: str | None
) -> None:
    """把符合条件的目录条目冻结到 releases/NAME/ / freeze what qualifies into releases/NAME/."""
    from generator.diagnostics import Refused
    from generator.git import GitError
    from generator.releases.conditions import Correction, Request
    from generator.releases.freeze import freeze, write

    root, lang = settings.found_root(), settings.language()
    correction = None
    if amends and (reason or "").strip() and (evidence or "").strip():
        correction = Correction(amends, reason or "", evidence or "")
    elif amends or reason or evidence:
        zh = "更正要同时写 --amends、--reason 和 --evidence"
        raise Usage(say(lang, zh, "a correction needs --amends, --reason and --evidence together"))
    request = Request(name, programme, day_of(settings, on, "--on"), correction)
    try:
        frozen = freeze(root, request)
        write(root, frozen)
    except Refused as refused:
        raise Usage(refused.text.of(lang)) from refused
    except GitError as error:
        raise Usage(f"git: {error}") from error
    listed, excluded = len(frozen.manifest.listed), frozen.manifest.excluded
    many, size = len(frozen.files), sum(map(len, frozen.files.values()))
    zh = f"releases/{name}：列入 {listed} 个，未列入 {excluded} 个；{many} 个文件，{size // 1024} KB。"
    en = f"releases/{name}: {listed} listed, {excluded} excluded; {many} files, {size // 1024} KB."
    click.echo(say(lang, zh, en))
    for assessment in frozen.content.excluded:
        why = next((result for result in assessment.results if result.fails), None)
        slug = assessment.listing.rpartition("/")[2]
        zh = f"{why.value.zh}（{why.text.zh}）" if why else ""
        en = f"{why.value.of('en')} ({why.text.of('en')})" if why else ""
        click.echo(say(lang, f"  - {slug}：{zh}", f"  - {slug}: {en}"))
    zh = f"下一步：git add releases && git commit，再 git tag -a release/{name} -m {name}（有签名密钥的用 -s）。之后不再改动这个目录。"
    en = f"Next: git add releases && git commit, then git tag -a release/{name} -m {name} (-s with a key). The folder never changes again."
    click.echo(say(lang, zh, en), err=True)


@release.command()
@shared
@click.argument("name")
@click.option("--from-tag", "tag", metavar="TAG", help="核对标签中的发布 / verify the release that a tag holds")
@pass_settings
def verify(settings: Settings, name: str, tag: str | None) -> None:
    """核对一个发布：文件、签名，并从提交重建 / verify a release: files, signatures, and made again from its commit."""
    from generator.diagnostics import Refused
    from generator.git import GitError
    from generator.releases.verify import verify as verified

    root, lang = settings.found_root(), settings.language()
    try:
        verdict = verified(root, name, tag)
    except Refused as refused:
        raise Usage(refused.text.of(lang)) from refused
    except GitError as error:
        raise Usage(f"git: {error}") from error
    for line in verdict.lines:
        click.echo(f"{_MARKS[line.level]} {line.text.of(lang)}")
    if not verdict.holds:
        click.echo(say(lang, f"{name}：核对不通过。", f"{name} does not hold."))
        sys.exit(1)
    click.echo(say(lang, f"{name}：核对通过。", f"{name} holds."))


@release.command()
@shared
@click.argument("old", metavar="A")
@click.argument("new", metavar="B")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="输出格式 / output")
@pass_settings
def diff(settings: Settings, old: str, new: str, form: str) -> None:
    """两次发布之间新增、移出和变更了什么 / what was added, removed and changed between two releases."""
    from generator.diagnostics import Refused
    from generator.exports.json_text import json_document
    from generator.releases.compare import difference
    from generator.vouchers.difference import as_json, lines

    root, lang = settings.found_root(), settings.language()
    try:
        found = difference(_tree(root), old, new)
    except Refused as refused:
        raise Usage(refused.text.of(lang)) from refused
    if form == "json":
        click.echo(json_document(as_json(found)), nl=False)
        return
    for line in lines(found, lang):
        click.echo(line)


@release.command("list")
@shared
@pass_settings
def list_(settings: Settings) -> None:
    """列出全部发布 / list all releases."""
    from generator.loader.released import releases_of

    root, lang = settings.found_root(), settings.language()
    found = releases_of(_tree(root))
    for one in found:
        manifest = one.manifest
        told = [
            one.name,
            manifest.on,
            manifest.voucher,
            say(lang, f"列入 {len(manifest.listed)}", f"{len(manifest.listed)} listed"),
            say(lang, f"未列入 {manifest.excluded}", f"{manifest.excluded} excluded"),
        ]
        if manifest.amends:
            told.append(say(lang, f"更正 {manifest.amends.release}", f"amends {manifest.amends.release}"))
        if one.amended_by:
            some = ", ".join(one.amended_by)
            told.append(say(lang, f"已由 {some} 更正", f"amended by {some}"))
        click.echo("  ".join(told))
    if not found:
        click.echo(say(lang, "还没有发布。", "There is no release yet."), err=True)


def _tree(root: Path) -> "FolderTree":
    from generator.loader.released import TOP
    from generator.source.tree import FolderTree

    return FolderTree(root, (TOP,))
