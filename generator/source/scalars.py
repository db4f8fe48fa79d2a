"""What a scalar without quotes means: the core schema of YAML 1.2, decided from the source text.

Dates, `yes`, `NO`, `on` and `1:30` are text. Where YAML's own tools read the same characters
differently, nothing is chosen: the answer is an `Unclear` that says why, and the remedy is a pair of
quotes. Numbers with a fraction or an exponent are decimals; a binary float never appears.

Source: YAML 1.2.2, 10.3.2 (tag resolution of the core schema).
"""

import math
import re
from dataclasses import dataclass
from decimal import Decimal

from generator.texts import Text

Scalar = str | int | Decimal | bool | None

MOST_DIGITS = 20
STRANGE_SPACES = frozenset("\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B))))
STARTS = frozenset(["", *"0123456789+-.~nNtTfF<", *STRANGE_SPACES])
"""First characters of every text that `resolve` may not return as it is."""

_WORDS: dict[str, bool | None] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_INTEGER = re.compile(r"[-+]?[0-9]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_BASED = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_LEADING_ZERO = re.compile(r"[-+]?0[0-9]")
_SPECIAL = re.compile(r"[-+]?\.(?:inf|Inf|INF|nan|NaN|NAN)")
_DOT_FIRST_EXPONENT = re.compile(r"[-+]?\.[0-9]+[eE]")
_SIGNED_BASE = re.compile(r"[-+]?0(?:[bB][01_]+|[oO][0-7_]+|[xX][0-9a-fA-F_]+)")
_UNDERSCORED = re.compile(r"[-+]?[0-9_]*\.?[0-9_]*(?:[eE][-+]?[0-9_]+)?")


@dataclass(frozen=True, slots=True)
class Unclear:
    """No meaning was chosen, because of `why`."""

    why: Text


_ZEROS = Unclear(Text("以 0 开头的数字会丢失前面的 0", "leading zeros of a number get lost"))
_DISAGREE = Unclear(Text("有的工具把它读作数字，有的读作文字", "some tools read it as a number, others as text"))
_INFINITE = Unclear(Text("它不是有限的数", "it is not a finite number"))
_LONG = Unclear(Text(f"超过 {MOST_DIGITS} 位数字会被四舍五入", f"more than {MOST_DIGITS} digits get rounded"))
_RANGE = Unclear(Text("数值过大或过小，工具会改变它", "it is so large or small that tools change it"))
_MERGE = Unclear(Text("有的工具把它读作合并标记", "some tools read it as the sign of a merge"))


def resolve(text: str) -> Scalar | Unclear:
    """The value of a plain scalar. A text that begins with none of `STARTS` is itself: do not ask.

    >>> resolve("12"), resolve("1.50"), resolve("NO"), resolve("2026-05-08")
    (12, Decimal('1.50'), 'NO', '2026-05-08')
    """
    if text in _WORDS:
        return _WORDS[text]
    if text == "<<":
        return _MERGE
    if text[0] not in "0123456789+-.":
        return text
    return _number(text)


def _number(text: str) -> Scalar | Unclear:
    based = _BASED.fullmatch(text)
    if based is None and _FLOAT.fullmatch(text) is None:
        if _SPECIAL.fullmatch(text):
            return _INFINITE
        elsewhere = _SIGNED_BASE.fullmatch(text) or ("_" in text and _UNDERSCORED.fullmatch(text))
        return _DISAGREE if elsewhere else text
    if based is None and _LEADING_ZERO.match(text):
        return _ZEROS
    if sum(map(str.isalnum, text)) > MOST_DIGITS:
        return _LONG
    if based is not None:
        return int(text, 0)
    if _INTEGER.fullmatch(text):
        return int(text)
    if _DOT_FIRST_EXPONENT.match(text):
        return _DISAGREE
    return _decimal(text)


def _decimal(text: str) -> Decimal | Unclear:
    rough = float(text)
    if math.isinf(rough) or (rough == 0.0 and text.lower().partition("e")[0].strip("+-.0")):
        return _RANGE
    number = Decimal(text)
    return number if number else Decimal(0)
