"""The TeX that Word's form of each formula of a draft gives, so that a formula that came back unchanged is known."""

from generator.drafts import pandoc
from generator.drafts.model import Draft
from generator.standards.word.formulas import omml
from generator.standards.wordin.omml import Omml


def round_trips(draft: Draft, runner: pandoc.Runner = pandoc.run) -> dict[str, str]:
    """The draft's own TeX, by the TeX that reading it out of a Word file gives."""
    read = Omml()
    found: dict[str, str] = {}
    for (tex, _), element in omml(draft, runner).items():
        found.setdefault(read.tex(element), tex)
    return found
