"""Voucher programmes as plain data for the arithmetic: what is in an entry, resolved, in 分 and millionths.

Everything here can be written as JSON and read back (`dataclasses.asdict`, `programmes_of`); the browser takes the
same data. Money is int 分, a ratio is int millionths (50 % is 500,000).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

from pydantic import TypeAdapter

from generator.model.organisation import Organisation
from generator.model.product import Product
from generator.model.voucher import Category, Ceilings, Claimant, Listing, Voucher
from generator.project import Entry, Project
from generator.texts import Text
from generator.vouchers.standing import settled_on

Repeat = Literal["allowed", "once-per-category", "once-per-branch"]
Rounding = Literal["fen-down", "yuan-down", "yuan-half-up"]
LIMITS = ("line", "category", "enterprise-year", "enterprise", "supplier", "total")
"""The limits after the ratio, in the order in which those follow that a programme states but gives no place."""

Listed = Callable[[Entry], bool]
"""Whether a listing is listed on the day."""


@dataclass(frozen=True, slots=True)
class Branch:
    """A category: `path` leads from itself to the top; ceilings hold for each of them."""

    id: str
    name: Text
    path: tuple[str, ...]
    ceiling: int | None
    ratio: int | None


@dataclass(frozen=True, slots=True)
class Grade:
    """A class of products (A/B)."""

    id: str
    ratio: int
    ceiling: int | None


@dataclass(frozen=True, slots=True)
class Days:
    """A window for claims, both days included."""

    start: str | None
    until: str | None


@dataclass(frozen=True, slots=True)
class Group:
    """Categories of which an enterprise may claim one only."""

    id: str
    categories: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Conditions:
    """Who may claim. An empty tuple or None: not asked for. Code lists are resolved to all terms that do."""

    cities: tuple[str, ...] = ()
    excluded_cities: tuple[str, ...] = ()
    industries: tuple[str, ...] = ()
    natures: tuple[str, ...] = ()
    legal_person: bool | None = None
    age_years_min: int | None = None
    revenue_min: int | None = None
    clean_record_years: int | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """A listing: a product that can be claimed in the programme. `quota`: of its supplier, 分."""

    id: str
    product: str
    supplier: str
    category: str
    grade: str | None
    listed: bool
    quota: int | None = None


@dataclass(frozen=True, slots=True)
class Programme:
    """A voucher programme. `order`: the limits after the ratio, every one of `LIMITS`."""

    id: str
    name: Text
    in_force: bool
    windows: tuple[Days, ...]
    conditions: Conditions
    categories: tuple[Branch, ...]
    grades: tuple[Grade, ...]
    enterprise: int | None
    enterprise_year: int | None
    total: int | None
    groups: tuple[Group, ...]
    repeat: Repeat
    order: tuple[str, ...]
    rounding: Rounding
    excludes: tuple[str, ...]
    evidence: tuple[Text, ...]
    offers: tuple[Offer, ...]


@dataclass(frozen=True, slots=True)
class Programmes:
    """All that a quote needs but the request: programmes by id, products' prices, how their amounts are rounded.

    `prices`: by product the components of its price as plain data (yuan as text), None where it states none.
    """

    vouchers: tuple[Programme, ...]
    prices: Mapping[str, tuple[dict[str, Any], ...] | None]
    rounding: str


_ADAPTER: TypeAdapter[Programmes] = TypeAdapter(Programmes)


def programmes_of(data: dict[str, Any]) -> Programmes:
    """Programmes from plain data. Raises pydantic's ValidationError where it has not their shape."""
    return _ADAPTER.validate_python(data)


def gather(project: Project, on: str, listed: Listed, vouchers: tuple[str, ...] | None = None) -> Programmes:
    """The programmes of a project as they are on a day, by their bare ids, or all of them."""
    entries = [e for e in project.of_kind("vouchers") if vouchers is None or e.slug in vouchers]
    listings: dict[str, list[Entry]] = {}
    for listing in project.of_kind("listings"):
        listings.setdefault(listing.as_a(Listing).voucher, []).append(listing)
    made = tuple(
        _programme(project, entry, on, listings.get(entry.slug, []), listed)
        for entry in sorted(entries, key=lambda e: e.slug)
    )
    products = sorted({offer.product for programme in made for offer in programme.offers})
    prices = {slug: _prices(project.find("products", slug, Product)) for slug in products}
    return Programmes(made, prices, project.settings.programme.rounding)


def fen(yuan: Decimal | None) -> int | None:
    """Yuan as 分, cut."""
    return None if yuan is None else int(yuan * 100)


def _millionths(percent: Decimal | None) -> int | None:
    return None if percent is None else int(percent * 10_000)


def _programme(project: Project, entry: Entry, on: str, listings: list[Entry], listed: Listed) -> Programme:
    voucher = entry.as_a(Voucher)
    ceilings = voucher.ceilings or Ceilings()
    named = tuple(limit for limit in voucher.order_of_limits if limit != "ratio")
    return Programme(
        id=entry.slug,
        name=entry.name,
        in_force=settled_on(project, entry, on),
        windows=tuple(Days(w.period.start, w.period.until) for w in voucher.windows if w.kind == "claim"),
        conditions=_conditions(project, voucher),
        categories=tuple(
            Branch(c.id, Text(c.name.zh, c.name.en or ""), _path(c, voucher), fen(c.ceiling), _millionths(c.ratio_max))
            for c in voucher.categories
        ),
        grades=tuple(Grade(c.id, _millionths(c.ratio_max) or 0, fen(c.ceiling)) for c in voucher.classes),
        enterprise=fen(ceilings.enterprise),
        enterprise_year=fen(ceilings.enterprise_year),
        total=fen(ceilings.total),
        groups=tuple(Group(g.id, g.categories) for g in voucher.exclusion_groups),
        repeat=voucher.repeat or "allowed",
        order=named + tuple(limit for limit in LIMITS if limit not in named),
        rounding=voucher.rounding or "fen-down",
        excludes=_excluded(project, entry.slug, voucher),
        evidence=tuple(Text(one.zh, one.en or "") for one in voucher.redemption_evidence),
        offers=tuple(
            _offer(project, voucher, listing, listed(listing)) for listing in sorted(listings, key=lambda e: e.slug)
        ),
    )


def _excluded(project: Project, slug: str, voucher: Voucher) -> tuple[str, ...]:
    """The vouchers that it names, and those that name it."""
    by_others = (e.slug for e in project.of_kind("vouchers") if slug in e.as_a(Voucher).excludes_vouchers)
    return tuple(sorted({*voucher.excludes_vouchers, *by_others}))


def _offer(project: Project, voucher: Voucher, entry: Entry, listed: bool) -> Offer:
    listing = entry.as_a(Listing)
    product = project.find("products", listing.product, Product)
    supplier = (product and product.vendor) or ""
    quota = _quota(project, voucher, supplier)
    return Offer(entry.slug, listing.product, supplier, listing.category, listing.subsidy_class, listed, fen(quota))


def _quota(project: Project, voucher: Voucher, supplier: str) -> Decimal | None:
    """By name, else by type, else the general one; the least where several of one sort name the supplier."""
    organisation = project.find("organisations", supplier, Organisation)
    types = organisation.types if organisation else ()
    by_name = [c.amount for c in voucher.supplier_ceilings if supplier in c.suppliers]
    by_type = [c.amount for c in voucher.supplier_ceilings if set(types) & set(c.types)]
    general = voucher.ceilings.supplier if voucher.ceilings else None
    return min(by_name or by_type, default=general)


def _conditions(project: Project, voucher: Voucher) -> Conditions:
    asked = voucher.claimant or Claimant()
    return Conditions(
        cities=_below(project, "cities", voucher.cities),
        excluded_cities=_below(project, "cities", voucher.excluded_cities),
        industries=_below(project, "gbt4754", asked.industries),
        natures=asked.natures,
        legal_person=asked.legal_person,
        age_years_min=asked.age_years_min,
        revenue_min=fen(asked.revenue_min),
        clean_record_years=asked.clean_record_years,
    )


def _below(project: Project, vocabulary: str, terms: tuple[str, ...]) -> tuple[str, ...]:
    """The terms and all below them."""
    known = project.vocabularies.get(vocabulary, {})
    return tuple(sorted({*terms, *(term for term in known if terms and project.within(vocabulary, term, terms))}))


def _path(category: Category, voucher: Voucher) -> tuple[str, ...]:
    by_id = {c.id: c for c in voucher.categories}
    path, here = [category.id], category.parent
    while here is not None and here in by_id and here not in path:
        path.append(here)
        here = by_id[here].parent
    return tuple(path)


def _prices(product: Product | None) -> tuple[dict[str, Any], ...] | None:
    if product is None or product.prices is None:
        return None
    return tuple(price.model_dump(mode="json", exclude_defaults=True) for price in product.prices)
