"""The cover of a group standard: each part in a frame at its place on the page, whatever the others hold."""

from dataclasses import dataclass

from generator.documents.docx_xml import Element, element
from generator.standards.document import StandardDocument
from generator.standards.word.blocks import Blocks
from generator.standards.word.paragraphs import Place
from generator.standards.word_styles import Role

_UNKNOWN_DAY = "XXXX-XX-XX"
_MM = 56.6929
_LEFT, _WIDE = 25, 165


@dataclass(frozen=True, slots=True)
class _Frame:
    """A place on the page in millimetres."""

    x: float
    y: float
    width: float
    height: float


_CODES = _Frame(_LEFT, 18, 80, 14)
_LABEL = _Frame(_LEFT, 40, _WIDE, 18)
_NUMBER = _Frame(_LEFT, 66, _WIDE, 14)
_RULE = _Frame(_LEFT, 82, _WIDE, 3)
_TITLE = _Frame(_LEFT, 105, _WIDE, 120)
_PUBLISHED = _Frame(_LEFT, 240, 80, 8)
_EFFECTIVE = _Frame(_LEFT + 85, 240, 80, 8)
_LOWER_RULE = _Frame(_LEFT, 249, _WIDE, 3)
_PUBLISHER = _Frame(_LEFT, 257, _WIDE, 12)


@dataclass(slots=True)
class Cover:
    document: StandardDocument
    blocks: Blocks
    body: Element

    def write(self) -> None:
        """The cover; the paragraph that ends its section is the last one."""
        document = self.document
        self._line(_CODES, "cover-codes", f"ICS {document.ics}" if document.ics else "ICS")
        self._line(_CODES, "cover-codes", f"CCS {document.ccs}" if document.ccs else "CCS")
        self._line(_LABEL, "cover-label", document.label)
        self._line(_NUMBER, "cover-number", document.number)
        if document.replaces:
            self._line(_NUMBER, "cover-replaces", f"代替 {'、'.join(document.replaces)}")
        self._rule(_RULE)
        for part in document.name.zh.split("　"):
            self._line(_TITLE, "cover-title", part)
        if document.english_title and document.name.en:
            self._line(_TITLE, "cover-english", document.name.en)
        if document.example:
            self._line(_TITLE, "cover-stage", "示例，不是正式发布的标准")
        if document.stage.zh:
            self._line(_TITLE, "cover-stage", f"（{document.stage.zh}）")
        if document.stage_date and document.stage.zh:
            self._line(_TITLE, "cover-stage", f"（本稿完成日期：{document.stage_date}）")
        if document.patent_request.zh:
            self._line(_TITLE, "cover-patents", document.patent_request.zh)
        self._line(_PUBLISHED, "cover-published", f"{document.published_on or _UNKNOWN_DAY} 发布")
        self._line(_EFFECTIVE, "cover-effective", f"{document.effective_on or _UNKNOWN_DAY} 实施")
        self._rule(_LOWER_RULE)
        if document.publisher:
            self._line(_PUBLISHER, "cover-publisher", f"{document.publisher}　发布")
        self.blocks.paragraphs.begin(Place(self.body), "paragraph")

    def _line(self, frame: _Frame, role: Role, text: str) -> Element:
        made = self.blocks.paragraphs.begin(Place(self.body), role)
        place = element(
            "w:framePr",
            w=_twips(frame.width),
            h=_twips(frame.height),
            hRule="exact",
            hSpace="0",
            vSpace="0",
            wrap="around",
            vAnchor="page",
            hAnchor="page",
            x=_twips(frame.x),
            y=_twips(frame.y),
        )
        made[0].insert(1, place)
        self.blocks.runs.text(made, text)
        return made

    def _rule(self, frame: _Frame) -> None:
        """A line across the page."""
        made = self._line(frame, "cover-codes", "")
        edges = element("w:pBdr")
        element("w:top", edges, val="single", sz="8", space="1", color="auto")
        made[0].insert(2, edges)


def _twips(millimetres: float) -> str:
    return str(round(millimetres * _MM))
