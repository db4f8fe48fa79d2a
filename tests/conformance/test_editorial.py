"""Editorial changes: marked by the author, believed only where the substance is the same."""

import pytest

from generator.drafts import codes
from generator.drafts.lock import (
    Implausible,
    Lock,
    Locked,
    Wording,
    check_lock,
    lock_from_data,
    lock_text,
    merged,
    with_editorial,
)
from generator.drafts.text import has_substance, substance
from generator.source.reader import read_data
from tests.conformance.standard import NEW, OLD, draft_of


def marked(old: dict[str, str], new: dict[str, str], *names: str) -> Lock:
    before, draft = merged(draft_of(old), Lock()), draft_of(new)
    return with_editorial(draft, merged(draft, before), before, names)


def test_a_lock_keeps_the_wording_that_an_editorial_change_replaced():
    lock = marked(OLD, NEW, "p-editorial")
    then = merged(draft_of(OLD), Lock()).provisions["p-editorial"]
    now = lock.provisions["p-editorial"]
    assert now.fingerprint != then.fingerprint
    assert now.stands_for(then.fingerprint)
    assert not lock.provisions["p-technical"].editorial
    data, problems = read_data("provisions.lock.yaml", lock_text(lock).encode())
    assert not problems
    assert lock_from_data(data) == lock


@pytest.mark.parametrize(
    ("name", "why"),
    [("p-technical", "figures"), ("p-same", "not changed"), ("p-removed", "not in the draft"), ("p-added", "was not")],
)
def test_other_changes_cannot_be_marked(name, why):
    with pytest.raises(Implausible, match=why):
        marked(OLD, NEW, name)


def test_the_mark_stays_until_the_text_changes_again():
    lock = marked(OLD, NEW, "p-editorial")
    assert merged(draft_of(NEW), lock) == lock
    later = merged(draft_of({**NEW, "p-editorial": "网关应支持VLAN和QinQ的划分。"}), lock)
    assert later.provisions["p-editorial"].editorial == ()


def test_a_second_editorial_change_keeps_the_first():
    lock = marked(OLD, NEW, "p-editorial")
    draft = draft_of({**NEW, "p-editorial": "网关应能够支持划分VLAN。"})
    with pytest.raises(Implausible):
        with_editorial(draft, merged(draft, lock), lock, ["p-editorial"])  # 能 is a verb of its own
    draft = draft_of({**NEW, "p-editorial": "该网关应支持划分VLAN。"})
    again = with_editorial(draft, merged(draft, lock), lock, ["p-editorial"])
    assert [len(again.provisions["p-editorial"].editorial)] == [2]


def test_a_mark_written_by_hand_is_not_believed():
    lock = marked(OLD, NEW, "p-editorial")
    text = lock_text(lock).replace('substance: "', 'substance: "0', 1)
    assert lock_from_data(read_data("lock", text.encode())[0]) is None  # a hash of another length
    then = merged(draft_of(OLD), Lock()).provisions["p-technical"]
    now = lock_text(lock)
    line = f'    editorial:\n      - {{fingerprint: "{then.fingerprint}", substance: "{then.substance}"}}\n'
    own = lock.provisions["p-technical"].substance
    forged = lock_from_data(
        read_data("lock", now.replace(f'substance: "{own}"\n', f'substance: "{own}"\n{line}').encode())[0]
    )
    assert forged is not None
    found = check_lock("draft.md", draft_of(NEW), forged, "provisions.lock.yaml")
    assert [code for code, _ in found] == [codes.NOT_EDITORIAL]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("网关应支持VLAN的划分。", "网关应支持划分VLAN。", True),
        ("时延应不大于10 ms。", "时延应不大于10　ms。", True),
        ("时延应不大于10 ms。", "时延应不大于10 s。", False),
        ("时延应不大于10 ms。", "时延宜不大于10 ms。", False),
        ("时延应不大于10 ms。", "时延应不小于10 ms。", False),
        ("应支持甲和乙。", "应支持甲或乙。", False),
        ("应支持全部接口。", "应支持接口。", False),
        ("应符合[@c-scope]的规定。", "应符合[@c-tests]的规定。", False),
        ("网关应与安装环境相适应。", "网关应与安装环境匹配。", True),  # 应 in a word is no verb
        ("性能应稳定可靠。", "性能应稳定，即可靠。", True),
        ("响应时间应不大于10 ms。", "响应时间宜不大于10 ms。", False),
        ("终端能够重新接入。", "终端重新接入。", False),
        ("无线网络应加密。", "空中接口应加密。", True),
        ("终端可采用固定地址。", "终端采用固定地址。", False),
    ],
)
def test_what_counts_as_substance(one, other, same):
    hashes = {substance(draft_of({"p-x": text}).provisions[0]) for text in (one, other)}
    assert (len(hashes) == 1) is same


FIRST_TEXT, FIRST = "网关应支持VLAN的划分。", "84b8f452f7c50751"
"""A provision, and its substance as locks kept it before words such as 响应 were told from verbs."""


def test_a_lock_with_substances_of_the_first_kind_is_still_understood():
    before, now = draft_of({"p-x": FIRST_TEXT}), draft_of({"p-x": "网关应支持划分VLAN。"})
    old = Locked("requirement", before.provisions[0].fingerprint, FIRST)
    assert has_substance(before.provisions[0], FIRST)
    assert check_lock("draft.md", before, Lock({"p-x": old}), "lock") == ()
    made = with_editorial(now, merged(now, Lock({"p-x": old})), Lock({"p-x": old}), ["p-x"])
    assert made.provisions["p-x"].editorial == (Wording(old.fingerprint, FIRST),)
    assert check_lock("draft.md", now, made, "lock") == ()
    other = draft_of({"p-x": "网关宜支持划分VLAN。"})
    assert not has_substance(other.provisions[0], FIRST)
    with pytest.raises(Implausible):
        with_editorial(other, merged(other, Lock({"p-x": old})), Lock({"p-x": old}), ["p-x"])
