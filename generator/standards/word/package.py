"""The parts of the file and how they hang together."""

from datetime import datetime
from io import BytesIO

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.package import OpcPackage
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from lxml import etree

from generator.documents.docx_package import packed
from generator.documents.docx_xml import Element
from generator.drafts.model import Draft, Provision, walk
from generator.standards.document import StandardDocument
from generator.standards.word_styles import PART_NAMESPACE

_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_PROPERTIES = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_ITEM = "{6E1D2B0C-5F5B-4C0E-9C7B-3B1B7F4C1D60}"
_TYPES = {"png": "image/png", "jpg": "image/jpeg", "svg": "image/svg+xml"}


class Package:
    """A Word file in the making. `document` and `footnotes` are parts whose elements go on being filled."""

    def __init__(self, document: Element, footnotes: Element) -> None:
        self._package = OpcPackage()
        self._main = self._part("/word/document.xml", CONTENT_TYPE.WML_DOCUMENT_MAIN, document)
        self._package.relate_to(self._main, RELATIONSHIP_TYPE.OFFICE_DOCUMENT)
        self._notes = self._part("/word/footnotes.xml", CONTENT_TYPE.WML_FOOTNOTES, footnotes)
        self._main.relate_to(self._notes, RELATIONSHIP_TYPE.FOOTNOTES)
        self._links: dict[tuple[bool, str], str] = {}
        self._pictures: dict[bytes, Part] = {}

    def add(self, file: str, content_type: str, relation: str, content: Element) -> str:
        """A part beside the document; the id of the relation to it."""
        return self._main.relate_to(self._part(f"/word/{file}", content_type, content), relation)

    def link(self, address: str) -> str:
        """The id of a relation from the text to an address outside."""
        return self._link(self._main, address)

    def link_of_note(self, address: str) -> str:
        return self._link(self._notes, address)

    def picture(self, content: bytes, kind: str) -> str:
        """The id of the relation to a picture, which is in the file once."""
        part = self._pictures.get(content)
        if part is None:
            place = PackURI(f"/word/media/image{len(self._pictures) + 1}.{kind}")
            part = self._pictures[content] = Part(place, _TYPES[kind], content)
        return self._main.relate_to(part, RELATIONSHIP_TYPE.IMAGE)

    def keep(self, draft: Draft) -> None:
        """The part that keeps what Word does not show: kind, aspect, class and verification of each provision."""
        kept = etree.Element(f"{{{PART_NAMESPACE}}}draft", nsmap={None: PART_NAMESPACE})  # type: ignore[dict-item]  # the stub forgets the default
        for provision in _provisions(draft):
            given = {
                "id": provision.id,
                "kind": provision.kind,
                "aspect": provision.aspect,
                "class": provision.grade,
                "verify": provision.verify,
            }
            one = etree.SubElement(kept, f"{{{PART_NAMESPACE}}}provision")
            for key, value in given.items():
                if value:
                    one.set(key, value)
        item = XmlPart(PackURI("/customXml/item1.xml"), "application/xml", kept, self._package)  # type: ignore[arg-type]
        self._main.relate_to(item, RELATIONSHIP_TYPE.CUSTOM_XML)
        about = etree.Element(f"{{{_CUSTOM}}}datastoreItem", {f"{{{_CUSTOM}}}itemID": _ITEM}, nsmap={"ds": _CUSTOM})
        names = etree.SubElement(about, f"{{{_CUSTOM}}}schemaRefs")
        etree.SubElement(names, f"{{{_CUSTOM}}}schemaRef", {f"{{{_CUSTOM}}}uri": PART_NAMESPACE})
        properties = XmlPart(PackURI("/customXml/itemProps1.xml"), _PROPERTIES, about, self._package)  # type: ignore[arg-type]
        item.relate_to(properties, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)

    def packed(self, document: StandardDocument) -> bytes:
        """The file. Its one date is the day that the document bears."""
        core, day = self._package.core_properties, datetime.fromisoformat(document.dated)
        core.title, core.author, core.subject = document.name.zh, document.publisher, document.number
        core.created = core.modified = day
        core.last_modified_by, core.comments, core.keywords, core.revision = document.publisher, "", document.slug, 1
        core.language, core.category = "zh-CN", document.stage.zh
        out = BytesIO()
        self._package.save(out)
        return packed(out.getvalue())

    def _part(self, file: str, content_type: str, content: Element) -> XmlPart:
        return XmlPart(PackURI(file), content_type, content, self._package)  # type: ignore[arg-type]

    def _link(self, part: Part, address: str) -> str:
        key = (part is self._main, address)
        if key not in self._links:
            self._links[key] = part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        return self._links[key]


def _provisions(draft: Draft) -> list[Provision]:
    """Each provision once, one that is kept before one that is deleted."""
    found: dict[str, Provision] = {}
    for clause in sorted(draft.clauses, key=lambda one: one.change == "deleted"):
        for block in walk(clause.blocks):
            if isinstance(block, Provision):
                found.setdefault(block.id, block)
    return [found[key] for key in sorted(found)]
