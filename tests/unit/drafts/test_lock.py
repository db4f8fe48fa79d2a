"""The lock keeps every id of a provision, removed ones too, and notices what changed."""

import pytest

from generator.drafts import codes, lock
from generator.drafts.model import Draft
from generator.drafts.read import read_draft
from tests.unit.drafts import skeleton

PROVISION = "::: {{.provision #p-{} kind=requirement aspect=security}}\n{}\n:::\n"


def read(fragment: str) -> Draft:
    draft, problems = read_draft("draft.md", skeleton.draft(fragment))
    assert draft is not None
    assert not problems
    return draft


def test_removed_id_comes_back_only_unchanged() -> None:
    before = read(PROVISION.format("a", "网关应记录操作。") + PROVISION.format("b", "网关应加密。"))
    first = lock.merged(before, None)
    gone = lock.merged(read(PROVISION.format("b", "网关应加密。")), first)
    assert set(gone.provisions) == {"p-b"}
    assert set(gone.removed) == {"p-a"}
    assert lock.merged(before, gone) == first
    other = read(PROVISION.format("a", "网关应告警。") + PROVISION.format("b", "网关应加密。"))
    assert [c.code for c, _ in lock.check_lock("draft.md", other, gone, "lock")] == ["D027"]
    assert [c.code for c, _ in lock.check_lock("draft.md", other, lock.merged(other, gone), "lock")] == ["D027"]


def test_lock_text_round_trips_and_notices_changes() -> None:
    draft = read(PROVISION.format("b", "网关应加密。") + PROVISION.format("a", "网关应记录操作。"))
    text = lock.lock_of(draft, None)
    kept, problems = lock.read_lock("provisions.lock.yaml", text.encode())
    assert kept is not None
    assert not problems
    assert text.index("p-a") < text.index("p-b")
    assert lock.lock_of(draft, kept) == text
    assert lock.check_lock("draft.md", draft, kept, "lock") == ()
    changed = read(PROVISION.format("b", "网关应签名。"))
    stale = lock.check_lock("draft.md", changed, kept, "lock")
    # The one that is gone has no place in the draft.
    assert [(c.code, f.values["id"], f.path) for c, f in stale] == [
        ("D028", "p-b", "draft.md"),
        ("D028", "p-a", "lock"),
    ]


@pytest.mark.parametrize("text", ["a: 1\n", "provisions: []\n", "provisions:\n  p-a: x\n", "removed:\n  P_A: {}\n"])
def test_lock_of_another_shape_is_refused(text: str) -> None:
    kept, problems = lock.read_lock("provisions.lock.yaml", text.encode())
    assert kept is None
    assert problems[0][0] is codes.BAD_LOCK
