"""Every file of a programme's catalogue: what they hold, that they agree, and that they are what they say."""

import csv
import io
import json
import subprocess
from hashlib import sha256
from pathlib import Path
from typing import Any

import jsonschema
import openpyxl
import pytest

from generator.documents.fonts import MissingGlyphs
from generator.exports.cells import unguarded
from generator.exports.voucher_files import files, working_files
from generator.vouchers.eligibility import assess_all
from generator.vouchers.published import fingerprint, row_of
from tests.vouchers.dcat_shapes import CATALOGUE
from tests.vouchers.listed import LISTING, ON, project
from tests.vouchers.test_table import FOUND, TABLES

PROGRAMME = """\
name: {zh: 测试目录}
short_name: {zh: 测试}
summary: {zh: 测试用}
site_url: https://example.org/
licence: {id: CC-BY-4.0, name: {zh: 署名 4.0}, url: 'https://example.org/by/'}
"""
ROWS = [row_of(FOUND.entries[LISTING], FOUND, ON)]
WORKING = dict(files(FOUND, "grant", ROWS, [], "working", ON))
RELEASED = dict(files(FOUND, "vouchers/grant", ROWS, [], "2026-1", ON))
NAMES = {
    "catalogue.docx",
    "catalogue.json",
    "catalogue.pdf",
    "catalogue.schema.json",
    "catalogue.xlsx",
    "datapackage.json",
    "dcat.jsonld",
    "excluded.csv",
    "listings-excel.csv",
    "listings.csv",
}


def read(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8"), newline="")))


def loaded(content: bytes) -> Any:
    return json.loads(content)


def test_every_format_twice_the_same():
    assert set(WORKING) == NAMES
    assert dict(files(FOUND, "grant", ROWS, [], "working", ON)) == WORKING


def test_a_programme_without_tables_has_data_only():
    plain = project()
    made = dict(files(plain, "grant", [row_of(plain.entries[LISTING], plain, ON)], [], "working", ON))
    assert set(made) == {name for name in NAMES if name.rpartition(".")[2] not in ("docx", "pdf", "xlsx")}
    assert not list(working_files(plain, tables_only=True))


def test_json_fits_its_schema_and_says_whether_it_is_official():
    working, released = loaded(WORKING["catalogue.json"]), loaded(RELEASED["catalogue.json"])
    schema = loaded(WORKING["catalogue.schema.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    for made in (working, released):
        jsonschema.validate(made, schema)
    assert (working["release"], working["official"]) == (None, False)
    assert (released["release"], released["official"]) == ("2026-1", True)
    (listing,) = working["listings"]
    assert listing["fingerprint"] == fingerprint(ROWS[0])
    assert (listing["values"]["price-once"], listing["values"]["ratio"]) == ("3200.00", 50)


def test_csv_for_programs_says_the_same_as_json():
    (cells,) = read(WORKING["listings.csv"])
    (listing,) = loaded(WORKING["catalogue.json"])["listings"]
    assert WORKING["listings.csv"].startswith(b'"listing","product_id"')
    assert cells["price_once"] == listing["values"]["price-once"]
    assert cells["category_zh"] == listing["values"]["category"]["zh"]
    assert cells["valid_until"] == "2027-03-31"


def test_only_the_csv_for_spreadsheets_is_guarded():
    found = project([("zh: 甲设备有限公司", "zh: '=1+1'")])
    made = dict(files(found, "grant", [row_of(found.entries[LISTING], found, ON)], [], "working", ON))
    assert read(made["listings.csv"])[0]["vendor_zh"] == "=1+1"
    assert made["listings-excel.csv"].startswith(b"\xef\xbb\xbf")
    cell = next(csv.DictReader(io.StringIO(made["listings-excel.csv"].decode("utf-8-sig"), newline="")))["供应商"]
    assert (cell, unguarded(cell)) == ("'=1+1", "=1+1")


def test_the_data_package_describes_the_tables():
    package = loaded(WORKING["datapackage.json"])
    for resource in package["resources"]:
        content = WORKING[resource["path"]]
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{sha256(content).hexdigest()}"
        header = next(csv.reader(io.StringIO(content.decode(), newline="")))
        assert [field["name"] for field in resource["schema"]["fields"]] == header
        assert len(set(header)) == len(header)
    assert [resource["path"] for resource in package["resources"]] == ["listings.csv", "excluded.csv"]


def test_dcat_names_every_file_with_its_checksum():
    for made, folder in ((WORKING, "exports/vouchers/grant/"), (RELEASED, "releases/2026-1/files/")):
        described = loaded(made["dcat.jsonld"])
        (dataset,) = described["dcat:dataset"]
        sums = {
            one["dcat:downloadURL"]["@id"]: one["spdx:checksum"]["spdx:checksumValue"]["@value"]
            for one in dataset["dcat:distribution"]
        }
        assert sums == {
            f"https://example.org/{folder}{name}": sha256(content).hexdigest()
            for name, content in made.items()
            if (name.startswith("catalogue.") and "schema" not in name) or name.endswith(".csv")
        }


def test_dcat_holds_what_its_readers_need():
    licensed = project(more=f"--- catalog/programme.yaml\n{PROGRAMME}")
    made = dict(files(licensed, "grant", [], [], "working", ON))
    jsonschema.validate(loaded(made["dcat.jsonld"]), CATALOGUE)
    assert loaded(made["catalogue.json"])["licence"]["id"] == "CC-BY-4.0"
    assert loaded(made["datapackage.json"])["licenses"][0]["path"] == "https://example.org/by/"


def test_the_working_state_says_so_and_a_release_does_not():
    working, released = (openpyxl.load_workbook(io.BytesIO(made["catalogue.xlsx"])) for made in (WORKING, RELEASED))
    assert working.sheetnames == ["甲产品目录", "目录汇总", "规则与来源", "数据"]
    assert [sheet.sheet_state for sheet in working] == ["visible"] * 3 + ["hidden"]
    assert [sheet["A2"].value for sheet in working][1:] == ["非正式（工作状态）"] * 2 + ["vouchers/grant 2026-07-01"]
    told = [str(cell.value) for sheet in released for row in sheet.iter_rows() for cell in row]
    assert not any("非正式" in text for text in told)
    assert loaded(WORKING["dcat.jsonld"])["dcat:dataset"][0]["dct:title"][0]["@value"].startswith("【非正式")


def test_what_is_left_out_is_in_every_format():
    found = project(
        [
            ("admitted_suppliers: [acme]\n", f"admitted_suppliers: [acme]\n{TABLES}"),
            ("product: gateway\n", "product: gone\n"),
        ]
    )
    out = assess_all(found, "grant", ON)
    made = dict(files(found, "grant", [], out, "working", ON))
    assert {row["listing"] for row in read(made["excluded.csv"])} == {LISTING}
    assert [one["listing"] for one in loaded(made["catalogue.json"])["excluded"]] == [LISTING]
    assert "未列入及原因" in openpyxl.load_workbook(io.BytesIO(made["catalogue.xlsx"])).sheetnames


def test_a_character_without_a_glyph_stops_a_release_and_no_draft():
    found = project(
        [("admitted_suppliers: [acme]\n", f"admitted_suppliers: [acme]\n{TABLES}"), ("zh: 接入设备", "zh: 接入𠀀")]
    )
    rows = [row_of(found.entries[LISTING], found, ON)]
    assert dict(files(found, "grant", rows, [], "working", ON))["catalogue.pdf"].startswith(b"%PDF")
    with pytest.raises(MissingGlyphs, match="𠀀"):
        dict(files(found, "grant", rows, [], "2026-1", ON))


@pytest.mark.full
@pytest.mark.parametrize("name", ["catalogue.xlsx", "catalogue.docx"])
@pytest.mark.parametrize("made", [WORKING, RELEASED], ids=["working", "released"])
def test_an_office_program_opens_and_prints_them(made: dict[str, bytes], name: str, soffice: str, tmp_path: Path):
    (tmp_path / name).write_bytes(made[name])
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command: list[str | Path] = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path]
    subprocess.run([*command, tmp_path / name], check=True, capture_output=True, timeout=180)
    printed = (tmp_path / "catalogue.pdf").read_bytes()
    assert printed.startswith(b"%PDF-")
    assert len(printed) > 10_000
