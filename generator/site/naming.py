"""What the site is called, where its source is and what stands at its foot: from programme.yaml, for MkDocs.

programme.yaml is the one place for these; what mkdocs.yml says of them is replaced.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.model.settings import Programme
from generator.model.validate import validate
from generator.source.reader import read_data
from generator.source.tree import FolderTree, Tree
from generator.texts import LANGS, Lang

Naming = Mapping[Lang, Mapping[str, Any]]
"""MkDocs settings by language."""


def naming_of(programme: Programme) -> Naming:
    """The settings of MkDocs that a programme decides, but the address of the site."""
    return {lang: _of(programme, lang) for lang in LANGS}


def programme_in(tree: Tree) -> Programme | None:
    """The settings of a repository; None where its programme.yaml cannot be used, or is a link."""
    path = "catalog/programme.yaml"
    try:
        data, _ = read_data(path, tree.read(path))
    except (OSError, KeyError):
        return None
    return validate(Programme, data, {}, path)[0] if data is not None else None


def naming_at(root: Path) -> Naming:
    """The same as `naming_of` for the repository at `root`; nothing where there are no settings."""
    programme = programme_in(FolderTree(root, ("catalog",)))
    return naming_of(programme) if programme else {lang: {} for lang in LANGS}


def _of(programme: Programme, lang: Lang) -> Mapping[str, Any]:
    docs = "docs/" if lang == "zh" else f"docs/{lang}/"
    repository, edit_path = programme.repository, programme.edit_path
    return {
        "site_name": programme.name.of(lang),
        "extra": {"short_name": programme.short_name.of(lang)},
        "site_description": programme.summary.of(lang),
        "repo_url": repository,
        "edit_uri": f"{edit_path}{docs}" if repository and edit_path else None,
        "copyright": programme.footer.of(lang) if programme.footer else None,
    }
