"""The text of a standard on its page: the lines of a cover, then the draft with the claimants of each provision."""

from collections.abc import Iterator

from generator.drafts.model import Draft
from generator.markup import Html, Template
from generator.model.standard import Standard
from generator.project import Entry
from generator.site.claims import claimants
from generator.site.page import Heading
from generator.site.view import EMPTY, View, join
from generator.standards.html import draft_html
from generator.texts import Text

_COVER = Template('<div class="std-cover">{}</div>')
_LINE = Template('<p class="std-cover__{}">{}</p>')

_STAGES = {
    "20": Text("（工作组讨论稿）", "(working draft)"),
    "30": Text("（征求意见稿）", "(draft for comment)"),
    "40": Text("（送审稿）", "(draft for review)"),
    "50": Text("（报批稿）", "(draft for approval)"),
}
"""What a draft is called at a stage, by the stage's code."""
_PATENTS_ASKED = frozenset(("20", "30", "40"))


def standard_text(view: View, entry: Entry, draft: Draft) -> tuple[Html, tuple[Heading, ...]]:
    """The cover's lines and the draft, and the headings of its clauses."""
    # The files stand once, beside the page in Chinese.
    figures = "" if view.lang == "zh" else f"../../../standards/{entry.slug}/"
    html, clauses = draft_html(draft, view.lang, extras=claimants(view, entry), figures=figures)
    headings = tuple(Heading(clause.id, clause.text, 3) for clause in clauses if clause.level <= 2)
    return _COVER.format(join(_lines(view, entry))) + html, headings


def _lines(view: View, entry: Entry) -> Iterator[Html]:
    """As on the cover of a group standard: classification, number, names, stage, the request for patents, the society."""
    standard = entry.as_a(Standard)
    codes = [f"{name} {code}" for name, code in (("ICS", standard.ics), ("CCS", standard.ccs)) if code]
    if codes:
        yield _LINE.format("codes", " · ".join(codes))
    yield _LINE.format("kind", view.say("团体标准", "Group standard"))
    if standard.numbers:
        yield _LINE.format("number", standard.numbers[-1].number)
    yield _LINE.format("title", entry.name.zh)
    if entry.name.en:
        yield _LINE.format("english", entry.name.en)
    state = view.project.state(entry)
    code = (state.code or "") if state else ""
    if stage := _STAGES.get(code):
        since = next((line.date for line in reversed(standard.history) if state and line.to == state.id), "")
        yield _LINE.format("stage", " ".join(part for part in (stage.of(view.lang), since) if part))
    if code in _PATENTS_ASKED:
        yield _LINE.format(
            "patents",
            view.say(
                "提交反馈意见时，请将所知的相关专利连同支持性文件一并附上。",
                "With your comments, please send the patents you know of that bear on this draft, with documents.",
            ),
        )
    yield _LINE.format("society", view.entry(f"organisations/{standard.society}")) if standard.society else EMPTY
