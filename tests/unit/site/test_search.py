"""The index as files: its layout, what is kept from run to run, and that texts cannot break out of it."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.output import Folder
from generator.site import search
from generator.site.search import IndexInfo, SearchDoc, SearchError, search_page_body, write_index
from generator.site.search_doc import TITLE_PLACES, code_of, shadow_page, write_shadow
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


def test_a_failing_program_is_an_error_and_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "program"
    program.write_text("#!/bin/sh\necho out of order >&2\nexit 3\n")
    program.chmod(0o755)
    monkeypatch.setattr(search, "_executable", lambda: program)
    with pytest.raises(SearchError, match="out of order"):
        write_index([GATEWAY], tmp_path / "out", tmp_path / "work")
    assert not list((tmp_path / "work/zh").iterdir())


def test_a_shadow_page_holds_words_only() -> None:
    page = shadow_page(replace(GATEWAY, title='"><script>坏', text="<b>&amp;</b>"))
    body = page.split('data-pagefind-weight="1.05">')[1].removesuffix("</body></html>")
    assert page.startswith("<html><head>")
    assert 'content="&#34;&gt;&lt;script&gt;坏"' in page
    assert re.fullmatch("[0-9a-z. ]+", body)
    assert len(body.split()) % 64 == 0


def test_title_first_and_nothing_twice() -> None:
    words = shadow_page(GATEWAY).split('1.05">')[1].split("<")[0].split()
    assert words[0] == code_of("kind", "products")
    assert words[1:5] == encoded("工业网关").split()
    assert set(words[5 : 1 + TITLE_PLACES]) == {"."}
    assert words.count(encode("工业")) == words.count(encode("一句")) == words.count(encode("时延")) == 1


def test_a_shadow_tells_what_the_index_will_hold(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    shadow = write_shadow(GATEWAY, folder)
    assert (tmp_path / shadow.file).read_text(encoding="utf-8") == shadow_page(GATEWAY)
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
