"""What a programme publishes of a listing: one row of values, and the fingerprint that a public notice keeps of it.

Full ids everywhere; money in whole fen; dates as ISO text. The row is data: how a column is written is the
table's matter.

The fingerprint is of what was published, not of how a version of this tool words it: prices, capabilities and
certificates go into it as their files state them, whatever the day; keys are sorted, numbers are without needless
zeros. It changes when any published field does, with the programme's ratios and names too.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import ROUND_DOWN, Decimal
from hashlib import sha256
from typing import Any

from generator.model.fields import Model
from generator.model.organisation import Organisation
from generator.model.parts import Price
from generator.model.voucher import Category, Voucher
from generator.pricing import amount, is_complete, rounded
from generator.project import Entry, Project
from generator.texts import Text
from generator.vouchers import wording
from generator.vouchers.standing import Case, certificates, notices, within

Value = str | int | Decimal | Text | None
"""A text that is the same in both languages, money in fen, a percentage, a text, or nothing."""

_NOT_PUBLISHED = frozenset({"number", "notice"})
"""What a table adds, and what is known only after the notice."""

_QUANTITY = ("metric", "value", "min", "max", "unit", "statistic", "condition", "basis")
_FORMAT = 1
"""Of what goes into a fingerprint; another one would make every notice's fingerprint void."""


@dataclass(frozen=True, slots=True)
class Row:
    """A listing as published. `values`: for every name of `Column.shows`; "number" is None, for the table counts.

    `lasting`: what the fingerprint takes instead of a value that depends on the day, on the site's address or on
    this tool's wording.
    """

    listing: str
    product: str
    vendor: str
    values: Mapping[str, Value]
    lasting: Mapping[str, Value] = field(default_factory=dict)


def row_of(entry: Entry, project: Project, on: str) -> Row:
    """The row of a listing on a day. What is not stated, or cannot be read, is None."""
    case = Case.of(entry, project, on)
    vendor = case.product.vendor if case.product else None
    values = {"number": None, **_of_programme(case), **_of_product(case), **_of_day(case)}
    lasting: dict[str, Value] = {"price-once": None, "price-yearly": None, "address": case.listing.product}
    if case.product:
        lasting["price"] = _canonical([_plain(price) for price in case.product.prices or ()])
        about = ({k: v for k, v in _plain(q).items() if k in _QUANTITY} for q in case.product.capabilities)
        lasting["capabilities"] = _canonical(list(about))
        lasting["certificate"] = _canonical(
            [[h.certificate.scheme, h.certificate.level, h.certificate.number] for h in certificates(case)]
        )
    product = f"products/{case.listing.product}"
    return Row(entry.id, product, f"organisations/{vendor}" if vendor else "", values, lasting)


def fingerprint(row: Row) -> str:
    """SHA-256, in hex, of the published fields."""
    published = {name: row.lasting.get(name, value) for name, value in row.values.items() if name not in _NOT_PUBLISHED}
    whole = {"format": _FORMAT, "listing": row.listing, "product": row.product, "vendor": row.vendor} | published
    return sha256(_canonical(whole).encode()).hexdigest()


def fen(yuan: Decimal) -> int:
    """Yuan in whole fen; what is less than a fen, an error elsewhere, is cut off."""
    return int((yuan * 100).quantize(Decimal(1), rounding=ROUND_DOWN))


def branch_of(voucher: Voucher, category: Category) -> Category | None:
    """The topmost category above one, None where nothing is above it."""
    by_id = {one.id: one for one in voucher.categories}
    here, seen = category, {category.id}
    while here.parent in by_id and here.parent not in seen:
        here = by_id[here.parent]
        seen.add(here.id)
    return here if here is not category else None


def _of_programme(case: Case) -> dict[str, Value]:
    """What the programme decides: category, class, ratio, ceiling, exclusion group."""
    category, chosen, period = case.category, case.subsidy_class, case.listing.valid
    branch = branch_of(case.voucher, category) if case.voucher and category else None
    ratios = [chosen.ratio_max] if chosen else []
    if category and category.ratio_max is not None:
        ratios.append(category.ratio_max)
    ceiling = category.ceiling if category and category.ceiling is not None else chosen.ceiling if chosen else None
    groups = [
        g.name.text for g in (case.voucher.exclusion_groups if case.voucher else ()) if _in(category, g.categories)
    ]
    return {
        "branch": branch.name.text if branch else None,
        "category": category.name.text if category else case.listing.category,
        "grade": category.grade if category else None,
        "subsidy-class": chosen.name.text if chosen else case.listing.subsidy_class,
        "ratio": min(ratios, default=None),
        "ceiling": fen(ceiling) if ceiling is not None else None,
        "exclusion-group": wording.listed(groups) if groups else None,
        "valid-from": period.start if period else None,
        "valid-until": period.until if period else None,
    }


def _of_product(case: Case) -> dict[str, Value]:
    """What the product and its vendor state, on whatever day."""
    project, product = case.project, case.product
    if product is None:
        names = ("product", "model", "version", "vendor", "vendor-city", "capabilities", "cities", "summary", "address")
        return dict.fromkeys(names)
    vendor = project.find("organisations", product.vendor, Organisation)
    return {
        "product": product.name.text,
        "model": product.model,
        "version": product.version,
        "vendor": wording.entry(project, f"organisations/{product.vendor}"),
        "vendor-city": wording.term(project, "cities", vendor.city) if vendor and vendor.city else None,
        "capabilities": _joined([wording.capability(project, one) for one in product.capabilities]),
        "cities": _joined([wording.term(project, "cities", one) for one in product.available_in], "、", ", "),
        "summary": product.summary.text if product.summary else None,
        "address": f"{project.settings.programme.site_url}products/{case.listing.product}/",
    }


def _of_day(case: Case) -> dict[str, Value]:
    """What depends on the day: prices in force, certificates in force, the last notice that had ended."""
    prices = [p for p in (case.product.prices or () if case.product else ()) if within(p.valid, case.on)]
    ended = [entry for entry, notice, _ in notices(case) if notice.end < case.on]
    held = [wording.certificate(one) for one in certificates(case) if one.in_force]
    return {
        "price": _joined([wording.price(case.project, one) for one in prices]),
        "price-once": _sum(case, [p for p in prices if p.charge == "once"], 1),
        "price-yearly": _yearly(case, [p for p in prices if p.charge == "recurring"]),
        "certificate": _joined(held),
        "notice": ended[-1].name if ended else None,
    }


def _yearly(case: Case, prices: list[Price]) -> int | None:
    months = _sum(case, [p for p in prices if p.period == "month"], 12)
    years = _sum(case, [p for p in prices if p.period != "month"], 1)
    return (months or 0) + (years or 0) if prices and all(is_complete(p) for p in prices) else None


def _sum(case: Case, prices: list[Price], periods: int) -> int | None:
    """What one unit of each component costs, in fen with tax; None for none, and where one is incomplete."""
    if not prices or not all(is_complete(price) for price in prices):
        return None
    how = case.project.settings.programme.rounding
    return sum(fen(rounded(amount(price, Decimal(1), periods), how)) for price in prices)


def _joined(texts: list[Text], zh: str = "；", en: str = "; ") -> Text | None:
    return wording.listed(texts, zh, en) if texts else None


def _in(category: Category | None, ids: tuple[str, ...]) -> bool:
    return category is not None and category.id in ids


def _plain(model: Model) -> dict[str, Any]:
    """A model's own statements: what is absent and what says no more than its default are the same."""
    return model.model_dump(exclude_defaults=True)


def _canonical(value: Any) -> str:
    return json.dumps(_simple(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _simple(value: Any) -> Any:
    """Plain data with one form for every number and text."""
    match value:
        case Decimal():
            text = format(value, "f")
            return text.rstrip("0").rstrip(".") if "." in text else text
        case Text():
            return {"zh": value.zh, "en": value.en or None}
        case Mapping():
            return {key: _simple(one) for key, one in value.items()}
        case list() | tuple():
            return [_simple(one) for one in value]
    return value
