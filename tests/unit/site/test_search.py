"""The index as files: its layout, what is kept from run to run, and that texts cannot break out of it."""

import gzip
import json
import re
from dataclasses import replace
from itertools import accumulate
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.registry import KINDS
from generator.output import Folder
from generator.site import search
from generator.site.search import IndexInfo, SearchDoc, SearchError, search_page_body, write_index
from generator.site.search_doc import code_of, words_of, write_shadow
from generator.site.search_head import (
    ALIAS_SHELF,
    ALIAS_SHELVES,
    ID_SHELF,
    MOST_NAMES,
    SHELF,
    SHELVES,
    TITLE_PLACES,
    head,
    near_names,
)
from generator.site.tokens import encode, encoded, tokens

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


def many(count: int) -> list[SearchDoc]:
    return [
        replace(GATEWAY, address=f"products/p-{i}/", full_id=f"products/p-{i}", title=f"产品{i}") for i in range(count)
    ]


def test_layout(tmp_path: Path) -> None:
    english = replace(GATEWAY, lang="en", title="Gateway", filters={"kind": ("Product",)})
    info = write_index([GATEWAY, english], tmp_path / "out", tmp_path / "work")
    assert info == IndexInfo(documents=2, shards=2, kept=0)
    files = sorted(
        path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").rglob("*") if path.is_file()
    )
    names = [re.sub(r"_[0-9a-f]{7,}", "_HASH", name) for name in files]
    assert names == [
        f"{lang}/{name}"
        for lang in ("en", "zh")
        for name in (
            "0/fragment/s0_HASH.pf_fragment",
            "0/index/s0_HASH.pf_index",
            "0/pagefind-entry.json",
            "0/pagefind.js",
            "0/pagefind.s0_HASH.pf_meta",
            "0/wasm.unknown.pagefind",
            "facets.json",
            "index.json",
            "names.json",
        )
    ]
    manifest = json.loads((tmp_path / "out/zh/index.json").read_text(encoding="utf-8"))
    assert manifest.pop("key")
    assert manifest == {
        "documents": 1,
        "kinds": {"products": ["产品", code_of("kind", "products")]},
        "shards": ["0"],
        "titleEnds": 1 + TITLE_PLACES,
    }
    facets = json.loads((tmp_path / "out/zh/facets.json").read_text(encoding="utf-8"))
    assert {name: [value for value, _ in values] for name, values in facets.items()} == {
        "kind": ["products"],
        "status": ["已批准"],
        "city": ["佛山", "广州"],
    }


def test_only_the_shard_that_changed_is_made_again(tmp_path: Path) -> None:
    docs = many(60)
    work = tmp_path / "work"
    assert write_index(docs, tmp_path / "1", work, shard_size=20) == IndexInfo(60, 3, kept=0)
    assert write_index(reversed(docs), tmp_path / "2", work, shard_size=20) == IndexInfo(60, 3, kept=3)
    docs[7] = replace(docs[7], text="别的内容")
    assert write_index(docs, tmp_path / "3", work, shard_size=20) == IndexInfo(60, 3, kept=2)
    assert len(list((work / "zh").iterdir())) == 3  # what is no longer used is gone
    assert not (tmp_path / "3/zh/1/pagefind.js").exists()  # one copy of the program is enough


def test_nothing_to_index(tmp_path: Path) -> None:
    assert write_index([], tmp_path / "out", tmp_path / "work") == IndexInfo(0, 0, 0)
    assert json.loads((tmp_path / "out/en/index.json").read_text())["shards"] == []


def test_progress(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    write_index(
        many(30),
        tmp_path / "out",
        tmp_path / "work",
        shard_size=15,
        progress=lambda done, total: told.append((done, total)),
    )
    assert told[0] == (0, 30)
    assert told[-1] == (30, 30)


@pytest.mark.parametrize("named", [True, False])
def test_cards_stand_in_the_place_of_what_pagefind_would_show(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: bool
) -> None:
    if named:  # then Pagefind has nothing to make itself, which is half its work
        monkeypatch.setattr(search._Cards, "finish", lambda self: None)
    else:  # as a version of Pagefind would that names them otherwise
        monkeypatch.setattr("generator.site.search_doc.card_name_of", lambda url, words: f"{len(words)}{len(url)}")
    docs = [*many(30), replace(GATEWAY, address="", summary="")]
    write_index(docs, tmp_path / "out", tmp_path / "work")
    fragments = [gzip.decompress(p.read_bytes()) for p in sorted(tmp_path.glob("out/zh/*/fragment/*"))]
    cards = [json.loads(fragment.removeprefix(b"pagefind_dcd")) for fragment in fragments]
    assert sorted((card["url"], card["meta"]["title"]) for card in cards) == sorted(
        (f"/{doc.address}", doc.title) for doc in docs
    )


def test_a_failing_program_is_an_error_and_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "program"
    program.write_text("#!/bin/sh\necho out of order >&2\nexit 3\n")
    program.chmod(0o755)
    monkeypatch.setattr(search, "_executable", lambda: program)
    with pytest.raises(SearchError, match="out of order"):
        write_index([GATEWAY], tmp_path / "out", tmp_path / "work")
    assert not list((tmp_path / "work/zh").iterdir())


def test_a_shadow_page_holds_words_only() -> None:
    body = words_of(replace(GATEWAY, title='"><script>坏', text="<b>&amp;</b>"))
    assert re.fullmatch("[0-9a-z. ]+", body)
    assert len(body.split()) % 64 == 0


def test_names_on_their_shelves_and_text_once() -> None:
    words = words_of(GATEWAY).split()
    assert words[0] == code_of("kind", "products")
    title = encoded("工业网关").split()
    # A name of n tokens begins at the n-th place of its shelf: title, id, alias.
    assert words[len(title) :][: len(title)] == title
    assert set(words[1 : len(title)] + words[2 * len(title) : SHELF]) == {"."}
    ids = 1 + TITLE_PLACES
    assert words[ids + 1 : ids + 3] == encoded("gw-5").split()
    alias = ids + ID_SHELF
    assert words[alias + 1 : alias + 3] == encoded("盒子").split()
    assert words.count(encode("工业")) == words.count(encode("一句")) == words.count(encode("时延")) == 1


@given(st.lists(st.text("工业网关5Ga -", max_size=40), min_size=1, max_size=6))
def test_no_name_runs_into_the_next(names: list[str]) -> None:
    words = f". {head('parks', 'parks/a', names[0], tuple(names[1:]))}".split()
    for name in names:
        row = encoded(name).split()
        places = [at for at in range(len(words)) if row and words[at : at + len(row)] == row]
        assert not row or any(words[at - 1] == "." and words[at + len(row)] == "." for at in places)


@pytest.mark.parametrize(("kind", "shelf"), [("products", 0), ("parks", 1), ("vocabularies", 2), ("rules", 2)])
def test_what_can_be_bought_stands_before_what_words_mean(kind: str, shelf: int) -> None:
    words = f". {head(kind, f'{kind}/x', '网关', ())}".split()
    assert words.index(encode("网关")) == 2 + shelf * SHELF  # two tokens: the pair, and the last character


def test_what_an_offer_is_filed_under_counts_like_its_title_but_not_as_a_name() -> None:
    words = f". {head('products', 'products/x', '网关', (), ['佛山市', '某某' * 40, '广州市'])}".split()
    for city in ("佛山", "广州"):
        assert SHELF + SHELF // 2 < words.index(encode(city)) < 1 + TITLE_PLACES
    assert len(words[: 1 + TITLE_PLACES]) == words.index(encode("x"))


def test_kinds_sort_as_a_buyer_wants_them() -> None:
    kinds = sorted([*KINDS, "rules"], key=lambda kind: code_of("kind", kind))
    assert kinds[:2] == ["solutions", "products"]
    assert kinds[-6:] == ["scenarios", "industries", "metrics", "vocabularies", "procedures", "rules"]


def test_names_to_compare_with_are_few_and_offers_first() -> None:
    held = [("parks", ("园区",), "gateway-park"), ("products", ("网关", "盒子"), "gw-5"), ("products", ("网关",), "x")]
    assert near_names(held) == ("网关", "盒子", "园区", "gateway", "park")
    assert len(near_names(("products", (f"产品{i}",), "x") for i in range(5000))) == MOST_NAMES


def test_the_script_knows_the_shelves() -> None:
    script = (Path(__file__).parents[3] / "site_overrides/assets/js/search-engine.js").read_text(encoding="utf-8")
    lengths = [SHELF] * SHELVES + [ID_SHELF] + [ALIAS_SHELF] * ALIAS_SHELVES
    assert f"SHELVES = [{', '.join(map(str, accumulate(lengths, initial=1)))}];" in script


def test_a_shadow_tells_what_the_index_will_hold(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    shadow = write_shadow(GATEWAY, folder)
    assert words_of(GATEWAY) in (tmp_path / shadow.file).read_text(encoding="utf-8")
    assert shadow.file == "zh/products/gw-5.html"
    assert shadow.kind_name == "产品"
    assert write_shadow(GATEWAY, folder) == shadow
    assert write_shadow(replace(GATEWAY, text="别的"), folder).digest != shadow.digest
    assert write_shadow(replace(GATEWAY, address="products/gw-6/"), folder).digest != shadow.digest


@given(text=st.text("zZfki0a1 Ω", max_size=12), value=st.text())
def test_no_text_looks_like_a_facet(text: str, value: str) -> None:
    assert code_of("kind", value) not in map(encode, tokens(text))
    assert not any(code_of("kind", value).startswith(encode(word, prefix=True)) for word in tokens(text))


@pytest.mark.parametrize(("lang", "root"), [("zh", ".."), ("en", "../..")])
def test_the_page_without_scripts(lang: str, root: str) -> None:
    body = str(search_page_body("en" if lang == "en" else "zh"))
    assert f'data-root="{root}"' in body
    assert "<noscript>" in body
    assert "style=" not in body
