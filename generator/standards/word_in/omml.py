"""Word's formulas (OMML) as TeX.

The same formula gives the same TeX whichever way it was typed, as far as Word keeps it. What has no TeX here is
named in `lost`; its text stays.
"""

from collections.abc import Iterable

from lxml import etree

from generator.standards.word_in.names import Element, M, W, local
from generator.standards.word_in.omml_signs import ACCENTS, FENCES, FUNCTIONS, GREEK, NARY, SCRIPTS, SIGNS, STYLES

_NOTHING = frozenset(("bookmarkStart", "bookmarkEnd", "proofErr", "rPr", "del", "moveFrom"))
_INSIDE = frozenset(
    ("e", "oMath", "oMathPara", "box", "ins", "moveTo", "num", "den", "sub", "sup", "deg", "lim", "fName", "smartTag",
     "sdt", "sdtContent")
)  # fmt: skip
_LINE_END = r" \\ "


class Omml:
    """Converts formulas; `lost` collects the names of what it could not."""

    def __init__(self) -> None:
        self.lost: set[str] = set()

    def tex(self, formula: Element) -> str:
        """The TeX of an `m:oMath` or of what is in it."""
        return _tidy(self._all(formula))

    def _all(self, parent: Element | None) -> str:
        return "" if parent is None else _joined(self._one(child) for child in parent.iterchildren(etree.Element))

    def _part(self, parent: Element, name: str) -> str:
        return _tidy(self._all(parent.find(M + name)))

    def _one(self, element: Element) -> str:
        name = local(element)
        if name.endswith("Pr") or name in _NOTHING:
            return ""
        convert = getattr(self, f"_{name}", None)
        if convert is not None:
            made: str = convert(element)
            return made
        if name in _INSIDE:
            return self._all(element)
        self.lost.add(name)
        return self._all(element) or "".join(str(text) for text in element.itertext())

    def _r(self, run: Element) -> str:
        text = "".join(one.text or "" for one in run if one.tag in (M + "t", W + "t"))
        look = run.find(M + "rPr")
        style, script, plain = (_of(look, name) for name in ("sty", "scr", "nor"))
        if look is not None and look.find(M + "nor") is not None and plain not in ("0", "off", "false"):
            return rf"\text{{{_text(text)}}}" if text.strip() else (r"\ " if text else "")
        made = _signs(text)
        wrap = SCRIPTS.get(script) or STYLES.get(style, "")
        if wrap == "mathrm" and not any(c.isalpha() for c in text):
            wrap = ""
        if wrap == "mathrm" and text.strip() in FUNCTIONS:
            return "\\" + text.strip()
        if not wrap and any("\u2e80" <= c <= "\uffef" for c in text):
            return rf"\text{{{_text(text)}}}"
        return rf"\{wrap}{{{made.strip()}}}" if wrap and made.strip() else made

    def _f(self, one: Element) -> str:
        number, below = self._part(one, "num"), self._part(one, "den")
        kind = _of(one.find(M + "fPr"), "type")
        if kind == "noBar":
            return rf"\genfrac{{}}{{}}{{0pt}}{{}}{{{number}}}{{{below}}}"
        return f"{{{number}}}/{{{below}}}" if kind in ("lin", "skw") else rf"\frac{{{number}}}{{{below}}}"

    def _sSub(self, one: Element) -> str:
        return f"{self._base(one)}_{{{self._part(one, 'sub')}}}"

    def _sSup(self, one: Element) -> str:
        return f"{self._base(one)}^{{{self._part(one, 'sup')}}}"

    def _sSubSup(self, one: Element) -> str:
        return f"{self._base(one)}_{{{self._part(one, 'sub')}}}^{{{self._part(one, 'sup')}}}"

    def _sPre(self, one: Element) -> str:
        return f"{{}}_{{{self._part(one, 'sub')}}}^{{{self._part(one, 'sup')}}}{self._base(one)}"

    def _base(self, one: Element) -> str:
        text = self._part(one, "e")
        return text if len(text) == 1 or _is_command(text) else f"{{{text}}}"

    def _rad(self, one: Element) -> str:
        degree = self._part(one, "deg")
        return rf"\sqrt{f'[{degree}]' if degree else ''}{{{self._part(one, 'e')}}}"

    def _nary(self, one: Element) -> str:
        look = one.find(M + "naryPr")
        sign = _of(look, "chr") or "∫"
        made = NARY.get(sign, sign)
        below, above = self._part(one, "sub"), self._part(one, "sup")
        made += (f"_{{{below}}}" if below else "") + (f"^{{{above}}}" if above else "")
        return _joined((made, self._part(one, "e")))

    def _d(self, one: Element) -> str:
        look = one.find(M + "dPr")
        opening, closing = (_of(look, name, default) for name, default in (("begChr", "("), ("endChr", ")")))
        between = _of(look, "sepChr", "|")
        inside = f" {_fence(between)} ".join(_tidy(self._all(part)) for part in one.findall(M + "e"))
        flat = len(one.findall(M + "e")) == 1 and not any(local(c) in ("f", "nary", "m", "eqArr") for c in one.iter())
        if flat and opening and closing:
            return f"{_fence(opening)}{inside}{_fence(closing)}"
        return rf"\left{_fence(opening)} {inside} \right{_fence(closing)}"

    def _func(self, one: Element) -> str:
        return _joined((self._part(one, "fName"), self._part(one, "e")))

    def _limLow(self, one: Element) -> str:
        base, below = self._part(one, "e"), self._part(one, "lim")
        return (
            f"{base}_{{{below}}}" if base[:1] == "\\" and base[1:] in FUNCTIONS else rf"\underset{{{below}}}{{{base}}}"
        )

    def _limUpp(self, one: Element) -> str:
        return rf"\overset{{{self._part(one, 'lim')}}}{{{self._part(one, 'e')}}}"

    def _acc(self, one: Element) -> str:
        sign = _of(one.find(M + "accPr"), "chr", "\u0302")
        if sign not in ACCENTS:
            self.lost.add(f"acc {sign}")
        return rf"\{ACCENTS.get(sign, 'hat')}{{{self._part(one, 'e')}}}"

    def _bar(self, one: Element) -> str:
        place = _of(one.find(M + "barPr"), "pos")
        return rf"\{'overline' if place == 'top' else 'underline'}{{{self._part(one, 'e')}}}"

    def _groupChr(self, one: Element) -> str:
        look = one.find(M + "groupChrPr")
        above = _of(look, "pos") == "top"
        return rf"\{'overbrace' if above else 'underbrace'}{{{self._part(one, 'e')}}}"

    def _m(self, one: Element) -> str:
        rows = (" & ".join(_tidy(self._all(cell)) for cell in row.findall(M + "e")) for row in one.findall(M + "mr"))
        return rf"\begin{{matrix}} {_LINE_END.join(rows)} \end{{matrix}}"

    def _eqArr(self, one: Element) -> str:
        lines = (_tidy(self._all(line)).replace(r"\&", "&") for line in one.findall(M + "e"))
        return rf"\begin{{aligned}} {_LINE_END.join(lines)} \end{{aligned}}"

    def _borderBox(self, one: Element) -> str:
        return rf"\boxed{{{self._part(one, 'e')}}}"

    def _phant(self, one: Element) -> str:
        return rf"\phantom{{{self._part(one, 'e')}}}"


def _of(look: Element | None, name: str, default: str = "") -> str:
    """A property's value. One that is there without a value is empty, which Word means so for fences."""
    one = None if look is None else look.find(M + name)
    return default if one is None else one.get(M + "val") or ""


def _fence(sign: str) -> str:
    return FENCES.get(sign, sign)


def _signs(text: str) -> str:
    return _joined(_sign(character) for character in text)


def _sign(character: str) -> str:
    if character in SIGNS:
        return SIGNS[character]
    place = ord(character)
    if 0x3B1 <= place <= 0x3C9:
        return "o" if character == "ο" else "\\" + GREEK[place - 0x3B1]
    if 0x391 <= place <= 0x3A9 and character in "ΓΔΘΛΞΠΣΥΦΨΩ":
        return "\\" + GREEK[place - 0x391].capitalize()
    return {"ϵ": r"\epsilon", "ε": r"\varepsilon", "ϕ": r"\phi", "ϑ": r"\vartheta"}.get(character, character)


def _text(text: str) -> str:
    return "".join({"\\": r"\textbackslash "}.get(c, "\\" + c if c in "%#&$_{}" else c) for c in text)


def _joined(parts: Iterable[str]) -> str:
    """The parts in a row; a blank where a command would run into a letter."""
    made = ""
    for part in parts:
        if part and made and part[0].isascii() and part[0].isalpha() and _ends_with_command(made):
            made += " "
        made += part
    return made


def _ends_with_command(text: str) -> bool:
    tail = text.rpartition("\\")
    return bool(tail[1]) and tail[2].isascii() and tail[2].isalpha()


def _is_command(text: str) -> bool:
    """Whether it is one command, with or without one argument in braces: `\\alpha`, `\\mathrm{s}`."""
    if not text.startswith("\\"):
        return False
    name, brace, rest = text[1:].partition("{")
    return name.isalpha() and (not brace or (rest.endswith("}") and "{" not in rest and "}" not in rest[:-1]))


def _tidy(text: str) -> str:
    return " ".join(text.split())
