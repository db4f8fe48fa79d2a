"""The group standards that a benchmark project promises leave an aspect out.

The work-plan form asks a benchmark project to plan group standards over five aspects: network
architecture, technical functions, performance, security and interoperability. The list is the
vocabulary `standard-aspects`.

Add the aspect to a promised standard, or promise another one.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.model.programme_objects import Benchmark
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope
from generator.texts import Text

TEXT = RuleText(
    zh="拟输出的团体标准没有涉及：{missing}",
    en="the promised group standards do not cover: {missing}",
    help_zh="请在 promised_standards 的 aspects 中补上，或另外拟定标准。",
    help_en="Add it to the aspects of a promised standard, or promise another one.",
    page_zh="""
应用标杆拟输出的团体标准缺少某个方面。

工作方案提纲要求应用标杆拟输出团体标准，涉及网络架构、技术功能、性能指标、安全、互联互通五个方面；名单是代码表 `standard-aspects`。

请在拟输出的标准中补上该方面，或另外拟定标准。
""",
)

_BENCHMARK = """\
--- catalog/benchmarks/press.yaml
name:
  zh: 示例标杆
enterprise: acme
promised_standards:
  - {title: {zh: 示例架构标准}, aspects: [architecture, function, performance]}
"""

GOOD = _BENCHMARK + "  - {title: {zh: 示例安全标准}, aspects: [security, interoperability]}\n"

BAD = _BENCHMARK

_VOCABULARY = "standard-aspects"


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    promised = entry.as_a(Benchmark).promised_standards
    covered = {aspect for standard in promised for aspect in standard.aspects}
    terms = project.vocabularies.get(_VOCABULARY, {})
    missing = [term.name.text for term in terms.values() if term.id not in covered and not term.replaced_by]
    if missing:
        names = Text("、".join(t.zh for t in missing), ", ".join(t.of("en") for t in missing))
        yield entry.at("promised_standards", on_key=True, missing=names)


RULE = Rule("C320", "missing-aspect", Severity.WARNING, Scope.ENTRY, check, TEXT, GOOD, BAD, kinds=("benchmarks",))
