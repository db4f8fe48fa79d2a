"""How things stand on a day: states by their history, periods, a product's certificates, a listing's notices."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.fields import Name, Short
from generator.model.grading import Certificate, Scheme
from generator.model.parts import Period
from generator.model.product import Product
from generator.model.relations import LISTED, SUBJECT
from generator.model.settings import State
from generator.model.voucher import Category, Criterion, Listing, Notice, NoticeLine, SubsidyClass, Voucher
from generator.project import Entry, Project
from generator.texts import Text


@dataclass(frozen=True, slots=True)
class Case:
    """A listing on a day, with what it names. What cannot be read is None."""

    project: Project
    on: str
    entry: Entry
    listing: Listing
    voucher: Voucher | None
    product_entry: Entry | None
    product: Product | None

    @classmethod
    def of(cls, entry: Entry, project: Project, on: str) -> "Case":
        listing = entry.as_a(Listing)
        product = project.get(f"products/{listing.product}")
        voucher = project.find("vouchers", listing.voucher, Voucher)
        return cls(project, on, entry, listing, voucher, product, product.as_a(Product) if product else None)

    @property
    def real(self) -> bool:
        """Whether the programme is no example, so that nothing invented may count in it."""
        return not (self.voucher is not None and self.voucher.example)

    @property
    def category(self) -> Category | None:
        found = self.voucher.categories if self.voucher else ()
        return next((one for one in found if one.id == self.listing.category), None)

    def asked(self, criterion: Criterion) -> bool:
        """Whether a criterion is asked of the listing's category: those of a category it does not have always are."""
        named = criterion.categories
        return not named or self.category is None or not self._lineage.isdisjoint(named)

    @property
    def _lineage(self) -> set[str]:
        """The listing's category and those above it."""
        parents = {one.id: one.parent for one in (self.voucher.categories if self.voucher else ())}
        found: set[str] = set()
        here: str | None = self.listing.category
        while here is not None and here not in found:
            found.add(here)
            here = parents.get(here)
        return found

    @property
    def subsidy_class(self) -> SubsidyClass | None:
        found = self.voucher.classes if self.voucher else ()
        return next((one for one in found if one.id == self.listing.subsidy_class), None)


@dataclass(frozen=True, slots=True)
class Held:
    """A certificate that a product holds or held. `rank`: of its level, 0 where the scheme does not have it."""

    certificate: Certificate
    in_force: bool
    scheme: Text
    level: Text
    rank: int


def state_on(project: Project, entry: Entry, on: str) -> State | None:
    """The state that an entry was in at the end of a day: by its history, or by its status where it has none."""
    lifecycle = project.settings.lifecycles.get(entry.kind.lifecycle or "")
    steps = entry.data.get("history")
    if lifecycle is None or not steps:
        return project.state(entry)
    reached = [step["to"] for step in steps if step["date"] <= on]
    here = reached[-1] if reached else lifecycle.states[0].id
    return next((state for state in lifecycle.states if state.id == here), None)


def settled_on(project: Project, entry: Entry, on: str) -> bool:
    """Whether an entry was approved or in force on a day; kinds without a lifecycle always are."""
    if entry.kind.lifecycle not in project.settings.lifecycles:
        return True
    state = state_on(project, entry, on)
    return state is not None and state.settled


def lapsed_on(project: Project, entry: Entry, on: str) -> bool:
    """Whether an entry was approved once and is so no longer: suspended, withdrawn."""
    lifecycle = project.settings.lifecycles.get(entry.kind.lifecycle or "")
    settled = {state.id for state in lifecycle.states if state.settled} if lifecycle else set()
    steps = entry.data.get("history") or ()
    was = any(step["to"] in settled and step["date"] <= on for step in steps)
    return was and not settled_on(project, entry, on)


def within(period: Period | None, on: str) -> bool:
    """Whether a day is in a period, its ends included; without a period every day is."""
    return period is None or ((period.start or "") <= on and (not period.until or on <= period.until))


def certificates(case: Case) -> tuple[Held, ...]:
    """The product's certificates by number. An example's does not count for a programme that is none."""
    found: dict[str, Held] = {}
    if case.product_entry is None:
        return ()
    for link in case.project.backlinks(case.product_entry.id):
        entry = case.project.get(link.source) if link.relation == SUBJECT else None
        if entry is None or (entry.example and case.real):
            continue
        model = entry.as_a(Certificate)
        scheme = case.project.find("schemes", model.scheme, Scheme)
        level = next((one for one in scheme.levels if one.id == model.level), None) if scheme else None
        in_force = settled_on(case.project, entry, case.on) and within(model.valid, case.on)
        found[entry.id] = Held(
            model,
            in_force,
            named(scheme.name if scheme else None, model.scheme),
            named(level.name if level else None, model.level),
            level.rank if level else 0,
        )
    return tuple(sorted(found.values(), key=lambda held: (held.certificate.number, held.certificate.scheme)))


def notices(case: Case) -> tuple[tuple[Entry, Notice, NoticeLine], ...]:
    """The notices of the programme that hold the listing and had begun on the day, by their end."""
    found = {}
    for link in case.project.backlinks(case.entry.id):
        entry = case.project.get(link.source) if link.relation == LISTED else None
        if entry is None or entry.id in found or (entry.example and case.real):
            continue
        model = entry.as_a(Notice)
        line = _lines(case.project, entry.id, model).get(case.entry.slug)
        if line and model.voucher == case.listing.voucher and model.start <= case.on:
            found[entry.id] = (entry, model, line)
    return tuple(sorted(found.values(), key=lambda one: (one[1].end, one[0].id)))


def _lines(project: Project, full_id: str, notice: Notice) -> Mapping[str, NoticeLine]:
    """A notice's lines by listing: there are thousands of them, and each listing looks for its own."""
    return project.kept(("notice-lines", full_id), lambda: {one.listing: one for one in reversed(notice.listings)})


def named(name: Name | Short | None, otherwise: str) -> Text:
    """A name, or an id where there is none."""
    return name.text if name else Text(otherwise, otherwise)
