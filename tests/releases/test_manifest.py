"""Manifests that were made to harm are refused whole, and quickly."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from generator.loader.frozen import Damaged, safe_path
from generator.loader.manifest import manifest_bytes, read_manifest
from generator.loader.released import check_releases
from generator.source.tree import MemoryTree

GOOD: dict[str, Any] = {
    "manifest": 1,
    "release": "2026-1",
    "voucher": "vouchers/grant",
    "example": False,
    "on": "2026-04-20",
    "previous": None,
    "amends": None,
    "commit": "a" * 40,
    "trees": {"catalog": "b" * 40, "standards": None},
    "tool": {"name": "tool", "version": "1"},
    "lock": None,
    "excluded": 0,
    "listed": [],
    "files": [{"path": "data/rows.json", "bytes": 2, "sha256": "c" * 64}],
}


def written(data: dict[str, Any]) -> bytes:
    """The form in which the tool writes it."""
    lists = {key: data[key] for key in ("listed", "files")}
    lines = [f'"{key}":{compact(value)}' for key, value in data.items() if key not in lists]
    for key, items in lists.items():
        lines.append(f'"{key}":[\n' + ",\n".join(map(compact, items)) + "\n]" if items else f'"{key}":[]')
    return ("{\n" + ",\n".join(lines) + "\n}\n").encode()


def compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def test_a_good_one_is_read_and_written_alike() -> None:
    assert manifest_bytes(read_manifest(written(GOOD))) == written(GOOD)


def path(value: str) -> dict[str, Any]:
    return {**GOOD, "files": [{"path": value, "bytes": 1, "sha256": "c" * 64}]}


@pytest.mark.parametrize(
    "data",
    [
        path("../outside"),
        path("data/../../outside"),
        path("/etc/passwd"),
        path("data//rows"),
        path("data\\rows"),
        path("C:/rows"),
        path("data/con.json"),
        path("data/a b"),
        path("data/.git"),
        path("manifest.json"),
        path("MANIFEST.json"),
        path("data/" + "a" * 300),
        path("data/a\u202eb"),
        path(""),
        {**GOOD, "files": [*GOOD["files"], *GOOD["files"]]},
        {**GOOD, "files": [{"path": "a", "bytes": -1, "sha256": "c" * 64}]},
        {**GOOD, "files": [{"path": "a", "bytes": 10**30, "sha256": "c" * 64}]},
        {**GOOD, "files": [{"path": "a", "bytes": 1, "sha256": "c" * 63}]},
        {**GOOD, "excluded": 1.5},
        {**GOOD, "excluded": True},
        {**GOOD, "manifest": 2},
        {**GOOD, "commit": "--upload-pack=x"},
        {**GOOD, "release": "../2026-1"},
        {**GOOD, "on": "2026-04-20\n"},
        {**GOOD, "more": 1},
    ],
)
def test_a_harmful_one_is_refused(data: dict[str, Any]) -> None:
    with pytest.raises(Damaged):
        read_manifest(written(data))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe{",
        b"[]",
        b"[" * 100_000,
        b'{"manifest":' + b"9" * 100_000 + b"}",
        b'{"manifest":1e999}',
        b'{"manifest":NaN}',
        written(GOOD).replace(b'"example":false', b'"example":false,"example":false'),
        written(GOOD).replace(b"\n", b"\r\n"),
        written(GOOD) + b" ",
        b"\xef\xbb\xbf" + written(GOOD),
        written(GOOD).replace(b'"name":"tool"', b'"name":"\\ud800"'),
    ],
    ids=[
        "empty",
        "bytes",
        "list",
        "deep",
        "huge",
        "infinite",
        "nan",
        "twice",
        "crlf",
        "blank",
        "bom",
        "half a character",
    ],
)
def test_what_is_not_as_the_tool_writes_it_is_refused(content: bytes) -> None:
    with pytest.raises(Damaged):
        read_manifest(content)


def test_paths() -> None:
    assert safe_path("files/产品目录（2026）.xlsx")
    assert safe_path("catalog/products/gw-5.yaml")
    assert not safe_path("a/./b")


@pytest.mark.parametrize(
    ("harm", "code"),
    [
        (lambda f: f, None),
        (lambda f: {**f, "releases/2026-1/data/rows.json": b"[]"}, "V401"),
        (lambda f: {k: v for k, v in f.items() if "rows" not in k}, "V402"),
        (lambda f: {**f, "releases/2026-1/.gitattributes": b""}, "V403"),
        (lambda f: {**f, "releases/2026-1/manifest.json": b"{}"}, "V404"),
        (lambda f: {"releases/2026-1/data/rows.json": b"{}"}, "V404"),
        (lambda f: {k.replace("2026-1", "2026-2"): v for k, v in f.items()}, "V404"),
    ],
    ids=["sound", "changed", "missing", "added", "emptied", "no manifest", "renamed"],
)
def test_files_against_the_manifest(harm: Callable[[dict[str, bytes]], dict[str, bytes]], code: str | None) -> None:
    digest = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"  # of {}
    sound = {**GOOD, "files": [{"path": "data/rows.json", "bytes": 2, "sha256": digest}]}
    files = {"releases/2026-1/manifest.json": written(sound), "releases/2026-1/data/rows.json": b"{}"}
    assert [found.code for found, _ in check_releases(MemoryTree(harm(files)))] == ([code] if code else [])
