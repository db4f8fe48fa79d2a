"""Diagnostics as a GitLab Code Quality report.

The fingerprint leaves the line number out, so that a fault keeps its identity when lines move above it.
"""

import json
from collections import Counter
from hashlib import sha256
from typing import TYPE_CHECKING

from generator.diagnostics import Severity

if TYPE_CHECKING:
    from generator.reporters import Report

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def render(report: "Report") -> str:
    seen: Counter[str] = Counter()
    found = []
    for d in report.diagnostics:
        identity = f"{d.location.path}\0{d.code.code}\0{d.message('zh')}"
        seen[identity] += 1
        found.append(
            {
                "description": d.message(report.lang),
                "check_name": f"{d.code.code} {d.code.name}",
                "fingerprint": sha256(f"{identity}\0{seen[identity]}".encode()).hexdigest(),
                "severity": _SEVERITIES[d.severity],
                "location": {"path": d.location.path, "lines": {"begin": d.location.line}},
            }
        )
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"
