"""Documents that a draft names by their number, and the lists of them in its chapters."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.drafts.model import Clause, Paragraph, walk
from generator.rules.drafting.view import Passage, View, said

_SECTORS = (
    "AQ|CJ|CJJ|DL|FZ|GA|GB|GBZ|GJB|GM|GY|HG|HJ|JB|JG|JGJ|JJF|JJG|JR|JT|LY|MH|MT|NB|NY|QB|QC|SH|SJ|SN|TB|WS|YB|YD|YS|YY"
)
_NUMBER = re.compile(
    rf"""(?<![A-Za-z0-9/])(?:
    (?P<chinese>(?:(?:{_SECTORS})|DB[0-9]{{2,4}})(?:/[TZ])?|[A-Z]{{2}}/[TZ]|T/[A-Z][A-Z0-9]{{1,14}})
        \s?(?P<serial>[0-9]+(?:\.[0-9]+)*)(?:\s?(?P<dash>[-\u2010-\u2015\uff0d~])\s?(?P<year>(?:19|20)[0-9]{{2}})(?![0-9]))?
  | (?P<foreign>ISO(?:/IEC)?(?:/(?:TR|TS|PAS))?|IEC(?:/(?:TR|TS|PAS))?|3GPP\s(?:TS|TR)|ITU-[TRD]|IEEE(?:\s[Ss]td)?|(?:IETF\s)?RFC|ETSI\s(?:TS|EN|ES|TR|GS))
        \s?(?P<number>[A-Z]?\.?[0-9]+(?:[.\-][0-9]+)*[A-Za-z]{{0,2}}(?![A-Za-z]))(?::(?P<edition>(?:19|20)[0-9]{{2}}))?
    )""",
    re.X,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Named:
    """A document as it is named in a text: `key` without its year, `year` or "" where none is given."""

    key: str
    year: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A document in a list: `title` is what follows the number."""

    key: str
    year: str
    title: str
    text: str
    line: int


def named(text: str) -> Iterator[Named]:
    """The documents that a text names, in its order."""
    for match in _NUMBER.finditer(text):
        kind = match["chinese"] or match["foreign"]
        key = f"{' '.join(kind.split())} {match['serial'] or match['number']}"
        yield Named(key, match["year"] or match["edition"] or "", match.start(), match.end(), match.group())


def hyphened(text: str) -> Iterator[str]:
    """Numbers of Chinese documents whose year follows another sign than the dash —."""
    for match in _NUMBER.finditer(text):
        if match["dash"] and match["dash"] != "—":
            yield match.group()


def listed(draft: View, kind: str = "references") -> tuple[Listed, ...]:
    """The documents of the normative references, or of the bibliography."""
    return tuple(one for clause in draft.of_kind(kind) for one in _of_clause(clause))


def _of_clause(clause: Clause) -> Iterator[Listed]:
    for block in walk(clause.blocks):
        if isinstance(block, Paragraph):
            text = said(block.inlines).strip()
            first = next(named(text), None)
            if first is not None and first.start == 0:
                title = re.sub(r"^[\s（(]*所有部分[）)]", "", text[first.end :]).strip(" \u3000，,")
                yield Listed(first.key, first.year, title, text, block.line or clause.line)


def base(key: str) -> str:
    """A number without its part: GB/T 1.1 and GB/T 1.2 are parts of GB/T 1."""
    return re.sub(r"(?<=[0-9])\.[0-9]+$", "", key) if not key.startswith("3GPP") else key


_CUE = re.compile(r"(?:符合|按照?|依据|根据|遵守|执行|满足|采用|依照)[^，。；]{0,12}$")
_SEE = re.compile(r"(?:参?见|参考|参照|取自|引自|来源)[^，。；]{0,12}$")
_AFTER = re.compile(r"[^，。；]{0,24}?(?:的规定|的要求|规定的|界定的|给出的方法|描述的方法)")


def unlisted(draft: View) -> Iterator[tuple[Passage, Named]]:
    """The documents that are cited normatively and that the normative references do not list, each once."""
    seen = {key for one in listed(draft) for key in (one.key, base(one.key))}
    for passage in draft.passages:
        if not passage.normative or passage.clause.kind == "scope":
            continue
        for one in named(passage.text):
            before, after = passage.text[: one.start], passage.text[one.end :]
            cited = (_CUE.search(before) or _AFTER.match(after)) and not _SEE.search(before)
            if cited and one.key not in seen and base(one.key) not in seen:
                seen.add(one.key)
                yield passage, one
