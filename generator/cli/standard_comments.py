"""Commands about the comments on a standard that are there: decide, table, board."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.frame import Group
from generator.cli.shared import Settings, Usage, day_of, out_option, pass_settings, project_of, say, shared
from generator.cli.standard import standard, standard_named, write_out

if TYPE_CHECKING:
    from generator.project import Project, StandardComment

_FORMATS = ("docx", "xlsx", "csv")
_DECISIONS = ("accepted", "partly", "rejected")


@standard.group(cls=Group)
@shared
def comments() -> None:
    """意见：收入、处理、汇总 / comments: take them in, decide them, sum them up."""


@comments.command()
@shared
@click.argument("name", metavar="ID")
@click.argument("number", metavar="NUMBER")
@click.option("--decision", type=click.Choice(_DECISIONS), required=True, help="处理意见 / the decision")
@click.option("--reason", metavar="TEXT", default="", help="理由 / the reason")
@click.option("--commit", metavar="HASH", default="", help="作了修改的提交 / the commit that made the change")
@click.option("--on", "on", metavar="YYYY-MM-DD", help="处理日期，默认当天 / the day, by default today")
@pass_settings
def decide(settings: Settings, name: str, number: str, decision: str, reason: str, commit: str, on: str | None) -> None:
    """处理一条意见，NUMBER 如 2026-10/003 / decide a comment; NUMBER: 2026-10/003, say."""
    from generator.diagnostics import Refused
    from generator.output import write_file
    from generator.standards.comments.decide import decided

    lang, project = settings.language(), project_of(settings)
    root = settings.found_root()
    one = _comment_named(settings, project, standard_named(settings, project, name).slug, number)
    day = day_of(settings, on, "--on") if on else settings.day()
    try:
        content = decided(one, (root / one.path).read_bytes(), decision, reason, day, commit)
    except Refused as refused:
        raise Usage(refused.text.of(lang)) from refused
    write_file(root / one.path, content, within=root)
    click.echo(one.path)


@comments.command()
@shared
@click.argument("name", metavar="ID")
@click.option("--format", "form", type=click.Choice(_FORMATS), default="docx", help="格式 / the format")
@click.option("--round", "turn", metavar="R", default="", help="只要这一轮 / this round only")
@click.option("--edition", metavar="YEAR", default="", help="只要针对此版本的 / those on this edition only")
@out_option
@click.option("--file", "filed", is_flag=True, help="作为阶段文件写入 documents/ / put it among the stage's documents")
@pass_settings
def table(settings: Settings, name: str, form: str, turn: str, edition: str, out: Path | None, filed: bool) -> None:
    """生成意见汇总处理表 / make the table of comments and decisions."""
    from generator.exports.cells import csv_bytes, guarded
    from generator.output import write_file
    from generator.project import DRAFT
    from generator.standards.comments.filed import STEM, began
    from generator.standards.comments.table import day_of as last_day
    from generator.standards.comments.table import grid_of, rows_of, table_docx, table_xlsx

    lang, project = settings.language(), project_of(settings)
    entry = standard_named(settings, project, name)
    if filed:
        edition = edition or DRAFT  # a stage is about the draft; those on a published edition were before it
    rows = rows_of(project, entry.slug, turn, edition, began(project, entry.slug) if filed else "")
    if not rows:
        raise Usage(say(lang, "没有意见", "there are no comments"))
    grid, day = grid_of(project, entry, rows, turn), last_day(rows)
    if form == "csv":
        content = csv_bytes([grid.headings, *([guarded(cell) for cell in line] for line in grid.texts())])
    else:
        content = table_docx(grid, day) if form == "docx" else table_xlsx(grid, day)
    root = settings.found_root()
    if filed:
        target = root / "standards" / entry.slug / "documents" / f"{STEM}.{form}"
        write_file(target, content, within=root)
        shown = target.relative_to(root).as_posix()
    else:
        shown = str(write_out(settings, out, f"{entry.slug}-{STEM}.{form}", content))
    click.echo(f"{shown}: {grid.notes[0]}" if lang == "zh" else f"{shown}: {len(rows)} comments")


@comments.command()
@shared
@click.argument("name", metavar="ID")
@pass_settings
def board(settings: Settings, name: str) -> None:
    """意见看板：未处理的、失去条文的、各条的 / the board: undecided, orphaned, by clause."""
    from generator.standards.comments.board import board as board_of
    from generator.standards.comments.table import label

    lang, project = settings.language(), project_of(settings)
    entry = standard_named(settings, project, name)
    found = board_of(project, entry.slug)
    counts = dict(found.totals.by_decision)
    received, who = found.totals.received, len(found.totals.organisations)
    zh = f"意见 {received}，单位 {who}；" + "，".join(f"{label(kind).zh} {n}" for kind, n in counts.items())
    en = f"{received} comments of {who} organisations: " + ", ".join(
        f"{n} {label(kind).en}" for kind, n in counts.items()
    )
    click.echo(say(lang, zh, en))
    for row in found.by_state()["undecided"]:
        text = row.said.text.partition("\n")[0][:50]
        click.echo(f"  {row.one.id}  {row.where.of(lang)}  {row.organisation}  {text}")
    if found.orphans:
        click.echo(say(lang, "条文已删除或未找到：", "clause removed, or never found:"))
        for row in found.orphans:
            click.echo(f"  {row.one.id}  {row.where.of(lang)}  {row.organisation}")


def _comment_named(settings: Settings, project: "Project", slug: str, number: str) -> "StandardComment":
    """A comment by round and name, or by its name where only one has it. Raises Usage."""
    ones = project.comments.get(slug, ())
    found = [one for one in ones if number in (one.id, one.name)]
    if len(found) == 1:
        return found[0]
    lang = settings.language()
    if found:
        ids = "、".join(one.id for one in found)
        raise Usage(say(lang, f"请写全：{ids}", f"write it in full: {ids}"))
    from generator.diagnostics import nearest

    hint = nearest(number, [one.id for one in ones]).of(lang)
    raise Usage(say(lang, f"没有意见 {number}。{hint}", f"there is no comment {number}. {hint}").strip())
