"""The command that writes a standard as a Word file: standard docx."""

from pathlib import Path

import click

from generator.cli.shared import Settings, pass_settings, project_of, say, shared
from generator.cli.standard import document_named, standard, write_out


@standard.command("docx")
@shared
@click.argument("name", metavar="ID")
@click.option(
    "--edition", metavar="YEAR", default="draft", help="已发布版本的年号，默认草案 / a published year, else the draft"
)
@click.option("--out", metavar="FILE", type=click.Path(path_type=Path), help="写到哪个文件 / the file to write")
@pass_settings
def docx_(settings: Settings, name: str, edition: str, out: Path | None) -> None:
    """生成 Word 文件：封面、目次、正文、附录，编号为 Word 的自动编号 / a Word file that numbers itself."""
    from generator.standards.word.write import standard_docx

    document = document_named(settings, project_of(settings), name, edition)
    slug, content = document.slug, standard_docx(document)
    target = write_out(settings, out, f"{slug}.docx" if edition == "draft" else f"{slug}-{edition}.docx", content)
    lang = settings.language()
    many = len(document.draft.provisions)
    zh = f"{target}：{document.number}，{many} 个条款，{len(content) // 1024} KB。用 Word 打开后按 F9 更新目次页码。"
    en = f"{target}: {document.number}, {many} provisions, {len(content) // 1024} KB. Press F9 in Word for the pages of the contents."
    click.echo(say(lang, zh, en))
