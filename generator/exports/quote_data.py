"""The data of the calculator on the site: every programme that lists something, prices, and what things are called."""

from dataclasses import asdict
from typing import Any

from generator.exports.json_text import json_lines
from generator.model.product import Product
from generator.project import Project
from generator.texts import Text
from generator.vouchers.calculator import listed_on, programme_data, texts
from generator.vouchers.programme import Programmes, gather

PATH = "exports/vouchers/quote.json"


def quote_file(project: Project) -> tuple[str, bytes]:
    """Path and content: what quote.js takes, as of `today`, with names for people."""
    on = project.today
    every = gather(project, on, listed_on(project, on))
    listing = tuple(one for one in every.vouchers if any(offer.listed for offer in one.offers))
    found = Programmes(listing, _prices(every, listing), every.rounding)
    plain = programme_data(found)
    examples = [one.id for one in listing if (entry := project.get(f"vouchers/{one.id}")) and entry.example]
    head = {"on": on, "rounding": plain["rounding"], "examples": examples, "prices": plain["prices"], **texts()}
    head |= {"dimensions": _dimensions(project, found)}
    return PATH, json_lines(head, vouchers=plain["vouchers"], products=_products(project, found))


def _prices(every: Programmes, listing: tuple[Any, ...]) -> dict[str, Any]:
    """Of products that a programme lists now; of the others none is asked for."""
    wanted = {offer.product for one in listing for offer in one.offers if offer.listed}
    return {slug: price for slug, price in every.prices.items() if slug in wanted}


def _products(project: Project, found: Programmes) -> list[dict[str, Any]]:
    made = []
    for slug in sorted(found.prices):
        product = project.find("products", slug, Product)
        if product is None:
            continue
        vendor = project.get(f"organisations/{product.vendor}")
        name = Text(product.name.zh, product.name.en or "")
        made.append({"id": slug, "name": asdict(name), "vendor": asdict(vendor.name if vendor else Text(""))})
    return made


def _dimensions(project: Project, found: Programmes) -> dict[str, Any]:
    used = {str(part.get("dimension")) for parts in found.prices.values() for part in parts or ()}
    named = {one: project.term("billing-dimensions", one) for one in sorted(used)}
    return {one: {"zh": term.name.zh, "en": term.name.en or ""} for one, term in named.items() if term}
