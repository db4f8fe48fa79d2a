"""Grades: scores, thresholds, mandatory criteria, selections, and what is missing for the next level."""

import pytest

from generator.conformance.claims import NAMES, State
from generator.conformance.grading import Grade, grade
from tests.conformance.standard import PRODUCT, claims, project_of

SCHEME = """\
--- catalog/schemes/grading.yaml
name: {{zh: 甲等级评价}}
issuer: acme
standards: [gateway-access]
edition: "2025"
{more}levels:
  - id: high
    name: {{zh: 高级}}
    rank: 2
    threshold: 75
    criteria:
      - {{id: latency, text: {{zh: 时延}}, requires: {{metric: end-to-end-latency, max: 10, unit: ms}}, weight: 2{must}}}
  - id: low
    name: {{zh: 低级}}
    rank: 1
    threshold: 50
    criteria:
      - {{id: all, text: {{zh: 全部}}, select: {{standard: gateway-access, kinds: [requirement]}}, weight: 2}}
"""
SAME = ("2025", "p-same", "met")
TECHNICAL = ("2025", "p-technical", "met")
EDITORIAL = ("2025", "p-editorial", "met")
REMOVED = ("2025", "p-removed", "met")


def of(*said: tuple[str, str, str], latency: str = "8", more: str = "", must: str = "") -> Grade:
    text = PRODUCT.format(id="one", latency=latency) + (claims(*said) or "  []\n")
    project = project_of(text.replace("conforms_to:\n  []\n", "") + SCHEME.format(more=more, must=must))
    return grade(project, project.entries["products/one"], project.entries["schemes/grading"])


def scores(found: Grade) -> list[tuple[str, str, bool]]:
    return [(one.level.id, one.score_shown, one.reached) for one in found.levels]


def test_levels_are_judged_from_the_lowest_and_count_what_is_below():
    assert scores(of(SAME, TECHNICAL, EDITORIAL, REMOVED)) == [("low", "100", True), ("high", "100", True)]
    assert scores(of(SAME, TECHNICAL)) == [("low", "50", True), ("high", "75", True)]
    assert scores(of(SAME, TECHNICAL, latency="20")) == [("low", "50", True), ("high", "25", False)]


def test_a_level_needs_the_one_below():
    found = of(SAME)
    assert scores(found) == [("low", "25", False), ("high", "62.5", False)]
    assert found.level is None
    assert found.following is not None
    assert found.following.level.id == "low"


def test_what_is_missing_is_named_provision_by_provision():
    found = of(SAME, TECHNICAL, latency="20")
    assert found.level is not None
    assert found.level.id == "low"
    assert found.following is not None
    missing = {one.criterion.id: one for one in found.following.missing}
    assert set(missing) == {"all", "latency"}
    assert [(p.provision, p.state.value) for p in missing["all"].parts if p.state.value != "covered"] == [
        ("p-editorial", "uncovered"),
        ("p-removed", "uncovered"),
    ]
    assert missing["latency"].why.zh == "上限 20 ms > 10 ms"


def test_a_provision_met_partly_counts_what_the_scheme_says():
    partly = ("2025", "p-technical", "partly")
    assert scores(of(SAME, partly))[0] == ("low", "25", False)
    assert scores(of(SAME, partly, more="partly_counts: 50\n"))[0] == ("low", "37.5", False)


def test_every_provision_that_is_missing_says_why():
    found = of(SAME, ("2025", "p-technical", "partly")).following
    assert found is not None
    parts = {part.provision: part for one in found.missing for part in one.parts}
    assert parts["p-technical"].why.zh == ""
    assert parts["p-technical"].reason == NAMES[State.PARTIAL]
    assert all(part.reason.zh and part.reason.en for part in parts.values())


def test_what_does_not_apply_is_left_out_of_the_count():
    aside = [("2025", name, "not-applicable") for name in ("p-technical", "p-editorial", "p-removed")]
    assert scores(of(SAME, *aside))[0] == ("low", "100", True)


def test_a_mandatory_criterion_has_to_be_met_whatever_the_score():
    every = (SAME, TECHNICAL, EDITORIAL, REMOVED)
    assert scores(of(*every, latency="20"))[1] == ("high", "50", False)
    near = SCHEME.replace("threshold: 75", "threshold: 50")
    for must, reached in (("", True), (", mandatory: true", False)):
        text = PRODUCT.format(id="one", latency="20") + claims(*every) + near.format(more="", must=must)
        project = project_of(text)
        found = grade(project, project.entries["products/one"], project.entries["schemes/grading"])
        assert found.levels[1].reached is reached


@pytest.mark.parametrize(("edition", "score"), [("2025", "100"), ("draft", "50")])
def test_the_scheme_says_which_edition_is_graded(edition, score):
    """Of the draft, one of four claims is suspect, and one provision is new: neither counts."""
    text = SCHEME.format(more="", must="").replace('edition: "2025"', f'edition: "{edition}"')
    project = project_of(PRODUCT.format(id="one", latency=8) + claims(SAME, TECHNICAL, EDITORIAL, REMOVED) + text)
    found = grade(project, project.entries["products/one"], project.entries["schemes/grading"])
    assert found.levels[0].score_shown == score
    assert found.editions == (("gateway-access", edition),)
