"""Every file of a voucher programme's catalogue, for a release or for the working state, in every format.

    catalogue.xlsx .docx .pdf   the programme's own tables with totals, rules and reasons; only where it has tables;
                                the workbook's last sheet is what `catalog import` reads back
    catalogue.json              everything, with catalogue.schema.json
    listings.csv excluded.csv   RFC 4180 for programs; datapackage.json says what their fields are
    listings-excel.csv          the same for spreadsheets
    dcat.jsonld                 all of them as DCAT 3

The same project, rows and day give the same bytes.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.documents.docx import docx
from generator.documents.grid import Grid
from generator.documents.pdf import pdf
from generator.documents.xlsx import xlsx
from generator.exports.datapackage import datapackage
from generator.exports.dcat import dcat
from generator.exports.json_text import json_document
from generator.exports.voucher_data import SCHEMA, catalogue_json, catalogue_schema, excluded_table, listings_table
from generator.exports.voucher_sheet import data_sheet
from generator.model.voucher import Voucher
from generator.project import Entry, Project
from generator.texts import EXAMPLE, Text
from generator.vouchers import wording
from generator.vouchers.catalogue_document import UNOFFICIAL, Catalogue, mark_of
from generator.vouchers.eligibility import Assessment, assess_all
from generator.vouchers.published import Row, fingerprint, row_of
from generator.vouchers.table import ordered

WORKING = "working"
BASE = "exports/vouchers/"

Files = Iterator[tuple[str, bytes]]


def files(
    project: Project,
    voucher_id: str,
    rows: Sequence[Row],
    excluded: Sequence[Assessment],
    state: str,
    on: str,
    *,
    changes: Grid | None = None,
    documents: bool = True,
) -> Files:
    """Name and content of each file. `state`: "working" or the release's name; `on`: the day, an ISO date.

    `documents=False` leaves out XLSX, DOCX and PDF. `changes`: the annex that `vouchers.annexes.changes` makes.
    Raises LookupError for an unknown programme, and for a release `documents.fonts.MissingGlyphs` for characters
    that the PDF cannot show; in the working state it shows 〓 for them.
    """
    voucher = _voucher(project, voucher_id)
    model, programme = voucher.as_a(Voucher), project.settings.programme
    release = "" if state == WORKING else state
    listed, out = ordered(model, rows), sorted(excluded, key=lambda one: one.listing)
    made: dict[str, bytes] = {}
    catalogue = Catalogue(project, voucher, listed, out, release=release, on=on, changes=changes)
    prints = {row.listing: fingerprint(row) for row in listed}
    listings, reasons = listings_table(listed, prints), excluded_table(out)
    if documents and model.tables:
        book = catalogue.book()
        data = data_sheet(listings, voucher, on, mark_of(voucher, release, "zh"))
        made["catalogue.xlsx"] = xlsx(replace(book, sheets=(*book.sheets, data)))
        document = catalogue.document()
        made["catalogue.docx"] = docx(document)
        # A draft may lack a character; what is released may not.
        made["catalogue.pdf"] = pdf(document, stand_in=not release)
    made["catalogue.json"] = catalogue_json(voucher, programme, listed, prints, out, release=release, on=on)
    made[SCHEMA] = json_document(catalogue_schema())
    made["listings.csv"], made["listings-excel.csv"] = listings.plain(), listings.for_spreadsheets()
    made["excluded.csv"] = reasons.plain()
    tables = {"listings.csv": (listings, made["listings.csv"]), "excluded.csv": (reasons, made["excluded.csv"])}
    version = release or f"{WORKING}-{on}"
    made["datapackage.json"] = datapackage(voucher.slug, _title(voucher, release).zh, programme, tables, version, on)
    folder = f"releases/{release}/files/" if release else f"{BASE}{voucher.slug}/"
    page = f"releases/{release}/" if release else f"{voucher.id}/"
    issuer = wording.entry(project, f"organisations/{model.issuer}") if model.issuer else None
    made["dcat.jsonld"] = dcat(
        programme.site_url + folder,
        _title(voucher, release),
        voucher.summary if voucher.summary.zh else voucher.name,
        issuer,
        programme,
        made,
        page=programme.site_url + page,
        version=version,
        on=on,
    )
    yield from sorted(made.items())


def working_files(project: Project, *, tables_only: bool = False) -> Files:
    """The working state of every programme that has listings or tables, below `exports/vouchers/`, as of `today`.

    `tables_only`: of those that have tables, so that a build does not assess what nobody publishes.
    """
    for voucher in sorted(project.of_kind("vouchers"), key=lambda entry: entry.id):
        if voucher.as_a(Voucher).tables or not tables_only:
            yield from working_of(project, voucher).items()


def working_of(project: Project, voucher: Entry) -> Mapping[str, bytes]:
    """The files of one programme's working state by path; made once. None where it has neither listings nor tables."""
    return project.kept(("voucher-files", voucher.id), lambda: _working_of(project, voucher))


def _working_of(project: Project, voucher: Entry) -> Mapping[str, bytes]:
    assessed = assess_all(project, voucher.id, project.today)
    if not assessed and not voucher.as_a(Voucher).tables:
        return {}
    rows = [row_of(project.entries[one.listing], project, project.today) for one in assessed if one.listed]
    excluded = [one for one in assessed if not one.listed]
    made = files(project, voucher.id, rows, excluded, WORKING, project.today)
    return {f"{BASE}{voucher.slug}/{name}": content for name, content in made}


def _voucher(project: Project, voucher_id: str) -> Entry:
    found = project.get(f"vouchers/{voucher_id.removeprefix('vouchers/')}")
    if found is None:
        raise LookupError(f"no voucher programme {voucher_id}")
    return found


def _title(voucher: Entry, release: str) -> Text:
    marks = ([] if release else [UNOFFICIAL]) + ([EXAMPLE] if voucher.example else [])
    zh = "".join(f"【{mark.zh}】" for mark in marks)
    en = "".join(f" [{mark.en}]" for mark in marks)
    return Text(f"{zh}{voucher.name.zh}产品目录", f"{voucher.name.of('en')}: catalogue{en}")
