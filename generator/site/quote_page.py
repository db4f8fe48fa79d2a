"""The body of the calculator's page: a form that quote-page.js reads, and a place for what it works out.

The data comes from one file beside the page; nothing that is typed leaves the browser.
"""

from collections.abc import Iterable

from generator.markup import Html, Template, fill
from generator.project import Project
from generator.site.page import Links, Page
from generator.site.view import EMPTY, View, join
from generator.texts import Lang, Text

ADDRESS = "quote/"
TITLE = Text("奖补测算", "Subsidy calculator")

_HEAD = Template('<header class="page__head"><h1>{}</h1><p class="page__summary">{}</p></header>')
_FORM = Template(
    '<noscript><p class="banner banner--info">{noscript}</p></noscript>'
    '<form class="calc" data-quote data-root="{root}" novalidate hidden>'
    '<fieldset class="calc__set"><legend>{enterprise}</legend><div class="calc__grid">{fields}</div></fieldset>'
    '<fieldset class="calc__set"><legend>{contract}</legend><div class="calc__grid">{terms}</div></fieldset>'
    '<fieldset class="calc__set"><legend>{lines}</legend><p class="muted">{lines_note}</p>'
    '<datalist id="quote-products"></datalist><ol class="calc__lines" data-quote-lines></ol>'
    '<p><button type="button" class="calc__add" data-quote-add="line">{add}</button></p></fieldset>'
    '<details class="calc__set calc__earlier"><summary>{earlier}</summary><p class="muted">{earlier_note}</p>'
    '<ol class="calc__lines" data-quote-earlier></ol>'
    '<p><button type="button" class="calc__add" data-quote-add="earlier">{add_earlier}</button></p></details>'
    '<details class="calc__set calc__used"><summary>{used}</summary><p class="muted">{used_note}</p>'
    '<ol class="calc__lines" data-quote-used></ol>'
    '<p><button type="button" class="calc__add" data-quote-add="used">{add_used}</button></p></details>'
    '<p class="calc__go"><button class="calc__submit">{go}</button></p></form>'
    '<p class="search-status" role="status" data-quote-status></p><div data-quote-result></div>'
)
_FIELD = Template('<label class="calc__field"><span>{}</span>{}</label>')
_SELECT = Template('<select name="{}"><option value="">{}</option>{}</select>')
_OPTION = Template('<option value="{}">{}</option>')
_INPUT = Template('<input name="{}" type="{}"{}>')
_CHECK = Template('<label class="calc__check"><input type="checkbox" name="{}"> <span>{}</span></label>')


def quote_page(project: Project, lang: Lang) -> Page:
    """The page. Its code lists are the catalogue's own."""
    view = View(project, lang, Links.of(ADDRESS, lang))
    say = view.say
    lead = say(
        "填写企业、合同和产品，逐项算出奖补、每一步的限制、企业自付和兑现材料，并选出奖补最多的申领组合。在本机计算，填写的内容不会发送出去。",
        "Enter the enterprise, the contract and the products: what is paid for each line, what limited it, the enterprise's "
        "share, the evidence to bring, and the choice of claims that pays most. Worked out in your browser; nothing is sent.",
    )
    body = _HEAD.format(TITLE.of(lang), lead) + _form(view)
    return Page(ADDRESS, lang, "quote", TITLE.of(lang), lead, body)


def _form(view: View) -> Html:
    say = view.say
    today = view.project.today
    fields = [
        _FIELD.format(say("地市", "City"), _terms(view, "city", "cities")),
        _FIELD.format(say("行业（GB/T 4754）", "Industry (GB/T 4754)"), _terms(view, "industry", "gbt4754")),
        _FIELD.format(say("单位性质", "Legal nature"), _terms(view, "nature", "organisation-natures")),
        _FIELD.format(say("独立法人", "Legal person of its own"), _choice(view, "legal_person")),
        _FIELD.format(say("成立时间", "Founded"), _INPUT.format("founded_on", "month", EMPTY)),
        _FIELD.format(say("上年主营业务收入（元）", "Revenue, year before (CNY)"), _money("revenue")),
        _FIELD.format(say("无违规年限（年）", "Years without a breach"), _number("clean_record_years")),
    ]
    every = say("全部，选最多的", "All: whatever pays most")
    programmes = fill('<select name="voucher" data-quote-vouchers><option value="">{}</option></select>', every)
    day = fill(' required value="{}"', today)
    terms = [
        _FIELD.format(say("服务券", "Programme"), programmes),
        _FIELD.format(say("申领日", "Day of the claim"), _INPUT.format("on", "date", day)),
        _FIELD.format(say("合同签订日", "Contract signed on"), _INPUT.format("signed_on", "date", EMPTY)),
        _CHECK.format("other_funding", say("合同已获其他财政资金支持", "Funded by other public money")),
    ]
    without = say("测算需要 JavaScript；也可以用命令 ", "The calculator needs JavaScript; the command is ")
    return _FORM.format(
        noscript=fill("{}<code>catalog voucher quote</code>", without),
        root=".." if view.lang == "zh" else "../..",
        enterprise=say("企业", "Enterprise"),
        fields=join(fields),
        contract=say("合同", "Contract"),
        terms=join(terms),
        lines=say("产品", "Products"),
        lines_note=say(
            f"只列 {today} 列入目录的产品。写数量就按目录价计算；写了合同金额的，以金额为准。",
            f"Products listed on {today}. Quantities are priced at list prices; an amount, where given, goes before them.",
        ),
        add=say("增加一项", "Add a line"),
        earlier=say("以前已领的奖补", "Drawn before"),
        earlier_note=say("已领的会从年度、累计和目录限额里扣除。", "What was drawn counts towards the ceilings."),
        add_earlier=say("增加一笔", "Add one"),
        used=say("服务券和供应商的额度已用多少", "What of the programme's and suppliers' quotas is used up"),
        used_note=say(
            "主管部门公布了已用额度的，填在这里，测算只用剩下的部分；不选供应商表示服务券的总额。",
            "Where the authority states what is used up, enter it here: only the rest is paid out. Without a supplier it is the programme's total.",
        ),
        add_used=say("增加一笔", "Add one"),
        go=say("测算", "Work it out"),
    )


def _terms(view: View, name: str, vocabulary: str) -> Html:
    terms = view.project.vocabularies.get(vocabulary, {})
    options = join(_OPTION.format(one, _named(view, term.code, term.name.of(view.lang))) for one, term in terms.items())
    return _SELECT.format(name, _unstated(view), options)


def _named(view: View, code: str | None, name: str) -> str:
    """Industries are known by their codes; codes of cities say nothing to those who choose one."""
    return f"{code} {name}" if code and not code.isdigit() else name


def _choice(view: View, name: str) -> Html:
    pairs: Iterable[tuple[str, str]] = (("true", view.say("是", "yes")), ("false", view.say("否", "no")))
    return _SELECT.format(name, _unstated(view), join(_OPTION.format(*pair) for pair in pairs))


def _unstated(view: View) -> str:
    return view.say("没有说明", "not stated")


def _money(name: str) -> Html:
    return _INPUT.format(name, "text", Html(' inputmode="decimal" autocomplete="off" data-money'))


def _number(name: str) -> Html:
    return _INPUT.format(name, "number", Html(' min="0" max="200" step="1"'))
