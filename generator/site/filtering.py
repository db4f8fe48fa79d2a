"""Lists that one text field filters: the field, and the groups of lines it filters (site.js does it)."""

from generator.markup import Html, Template, fill
from generator.site.view import View

_FILTER = Template(
    '<div class="filter" hidden><label for="{mark}filter">{label}</label><input id="{mark}filter" type="search" data-filter="{mark}list" '
    'placeholder="{hint}" autocomplete="off"><output class="filter__count" for="{mark}filter" data-filter-count="{count}"></output></div>'
)
GROUP = Template(
    '<section class="group" data-filter-group aria-labelledby="{id}"><h{level} id="{id}">{title} <span class="count">{count}</span></h{level}>'
    '<ul class="items">{items}</ul></section>'
)
ITEM = Template('<li class="item" data-filter-item data-filter-text="{search}">{name} {badges}{summary}{meta}</li>')
LINKED = Template('<a class="item__name" href="{}">{}</a>')
UNLINKED = Template('<b class="item__name">{}</b>')
SUMMARY = Template('<p class="item__summary">{}</p>')
META = Template('<p class="item__meta">{}</p>')


def filtered(view: View, groups: Html, hint: str, mark: str = "") -> Html:
    """Groups below the field that filters them. One a page: the ids are fixed; `mark` stands before them."""
    field = _FILTER.format(
        mark=mark, label=view.say("筛选", "Filter"), hint=hint, count=view.say("{shown} / {all} 项", "{shown} of {all}")
    )
    none = view.say("没有符合的条目。", "Nothing matches.")
    return (
        field
        + fill('<div id="{}list" data-filter-list>{}</div>', mark, groups)
        + fill('<p class="filter__none" data-filter-none hidden>{}</p>', none)
    )
