"""Verifying a release: is every file the one of its manifest, does the commit still give the same, who vouches for it?

Nothing is checked out. The rebuilt files are compared byte for byte. Where this tool or its lock is another than
the manifest's, a file whose bytes differ is compared by its contents where they can be read.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Literal

from generator import __version__
from generator.diagnostics import Refused
from generator.git import GitError, GitTree
from generator.loader import load
from generator.loader.frozen import MANIFEST, SIGNATURE, Damaged
from generator.loader.layout import TOPS
from generator.loader.manifest import Manifest
from generator.loader.released import (
    SIGNERS,
    TOP,
    Released,
    check_chain,
    check_files,
    files_below,
    read_release,
    releases_of,
)
from generator.releases import signatures
from generator.releases.compare import release_named, rows_of
from generator.releases.content import Content, content_of
from generator.releases.freeze import LOCK, source_of
from generator.releases.readable import same_content
from generator.source.tree import FolderTree, Tree, bytes_of, is_regular
from generator.texts import Text
from generator.vouchers.notice import CannotNotice, voucher_entry

Level = Literal["ok", "wrong", "open"]
_GONE = Text("重建后没有这个文件", "rebuilt, it is not there")
_MORE = Text("重建后多出这个文件", "rebuilt, it is there as well")
_EXACT = (".json", ".jsonld", ".csv", ".yaml", ".xml", ".ics")


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that was looked at: as it should be, wrong, or not decided here."""

    level: Level
    text: Text


@dataclass(frozen=True, slots=True)
class Verdict:
    release: str
    lines: tuple[Line, ...]

    @property
    def holds(self) -> bool:
        return all(line.level != "wrong" for line in self.lines)


def verify(root: Path, name: str, tag: str | None = None) -> Verdict:
    """Everything about a release of the working folder, or of the one that a tag holds. Raises Refused, GitError."""
    if tag is None:
        return Verdict(name, tuple(_lines(root, FolderTree(root, (TOP,)), name)))
    try:
        tree = GitTree(root, f"refs/tags/{tag}", (TOP,))
    except GitError as error:
        raise Refused(
            Text(
                f"没有标签 {tag}；先运行 git fetch --tags",
                f"there is no tag {tag}; run git fetch --tags first",
            )
        ) from error
    with tree:
        return Verdict(name, tuple(_lines(root, tree, name)))


def _lines(root: Path, tree: Tree, name: str) -> Iterator[Line]:
    paths = files_below(tree, name)
    if not paths:
        zh = f"没有发布 {name}；catalog release list 列出全部发布"
        raise Refused(Text(zh, f"there is no release {name}; catalog release list shows them all"))
    try:
        release = read_release(tree, name)
    except Damaged as damaged:
        zh = f"releases/{name}/{MANIFEST} 不可信：{damaged}"
        yield Line("wrong", Text(zh, f"releases/{name}/{MANIFEST} cannot be trusted: {damaged}"))
        return
    yield from _files(tree, release, paths)
    yield from _signatures(root, tree, release)
    yield from _rebuilt(root, tree, release)
    amended = next((r.amended_by for r in releases_of(tree) if r.name == name), ())
    if amended:
        some = ", ".join(amended)
        yield Line("ok", Text(f"已由 {some} 更正", f"amended by {some}"))


def _files(tree: Tree, release: Released, paths: frozenset[str]) -> Iterator[Line]:
    """Every hash, no file more or less, the day after its notices, the manifests before it."""
    wrong = 0
    for code, finding in (*check_files(tree, release, paths), *check_chain(tree, release)):
        wrong += 1
        zh, en = (code.message.fill(lang, finding.values) for lang in ("zh", "en"))
        yield Line("wrong", Text(f"{finding.path}：{zh}", f"{finding.path}: {en}"))
    for path in sorted(path for path in paths if not is_regular(tree.mode(path))):
        wrong += 1
        yield Line("wrong", Text(f"{path}：不是普通文件", f"{path}: not a regular file"))
    if not wrong:
        many = len(release.manifest.files)
        size = sum(file.bytes for file in release.manifest.files)
        zh = f"{many} 个文件、{size} 字节，与清单的 SHA-256 全部相符，不多不少"
        yield Line(
            "ok", Text(zh, f"{many} files of {size} bytes have the SHA-256 of the manifest; none more, none less")
        )


def _signatures(root: Path, tree: Tree, release: Released) -> Iterator[Line]:
    path = f"{release.folder}/{SIGNATURE}"
    manifest = tree.read(f"{release.folder}/{MANIFEST}")
    tag = signatures.tag_of(release.name)
    commit = signatures.tag_commit(root, tag)
    if commit is not None:
        with GitTree(root, commit, (TOP,)) as tagged:
            try:
                same = sha256(tagged.read(f"{release.folder}/{MANIFEST}")).hexdigest() == release.digest
            except FileNotFoundError:
                same = False
        if not same:
            yield Line("wrong", Text(f"标签 {tag} 中是另一份清单", f"the tag {tag} holds another manifest"))
        yield _signed(signatures.tag_signature(root, tag), Text(f"标签 {tag}", f"the tag {tag}"))
    else:
        yield Line("open", Text(f"没有标签 {tag}", f"there is no tag {tag}"))
    if path in tree.paths():
        signed = signatures.file_signature(root, manifest, tree.read(path) if is_regular(tree.mode(path)) else b"")
        yield _signed(signed, Text(SIGNATURE, SIGNATURE))


def _signed(signed: signatures.Signed, what: Text) -> Line:
    zh, en = what.zh, what.en
    match signed:
        case "good":
            return Line("ok", Text(f"{zh} 的签名有效", f"{en} has a good signature"))
        case "bad":
            return Line("wrong", Text(f"{zh} 的签名无效，或签名人不被认可", f"{en} has a bad signature, or one of somebody unknown"))  # fmt: skip
        case "no-signers":
            return Line("open", Text(f"{zh} 有签名，但没有 {SIGNERS}，无从核对", f"{en} is signed, but there is no {SIGNERS} to check it against"))  # fmt: skip
        case "no-tool":
            return Line("open", Text(f"{zh} 有签名，但没有 ssh-keygen，无从核对", f"{en} is signed, but there is no ssh-keygen to check it"))  # fmt: skip
    return Line("open", Text(f"{zh} 没有签名", f"{en} is not signed"))


def _rebuilt(root: Path, tree: Tree, release: Released) -> Iterator[Line]:
    """The release made again from the commit of its manifest, and compared."""
    manifest = release.manifest
    commit = _commit(root, manifest)
    if commit is None:
        zh = f"找不到提交 {manifest.commit[:12]}，也没有 catalog/ 相同的提交，无从重建；若是浅克隆，先运行 git fetch --unshallow --tags"
        en = (
            f"the commit {manifest.commit[:12]} is not here, nor one with the same catalog/, so nothing can be rebuilt;"
            " in a shallow clone run git fetch --unshallow --tags first"
        )
        yield Line("wrong", Text(zh, en))
        return
    same_tool = manifest.tool.version == __version__ and _lock(root) == (
        manifest.lock.sha256 if manifest.lock else None
    )
    try:
        with GitTree(root, commit, (*TOPS, LOCK)) as source:
            project = load(source, manifest.on)[0]  # what was sound then may break a rule of today
            voucher = voucher_entry(project, manifest.voucher)
            before = manifest.previous.release if manifest.previous else None
            since = (before, rows_of(tree, release_named(tree, before))) if before else None
            content = content_of(project, source, voucher, release.name, manifest.on, since)
    except (Refused, CannotNotice) as refused:
        yield Line("wrong", Text(f"无法重建：{refused.text.zh}", f"cannot be rebuilt: {refused.text.en}"))
        return
    yield from _compared(tree, release, content, same_tool, commit)
    if not same_tool:
        yield Line("open", _how_to_install(manifest))


def _compared(tree: Tree, release: Released, content: Content, same_tool: bool, commit: str) -> Iterator[Line]:
    frozen = {file.path: file.sha256 for file in release.manifest.files}
    equal = alike = 0
    if content.listed != release.manifest.listed:
        yield Line("wrong", Text("重建后列入的条目与清单不同", "rebuilt, other listings qualify than in the manifest"))
    for path in sorted(frozen.keys() | content.files.keys()):
        made = content.files.get(path)
        if made is None or path not in frozen:
            yield _differs(path, same_tool, _GONE if made is None else _MORE)
        elif sha256(made).hexdigest() == frozen[path]:
            equal += 1
        elif same_tool or path.endswith(_EXACT):
            yield _differs(path, same_tool, Text("重建后内容不同", "rebuilt, it differs"))
        else:
            said = same_content(path, bytes_of(tree, f"{release.folder}/{path}"), made)
            if said is None:
                zh, en = (
                    f"{path}：字节不同，内容无法在此比较",
                    f"{path}: other bytes; its content cannot be compared here",
                )
                yield Line("open", Text(zh, en))
            elif said:
                alike += 1
            else:
                yield _differs(path, same_tool, Text("重建后内容不同", "rebuilt, its content differs"))
    zh = f"从提交 {commit[:12]} 重建：{equal} 个文件逐字节相同"
    en = f"rebuilt from the commit {commit[:12]}: {equal} files are the same byte for byte"
    if alike:
        zh, en = f"{zh}，{alike} 个内容相同", f"{en}, {alike} by their content"
    yield Line("ok", Text(zh, en))


def _differs(path: str, same_tool: bool, what: Text) -> Line:
    text = Text(f"{path}：{what.zh}", f"{path}: {what.en}")
    return Line("wrong" if same_tool or path.endswith(_EXACT) else "open", text)


def _how_to_install(manifest: Manifest) -> Text:
    version, commit = manifest.tool.version, manifest.commit
    zh = (
        f"发布用的工具是 {manifest.tool.name} {version}，这里是 {__version__} 或依赖锁不同。要逐字节核对，在另一个目录："
        f"git worktree add ../release-tool {commit} && cd ../release-tool && python -m venv .venv && "
        f".venv/bin/pip install --require-hashes -r {LOCK} && .venv/bin/pip install --no-deps --no-build-isolation ."
    )
    en = (
        f"the release was made by {manifest.tool.name} {version}; here it is {__version__}, or the lock differs. To compare byte for byte, elsewhere: "
        f"git worktree add ../release-tool {commit} && cd ../release-tool && python -m venv .venv && "
        f".venv/bin/pip install --require-hashes -r {LOCK} && .venv/bin/pip install --no-deps --no-build-isolation ."
    )
    return Text(zh, en)


def _commit(root: Path, manifest: Manifest) -> str | None:
    """A commit with the manifest's folders: its own, else (history may have been rewritten) the tag's or the last."""
    for revision in (manifest.commit, f"refs/tags/{signatures.tag_of(manifest.release)}", "HEAD"):
        try:
            commit, trees = source_of(root, revision)
        except (Refused, GitError):
            continue
        if trees == manifest.trees:
            return commit
    return None


def _lock(root: Path) -> str | None:
    try:
        return sha256((root / LOCK).read_bytes()).hexdigest()
    except OSError:
        return None
