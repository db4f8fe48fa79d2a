"""Whether a product is in a voucher programme's catalogue, and why not: on the product's, listing's and vendor's page."""

from collections.abc import Iterator, Sequence

from generator.markup import Html, Template, escaped
from generator.model.product import Product
from generator.model.voucher import Voucher
from generator.project import Entry, Project
from generator.site.pieces import MUTED
from generator.site.tables import table
from generator.site.view import EMPTY, View, join
from generator.texts import Text
from generator.vouchers.eligibility import MARKS, OUTCOMES, Assessment, Result, assess, listings_of

TITLE = Text("是否列入目录", "Listed?")
SHOWN_ON = ("products", "listings", "organisations")

MOST_LISTINGS = 30
"""Listings that one page explains; the others explain themselves on their own pages."""

_VERDICT = Template('<p><span class="badge badge--{}">{}</span> {}</p>')
_MARK = Template('<span class="mark mark--{}"><span aria-hidden="true">{}</span> {}</span>')
_FOLD = Template('<details class="verdict"{}><summary>{} {}</summary>{}</details>')
_LISTED = Template('<span class="badge badge--{}">{}</span>')
_PLAIN = Template("<p>{}</p>")
_SHORT = Template('<span class="nowrap">{}</span>')

SHORT_CLAUSE = 12
"""Characters of a clause that stand in one line: 第三条（二）."""


def offer_listing(view: View, entry: Entry) -> Html:
    """The part of a page. For a product without a listing, which categories it could be listed in."""
    if entry.kind.folder not in SHOWN_ON:
        return EMPTY
    listings = (entry,) if entry.kind.folder == "listings" else listings_of(view.project, entry.id)
    if not listings:
        return _without(view, entry) if entry.kind.folder == "products" else EMPTY
    found = [assess(one, view.project, view.project.today) for one in listings[:MOST_LISTINGS]]
    # What is not listed first: that is what people come for.
    found.sort(key=lambda one: (one.listed, one.listing))
    shown = _note(view)
    match entry.kind.folder:
        case "listings":
            shown += join(_verdict(view, one, one.voucher) + _criteria(view, one) for one in found)
        case "products":
            shown += join(_verdict(view, one, one.voucher, one.listing) + _criteria(view, one) for one in found)
        case _:
            shown += join(_folded(view, one) for one in found)
    if len(listings) > MOST_LISTINGS:
        rest = len(listings) - MOST_LISTINGS
        shown += MUTED.format(
            view.say(
                f"另有 {rest} 个目录条目，见各自的页面。", f"{rest} more listings explain themselves on their pages."
            )
        )
    return shown


def _note(view: View) -> Html:
    day = view.project.today
    zh = f"按 {day} 目录中的内容判定，正式目录以主管部门的发布为准。"
    en = f"As the entries stand on {day}. What counts is what the authority releases."
    return MUTED.format(view.say(zh, en))


def _verdict(view: View, found: Assessment, *about: str) -> Html:
    names = join((view.entry(one) for one in about), " · ")
    return _VERDICT.format(*_state(view, found), names)


def _folded(view: View, found: Assessment) -> Html:
    """A listing that opens. Links stand inside: in the line that is clicked they could not be told from it."""
    about = [found.product or found.listing, found.voucher]
    names = (view.text(entry.name) if (entry := view.project.get(one)) else escaped(one) for one in about)
    links = MUTED.format(join((view.entry(one) for one in dict.fromkeys((*about, found.listing))), " · "))
    opened = EMPTY if found.listed else Html(" open")
    badge = _LISTED.format(*_state(view, found))
    return _FOLD.format(opened, badge, join(names, " · "), links + _criteria(view, found))


def _state(view: View, found: Assessment) -> tuple[str, str]:
    if found.listed:
        return "good", view.say("列入", "listed")
    return "warn", view.say("不列入", "not listed")


def _criteria(view: View, found: Assessment) -> Html:
    """A row for each criterion that is decided: mark, condition, what was found, clause, what to do; then the others."""
    heads = [view.say("结果", "Result"), view.say("条件", "Criterion"), view.say("查到", "Found")]
    heads += [view.say("条款", "Clause"), view.say("要做什么", "What to do")]
    rows = [_row(view, one) for one in found.results if one.outcome != "for-people"]
    keep = [i for i in range(len(heads)) if i < 3 or any(row[i] for row in rows)]
    listing = view.project.get(found.listing)
    shown = table(
        # A page may hold several such tables, and each region has a name of its own.
        TITLE.of(view.lang) + view.say("：", ": ") + (listing.name.of(view.lang) if listing else found.listing),
        [heads[i] for i in keep],
        [[row[i] for i in keep] for row in rows],
        [False] * len(keep),
        "table--stack table--criteria",
    )
    return shown + _for_people(view, [one for one in found.results if one.outcome == "for-people"])


def _for_people(view: View, results: Sequence[Result]) -> Html:
    """The criteria that nothing here decides: of the enterprise and the contract, and those without a test."""
    if not results:
        return EMPTY
    before, between = (
        view.say("另由人判定，不影响以上结果：", "For people to decide, and not counted here: "),
        view.say("；", "; "),
    )
    return MUTED.format(escaped(before) + join((view.text(one.text) for one in results), between))


def _row(view: View, result: Result) -> Sequence[Html]:
    return [
        _MARK.format(result.outcome, MARKS[result.outcome], OUTCOMES[result.outcome].of(view.lang)),
        view.text(result.text),
        view.text(result.value) if result.value.zh else EMPTY,
        _SHORT.format(result.clause) if 0 < len(result.clause) <= SHORT_CLAUSE else escaped(result.clause),
        view.text(result.remedy) if result.remedy.zh else EMPTY,
    ]


def _without(view: View, entry: Entry) -> Html:
    """A product that no listing names: in which categories it could be listed."""
    zh = "本产品没有目录条目，所以不在任何服务券目录中。"
    en = "No listing names this product, so it is in no voucher programme's catalogue."
    takers = _takers(view.project, entry.as_a(Product).category, entry.example)
    if not takers:
        if not view.project.of_kind("vouchers"):
            return EMPTY
        zh += "目前也没有施行中的服务券方案写明接受这类产品。"
        en += " At present no voucher programme in force says that it accepts products of this kind."
        return _PLAIN.format(view.say(zh, en))
    separator, between = view.say("：", ": "), view.say("、", ", ")
    categories = (
        view.entry(voucher) + escaped(separator) + join((view.text(name) for name in names), between)
        for voucher, names in takers
    )
    zh += "要列入，须提交目录条目；接受这类产品的目录："
    en += " To be listed, a listing has to be submitted. These categories accept products of this kind: "
    return _PLAIN.format(escaped(view.say(zh, en)) + join(categories, view.say("；", "; ")))


def _takers(project: Project, category: str, example: bool) -> Sequence[tuple[str, Sequence[Text]]]:
    """The programmes in force with categories that accept a product category; real ones for what is real."""

    def find() -> Iterator[tuple[str, Sequence[Text]]]:
        for entry in project.of_kind("vouchers"):
            if entry.example == example and project.settled(entry):
                found = entry.as_a(Voucher).categories
                names = tuple(c.name.text for c in found if project.within("product-categories", category, c.accepts))
                if names:
                    yield entry.id, names

    return project.kept(("takers", category, example), lambda: tuple(find()))
