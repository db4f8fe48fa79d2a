"""Two releases of a repository side by side."""

from generator.diagnostics import Refused
from generator.loader.frozen import Damaged, FrozenFile
from generator.loader.manifest import ROWS
from generator.loader.released import Released, check_files, files_below, read_release
from generator.source.tree import Tree
from generator.texts import Text
from generator.vouchers.difference import Difference, Rows, compared, read_rows


def rows_of(tree: Tree, release: Released) -> Rows:
    """The frozen rows of a release by listing. Raises Refused where the file is not the one of the manifest."""
    path = f"{release.folder}/{ROWS}"
    wanted: FrozenFile | None = release.manifest.by_path.get(ROWS)
    wrong = [
        finding for _, finding in check_files(tree, release, files_below(tree, release.name)) if finding.path == path
    ]
    if wanted is None or wrong:
        raise _unsound(release.name, path)
    try:
        return read_rows(tree.read(path))
    except (ValueError, OSError) as error:
        raise _unsound(release.name, path) from error


def difference(tree: Tree, old: str, new: str) -> Difference:
    """What changed from one release to another. Raises Refused."""
    before, after = (rows_of(tree, release_named(tree, name)) for name in (old, new))
    return compared(old, new, before, after)


def release_named(tree: Tree, name: str) -> Released:
    """A release of the tree. Raises Refused where there is none that can be trusted."""
    try:
        return read_release(tree, name.removeprefix("releases/").strip("/"))
    except Damaged as error:
        zh = f"没有可以读取的发布 {name}：{error}。catalog release list 列出全部发布。"
        raise Refused(
            Text(zh, f"there is no release {name} to read: {error}. catalog release list shows them all.")
        ) from error


def _unsound(name: str, path: str) -> Refused:
    return Refused(
        Text(
            f"{path} 与发布 {name} 的清单不符；运行 catalog release verify {name}",
            f"{path} is not the one of the manifest of {name}; run catalog release verify {name}",
        )
    )
