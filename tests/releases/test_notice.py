"""Preparing a public notice: who goes in, when it ends, and what is written."""

from pathlib import Path

import pytest
import yaml

from tests.releases.conftest import ROOT, Clerk

NOTICE = ("voucher", "notice", "--voucher", "port-equipment")
WORKING = ROOT / "catalog" / "vocabularies" / "working-days.yaml"


def read(path: Path) -> dict[str, object]:
    data = yaml.load(path.read_bytes(), Loader=yaml.BaseLoader)
    assert isinstance(data, dict)
    return data


def test_a_notice_is_whole_and_valid(clerk: Clerk) -> None:
    said = clerk.done(*NOTICE, "--start", "2026-03-10")
    assert said.splitlines() == [
        "catalog/notices/notice-2026-1.yaml",
        "3 listings, 2026-03-10 to 2026-03-19; 3 do not meet the criteria yet and stay out.",
    ]
    path = clerk.root / "catalog" / "notices" / "notice-2026-1.yaml"
    assert path.read_text("utf-8").startswith("# yaml-language-server: $schema=../../schemas/v1/notice.schema.json\n")
    found = read(path)
    assert [line["listing"] for line in found["listings"]] == ["container-reader", "converter", "crane-desk"]  # type: ignore[attr-defined]
    assert all(len(line["fingerprint"]) == 64 for line in found["listings"])  # type: ignore[attr-defined]
    wanted = {
        "days": "10",
        "day_kind": "calendar",
        "start": "2026-03-10",
        "end": "2026-03-19",
        "voucher": "port-equipment",
    }
    assert {key: found[key] for key in wanted} == wanted
    assert found["office"] == {"zh": "海城市港航管理局装备科", "en": "Equipment division of the Port Office"}
    assert found["name"] == {
        "zh": "海城市港口装备更新补贴产品目录公示（2026年第2次）",
        "en": "Public notice 2026-2: Haicheng subsidy for port equipment",
    }
    assert clerk.done("validate").endswith("see catalog/rules.yaml\n")
    assert "0 files would change" in clerk.done("fmt", "--check")


def test_nothing_is_overwritten(clerk: Clerk) -> None:
    clerk.done(*NOTICE, "--start", "2026-03-10", "--id", "march")
    assert "exists already" in clerk.refused(*NOTICE, "--start", "2026-03-11", "--id", "march", "converter")
    assert "exists already" in clerk.refused(*NOTICE, "--start", "2026-03-11", "--id", "spring", "converter")


def test_what_has_been_noticed_and_is_the_same_is_left_out(clerk: Clerk) -> None:
    clerk.done(*NOTICE, "--start", "2026-03-10")
    assert "no listing to notice" in clerk.refused(*NOTICE, "--start", "2026-04-10")
    clerk.edit("catalog/products/box-reader.yaml", "model: BR-7", "model: BR-8")
    said = clerk.done(*NOTICE, "--start", "2026-04-10")
    assert "1 listing, 2026-04-10 to 2026-04-19" in said


def test_named_listings_only(clerk: Clerk) -> None:
    assert "1 listing" in clerk.done(*NOTICE, "--start", "2026-03-10", "converter")
    assert "not ready for a notice: mooring: Price stated" in clerk.refused(*NOTICE, "--start", "2026-03-10", "mooring")
    assert "did you mean 'converter'?" in clerk.refused(*NOTICE, "--start", "2026-03-10", "convertor")


def test_an_open_objection_blocks_its_own_listing_only(clerk: Clerk) -> None:
    clerk.done(*NOTICE, "--start", "2026-03-10")
    clerk.edit("catalog/notices/notice-2026-1.yaml", "{listing: converter,", "{listing: converter, objections_open: 1,")
    clerk.commit()
    said = clerk.done("release", "create", "2026-1", "--voucher", "port-equipment", "--on", "2026-04-20")
    assert said.splitlines()[0].startswith("releases/2026-1: 2 listed, 4 excluded")
    assert any(line.startswith("  - converter: ") and "objection" in line for line in said.splitlines())


def working_days(clerk: Clerk) -> None:
    clerk.edit(
        "catalog/vouchers/port-equipment.yaml", "  days: 10\n  day_kind: calendar", "  days: 7\n  day_kind: working"
    )
    (clerk.root / "catalog" / "vocabularies" / "working-days.yaml").write_bytes(WORKING.read_bytes())


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("2026-03-10", "2026-03-18"),  # over one weekend
        ("2026-04-29", "2026-05-11"),  # 1 to 5 May are off, Saturday 9 May is worked
        ("2026-09-28", "2026-10-12"),  # 1 to 7 October are off, Saturday 10 October is worked
    ],
)
def test_working_days_over_a_holiday(clerk: Clerk, start: str, end: str) -> None:
    working_days(clerk)
    assert f"{start} to {end};" in clerk.done(*NOTICE, "--start", start)


def test_a_year_without_a_calendar_is_an_error(clerk: Clerk) -> None:
    working_days(clerk)
    said = clerk.refused(*NOTICE, "--start", "2031-03-10")
    assert "2031" in said
    assert "catalog/vocabularies/working-days.yaml" in said


def test_a_programme_without_rules_for_notices(clerk: Clerk) -> None:
    assert "no voucher programme" in clerk.refused("voucher", "notice", "--voucher", "nothing", "--start", "2026-03-10")
    assert "--start 10.3.2026: a date" in clerk.refused(*NOTICE, "--start", "10.3.2026")
