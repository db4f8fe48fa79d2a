"""Frame + page = the bytes of a page. The frame is cut once; what is stamped in is never read again.

So an entry may hold any text, even one that looks like a place of the frame. Everything but the body
and `Page.head`, which are HTML already, is escaped here.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import escape

from generator.site.page import Heading, Page, depth_of, folder_of
from generator.texts import LANGS, Lang, Text

PLACES = ("TITLE", "DESC", "HEAD", "ADDRESS", "TOC", "EDIT", "BODY")
"""What a frame may leave blank, written `@@TITLE@@` in the templates."""

_PLACE = re.compile(r"@@([A-Z_]+)@@")
_BLANKS = re.compile(r"\n\s+")
_EDIT = Text("编辑此页", "Edit this page")
_EDIT_TITLE = Text(
    "在代码库中修改这一页的数据，提交后由归口单位审核",
    "Change this page's data in the repository; its owner reviews it",
)


class FrameError(Exception):
    """A frame could not be made, or a page does not fit the frame that it names."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A blank page, cut at its places: literal, place, literal, ..., literal.

    `depth`: the depth of the addresses that it was made for, on which its relative links rest.
    `site_url`: the address of the site with a slash at its end; "" gives no canonical addresses.
    `edit_root`: the address that a file's path is appended to for editing it; "" gives no edit links.
    """

    name: str
    lang: Lang
    depth: int
    literals: tuple[bytes, ...]
    places: tuple[str, ...]
    site_url: str = ""
    edit_root: str = ""


def cut(html: str, *, name: str, lang: Lang, depth: int, site_url: str = "", edit_root: str = "") -> Frame:
    """The frame in `html`. FrameError if a place is unknown, or if there is none for a body or a title."""
    pieces = _PLACE.split(_BLANKS.sub("\n", html))
    literals, places = pieces[0::2], pieces[1::2]
    if unknown := sorted(set(places) - set(PLACES)):
        raise FrameError(f"frame {name} ({lang}): unknown place {', '.join(unknown)}")
    if missing := sorted({"TITLE", "HEAD", "BODY"} - set(places)):
        raise FrameError(f"frame {name} ({lang}): no place for {', '.join(missing)}")
    encoded = tuple(literal.encode() for literal in literals)
    return Frame(name, lang, depth, encoded, tuple(places), site_url, edit_root)


def stamp(frame: Frame, page: Page) -> bytes:
    """The page's file. FrameError if its language or depth is not the frame's: all links would be wrong."""
    if page.lang != frame.lang or depth_of(page.address) != frame.depth:
        raise FrameError(
            f"the page '{page.address}' ({page.lang}) does not fit the frame '{frame.name}' "
            f"({frame.lang}, {frame.depth} folders deep)"
        )
    values = {
        "TITLE": escape(page.title),
        "DESC": escape(page.description),
        "HEAD": _head(frame, page),
        "ADDRESS": escape(page.address),
        "TOC": contents(page.toc),
        "EDIT": _edit(frame, page),
        "BODY": page.body,
    }
    parts = [frame.literals[0]]
    for place, literal in zip(frame.places, frame.literals[1:], strict=True):
        parts += (values[place].encode(), literal)
    return b"".join(parts)


def contents(headings: Sequence[Heading]) -> str:
    """The list items of the table of contents, in the theme's markup; level 3 nests below level 2."""
    lines: list[str] = []
    nested = False
    for heading in headings:
        if heading.level >= 3 and lines:
            if not nested:
                lines[-1] = lines[-1].removesuffix("</li>") + '<nav class="md-nav"><ul class="md-nav__list">'
            nested = True
        elif nested:
            lines.append("</ul></nav></li>")
            nested = False
        lines.append(
            f'<li class="md-nav__item"><a href="#{escape(heading.id)}" class="md-nav__link">'
            f'<span class="md-ellipsis">{escape(heading.text)}</span></a></li>'
        )
    return "".join(lines) + ("</ul></nav></li>" if nested else "")


def alternates(site_url: str, address: str) -> str:
    """hreflang links of a page that exists in all languages.

    The blank inside `rel` keeps the theme's script from asking for a sitemap beside each address; to
    a parser of tokens it means the same.
    """
    links: list[tuple[str, str]] = [(lang, f"{site_url}{folder_of(lang)}{address}") for lang in LANGS]
    links.append(("x-default", f"{site_url}{address}"))
    return "".join(f'<link rel="alternate " hreflang="{lang}" href="{escape(url)}">' for lang, url in links)


def _head(frame: Frame, page: Page) -> str:
    found = ""
    if page.noindex:
        found += '<meta name="robots" content="noindex">'
    if frame.site_url:
        own = f"{frame.site_url}{folder_of(page.lang)}{page.address}"
        found += f'<link rel="canonical" href="{escape(own)}">'
        if not page.noindex:
            found += alternates(frame.site_url, page.address)
    return found + str(page.head)  # adding to Markup itself would escape what is found


def _edit(frame: Frame, page: Page) -> str:
    if not (frame.edit_root and page.edit_path):
        return ""
    return (
        f'<a class="edit-link" rel="edit" href="{escape(frame.edit_root + page.edit_path)}" '
        f'title="{_EDIT_TITLE.of(page.lang)}">{_EDIT.of(page.lang)}</a>'
    )
