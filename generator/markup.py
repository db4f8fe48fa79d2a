"""The one text renderer and sanitiser: every text of an entry becomes HTML here, and nowhere else.

`escape` for plain text, `prose` for CommonMark. Prose is rendered without raw HTML and then passed
through one allow-list; images, classes, ids, styles and other schemes than http, https and mailto
do not survive. `json_script` is the one way to put data into a page.
"""

import json
import re
from collections.abc import Iterable
from functools import cache, lru_cache
from string import Formatter
from typing import Any

import cmarkgfm
import nh3
from cmarkgfm.cmark import Options
from markupsafe import Markup, escape

Html = Markup

_TAGS = {
    "p", "br", "em", "strong", "del", "code", "pre", "blockquote", "ul", "ol", "li", "a", "hr",
    "table", "thead", "tbody", "tr", "th", "td", "h3", "h4", "h5", "h6", "sub", "sup",
}  # fmt: skip
_ATTRIBUTES = {"a": {"href", "title"}, "th": {"align"}, "td": {"align"}, "ol": {"start"}}
_SPECIAL = re.compile("[&<>\"']").search
_HEADING = re.compile(r"(</?h)([1-6])(?=[ >])")

_SCHEMES = ("http://", "https://", "mailto:")
_MOST_HTML = 300_000
"""Characters of HTML that a text may become: the longest text, all marks of quotes, stays below. Rows of a table
are filled up to the width of its head, so that 5,000 characters could become 5 MB; such a text is shown as it is."""


def _attribute(tag: str, name: str, value: str) -> str | None:
    """Links lead out of the site only: a relative one would break with every move, and one of them stop a build."""
    return value if name != "href" or value.lower().startswith(_SCHEMES) else None


_SANITISER = nh3.Cleaner(
    tags=_TAGS,
    attributes=_ATTRIBUTES,
    attribute_filter=_attribute,
    url_schemes={"http", "https", "mailto"},
    link_rel="nofollow noopener noreferrer",
    strip_comments=True,
    clean_content_tags={"script", "style"},
)


def _html(text: str) -> Html:
    """What is HTML already. Markup's own constructor looks at its argument first, at four times the cost."""
    return str.__new__(Markup, text)


class Template:
    """A piece of HTML with places, `{}` or `{name}`, taken apart once. Values are escaped unless they are HTML.

    The same as `Markup.format`, twenty times as fast: a page is made of a hundred such pieces.
    """

    __slots__ = ("_pieces", "_places")

    def __init__(self, source: str) -> None:
        pieces: list[str] = []
        places: list[tuple[int, int | str]] = []
        count = 0
        for literal, place, _, _ in Formatter().parse(source):
            pieces.append(literal)
            if place is not None:
                key: int | str = int(place) if place.isdigit() else place or count
                count += place == ""
                places.append((len(pieces), key))
                pieces.append("")
        self._pieces, self._places = pieces, tuple(places)

    def format(self, *values: object, **named: object) -> Html:
        """The HTML with its places filled. Raises LookupError for a place without a value."""
        parts = self._pieces.copy()
        for at, place in self._places:
            value = values[place] if isinstance(place, int) else named[place]
            if type(value) is not Markup and (type(value) is not str or _SPECIAL(value)):
                value = escaped(value)
            parts[at] = value
        return _html("".join(parts))


def escaped(value: object) -> Html:
    """`escape`, without the cost of it for the many values that hold nothing to escape."""
    if isinstance(value, Markup):
        return value
    text = str(value)
    return escape(text) if _SPECIAL(text) else str.__new__(Markup, text)


def joined(parts: Iterable[object], separator: str = "") -> Html:
    """Pieces one after another, escaped unless they are HTML. `separator` must be HTML."""
    return _html(separator.join([part if type(part) is Markup else escaped(part) for part in parts]))


@cache
def _template(source: str) -> Template:
    return Template(source)


def fill(source: str, *values: object, **named: object) -> Html:
    """A template that is used in one place, filled. `source` must be a literal of the code, never data."""
    return _template(source).format(*values, **named)


@lru_cache(maxsize=4096)
def prose(text: str) -> Html:
    """CommonMark with tables as HTML; its headings begin below a page's own (`#` becomes h3)."""
    html = cmarkgfm.markdown_to_html_with_extensions(
        text, options=Options.CMARK_OPT_VALIDATE_UTF8, extensions=["table", "strikethrough"]
    )
    if len(html) > _MOST_HTML:
        return Markup("<p>{}</p>").format(text)
    html = _HEADING.sub(lambda m: f"{m[1]}{min(6, int(m[2]) + 2)}", html)
    return Markup(_SANITISER.clean(html))  # noqa: S704 - this is the sanitiser


def json_script(data: Any) -> str:
    """JSON that may stand inside a script element."""
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


__all__ = ["Html", "Template", "escape", "escaped", "fill", "joined", "json_script", "prose"]
