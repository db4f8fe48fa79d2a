"""Figures as pictures in the line; vector figures come with a picture of dots for programs that cannot show them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from docx.image.image import Image
from lxml import etree

from generator.documents.docx_xml import Element
from generator.documents.pictures import HEIGHT, WIDTH
from generator.drafts.model import Figure
from generator.standards.word.namespaces import PIC, SVG, WP, A, R

EMU = 36000
"""Of a millimetre."""
_WIDTH, _HEIGHT = WIDTH * EMU, HEIGHT * EMU
_SVG_USE = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_LOCAL_DPI = 96


@dataclass(frozen=True, slots=True)
class Picture:
    """`name` and `content` of the picture of dots, `vector` the same as SVG; width and height in EMU."""

    kind: str
    content: bytes
    width: int
    height: int
    vector: bytes = b""


@dataclass(slots=True)
class Pictures:
    """`relate` puts a picture into the file and gives the id of the relation to it."""

    pictures: Mapping[str, Picture]
    relate: Callable[[bytes, str], str]
    count: int = 0

    def has(self, file: str) -> bool:
        return file in self.pictures

    def put(self, drawing: Element | None, figure: Figure) -> bool:
        """Fill a `w:drawing`; False where there is no such picture."""
        picture = self.pictures.get(figure.file)
        if drawing is None or picture is None:
            return False
        self.count += 1
        key, width, height = str(self.count), str(picture.width), str(picture.height)
        inline = _element(f"{{{WP}}}inline", drawing, distT="0", distB="0", distL="0", distR="0")
        _element(f"{{{WP}}}extent", inline, cx=width, cy=height)
        _element(f"{{{WP}}}docPr", inline, id=key, name=figure.file, descr=figure.alternative)
        frame = _element(f"{{{WP}}}cNvGraphicFramePr", inline)
        _element(f"{{{A}}}graphicFrameLocks", frame, noChangeAspect="1")
        data = _element(f"{{{A}}}graphicData", _element(f"{{{A}}}graphic", inline), uri=PIC)
        pic = _element(f"{{{PIC}}}pic", data)
        about = _element(f"{{{PIC}}}nvPicPr", pic)
        _element(f"{{{PIC}}}cNvPr", about, id=key, name=figure.file, descr=figure.alternative)
        _element(f"{{{PIC}}}cNvPicPr", about)
        fill = _element(f"{{{PIC}}}blipFill", pic)
        blip = _element(f"{{{A}}}blip", fill)
        blip.set(f"{{{R}}}embed", self.relate(picture.content, picture.kind))
        if picture.vector:
            use = _element(f"{{{A}}}ext", _element(f"{{{A}}}extLst", blip), uri=_SVG_USE)
            vector = etree.SubElement(use, f"{{{SVG}}}svgBlip", nsmap={"asvg": SVG})
            vector.set(f"{{{R}}}embed", self.relate(picture.vector, "svg"))
        _element(f"{{{A}}}fillRect", _element(f"{{{A}}}stretch", fill))
        shape = _element(f"{{{PIC}}}spPr", pic)
        place = _element(f"{{{A}}}xfrm", shape)
        _element(f"{{{A}}}off", place, x="0", y="0")
        _element(f"{{{A}}}ext", place, cx=width, cy=height)
        _element(f"{{{A}}}avLst", _element(f"{{{A}}}prstGeom", shape, prst="rect"))
        return True


def picture_of(content: bytes, *, dpi: int = 0, vector: bytes = b"") -> Picture | None:
    """A PNG or JPEG as it fits on the page; None for what is neither. `dpi`: where it is known better than the file does."""
    try:
        image = Image.from_blob(content)
        across, along = image.px_width, image.px_height
    except Exception:  # noqa: BLE001 - whatever it is that the library stumbles over: it raises plain ones too
        return None
    kind = {"image/png": "png", "image/jpeg": "jpg"}.get(image.content_type, "")
    if not kind or across <= 0 or along <= 0:
        return None
    scale = 914400 / (dpi or max(image.horz_dpi, _LOCAL_DPI))
    shrink = min(1.0, _WIDTH / (across * scale), _HEIGHT / (along * scale))
    width, height = (max(round(side * scale * shrink), 1) for side in (across, along))
    return Picture(kind, content, width, height, vector)


def _element(tag: str, parent: Element, **attributes: str) -> Element:
    return etree.SubElement(parent, tag, attributes)
