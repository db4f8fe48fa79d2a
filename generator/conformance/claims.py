"""Claims on the provisions of a standard, and what each comes to on a day.

A claim is made on one edition. It is looked at against another one too: a provision that says the same there (the
same fingerprint, or a wording that only an editorial change lies between) carries the claim over; where it says
something else the claim is suspect; where it is gone, or the standard was abolished, the claim has expired.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from generator.drafts.lock import Lock
from generator.drafts.model import Draft, Provision
from generator.model.parts import Claim
from generator.model.relations import CONFORMS_TO
from generator.project import DRAFT, Entry, Project
from generator.texts import Text

ABOLISHED = "abolished"
CLAIMANTS = ("products", "solutions", "architectures")
"""The kinds whose entries claim conformance."""


class State(StrEnum):
    """What a provision is for a claimant."""

    COVERED = "covered"
    PARTIAL = "partial"
    NOT_APPLICABLE = "not-applicable"
    SUSPECT = "suspect"
    EXPIRED = "expired"
    UNCOVERED = "uncovered"


NAMES: dict[State, Text] = {
    State.COVERED: Text("符合", "covered"),
    State.PARTIAL: Text("部分符合", "partial"),
    State.NOT_APPLICABLE: Text("不适用", "not applicable"),
    State.SUSPECT: Text("存疑", "suspect"),
    State.EXPIRED: Text("失效", "expired"),
    State.UNCOVERED: Text("未声明", "uncovered"),
}
_OF_RESULT = {"met": State.COVERED, "partly": State.PARTIAL, "not-applicable": State.NOT_APPLICABLE}


@dataclass(frozen=True, slots=True)
class Wording:
    """A text that claims are looked at against: an edition of a standard, with its provisions by id."""

    slug: str
    edition: str
    draft: Draft
    lock: Lock | None
    provisions: dict[str, Provision]


@dataclass(frozen=True, slots=True)
class Standing:
    """What a claim comes to, and why in one sentence."""

    entry: Entry
    index: int
    claim: Claim
    state: State
    why: Text


def editions(project: Project, slug: str) -> tuple[str, ...]:
    """The editions of a standard that can be read: published years, oldest first, then the draft."""
    years = tuple(one.year for one in project.editions.get(slug, ()))
    return (*years, DRAFT) if project.drafts.get(slug) else years


def default_edition(project: Project, slug: str) -> str:
    """The edition that is in force: the last one published, else the draft."""
    years = project.editions.get(slug, ())
    return years[-1].year if years else DRAFT


def text_of(project: Project, slug: str, edition: str) -> Wording | None:
    """An edition's text, None where it cannot be read."""
    if edition == DRAFT:
        draft, lock = project.drafts.get(slug), project.locks.get(slug)
    else:
        found = project.edition(slug, edition)
        draft, lock = (found.draft, found.lock) if found else (None, None)
    if draft is None:
        return None
    return Wording(slug, edition, draft, lock, {one.id: one for one in draft.provisions})


def claims_on(project: Project, slug: str) -> Iterator[tuple[Entry, int, Claim]]:
    """Every claim on a standard, by claimant and place in its file."""
    sources = {link.source for link in project.backlinks(f"standards/{slug}") if link.relation.name == CONFORMS_TO.name}
    for full_id in sorted(sources):
        entry = project.entries[full_id]
        for index, claim in enumerate(getattr(entry.model, "conforms_to", ())):
            if claim.standard == slug:
                yield entry, index, claim


def standing(project: Project, entry: Entry, index: int, claim: Claim, against: Wording) -> Standing:
    """What a claim comes to against a text; the state is UNCOVERED where it says nothing about that text."""
    state, why = _standing(project, claim, against)
    return Standing(entry, index, claim, state, why)


def _standing(project: Project, claim: Claim, against: Wording) -> tuple[State, Text]:
    result = _OF_RESULT[claim.result]
    standard = project.get(f"standards/{claim.standard}")
    state = project.state(standard) if standard else None
    if state is not None and state.id == ABOLISHED:
        return State.EXPIRED, Text("标准已废止", "the standard was abolished")
    now = against.provisions.get(claim.provision)
    own = against if claim.edition == against.edition else text_of(project, claim.standard, claim.edition)
    if now is None:
        if own is not None and claim.provision not in own.provisions:
            return State.UNCOVERED, Text("所声明的条款不存在", "the provision claimed does not exist")
        if _later(claim.edition, against.edition):
            return State.UNCOVERED, Text("该版本没有这一条款", "this edition has no such provision")
        return State.EXPIRED, Text("条款已删除", "the provision was removed")
    then = claim.fingerprint or (
        own.provisions[claim.provision].fingerprint if own and claim.provision in own.provisions else None
    )
    if then is None or _says_the_same(against.lock, now, then):
        carried = claim.edition != against.edition
        why = Text(f"按{_name(claim.edition)}声明，文字未变", f"claimed of {claim.edition}; the text is the same")
        return result, why if carried else Text("")
    if _later(claim.edition, against.edition):
        return State.UNCOVERED, Text("声明针对更新的文字", "the claim is about a later text")
    return State.SUSPECT, Text("声明之后条款有技术性修改", "the provision has changed technically since the claim")


def _says_the_same(lock: Lock | None, now: Provision, fingerprint: str) -> bool:
    locked = lock.provisions.get(now.id) if lock else None
    if locked is not None and locked.fingerprint == now.fingerprint:
        return locked.stands_for(fingerprint)
    return now.fingerprint == fingerprint


def _later(one: str, other: str) -> bool:
    """Whether edition `one` came after `other`; the draft comes last."""
    return one != other and (one == DRAFT or (other != DRAFT and one > other))


def _name(edition: str) -> str:
    return "草案" if edition == DRAFT else f"{edition} 年版"
