"""Diagnostics as SARIF 2.1.0, columns declared as Unicode code points."""

import json
from typing import TYPE_CHECKING, Any

from generator import __version__
from generator.diagnostics import Severity

if TYPE_CHECKING:
    from generator.reporters import Report

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def render(report: "Report") -> str:
    codes = {d.code.code: d.code for d in report.diagnostics}
    rules = [
        {
            "id": code.code,
            "name": code.name,
            "shortDescription": {"text": code.page.of(report.lang).split("\n", 1)[0]},
            "defaultConfiguration": {"level": _LEVELS[code.severity]},
        }
        for _, code in sorted(codes.items())
    ]
    results: list[dict[str, Any]] = [
        {
            "ruleId": d.code.code,
            "level": _LEVELS[d.severity],
            "message": {"text": f"{d.message(report.lang)} {d.help(report.lang)}".strip()},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": d.location.path, "uriBaseId": "ROOT"},
                        "region": {"startLine": d.location.line, "startColumn": d.location.column},
                    }
                }
            ],
        }
        for d in report.diagnostics
    ]
    run: dict[str, Any] = {
        "tool": {"driver": {"name": "catalog", "version": __version__, "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    if report.rules_off:
        off = [{"descriptor": {"id": code.code}, "configuration": {"enabled": False}} for code in report.rules_off]
        run["invocations"] = [{"executionSuccessful": True, "ruleConfigurationOverrides": off}]
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"
