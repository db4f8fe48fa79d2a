"""What a changed cell of a catalogue's table means for the entries behind it: which value of which file.

Cells whose value follows from others (a ratio from its class, the wording of a price) have no place of their own; the
reason then says where the value comes from.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from generator.diagnostics import Pointer
from generator.model.product import Product
from generator.model.voucher import Listing, Voucher
from generator.project import Entry, Project
from generator.submit.table_file import Line
from generator.texts import Text
from generator.vouchers.published import branch_of

REQUIRED = Text("不能为空", "it may not be empty")


@dataclass(frozen=True, slots=True)
class Edit:
    """A value of an entry: None takes it away. The entry's full id and the place in its file."""

    entry: str
    pointer: Pointer
    value: Any


@dataclass(frozen=True, slots=True)
class Row:
    """A listing with what stands behind it, and the line that was given for it."""

    project: Project
    listing: Entry
    product: Entry | None
    voucher: Voucher
    line: Line

    @property
    def model(self) -> Listing:
        return self.listing.as_a(Listing)


Asked = Callable[[Row, str], "Edit | Text"]


def edit_of(row: Row, name: str, text: str) -> Edit | Text:
    """The edit that makes a field say `text`; or why there is none."""
    found = _EDITS.get(name)
    return found(row, text) if found else _FOLLOWS.get(name, _DERIVED)


def _of_product(*pointer: str, required: bool = False) -> Asked:
    def edit(row: Row, text: str) -> Edit | Text:
        if row.product is None:
            return Text("没有这个产品", "there is no such product")
        if required and not text:
            return REQUIRED
        return Edit(row.product.id, pointer, text or None)

    return edit


def _of_listing(*pointer: str) -> Asked:
    return lambda row, text: Edit(row.listing.id, pointer, text or None)


def _category(row: Row, _: str) -> Edit | Text:
    """By the names of branch and category together: two branches may hold categories of one name."""
    branch, category = row.line.text("branch_zh"), row.line.text("category_zh")
    for one in row.voucher.categories:
        above = branch_of(row.voucher, one)
        if one.name.zh == category and (above.name.zh if above else "") == branch:
            return Edit(row.listing.id, ("category",), one.id)
    zh, en = f"方案里没有目录“{branch} / {category}”", f"the programme has no category '{branch} / {category}'"
    return Text(zh, en)


def _class(row: Row, text: str) -> Edit | Text:
    if not text:
        return Edit(row.listing.id, ("subsidy_class",), None)
    found = next((one.id for one in row.voucher.classes if text in (one.name.zh, one.id)), None)
    if found is None:
        return Text(f"方案里没有类别“{text}”", f"the programme has no class '{text}'")
    return Edit(row.listing.id, ("subsidy_class",), found)


def _cities(row: Row, text: str) -> Edit | Text:
    if row.product is None:
        return Text("没有这个产品", "there is no such product")
    terms = {term.name.zh: one for one, term in row.project.vocabularies.get("cities", {}).items()}
    names = [name.strip() for name in text.split("、") if name.strip()]
    unknown = [name for name in names if name not in terms]
    if unknown:
        return Text(f"代码表里没有地市“{unknown[0]}”", f"no city is called '{unknown[0]}'")
    return Edit(row.product.id, ("available_in",), [terms[name] for name in names] or None)


def _price(charge: str) -> Asked:
    """Where the sum is one component's amount, it is that amount; of more, nobody can say which one is meant."""

    def edit(row: Row, text: str) -> Edit | Text:
        prices = row.product.as_a(Product).prices or () if row.product else ()
        mine = [(number, one) for number, one in enumerate(prices) if one.charge == charge]
        if row.product is None or len(mine) != 1 or mine[0][1].amount is None:
            return Text("价格由几个构成或分档算出，请在产品条目的 prices 里改",
                        "it is the sum of several components or steps: change prices in the product's entry")  # fmt: skip
        try:
            amount = Decimal(text)
        except InvalidOperation:
            return Text("要写金额，如 3200.00", "an amount is wanted, 3200.00, say")
        number, price = mine[0]
        amount = amount / 12 if price.period == "month" else amount
        if not amount.is_finite() or amount < 0 or amount != round(amount, 2):
            return Text("除以 12 个月不是整分，请在产品条目里改", "a twelfth of it is no whole fen: change it in the product's entry")  # fmt: skip
        return Edit(row.product.id, ("prices", number, "amount"), round(amount, 2))

    return edit


_EDITS: Mapping[str, Asked] = {
    "branch_zh": _category,
    "category_zh": _category,
    "product_zh": _of_product("name", "zh", required=True),
    "product_en": _of_product("name", "en"),
    "model": _of_product("model"),
    "version": _of_product("version"),
    "summary_zh": _of_product("summary", "zh"),
    "summary_en": _of_product("summary", "en"),
    "subsidy_class_zh": _class,
    "cities_zh": _cities,
    "valid_from": _of_listing("valid", "start"),
    "valid_until": _of_listing("valid", "until"),
    "price_once": _price("once"),
    "price_yearly": _price("recurring"),
}

_PROGRAMME = Text(
    "由服务券方案的目录和类别决定，请改方案", "the programme's categories and classes decide it: change them there"
)
_FOLLOWS: Mapping[str, Text] = {
    "product_id": Text("改换产品，请改目录条目的 product", "for another product, change product in the listing's entry"),
    "vendor_id": Text("改换供应商，请改产品条目的 vendor", "for another vendor, change vendor in the product's entry"),
    "vendor_zh": Text("请改单位条目的 name", "change name in the organisation's entry"),
    "vendor_en": Text("请改单位条目的 name", "change name in the organisation's entry"),
    "vendor_city_zh": Text("请改单位条目的 city", "change city in the organisation's entry"),
    "ratio": _PROGRAMME,
    "ceiling": _PROGRAMME,
    "grade": _PROGRAMME,
    "exclusion_group_zh": _PROGRAMME,
    "price_zh": Text("请改产品条目的 prices", "change prices in the product's entry"),
    "capabilities_zh": Text("请改产品条目的 capabilities", "change capabilities in the product's entry"),
    "certificate_zh": Text("请改证书条目", "change the certificate's entry"),
    "notice_zh": Text("由公示决定", "the public notice decides it"),
    "fingerprint": Text("指纹由内容算出", "fingerprints are computed"),
}  # fmt: skip
_DERIVED = Text("由其他内容得出，不能从表中改", "it follows from other values and cannot be changed here")
EDITABLE = frozenset(_EDITS)
