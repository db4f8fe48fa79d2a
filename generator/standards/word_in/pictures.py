"""Pictures, text boxes, shapes and embedded objects in a paragraph of a Word file."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.documents.package import Relation
from generator.standards.word_in.names import WP, A, Element, M, R, V, W, local
from generator.standards.word_in.report import Remarks
from generator.texts import Text


@dataclass(frozen=True, slots=True)
class Picture:
    """`part`: the picture's file in the package; `name` and `alternative` as Word keeps them."""

    part: str
    name: str
    alternative: str


def pictures_in(drawing: Element, relations: Mapping[str, Relation], remarks: Remarks) -> Iterator[Picture]:
    """The pictures of a drawing that are in the file; text boxes and shapes are told."""
    for box in drawing.iter(W + "txbxContent"):
        remarks.add(Text("文本框里的文字", "text in a text box"), text_of(box), lost=True)
    found: list[tuple[Relation | None, str, str]] = []
    for frame in [*drawing.iter(WP + "inline"), *drawing.iter(WP + "anchor")]:
        about = frame.find(WP + "docPr")
        for blip in frame.iter(A + "blip"):
            name, alternative = (about.get(key) or "" for key in ("name", "descr")) if about is not None else ("", "")
            found.append((relations.get(blip.get(R + "embed") or ""), name, alternative))
    for image in drawing.iter(V + "imagedata"):
        found.append((relations.get(image.get(R + "id") or ""), "", image.get("title") or ""))
    for relation, name, alternative in found:
        if relation is None or relation.external:
            remarks.add(Text("没有存在文件里的图片", "a picture that is not in the file"), name, lost=True)
        else:
            yield Picture(relation.target, name, alternative)
    if not found and drawing.find(f".//{W}txbxContent") is None:
        embedded = local(drawing) == "object"
        what = Text("嵌入的对象", "an embedded object") if embedded else Text("图形或图表", "a shape or chart")
        remarks.add(what, lost=True)


def text_of(element: Element) -> str:
    """All text below an element."""
    return "".join(one.text or "" for one in element.iter(W + "t", M + "t")).strip()
