"""Whether an enterprise may use a programme at all, on the day and with its contract; every reason why not."""

from collections.abc import Iterator

from generator.vouchers.claims import Reason
from generator.vouchers.programme import Days, Programme
from generator.vouchers.request import Request


def refused(programme: Programme, request: Request) -> tuple[Reason, ...]:
    """Why a programme cannot be used, in order; empty where it can. What the request does not state is a reason."""
    return tuple(_refusals(programme, request))


def _refusals(programme: Programme, request: Request) -> Iterator[Reason]:
    if not programme.in_force:
        yield "not-in-force"
    if not programme.windows:
        yield "no-claim-window"
    elif not any(_within(window, request.on) for window in programme.windows):
        yield "outside-claim-window"
    if request.signed_on is not None and not any(_within(window, request.signed_on) for window in programme.windows):
        yield "contract-outside-window"
    if any(one.voucher in programme.excludes for one in request.earlier):
        yield "drew-excluded-voucher"
    yield from _of_enterprise(programme, request)


def _of_enterprise(programme: Programme, request: Request) -> Iterator[Reason]:
    asked, who = programme.conditions, request.enterprise
    if asked.cities or asked.excluded_cities:
        if who.city is None:
            yield "city-not-stated"
        elif who.city in asked.excluded_cities or (asked.cities and who.city not in asked.cities):
            yield "city-not-covered"
    if asked.industries:
        if who.industry is None:
            yield "industry-not-stated"
        elif who.industry not in asked.industries:
            yield "industry-not-covered"
    if asked.natures:
        if who.nature is None:
            yield "nature-not-stated"
        elif who.nature not in asked.natures:
            yield "nature-not-covered"
    if asked.legal_person:
        if who.legal_person is None:
            yield "legal-person-not-stated"
        elif not who.legal_person:
            yield "not-legal-person"
    if asked.age_years_min is not None:
        if who.founded_on is None:
            yield "founded-not-stated"
        elif _anniversary(who.founded_on, asked.age_years_min) > request.on:
            yield "too-young"
    if asked.revenue_min is not None:
        if who.revenue is None:
            yield "revenue-not-stated"
        elif who.revenue < asked.revenue_min:
            yield "revenue-too-low"
    if asked.clean_record_years is not None:
        if who.clean_record_years is None:
            yield "record-not-stated"
        elif who.clean_record_years < asked.clean_record_years:
            yield "record-not-clean"


def _within(window: Days, day: str) -> bool:
    return (window.start or "") <= day and (window.until is None or day <= window.until)


def _anniversary(founded: str, years: int) -> str:
    """The day by which so many years have passed, for a date that may lack day and month: then the last it may be."""
    whole = founded + {4: "-12-31", 7: "-31"}.get(len(founded), "")
    return f"{int(whole[:4]) + years:04d}{whole[4:]}"
