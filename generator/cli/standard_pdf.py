"""The commands that write a standard as a PDF and as one HTML file: standard pdf, standard html."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.shared import Settings, Usage, out_option, pass_settings, project_of, say, shared
from generator.cli.standard import document_named, edition_option, put_document, standard

if TYPE_CHECKING:
    from generator.standards.document import StandardDocument


@standard.command("pdf")
@shared
@click.argument("name", metavar="ID")
@edition_option
@out_option
@click.option("--stand-in", is_flag=True, help="字体没有的字用 〓 代替 / show 〓 for characters that the font lacks")
@pass_settings
def pdf_(settings: Settings, name: str, edition: str, out: Path | None, stand_in: bool) -> None:
    """生成 PDF：封面、目次、正文、附录 / a PDF with cover, contents, text and annexes."""
    from generator.documents.fonts import MissingGlyphs
    from generator.standards.pdf import PdfError, standard_pdf

    document = document_named(settings, project_of(settings), name, edition)
    try:
        content = standard_pdf(document, stand_in=stand_in)
    except MissingGlyphs as lacking:
        lang = settings.language()
        zh = f"{lacking}；请改写这些字，或加 --stand-in 用 〓 代替"
        en = f"{lacking}; write other characters, or show 〓 for them with --stand-in"
        raise Usage(say(lang, zh, en)) from lacking
    except PdfError as error:
        raise Usage(str(error)) from error
    _put(settings, document, out, ".pdf", content)


@standard.command("html")
@shared
@click.argument("name", metavar="ID")
@edition_option
@out_option
@pass_settings
def html_(settings: Settings, name: str, edition: str, out: Path | None) -> None:
    """生成一个 HTML 文件，不需要网络和其他文件 / one HTML file that needs no network and no other file."""
    from generator.standards.single import standard_html

    document = document_named(settings, project_of(settings), name, edition)
    _put(settings, document, out, ".html", standard_html(document).encode())


def _put(settings: Settings, document: "StandardDocument", out: Path | None, ending: str, content: bytes) -> None:
    target = put_document(settings, document, out, ending, content)
    kb = len(content) // 1024
    zh, en = f"{target}：{document.number}，{kb} KB", f"{target}: {document.number}, {kb} KB"
    click.echo(say(settings.language(), zh, en))
