"""Counts the 字 of a text as programme.yaml states it.

Each Chinese character and each punctuation mark counts 1, a run of Latin letters or digits counts 1, white space 0.
A decimal point or a thousands comma inside a number belongs to the number; the marks that CommonMark uses for
headings, lists and emphasis are not part of the text that a reader sees, so they count 0.
"""

import re
from unicodedata import category

_MARKS = re.compile(r"^[ \t]*(?:#{1,6}|[-*+]|>|[0-9]{1,3}[.)])[ \t]+|\*{1,3}|`+", re.MULTILINE)
_RUNS = re.compile(r"(?:[0-9]+(?:[.,][0-9]+)+|[0-9A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f])+")
"""Runs that touch, such as the number and the unit of 3.5GHz, are one run."""

_UNSEEN = ("Z", "C", "Mn")
"""The general categories of what takes no place of its own: blanks, controls, combining marks."""


def characters(text: str) -> int:
    """The number of 字 in a text of CommonMark."""
    rest, runs = _RUNS.subn(" ", _MARKS.sub("", text))
    return runs + sum(not category(character).startswith(_UNSEEN) for character in rest)
