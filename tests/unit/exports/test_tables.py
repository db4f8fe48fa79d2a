"""The CSV tables: their form, their columns, and cells that stay text."""

import csv
import io
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from generator.exports import site_files
from generator.exports.cells import csv_bytes, guarded, unguarded
from generator.exports.tables import header_of
from generator.model.registry import KINDS
from tests.conftest import Golden
from tests.unit.exports import small

FILES = dict(site_files(small.project(), small.tree()))
PRODUCTS = FILES["exports/csv/products.csv"]


def read(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_form():
    assert PRODUCTS.startswith(b'\xef\xbb\xbf"id","name_zh"')
    assert PRODUCTS.count(b"\r\n") == PRODUCTS.count(b"\n") == 3


def test_every_kind_has_a_table_and_every_row_all_cells():
    for kind in KINDS.values():
        rows = list(csv.reader(io.StringIO(FILES[f"exports/csv/{kind.folder}.csv"].decode("utf-8-sig"), newline="")))
        assert rows[0] == header_of(kind)
        assert len(set(rows[0])) == len(rows[0])
        assert {len(row) for row in rows} == {len(rows[0])}


def test_cells():
    gateway, switch = read(PRODUCTS)
    assert gateway["example"] == "true"
    assert (gateway["status"], gateway["status_name"]) == ("approved", "已通过")
    assert (gateway["vendor"], gateway["vendor_name"]) == ("organisations/acme", "示例公司")
    assert (gateway["available_in"], gateway["available_in_name"]) == ("foshan; zhuhai", "佛山市; 珠海市")
    assert gateway["capabilities"] == "metrics/latency"
    assert gateway["url"] == "https://example.org/sub/products/gateway/"
    assert switch["depends_on"] == "products/gateway"
    assert (switch["name_en"], switch["status"], switch["status_name"]) == ("", "", "")
    (solution,) = read(FILES["exports/csv/solutions.csv"])
    assert (solution["fills"], solution["sizing"]) == ("products/gateway; products/switch", "connection=200")
    (line,) = read(FILES["exports/csv/architectures.csv"])
    assert line["network_mode_isolation"] == "hybrid"


def test_golden(golden: Golden):
    golden(Path(__file__).parent / "golden" / "products.csv", PRODUCTS)


@given(st.text())
def test_guard_is_reversible(text: str):
    assert unguarded(guarded(text)) == text


@given(st.lists(st.lists(st.text(st.characters(blacklist_categories=["Cs"])), min_size=1), min_size=1))
def test_every_csv_reader_gets_the_texts_back(rows: list[list[str]]):
    content = csv_bytes([guarded(cell) for cell in row] for row in rows)
    found = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    assert [[unguarded(cell) for cell in row] for row in found] == rows
