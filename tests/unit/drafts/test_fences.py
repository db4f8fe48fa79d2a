"""A `:::` line that is missing or too many is one finding, at the line where its block begins."""

from pathlib import Path

import pytest

from generator.drafts.read import read_draft
from tests.unit.drafts import skeleton

REAL = Path(__file__).parents[3] / "standards" / "e2e-5g-intranet" / "draft.md"
PROVISION = "::: {{.provision #p-{} kind=requirement aspect=security}}"
FIRST = skeleton.SKELETON.count("\n") + 1


def found(fragment: str) -> list[tuple[str, int]]:
    """Code and line in the fragment, from 1, of each finding."""
    problems = read_draft("draft.md", skeleton.draft(fragment))[1]
    return [(code.code, (finding.position or (0, 0))[0] - FIRST + 1) for code, finding in problems]


def test_any_one_end_missing_from_a_long_draft_is_one_finding() -> None:
    lines = REAL.read_text("utf-8").split("\n")
    ends = [number for number, line in enumerate(lines) if line.strip() == ":::"]
    for end in [*ends[:3], *ends[3:-3:12], *ends[-3:]]:
        begin = max(n for n in range(end) if lines[n].startswith(":::") and lines[n].strip(":") != "")
        content = "\n".join(line for number, line in enumerate(lines) if number != end)
        problems = read_draft("draft.md", content.encode())[1]
        # Within a provision a note may be the one that was to end: then the provision is what is left open.
        assert [code.code for code, _ in problems] == ["D006"], f"line {end + 1}"
        line = (problems[0][1].position or (0, 0))[0]
        assert line <= begin + 1
        assert lines[line - 1].startswith("::: ")


A, B = PROVISION.format("a"), PROVISION.format("b")


@pytest.mark.parametrize(
    ("fragment", "expected"),
    [
        pytest.param(f"{A}\n甲应乙。\n\n{B}\n丙应丁。\n:::\n\n见[@p-a]。\n", [("D006", 1)], id="before a provision"),
        pytest.param(f"{A}\n甲应乙。\n\n## 题 {{#c-x}}\n\n见[@p-a]。\n", [("D006", 1)], id="before a heading"),
        pytest.param(f"{A}\n甲应乙。\n## 题 {{#c-x}}\n\n见[@p-a]。\n", [("D006", 1)], id="no empty line before it"),
        pytest.param(f"{A}\n甲应乙。\n", [("D006", 1)], id="at the end"),
        pytest.param(
            f"{A}\n甲应乙。\n::: note\n丙。\n:::\n\n## 题 {{#c-x}}\n\n文。\n", [("D006", 1)], id="note inside"
        ),
        pytest.param(f"{A}\n甲应乙。\n::: note\n丙。\n\n## 题 {{#c-x}}\n\n文。\n", [("D006", 1)], id="neither ended"),
        pytest.param(f"{A}\n甲应乙。\n:::\n\n文。\n\n:::\n", [("D006", 7)], id="one end too many"),
        pytest.param("::: note\n甲。\n\n## 题 {#c-x}\n\n文。\n\n:::\n", [("D006", 1)], id="a heading inside"),
        pytest.param(f":{A}\n甲应乙。\n:::\n", [("D006", 3)], id="too few colons"),
        pytest.param(f"{A[:-1]}\n甲应乙。\n:::\n\n见[@p-a]。\n", [("D006", 1)], id="brace not closed"),
        pytest.param("::: note 甲\n甲。\n\n乙。\n:::\n", [("D006", 1)], id="two words"),
        pytest.param("- 甲\n\n  ::: note\n  乙。\n\n## 题 {#c-x}\n\n文。\n", [("D006", 3)], id="in a list"),
        pytest.param("```\n::: note\n# 题\n```\n\n~~~\n:::\n~~~\n", [], id="in code"),
        pytest.param(
            "::: {.provision #p-a\n    kind=requirement aspect=security}\n甲应乙。\n:::\n", [], id="two lines"
        ),
        pytest.param(f":{A}\n甲应乙。\n::: note\n丙。\n:::\n丁。\n::::\n", [], id="more colons outside"),
        pytest.param("- 甲\n\n  ::: note\n  乙。\n  :::\n\n- 丙\n", [], id="sound in a list"),
    ],
)
def test_one_slip_is_one_finding(fragment: str, expected: list[tuple[str, int]]) -> None:
    assert found(fragment) == expected


def test_what_stands_behind_an_unended_block_is_read() -> None:
    draft, _ = read_draft("draft.md", skeleton.draft(f"{A}\n甲应乙。\n\n## 题 {{#c-x}}\n\n{B}\n丙应丁。\n:::\n"))
    assert draft is not None
    assert [(p.id, p.text, p.number) for p in draft.provisions] == [
        ("p-a", "甲应乙。", "4"),
        ("p-b", "丙应丁。", "4.1"),
    ]


def test_a_number_before_a_fixed_title_is_only_that() -> None:
    content = skeleton.draft("").decode().replace("# 范围", "# 1 范围").replace("# 术语和定义", "# 3　术语和定义")
    draft, problems = read_draft("draft.md", content.encode())
    assert [code.code for code, _ in problems] == ["D014", "D014"]
    assert draft is not None
    assert [clause.kind for clause in draft.clauses][1:4] == ["scope", "references", "terms"]


def test_a_clause_beside_an_untitled_one_is_no_part_of_it() -> None:
    assert found("## 甲 {#c-a}\n\n### {#c-b}\n\n文。\n\n### 乙 {#c-c}\n\n#### {#c-d}\n\n文。\n") == []
    assert found("## {#c-a}\n\n### 乙 {#c-b}\n\n#### 丙 {#c-c}\n\n文。\n") == [("D032", 3), ("D032", 5)]


@pytest.mark.parametrize("name", ["top", "catalog-search"])
def test_ids_of_every_page_are_refused(name: str) -> None:
    assert found(f"## 甲 {{#{name}}}\n\n文。\n") == [("D012", 1)]
