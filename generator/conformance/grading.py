"""Grades under a scheme: which level a product or solution reaches, why, and what is missing for the next one.

A level counts its own criteria and those of all lower levels. Its score is the weight of what is met, of 100; it is
reached when the score reaches the threshold, everything mandatory is met, and the level below is reached. A claim
counts when it holds for the edition that the scheme grades; a suspect or expired one counts nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from generator.conformance.claims import (
    NAMES,
    State,
    Wording,
    default_edition,
    standing,
    text_of,
)
from generator.model.grading import Criterion, Level, Scheme
from generator.model.parts import Quantity
from generator.project import Entry, Project
from generator.quantities import Outcome, meets
from generator.texts import Text

FULL = Fraction(100)


@dataclass(frozen=True, slots=True)
class Part:
    """A provision that a criterion asks for: what the subject's claim on it comes to."""

    standard: str
    provision: str
    number: str
    state: State
    why: Text

    @property
    def reason(self) -> Text:
        """Why it is in this state; the state's name where nothing more is to be said."""
        return self.why if self.why.zh else NAMES[self.state]


@dataclass(frozen=True, slots=True)
class Judged:
    """A criterion as judged. `share` of its weight counts, 0 to 1; `level`: the level that it belongs to."""

    level: str
    criterion: Criterion
    share: Fraction
    why: Text
    parts: tuple[Part, ...] = ()

    @property
    def met(self) -> bool:
        return self.share == 1


@dataclass(frozen=True, slots=True)
class Reached:
    """A level: its score of 100, the score it asks for, and what of its criteria is not met."""

    level: Level
    score: Fraction
    threshold: Fraction
    reached: bool
    missing: tuple[Judged, ...]

    @property
    def score_shown(self) -> str:
        return shown_score(self.score)


@dataclass(frozen=True, slots=True)
class Grade:
    """What a subject reaches under a scheme on a day. `levels` by rank; `level` is the highest reached, if any."""

    subject: Entry
    scheme: Entry
    editions: tuple[tuple[str, str], ...]
    judged: tuple[Judged, ...]
    levels: tuple[Reached, ...]

    @property
    def level(self) -> Level | None:
        return next((one.level for one in reversed(self.levels) if one.reached), None)

    @property
    def following(self) -> Reached | None:
        """The lowest level that is not reached."""
        return next((one for one in self.levels if not one.reached), None)


def shown_score(score: Fraction) -> str:
    """A score with one decimal, never rounded up: who lacks a hair does not see the whole."""
    tenths = score * 10 // 1
    return str(Decimal(int(tenths)) / 10)


def grade(project: Project, subject: Entry, scheme_entry: Entry) -> Grade:
    """The grade of a product or solution under a scheme, by what its file states and claims."""
    scheme = scheme_entry.as_a(Scheme)
    texts = {slug: graded_text(project, scheme, slug) for slug in _standards(scheme)}
    claims = {slug: _claims(project, subject, text) for slug, text in texts.items() if text}
    stated = tuple(_quantities(subject))
    units = project.vocabularies.get("units", {})
    judged: list[Judged] = []
    reached: list[Reached] = []
    below = True
    for level in sorted(scheme.levels, key=lambda one: one.rank):
        for criterion in level.criteria:
            if criterion.requires is not None:
                verdict = meets(criterion.requires, stated, units)
                share = Fraction(verdict.outcome is Outcome.MET)
                judged.append(Judged(level.id, criterion, share, verdict.reason))
            else:
                judged.append(_by_claims(project, scheme, level, criterion, texts, claims))
        now = _reached(level, judged, below)
        below = now.reached
        reached.append(now)
    editions = tuple((slug, text.edition) for slug, text in texts.items() if text)
    return Grade(subject, scheme_entry, editions, tuple(judged), tuple(reached))


def selected(project: Project, scheme: Scheme, criterion: Criterion) -> tuple[tuple[str, str], ...]:
    """The provisions that a criterion asks for, as (standard, provision), in the order of the text."""
    if criterion.select is not None:
        choice = criterion.select
        text = graded_text(project, scheme, choice.standard)
        return tuple(
            (choice.standard, one.id)
            for one in (text.draft.provisions if text else ())
            if (not choice.kinds or one.kind in choice.kinds)
            and (not choice.aspects or one.aspect in choice.aspects)
            and (not choice.classes or one.grade in choice.classes)
        )
    if criterion.provision is None:
        return ()
    slug = criterion.standard or (scheme.standards[0] if scheme.standards else "")
    return ((slug, criterion.provision),)


def _standards(scheme: Scheme) -> tuple[str, ...]:
    named = [c.standard for level in scheme.levels for c in level.criteria if c.standard]
    named += [c.select.standard for level in scheme.levels for c in level.criteria if c.select]
    return tuple(dict.fromkeys((*scheme.standards, *named)))


def graded_text(project: Project, scheme: Scheme, slug: str) -> Wording | None:
    """The edition of a standard that a scheme grades: the one it names, else the one in force, else the draft."""
    return text_of(project, slug, scheme.edition or default_edition(project, slug))


def _claims(project: Project, subject: Entry, text: Wording) -> dict[str, tuple[State, Text]]:
    """The subject's claims against a text by provision; one on that very edition before one that is carried over."""
    found: dict[str, tuple[State, Text]] = {}
    own: set[str] = set()
    for index, claim in enumerate(getattr(subject.model, "conforms_to", ())):
        if claim.standard != text.slug or claim.provision in own:
            continue
        result = standing(project, subject, index, claim, text)
        if result.state is not State.UNCOVERED:
            found[claim.provision] = (result.state, result.why)
        if claim.edition == text.edition:
            own.add(claim.provision)
    return found


def _by_claims(
    project: Project,
    scheme: Scheme,
    level: Level,
    criterion: Criterion,
    texts: dict[str, Wording | None],
    claims: dict[str, dict[str, tuple[State, Text]]],
) -> Judged:
    nothing = (State.UNCOVERED, Text("没有声明", "not claimed"))
    parts = []
    for slug, name in selected(project, scheme, criterion):
        state, why = claims.get(slug, {}).get(name, nothing)
        text = texts.get(slug)
        provision = text.provisions.get(name) if text else None
        parts.append(Part(slug, name, provision.number if provision else "", state, why))
    counted = [part for part in parts if part.state is not State.NOT_APPLICABLE]
    if not parts:
        return Judged(level.id, criterion, Fraction(0), Text("没有这样的条款", "there is no such provision"))
    if not counted:
        return Judged(level.id, criterion, Fraction(1), Text("全部不适用", "none of it applies"), tuple(parts))
    partly = Fraction(scheme.partly_counts or 0) / 100
    worth = {State.COVERED: Fraction(1), State.PARTIAL: partly}
    share = sum((worth.get(part.state, Fraction(0)) for part in counted), Fraction(0)) / len(counted)
    if len(parts) == 1:
        why = parts[0].reason
    else:
        met = sum(part.state is State.COVERED for part in counted)
        why = Text(f"{len(counted)} 条中符合 {met} 条", f"{met} of {len(counted)} met")
    return Judged(level.id, criterion, share, why, tuple(parts))


def _reached(level: Level, judged: list[Judged], below: bool) -> Reached:
    """`judged`: the criteria of this level and of those below it."""
    whole = sum((Fraction(one.criterion.weight) for one in judged), Fraction(0))
    met = sum((Fraction(one.criterion.weight) * one.share for one in judged), Fraction(0))
    score = FULL * met / whole if whole else FULL
    threshold = Fraction(level.threshold) if level.threshold is not None else FULL
    missing = tuple(one for one in judged if not one.met)
    mandatory = all(one.met for one in judged if one.criterion.mandatory)
    return Reached(level, score, threshold, below and mandatory and score >= threshold, missing)


def _quantities(subject: Entry) -> Iterator[Quantity]:
    for key in ("capabilities", "achieves"):
        yield from (one for one in getattr(subject.model, key, ()) if isinstance(one, Quantity))
