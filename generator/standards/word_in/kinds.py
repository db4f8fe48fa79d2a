"""The kind of a provision, guessed from its verbs (GB/T 1.1—2020, annex C): 应, 宜, 可, else none or a statement."""

from typing import Literal

from generator.drafts.verbs import verbs

Kind = Literal["requirement", "recommendation", "permission", "statement"]
_ORDER: tuple[Literal["requirement", "recommendation", "permission"], ...] = (
    "requirement",
    "recommendation",
    "permission",
)


def kind_of(text: str) -> Kind | Literal[""]:
    """The gravest verb's kind; "statement" for 能 and 可能, "" for a text without such a verb."""
    forces = {verb.force for verb in verbs(text)}
    return next((kind for kind in _ORDER if kind in forces), "statement" if forces else "")
