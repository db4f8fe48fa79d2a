"""What the API says of entries that no field holds: a solution's price, what shows a target, a level's name, whether a
listing qualifies, how the comments on a standard stand.
"""

from generator.exports import api_types as api
from generator.exports.json_text import number
from generator.exports.names import Names, text
from generator.model.grading import Certificate, Scheme
from generator.model.target import Target
from generator.pricing import solution_price
from generator.project import Entry, Project
from generator.standards.comments.table import rows_of, totals_of
from generator.targets import count_evidence
from generator.texts import Text
from generator.vouchers.eligibility import Assessment, assess


def price(project: Project, entry: Entry, names: Names) -> api.ComputedPrice | None:
    """A solution's price, as its page shows it; None where none of its products states one, and for other kinds."""
    if entry.kind.folder != "solutions":
        return None
    found = solution_price(project, entry)
    if not found.lines:
        return None
    return {
        "once": f"{found.once:.2f}",
        "yearly": f"{found.yearly:.2f}",
        "usage": f"{found.usage:.2f}",
        "complete": found.complete,
        "negotiated": found.negotiated,
        "lines": [
            {
                "slot": line.slot,
                "product": names.entry(f"products/{line.product}"),
                "component": line.component.id,
                "units": number(line.units),
                "amount": f"{line.amount:.2f}",
            }
            for line in found.lines
        ],
        "not_stated": [
            {
                "slot": one.slot,
                "product": names.entry(f"products/{one.product}"),
                "component": one.component.id if one.component else None,
                "reason": one.reason,
            }
            for one in found.not_stated
        ],
    }


def evidenced(project: Project, entry: Entry) -> int | None:
    """How many real entries show a target; None where it does not say how to count, and for other kinds."""
    if entry.kind.folder != "targets":
        return None
    count = entry.as_a(Target).count
    return count_evidence(project, count) if count else None


def level(project: Project, entry: Entry) -> api.LevelReference | None:
    """A certificate's level by the name that its scheme gives it; None for other kinds."""
    if entry.kind.folder != "certificates":
        return None
    certificate = entry.as_a(Certificate)
    scheme = project.find("schemes", certificate.scheme, Scheme)
    names = {one.id: text(one.name) for one in scheme.levels} if scheme else {}
    return {"id": certificate.level, "name": names.get(certificate.level)}


def comments(project: Project, entry: Entry) -> api.CommentCounts | None:
    """How the comments on a standard stand; None for other kinds."""
    if entry.kind.folder != "standards":
        return None
    totals = totals_of(rows_of(project, entry.slug))
    counts = dict(totals.by_decision)
    return {
        "received": totals.received,
        "organisations": len(totals.organisations),
        "accepted": counts["accepted"],
        "partly": counts["partly"],
        "rejected": counts["rejected"],
        "undecided": counts["undecided"],
    }


def eligibility(project: Project, entry: Entry) -> api.Eligibility | None:
    """Whether a listing qualifies on the project's day, as its page shows it; None for other kinds."""
    if entry.kind.folder != "listings":
        return None
    return published(assess(entry, project, project.today), project.today)


def published(assessment: Assessment, on: str) -> api.Eligibility:
    """An assessment as published. `on`: the day it is of."""
    criteria: list[api.Criterion] = [
        {
            "criterion": one.criterion,
            "text": text(one.text),
            "clause": one.clause or None,
            "outcome": one.outcome,
            "value": _stated(one.value),
            "remedy": _stated(one.remedy),
        }
        for one in assessment.results
    ]
    return {"on": on, "listed": assessment.listed, "criteria": criteria}


def _stated(value: Text) -> api.Text | None:
    return text(value) if value.zh else None
