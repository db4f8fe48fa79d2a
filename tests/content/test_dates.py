"""The examples' dates hang together: nothing is approved before the date of a report that it cites."""

from collections.abc import Iterator
from typing import Any

from generator.loader import load
from generator.loader.layout import TOPS
from generator.source.tree import FolderTree


def _reports(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        if "title" in data and "date" in data:
            yield data["date"]
        for key, value in data.items():
            if key not in ("sources", "history"):
                yield from _reports(value)
    elif isinstance(data, list):
        for value in data:
            yield from _reports(value)


def test_reports_come_before_the_approval_that_rests_on_them(root):
    project, _ = load(FolderTree(root, TOPS), "2026-11-22")
    approved = {
        entry.id: (line["date"], tuple(_reports(entry.data)))
        for entry in project
        if entry.example
        for line in entry.data.get("history", ())
        if line["to"] == "approved"
    }
    assert sum(bool(reports) for _, reports in approved.values()) > 10
    assert {id_ for id_, (date, reports) in approved.items() if any(report > date for report in reports)} == set()
