"""Whether a listing qualifies for its programme's catalogue on a day, and why: every criterion, explained.

A listing qualifies when every criterion of supplier and product that has a test is met, and with them what every
programme asks for: product and listing are there and approved, and nothing invented stands in a real catalogue.
Criteria of enterprises and contracts, and those without a test, are for people; they decide nothing here.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from generator.model.relations import PRODUCT, VENDOR, VOUCHER
from generator.model.voucher import Criterion, ListingTest
from generator.project import Entry, Project
from generator.texts import NOTHING, Text
from generator.vouchers import checks, checks_proof
from generator.vouchers.found import Found, Outcome, not_met
from generator.vouchers.standing import Case

__all__ = ["MARKS", "OUTCOMES", "Assessment", "Outcome", "Result", "assess", "assess_all", "listings_of"]

Check = Callable[[Case, ListingTest], Found]

CHECKS: Mapping[str, Check] = {
    "listing-approved": checks.listing_approved,
    "supplier-admitted": checks.supplier_admitted,
    "category-accepts": checks.category_accepts,
    "prices-complete": checks.prices_complete,
    "capabilities": checks.capabilities,
    "conformity": checks_proof.conformity,
    "certificate": checks_proof.certificate,
    "readiness": checks.readiness,
    "no-open-objection": checks_proof.no_open_objection,
    "noticed": checks_proof.noticed,
    "within-validity": checks.within_validity,
}
"""By the name that a programme gives them."""

ALWAYS_APPROVED, ALWAYS_REAL, ALWAYS_PROGRAMME = "always-approved", "always-real", "always-programme"
"""Names of what every programme asks for, beside the ids of its own criteria."""

MARKS: Mapping[Outcome, str] = {"met": "✓", "not-met": "✗", "not-stated": "?", "for-people": "–"}
OUTCOMES: Mapping[Outcome, Text] = {
    "met": Text("满足", "met"),
    "not-met": Text("不满足", "not met"),
    "not-stated": Text("未说明", "not stated"),
    "for-people": Text("由人判定", "for people"),
}

_DECIDED = ("supplier", "product")


@dataclass(frozen=True, slots=True)
class Result:
    """One criterion: what was found (`value`), the programme's clause ("" for none), and what the vendor must do."""

    criterion: str
    text: Text
    clause: str
    outcome: Outcome
    value: Text
    remedy: Text

    @property
    def fails(self) -> bool:
        return self.outcome in ("not-met", "not-stated")


@dataclass(frozen=True, slots=True)
class Assessment:
    """A listing and its criteria, in the programme's order. All ids are full ids; `product` and `vendor` may be ""."""

    listing: str
    listed: bool
    results: tuple[Result, ...]
    voucher: str = ""
    product: str = ""
    vendor: str = ""


def assess(entry: Entry, project: Project, on: str) -> Assessment:
    """A listing on a day. Worked out once for each listing and day of a project."""
    return project.kept(("eligibility", entry.id, on), lambda: _assess(entry, project, on))


def assess_all(project: Project, voucher_id: str, on: str) -> tuple[Assessment, ...]:
    """Every listing of a programme on a day, by id. `voucher_id`: bare or full."""
    full_id = voucher_id if "/" in voucher_id else f"vouchers/{voucher_id}"
    return tuple(assess(entry, project, on) for entry in listings_of(project, full_id))


def listings_of(project: Project, full_id: str) -> tuple[Entry, ...]:
    """The listings of a programme, a product or a vendor, by id. Found by the links to it."""
    found: dict[str, Entry] = {}
    for link in project.backlinks(full_id):
        source = project.get(link.source)
        if source is None:
            continue
        if link.relation == VENDOR and source.kind.folder == "products":
            found |= {one.id: one for one in listings_of(project, source.id)}
        elif link.relation in (VOUCHER, PRODUCT) and source.kind.folder == "listings":
            found[source.id] = source
    return tuple(found[one] for one in sorted(found))


def _assess(entry: Entry, project: Project, on: str) -> Assessment:
    case = Case.of(entry, project, on)
    criteria = case.voucher.criteria if case.voucher else ()
    results = (*_always(case), *(_result(case, one) for one in criteria if case.asked(one)))
    vendor = f"organisations/{case.product.vendor}" if case.product else ""
    product = case.product_entry.id if case.product_entry else ""
    listed = not any(one.fails for one in results)
    return Assessment(entry.id, listed, results, f"vouchers/{case.listing.voucher}", product, vendor)


def _always(case: Case) -> Iterator[Result]:
    """What holds for every programme, where its own criteria do not say it already, and where it says something."""
    if case.voucher is None:
        text = Text("服务券方案存在", "The voucher programme exists")
        value = Text(f"没有方案 {case.listing.voucher}", f"there is no programme {case.listing.voucher}")
        found = not_met(value, Text("改正目录条目的 voucher。", "Correct the listing's voucher."))
        yield _made(ALWAYS_PROGRAMME, text, "", found)
    criteria = case.voucher.criteria if case.voucher else ()
    if not any(
        _decides(one) and one.test and one.test.check == "listing-approved" for one in criteria if case.asked(one)
    ):
        text = Text("产品与目录条目均已通过审核", "Product and listing are approved")
        found = checks.listing_approved(case, ListingTest(check="listing-approved"))
        yield _made(ALWAYS_APPROVED, text, "", found)
    if (found := checks.real_only(case)).outcome != "met":
        yield _made(ALWAYS_REAL, Text("真实目录不列示例", "A real catalogue lists no examples"), "", found)


def _result(case: Case, criterion: Criterion) -> Result:
    text, clause = criterion.text.text, criterion.clause or ""
    if criterion.test is None or not _decides(criterion):
        return _made(criterion.id, text, clause, Found("for-people", NOTHING))
    found = CHECKS[criterion.test.check](case, criterion.test)
    if found.outcome != "met" and criterion.remedy:
        found = Found(found.outcome, found.value, criterion.remedy.text)
    return _made(criterion.id, text, clause, found)


def _decides(criterion: Criterion) -> bool:
    return criterion.applies_to in _DECIDED


def _made(criterion: str, text: Text, clause: str, found: Found) -> Result:
    return Result(criterion, text, clause, found.outcome, found.value, found.remedy)
