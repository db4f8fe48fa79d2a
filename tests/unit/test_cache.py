"""The cache: what was put is there in the next run, changed or little used or damaged."""

from pathlib import Path

import pytest

from generator.loader.cache import Cache


def run(path: Path, asked: dict[bytes, bytes]) -> int:
    """One run that needs these blobs; how many of them it had to make."""
    cache, made = Cache(path), 0
    for key, blob in asked.items():
        if cache.get(key) != blob:
            cache.put(key, blob)
            made += 1
    cache.save()
    return made


MANY = {f"k{number}".encode(): f"blob {number}".encode() for number in range(100)}


def test_nothing_is_made_twice(tmp_path: Path) -> None:
    assert [run(tmp_path / "c", MANY) for _ in range(3)] == [100, 0, 0]


def test_a_few_new_ones_are_kept_beside_the_file(tmp_path: Path) -> None:
    path = tmp_path / "c"
    run(path, MANY)
    before = path.read_bytes()
    more = {**MANY, b"new": b"1"}
    assert run(path, more) == 1
    assert path.read_bytes() == before
    assert run(path, more) == 0
    assert run(path, {**more, b"newer": b"2"}) == 1
    assert run(path, {**more, b"newer": b"2"}) == 0


def test_many_new_ones_make_a_new_file_without_what_nobody_asks_for(tmp_path: Path) -> None:
    path = tmp_path / "c"
    run(path, MANY)
    others = {f"o{number}".encode(): b"other" for number in range(50)}
    run(path, others)
    assert [entry.name for entry in tmp_path.iterdir()] == ["c"]
    assert b"blob 1" not in path.read_bytes()
    assert run(path, others) == 0


@pytest.mark.parametrize("damaged", ["c", "c.new"])
def test_a_damaged_file_is_not_used(tmp_path: Path, damaged: str) -> None:
    run(tmp_path / "c", MANY)
    run(tmp_path / "c", {**MANY, b"new": b"1"})
    (tmp_path / damaged).write_bytes(b"\x93nonsense")
    assert run(tmp_path / "c", {**MANY, b"new": b"1"}) in (1, 100)
    assert run(tmp_path / "c", {**MANY, b"new": b"1"}) == 0


def test_a_blob_may_be_replaced(tmp_path: Path) -> None:
    run(tmp_path / "c", MANY)
    changed = {**MANY, b"k7": b"another"}
    assert [run(tmp_path / "c", changed) for _ in range(2)] == [1, 0]


def test_a_file_that_did_not_change_is_not_read_again(tmp_path: Path) -> None:
    cache, old, digest = Cache(tmp_path / "c"), (7, 100, 1_000, 2_000), b"d" * 16
    assert cache.digest_of("a.yaml", old) is None
    cache.keep_digest("a.yaml", old, digest)
    cache.save()
    again = Cache(tmp_path / "c")
    assert again.digest_of("a.yaml", old) == digest
    for changed in ((8, 100, 1_000, 2_000), (7, 101, 1_000, 2_000), (7, 100, 1_001, 2_000), (7, 100, 1_000, 2_001)):
        assert again.digest_of("a.yaml", changed) is None
    assert again.digest_of("b.yaml", old) is None


def test_a_file_that_changed_just_now_is_read(tmp_path: Path) -> None:
    (tmp_path / "c").touch()
    now = (tmp_path / "c").stat().st_mtime_ns
    cache, fresh = Cache(tmp_path / "c"), (7, 100, now, now)
    cache.keep_digest("a.yaml", fresh, b"d" * 16)
    cache.save()
    assert Cache(tmp_path / "c").digest_of("a.yaml", fresh) is None
