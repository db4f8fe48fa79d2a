"""Writes a standard as a Word file: cover, contents, foreword, introduction, text, annexes, references, end line."""

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE

from generator.documents.docx_xml import Element, element
from generator.drafts import pandoc
from generator.standards.document import StandardDocument
from generator.standards.word import sections
from generator.standards.word.blocks import Blocks
from generator.standards.word.clauses import FRONT, Clauses
from generator.standards.word.contents import contents
from generator.standards.word.cover import Cover
from generator.standards.word.figures import pictures_of
from generator.standards.word.formulas import omml
from generator.standards.word.marks import marks_of
from generator.standards.word.namespaces import root
from generator.standards.word.package import Package
from generator.standards.word.paragraphs import Place
from generator.standards.word.pictures import Pictures
from generator.standards.word.state import State
from generator.standards.word.styles import styles


def standard_docx(
    document: StandardDocument, *, author: str = "", date: str = "", runner: pandoc.Runner = pandoc.run
) -> bytes:
    """The Word file; the same document gives the same bytes.

    Changes in the draft become tracked changes. `author` and `date` (ISO): of the changes of whole clauses, which do
    not say; the publisher's, of the day of the document, by default. `runner` runs pandoc for the formulas.
    """
    file, notes = root("w:document", drawings=True), sections.footnotes()
    body = element("w:body", file)
    package = Package(file, notes)
    state = State(marks_of(document.draft), notes, package.link, package.link_of_note, omml(document.draft, runner))
    blocks = Blocks(state, Pictures(pictures_of(document.figures or {}), package.picture))
    edges = _edges(package, document)
    Cover(document, blocks, body).write()
    _end_section(body, blocks)
    contents(blocks, body, document.draft)
    clauses = Clauses(state, blocks, body, author or document.publisher, date or document.dated)
    front = True
    for clause in document.draft.clauses:
        if front and clause.kind not in FRONT:
            front = False
            _end_section(body, blocks, "upperRoman", edges)
            clauses.title(document.name.zh)
        clauses.clause(clause)
    if front:
        _end_section(body, blocks, "upperRoman", edges)
        clauses.title(document.name.zh)
    clauses.end_line()
    sections.section(body, "decimal", 1, edges)
    _other_parts(package, state)
    package.keep(document.draft)
    return package.packed(document)


def _edges(package: Package, document: StandardDocument) -> dict[str, str]:
    """Headers and footers; the ids of the relations to them."""
    number = f"{document.number}（示例）" if document.example else document.number
    found: dict[str, str] = {}
    for place, part in enumerate(sections.PARTS, 1):
        kind = "header" if part.startswith("header") else "footer"
        content_type = CONTENT_TYPE.WML_HEADER if kind == "header" else CONTENT_TYPE.WML_FOOTER
        relation = RELATIONSHIP_TYPE.HEADER if kind == "header" else RELATIONSHIP_TYPE.FOOTER
        found[part] = package.add(f"{kind}{place}.xml", content_type, relation, sections.edge(part, number))
    return found


def _end_section(body: Element, blocks: Blocks, form: str = "", edges: dict[str, str] | None = None) -> None:
    """End a section in the last paragraph; after a table in one of its own."""
    last = body[-1]
    if last is not blocks.state.last:
        last = blocks.paragraphs.begin(Place(body), "paragraph")
    sections.section(last[0], form, 1 if form else 0, edges)


def _other_parts(package: Package, state: State) -> None:
    for file, content_type, relation, content in (
        ("styles.xml", CONTENT_TYPE.WML_STYLES, RELATIONSHIP_TYPE.STYLES, styles()),
        ("numbering.xml", CONTENT_TYPE.WML_NUMBERING, RELATIONSHIP_TYPE.NUMBERING, state.numbering.part()),
        ("settings.xml", CONTENT_TYPE.WML_SETTINGS, RELATIONSHIP_TYPE.SETTINGS, sections.settings()),
    ):
        package.add(file, content_type, relation, content)
