"""The search index: Pagefind's plain program over a temporary tree of our own words, in shards.

Each document becomes one small file whose body is the document's tokens (tokens.py), never seen by a
reader. Pagefind keeps everything in memory and works almost alone on one core, so the documents are
spread over shards by their id, two of which are made at a time; the browser searches all of them.
A shard whose documents did not change is taken from the work folder.

Laid out as `<lang>/index.json` (the shards, the kinds), `<lang>/facets.json` (what one can filter by)
and `<lang>/<shard>/` (Pagefind's files, without those that the site does not use).
"""

import hashlib
import json
import os
import shutil
import subprocess
import tempfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from threading import BoundedSemaphore

from generator.output import Folder, write_file
from generator.site.search_doc import TITLE_PLACES, SearchDoc, code_of, facets_of, shadow_page
from generator.site.search_page import search_page_body
from generator.texts import LANGS, Lang

SHARD_SIZE = 6_000
"""Documents of a shard at most, because the browser loads a list of them."""

SHARD_CHARACTERS = 5_000_000
"""Characters of a shard at most: Pagefind takes about 600 bytes of memory for each, hence 3 GB."""

_SPLIT_FROM = 2_000
"""From here on there are two shards at least: half the time where there are two cores."""

_LAYOUT = 1
"""Goes up when the same documents would give another index, so that kept shards are not used again."""

_UNUSED = (
    "pagefind-ui.*",
    "pagefind-modular-ui.*",
    "pagefind-component-ui.*",
    "pagefind-highlight.js",
    "pagefind-worker.js",
)
_ONCE = ("pagefind.js", "wasm.*")

Progress = Callable[[int, int], None]
"""Told how many documents of how many are done."""


class SearchError(Exception):
    """Pagefind did not work; the message is what it said."""


@dataclass(frozen=True, slots=True)
class IndexInfo:
    """What was written: documents and shards, and how many of the shards were kept from an earlier run."""

    documents: int
    shards: int
    kept: int


def write_index(
    docs: Iterable[SearchDoc],
    out: Path,
    work: Path,
    *,
    shard_size: int = SHARD_SIZE,
    workers: int = 2,
    progress: Progress | None = None,
) -> IndexInfo:
    """Write the index of all documents below `out` (the site's `pagefind/`), keeping shards in `work`.

    `workers`: how many times Pagefind runs at once. Raises SearchError.
    """
    every = sorted(docs, key=lambda doc: (doc.lang, doc.address))
    tell = progress or (lambda done, total: None)
    plans = [
        plan for lang in LANGS for plan in _plans([doc for doc in every if doc.lang == lang], lang, work, shard_size)
    ]
    kept = [plan for plan in plans if plan.folder.is_dir()]
    done = sum(len(plan.docs) for plan in kept)
    tell(done, len(every))
    for plan in _make([plan for plan in plans if plan not in kept], workers):
        done += len(plan.docs)
        tell(done, len(every))
    for lang in LANGS:
        shards = [plan for plan in plans if plan.lang == lang]
        for plan in shards:
            _copy(plan.folder, out / lang / plan.name)
        _write_manifest(out / lang, shards)
    _forget(work, {plan.folder for plan in plans})
    return IndexInfo(len(every), len(plans), len(kept))


@dataclass(frozen=True, slots=True, eq=False)
class _Plan:
    """A shard to be made: `folder` is where it is kept, its name says what it holds."""

    lang: Lang
    number: int
    docs: Sequence[SearchDoc]
    folder: Path

    @property
    def name(self) -> str:
        return str(self.number)


def _plans(docs: Sequence[SearchDoc], lang: Lang, work: Path, shard_size: int) -> Iterator[_Plan]:
    characters = sum(doc.size for doc in docs)
    count = max(-(-len(docs) // shard_size), -(-characters // SHARD_CHARACTERS), 2 if len(docs) >= _SPLIT_FROM else 1)
    shards: list[list[SearchDoc]] = [[] for _ in range(count)]
    for doc in docs:
        # By its address, so that a new document changes one shard and leaves the others as they are.
        shards[zlib.crc32(doc.address.encode()) % count].append(doc)
    for number, held in enumerate(filter(None, shards)):
        yield _Plan(lang, number, held, work / lang / f"{number}-{_key(held)}")


def _key(docs: Iterable[SearchDoc]) -> str:
    """A name for an index of exactly these documents made by these programs."""
    digest = hashlib.sha256(f"{_LAYOUT} {version('pagefind')}".encode())
    for doc in docs:
        shown = (doc.address, doc.full_id, doc.kind, doc.title, doc.summary, doc.aliases, doc.example)
        digest.update(repr(shown).encode() + doc.text.encode() + doc.words.encode())
        digest.update(repr(sorted(doc.filters.items())).encode())
    return digest.hexdigest()[:20]


def _make(plans: Sequence[_Plan], workers: int) -> Iterator[_Plan]:
    """Make shards, each yielded when it is done. While Pagefind works on some, the next one's files are written."""
    ahead = BoundedSemaphore(workers + 1)
    with ThreadPoolExecutor(workers) as pool:
        started: list[tuple[_Plan, Future[None]]] = []
        try:
            for plan in plans:
                ahead.acquire()
                shadow = tempfile.TemporaryDirectory(prefix="catalog-search-", dir=_memory(plan))
                _write_shadow(plan, Path(shadow.name))
                future = pool.submit(_run, plan, Path(shadow.name))
                future.add_done_callback(partial(_finish, shadow, ahead))
                started.append((plan, future))
            for plan, future in started:
                future.result()
                yield plan
        finally:
            for _, future in started:
                future.cancel()


def _finish(shadow: tempfile.TemporaryDirectory[str], ahead: BoundedSemaphore, _: Future[None]) -> None:
    shadow.cleanup()
    ahead.release()


def _write_shadow(plan: _Plan, folder: Path) -> None:
    files = Folder(folder)
    for doc in plan.docs:
        files.write(f"{doc.address.removesuffix('/') or 'index'}.html", shadow_page(doc, plan.number).encode())


def _memory(plan: _Plan) -> str | None:
    """A file system in memory with room for the shadow of this shard several times over, where there is one."""
    shared = Path("/dev/shm")  # noqa: S108 - a folder made by mkdtemp in it is nobody else's
    if not (shared.is_dir() and os.access(shared, os.W_OK)):
        return None
    # A token takes up to nine bytes, and each file is rounded up.
    need = sum(9 * doc.size + 8_192 for doc in plan.docs)
    return str(shared) if shutil.disk_usage(shared).free > 4 * need else None


def _run(plan: _Plan, shadow: Path) -> None:
    """Run Pagefind over the shadow tree and keep what it made under its name."""
    made = plan.folder.with_name(f".{plan.folder.name}.{os.getpid()}")
    try:
        shutil.rmtree(made, ignore_errors=True)
        made.parent.mkdir(parents=True, exist_ok=True)
        # Only these settings: neither a pagefind.toml nor the environment may change the index.
        settings = {name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")}
        command = [str(_executable()), "--silent", "--site", str(shadow), "--output-path", str(made.absolute())]
        result = subprocess.run(command, cwd=shadow, env=settings, capture_output=True, text=True, check=False)
        if result.returncode or not (made / "pagefind-entry.json").is_file():
            raise SearchError(f"pagefind: {(result.stderr or result.stdout).strip() or result.returncode}")
        for pattern in _UNUSED + (_ONCE if plan.number else ()):
            for file in made.glob(pattern):
                file.unlink()
        shutil.rmtree(plan.folder, ignore_errors=True)
        made.rename(plan.folder)
    finally:
        shutil.rmtree(made, ignore_errors=True)


def _executable() -> Path:
    """The program in the package that brings it."""
    found: Path = import_module("pagefind_bin").get_executable()
    return found


def _copy(source: Path, target: Path) -> None:
    """Put a kept shard into the site; as further names of the same files where the file system can do that."""
    try:
        shutil.copytree(source, target, copy_function=os.link, dirs_exist_ok=False)
    except OSError:
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(source, target)


def _write_manifest(folder: Path, shards: Sequence[_Plan]) -> None:
    counts: dict[str, Counter[str]] = {}
    kinds: dict[str, str] = {}
    for doc in (doc for plan in shards for doc in plan.docs):
        kinds.setdefault(doc.kind, next(iter(doc.filters.get("kind", ())), doc.kind))
        for name, values in facets_of(doc).items():
            counts.setdefault(name, Counter()).update(values)
    index = {
        "documents": sum(len(plan.docs) for plan in shards),
        "key": hashlib.sha256(" ".join(plan.folder.name for plan in shards).encode()).hexdigest()[:12],
        "kinds": {kind: [name, code_of("kind", kind)] for kind, name in kinds.items()},
        "shards": [plan.name for plan in shards],
        "titleEnds": 1 + TITLE_PLACES,
    }
    facets = {
        name: [(value, code_of(name, value)) for value, _ in sorted(held.items(), key=lambda pair: (-pair[1], pair[0]))]
        for name, held in counts.items()
    }
    for name, content in (("index.json", index), ("facets.json", facets)):
        text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        write_file(folder / name, text.encode())


def _forget(work: Path, used: set[Path]) -> None:
    """Remove kept shards that no document belongs to any more."""
    for lang in LANGS:
        for folder in (work / lang).glob("*"):
            if folder not in used:
                shutil.rmtree(folder)


__all__ = ["SHARD_SIZE", "IndexInfo", "SearchDoc", "SearchError", "search_page_body", "write_index"]
