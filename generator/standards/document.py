"""A standard as a document: its text with all that cover, headers and file names show.

Word, PDF and the single HTML file are made from this, so they agree; it depends on the catalogue and the files of
the standard's folder only.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.drafts.model import Draft
from generator.drafts.svg import is_picture
from generator.model.standard import Cover, Procedure, Standard
from generator.project import DRAFT, Entry, Project
from generator.source.tree import Tree
from generator.texts import NOTHING, Text

STAGES: Mapping[str, Text] = {
    "20": Text("工作组讨论稿", "working draft"),
    "30": Text("征求意见稿", "draft for comment"),
    "40": Text("送审稿", "draft for review"),
    "50": Text("报批稿", "draft for approval"),
}
"""What a draft is called at a stage, by the stage's code."""

PATENTS_ASKED = frozenset(("20", "30", "40"))
"""The stages at which the cover asks for patents (GB/T 1.1—2020, annex D)."""

PATENT_REQUEST = Text(
    "在提交反馈意见时，请将您知道的相关专利连同支持性文件一并附上。",
    "With your comments, please send the patents you know of that bear on this document, with supporting files.",
)


@dataclass(frozen=True, slots=True)
class StandardDocument:
    """Dates are ISO dates or "". `number` has `XXXX` in place of what is not assigned yet.

    `replaces`: the number of the edition before this one, and those of other standards that it takes the place of.
    `stage`: what a draft is called, empty for a published text; `stage_date`: since when. `figures`: the bytes of
    each figure that the text shows, by its path in the standard's folder; one that is missing is not there.
    """

    slug: str
    edition: str
    name: Text
    number: str
    draft: Draft
    society: str = ""
    label: str = "团体标准"
    publisher: str = ""
    ics: str = ""
    ccs: str = ""
    replaces: tuple[str, ...] = ()
    stage: Text = NOTHING
    stage_date: str = ""
    published_on: str = ""
    effective_on: str = ""
    patent_request: Text = NOTHING
    english_title: bool = True
    drafting_organisations: tuple[str, ...] = ()
    example: bool = False
    figures: Mapping[str, bytes] | None = None

    @property
    def dated(self) -> str:
        """The day that the files bear: of publication, else of the stage; so the same text gives the same bytes."""
        return self.published_on or self.stage_date or "1980-01-01"


def file_stem(slug: str, edition: str) -> str:
    """What the files made of an edition are called, before their ending."""
    return slug if edition == DRAFT else f"{slug}-{edition}"


def file_name(slug: str, edition: str, ending: str) -> str:
    """Where a file of an edition stands on the site, below its root."""
    return f"standards/{slug}/{file_stem(slug, edition)}{ending}"


def document_of(project: Project, tree: Tree, slug: str, edition: str = DRAFT) -> StandardDocument | None:
    """The document of a standard's draft, or of an edition by its year; None where there is none that can be read."""
    entry = project.get(f"standards/{slug}")
    if entry is None:
        return None
    if edition == DRAFT:
        draft = project.drafts.get(slug)
        return _document(project, tree, entry, entry.as_a(Standard), draft, DRAFT) if draft else None
    found = project.edition(slug, edition)
    return (
        _document(project, tree, entry, found.standard or entry.as_a(Standard), found.draft, edition) if found else None
    )


def _document(
    project: Project, tree: Tree, entry: Entry, standard: Standard, draft: Draft, edition: str
) -> StandardDocument:
    procedure = project.find("procedures", standard.procedure, Procedure) if standard.procedure else None
    cover = cover_of(project, standard)
    society = _name(project, standard.society)
    state = project.state(entry)
    code = (state.code or "") if state and edition == DRAFT else ""
    stage = STAGES.get(code, NOTHING)
    history = standard.history
    since = next((line.date for line in reversed(history) if state and line.to == state.id), "")
    days = (line.date for line in reversed(history) if line.to == "published" and line.date.startswith(edition))
    published = next(days, "")
    folder = f"standards/{entry.slug}" + (f"/published/{edition}" if edition != DRAFT else "")
    numbers = [one.number for one in standard.numbers]
    own = next((number for number in numbers if number.endswith(edition)), "")
    earlier = numbers[: numbers.index(own)] if own else numbers if edition == DRAFT else []
    other = [number for old in standard.replaces if (number := _number_of(project, old))]
    return StandardDocument(
        slug=entry.slug,
        edition=edition,
        name=Text(standard.name.zh, standard.name.en or ""),
        number=own or _placeholder(procedure),
        draft=draft,
        society=society,
        label=_zh(cover.label) or "团体标准",
        publisher=cover.publisher or society,
        ics=standard.ics or "",
        ccs=standard.ccs or "",
        replaces=tuple(dict.fromkeys((*earlier[-1:], *other))),
        stage=stage,
        stage_date=since if edition == DRAFT else "",
        published_on=published,
        effective_on=(standard.effective_on or "") if edition != DRAFT else "",
        patent_request=patent_request(cover) if code in PATENTS_ASKED else NOTHING,
        english_title=cover.english_title,
        drafting_organisations=tuple(_name(project, one) for one in standard.drafting_organisations),
        example=entry.example,
        figures=_figures(tree, folder, draft),
    )


def _zh(text: object) -> str:
    return str(getattr(text, "zh", "") or "")


def cover_of(project: Project, standard: Standard) -> Cover:
    """What the society's procedure says of the cover; nothing of its own where it says nothing."""
    procedure = project.find("procedures", standard.procedure, Procedure) if standard.procedure else None
    return (procedure.cover if procedure else None) or Cover()


def patent_request(cover: Cover) -> Text:
    """The request for patents: the society's own words, else the usual ones."""
    asked = cover.patent_request
    return Text(asked.zh, asked.en or "") if asked else PATENT_REQUEST


def _name(project: Project, organisation: str) -> str:
    entry = project.get(f"organisations/{organisation}")
    return entry.name.zh if entry else organisation


def _placeholder(procedure: Procedure | None) -> str:
    return f"T/{procedure.number_code if procedure else 'XXX'} XXXX—XXXX"


def _number_of(project: Project, slug: str) -> str:
    old = project.find("standards", slug, Standard)
    return old.numbers[-1].number if old and old.numbers else ""


def _figures(tree: Tree, folder: str, draft: Draft) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for figure in draft.figures:
        try:
            content = tree.read(f"{folder}/{figure.file}")
        except (OSError, KeyError):
            continue
        if is_picture(figure.file, content):
            found[figure.file] = content
    return found
