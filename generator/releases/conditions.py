"""What a release asks for before it is made: a name that is free, a clean repository, the programme, its order."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics import Refused
from generator.git import GitError, run_git
from generator.loader.layout import not_on_windows
from generator.loader.manifest import MOST_SAID, Amends
from generator.loader.released import TOP, Released, check_releases, releases_of
from generator.model.fields import ID_PATTERN
from generator.project import Entry, Project
from generator.releases.signatures import tag_of
from generator.source.tree import FolderTree
from generator.texts import Text
from generator.vouchers.notice import CannotNotice, voucher_entry

FROM = ("catalog", "standards")
"""The folders that a release is made from."""

_LONGEST_NAME = 63


@dataclass(frozen=True, slots=True)
class Correction:
    """The release that a new one corrects, why, and on what evidence."""

    release: str
    reason: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Request:
    name: str
    voucher: str
    on: str
    correction: Correction | None = None


def check_name(name: str) -> None:
    if not re.fullmatch(ID_PATTERN, name) or len(name) > _LONGEST_NAME or not_on_windows(name):
        raise Refused(
            Text(
                f"发布的编号“{name}”只能用小写字母、数字和单个连字符，最多 {_LONGEST_NAME} 个字符，如 2026-1",
                f"the id '{name}' of a release may hold lower-case letters, digits and single hyphens, at most {_LONGEST_NAME}: 2026-1, say",
            )
        )


def existing_releases(root: Path, name: str) -> tuple[Released, ...]:
    """The releases that there are, all of them intact; none has the name, here or as a tag."""
    tree = FolderTree(root, (TOP,))
    if (root / TOP / name).exists() or any(path.startswith(f"{TOP}/{name}/") for path in tree.paths()):
        raise taken(name)
    if problem := next(iter(check_releases(tree)), None):
        code, finding = problem
        raise Refused(
            Text(
                f"已有的发布有问题，先改正：{finding.path} {code.message.fill('zh', finding.values)}",
                f"an earlier release is not as it was; mend that first: {finding.path} {code.message.fill('en', finding.values)}",
            )
        )
    try:
        run_git(root, "rev-parse", "--verify", "--quiet", f"refs/tags/{tag_of(name)}")
    except GitError:
        return releases_of(tree)
    raise Refused(
        Text(
            f"已有标签 release/{name}：这个编号用过了，请换一个",
            f"there is a tag release/{name}: that id has been used, choose another",
        )
    )


def taken(name: str) -> Refused:
    return Refused(
        Text(
            f"releases/{name} 已经存在，发布之后不再改动；需要更正时用新编号和 --amends {name}",
            f"releases/{name} exists, and a release never changes; to correct it, use a new id and --amends {name}",
        )
    )


def check_clean(root: Path) -> None:
    status = run_git(root, "status", "--porcelain", "-z", "--untracked-files=all", "--", *FROM)
    changed = [line[3:].decode("utf-8", "replace") for line in status.split(b"\0") if len(line) > 3]
    if changed:
        some = ", ".join(changed[:3]) + (" …" if len(changed) > 3 else "")
        raise Refused(
            Text(
                f"catalog/ 或 standards/ 有未提交的改动（{some}）；发布取自提交，先 git commit",
                f"catalog/ or standards/ has changes that are not committed ({some}); a release is made from a commit, so commit them first",
            )
        )


def programme_of(project: Project, request: Request) -> Entry:
    try:
        voucher = voucher_entry(project, request.voucher)
    except CannotNotice as error:
        raise Refused(error.text) from error
    if voucher.example and not request.name.startswith("example-"):
        raise Refused(
            Text(
                f"{voucher.slug} 是示例，发布的编号以 example- 开头：example-{request.name}",
                f"{voucher.slug} is an example, and its releases' ids begin with example-: example-{request.name}",
            )
        )
    if not voucher.example and request.name.startswith("example-"):
        raise Refused(
            Text(
                f"{voucher.slug} 不是示例，发布的编号不以 example- 开头",
                f"{voucher.slug} is no example, and its releases' ids do not begin with example-",
            )
        )
    if not project.settled(voucher):
        raise Refused(Text(f"服务券 {voucher.slug} 尚未生效", f"the voucher programme {voucher.slug} is not in force"))
    return voucher


def previous_of(existing: Iterable[Released], voucher: Entry, request: Request) -> Released | None:
    """The last release of the programme: the one that no other names as the one before it."""
    same = [release for release in existing if release.manifest.voucher == voucher.id]
    behind = {release.manifest.previous.release for release in same if release.manifest.previous}
    last = next((release for release in reversed(same) if release.name not in behind), None)
    if last is not None and request.on < last.manifest.on:
        raise Refused(
            Text(
                f"日期 {request.on} 早于上一次发布 {last.name} 的 {last.manifest.on}",
                f"{request.on} is before {last.manifest.on}, the day of the last release {last.name}",
            )
        )
    return last


def amends_of(existing: Iterable[Released], voucher: Entry, request: Request) -> Amends | None:
    correction = request.correction
    if correction is None:
        return None
    if max(len(correction.reason), len(correction.evidence)) > MOST_SAID:
        raise Refused(
            Text(f"原因和依据各不超过 {MOST_SAID} 字", f"reason and evidence have at most {MOST_SAID} characters each")
        )
    found = next((release for release in existing if release.name == correction.release), None)
    if found is None or found.manifest.voucher != voucher.id:
        raise Refused(
            Text(
                f"服务券 {voucher.slug} 没有发布 {correction.release}",
                f"the voucher programme {voucher.slug} has no release {correction.release}",
            )
        )
    if found.amended_by:
        newer = found.amended_by[-1]
        raise Refused(
            Text(
                f"{correction.release} 已由 {newer} 更正；请更正 {newer}",
                f"{correction.release} has been amended by {newer}; amend {newer}",
            )
        )
    return Amends(
        release=found.name,
        manifest_sha256=found.digest,
        reason=correction.reason.strip(),
        evidence=correction.evidence.strip(),
    )
