"""The search index: Pagefind's plain program over a temporary tree of our own words, in shards.

Each document becomes one small file whose body is the document's tokens (tokens.py), never seen by a
reader: its shadow, written wherever pages are made, by `write_shadow`. Pagefind keeps everything in
memory and works almost alone on one core, so the documents are spread over shards by their id, two of
which are made at a time; the browser searches all of them.
A shard whose documents did not change is taken from the work folder.

Laid out as `<lang>/index.json` (the shards, the kinds), `<lang>/facets.json` (what one can filter by),
`<lang>/names.json` (what a misspelt query may mean) and `<lang>/<shard>/` (Pagefind's files, without those that the site does not use).
"""

import hashlib
import json
import os
import re
import shutil
import subprocess
import tempfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import version
from pathlib import Path

from generator.output import Folder, write_file
from generator.site.search_doc import TITLE_PLACES, SearchDoc, Shadow, code_of, write_shadow
from generator.site.search_head import near_names
from generator.site.search_page import search_page_body
from generator.texts import LANGS, Lang

SHARD_SIZE = 6_000
"""Documents of a shard at most, because the browser loads a list of them."""

SHARD_CHARACTERS = 5_000_000
"""Characters of a shard at most: Pagefind takes about 600 bytes of memory for each, hence 3 GB."""

_SPLIT_FROM = 2_000
"""From here on there are two shards at least: half the time where there are two cores."""

_LAYOUT = 4
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


def shadow_folder(documents: int = 10_000) -> tempfile.TemporaryDirectory[str]:
    """A folder for the shadows of about so many documents: in memory where there is room for four times as much."""
    shared = Path("/dev/shm")  # noqa: S108 - a folder made by mkdtemp in it is nobody else's
    room = shared.is_dir() and os.access(shared, os.W_OK) and shutil.disk_usage(shared).free > 4 * 16_384 * documents
    return tempfile.TemporaryDirectory(prefix="catalog-search-", dir=str(shared) if room else None)


def write_index(
    docs: Iterable[SearchDoc],
    out: Path,
    work: Path,
    *,
    shard_size: int = SHARD_SIZE,
    workers: int = 2,
    progress: Progress | None = None,
) -> IndexInfo:
    """Write the index of documents whose shadows nobody has written yet; see `index_shadows`."""
    with shadow_folder() as folder:
        files = Folder(Path(folder))
        found = [write_shadow(doc, files) for doc in docs]
        return index_shadows(found, files.root, out, work, shard_size=shard_size, workers=workers, progress=progress)


def index_shadows(
    shadows: Iterable[Shadow],
    folder: Path,
    out: Path,
    work: Path,
    *,
    shard_size: int = SHARD_SIZE,
    workers: int = 2,
    progress: Progress | None = None,
) -> IndexInfo:
    """Write the index of all documents below `out` (the site's `pagefind/`), keeping shards in `work`.

    `folder` holds the shadows, which are moved away. `workers`: how many times Pagefind runs at once.
    Raises SearchError.
    """
    every = sorted(shadows, key=lambda doc: (doc.lang, doc.address))
    tell = progress or (lambda done, total: None)
    plans = [
        plan for lang in LANGS for plan in _plans([doc for doc in every if doc.lang == lang], lang, work, shard_size)
    ]
    kept = [plan for plan in plans if plan.folder.is_dir()]
    done = sum(len(plan.docs) for plan in kept)
    tell(done, len(every))
    for plan in _make([plan for plan in plans if plan not in kept], folder, workers):
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
    docs: Sequence[Shadow]
    folder: Path

    @property
    def name(self) -> str:
        return str(self.number)


def _plans(docs: Sequence[Shadow], lang: Lang, work: Path, shard_size: int) -> Iterator[_Plan]:
    characters = sum(doc.size for doc in docs)
    count = max(-(-len(docs) // shard_size), -(-characters // SHARD_CHARACTERS), 2 if len(docs) >= _SPLIT_FROM else 1)
    shards: list[list[Shadow]] = [[] for _ in range(count)]
    for doc in docs:
        # By its address, so that a new document changes one shard and leaves the others as they are.
        shards[zlib.crc32(doc.address.encode()) % count].append(doc)
    for number, held in enumerate(filter(None, shards)):
        yield _Plan(lang, number, held, work / lang / f"{number}-{_key(held)}")


def _key(docs: Iterable[Shadow]) -> str:
    """A name for an index of exactly these documents made by these programs."""
    digest = hashlib.sha256(f"{_LAYOUT} {version('pagefind')}".encode())
    for doc in docs:
        digest.update(doc.digest)
    return digest.hexdigest()[:20]


def _make(plans: Sequence[_Plan], folder: Path, workers: int) -> Iterator[_Plan]:
    """Make shards, several at a time, each yielded when it and those before it are done."""
    with ThreadPoolExecutor(workers) as pool:
        started = [pool.submit(_run, plan, _moved(plan, folder)) for plan in plans]
        try:
            for plan, future in zip(plans, started, strict=True):
                future.result()
                yield plan
        finally:
            for future in started:
                future.cancel()


def _moved(plan: _Plan, folder: Path) -> Path:
    """The shadows of a shard in a folder of their own."""
    own = folder / f"{plan.lang}-{plan.name}"
    for parent in {file.rpartition("/")[0] for file in (doc.file for doc in plan.docs)}:
        (own / parent.partition("/")[2]).mkdir(parents=True, exist_ok=True)
    for doc in plan.docs:
        os.rename(f"{folder}/{doc.file}", f"{own}/{doc.file.partition('/')[2]}")  # noqa: PTH104 - for each document
    return own


def _run(plan: _Plan, shadow: Path) -> None:
    """Run Pagefind over the shadow tree and keep what it made under its name."""
    made = plan.folder.with_name(f".{plan.folder.name}.{os.getpid()}")
    try:
        shutil.rmtree(made, ignore_errors=True)
        made.parent.mkdir(parents=True, exist_ok=True)
        # Only these settings: neither a pagefind.toml nor the environment may change the index.
        settings = {name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")}
        # Ids of hits begin with the language; a name for each shard keeps them apart in the browser.
        language = f"s{plan.number}"
        command = [str(_executable()), "--silent", "--site", str(shadow), "--output-path", str(made.absolute())]
        command += ["--force-language", language]
        cards = _Cards(made / "fragment", language, plan.docs)
        result = subprocess.run(command, cwd=shadow, env=settings, capture_output=True, text=True, check=False)
        if result.returncode or not (made / "pagefind-entry.json").is_file():
            raise SearchError(f"pagefind: {(result.stderr or result.stdout).strip() or result.returncode}")
        cards.finish()
        for pattern in _UNUSED + (_ONCE if plan.number else ()):
            for file in made.glob(pattern):
                file.unlink()
        shutil.rmtree(plan.folder, ignore_errors=True)
        made.rename(plan.folder)
    finally:
        shutil.rmtree(made, ignore_errors=True)
        shutil.rmtree(shadow, ignore_errors=True)


_URL = re.compile(rb'pagefind_dcd\{"url":"/([^"]*)"')


class _Cards:
    """What is shown of each hit, put in Pagefind's folder before it runs, under the names that it will look for."""

    def __init__(self, root: Path, language: str, docs: Sequence[Shadow]) -> None:
        self._folder = Folder(root)
        self._docs = {doc.file.partition("/")[2]: doc for doc in docs}
        alike = Counter(doc.card_name for doc in docs)
        self._names = {f"{language}_{doc.card_name}.pf_fragment": doc for doc in docs if alike[doc.card_name] == 1}
        for name, doc in self._names.items():
            self._folder.write(name, doc.card)

    def finish(self) -> None:
        """Put cards in the place of what Pagefind made itself, if it did. SearchError where that cannot be told."""
        root = self._folder.root
        named = {doc.file: name for name, doc in self._names.items()}
        for name in [entry.name for entry in os.scandir(root) if entry.name not in self._names]:
            head = zlib.decompressobj(zlib.MAX_WBITS | 16).decompress((root / name).read_bytes(), 512)
            found = _URL.match(head)
            doc = self._docs.get(found[1].decode() or "index.html") if found else None
            if doc is None:
                raise SearchError(f"pagefind: {name} does not begin as expected")
            self._folder.write(name, doc.card)
            if doc.file in named:
                (root / named[doc.file]).unlink()


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
    held = [doc for plan in shards for doc in plan.docs]
    for doc in held:
        kinds.setdefault(doc.kind, doc.kind_name)
        for name, values in doc.facets.items():
            counts.setdefault(name, Counter()).update(values)
    index = {
        "documents": sum(len(plan.docs) for plan in shards),
        "key": hashlib.sha256(" ".join(plan.folder.name for plan in shards).encode()).hexdigest()[:12],
        "kinds": {kind: [name, code_of("kind", kind)] for kind, name in kinds.items()},
        "shards": [plan.name for plan in shards],
        "titleEnds": 1 + TITLE_PLACES,
    }
    facets = {
        name: [
            (value, code_of(name, value)) for value, _ in sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))
        ]
        for name, found in counts.items()
    }
    names = near_names((doc.kind, doc.names, doc.address.strip("/").rpartition("/")[2]) for doc in held)
    for name, content in (("index.json", index), ("facets.json", facets), ("names.json", names)):
        text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        write_file(folder / name, text.encode())


def _forget(work: Path, used: set[Path]) -> None:
    """Remove kept shards that no document belongs to any more."""
    for lang in LANGS:
        for folder in (work / lang).glob("*"):
            if folder not in used:
                shutil.rmtree(folder)


__all__ = [
    "SHARD_SIZE",
    "IndexInfo",
    "SearchDoc",
    "SearchError",
    "Shadow",
    "index_shadows",
    "search_page_body",
    "shadow_folder",
    "write_index",
    "write_shadow",
]
