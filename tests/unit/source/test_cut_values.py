"""Single values are cut out of a file's text: every other character stays, or nothing is changed at all."""

import pytest

from generator.source.cut_values import CannotCut, changed

TEXT = """\
# yaml-language-server: $schema=x
# about the file
name:
  zh: 网关   # the name
  en: "Gateway"
summary: {zh: 简介, en: Summary}  # short
# the model
model: GW-5
version: "2.3"
cities: [foshan, zhuhai]   # two
towns:
  - a
  - b
notes: |
  first
  second
valid: {start: 2026-01-01, until: 2026-12-31}
prices:
  # what it costs
  - id: hardware
    amount: 3200.00  # with tax
  - {id: sim, amount: 30.00}
last: end
"""
ORDER = ("name", "summary", "model", "version", "edition", "cities", "valid", "prices", "last")


def order(pointer):
    return ORDER if not pointer else ("zh", "en") if pointer in (("name",), ("summary",)) else ("start", "until")


@pytest.mark.parametrize(
    ("changes", "old", "new"),
    [
        ({("name", "zh"): "新网关"}, "zh: 网关   #", "zh: 新网关   #"),
        ({("name", "en"): "A: b"}, '"Gateway"', '"A: b"'),
        ({("summary", "zh"): "一，二"}, "zh: 简介", "zh: 一，二"),
        ({("model",): "010"}, "model: GW-5", 'model: "010"'),
        ({("version",): "2.4"}, '"2.3"', '"2.4"'),
        ({("version",): None}, 'version: "2.3"\n', ""),
        ({("edition",): "x"}, 'version: "2.3"\n', 'version: "2.3"\nedition: x\n'),
        ({("cities",): ["foshan"]}, "[foshan, zhuhai]   #", "[foshan]   #"),
        ({("towns",): ["c"]}, "towns:\n  - a\n  - b\n", "towns: [c]\n"),
        ({("notes",): "one"}, "notes: |\n  first\n  second\n", "notes: one\n"),
        ({("valid", "until"): "2027-12-31"}, "2026-12-31", "2027-12-31"),
        ({("valid", "until"): None}, ", until: 2026-12-31", ""),
        ({("valid", "start"): None}, "start: 2026-01-01, ", ""),
        ({("valid", "start"): None, ("valid", "until"): None}, "valid: {start: 2026-01-01, until: 2026-12-31}\n", ""),
        ({("prices", 0, "amount"): "3100"}, "3200.00  #", '"3100"  #'),
        ({("prices", 1, "amount"): "31"}, "amount: 30.00", 'amount: "31"'),
        ({("last",): "x"}, "last: end", "last: x"),
        ({("aside", "a"): "b"}, "last: end\n", "last: end\naside: {a: b}\n"),
    ],
    ids=lambda value: str(value)[:40] if isinstance(value, dict) else "",
)
def test_nothing_else_changes(changes, old, new):
    assert TEXT.count(old) == 1
    assert changed(TEXT, changes, order) == TEXT.replace(old, new)


def test_a_missing_language_goes_behind_the_other():
    text = "name:\n  zh: 甲  # a\nlast: x\n"
    assert changed(text, {("name", "en"): "A"}, order) == "name:\n  zh: 甲  # a\n  en: A\nlast: x\n"
    assert changed("name: {zh: 甲}\n", {("name", "en"): "A"}, order) == "name: {zh: 甲, en: A}\n"


def test_a_file_without_a_last_line_break():
    assert changed("name: {zh: 甲}\nmodel: x", {("version",): "2"}, order) == 'name: {zh: 甲}\nmodel: x\nversion: "2"\n'


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("name: {zh: 甲}\nmodel: x  # kept\n", {("model",): None}),
        ("name: {zh: 甲}\ntowns:\n  - a # kept\n  - b\n", {("towns",): ["c"]}),
        ("name: {zh: 甲\n", {("model",): "x"}),
        ("name: {zh: 甲}\nmodel: x\nmodel: y\n", {("model",): "z"}),
    ],
)
def test_what_would_lose_a_comment_or_is_no_yaml_is_refused(text, changes):
    with pytest.raises(CannotCut):
        changed(text, changes, order)
