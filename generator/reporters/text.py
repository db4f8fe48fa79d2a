"""Diagnostics for people: `path:line:column: severity CODE name: message`, the help below, a count at the end."""

from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, Severity
from generator.texts import Lang, Text

if TYPE_CHECKING:
    from generator.reporters import Report

NAMES = {
    Severity.ERROR: Text("错误", "error"),
    Severity.WARNING: Text("警告", "warning"),
    Severity.NOTE: Text("提示", "note"),
}
_HELP = Text("建议", "help")
_SUMMARY = Text(
    "{entries} 个条目：{errors} 个错误，{warnings} 个警告，{notes} 个提示",
    "{entries} entries: {errors} errors, {warnings} warnings, {notes} notes",
)
_OFF = Text("；关闭了 {many} 条规则，见 catalog/rules.yaml", "; rules turned off: {many}, see catalog/rules.yaml")


def render(report: "Report") -> str:
    lang = report.lang
    lines = [shown(diagnostic, lang) for diagnostic in report.diagnostics]
    counts: dict[str, object] = {
        "entries": report.entries,
        "errors": report.count(Severity.ERROR),
        "warnings": report.count(Severity.WARNING),
        "notes": report.count(Severity.NOTE),
    }
    off = _OFF.fill(lang, {"many": len(report.rules_off)}) if report.rules_off else ""
    lines.append(_SUMMARY.fill(lang, counts) + off)
    return "\n".join(lines) + "\n"


def shown(diagnostic: Diagnostic, lang: Lang) -> str:
    """One diagnostic, in two lines."""
    code = diagnostic.code
    severity = NAMES[diagnostic.severity].of(lang)
    return (
        f"{diagnostic.location}: {severity} {code.code} {code.name}: {diagnostic.message(lang)}\n"
        f"    = {_HELP.of(lang)}: {diagnostic.help(lang)}   catalog explain {code.code}"
    )
