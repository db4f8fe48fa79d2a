"""Diagnostics as one JSON object: `{"diagnostics": […], "summary": {…}}`."""

import json
from typing import TYPE_CHECKING

from generator.diagnostics import Severity

if TYPE_CHECKING:
    from generator.reporters import Report


def render(report: "Report") -> str:
    diagnostics = [
        {
            "path": d.location.path,
            "line": d.location.line,
            "column": d.location.column,
            "code": d.code.code,
            "name": d.code.name,
            "severity": d.severity.value,
            "message": d.message(report.lang),
            "help": d.help(report.lang),
        }
        for d in report.diagnostics
    ]
    summary = {
        "errors": report.count(Severity.ERROR),
        "warnings": report.count(Severity.WARNING),
        "notes": report.count(Severity.NOTE),
        "entries": report.entries,
        "rules_off": [code.name for code in report.rules_off],
    }
    return json.dumps({"diagnostics": diagnostics, "summary": summary}, ensure_ascii=False, indent=2) + "\n"
