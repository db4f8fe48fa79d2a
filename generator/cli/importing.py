"""The commands import xlsx and import csv: a table of a voucher programme's catalogue, back into its entries."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.cli.frame import Group
from generator.cli.shared import Settings, Usage, catalog, content_given, day_of, pass_settings, say, shared

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.submit.table_compare import Difference
    from generator.submit.table_import import Imported
    from generator.texts import Lang


@catalog.group("import", cls=Group)
@shared
def import_() -> None:
    """把导出的目录表读回条目 / read an exported table back into the entries."""


def _options(command: "Callable[..., None]") -> "Callable[..., None]":
    """What both commands take."""
    for option in reversed(
        (
            click.argument("file", metavar="FILE", type=click.Path(path_type=Path)),
            click.option("--check", is_flag=True, help="只列出差异，不写入 / only list the differences"),
            click.option("--voucher", metavar="ID", default="", help="服务券方案 / the voucher programme"),
            click.option("--on", metavar="YYYY-MM-DD", help="表的日期，默认取自文件 / the table's day, the file's by default"),
            click.option("--overwrite", is_flag=True, help="导出后目录有变化的行也写入 / also rows that have changed since"),
            click.option(
                "--format", "form", type=click.Choice(["text", "json"]), default="text", help="输出格式 / output", show_default=True
            ),
        )
    ):  # fmt: skip
        command = option(command)
    return command


@import_.command()
@shared
@_options
@pass_settings
def xlsx(settings: Settings, /, file: Path, **options: Any) -> None:
    """读回 XLSX 目录表，逐处报告差异 / read an XLSX table back and report every difference."""
    _run(settings, file, "xlsx", **options)


@import_.command()
@shared
@_options
@pass_settings
def csv(settings: Settings, /, file: Path, **options: Any) -> None:
    """读回 CSV 目录表，逐处报告差异 / read a CSV table back and report every difference."""
    _run(settings, file, "csv", **options)


def _run(
    settings: Settings,
    file: Path,
    ending: str,
    *,
    check: bool,
    voucher: str,
    on: str | None,
    overwrite: bool,
    form: str,
) -> None:
    from generator.diagnostics import Refused
    from generator.documents.xlsx_read import MOST_BYTES
    from generator.loader.layout import TOPS
    from generator.output import write_file
    from generator.source.tree import FolderTree
    from generator.submit.table_file import read_table
    from generator.submit.table_import import import_table

    root, lang = settings.found_root(), settings.language()
    day = day_of(settings, on, "--on") if on else ""
    content = content_given(settings, file, MOST_BYTES)
    try:
        given = read_table(f"{file.stem}.{ending}", content)
        done = import_table(FolderTree(root, TOPS), given, settings.day(), on=day, voucher=voucher, overwrite=overwrite)
    except Refused as refused:
        raise Usage(refused.text.of(lang)) from refused
    if not check:
        for path, content in done.files.items():
            write_file(root / path, content, within=root)
    if form == "json":
        click.echo(_json(done), nl=False)
    else:
        for one in done.differences:
            click.echo(_line(one, lang, check))
        click.echo(_summary(done, lang, check), err=True)
    if done.left or (check and done.differences):
        sys.exit(1)


def _line(one: "Difference", lang: "Lang", check: bool) -> str:
    """`数据!G5 listings/x 型号：GW-5 → GW-6  [catalog/products/x.yaml]`."""
    values = f"{_short(one.old)} → {_short(one.new)}"
    where = " ".join(part for part in (one.where, one.listing) if part)
    colon = say(lang, "：", ": ")
    if one.reason:
        return f"✗ {where} {one.title.of(lang)}{colon}{values}  [{say(lang, '未写入：', 'not written: ')}{one.reason.of(lang)}]"
    return f"{'~' if check else '✓'} {where} {one.title.of(lang)}{colon}{values}  [{one.path}]"


def _short(text: str) -> str:
    text = " ".join(text.split())
    return "—" if not text else text if len(text) <= 60 else text[:59] + "…"


def _summary(done: "Imported", lang: "Lang", check: bool) -> str:
    many, left, files = len(done.differences), len(done.left), len(done.files)
    if not many:
        return say(lang, "没有差异。", "There is no difference.")
    zh = f"{many} 处差异：{many - left} 处{'可以写入' if check else '已写入'} {files} 个文件，{left} 处未写入。"
    en = f"{many} differences: {many - left} {'can be' if check else 'were'} written into {files} files, {left} left."
    return say(lang, zh, en)


def _json(done: "Imported") -> bytes:
    from generator.exports.json_text import json_document

    found = [
        {
            "where": one.where or None,
            "listing": one.listing or None,
            "field": one.name or None,
            "title": {"zh": one.title.zh, "en": one.title.en},
            "old": one.old,
            "new": one.new,
            "path": one.path or None,
            "written": one.reason is None,
            "reason": {"zh": one.reason.zh, "en": one.reason.en} if one.reason else None,
        }
        for one in done.differences
    ]
    return json_document({"files": sorted(done.files), "differences": found})
