"""A comparison as a Word file: the newer version with the differences as tracked changes, to accept or to reject."""

from dataclasses import replace
from pathlib import Path

from generator.git import GitTree
from generator.loader import load
from generator.loader.layout import TOPS
from generator.project import DRAFT, Project
from generator.source.tree import FolderTree
from generator.standards.document import StandardDocument, document_of
from generator.standards.redline.mark import marked
from generator.standards.redline.model import DraftDiff
from generator.standards.redline.pictures import figures_of
from generator.standards.redline.revisions import NoRevision, Revision
from generator.standards.word.write import standard_docx
from generator.texts import Text

TOOL = "catalog"
"""Whose the changes are where the standard names no society."""


def redline_docx(
    project: Project, root: Path, slug: str, diff: DraftDiff, old: Revision, new: Revision, author: str = ""
) -> bytes:
    """The file. Cover and headers are those of the newer version, and its date is that of the changes. Raises NoRevision."""
    document = _document(project, root, slug, new)
    if document is None:
        zh = f"{new.label.zh}的草案有错误，不能生成 Word 文件：先运行 catalog check，改正错误"
        raise NoRevision(Text(zh, f"the draft of {new.label.en} has errors: catalog check names them; mend them first"))
    author = author or document.publisher or TOOL
    figures = {**figures_of(old), **(document.figures or {})}
    both = replace(document, draft=marked(diff, author, new.date), figures=figures)
    return standard_docx(both, author=author, date=new.date)


def _document(project: Project, root: Path, slug: str, new: Revision) -> StandardDocument | None:
    if new.commit:
        with GitTree(root, new.commit, TOPS) as tree:
            return document_of(load(tree, project.today)[0], tree, slug)
    return document_of(project, FolderTree(root, TOPS), slug, new.edition or DRAFT)
