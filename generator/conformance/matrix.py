"""The traceability matrix of a standard: every provision, how it is tested, who claims it, and with what certificate."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.conformance.claims import Standing, State, Wording, claims_on, standing, text_of
from generator.conformance.grading import selected
from generator.drafts.model import Provision
from generator.drafts.number import labels_of
from generator.model.grading import Certificate, Scheme
from generator.model.relations import SCHEME
from generator.project import Entry, Project
from generator.texts import Text

_BEST = (State.COVERED, State.PARTIAL, State.SUSPECT, State.NOT_APPLICABLE, State.EXPIRED, State.UNCOVERED)
"""From the strongest statement about a provision to none."""
_IN_FORCE = "in-force"


@dataclass(frozen=True, slots=True)
class Test:
    """A clause or provision that says how a provision is tested; `label` is how the text calls it."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Row:
    """A provision. `cells`: the claims on it, a claimant once, by id; `state`: the best of them."""

    provision: Provision
    tests: tuple[Test, ...]
    cells: tuple[Standing, ...]
    certificates: tuple[Entry, ...]
    state: State


@dataclass(frozen=True, slots=True)
class Matrix:
    """Rows in the order of the text. `claimants`: all that claim anything, by id."""

    slug: str
    edition: str
    rows: tuple[Row, ...]
    claimants: tuple[Entry, ...]

    @property
    def counts(self) -> dict[State, int]:
        counted = Counter(row.state for row in self.rows)
        return {state: counted[state] for state in State}


def matrix(project: Project, slug: str, edition: str, on: str) -> Matrix | None:
    """The matrix of an edition on a day; None where the edition cannot be read."""
    text = text_of(project, slug, edition)
    if text is None:
        return None
    cells: dict[str, dict[str, Standing]] = defaultdict(dict)
    claimants: dict[str, Entry] = {}
    for entry, index, claim in claims_on(project, slug):
        found = standing(project, entry, index, claim, text)
        if found.state is State.UNCOVERED:
            continue
        claimants[entry.id] = entry
        before = cells[claim.provision].get(entry.id)
        # Of a claim on each of two editions, the one on this edition speaks.
        if before is None or before.claim.edition != edition:
            cells[claim.provision][entry.id] = found
    labels = labels_of(text.draft.clauses)
    held = _certificates(project, slug, on)
    rows = []
    for provision in text.draft.provisions:
        own = tuple(cells[provision.id][name] for name in sorted(cells[provision.id]))
        tests = tuple(Test(name, labels.get(name, name)) for name in provision.verify.split())
        subjects = {one.entry.id for one in own}
        proof = tuple(entry for entry, subject, graded in held if subject in subjects and provision.id in graded)
        rows.append(Row(provision, tests, own, proof, _best(one.state for one in own)))
    gone = _expired_rows(text, cells)
    return Matrix(slug, edition, (*rows, *gone), tuple(claimants[name] for name in sorted(claimants)))


def within_state(whole: Matrix, state: State) -> Matrix:
    """The rows of a matrix in which a claim is in that state, with those claims only; or that nobody claims.

    One provision can be covered by one claimant and suspect for another, so the claims are looked at, not the row.
    """
    rows = []
    for row in whole.rows:
        cells = tuple(cell for cell in row.cells if cell.state is state)
        if cells or (state is State.UNCOVERED and row.state is state):
            rows.append(replace(row, cells=cells, state=state))
    claimants = {cell.entry.id: cell.entry for row in rows for cell in row.cells}
    return replace(whole, rows=tuple(rows), claimants=tuple(claimants[name] for name in sorted(claimants)))


def _expired_rows(text: Wording, cells: dict[str, dict[str, Standing]]) -> tuple[Row, ...]:
    """Provisions that are still claimed but are no longer in the text: without words, so nothing is lost in silence."""
    rows = []
    for name in sorted(set(cells) - set(text.provisions)):
        own = tuple(cells[name][one] for one in sorted(cells[name]))
        locked = text.lock.removed.get(name) if text.lock else None
        kind = locked.kind if locked else "statement"
        provision = Provision(name, kind, "", ())  # type: ignore[arg-type]
        rows.append(Row(provision, (), own, (), State.EXPIRED))
    return tuple(rows)


def _best(states: Iterable[State]) -> State:
    found = set(states)
    return next((state for state in _BEST if state in found), State.UNCOVERED)


def _certificates(project: Project, slug: str, on: str) -> tuple[tuple[Entry, str, frozenset[str]], ...]:
    """Certificates in force on a day that rest on the standard: the entry, its subject, the provisions graded."""
    found = []
    for scheme_entry in project.of_kind("schemes"):
        graded = _graded(project, scheme_entry.as_a(Scheme), slug)
        for link in project.backlinks(scheme_entry.id) if graded else ():
            entry = project.entries[link.source]
            if link.relation.name != SCHEME.name or entry.kind.folder != "certificates":
                continue
            certificate = entry.as_a(Certificate)
            until, start = certificate.valid.until or "9999", certificate.valid.start or ""
            if entry.status == _IN_FORCE and start <= on <= until:
                found.append((entry, certificate.subject, graded))
    return tuple(sorted(found, key=lambda one: one[0].id))


def _graded(project: Project, scheme: Scheme, slug: str) -> frozenset[str]:
    return frozenset(
        name
        for level in scheme.levels
        for criterion in level.criteria
        for standard, name in selected(project, scheme, criterion)
        if standard == slug
    )


SUMMARY: dict[State, Text] = {
    State.COVERED: Text("至少一个条目声明符合", "at least one entry claims it"),
    State.PARTIAL: Text("只有部分符合的声明", "claimed partly at most"),
    State.SUSPECT: Text(
        "声明之后条款有技术性修改，需重新核对", "changed technically since it was claimed: to be looked at again"
    ),
    State.NOT_APPLICABLE: Text("只有不适用的声明", "claimed not to apply only"),
    State.EXPIRED: Text("条款已删除或标准已废止，声明失效", "the provision or the standard is gone"),
    State.UNCOVERED: Text("没有条目声明", "nobody claims it"),
}
"""What the state of a whole row means."""
