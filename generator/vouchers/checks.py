"""The checks of a listing that look at its product, its vendor and itself (see `ListingTest`).

A check says "not stated" where the entries are silent, and "not met" where they say something else than is
asked. Each says what it found, and what the vendor must do.
"""

from generator.model.organisation import Organisation
from generator.model.parts import Price, Quantity
from generator.model.product import Product
from generator.model.voucher import ListingTest, Readiness
from generator.pricing import is_complete
from generator.project import Entry
from generator.quantities import BASES, lower, upper
from generator.texts import NOTHING, Text
from generator.vouchers import wording
from generator.vouchers.found import Found, met, not_met, not_stated
from generator.vouchers.standing import Case, lapsed_on, settled_on, state_on, within

_NO_PRODUCT = Text("产品条目不存在或有错误", "the product's entry is missing or has errors")
_ENTER_PRODUCT = Text(
    "登记产品条目，并改正 catalog validate 报告的错误。",
    "Enter the product, and correct what catalog validate reports.",
)


def listing_approved(case: Case, test: ListingTest) -> Found:
    """Product and listing are approved on the day."""
    if case.product_entry is None:
        return not_stated(_NO_PRODUCT, _ENTER_PRODUCT)
    product, listing = _state(case, case.product_entry), _state(case, case.entry)
    value = Text(f"产品：{product.zh}；目录条目：{listing.zh}", f"product: {product.en}; listing: {listing.en}")
    waiting = [one for one in (case.product_entry, case.entry) if not settled_on(case.project, one, case.on)]
    if not waiting:
        return Found("met", value)
    return not_met(value, wording.listed((_waiting(case, one) for one in waiting), "", " "))


def supplier_admitted(case: Case, test: ListingTest) -> Found:
    """The vendor, or its parent, is admitted and not suspended."""
    if case.product is None or case.voucher is None:
        return not_stated(_NO_PRODUCT, _ENTER_PRODUCT)
    admitted, vendor = case.voucher.admitted_suppliers, case.product.vendor
    if not admitted:
        remedy = Text("请主管部门在方案中列出入库供应商。", "The authority has to list the admitted suppliers.")
        return not_stated(Text("方案没有列出入库供应商", "the programme lists no admitted suppliers"), remedy)
    name = wording.entry(case.project, f"organisations/{vendor}")
    unit = case.project.find("organisations", vendor, Organisation)
    through = vendor if vendor in admitted else unit.parent if unit and unit.parent in admitted else None
    if through is None:
        remedy = Text("申请加入入库供应商名单。", "Apply for admission as a supplier.")
        value = Text(f"{name.zh}不在入库供应商名单中", f"{name.of('en')} is not on the list of admitted suppliers")
        return not_met(value, remedy)
    for slug in dict.fromkeys((vendor, through)):
        one = case.project.get(f"organisations/{slug}")
        if one is not None and lapsed_on(case.project, one, case.on):
            state = _state(case, one)
            value = Text(
                f"{one.name.zh}已入库，但其状态为{state.zh}", f"{one.name.of('en')} is admitted but {state.en}"
            )
            return not_met(value, Text("先恢复供应商的状态。", "Have the supplier's suspension lifted first."))
    if through == vendor:
        return met(f"{name.zh}已入库", f"{name.of('en')} is admitted")
    parent = wording.entry(case.project, f"organisations/{through}")
    return met(f"上级单位{parent.zh}已入库", f"its parent, {parent.of('en')}, is admitted")


def category_accepts(case: Case, test: ListingTest) -> Found:
    """The listing's category is a leaf that accepts the product's category."""
    if case.product is None or case.voucher is None:
        return not_stated(_NO_PRODUCT, _ENTER_PRODUCT)
    category, kind = case.category, wording.term(case.project, "product-categories", case.product.category)
    takers = [
        one.name.text
        for one in case.voucher.categories
        if case.project.within("product-categories", case.product.category, one.accepts)
    ]
    names = wording.listed(takers)
    remedy = (
        Text(f"改列接受{kind.zh}的目录：{names.zh}。", f"List it in a category that accepts it: {names.en}.")
        if takers
        else Text(
            f"本方案没有接受{kind.zh}的目录；产品类别有误的，改正产品类别。",
            "No category of the programme accepts it; correct the product's category if it is wrong.",
        )
    )
    if category is None:
        where = Text(f"方案中没有目录“{case.listing.category}”", f"there is no category '{case.listing.category}'")
        return not_met(where, remedy)
    title = category.name.text
    if any(one.parent == category.id for one in case.voucher.categories):
        where = Text(f"“{title.zh}”之下还有目录，不是末级", f"{title.of('en')} has categories below it")
        return not_met(where, remedy)
    if not category.accepts:
        where = Text(
            f"目录“{title.zh}”没有写明接受的产品类别", f"{title.of('en')} does not say which products it accepts"
        )
        return not_stated(
            where, Text("请主管部门写明该目录接受的产品类别。", "The authority has to say what the category accepts.")
        )
    if not case.project.within("product-categories", case.product.category, category.accepts):
        return not_met(
            Text(f"目录“{title.zh}”不接受{kind.zh}", f"{title.of('en')} does not accept: {kind.of('en')}"), remedy
        )
    return met(f"{title.zh}，接受{kind.zh}", f"{title.of('en')}, which accepts: {kind.of('en')}")


def prices_complete(case: Case, test: ListingTest) -> Found:
    """Prices are stated and in force on the day, each with all that its amount depends on."""
    if case.product is None:
        return not_stated(_NO_PRODUCT, _ENTER_PRODUCT)
    stated = case.product.prices
    if not stated:
        remedy = Text(
            "在产品条目的 prices 中写明计费量纲和单价。", "State dimensions and amounts in the product's prices."
        )
        return not_stated(Text("没有写明价格", "no prices are stated"), remedy)
    valid = [one for one in stated if within(one.valid, case.on)]
    if not valid:
        value = Text(
            f"{len(stated)} 项价格都不在有效期内",
            f"none of {wording.many(len(stated), 'price', 'prices')} is in force on the day",
        )
        return not_met(value, Text("更新价格及其有效期。", "Bring the prices and their periods up to date."))
    flawed = [one for one in valid if not is_complete(one)]
    if flawed:
        names = wording.listed(_price_name(one) for one in flawed)
        value = Text(f"{len(flawed)} 项价格不完整：{names.zh}", f"incomplete: {names.en}")
        remedy = Text(
            "补齐单价或最后一档、周期、不含税时的税率；面议的也要写明金额。",
            "Add what is missing: amount or last tier, period, tax rate; an amount for a negotiated price too.",
        )
        return not_met(value, remedy)
    return met(f"{len(valid)} 项价格，均完整", f"{wording.many(len(valid), 'price', 'prices')}, all complete")


def capabilities(case: Case, test: ListingTest) -> Found:
    """Enough metrics are stated with a bound, on the basis asked or better; what is measured is with evidence."""
    if case.product is None:
        return not_stated(_NO_PRODUCT, _ENTER_PRODUCT)
    wanted = test.metrics
    needed = test.count if test.count is not None else len(wanted) or 1
    stated = _metrics(case.product, wanted, None)
    fit = _metrics(case.product, wanted, test.basis)
    proved = {one.metric for one in case.product.capabilities if one.metric in stated and one.evidence}
    value = Text(
        f"{len(stated)} 项能力，{len(proved)} 项有证明材料",
        f"{wording.many(len(stated), 'capability', 'capabilities')}, {len(proved)} with evidence",
    )
    asked = _what(case, test, needed)
    if len(fit) >= needed:
        return Found("met", value)
    lacking = [wording.entry(case.project, f"metrics/{one}") for one in wanted if one not in fit]
    names = wording.first(lacking, 5, lambda rest: Text(f"等，另有 {rest} 项", f"and {rest} more"))
    about = Text(f"；尚缺：{names.zh}", f"; missing: {names.en}") if lacking else NOTHING
    remedy = Text(
        f"在产品条目的 capabilities 中写明{asked.zh}{about.zh}。",
        f"State {asked.en} in the product's capabilities{about.en}.",
    )
    return Found("not-met" if stated else "not-stated", value, remedy)


def readiness(case: Case, test: ListingTest) -> Found:
    """All four statements are there, each with an entry that supports it."""
    stated = case.listing.readiness
    ask = Text(
        "在目录条目的 readiness 中写明行业需求、网络模式、生态组成和应用方向，各附依据条目。",
        "Write all four statements under the listing's readiness, each with the entries that support it.",
    )
    if stated is None:
        return not_stated(Text("没有写明四项凝练", "none of the four statements is given"), ask)
    bare = [
        Text(info.title or name, str((info.json_schema_extra or {}).get("en", name)))  # type: ignore[union-attr]
        for name, info in Readiness.model_fields.items()
        if not any(_supports(case, link) for link in getattr(stated, name).links)
    ]
    many = len(Readiness.model_fields)
    if not bare:
        return met(f"{many} 项均有依据", f"all {many} are supported")
    names = wording.listed(bare)
    value = Text(f"{many} 项中 {len(bare)} 项没有依据：{names.zh}", f"{len(bare)} of {many} unsupported: {names.en}")
    return not_met(value, Text(f"为{names.zh}补上依据条目（links）。", f"Add links that support: {names.en}."))


def within_validity(case: Case, test: ListingTest) -> Found:
    """The listing's own period holds the day."""
    period = case.listing.valid
    if period is None:
        return not_stated(
            Text("没有写明有效期", "no period of validity is stated"),
            Text("在目录条目的 valid 中写明有效期。", "State the period under the listing's valid."),
        )
    value = Text(f"{period.start or '…'} 至 {period.until or '…'}", f"{period.start or '…'} to {period.until or '…'}")
    if within(period, case.on):
        return Found("met", value)
    if period.start and case.on < period.start:
        value = Text(f"{value.zh}，尚未生效", f"{value.en}, not in force yet")
        return not_met(value, Text(f"自 {period.start} 起有效，届时无须再办。", f"It begins on {period.start}; wait."))
    value = Text(f"{value.zh}，已到期", f"{value.en}, over")
    return not_met(value, Text("有效期已过，申请延续。", "The period is over; apply for a new one."))


def real_only(case: Case) -> Found:
    """A programme that is no example holds nothing invented."""
    vendor = case.project.get(f"organisations/{case.product.vendor}") if case.product else None
    invented = [one for one in (case.entry, case.product_entry, vendor) if one is not None and one.example]
    if invented and case.real:
        names = wording.listed(one.name for one in invented)
        value = Text(f"示例：{names.zh}", f"illustrative: {names.en}")
        return not_met(value, Text("示例条目不能列入真实的目录。", "Examples are never in a real catalogue."))
    return met("不是示例，或方案本身是示例", "no example, or the programme is one itself")


_WHICH = {"products": Text("产品", "product"), "listings": Text("目录条目", "listing")}


def _waiting(case: Case, entry: Entry) -> Text:
    """What has to happen before an entry is approved, by the tone of the state that it is in."""
    which, state = _WHICH[entry.kind.folder], state_on(case.project, entry, case.on)
    match state.tone if state else "neutral":
        case "progress":
            return Text(f"{which.zh}：等候审核。", f"Wait for the review of the {which.en}.")
        case "caution":
            return Text(
                f"{which.zh}：改正后重新提交，或办理恢复。",
                f"Correct and resubmit the {which.en}, or have its suspension lifted.",
            )
        case "stopped":
            return Text(f"{which.zh}已撤回，须重新登记。", f"The {which.en} was withdrawn; enter it anew.")
    return Text(f"{which.zh}：提交审核。", f"Submit the {which.en} for review.")


def _state(case: Case, entry: Entry) -> Text:
    state = state_on(case.project, entry, case.on)
    return Text(state.name.zh, state.name.of("en").lower()) if state else Text("没有状态", "no state")


def _price_name(price: Price) -> Text:
    return price.name.text if price.name else Text(price.id, price.id)


def _metrics(product: Product, wanted: tuple[str, ...], basis: str | None) -> set[str]:
    """The metrics stated with a bound, of those wanted where some are, on a basis or a better one."""
    return {
        one.metric
        for one in product.capabilities
        if (not wanted or one.metric in wanted)
        and (lower(one) is not None or upper(one) is not None)
        and (basis is None or BASES.index(_basis(one)) >= BASES.index(basis))
    }


def _basis(quantity: Quantity) -> str:
    """What a statement rests on: measured without evidence is a declaration."""
    return "declared" if quantity.basis == "measured" and quantity.evidence is None else quantity.basis


def _what(case: Case, test: ListingTest, needed: int) -> Text:
    basis = wording.choice("basis", test.basis) if test.basis else None
    proof = test.basis == "measured"
    return Text(
        f"至少 {needed} 项{f'{basis.zh}的' if basis else ''}能力指标{'并附证明材料' if proof else ''}",
        f"at least {wording.many(needed, _kind(basis, 'capability'), _kind(basis, 'capabilities'))}"
        f"{' with evidence' if proof else ''}",
    )


def _kind(basis: Text | None, noun: str) -> str:
    return f"{basis.en} {noun}" if basis else noun


def _supports(case: Case, full_id: str) -> bool:
    """Whether an entry may support a listing of this programme: it is there, and no example for a real one."""
    found = case.project.get(full_id)
    return found is not None and not (found.example and case.real)
