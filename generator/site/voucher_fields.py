"""The fields of a voucher programme that have a better form than a table of fields: its tree, and its criteria."""

from collections.abc import Mapping

from generator.markup import Html, Template, fill
from generator.model.fields import Bilingual
from generator.model.voucher import Category, Criterion, ListingTest, Voucher
from generator.project import Entry
from generator.site import words
from generator.site.fields import Special
from generator.site.tables import table
from generator.site.view import EMPTY, View, join, money, number

_NAME = Template('<span class="indent indent--{}">{}</span> <code>{}</code>')
_SMALL = Template("{}<br><small>{}</small>")
_DEEP = 8


def voucher_fields(entry: Entry, view: View) -> Special:
    """The special forms of a voucher programme's fields."""
    voucher = entry.as_a(Voucher)
    return {
        "categories": lambda v, categories: categories_table(v, categories),
        "criteria": lambda v, criteria: criteria_table(v, criteria, voucher),
    }


def categories_table(view: View, categories: tuple[Category, ...]) -> Html:
    """The category tree, a line each, with the ratio where any category states one."""
    by_id = {category.id: category for category in categories}

    def depth(category: Category) -> int:
        steps, here = 0, category.parent
        while here in by_id and steps < _DEEP:
            here, steps = by_id[here].parent, steps + 1
        return steps

    ratios = any(category.ratio_max is not None for category in categories)
    rows = []
    for one in categories:
        accepted = join((view.term("product-categories", a) for a in one.accepts), view.say("、", ", "))
        row = [_NAME.format(depth(one), view.text(one.name), one.id), accepted, Html.escape(one.grade or "")]
        if ratios:
            row.append(Html.escape(number(one.ratio_max)) if one.ratio_max is not None else EMPTY)
        row.append(Html.escape(money(one.ceiling)) if one.ceiling is not None else EMPTY)
        rows.append(row)
    heads = [view.say("目录", "Category"), view.say("接受的产品类别", "Accepts"), view.say("等级", "Grade")]
    if ratios:
        heads.append(view.say("奖补比例上限（%）", "Ratio, at most (%)"))
    heads.append(view.say("奖补上限（元）", "Ceiling (CNY)"))
    numeric = [False, False, False, *([True] if ratios else []), True]
    return table(view.say("目录", "Categories"), heads, rows, numeric)


def criteria_table(view: View, criteria: tuple[Criterion, ...], voucher: Voucher) -> Html:
    """The criteria, a line each: whom they ask, what decides them, and what to do where they are not met."""
    names = {category.id: category.name for category in voucher.categories}
    decided = any(criterion.test for criterion in criteria)
    helped = any(criterion.remedy for criterion in criteria)
    rows = []
    for one in criteria:
        asked = Html.escape(words.choice("applies_to", one.applies_to, view.lang))
        if one.categories:
            asked = _SMALL.format(asked, join((_name(view, c, names) for c in one.categories), view.say("、", ", ")))
        text = view.text(one.text)
        row = [_SMALL.format(text, one.clause) if one.clause else text, asked]
        if decided:
            row.append(_test(view, one.test) if one.test else Html(view.say("由人判断", "people decide")))
        if helped:
            row.append(view.text(one.remedy) if one.remedy else EMPTY)
        rows.append(row)
    heads = [view.say("条件", "Condition"), view.say("适用对象", "Applies to")]
    heads += [view.say("判定", "Test")] if decided else []
    heads += [view.say("补正办法", "What to do")] if helped else []
    return table(view.say("条件", "Criteria"), heads, rows, [False] * len(heads), "table--stack")


def _name(view: View, category: str, names: Mapping[str, Bilingual]) -> Html:
    return view.text(names[category].text) if category in names else fill("<code>{}</code>", category)


def _test(view: View, test: ListingTest) -> Html:
    """What a test looks at, with its number, its metrics, its standard or its certificate."""
    parts = []
    if test.count is not None:
        parts.append(Html.escape(view.say(f"至少 {test.count} 项", f"at least {test.count}")))
    parts += [view.entry(f"metrics/{metric}") for metric in test.metrics]
    if test.basis:
        least = words.choice("basis", test.basis, view.lang)
        parts.append(Html.escape(view.say(f"依据不弱于“{least}”", f"on “{least}” or better")))
    if test.standard:
        parts.append(view.entry(f"standards/{test.standard}"))
    if test.scheme:
        parts.append(view.entry(f"schemes/{test.scheme}"))
    if test.level:
        parts.append(fill("{} <code>{}</code>", view.say("等级不低于", "level at least"), test.level))
    name = Html.escape(words.choice("check", test.check, view.lang))
    return _SMALL.format(name, join(parts, view.say("；", "; "))) if parts else name
