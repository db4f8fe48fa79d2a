"""A redirect leads to another redirect.

Chains are slow, and a circle of redirects never arrives. Each old address leads straight to where the entry
is now.

Write the address at the end of the chain.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Project
from generator.rules.rule import Rule, RuleText, Scope
from generator.rules.settings.redirect_target import PATH
from generator.texts import Text

TEXT = RuleText(
    zh="“{target}”本身又被重定向",
    en="'{target}' is itself redirected",
    help_zh="{end}",
    help_en="{end}",
    page_zh="""
重定向指向另一条重定向。

连环的重定向慢，成圈的永远到不了。每个原地址都应直接指向条目现在的地址。

请直接写最后的地址。
""",
)

_FILE = """\
--- catalog/redirects.yaml
redirects:
  - {source: products/gw-3, target: {target}}
  - {source: products/gw-4, target: products/gateway}
"""
GOOD = _FILE.replace("{target}", "products/gateway")
BAD = _FILE.replace("{target}", "products/gw-4")


def check(project: Project) -> Iterator[Finding]:
    redirects = project.settings.redirects.redirects
    targets = {redirect.source: redirect.target for redirect in redirects}
    for index, redirect in enumerate(redirects):
        if redirect.target in targets:
            values = {"target": redirect.target, "end": _end(redirect.source, targets)}
            yield Finding(PATH, ("redirects", index, "target"), values)


def _end(source: str, targets: dict[str, str]) -> Text:
    """A hint that names the address at the end of the chain, or says that there is none."""
    here, seen = source, set[str]()
    while here in targets and here not in seen:
        seen.add(here)
        here = targets[here]
    if here in seen:
        return Text("它们成了一圈，请改正其中一条。", "They run in a circle: correct one of them.")
    return Text(f"请直接写 {here}。", f"Write {here}.")


RULE = Rule("C603", "redirect-chain", Severity.ERROR, Scope.PROJECT, check, TEXT, GOOD, BAD)
