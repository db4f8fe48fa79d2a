"""The whole run: check, make frames, stamp, index, export, check links, swap in.

Nothing here prints or reads the clock; progress is told through a callback.
"""

import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path

from generator.diagnostics import Diagnostic
from generator.exports import site_files
from generator.exports.standard_files import document_makers
from generator.exports.voucher_files import working_of
from generator.git import Change, GitError, history
from generator.loader import code_lists, load, without_collecting
from generator.loader.cache import Cache
from generator.loader.layout import TOPS
from generator.model.schema import schema_files
from generator.model.voucher import Voucher
from generator.output import empty_folder, refuse_foreign, staging_of, swap_in, write_file
from generator.project import Entry, Project
from generator.rules.check import Checked, Tell, all_codes, check_tree
from generator.site.downloads import Download
from generator.site.entry_page import Surroundings
from generator.site.frames import FrameSet, framing, make_frames
from generator.site.linkcheck import Broken
from generator.site.naming import naming_of, programme_in
from generator.site.publish import add_pages, publish
from generator.site.serving import Live
from generator.source.tree import FolderTree, Tree
from generator.submit.formatting import locks
from generator.texts import LANGS, Lang
from generator.vouchers.frozen import shelf_of

SITE_MARK = "api/v1/index.json"
"""A file that every site has: a folder with it may be replaced by a new site."""


@dataclass(frozen=True, slots=True)
class Built:
    """A finished site: where it is and how many pages it has; or what kept it from being finished."""

    checked: Checked
    out: Path
    pages: int = 0
    broken: tuple[Broken, ...] = ()

    @property
    def failed(self) -> bool:
        return self.checked.failed or bool(self.broken)


def build(
    root: Path,
    out: Path,
    today: str,
    *,
    langs: Sequence[Lang] = LANGS,
    jobs: int = 1,
    use_cache: bool = True,
    tell: Tell | None = None,
) -> Built:
    """Check, make frames, stamp, index, export, check links, and put the whole in the place of `out`.

    Raises NotOurs where `out` holds anything but a site made before.
    """
    refuse_foreign(out, SITE_MARK)
    with without_collecting():
        return _build(root, out, today, langs, jobs, use_cache, tell)


def _build(
    root: Path, out: Path, today: str, langs: Sequence[Lang], jobs: int, use_cache: bool, tell: Tell | None
) -> Built:
    tree = FolderTree(root, TOPS)
    work = root / ".cache"
    with _framing(tree, root, work, langs) as framed:
        checked = check_tree(tree, today, cache=work if use_cache else None, jobs=jobs, tell=tell)
        if checked.failed:
            return Built(checked, out)
        frames = framed()
    project = checked.project
    staging = empty_folder(staging_of(out))
    published = publish(
        project,
        frames,
        all_codes(),
        _around(project, tree, root),
        lambda: site_files(project, tree),
        staging,
        work,
        langs=langs,
        jobs=jobs,
        tell=tell,
    )
    if published.broken:
        shutil.rmtree(staging)
        return Built(checked, out, published.pages, published.broken)
    swap_in(staging, out)
    return Built(checked, out, published.pages)


@contextmanager
def _framing(tree: Tree, root: Path, work: Path, langs: Sequence[Lang]) -> Iterator[Callable[[], FrameSet]]:
    """The frames, made while the entries are checked. Without settings there are none, and the check says why."""
    programme = programme_in(tree)
    if programme is None:
        yield lambda: make_frames(root, work / "frames", site_url=None, langs=langs)
        return
    naming = naming_of(programme)
    with framing(root, work / "frames", site_url=programme.site_url, naming=naming, langs=langs) as finished:
        yield finished


def _around(project: Project, tree: Tree, root: Path) -> Surroundings:
    return Surroundings(project.settings.programme.site_url, _history(root), shelf_of(tree), _downloads)


def _downloads(project: Project, voucher: Entry) -> tuple[Download, ...]:
    """The files that the site has of a programme's working state."""
    if not voucher.as_a(Voucher).tables:
        return ()
    made = working_of(project, voucher)
    return tuple(Download(path, len(content), sha256(content).hexdigest()) for path, content in made.items())


def _history(root: Path) -> Mapping[str, Sequence[Change]]:
    """When each file changed; nothing where there is no Git."""
    try:
        return history(root, TOPS)
    except GitError:
        return {}


def generate(root: Path) -> tuple[tuple[str, ...], tuple[Diagnostic, ...]]:
    """Write what is generated and committed: the schemas and the locks of provisions.

    The paths that changed; and why a lock was left alone, where its draft has errors or it cannot be read itself:
    it holds the ids that were removed, which nothing else knows. Raises Outside.
    """
    tree = FolderTree(root, TOPS)
    files = {f"schemas/{path}": content for path, content in schema_files(code_lists(tree))}
    refused: list[Diagnostic] = []
    for lock in locks(tree):
        if lock.problems:
            refused += lock.diagnostics
        else:
            files[lock.path] = lock.after
    changed = tuple(path for path, content in files.items() if write_file(root / path, content, within=root))
    return changed, tuple(refused)


def live(root: Path, today: str, *, jobs: int = 1) -> Live:
    """The site at `root` as it is being worked on."""
    work = root / ".cache"

    def load_now() -> tuple[Project, Tree]:
        tree = FolderTree(root, TOPS)
        return load(tree, today, cache=Cache(work / "entries.msgpack"), jobs=jobs)[0], tree

    project, tree = load_now()
    programme = project.settings.programme
    frames = make_frames(root, work / "frames", site_url=programme.site_url, naming=naming_of(programme))
    return Live(
        load_now,
        partial(site_files, documents=False),
        document_makers,
        frames,
        all_codes(),
        _around(project, tree, root),
        work / "live",
    )


def stamp_into(config_file_path: str, site_dir: str, lang: Lang, frames: FrameSet, today: str) -> None:
    """Add one language's pages to a folder that MkDocs has just built; the shared files come with the last language.

    This is what the plugin calls in a plain `mkdocs build` or `mkdocs serve`. `site_dir` is that language's folder.
    """
    root = Path(config_file_path).parent
    tree = FolderTree(root, TOPS)
    project, _ = load(tree, today, cache=Cache(root / ".cache" / "entries.msgpack"))
    site = Path(site_dir) if lang == LANGS[0] else Path(site_dir).parent
    add_pages(
        project,
        frames,
        all_codes(),
        _around(project, tree, root),
        lambda: site_files(project, tree),
        site,
        root / ".cache",
        lang,
    )
