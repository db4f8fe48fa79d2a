"""The command that takes a Word file back into a standard's draft: standard import."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.shared import Settings, Usage, content_given, pass_settings, project_of, say, shared
from generator.cli.standard import standard, standard_named, write_out

if TYPE_CHECKING:
    from generator.standards.word_in.takeback import Changes


@standard.command("import")
@shared
@click.argument("file", metavar="FILE.docx", type=click.Path(path_type=Path))
@click.option(
    "--into", "name", metavar="ID", required=True, help="并入哪项标准的草案 / the standard whose draft takes it"
)
@click.option(
    "--changes",
    type=click.Choice(["accept", "reject", "propose"]),
    default="accept",
    show_default=True,
    help="修订：接受、拒绝，或只列为建议 / tracked changes: accept, reject, or only list what is proposed",
)
@click.option("--dry-run", is_flag=True, help="只说会改什么 / only say what would change")
@click.option(
    "--report", metavar="FILE", type=click.Path(path_type=Path), help="把报告写到文件 / a file for the report"
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="输出格式 / output")
@pass_settings
def import_(
    settings: Settings,
    file: Path,
    name: str,
    changes: "Changes",
    dry_run: bool,
    report: Path | None,
    form: str,
) -> None:
    """收回 Word 文件：识别章条，并入修订，列出批注和没有带回的内容 / take a Word file back into the draft."""
    import json

    from generator.diagnostics import Refused
    from generator.documents.package import MAX_BYTES
    from generator.drafts.read import read_draft
    from generator.loader.layout import TOPS
    from generator.loader.texts import aspects_of
    from generator.output import write_file
    from generator.source.scan import shown
    from generator.source.tree import FolderTree
    from generator.standards.word_in.shown import report_data, report_lines, report_markdown
    from generator.standards.word_in.takeback import take_back

    root, lang, project = settings.found_root(), settings.language(), project_of(settings)
    slug = standard_named(settings, project, name).slug
    folder = f"standards/{slug}"
    content = content_given(settings, file, MAX_BYTES)
    tree = FolderTree(root, TOPS)
    aspects = aspects_of(project.vocabularies)
    source = tree.read(f"{folder}/draft.md") if f"{folder}/draft.md" in tree.paths() else b""
    draft, _ = read_draft(f"{folder}/draft.md", source, aspects)
    if draft is None or not draft.clauses:
        zh = f"{folder}/draft.md 不能读：先运行 catalog validate 改正。"
        raise Usage(say(lang, zh, f"{folder}/draft.md cannot be read; mend what catalog validate says first."))
    lock = project.locks.get(slug)
    files = {path.removeprefix(f"{folder}/") for path in tree.paths() if path.startswith(f"{folder}/figures/")}
    try:
        taken = take_back(
            content,
            draft,
            source.decode("utf-8-sig"),
            changes,
            removed=set(lock.removed) if lock else set(),
            files=files,
            aspects=aspects,
        )
    except Refused as refused:
        raise Usage(f"{file}: {shown(refused.text.of(lang), 200)}") from refused
    if form == "json":
        click.echo(json.dumps(report_data(taken, changes), ensure_ascii=False, indent=2))
    else:
        for line in report_lines(taken, lang):
            click.echo(line)
    if report is not None:
        as_json = report.suffix == ".json"
        data = json.dumps(report_data(taken, changes), ensure_ascii=False, indent=2) + "\n"
        told = data if as_json else report_markdown(taken, file.name, lang)
        write_out(settings, report, f"{slug}-import.md", told.encode())
    written = 0
    if taken.merged is not None and not dry_run:
        for figure, content in sorted(taken.figures.items()):
            written += write_file(root / folder / figure, content, within=root)
        written += write_file(root / folder / "draft.md", taken.merged.text.encode(), within=root)
    if taken.comments and form == "text":
        zh, en = "批注收为意见：", "To take the comments in:"
        command = f"catalog standard comments import {file} --into {slug} --round … --organisation …"
        click.echo(f"{say(lang, zh, en)} {command}", err=True)
    _end(settings, folder, written, dry_run or taken.merged is None, len(taken.edits))
    if taken.lost:
        sys.exit(1)


def _end(settings: Settings, folder: str, written: int, kept: bool, edits: int) -> None:
    lang = settings.language()
    if kept:
        zh, en = (
            f"{folder}/draft.md 没有改动；列出 {edits} 处。",
            f"{folder}/draft.md is as it was; {edits} edits are listed.",
        )
    elif written:
        zh = f"改写了 {folder}/draft.md（{edits} 个章条）。请用 git diff 核对，再运行 catalog fmt 和 catalog validate。"
        en = f"{folder}/draft.md: {edits} clauses. Look at git diff, then run catalog fmt and catalog validate."
    else:
        zh, en = (
            f"{folder}/draft.md 与文件一致，没有改动。",
            f"{folder}/draft.md says the same as the file; nothing changed.",
        )
    click.echo(say(lang, zh, en), err=True)
