"""Diagnostics as JUnit XML: a test case for each file with a finding; errors fail, the rest is its output."""

from itertools import groupby
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from generator.diagnostics import Severity

if TYPE_CHECKING:
    from generator.reporters import Report


def render(report: "Report") -> str:
    suite = Element("testsuite", name="catalog")
    if report.rules_off:
        properties = SubElement(suite, "properties")
        SubElement(properties, "property", name="rules-off", value=", ".join(code.name for code in report.rules_off))
    cases = failures = 0
    for path, group in groupby(report.diagnostics, key=lambda d: d.location.path):
        found = list(group)
        cases += 1
        case = SubElement(suite, "testcase", classname="catalog", name=path)
        lines = {id(d): f"{d.location}: {d.code.code} {d.code.name}: {d.message(report.lang)}" for d in found}
        errors = [d for d in found if d.severity is Severity.ERROR]
        if errors:
            failures += 1
            failure = SubElement(case, "failure", message=f"{len(errors)}", type="error")
            failure.text = "\n".join(lines[id(d)] for d in errors)
        others = [lines[id(d)] for d in found if d.severity is not Severity.ERROR]
        if others:
            SubElement(case, "system-out").text = "\n".join(others)
    suite.set("tests", str(max(report.entries, cases)))
    suite.set("failures", str(failures))
    indent(suite)
    return tostring(suite, encoding="unicode", xml_declaration=True) + "\n"
