"""The command that writes a standard as a Word file: standard docx."""

from pathlib import Path

import click

from generator.cli.shared import Settings, out_option, pass_settings, project_of, say, shared
from generator.cli.standard import document_named, edition_option, put_document, standard


@standard.command("docx")
@shared
@click.argument("name", metavar="ID")
@edition_option
@out_option
@pass_settings
def docx_(settings: Settings, name: str, edition: str, out: Path | None) -> None:
    """生成 Word 文件：封面、目次、正文、附录，编号为 Word 的自动编号 / a Word file that numbers itself."""
    from generator.standards.word.write import standard_docx

    document = document_named(settings, project_of(settings), name, edition)
    content = standard_docx(document)
    target = put_document(settings, document, out, ".docx", content)
    lang = settings.language()
    many = len(document.draft.provisions)
    zh = f"{target}：{document.number}，{many} 个条款，{len(content) // 1024} KB。用 Word 打开后按 F9 更新目次页码。"
    en = f"{target}: {document.number}, {many} provisions, {len(content) // 1024} KB. Press F9 in Word for the pages of the contents."
    click.echo(say(lang, zh, en))
