"""Making a release: from the last commit, never from loose files, into a folder that is new.

request → names and days in order → the commit's catalogue without errors → its content → manifest → one folder
"""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Literal

from generator import __version__
from generator.diagnostics import Refused
from generator.documents.fonts import MissingGlyphs
from generator.git import GitError, GitTree, commit_id, run_git
from generator.loader.frozen import MANIFEST, Tool, frozen_files
from generator.loader.layout import TOPS
from generator.loader.manifest import Before, LockFile, Manifest, Trees, manifest_bytes
from generator.loader.released import TOP
from generator.output import EXACT, new_folder, write_file
from generator.project import Project
from generator.releases.compare import rows_of
from generator.releases.conditions import (
    Request,
    amends_of,
    check_clean,
    check_name,
    existing_releases,
    previous_of,
    programme_of,
    taken,
)
from generator.releases.content import Content, content_of
from generator.rules.check import check_tree
from generator.source.tree import FolderTree, Tree
from generator.texts import Text

LOCK: Literal["requirements.lock"] = "requirements.lock"
TOOL_NAME = "catalogue-generator"
ATTRIBUTES = f"{TOP}/.gitattributes"


@dataclass(frozen=True, slots=True)
class Frozen:
    """A release in memory: every file by its path below its folder, the manifest among them."""

    manifest: Manifest
    files: dict[str, bytes]
    content: Content


def freeze(root: Path, request: Request) -> Frozen:
    """The release as it would be written. Raises Refused, GitError."""
    check_name(request.name)
    existing = existing_releases(root, request.name)
    commit, trees = source_of(root, "HEAD")
    check_clean(root)
    with GitTree(root, commit, (*TOPS, LOCK)) as tree:
        project = checked_project(tree, request.on)
        voucher = programme_of(project, request)
        previous = previous_of(existing, voucher, request)
        amends = amends_of(existing, voucher, request)
        since = (previous.name, rows_of(FolderTree(root, (TOP,)), previous)) if previous else None
        try:
            content = content_of(project, tree, voucher, request.name, request.on, since)
        except MissingGlyphs as error:
            named = "".join(error.characters[:20])
            raise Refused(
                Text(
                    f"目录表的字体里没有这些字，无法排版：{named}。请在条目中改用通用规范汉字。",
                    f"the font of the tables lacks these characters: {named}. Use others in the entries.",
                )
            ) from error
        if not content.listed and request.correction is None:
            raise Refused(
                Text(
                    f"没有符合条件的目录条目，不作空的发布。用 catalog voucher eligible --voucher {voucher.slug} --on {request.on} 查看原因。",
                    f"no listing qualifies, and an empty release is not made. catalog voucher eligible --voucher {voucher.slug} --on {request.on} shows why.",
                )
            )
        manifest = Manifest(
            manifest=1,
            release=request.name,
            voucher=voucher.id,
            example=voucher.example,
            on=request.on,
            previous=Before(release=previous.name, manifest_sha256=previous.digest) if previous else None,
            amends=amends,
            commit=commit,
            trees=trees,
            tool=Tool(name=TOOL_NAME, version=__version__),
            lock=lock_of(tree),
            listed=content.listed,
            excluded=len(content.excluded),
            files=frozen_files(content.files),
        )
    return Frozen(manifest, {**content.files, MANIFEST: manifest_bytes(manifest)}, content)


def write(root: Path, frozen: Frozen) -> Path:
    """Put a release into its folder, whole or not at all. Raises Refused where there is one already, Outside."""
    target = root / TOP / frozen.manifest.release
    try:
        new_folder(target, frozen.files, within=root)
    except FileExistsError as error:
        raise taken(frozen.manifest.release) from error
    attributes = root / ATTRIBUTES
    if not attributes.exists():
        write_file(attributes, EXACT, within=root)
    return target


def source_of(root: Path, revision: str) -> tuple[str, Trees]:
    """The commit of a revision and the ids of its folders. Raises Refused where there is no repository, GitError."""
    try:
        commit = commit_id(root, revision)
    except GitError as error:
        raise Refused(
            Text(
                "发布只能取自 Git 的提交，而这里没有仓库或没有提交。先运行 git init、git add 和 git commit。",
                "a release is made from a commit of Git, and there is none here. Run git init, git add and git commit first.",
            )
        ) from error
    catalog = _tree_id(root, commit, "catalog")
    if catalog is None:
        raise Refused(Text(f"提交 {commit[:12]} 中没有 catalog/", f"the commit {commit[:12]} has no catalog/"))
    return commit, Trees(catalog=catalog, standards=_tree_id(root, commit, "standards"))


def checked_project(tree: Tree, on: str) -> Project:
    """The catalogue of a tree on a day. Raises Refused where it has errors: nothing is released from such a one."""
    checked = check_tree(tree, on)
    if checked.failed:
        first = next(d for d in checked.diagnostics if d.severity == "error")
        raise Refused(
            Text(
                f"目录有错误，不能发布。运行 catalog validate 查看全部；第一个：{first.location} {first.message('zh')}",
                f"the catalogue has errors, so it cannot be released. catalog validate shows them all; the first: {first.location} {first.message('en')}",
            )
        )
    return checked.project


def lock_of(tree: Tree) -> LockFile | None:
    """The lock of a tree: with what the outputs were made."""
    try:
        return LockFile(path=LOCK, sha256=sha256(tree.read(LOCK)).hexdigest())
    except (OSError, KeyError):
        return None


def _tree_id(root: Path, commit: str, folder: str) -> str | None:
    try:
        # `./`: the repository's root may lie below the top of Git's.
        return run_git(root, "rev-parse", "--verify", "--quiet", f"{commit}:./{folder}").decode("ascii").strip()
    except GitError:
        return None
