"""A comment was received when the standard was not open for comments.

A society may take it up all the same; whoever reads the table sees that it came early or late. Comments on a
published edition come at any time.

Correct the date, or leave it as it is.
"""

from collections.abc import Iterable, Iterator, Mapping

from generator.diagnostics import Finding, Severity
from generator.project import DRAFT, Entry, Project
from generator.rules.comments.example import COMMENT, FILE
from generator.rules.places import listed
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="意见于 {received} 收到，不在征求意见期内（{periods}）",
    en="received on {received}, outside the time for comments ({periods})",
    help_zh="核对收到日期；确在期外收到的，可以照样处理。",
    help_en="Check the date; one that did come outside that time may be handled all the same.",
    page_zh="""
收到意见时标准不在征求意见期内。

团体可以照样处理；看汇总表的人知道它来得早或晚。对已发布版本的意见随时可提，不在此列。

请核对日期，无误则不必改。
""",
)

HISTORY = """\
society: society
status: comment
history:
  - {to: proposal, date: 2025-01-06}
  - {to: initiation, date: 2025-02-10}
  - {to: drafting, date: 2025-03-03}
  - {to: comment, date: 2026-05-01, until: 2026-06-01}
"""

GOOD = FILE.replace("society: society\n", HISTORY) + COMMENT

BAD = FILE.replace("society: society\n", HISTORY) + COMMENT.replace("05-06", "07-06")


COMMENT_STAGE = "comment"
OPEN = "9999"


def periods(history: Iterable[Mapping[str, str]]) -> list[tuple[str, str]]:
    """The times a standard was open for comments: first and last day; one that has not ended lasts to `OPEN`."""
    lines = list(history)
    found = []
    for index, line in enumerate(lines):
        if line["to"] == COMMENT_STAGE:
            left = lines[index + 1]["date"] if index + 1 < len(lines) else OPEN
            found.append((line["date"], line.get("until") or left))
    return found


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    found = periods(entry.data.get("history") or ())
    for one in project.comments.get(entry.slug, ()) if found else ():
        received = one.comment.received
        if one.comment.edition == DRAFT and not any(start <= received <= end for start, end in found):
            shown = listed(f"{start}—{end if end < OPEN else ''}" for start, end in found)
            yield Finding(one.path, ("received",), {"received": received, "periods": shown})


RULE = Rule("D408", "comment-outside-period", Severity.NOTE, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
