"""The words of inlines and blocks as plain text, and the fingerprint of a provision."""

import re
from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256
from unicodedata import normalize

from generator.drafts.model import (
    Block,
    Break,
    Change,
    Changed,
    Code,
    Definitions,
    Example,
    Figure,
    Footnote,
    Formula,
    Inline,
    Link,
    ListBlock,
    Listing,
    Math,
    Note,
    Paragraph,
    Provision,
    Quote,
    Reference,
    Styled,
    Table,
    Term,
    Words,
)
from generator.drafts.verbs import verbs

_WIDTH = {0x3000: 0x20} | {c: c - 0xFEE0 for c in range(0xFF01, 0xFF5F)}
_SPACE = re.compile(r"\s+")
_SUBSTANCE = re.compile(
    r"\[[a-z0-9-]+\]|[0-9]+(?:\.[0-9]+)?|[A-Za-zμΩ℃%‰]+|[≤≥<>±^_]|[应宜须必可能不未无非禁勿免]"
    r"|[大小高低多少超][于过]|至少|至多|以[上下内外前后]|或|且|全部|任[何一意]|每|仅|各"
)
"""What carries a provision's obligation and its bounds: `_MODAL` where it is a verb, none in `_NOT_NEGATED`."""
_MODAL = frozenset("应宜可能")
_NOT_NEGATED = re.compile("无线")
_WIDE = str.maketrans(",;:?!()", "，；：？！（）")
"""The marks that the detector of verbs looks for, of which an exact text has the narrow form."""
_VERSION = "2-"
"""Begins a substance that was found in the present way. One without it is of the first, which took 应, 宜, 可 and 能
for verbs in any word (响应, 性能)."""
_LOOSE = re.compile(r"(?<![!-~]) | (?![!-~])")


def inline_text(inlines: Iterable[Inline]) -> str:
    """Plain text for titles, search and lists: references by their label, no footnotes."""
    return "".join(_inline(i, exact=False) for i in inlines).strip()


def block_text(blocks: Iterable[Block]) -> str:
    """Plain text of blocks as one line, without notes and examples."""
    return _SPACE.sub(" ", " ".join(_blocks(blocks, exact=False))).strip()


def exact_text(blocks: Iterable[Block]) -> str:
    """What the fingerprint is taken of.

    References stand by their target, so renumbering changes nothing; superscripts are marked, so 10⁵
    is not 105; spaces next to Chinese and the width of signs do not count.
    """
    return normal(" ".join(_blocks(blocks, exact=True)))


def normal(text: str) -> str:
    """One spelling of a text: composed, half-width signs, single spaces between ASCII words only."""
    text = _SPACE.sub(" ", normalize("NFC", text).translate(_WIDTH))
    return _LOOSE.sub("", text).strip()


def fingerprint(provision: Provision) -> str:
    """SHA-256, in hexadecimal, of a provision's kind and exact text."""
    return sha256(f"{provision.kind}\n{exact_text(provision.blocks)}".encode()).hexdigest()


def substance(provision: Provision) -> str:
    """A short hash of what an editorial change leaves alone: kind, verbs, negations, bounds, figures, units, references.

    It makes a claim that a change was editorial plausible; it does not prove it.
    """
    text = exact_text(provision.blocks)
    spoken = {at for verb in verbs(text.translate(_WIDE)) for at in range(verb.start, verb.start + len(verb.word))}
    other = {match.start() for match in _NOT_NEGATED.finditer(text)}
    parts = (
        match.group()
        for match in _SUBSTANCE.finditer(text)
        if (match.start() in spoken if match.group() in _MODAL else match.start() not in other)
    )
    return _VERSION + _short(provision, parts)


def has_substance(provision: Provision, known: str) -> bool:
    """Whether a substance that was once written down is still the provision's, found again in the way it was then."""
    if known.startswith(_VERSION):
        return known == provision.substance
    return known == _short(provision, _SUBSTANCE.findall(exact_text(provision.blocks)))


def _short(provision: Provision, parts: Iterable[str]) -> str:
    return sha256("\n".join((provision.kind, *parts)).encode()).hexdigest()[:16]


def with_hashes(provision: Provision) -> Provision:
    """The provision with the fingerprint and the substance of its text."""
    return replace(provision, fingerprint=fingerprint(provision), substance=substance(provision))


def _blocks(blocks: Iterable[Block], exact: bool) -> Iterable[str]:
    for block in blocks:
        match block:
            case Paragraph(inlines=inlines):
                yield _inlines(inlines, exact)
            case ListBlock(items=items):
                for item in items:
                    yield from _blocks(item, exact)
            case Definitions(items=definitions):
                for definition in definitions:
                    yield _inlines(definition.name, exact)
                    yield from _blocks(definition.blocks, exact)
            case Table():
                yield _inlines(block.caption, exact)
                yield from (_inlines(cell.inlines, exact) for row in (*block.head, *block.body) for cell in row)
            case Figure():
                yield _inlines(block.caption, exact)
                yield block.file if exact else ""
            case Formula(math=math):
                yield math.tex
            case Term():
                yield _inlines(block.name, exact)
                yield block.en
                yield from _blocks(block.blocks, exact)
            case Quote() | Provision() | Changed():
                yield from _blocks(block.blocks, exact)
            case Listing(text=text):
                yield text
            case Note() | Example():
                pass


def _inlines(inlines: Iterable[Inline], exact: bool) -> str:
    return "".join(_inline(i, exact) for i in inlines)


def _inline(inline: Inline, exact: bool) -> str:
    match inline:
        case Words(text=text) | Code(text=text):
            return text
        case Styled(style=style, inlines=inlines):
            text = _inlines(inlines, exact)
            mark = {"superscript": "^", "subscript": "_"}.get(style, "") if exact else ""
            return f"{mark}({text})" if mark else text
        case Math(tex=tex):
            return tex
        case Link(inlines=inlines) | Change(inlines=inlines):
            return _inlines(inlines, exact)
        case Reference(target=target, label=label, inlines=inlines):
            return f"[{target}]{_inlines(inlines, exact)}" if exact else _inlines(inlines, exact) or label
        case Break():
            return " "
        case Footnote():
            return ""
