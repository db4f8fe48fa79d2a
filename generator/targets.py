"""Counts what is there of what a target promised: real entries only, and only those that are settled."""

from generator.model.target import Counting
from generator.project import Project


def count_evidence(project: Project, count: Counting) -> int:
    """Real entries that are approved or in force and fit, or the distinct values of a field over them."""
    found = 0
    distinct: set[str] = set()
    for entry in project.of_kind(count.kind):
        if (
            entry.example
            or not project.settled(entry)
            or any(str(entry.data.get(k)) != v for k, v in count.where.items())
        ):
            continue
        found += 1
        if count.distinct:
            value = entry.data.get(count.distinct)
            distinct.update(
                _keys(v) for v in (value if isinstance(value, list) else [value] if value is not None else [])
            )
    return len(distinct) if count.distinct else found


def _keys(value: object) -> str:
    """A list item's own text, or that of its first key: `{scenario: x}` counts as x."""
    return str(next(iter(value.values()))) if isinstance(value, dict) and value else str(value)
