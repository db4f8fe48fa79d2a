"""What a release holds, as a function of the catalogue at a commit and a day: the same files whenever it is made again."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from generator.exports.json_text import json_lines
from generator.exports.voucher_files import files
from generator.loader.manifest import ASSESSMENTS, ROWS, ListedLine
from generator.model.voucher import ListingTest
from generator.project import Entry, Project
from generator.source.tree import Tree
from generator.texts import EXAMPLE, Text
from generator.vouchers.difference import Rows, annex, compared, plain
from generator.vouchers.eligibility import CHECKS, Assessment, Result, assess_all
from generator.vouchers.notice import held_by, needs_notice
from generator.vouchers.published import Row, fingerprint, row_of
from generator.vouchers.standing import Case, notices

OUTPUTS = "files"
_ASKED: tuple[tuple[Literal["noticed", "no-open-objection"], Text], ...] = (
    ("noticed", Text("公示期满且内容未变", "Noticed, and unchanged since")),
    ("no-open-objection", Text("没有未办结的异议", "No open objection")),
)
"""What no release leaves open, also where the programme's criteria do not name it."""


@dataclass(frozen=True, slots=True)
class Content:
    """The files of a release but its manifest, and what the manifest says of them."""

    files: Mapping[str, bytes]
    listed: tuple[ListedLine, ...]
    excluded: tuple[Assessment, ...]


def content_of(
    project: Project, tree: Tree, voucher: Entry, name: str, on: str, since: tuple[str, Rows] | None = None
) -> Content:
    """What qualifies in a programme on a day, with every figure, every reason and every output.

    `tree`: the files that the project was read from; entries are frozen byte for byte. `since`: the release
    before it and its rows, for the annex of changes.
    """
    rows: list[Row] = []
    listed: list[ListedLine] = []
    assessments: list[Assessment] = []
    frozen: list[str] = [voucher.id]
    for assessment in assess_all(project, voucher.id, on):
        entry = project.entries[assessment.listing]
        row = row_of(entry, project, on)
        assessments.append(_judged(assessment, Case.of(entry, project, on)))
        if assessments[-1].listed:
            rows.append(row)
            notice = held_by(entry, project, on)
            product = row.product.rpartition("/")[2]
            printed = fingerprint(row)
            listed.append(ListedLine(listing=entry.slug, product=product, notice=notice, fingerprint=printed))
            frozen += _behind(project, row, notice)
    excluded = tuple(a for a in assessments if not a.listed)
    found = {project.entries[i].path: tree.read(project.entries[i].path) for i in frozen if i in project.entries}
    head = {"release": name, "voucher": voucher.id, "example": voucher.example, "on": on}
    frozen_rows = {row.listing: _row_json(row) for row in rows}
    found[ROWS] = json_lines(head, rows=frozen_rows.values())
    found[ASSESSMENTS] = json_lines(head, assessments=map(_assessment_json, assessments))
    annexed = annex(compared(since[0], name, since[1], frozen_rows), "zh", _mark(voucher)) if since else None
    for path, content in files(project, voucher.id, tuple(rows), excluded, name, on, changes=annexed):
        found[f"{OUTPUTS}/{path}"] = content
    return Content(dict(sorted(found.items())), tuple(listed), excluded)


def _mark(voucher: Entry) -> str:
    return EXAMPLE.zh if voucher.example else ""


def _judged(assessment: Assessment, case: Case) -> Assessment:
    """The assessment, with what no release leaves open where a listing has been noticed, or has to be."""
    voucher = case.voucher
    if voucher is None or not (needs_notice(voucher) or notices(case)):
        return assessment
    named = {one.test.check for one in voucher.criteria if one.test and one.applies_to in ("product", "supplier")}
    added = []
    for check, text in _ASKED:
        if check not in named:
            found = CHECKS[check](case, ListingTest(check=check))
            added.append(Result(check, text, "", found.outcome, found.value, found.remedy))
    fails = any(result.fails for result in added)
    return replace(assessment, listed=assessment.listed and not fails, results=(*assessment.results, *added))


def _behind(project: Project, row: Row, notice: str | None) -> Iterator[str]:
    """The entries that a row was made from: what a reader years later needs to understand it."""
    yield row.listing
    yield row.product
    yield row.vendor
    if notice:
        yield f"notices/{notice}"
    about = {row.product, row.listing}
    for full_id in about:
        yield from (link.source for link in project.backlinks(full_id) if link.source.startswith("certificates/"))


def _row_json(row: Row) -> dict[str, object]:
    values = {name: plain(name, value) for name, value in row.values.items() if name != "number"}
    return {"listing": row.listing, "product": row.product, "vendor": row.vendor, "values": values}


def _assessment_json(assessment: Assessment) -> dict[str, object]:
    results: Iterable[dict[str, object]] = (
        {
            "criterion": result.criterion,
            "outcome": result.outcome,
            "text": plain("", result.text),
            "clause": result.clause or None,
            "value": plain("", result.value),
            "remedy": plain("", result.remedy),
        }
        for result in assessment.results
    )
    return {
        "listing": assessment.listing,
        "product": assessment.product or None,
        "vendor": assessment.vendor or None,
        "listed": assessment.listed,
        "results": list(results),
    }
