"""The search index: which token stands where, in files of which the browser loads the few that it needs.

Made in two steps: runs where pages are made (search_run.py), then joined here, a range of tokens at a time, so that
memory holds but one of them. The documents of a language have numbers by kind, as a buyer wants the kinds, and address.

Laid out below `<lang>/` as `index.json`, which names the folder of all the rest by its key, so that files of two
versions never mix:

    chunks/<part>-<n>.bin  rows of: length and bytes of a token in UTF-8; length and bytes of its numbers, each the distance
                    from the one before. Lengths and numbers have seven bits to a byte. Tokens are in the order of UTF-16 units
    cards/<number>.json  what is shown of a hit
    facets.json     what one can filter by
    names.json      what a misspelt query may mean

assets/js/search-index.js reads them.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from hashlib import blake2b
from itertools import accumulate, groupby
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.output import Folder, empty_folder
from generator.parallel import run_all
from generator.project import Entry
from generator.site.search_doc import SearchDoc
from generator.site.search_head import NAMES, TITLE_ENDS, near_names, rank_of
from generator.site.search_page import search_page_body
from generator.site.search_run import BOUNDS, FOLDER, MADE, SLOT, Made, Run, coded
from generator.texts import LANGS, Lang

CHUNK = 24_000
"""Bytes after which a chunk is full; a token with a longer list has one of its own."""

_BATCH = 200

Progress = Callable[[int, int], None]
"""Told how many parts of how many are done."""


def in_order(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Entries by the numbers of their documents. Those of other pages, which are of the last kinds, follow."""
    return tuple(sorted(entries, key=lambda entry: (rank_of(entry.kind.folder), entry.id)))


def working_folder(work: Path) -> "TemporaryDirectory[str]":
    """A folder below `work` for the runs while they are needed."""
    work.mkdir(parents=True, exist_ok=True)
    return TemporaryDirectory(prefix="search-", dir=work)


def write_index(docs: Iterable[SearchDoc], site: Path, work: Path) -> None:
    """Write the index of documents of which no runs were made; each language's in the order of their numbers."""
    empty_folder(site / FOLDER)
    folder, made = Folder(site), []
    with working_folder(work) as words:
        for lang, held in groupby(docs, key=lambda doc: doc.lang):
            run = Run(lang, 0, folder)
            for doc in held:
                if run.documents == _BATCH:
                    made.append(run.finish(Folder(Path(words))))
                    run = Run(lang, run.first + _BATCH, folder)
                run.add(doc)
            made.append(run.finish(Folder(Path(words))))
        join_runs(made, Path(words), folder)


def join_runs(
    runs: Sequence[Made], words: Path, site: Folder, *, jobs: int = 1, progress: Progress | None = None
) -> None:
    """Write the index of all documents in `runs`, whose files lie in the folder `words`.

    Raises ValueError where their numbers leave a gap or the documents of a kind do not stand together.
    """
    tasks: list[Callable[[], Joined]] = []
    by_lang = {lang: sorted((run for run in runs if run.lang == lang), key=lambda run: run.first) for lang in LANGS}
    for lang, held in by_lang.items():
        tasks += (partial(_join, held, words, site, lang, part) for part in range(len(BOUNDS) + 1))
    joined: list[Joined] = []
    for one in run_all(tasks, jobs):
        joined.append(one)
        if progress:
            progress(len(joined), len(tasks))
    each = len(BOUNDS) + 1
    for at, (lang, held) in enumerate(by_lang.items()):
        _write_lists(site, lang, held, joined[at * each : (at + 1) * each])


Joined = tuple[tuple[str, ...], bytes]
"""The first tokens of a part's chunks, and a digest of their content."""


def _join(runs: Sequence[Made], words: Path, site: Folder, lang: Lang, part: int) -> Joined:
    """Join one part of all runs and write its chunks."""
    found: dict[str, list[bytes]] = {}
    lasts: dict[str, int] = {}
    # Facets have document numbers, which are right as they are; places count from the first of the run.
    slots = accumulate((run.documents + len(run.long) for run in runs), initial=0)
    for run, slot in zip(runs, slots, strict=False):
        begin = slot * SLOT if part else 0
        for token, first, last, distances in run.read(words, part):
            found.setdefault(token, []).extend((coded(begin + first - lasts.get(token, 0)), distances))
            lasts[token] = begin + last
    firsts: list[str] = []
    digest = blake2b()
    for number, (start, content) in enumerate(_chunks(found)):
        site.write(f"{FOLDER}/{lang}/{MADE}/chunks/{part}-{number}.bin", content)
        firsts.append(start)
        digest.update(content)
    return tuple(firsts), digest.digest()


def _chunks(found: dict[str, list[bytes]]) -> Iterator[tuple[str, bytes]]:
    """Chunks with their first tokens."""
    first, content = "", bytearray()
    for token in sorted(found, key=lambda token: token.encode("utf-16-be")):
        name, numbers = token.encode(), b"".join(found[token])
        row = b"".join((coded(len(name)), name, coded(len(numbers)), numbers))
        if content and len(content) + len(row) > CHUNK:
            yield first, bytes(content)
            content.clear()
        if not content:
            first = token
        content += row
    if content:
        yield first, bytes(content)


def _write_lists(site: Folder, lang: Lang, runs: Sequence[Made], joined: Sequence[Joined]) -> None:
    kinds: dict[str, tuple[str, int]] = {}
    counts: dict[str, Counter[str]] = {}
    long: list[int] = []
    documents = 0
    for run in runs:
        if run.first != documents:
            raise ValueError(f"{lang}: documents {run.first} after {documents}")
        for kind, name, count in run.kinds:
            if kind in kinds and kind != next(reversed(kinds)):
                raise ValueError(f"{lang}: {kind} in two places")
            kinds[kind] = (name, count + kinds.get(kind, (name, 0))[1])
        for facet, values in run.facets.items():
            counts.setdefault(facet, Counter()).update(values)
        begin = documents + len(long)
        long += (begin + slot for slot in run.long)
        documents += run.documents
    facets = {
        facet: [value for value, _ in sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))]
        for facet, found in counts.items()
    }
    names = near_names((name for run in runs for name in run.names), (slug for run in runs for slug in run.slugs))
    index = {
        "documents": documents,
        "kinds": [(kind, name, count) for kind, (name, count) in kinds.items()],
        "names": NAMES,
        "titleEnds": TITLE_ENDS,
        "slot": SLOT,
        "long": long,
        "chunks": [firsts for firsts, _ in joined],
    }
    contents = [_json(index), _json(facets), _json(names)]
    digest = blake2b(digest_size=6)
    for content in (*contents, *(run.cards for run in runs), *(each for _, each in joined)):
        digest.update(content)
    key = digest.hexdigest()
    folder = f"{FOLDER}/{lang}"
    site.write(f"{folder}/{MADE}/facets.json", contents[1])
    site.write(f"{folder}/{MADE}/names.json", contents[2])
    site.move(f"{folder}/{MADE}", f"{folder}/{key}")
    site.write(f"{folder}/index.json", _json({**index, "key": key}))


def _json(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


__all__ = [
    "FOLDER", "Made", "Run", "SearchDoc", "in_order", "join_runs", "search_page_body", "working_folder", "write_index",
]  # fmt: skip
