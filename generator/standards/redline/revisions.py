"""Finds and reads the version of a draft that a name stands for: a Git revision, a published edition, the working folder."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics import Severity
from generator.drafts.model import Draft
from generator.drafts.read import read_draft
from generator.drafts.runs import Runs
from generator.git import GitError, GitTree, commit_date
from generator.loader import code_lists
from generator.loader.cache import Cache
from generator.loader.texts import aspects_of
from generator.project import Project
from generator.source.tree import FolderTree, Tree, is_regular
from generator.texts import Text

WORK = "work"
_EDITION = re.compile(r"(?:published/)?([0-9]{4})")
_TOPS = ("catalog/vocabularies", "standards")


class NoRevision(Exception):
    """There is no such version, or no text in it that can be read; `text` says which."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


@dataclass(frozen=True, slots=True)
class Revision:
    """A version of a draft. `date` is an ISO date, "" where it is not known. `folder`: where its files stand in `tree`. `edition`: a year, "" for a draft.

    `commit`: the full id, "" for what is in the working folder. `flaws`: how many errors its text has; what they
    hide is not in the draft.
    """

    label: Text
    date: str
    draft: Draft
    tree: Tree
    folder: str
    edition: str = ""
    commit: str = ""
    flaws: int = 0

    @property
    def dated(self) -> Text:
        """The label with the date."""
        if not self.date:
            return self.label
        return Text(f"{self.label.zh}，{self.date}", f"{self.label.en}, {self.date}")

    def file(self, name: str) -> bytes | None:
        """A file of the standard's folder, such as a figure; None where there is no such plain file."""
        path = f"{self.folder}/{name}"
        try:
            return self.tree.read(path) if is_regular(self.tree.mode(path)) else None
        except (OSError, KeyError, GitError):
            return None


def published_on(project: Project, slug: str) -> dict[str, str]:
    """The day of publication of each edition of a standard, by its year."""
    return {
        edition.year: line.date
        for edition in project.editions.get(slug, ())
        for line in (edition.standard.history if edition.standard else ())
        if line.to == "published"
    }


def read_revision(
    root: Path, slug: str, name: str, day: str, published: Mapping[str, str], cache: Cache, known: Draft | None = None
) -> Revision:
    """The version of standards/<slug> that `name` stands for. Raises NoRevision.

    `day`: that of the working folder. `published`: the days of the editions, by year. `known`: the draft of
    the working folder, where it was read before and has no errors.
    """
    edition = _EDITION.fullmatch(name)
    if name == WORK or edition:
        tree: Tree = FolderTree(root, ("catalog", "standards"))
        year = edition.group(1) if edition else ""
        folder = f"standards/{slug}" + (f"/published/{year}" if year else "")
        if _holds(tree, f"{folder}/draft.md"):
            label = Text(f"{year} 年版", f"edition {year}") if year else Text("工作目录", "working folder")
            if known and not year:
                return Revision(label, day, known, tree, folder)
            return _read(tree, folder, label, published.get(year, "") if year else day, cache, edition=year)
        if not year:
            raise NoRevision(Text(f"没有 {folder}/draft.md", f"there is no {folder}/draft.md"))
        if not name.startswith("published/"):
            try:
                return _of_commit(root, slug, name, cache)
            except NoRevision:
                pass
        years = "、".join(editions(tree.paths(), slug))
        zh = f"没有已发布的 {year} 年版；" + (f"已发布的有 {years}" if years else "该标准还没有已发布的版本")
        raise NoRevision(Text(zh, f"there is no published edition {year}; there are: {years or 'none'}"))
    return _of_commit(root, slug, name, cache)


def editions(paths: Iterable[str], slug: str) -> list[str]:
    """The years of the published editions of a standard, oldest first."""
    pattern = re.compile(rf"standards/{re.escape(slug)}/published/([0-9]{{4}})/draft\.md")
    return sorted(found.group(1) for path in paths if (found := pattern.fullmatch(path)))


def _of_commit(root: Path, slug: str, name: str, cache: Cache) -> Revision:
    folder = f"standards/{slug}"
    try:
        tree = GitTree(root, name, _TOPS)
        date = commit_date(root, tree.commit)
    except GitError as error:
        why = "" if str(error).startswith("git ") else str(error)  # of a revision that is not there, Git says nothing
        zh = f"没有版本 {name}：不是 Git 修订或标签，也不是已发布的年号" + (f"（{why}）" if why else "")
        en = f"there is no version {name}: no Git revision or tag, and no published year" + (f" ({why})" if why else "")
        raise NoRevision(Text(zh, en)) from error
    with tree:
        if not _holds(tree, f"{folder}/draft.md"):
            zh = f"{name} 中没有 {folder}/draft.md，该标准在此之后才加入"
            raise NoRevision(Text(zh, f"{name} has no {folder}/draft.md: the standard came later"))
        short = tree.commit[:8]
        label = name if tree.commit.startswith(name) else f"{name}（{short}）"
        return _read(
            tree, folder, Text(label, label.replace("（", " (").replace("）", ")")), date, cache, commit=tree.commit
        )


def _holds(tree: Tree, path: str) -> bool:
    """Whether there is such a plain file; what a link leads to is never read."""
    return path in set(tree.paths()) and is_regular(tree.mode(path))


def _read(
    tree: Tree, folder: str, label: Text, date: str, cache: Cache, *, edition: str = "", commit: str = ""
) -> Revision:
    path = f"{folder}/draft.md"
    aspects = aspects_of(code_lists(tree))
    draft, problems = read_draft(path, tree.read(path), aspects, runner=Runs(cache.get, cache.put))
    errors = [(code, finding) for code, finding in problems if code.severity is Severity.ERROR]
    if draft is None:
        code, finding = errors[0]
        why = Text(code.message.fill("zh", finding.values), code.message.fill("en", finding.values))
        raise NoRevision(
            Text(f"{label.zh}的 {path} 无法读取：{why.zh}", f"{path} of {label.en} cannot be read: {why.en}")
        )
    return Revision(label, date, draft, tree, folder, edition, commit, len(errors))
