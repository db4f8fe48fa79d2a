"""A page for every code that the tool can report, made from the code's own texts."""

import re
from collections.abc import Iterator, Sequence
from html import unescape

from generator.diagnostics import Code, Severity
from generator.markup import Html, Template, fill, prose
from generator.site.page import Heading, Links, Page
from generator.site.search import SearchDoc
from generator.site.view import EMPTY, join
from generator.texts import Lang, Text

_PLACE = re.compile(r"\{[a-z_]+\}")
_PARAGRAPH = re.compile("</?p>")
_TAG = re.compile("<[^>]+>")

_CLAUSE = re.compile(r"GB/T 1\.1—2020 的\s?([^（）]+?)(?:[）:：]|，|$)")
_AND = re.compile(r"\s*[、和]\s*")

_FAMILIES = {
    "Y": Text("YAML 语法与含义", "YAML syntax and meaning"),
    "S": Text("字段与形式", "Fields and form"),
    "C": Text("目录规则", "Catalogue rules"),
    "G": Text("依赖图", "Graph"),
    "L": Text("生命周期", "Lifecycle"),
    "V": Text("服务券", "Vouchers"),
    "D": Text("标准草案与条目", "Drafts of standards, and their entries"),
    "D3": Text("起草规则（GB/T 1.1—2020）", "Drafting rules (GB/T 1.1—2020)"),
    "P": Text("权限", "Permission"),
    "X": Text("安全", "Safety"),
}
_SEVERITIES = {
    Severity.ERROR: (Text("错误", "error"), "bad"),
    Severity.WARNING: (Text("警告", "warning"), "warn"),
    Severity.NOTE: (Text("提示", "note"), "info"),
}
_GROUP = Template(
    '<section class="group" data-filter-group aria-labelledby="{id}"><h2 id="{id}">{title} '
    '<span class="count">{count}</span></h2><ul class="items">{items}</ul></section>'
)
_ITEM = Template(
    '<li class="item" data-filter-item><a class="item__name" href="{href}"><code>{code}</code> {name}</a> {badge}<p class="item__summary">{summary}</p></li>'
)
_SAMPLE = Template(
    '<div class="sample sample--{tone}"><p class="sample__label">{label}</p><pre tabindex="0"><code>{text}</code></pre></div>'
)


def rule_pages(codes: Sequence[Code], lang: Lang) -> Iterator[Page]:
    """The list of all codes, then one page each."""
    yield _index(codes, lang)
    for code in codes:
        yield _page(code, lang)


def _badge(code: Code, lang: Lang) -> Html:
    text, tone = _SEVERITIES[code.severity]
    return fill('<span class="badge badge--{}">{}</span>', tone, text.of(lang))


def _first(code: Code, lang: Lang) -> str:
    """The first paragraph of a rule's page, as its author wrote it; what would follow a colon is not there."""
    text = code.page.of(lang).strip().split("\n\n", 1)[0].replace("\n", " " if lang == "en" else "")
    return text[:-1] + ("." if lang == "en" else "。") if text[-1:] in ("：", ":") else text


def _line(text: str) -> Html:
    """A paragraph as one line of HTML: what is code in it stays code."""
    return Html(_PARAGRAPH.sub("", prose(text)).strip())


def _plain(text: str) -> str:
    return unescape(_TAG.sub("", _line(text)))


def _family(code: Code) -> str:
    """The longest beginning of its number that is a family."""
    return max((prefix for prefix in _FAMILIES if code.code.startswith(prefix)), key=len)


def _clause(code: Code, lang: Lang) -> str:
    """The clause that a drafting rule comes from, as its page names it; "" for other codes."""
    found = _CLAUSE.search(code.page.zh) if _family(code) == "D3" else None
    if found is None:
        return ""
    if lang == "zh":
        return found[1]
    return _AND.sub(", ", found[1]).replace("附录", "annex ").replace("表", "table ").replace("～", "–")


def _index(codes: Sequence[Code], lang: Lang) -> Page:
    links = Links.at(1, lang)
    groups, toc = [], []
    for letter, family in _FAMILIES.items():
        members = [code for code in codes if _family(code) == letter]
        if members:
            items = join(
                _ITEM.format(
                    href=links.page(f"rules/{c.code.lower()}/"),
                    code=c.code,
                    name=" ".join(part for part in (c.name, _clause(c, lang)) if part),
                    badge=_badge(c, lang),
                    summary=_line(_first(c, lang)),
                )
                for c in members
            )
            groups.append(
                _GROUP.format(id=f"family-{letter.lower()}", title=family.of(lang), count=len(members), items=items)
            )
            toc.append(Heading(f"family-{letter.lower()}", family.of(lang)))
    title = Text("规则", "Rules").of(lang)
    lead = Text(
        f"共 {len(codes)} 条。每条规则有编号、级别、说明与正反示例；编号的含义永不改变。",
        f"{len(codes)} in all. Each has a code, a severity, an explanation, and a good and a bad example. A code never changes meaning.",
    ).of(lang)
    label, hint, count = (
        ("筛选", "编号、名称", "{shown} / {all} 项") if lang == "zh" else ("Filter", "code, name", "{shown} of {all}")
    )
    body = fill(
        '<header class="page__head"><h1>{title}</h1><p class="lead">{lead}</p></header>'
        '<div class="filter" hidden><label for="filter">{label}</label><input id="filter" type="search" data-filter="list" placeholder="{hint}" '
        'autocomplete="off"><output class="filter__count" for="filter" data-filter-count="{count}"></output></div>'
        '<div id="list" data-filter-list>{groups}</div>',
        title=title,
        lead=lead,
        label=label,
        hint=hint,
        count=count,
        groups=join(groups),
    )
    return Page("rules/", lang, "rules", title, lead, body, tuple(toc))


def _page(code: Code, lang: Lang) -> Page:
    links = Links.at(2, lang)
    message = _PLACE.sub("…", code.message.of(lang))
    good, bad = Text("正确", "Good").of(lang), Text("错误", "Bad").of(lang)
    samples = EMPTY
    if code.bad:
        samples += _SAMPLE.format(tone="bad", label=bad, text=code.bad)
    if code.good:
        samples += _SAMPLE.format(tone="good", label=good, text=code.good)
    body = (
        fill(
            '<header class="page__head"><p class="page__kind"><a href="{up}">{kind}</a></p><h1>{name}</h1>'
            '<p class="badges"><code>{code}</code> {badge}</p></header>',
            up=links.page("rules/"),
            kind=Text("规则", "Rules").of(lang),
            name=code.name,
            code=code.code,
            badge=_badge(code, lang),
        )
        + fill('<p class="page__summary">{}</p><div class="prose">{}</div>', message, prose(code.page.of(lang)))
        + samples
    )
    address = f"rules/{code.code.lower()}/"
    summary = _plain(_first(code, lang))
    search = SearchDoc(
        address=address,
        lang=lang,
        full_id=f"rules/{code.code.lower()}",
        kind="rules",
        title=f"{code.code} {code.name}",
        summary=summary,
        text=f"{message} {code.page.of(lang)}",
        aliases=(),
        filters={"kind": (Text("规则", "Rule").of(lang),)},
        example=False,
    )
    return Page(address, lang, "rule", f"{code.code} {code.name}", summary, body, search=search)
