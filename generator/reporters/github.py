"""Diagnostics as workflow commands of GitHub Actions, which shows them beside the lines.

It shows about ten of each severity a step, so a summary line for the log follows.
"""

from typing import TYPE_CHECKING

from generator.diagnostics import Severity
from generator.reporters import text

if TYPE_CHECKING:
    from generator.reporters import Report

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render(report: "Report") -> str:
    lines = []
    for d in report.diagnostics:
        where = f"file={_property(d.location.path)},line={d.location.line},col={d.location.column}"
        title = _property(f"{d.code.code} {d.code.name}")
        message = _data(f"{d.message(report.lang)}\n{d.help(report.lang)}")
        lines.append(f"::{_COMMANDS[d.severity]} {where},title={title}::{message}\n")
    return "".join(lines) + text.render(report).rsplit("\n", 2)[-2] + "\n"


def _data(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")
