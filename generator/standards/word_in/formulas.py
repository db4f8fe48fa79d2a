"""The TeX that Word's form of each formula of a draft gives, so that a formula that came back unchanged is known."""

import re

from generator.drafts import pandoc
from generator.drafts.model import Draft
from generator.standards.word.formulas import omml
from generator.standards.word_in.omml import Omml

_LOOSE = re.compile(r"\\(?:mathrm|mathit|text)(?![A-Za-z])|[{}\s]")


def round_trips(draft: Draft, runner: pandoc.Runner = pandoc.run) -> dict[str, str]:
    """The draft's own TeX, by the TeX that reading it out of a Word file gives, and by its `loose` form."""
    read = Omml()
    found: dict[str, str] = {}
    for (tex, _), element in omml(draft, runner).items():
        made = read.tex(element)
        found.setdefault(made, tex)
        found.setdefault(loose(made), tex)
    return found


def loose(tex: str) -> str:
    """A formula without what programs other than Word change when they save it: upright letters, blanks, braces."""
    return _LOOSE.sub("", tex)
