"""Reporters: diagnostics as text and as the formats of other tools. They only make text; the command prints it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.diagnostics import Code, Diagnostic, Severity
from generator.reporters import github, gitlab, json_report, junit, sarif, text
from generator.texts import Lang


@dataclass(frozen=True, slots=True)
class Report:
    """What a reporter is given. `rules_off`: the rules that the repository turns off."""

    diagnostics: Sequence[Diagnostic]
    entries: int
    lang: Lang
    rules_off: Sequence[Code] = ()

    def count(self, severity: Severity) -> int:
        return sum(d.severity is severity for d in self.diagnostics)


REPORTERS: dict[str, Callable[[Report], str]] = {
    "text": text.render,
    "json": json_report.render,
    "github": github.render,
    "gitlab": gitlab.render,
    "sarif": sarif.render,
    "junit": junit.render,
}
"""Reporters by the name that `--format` takes."""
