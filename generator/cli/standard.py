"""The group of commands about group standards, and how they find the standard they are asked for."""

from typing import TYPE_CHECKING

import click

from generator.cli.frame import Group
from generator.cli.shared import Settings, Usage, catalog, say, shared

if TYPE_CHECKING:
    from pathlib import Path

    from generator.project import Entry, Project
    from generator.standards.document import StandardDocument


@catalog.group(cls=Group)
@shared
def standard() -> None:
    """团体标准：Word、PDF、比对、意见、阶段 / group standards: Word, PDF, comparison, comments, stages."""


edition_option = click.option(
    "--edition", metavar="YEAR", default="draft", help="已发布版本的年号，默认草案 / a published year, else the draft"
)
"""Of the commands that write one text of a standard; `document_named` finds it."""


def standard_named(settings: Settings, project: "Project", name: str) -> "Entry":
    """A standard by its full or bare id. Raises Usage with the nearest id for one that there is not."""
    slug = name.removeprefix("standards/").removeprefix("standard/")
    entry = project.get(f"standards/{slug}")
    if entry is None:
        from generator.diagnostics import nearest

        lang = settings.language()
        if f"standards/{slug}" in project.known:
            zh = f"standards/{slug}/standard.yaml 有错误，先改正：catalog validate standards/{slug}"
            raise Usage(
                say(
                    lang, zh, f"standards/{slug}/standard.yaml has errors; mend them: catalog validate standards/{slug}"
                )
            )
        hint = nearest(slug, [one.slug for one in project.of_kind("standards")]).of(lang)
        zh, en = f"没有团体标准 {name}。{hint}", f"there is no standard {name}. {hint}"
        raise Usage(say(lang, zh, en).strip())
    return entry


def document_named(settings: Settings, project: "Project", name: str, edition: str) -> "StandardDocument":
    """A standard's draft or edition as a document. Raises Usage where there is none that can be read."""
    from generator.loader.layout import TOPS
    from generator.project import DRAFT
    from generator.source.tree import FolderTree
    from generator.standards.document import document_of

    slug = standard_named(settings, project, name).slug
    document = document_of(project, FolderTree(settings.found_root(), TOPS), slug, edition)
    if document is None:
        what = f"standards/{slug}/" + ("draft.md" if edition == DRAFT else f"published/{edition}/draft.md")
        zh = f"{what} 没有可用的正文：运行 catalog validate 查看。"
        en = f"{what} holds no text that can be read; catalog validate says why."
        raise Usage(say(settings.language(), zh, en))
    return document


def put_document(
    settings: Settings, document: "StandardDocument", out: "Path | None", ending: str, content: bytes
) -> "Path":
    """Write a file made of a document: to `out`, else by the standard's id, and the year of an edition, here."""
    from generator.standards.document import file_stem

    return write_out(settings, out, file_stem(document.slug, document.edition) + ending, content)


def write_out(settings: Settings, out: "Path | None", file: str, content: bytes) -> "Path":
    """Write a file that was asked for: to `out`, into it where it is a folder, else `file` here. Raises Usage."""
    from pathlib import Path

    from generator.output import write_file

    target = out / file if out and out.is_dir() else out or Path(file)
    try:
        write_file(target, content)
    except OSError as error:
        zh, en = f"写不了 {target}：{error.strerror}", f"{target} cannot be written: {error.strerror}"
        raise Usage(say(settings.language(), zh, en)) from error
    return target
