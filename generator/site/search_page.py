"""The body of the search page: a form that works without scripts as far as it can, and places for the rest.

assets/js/search-page.js fills the places: `data-search-status`, `data-search-facets`, `data-search-hits`.
"""

from generator.markup import Html
from generator.texts import Lang, Text

_BODY = Html("""<header class="page__head"><h1>{title}</h1></header>
<form class="search-form" role="search" aria-label="{title}" action="./" data-search-page data-root="{root}">
<label class="visually-hidden" for="search-query">{label}</label>
<input class="search-form__query" id="search-query" type="search" name="q" placeholder="{hint}" maxlength="100" autocomplete="off" spellcheck="false">
<button class="search-form__go">{title}</button>
</form>
<noscript><p class="banner banner--info">{noscript} {lists}</p></noscript>
<p class="search-status" role="status" data-search-status></p>
<div class="search-layout">
<details class="search-filters" data-search-filters hidden><summary>{filters}</summary><div data-search-facets></div></details>
<div class="search-hits" data-search-hits></div>
</div>
""")

_TITLE = Text("检索", "Search")
_LABEL = Text("检索词", "Words to search for")
_HINT = Text("名称、正文里的任意两个字以上、编号", "names, words from the text, ids")
_FILTERS = Text("筛选", "Filters")
_NOSCRIPT = Text("检索需要 JavaScript。也可以从清单中查找：", "The search needs JavaScript. The lists do not:")
_LISTS = (
    ("solutions/", Text("解决方案", "solutions")),
    ("products/", Text("产品", "products")),
    ("parks/", Text("应用示范园区", "demonstration parks")),
    ("organisations/", Text("单位", "organisations")),
)


def search_page_body(lang: Lang) -> Html:
    """The body of the page at `search/`."""
    comma = Text("、", ", ").of(lang)
    return _BODY.format(
        title=_TITLE.of(lang),
        label=_LABEL.of(lang),
        hint=_HINT.of(lang),
        filters=_FILTERS.of(lang),
        noscript=_NOSCRIPT.of(lang),
        lists=Html(comma).join(
            Html('<a href="../{}">{}</a>').format(address, name.of(lang)) for address, name in _LISTS
        ),
        root=".." if lang == "zh" else "../..",
    )
