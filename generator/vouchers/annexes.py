"""What stands beside a programme's table: totals by category, its rules and sources, what stays out, what changed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.documents.grid import Cell, CellKind, Grid, shown
from generator.model.parts import Period, Source
from generator.model.voucher import Category, Ceilings, Voucher
from generator.project import Entry, Project
from generator.texts import Lang, Text
from generator.vouchers import wording
from generator.vouchers.eligibility import OUTCOMES, Assessment
from generator.vouchers.published import Row, branch_of, fen
from generator.vouchers.table import LABELS, cell_of, ordered, widths_of

TOTALS, RULES = Text("目录汇总", "Totals by category"), Text("规则与来源", "Rules and sources")
LEFT_OUT, CHANGES = Text("未列入及原因", "Not listed, and why"), Text("变更", "Changes")
NOT_STATED = Text("来源未载明", "not stated by the source")

_LEFT_OUT = (32, 20, 24, 30, 8, 8, 28, 30)
"""Widths of its columns: a page of A4 shows them in letters that one can read."""

_APPLIES = {
    "enterprise": Text("申领企业条件", "Enterprise"),
    "supplier": Text("供应商条件", "Supplier"),
    "product": Text("产品条件", "Product"),
    "contract": Text("合同条件", "Contract"),
}
_WINDOWS = {"claim": Text("申领期", "Claims"), "redemption": Text("兑现期", "Redemption")}
_LIMITS = {
    "ratio": Text("比例", "ratio"),
    "line": Text("单项", "line"),
    "category": Text("目录", "category"),
    "enterprise-year": Text("企业年度", "enterprise and year"),
    "enterprise": Text("企业累计", "enterprise"),
    "supplier": Text("供应商", "supplier"),
    "total": Text("总额", "total"),
}
_ROUNDING = {
    "fen-down": Text("舍去到分", "down to the fen"),
    "yuan-down": Text("舍去到元", "down to the yuan"),
    "yuan-half-up": Text("四舍五入到元", "half up to the yuan"),
}
_REPEAT = {
    "allowed": Text("同一目录可重复申领", "a category may be claimed again"),
    "once-per-category": Text("同一二级目录限申领一次", "once for each category"),
    "once-per-branch": Text("同一一级目录限申领一次", "once for each branch"),
}
_CHANGED = {"added": Text("新增", "added"), "removed": Text("移出", "removed"), "changed": Text("变更", "changed")}


@dataclass(frozen=True, slots=True)
class Change:
    """A listing that came in or went out (`field` empty), or one of its fields that is another now, as people read it.

    `percent`: by how much an amount changed, 5 is 5 %.
    """

    listing: str
    product: str
    what: str
    field: str = ""
    old: str = ""
    new: str = ""
    percent: Decimal | None = None


def totals(voucher: Entry, rows: Sequence[Row], lang: Lang, *, mark: str = "") -> Grid:
    """A line for each leaf of the programme's tree: its ceiling, how many listings and vendors it has."""
    model = voucher.as_a(Voucher)
    parents = {category.parent for category in model.categories}
    leafy = (category for category in model.categories if category.id not in parents)
    found: dict[tuple[str, str], list[Row]] = {_key(model, category): [] for category in leafy}
    for row in ordered(model, rows):
        branch, category = (cell_of("", row.values.get(name), "text", "zh") for name in ("branch", "category"))
        found.setdefault((str(branch or ""), str(category or "")), []).append(row)
    leaves = {_key(model, category): category for category in model.categories}
    cells: list[tuple[Cell, ...]] = []
    for key, inside in found.items():
        leaf = leaves.get(key)
        branch_entry = branch_of(model, leaf) if leaf else None
        ceiling = fen(leaf.ceiling) if leaf and leaf.ceiling is not None else None
        cells.append(
            (
                branch_entry.name.of(lang) if branch_entry else key[0],
                leaf.name.of(lang) if leaf else key[1],
                leaf.grade if leaf else None,
                ceiling,
                len(inside),
                len({row.vendor for row in inside if row.vendor}),
            )
        )
    vendors = len({row.vendor for row in rows if row.vendor})
    return _grid(
        TOTALS.of(lang),
        lang,
        (
            (LABELS["branch"], "text"),
            (LABELS["category"], "text"),
            (LABELS["grade"], "text"),
            (Text("奖补上限（万元）", "Ceiling (CNY 10,000)"), "ten-thousand-yuan"),
            (Text("产品数", "Listings"), "integer"),
            (Text("供应商数", "Vendors"), "integer"),
        ),
        cells,
        sums=(Text("合计", "Total").of(lang), None, None, None, len(rows), vendors),
        notes=(Text("供应商数的合计不重复计算。", "The total of vendors counts each once.").of(lang),),
        mark=mark,
    )


def rules(voucher: Entry, project: Project, lang: Lang, *, mark: str = "") -> Grid:
    """What the programme pays, for whom, when, in which order limits hold, and where each of it is written."""
    lines = ((kind.of(lang), text, clause) for kind, text, clause in _rules(voucher.as_a(Voucher), project, lang))
    return _grid(
        RULES.of(lang),
        lang,
        ((Text("类别", "Kind"), "text"), (Text("内容", "Content"), "text"), (Text("依据", "Basis"), "text")),
        lines,
        wanted=(20, 88, 22),
        mark=mark,
    )


def left_out(excluded: Iterable[Assessment], project: Project, lang: Lang, *, mark: str = "") -> Grid:
    """Every listing that is not in the table, with each criterion it does not meet and what its vendor must do."""
    cells: list[tuple[Cell, ...]] = []
    for one in sorted(excluded, key=lambda assessment: assessment.listing):
        named = [wording.entry(project, full_id).of(lang) if full_id else "" for full_id in (one.product, one.vendor)]
        for result in one.results:
            if result.fails:
                found = [text.of(lang) for text in (OUTCOMES[result.outcome], result.value, result.remedy)]
                cells.append((one.listing, *named, result.text.of(lang), result.clause, *found))
    headings = (
        Text("目录条目", "Listing"),
        LABELS["product"],
        LABELS["vendor"],
        Text("条件", "Criterion"),
        Text("依据", "Clause"),
        Text("结果", "Outcome"),
        Text("现状", "Found"),
        Text("补正办法", "What to do"),
    )
    return _grid(
        LEFT_OUT.of(lang), lang, tuple((heading, "text") for heading in headings), cells, wanted=_LEFT_OUT, mark=mark
    )


def changes(found: Iterable[Change], since: str, lang: Lang, *, mark: str = "") -> Grid:
    """What is not as it was in the release `since`."""
    cells = [
        (
            _CHANGED[one.what].of(lang) if one.what in _CHANGED else one.what,
            one.listing,
            one.product,
            LABELS[one.field].of(lang) if one.field in LABELS else one.field,
            one.old,
            one.new,
            one.percent,
        )
        for one in found
    ]
    since_line = Text(f"与 {since} 相比", f"since {since}").of(lang)
    made = _grid(
        CHANGES.of(lang),
        lang,
        (
            (Text("变化", "What"), "text"),
            (Text("目录条目", "Listing"), "text"),
            (LABELS["product"], "text"),
            (Text("栏目", "Field"), "text"),
            (Text("原", "Old"), "text"),
            (Text("现", "New"), "text"),
            (Text("幅度", "By"), "percent"),
        ),
        cells,
        mark=mark,
    )
    return Grid((CHANGES.of(lang), since_line), made.headings, made.kinds, made.widths, made.rows, mark=mark)


def _rules(voucher: Voucher, project: Project, lang: Lang) -> Iterator[tuple[Text, str, str]]:
    if voucher.issuer:
        yield Text("发布单位", "Issuer"), wording.entry(project, f"organisations/{voucher.issuer}").of(lang), ""
    for policy in voucher.policies:
        yield Text("政策依据", "Policy"), wording.entry(project, f"policies/{policy}").of(lang), ""
    for kind, label in _WINDOWS.items():
        periods = [_period(window.period, lang) for window in voucher.windows if window.kind == kind]
        for period in periods or [NOT_STATED.of(lang)]:
            yield label, period, ""
    for label, cities in (
        (Text("适用地市", "Cities"), voucher.cities),
        (Text("不适用地市", "Cities excluded"), voucher.excluded_cities),
    ):
        if cities:
            names = [wording.term(project, "cities", one).of(lang) for one in cities]
            yield label, Text("、", ", ").of(lang).join(names), ""
    yield from _money(voucher, lang)
    for criterion in voucher.criteria:
        yield _APPLIES[criterion.applies_to], criterion.text.of(lang), criterion.clause or ""
    if voucher.paid_share_min is not None:
        yield Text("实付比例下限", "Share to be paid first"), f"{voucher.paid_share_min:f}%", ""
    for evidence in voucher.redemption_evidence:
        yield Text("兑现材料", "Evidence"), evidence.of(lang), ""
    if voucher.notice_rules:
        told = voucher.notice_rules
        days = {"working": Text("个工作日", " working days"), "calendar": Text("个自然日", " calendar days")}
        yield Text("公示", "Public notice"), f"{int(told.days)}{days[told.day_kind].of(lang)}", told.basis.of(lang)
    for source in voucher.sources:
        yield Text("来源", "Source"), _source(source), source.clause or ""


def _money(voucher: Voucher, lang: Lang) -> Iterator[tuple[Text, str, str]]:
    for one in voucher.classes:
        parts = [f"{one.name.of(lang)}：" if lang == "zh" else f"{one.name.of(lang)}: ", f"≤ {one.ratio_max:f}%"]
        if one.definition:
            parts.append(f"（{one.definition.of(lang)}）" if lang == "zh" else f" ({one.definition.of(lang)})")
        yield Text("类别与比例", "Class and ratio"), "".join(parts), ""
    if not voucher.classes:
        yield Text("类别与比例", "Class and ratio"), NOT_STATED.of(lang), ""
    limits = voucher.ceilings or Ceilings()
    for label, amount in (
        (Text("每企业累计限额（元）", "Per enterprise (CNY)"), limits.enterprise),
        (Text("每企业每年限额（元）", "Per enterprise and year (CNY)"), limits.enterprise_year),
        (Text("每供应商额度（元）", "Per supplier (CNY)"), limits.supplier),
        (Text("总额（元）", "Total (CNY)"), limits.total),
    ):
        yield label, shown("yuan", fen(amount), 2) if amount is not None else NOT_STATED.of(lang), ""
    names = {category.id: category.name.of(lang) for category in voucher.categories}
    comma = Text("、", ", ").of(lang)
    for group in voucher.exclusion_groups:
        inside = comma.join(names.get(one, one) for one in group.categories)
        yield (
            Text("互斥组", "Exclusion group"),
            Text("{}：{}", "{}: {}").of(lang).format(group.name.of(lang), inside),
            "",
        )
    if voucher.repeat:
        yield Text("重复申领", "Claims again"), _REPEAT[voucher.repeat].of(lang), ""
    if voucher.stacking:
        yield Text("叠加规则", "Stacking"), voucher.stacking.of(lang), ""
    if voucher.order_of_limits:
        arrow = " → ".join(_LIMITS[one].of(lang) for one in voucher.order_of_limits)
        yield Text("限额次序", "Order of limits"), arrow, ""
    if voucher.rounding:
        yield Text("舍入", "Rounding"), _ROUNDING[voucher.rounding].of(lang), ""


def _grid(
    title: str,
    lang: Lang,
    columns: Sequence[tuple[Text, CellKind]],
    cells: Iterable[tuple[Cell, ...]],
    *,
    wanted: Sequence[int | None] = (),
    sums: tuple[Cell, ...] | None = None,
    notes: tuple[str, ...] = (),
    mark: str = "",
) -> Grid:
    rows, headings, kinds = tuple(cells), tuple(text.of(lang) for text, _ in columns), tuple(k for _, k in columns)
    widths = widths_of(kinds, headings, rows, wanted or [None] * len(columns))
    return Grid((title,), headings, kinds, widths, rows, sums, mark, notes)


def _key(voucher: Voucher, category: Category) -> tuple[str, str]:
    branch = branch_of(voucher, category)
    return branch.name.zh if branch else "", category.name.zh


def _period(period: Period, lang: Lang) -> str:
    start, until = period.start or "…", period.until or "…"
    return Text(f"{start} 至 {until}", f"{start} to {until}").of(lang)


def _source(source: Source) -> str:
    return " ".join(part for part in (source.title, source.document, source.url, source.date) if part)
