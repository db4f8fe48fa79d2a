"""The data that the calculator in the browser takes, and the plain form of requests and quotes."""

from collections.abc import Collection
from dataclasses import asdict
from typing import Any

from generator.diagnostics import Pointer, nearest
from generator.model.voucher import Voucher
from generator.project import Project
from generator.texts import Text
from generator.vouchers.eligibility import assess
from generator.vouchers.programme import Listed, Programmes, gather
from generator.vouchers.reasons import LIMIT_NAMES, REASONS
from generator.vouchers.request import NotARequest, Request
from generator.vouchers.subsidy import Quote


def listed_on(project: Project, on: str) -> Listed:
    """Whether a listing is listed on a day."""
    return lambda entry: assess(entry, project, on).listed


def data(project: Project, voucher_id: str, on: str, listed: Listed | None = None) -> dict[str, Any]:
    """What `quote` of quote.js takes for one programme (bare or full id): rules, listings, prices; and the texts."""
    slug = voucher_id.removeprefix("vouchers/")
    programmes = gather(project, on, listed or listed_on(project, on), (slug,))
    return programme_data(programmes) | texts()


def texts() -> dict[str, Any]:
    """What steps and reasons are called, for whoever shows a quote."""
    return {
        "texts": {
            "reasons": {code: asdict(text) for code, text in REASONS.items()},
            "steps": {code: asdict(text) for code, text in LIMIT_NAMES.items()},
        }
    }


def programme_data(programmes: Programmes) -> dict[str, Any]:
    """Programmes as plain data for JSON."""
    return asdict(programmes)


def request_data(request: Request) -> dict[str, Any]:
    """A request as plain data for JSON: what `quote` of quote.js takes."""
    return asdict(request)


def quote_data(quote: Quote) -> dict[str, Any]:
    """A quote as plain data for JSON, as quote.js makes it."""
    return asdict(quote)


def check_names(project: Project, request: Request) -> None:
    """Raises NotARequest for a product, voucher, category or supplier that there is not: it would count for nothing."""
    vouchers = {entry.slug: entry.as_a(Voucher) for entry in project.of_kind("vouchers")}
    products = [entry.slug for entry in project.of_kind("products")]
    suppliers = [entry.slug for entry in project.of_kind("organisations")]
    for number, line in enumerate(request.lines):
        _known(line.product, products, ("lines", number, "product"))
    for number, earlier in enumerate(request.earlier):
        _known(earlier.voucher, vouchers, ("earlier", number, "voucher"))
        categories = [category.id for category in vouchers[earlier.voucher].categories]
        _known(earlier.category, categories, ("earlier", number, "category"))
    for number, used in enumerate(request.used):
        _known(used.voucher, vouchers, ("used", number, "voucher"))
        if used.supplier is not None:
            _known(used.supplier, suppliers, ("used", number, "supplier"))


def _known(name: str, names: Collection[str], pointer: Pointer) -> None:
    if name not in names:
        hint = nearest(name, names)
        raise NotARequest(Text(f"没有“{name}”。{hint.zh}", f"there is no '{name}'. {hint.en}".strip()), pointer)
