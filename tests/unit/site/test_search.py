"""The index as files: its layout, where names stand, and that exactly what a text holds is found in it."""

import json
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.registry import KINDS
from generator.output import Folder
from generator.site import search
from generator.site.search import FOLDER, SearchDoc, join_runs, search_page_body, write_index
from generator.site.search_doc import rows
from generator.site.search_head import MOST_NAMES, NAMES, ORDER, REST, TITLE_ENDS, near_names, rank_of
from generator.site.search_run import BOUNDS, SLOT, Run, facet_token
from generator.site.tokens import fold, is_chinese, row, tokens

GATEWAY = SearchDoc(
    address="products/gw-5/",
    lang="zh",
    full_id="products/gw-5",
    kind="products",
    title="工业网关",
    summary="一句话",
    text="工业网关 一句话 端到端时延不超过 20 ms",
    aliases=("盒子",),
    filters={"kind": ("产品",), "status": ("已批准",), "city": ("佛山", "广州")},
    example=True,
)
TEXTS = st.text("工业互联网时延人一丁𠀀〇﨎 ，。-+/5gGuUzq20msΩé\x01\x00\ue000", max_size=60)


def products(titles: Sequence[str]) -> list[SearchDoc]:
    return [
        replace(GATEWAY, address=f"products/p-{i}/", full_id=f"products/p-{i}", title=title, summary="", text="")
        for i, title in enumerate(titles)
    ]


class Index:
    """Reads what the browser reads."""

    def __init__(self, site: Path, lang: str = "zh") -> None:
        folder = site / FOLDER / lang
        self.manifest: dict[str, Any] = json.loads((folder / "index.json").read_bytes())
        self.folder = folder / self.manifest["key"]
        self.lists: dict[str, list[int]] = {}
        for part, firsts in enumerate(self.manifest["chunks"]):
            for number, first in enumerate(firsts):
                held = dict(read(self.folder / f"chunks/{part}-{number}.bin"))
                assert next(iter(held)) == first
                self.lists |= held

    def facet(self, name: str, value: str) -> list[int]:
        return self.lists.get(facet_token(name, value), [])

    def card(self, number: int) -> Any:
        return json.loads((self.folder / f"cards/{number}.json").read_bytes())

    def having(self, run: str) -> set[int]:
        """Documents with a run of Chinese; every second pair and the last are enough."""
        words = [word for word in row(run) if word][:-1]
        begins = set(self.lists.get(words[0], ()))
        for at in {*range(0, len(words), 2), len(words) - 1}:
            begins &= {place - at for place in self.lists.get(words[at], ())}
        long = self.manifest["long"]
        slots = {begin // SLOT for begin in begins}
        return {slot - sum(other <= slot for other in long) for slot in slots}


def read(chunk: Path) -> Iterator[tuple[str, list[int]]]:
    content = chunk.read_bytes()

    def numbers(data: bytes) -> Iterator[tuple[int, int]]:
        value = shift = 0
        for at, byte in enumerate(data, 1):
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                yield value, at
                value = shift = 0

    while content:
        parts = []
        for _ in range(2):
            length, begin = next(numbers(content))
            parts.append(content[begin : begin + length])
            content = content[begin + length :]
        found, last = [], 0
        for distance, _ in numbers(parts[1]):
            last += distance
            found.append(last)
        yield parts[0].decode(), found


def test_layout(tmp_path: Path) -> None:
    english = replace(GATEWAY, lang="en", title="Gateway", filters={"kind": ("Product",)})
    write_index([GATEWAY, english], tmp_path / "out", tmp_path / "work")
    assert list((tmp_path / "work").iterdir()) == []
    index = Index(tmp_path / "out")
    files = {path.relative_to(index.folder).as_posix() for path in index.folder.rglob("*") if path.is_file()}
    chunks = {f"chunks/{part}-0.bin" for part, firsts in enumerate(index.manifest["chunks"]) if firsts}
    assert files == {"facets.json", "names.json", "cards/0.json", *chunks}
    assert index.manifest == {
        "documents": 1,
        "key": index.folder.name,
        "kinds": [["products", "产品", 1]],
        "names": [list(ends) for ends in NAMES],
        "titleEnds": TITLE_ENDS,
        "slot": SLOT,
        "long": [],
        "chunks": index.manifest["chunks"],
    }
    facets = json.loads((index.folder / "facets.json").read_bytes())
    assert facets == {"status": ["已批准"], "city": ["佛山", "广州"]}
    assert index.facet("city", "佛山") == [0]
    assert index.card(0) == {
        "address": "products/gw-5/", "title": "工业网关", "summary": "一句话", "kind": "products", "status": "已批准", "example": True,
    }  # fmt: skip


def test_nothing_to_index(tmp_path: Path) -> None:
    write_index([], tmp_path / "out", tmp_path / "work")
    assert Index(tmp_path / "out", "en").manifest["documents"] == 0


def test_a_change_gives_another_folder_and_the_old_one_goes(tmp_path: Path) -> None:
    keys = []
    for doc in (GATEWAY, GATEWAY, replace(GATEWAY, text="别的"), replace(GATEWAY, tone="good")):
        write_index([doc], tmp_path / "out", tmp_path / "work")
        keys.append(Index(tmp_path / "out").folder.name)
        assert len(list((tmp_path / "out" / FOLDER / "zh").iterdir())) == 2
    assert keys[0] == keys[1]
    assert len(set(keys)) == 3


@settings(max_examples=60, deadline=None)
@given(texts=st.lists(TEXTS, min_size=1, max_size=8), long=st.booleans(), batch=st.sampled_from([1, 3, 200]))
def test_every_part_of_a_text_is_found_and_nothing_else(texts: list[str], long: bool, batch: int) -> None:
    docs = [replace(doc, text=text) for doc, text in zip(products(texts), reversed(texts), strict=True)]
    if long:
        docs[0] = replace(docs[0], text=f"{'时，' * SLOT}{docs[0].text}")
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(search, "_BATCH", batch)
        write_index(docs, Path(folder) / "out", Path(folder) / "work")
        index = Index(Path(folder) / "out")
    assert [kind for kind, _, _ in index.manifest["kinds"]] == ["products"]
    held = [[fold(text) for text in (doc.title, doc.text, *doc.aliases)] for doc in docs]
    whole = {run for text in texts for run in "".join(c if is_chinese(c) else " " for c in fold(text)).split()}
    parts = {run[start:end] for run in whole for start in range(len(run)) for end in range(start + 2, len(run) + 1)}
    for part in {*parts, "时延", "延时", "网人"}:
        assert index.having(part) == {at for at, own in enumerate(held) if any(part in text for text in own)}, part
    assert [token for token in index.lists if token.startswith("\x01")] == [
        facet_token(name, value) for name, value in (("city", "佛山"), ("city", "广州"), ("status", "已批准"))
    ]


def test_tokens_are_in_the_order_of_javascript(tmp_path: Path) -> None:
    write_index(products(["﨎﨎 𠀀𠀀 龥龥 Ω 5g ｚ", "𠀀", "㐀㐀"]), tmp_path / "out", tmp_path / "work")
    found = list(Index(tmp_path / "out").lists)
    assert found == sorted(found, key=lambda token: token.encode("utf-16-be"))
    assert found.index("𠀀𠀀") < found.index("﨎﨎")
    assert all(len(bound) == 1 and ord(bound) < 0xD800 for bound in BOUNDS)
    assert sorted(BOUNDS) == list(BOUNDS)


def test_a_chunk_is_closed_when_it_is_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "CHUNK", 100)
    write_index(products([f"工业{chr(0x4E00 + at)}网" for at in range(300)]), tmp_path / "out", tmp_path / "work")
    index = Index(tmp_path / "out")
    sizes = [path.stat().st_size for path in index.folder.glob("chunks/*")]
    assert max(sizes) > 300  # one long list is never cut
    assert sorted(sizes)[len(sizes) // 2] <= 100
    assert len(index.lists["工业"]) == 300


def test_runs_must_follow_each_other(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "work")

    def made(first: int, *kinds: str) -> Any:
        run = Run("zh", first, Folder(tmp_path / "out"))
        for number, kind in enumerate(kinds):
            run.add(replace(GATEWAY, kind=kind, address=f"{kind}/{number}/"))
        return run.finish(folder)

    with pytest.raises(ValueError, match="documents 2 after 1"):
        join_runs([made(0, "products"), made(2, "products")], folder.root, Folder(tmp_path / "1"))
    with pytest.raises(ValueError, match="products in two places"):
        made(0, "products", "parks", "products")
    with pytest.raises(ValueError, match="products in two places"):
        join_runs([made(0, "products", "parks"), made(2, "products")], folder.root, Folder(tmp_path / "1"))


def test_names_on_their_shelves_and_text_once() -> None:
    placed: dict[str, int] = {}
    for place, words in rows(GATEWAY):
        for at, word in enumerate(words, place):
            placed.setdefault(word, at)
    # A name of n tokens begins at the n-th place of its shelf: title, id, alias.
    assert placed["工业"] == len(tokens("工业网关"))
    assert [placed["gw"], placed["盒子"]] == [begin + 2 for begin, _ in NAMES[1:3]]
    every = [word for _, words in rows(GATEWAY) for word in words]
    assert every.count("工业") == every.count("一句") == every.count("时延") == 1
    assert min(placed["一句"], placed["时延"]) > REST
    for city in ("佛山", "广州"):  # counts like the title, but not as a name
        assert NAMES[0][1] < placed[city] < TITLE_ENDS
    assert NAMES[0][1] == TITLE_ENDS // 2


@given(st.lists(st.text("工业网关5Ga -", max_size=90), min_size=2, max_size=10), st.booleans())
def test_no_row_touches_another_and_none_is_lost(names: list[str], offer: bool) -> None:
    title, summary, *aliases = names
    doc = replace(GATEWAY, kind="products" if offer else "parks", title=title, summary=summary, aliases=tuple(aliases))
    end = 0
    for place, words in rows(doc):
        assert place > end or not words
        end = place + len(list(words)) - (words[-1:] == [""])
    found = [words for _, words in rows(doc)]
    assert all(row(name) in found for name in names)


@pytest.mark.parametrize("length", [1, 16, 31, 40, 70])
def test_only_a_whole_name_stands_at_its_length(length: int) -> None:
    title = "工" * length
    (first, words), *_ = rows(replace(GATEWAY, title=title, kind="parks", aliases=(), full_id=""))
    if length < 32:
        assert (first, words) == (length, row(title))
    else:  # it begins where it fits, or behind all shelves
        assert first + len(words) == NAMES[0][1] or first >= REST


def test_kinds_stand_as_a_buyer_wants_them() -> None:
    kinds = sorted([*KINDS, "rules", "standard-texts"], key=rank_of)
    assert kinds == list(ORDER)
    assert kinds[:2] == ["solutions", "products"]
    assert kinds[-4:] == ["vocabularies", "procedures", "standard-texts", "rules"]
    assert rank_of("unheard-of") == len(ORDER)


def test_names_to_compare_with_are_few_and_the_first() -> None:
    assert near_names(["网关", "盒子", "网关"], ["gw-5", "gateway-park"]) == ("网关", "盒子", "gateway", "park")
    assert len(near_names((f"产品{i}" for i in range(5000)), ["x"])) == MOST_NAMES


@pytest.mark.parametrize(("lang", "root"), [("zh", ".."), ("en", "../..")])
def test_the_page_without_scripts(lang: str, root: str) -> None:
    body = str(search_page_body("en" if lang == "en" else "zh"))
    assert f'data-root="{root}"' in body
    assert "<noscript>" in body
    assert "style=" not in body
