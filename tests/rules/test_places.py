"""How rules find fields by their type, and the id that was meant."""

from functools import partial

from generator.diagnostics import did_you_mean
from generator.model.registry import KINDS
from generator.model.settings import Programme
from generator.project import Project, Settings
from generator.rules.naming.missing_english import is_bilingual
from generator.rules.places import nearest_id, paths_of
from generator.rules.products.duplicate_part_id import has_ids
from generator.rules.products.money_decimals import is_money
from generator.rules.quantities.impossible_date import is_date

TEXT = {"zh": "测试"}
PROGRAMME = Programme.model_validate(
    {"name": TEXT, "short_name": TEXT, "summary": TEXT, "site_url": "https://example.org/"}
)


def paths(kind: str, wanted: object) -> set[str]:
    return {".".join(path) for path in paths_of(KINDS[kind].model, wanted)}


def test_every_field_that_holds_a_date_is_found() -> None:
    assert {"issued_on", "valid.start", "valid.until", "evidence.date", "history.*.date"} <= paths(
        "certificates", is_date
    )
    assert {"founded_on"} <= paths("organisations", is_date)
    assert {"start", "end"} <= paths("notices", is_date)
    assert {"terms.*.date"} <= paths("vocabularies", is_date)


def test_money_is_told_from_other_numbers() -> None:
    assert paths("products", is_money) == {"prices.*.amount", "prices.*.tiers.*.amount", "prices.*.minimum"}
    assert paths("metrics", is_money) == set()


def test_lists_of_parts_with_ids() -> None:
    assert paths("schemes", has_ids) == {"levels", "levels.*.criteria"}
    assert paths("architectures", has_ids) == {"slots"}


def test_texts_in_two_languages() -> None:
    assert {"name", "summary", "description", "slots.*.name", "connections.*.note"} <= paths(
        "architectures", is_bilingual
    )


def test_the_nearest_id_among_many_that_begin_alike() -> None:
    known = frozenset(f"products/example-gateway-{n}" for n in range(5000)) | {
        "products/upf",
        "parks/example-gateway-12x4",
    }
    project = Project({}, Settings(PROGRAMME), known=known)
    assert "example-gateway-1234" in nearest_id(project, "products", "example-gatway-1234").en
    assert "upf" in nearest_id(project, "products", "upff").en
    assert not nearest_id(project, "products", "nothing-like-it").en
    assert not nearest_id(project, "organisations", "upf").en


def test_an_id_that_goes_on_where_the_other_ends_and_no_example_for_a_real_entry() -> None:
    known = frozenset(f"organisations/{slug}" for slug in ("yuehai", "example-equipment-maker", "acme", "acme-parent"))
    project = Project({}, Settings(PROGRAMME), known=known)
    nearest = partial(nearest_id, project, "organisations")
    assert nearest("yuehai-equipment") == did_you_mean("yuehai")
    assert nearest("yueha") == did_you_mean("yuehai")
    assert nearest("acme-parnet") == did_you_mean("acme-parent"), "a slip comes before the shorter id"
    assert nearest("example-equipment-makr") == did_you_mean("example-equipment-maker")
    assert not nearest("example-equipment-makr", examples=False).zh
    assert not nearest("equipment-maker", examples=False).zh
