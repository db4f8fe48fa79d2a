"""The claims of conformance in an entry, and what they may name."""

from collections.abc import Iterable, Iterator
from typing import Any

from generator.drafts.lock import Lock
from generator.model.standard import Standard
from generator.project import DRAFT, Entry, Project
from generator.texts import Text


def claims_of(entry: Entry) -> Iterator[tuple[int, dict[str, Any]]]:
    """The claims as plain data, each with its index."""
    yield from enumerate(entry.data.get("conforms_to") or ())


def hint_for(provision: str, known: Iterable[str], lock: Lock | None, what: Text) -> Text:
    """What to do about a provision that is not in the draft; `what` names the thing that rests on it.

    One that was there is gone: another one's id, however like it, would make a false claim. So only an id that
    differs in one sign behind the same prefix is suggested, and only where there is no second such id.
    """
    if lock and (provision in lock.removed or provision in lock.provisions):
        return Text(
            f"该条款已从草案中删除，请删去{what.zh}。",
            f"That provision was removed from the draft: take {what.en} out.",
        )
    near = [name for name in known if _prefix(name) == _prefix(provision) and _one_edit(provision, name)]
    if len(near) == 1:
        return Text(f"是否想写“{near[0]}”？请改正条款编号。", f"Did you mean '{near[0]}'? Correct the provision's id.")
    return Text(f"请改正条款编号，或删去{what.zh}。", f"Correct the provision's id, or take {what.en} out.")


def _prefix(provision: str) -> str:
    return provision.rpartition("-")[0]


def _one_edit(one: str, other: str) -> bool:
    """Whether one sign more, less or other, or two neighbours exchanged, make `other` of `one`."""
    start = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    a, b = one[start:], other[start:]
    swapped = len(a) > 1 and len(b) > 1 and (a[0], a[1], a[2:]) == (b[1], b[0], b[2:])
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or swapped


def editions_of(slug: str, project: Project) -> tuple[str, ...] | None:
    """The editions of a standard: its draft, and the year of each of its numbers. None where it cannot be read."""
    standard = project.find("standards", slug, Standard)
    if standard is None:
        return None
    years = sorted({number.number[-4:] for number in standard.numbers})
    return (*((DRAFT,) if slug in project.drafts else ()), *years)
