"""The list of a programme's catalogue, grouped as its tree is, with one field that filters it."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from generator.markup import Html, escaped, fill
from generator.model.voucher import Voucher
from generator.site.filtering import GROUP, ITEM, LINKED, META, UNLINKED, filtered
from generator.site.view import EMPTY, View, join, money
from generator.texts import Text
from generator.vouchers.table import LABELS

MOST_LISTINGS = 2000
"""Lines of a list on one page; the files to download hold all."""

Row = Mapping[str, Any]
"""A frozen row: listing, product, vendor, values."""


def catalogue_list(view: View, rows: Iterable[Row], voucher: Voucher | None) -> Html:
    """The rows by category, in the order of the programme's tree where it is known."""
    order: dict[str, int] = {}
    for category in voucher.categories if voucher else ():
        order.setdefault(category.name.zh, len(order))
    every = sorted(rows, key=lambda row: (order.get(_zh(row, "category"), len(order)), _group(row), row["listing"]))
    groups: dict[tuple[str, str], list[Row]] = {}
    for row in every[:MOST_LISTINGS]:
        groups.setdefault(_group(row), []).append(row)
    blocks = join(
        GROUP.format(
            id=f"list-{number}",
            level=3,
            title=_title(view, members[0]),
            count=len(members),
            items=join(_item(view, row) for row in members),
        )
        for number, members in enumerate(groups.values(), 1)
    )
    hint = view.say("产品、型号、供应商、目录", "product, model, supplier, category")
    left = len(every) - MOST_LISTINGS
    more = view.say(f"另有 {left} 项，见下载的文件。", f"{left} more are in the files to download.")
    return filtered(view, blocks, hint) + (fill('<p class="muted">{}</p>', more) if left > 0 else EMPTY)


def value(row: Row, name: str) -> Text:
    """A value of a frozen row as a text; "" for none."""
    found = row["values"].get(name)
    if isinstance(found, Mapping):
        return Text(str(found.get("zh") or ""), str(found.get("en") or ""))
    return Text("" if found is None else str(found))


def _item(view: View, row: Row) -> Html:
    product = value(row, "product")
    shown = [value(row, name) for name in ("model", "vendor", "subsidy-class")]
    meta = [fill("<span>{}</span>", view.text(text)) for text in shown if text.zh]
    meta += [fill("<span>{}</span>", text) for text in _figures(view, row)]
    words = " ".join(
        (row["listing"], product.zh, product.en, value(row, "vendor").en, *_group(row), value(row, "category").en)
    )
    # What has left the catalogue has no page to lead to.
    page = next((one for one in (row["product"], row["listing"]) if view.project.get(one)), None)
    name = view.text(product)
    return ITEM.format(
        search=words,
        name=LINKED.format(view.links.entry(page), name) if page else UNLINKED.format(name),
        badges=EMPTY,
        summary=EMPTY,
        meta=META.format(join(meta)) if meta else EMPTY,
    )


def _figures(view: View, row: Row) -> Iterator[str]:
    """Ratio, ceiling, prices and the end of validity, as far as they are stated."""
    colon = view.say("：", ": ")
    if ratio := _zh(row, "ratio"):
        yield view.say(f"比例 ≤ {ratio}%", f"≤ {ratio}%")
    for name in ("ceiling", "price-once", "price-yearly"):
        if amount := _zh(row, name):
            yield f"{LABELS[name].of(view.lang)}{colon}{_yuan(amount)}"
    if until := _zh(row, "valid-until"):
        yield f"{LABELS['valid-until'].of(view.lang)} {until}"


def _yuan(text: str) -> str:
    try:
        return money(Decimal(text))
    except ArithmeticError:
        return text


def _title(view: View, row: Row) -> Html:
    parts = [part for part in (value(row, "branch"), value(row, "category")) if part.zh]
    return join((view.text(part) for part in parts), " / ") if parts else escaped(view.say("其他", "Other"))


def _group(row: Row) -> tuple[str, str]:
    return _zh(row, "branch"), _zh(row, "category")


def _zh(row: Row, name: str) -> str:
    return value(row, name).zh
