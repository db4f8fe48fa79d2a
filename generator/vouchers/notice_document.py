"""A public notice (公示) as a document: what is noticed, until when, how to object, with the list as an annex."""

from collections.abc import Sequence

from generator.documents.grid import CellKind, Document, Grid, Items, Paragraph, Properties, Section
from generator.model.voucher import Notice, Voucher
from generator.project import Entry, Project
from generator.texts import EXAMPLE, Lang, Text
from generator.vouchers import wording
from generator.vouchers.published import Row, row_of
from generator.vouchers.table import LABELS, cell_of, ordered, table, widths_of

NOTICE_TABLE = "notice"
"""The id of the programme's table that a notice lists; where there is none, a plain list is made."""

_PLAIN = ("number", "branch", "category", "product", "model", "vendor", "subsidy-class")
_DAYS = {"working": Text("个工作日", "working days"), "calendar": Text("个自然日", "calendar days")}


def notice_document(project: Project, notice: Entry, lang: Lang = "zh") -> Document:
    """The document of a notice, dated with its first day; listings as they are published on that day."""
    model = notice.as_a(Notice)
    voucher = project.get(f"vouchers/{model.voucher}")
    entries = [project.get(f"listings/{line.listing}") for line in model.listings]
    rows = [row_of(entry, project, model.start) for entry in entries if entry]
    issuer = _issuer(project, voucher)
    mark = EXAMPLE.of(lang) if notice.example else ""
    told = [
        Section(Text("公示内容", "What is noticed").of(lang), (Paragraph(_opening(model, voucher, len(rows), lang)),)),
        Section(Text("公示期", "Period").of(lang), (Paragraph(_period(model, lang)),)),
        Section(Text("异议的提出", "Objections").of(lang), tuple(_objections(model, lang))),
        Section(Text("附件：公示清单", "Annex: the listings").of(lang), (_list(voucher, rows, lang, mark),)),
    ]
    created = Properties(notice.name.of(lang), author=issuer, subject=mark, created=model.start, lang=lang)
    signature = tuple(line for line in (issuer, model.start) if line)
    return Document(
        created, notice.name.of(lang), tuple(told), signature=signature, mark=mark, contents=False, landscape=False
    )


def _issuer(project: Project, voucher: Entry | None) -> str:
    issuer = voucher.as_a(Voucher).issuer if voucher else None
    return wording.entry(project, f"organisations/{issuer}").zh if issuer else ""


def _opening(model: Notice, voucher: Entry | None, count: int, lang: Lang) -> str:
    basis, name = model.basis.of(lang), voucher.name.of(lang) if voucher else model.voucher
    return Text(
        f"依据{basis}，现将拟列入“{name}”产品目录的{count}个产品予以公示，清单见附件。",
        f"In accordance with {basis}, {count} products that are to be listed for “{name}” are made public in the annex.",
    ).of(lang)


def _period(model: Notice, lang: Lang) -> str:
    days = f"{int(model.days)}{'' if lang == 'zh' else ' '}{_DAYS[model.day_kind].of(lang)}"
    return Text(f"自{model.start}至{model.end}，共{days}。", f"From {model.start} to {model.end}, {days}.").of(lang)


def _objections(model: Notice, lang: Lang) -> Sequence[Paragraph | Items]:
    lines = (
        Text(f"提出方式：{model.channel.zh}", f"Channel: {model.channel.of('en')}").of(lang),
        Text(f"受理单位：{model.office.zh}", f"Receiving office: {model.office.of('en')}").of(lang),
    )
    asked = [Paragraph(model.requirements.of(lang))] if model.requirements else []
    return [*asked, Items(lines)]


def _list(voucher: Entry | None, rows: Sequence[Row], lang: Lang, mark: str) -> Grid:
    if voucher and any(one.id == NOTICE_TABLE for one in voucher.as_a(Voucher).tables):
        return table(voucher, NOTICE_TABLE, rows, lang, mark=mark)
    inside = ordered(voucher.as_a(Voucher), rows) if voucher else tuple(rows)
    cells = tuple(
        tuple(place if name == "number" else cell_of(name, row.values.get(name), "text", lang) for name in _PLAIN)
        for place, row in enumerate(inside, 1)
    )
    headings = tuple(LABELS[name].of(lang) for name in _PLAIN)
    kinds: tuple[CellKind, ...] = tuple("integer" if name == "number" else "text" for name in _PLAIN)
    title = Text("公示清单", "Listings").of(lang)
    return Grid((title,), headings, kinds, widths_of(kinds, headings, cells, [None] * len(_PLAIN)), cells, mark=mark)
