"""What a comparison says: moves and new numbers are told from changes, and each provision's change by its kind."""

import time
from dataclasses import replace

import pytest

from generator.drafts.changes import has_changes
from generator.drafts.model import Changed, Draft, ListBlock, Provision, Table, walk
from generator.drafts.number import numbered
from generator.drafts.read import read_draft
from generator.standards.redline.align import longest_run
from generator.standards.redline.compare import compare_drafts
from generator.standards.redline.history import clause_history
from generator.standards.redline.mark import marked
from tests.standards.redline.test_exact import SMALL, project_draft


def read(text: str) -> Draft:
    draft, _ = read_draft("draft.md", text.encode())
    assert draft is not None
    return draft


def edit(*changes: tuple[str, str]) -> Draft:
    text = SMALL
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return read(text)


def states(old: Draft, new: Draft) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for clause in compare_drafts(old, new).clauses:
        if clause.changed:
            found.setdefault(clause.id, []).append(clause.state)
    return found


def test_a_new_clause_renumbers_the_rest_and_changes_nothing_else() -> None:
    old = project_draft()
    at = next(i for i, c in enumerate(old.clauses) if c.id == "c-architecture")
    added = replace(old.clauses[at], id="c-added", blocks=())
    new = numbered(Draft((*old.clauses[:at], added, *old.clauses[at:])))
    diff = compare_drafts(old, new)
    assert states(old, new) == {"c-added": ["inserted"]}
    assert diff.counts["clauses_renumbered"] > 50
    assert not diff.provisions
    both = marked(diff)
    assert [c.id for c in both.clauses if c.change] == ["c-added"]
    assert not has_changes(Draft(tuple(c for c in both.clauses if not c.change)))


def test_the_smaller_part_is_the_one_that_moved() -> None:
    old = read(SMALL)
    at = next(i for i, c in enumerate(old.clauses) if c.id == "c-other")
    new = numbered(Draft((*old.clauses[: at - 3], old.clauses[at], *old.clauses[at - 3 : at], *old.clauses[at + 1 :])))
    assert states(old, new) == {"c-other": ["moved-here", "moved-away"]}
    labels = [(c.change, c.moved) for c in marked(compare_drafts(old, new)).clauses if c.id == "c-other"]
    assert labels == [("inserted", "由5.2移来"), ("deleted", "移至5.1")]


def test_a_clause_is_found_again_by_its_text() -> None:
    old = read(SMALL)
    new = read(
        SMALL.replace("{#c-other}", "{#c-another}")
        .replace("{#c-lat}", "{#c-latency}")
        .replace("@c-lat]", "@c-latency]")
    )
    assert states(old, new) == {}


@pytest.mark.parametrize(
    ("old", "new", "provision", "changes"),
    [
        ("不大于 10 ms", "不大于 20 ms", "p-lat-01", ("text", "substance")),
        ("时延应满足", "时延应当满足", "p-lat-01", ("text", "editorial")),
        ("应记录测量条件", "宜记录测量条件", "p-lat-03", ("text", "substance")),
        ("kind=requirement aspect=security", "kind=recommendation aspect=security", "p-lat-03", ("kind",)),
        ("kind=requirement aspect=security", "kind=requirement aspect=function", "p-lat-03", ("aspect",)),
        (" verify=p-lat-01", "", "p-lat-02", ("verify",)),
    ],
)
def test_what_changed_of_a_provision(old: str, new: str, provision: str, changes: tuple[str, ...]) -> None:
    found = compare_drafts(read(SMALL), edit((old, new))).provisions
    assert [(one.id, one.changes) for one in found] == [(provision, changes)]
    assert found[0].technical == bool({"substance", "kind"} & set(changes))


def test_provisions_added_removed_and_moved() -> None:
    block = "::: {.provision #p-lat-03 kind=requirement aspect=security}\n应记录测量条件。\n:::\n"
    moved = edit((block, ""), ("> 引文一段。", f"{block}\n> 引文一段。"))
    diff = compare_drafts(read(SMALL), moved)
    assert [(one.id, one.changes) for one in diff.provisions] == [("p-lat-03", ("moved",))]
    gone = compare_drafts(read(SMALL), edit((block, "")))
    assert [(one.id, one.changes) for one in gone.provisions] == [("p-lat-03", ("removed",))]
    back = compare_drafts(edit((block, "")), read(SMALL))
    assert [(one.id, one.changes) for one in back.provisions] == [("p-lat-03", ("added",))]


def blocks_of(new: Draft, kind: type) -> list[object]:
    diff = compare_drafts(read(SMALL), new)
    return [b for clause in diff.clauses if clause.edited for b in walk(clause.blocks) if isinstance(b, kind)]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (("| L1 | 50 | 过程自动化 |\n", ""), ("", "deleted", "", "", "")),
        (("| L1 | 50 ", "| L0 | 90 | 无 |\n| L1 | 50 "), ("", "inserted", "", "", "", "")),
        (("| L1 | 50 ", "| L1 | 60 "), ()),
    ],
)
def test_rows_of_a_table(change: tuple[str, str], expected: tuple[str, ...]) -> None:
    (table,) = blocks_of(edit(change), Table)
    assert isinstance(table, Table)
    assert table.changes == expected


def test_a_table_with_a_column_more_is_replaced() -> None:
    new = edit(
        ("| 等级 | 上限/ms | 说明 |\n|---|:-:|---|", "| 等级 | 上限/ms | 说明 | 来源 |\n|---|:-:|---|---|"),
        ("| L1 | 50 | 过程自动化 |", "| L1 | 50 | 过程自动化 | 甲 |"),
    )
    assert len(blocks_of(new, Table)) == 2
    assert [one.kind for one in blocks_of(new, Changed) if isinstance(one, Changed)] == ["deleted", "inserted"]


def test_a_cell_that_reaches_over_other_rows_takes_them_along() -> None:
    (table,) = blocks_of(edit(("| ^^ | 10^-3^ | 机器人 |\n", "")), Table)
    assert isinstance(table, Table)
    assert table.changes == ("", "", "deleted", "deleted", "inserted", "")


def test_an_item_taken_away_is_the_only_one_marked() -> None:
    lists = blocks_of(edit(("- 第三项。\n", "")), ListBlock)
    (outer, *_) = [one for one in lists if isinstance(one, ListBlock) and not one.ordered]
    assert [any(isinstance(b, Changed) for b in item) for item in outer.items] == [False, False, True]


def test_history_of_clauses_and_provisions() -> None:
    second = edit(("不大于 10 ms", "不大于 20 ms"))
    third = edit(("不大于 10 ms", "不大于 20 ms"), ("应记录测量条件", "应保存测量条件"))
    history = clause_history([("一稿", read(SMALL)), ("二稿", second), ("三稿", third)])
    assert {name: [label for label, _ in steps] for name, steps in history.items()} == {
        "c-lat-1": ["二稿"],
        "p-lat-01": ["二稿"],
        "c-lat-2": ["三稿"],
        "p-lat-03": ["三稿"],
    }


def test_six_hundred_clauses_with_a_tenth_changed_are_quick() -> None:
    model = next(c for c in read(SMALL).clauses if c.id == "c-lat-1")
    other = next(c for c in edit(("不大于 10 ms", "不大于 20 ms")).clauses if c.id == "c-lat-1")

    def many(changed: int) -> Draft:
        made = []
        for at in range(600):
            one = other if changed and at % changed == 0 else model
            table = (replace(b, id=f"tbl-{at}") if isinstance(b, Table) else b for b in one.blocks)
            blocks = tuple(replace(b, id=f"p-{at}") if isinstance(b, Provision) else b for b in table)
            made.append(replace(one, id=f"c-{at}", level=2, blocks=blocks))
        return Draft(tuple(made))

    old, new = many(0), many(10)
    start = time.process_time()
    diff = compare_drafts(old, new)
    assert time.process_time() - start < 2
    assert diff.counts["clauses_changed"] == 60


@pytest.mark.parametrize(
    ("places", "run"), [([], []), ([0, 1, 2], [0, 1, 2]), ([3, 0, 1, 2], [1, 2, 3]), ([0, 3, 1, 2], [0, 2, 3])]
)
def test_longest_run(places: list[int], run: list[int]) -> None:
    assert longest_run(places) == run


def test_marks_bear_author_and_date() -> None:
    both = marked(compare_drafts(read(SMALL), edit(("不大于 10 ms", "不大于 20 ms"))), "示例促进会", "2026-01-02")
    provision = next(p for p in both.provisions if p.id == "p-lat-01")
    assert "author='示例促进会', date='2026-01-02'" in repr(provision)


def test_a_provision_in_place_stays_one() -> None:
    both = marked(compare_drafts(read(SMALL), edit(("时延应满足", "产品的时延应满足"))))
    clause = next(c for c in both.clauses if c.id == "c-lat-1")
    assert [b.id for b in clause.blocks if isinstance(b, Provision)] == ["p-lat-01"]
