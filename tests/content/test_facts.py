"""The real content against a table of facts that was typed from the sources, not from the catalogue."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from generator.source.reader import read_data

ROOT = Path(__file__).resolve().parents[2]
FACTS_PATH = Path(__file__).with_name("facts.yaml")


def read(path: Path) -> dict[str, Any]:
    data, problems = read_data(path.name, path.read_bytes())
    assert not problems, f"{path}: {problems}"
    assert data is not None
    return data


@cache
def real(kind: str) -> Mapping[str, dict[str, Any]]:
    """The entries of a kind by id, without the invented ones."""
    entries = {path.stem: read(path) for path in sorted((ROOT / "catalog" / kind).glob("*.yaml"))}
    return {slug: entry for slug, entry in entries.items() if not entry.get("example")}


def zh(entry: Mapping[str, Any]) -> str:
    text: str = entry["name"]["zh"]
    return text


def terms(vocabulary: str) -> dict[str, dict[str, Any]]:
    return {term["id"]: term for term in real("vocabularies")[vocabulary]["terms"]}


FACTS = read(FACTS_PATH)
PARKS = FACTS["parks"]
NOTICE = "gd-5gii-parks-2020"


def park(name: str) -> dict[str, Any]:
    return next(entry for entry in real("parks").values() if zh(entry) == name)


def test_the_first_batch_is_complete_and_nothing_else() -> None:
    assert sorted(map(zh, real("parks").values())) == sorted(fact["name"] for fact in PARKS)
    assert len(PARKS) == 8
    assert len({fact["city"] for fact in PARKS}) == 6


@pytest.mark.parametrize("fact", PARKS, ids=lambda fact: fact["name"].split(" 5G")[0])
def test_a_park_is_as_annex_1_lists_it(fact: dict[str, Any]) -> None:
    entry = park(fact["name"])
    assert entry["city"] == fact["city"]
    assert terms("cities")[fact["city"]]["code"] == fact["code"]
    assert [zh(real("organisations")[unit]) for unit in entry["applicants"]] == fact["applicants"]
    assert (entry["batch"], entry["disclosure"], entry["status"]) == (1, "public", "selected")
    assert [step["to"] for step in entry["history"]] == ["selected"]
    assert entry["history"][0]["evidence"]["document"] == FACTS["document"]


@pytest.mark.parametrize("field", ["management", "park_type", "industries"])
def test_what_annex_1_does_not_state_about_a_park_is_absent(field: str) -> None:
    assert not [slug for slug, entry in real("parks").items() if field in entry]


def test_the_18_units_are_distinct_and_hold_nothing_the_notice_does_not_state() -> None:
    names = [name for fact in PARKS for name in fact["applicants"]]
    units = {zh(entry): entry for entry in real("organisations").values() if zh(entry) in names}
    assert len(names) == len(set(names)) == len(units) == 18
    silent = {"uscc", "org_code", "nature", "city", "address", "founded_on", "parent", "contact", "website"}
    assert not {name for name, unit in units.items() if silent & set(unit)}
    for start, count in FACTS["operators"].items():
        assert sum(name.startswith(start) and units[name]["types"] == ["operator"] for name in names) == count


def test_scenarios_and_their_national_counterparts() -> None:
    assert {zh(entry) for entry in real("scenarios").values()} == set(FACTS["scenarios"])
    assert len(FACTS["scenarios"]) == 6
    national = terms("national-scenarios").values()
    for batch, names in FACTS["national_scenarios"].items():
        assert [zh(term) for term in national if term["batch"] == int(batch)] == names
    assert len(national) == 20
    assert all(entry["national"] for entry in real("scenarios").values())


def test_sectors_named_by_the_notice() -> None:
    sectors = {zh(entry): entry for entry in real("industries").values()}
    focus, private = set(FACTS["focus_sectors"]), set(FACTS["private_network_sectors"])
    assert set(sectors) == focus | private
    assert len(sectors) == 8
    assert {name for name, entry in sectors.items() if "focus" in entry["named_as"]} == focus
    assert {name for name, entry in sectors.items() if "private-network" in entry["named_as"]} == private
    outside = {name for name, entry in sectors.items() if not entry.get("manufacturing", True)}
    assert outside == set(FACTS["not_manufacturing"])
    assert len(set(sectors) - outside) == 7
    for name, entry in sectors.items():
        assert all(code.startswith("c") for code in entry["gbt4754"]) == (name not in outside)


def test_every_capability_word_has_a_metric_and_reliability_has_three() -> None:
    words = {term_id: zh(term) for term_id, term in terms("capability-words").items()}
    assert list(words.values()) == FACTS["capability_words"]
    assert len(words) == 7
    by_word = {
        word: {slug for slug, metric in real("metrics").items() if word in metric.get("capability_words", [])}
        for word in words
    }
    assert all(by_word.values())
    assert by_word["reliability"] == set(FACTS["reliability_metrics"])


def test_only_the_periodic_metrics_are_bound_to_periodic_traffic() -> None:
    periodic = {slug for slug, metric in real("metrics").items() if metric.get("traffic") == "periodic"}
    assert periodic == set(FACTS["periodic_metrics"])


@pytest.mark.parametrize(
    ("vocabulary", "fact"),
    [("converged-technologies", "converged_technologies"), ("standard-aspects", "standard_aspects")],
)
def test_lists_of_the_notice(vocabulary: str, fact: str) -> None:
    assert [zh(term) for term in terms(vocabulary).values()] == FACTS[fact]


@pytest.mark.parametrize("slug", FACTS["targets"])
def test_a_target_promises_what_the_notice_says_and_no_more(slug: str) -> None:
    fact, entry = FACTS["targets"][slug], real("targets")[slug]
    assert fact["wording"] in entry["wording"]["zh"]
    assert (entry.get("promised"), entry.get("named")) == (fact["promised"], fact["named"])
    assert entry["document"] == NOTICE


def test_there_are_seven_targets() -> None:
    assert set(real("targets")) == set(FACTS["targets"])
    assert len(FACTS["targets"]) == 7


def test_the_notice_itself() -> None:
    notice = real("policies")[NOTICE]
    assert (notice["document"], notice["due"], notice["disclosure"]) == (
        FACTS["document"],
        FACTS["plans_due"],
        "public",
    )
    assert len(notice["review_chain"]) == len(FACTS["review_chain"])
    for step, words in zip(notice["review_chain"], FACTS["review_chain"], strict=True):
        assert words in step["zh"]
    assert notice["levers"] == FACTS["levers"]


def test_three_measures_carry_the_five_levers() -> None:
    measures = {slug: entry for slug, entry in real("policies").items() if entry.get("part_of") == NOTICE}
    assert set(measures) == set(FACTS["measures"])
    for slug, start in FACTS["measures"].items():
        assert measures[slug]["wording"]["zh"].startswith(start)
    levers = [lever for entry in measures.values() for lever in entry["levers"]]
    assert sorted(levers) == sorted(FACTS["levers"])
    focus = {zh(real("industries")[slug]) for slug in measures["gd-5gii-2020-benchmarks"]["industries"]}
    assert focus == set(FACTS["focus_sectors"])


@pytest.mark.parametrize("slug", FACTS["amounts"])
def test_amounts_of_city_policies_are_in_yuan(slug: str) -> None:
    assert [amount.get("amount_max") for amount in real("policies")[slug]["amounts"]] == FACTS["amounts"][slug]


def test_21_cities_and_31_manufacturing_divisions() -> None:
    codes = [term["code"] for term in terms("cities").values()]
    assert len(set(codes)) == 21
    assert all(code.startswith("44") and code.endswith("00") and len(code) == 6 for code in codes)
    divisions = [term["code"] for term in terms("gbt4754").values()]
    assert divisions == ["B07", *(f"C{number}" for number in range(13, 44)), "G57"]


@pytest.mark.parametrize(
    "kind",
    ["organisations", "parks", "policies", "vouchers", "targets", "scenarios", "industries", "metrics", "vocabularies"],
)
def test_every_real_entry_names_its_sources(kind: str) -> None:
    assert not [slug for slug, entry in real(kind).items() if not entry.get("sources")]
