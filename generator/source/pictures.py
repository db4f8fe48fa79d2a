"""Pictures of a contribution. Nobody runs a photograph, but a browser that opens a drawing (SVG) runs what it holds.

What could do harm is refused, not repaired: a drawing holds only what draws, asks for nothing from elsewhere, and
no picture is another thing than its name says.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.diagnostics import Code, Finding
from generator.source import codes
from generator.source.tree import Tree, is_regular
from generator.texts import Text

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MOST_BYTES = 500 * 1024

_PLACES = re.compile(r"(?:catalog/media|standards/[^/]+/(?:published/[^/]+/)?figures)/(?!\.gitkeep$).+")
_BEGINS = {"png": b"\x89PNG\r\n\x1a\n", "jpg": b"\xff\xd8\xff"}
_SVG = "{http://www.w3.org/2000/svg}"
_DRAWS = frozenset((
    "svg", "g", "defs", "symbol", "use", "title", "desc", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon",
    "text", "tspan", "textPath", "linearGradient", "radialGradient", "stop", "clipPath", "mask", "pattern", "marker",
))  # fmt: skip
_ELSEWHERE = re.compile(r"url\((?!['\"]?#)|javascript:|@import|\\")
"""In an attribute, without blanks: an address outside the drawing, or an escape that could hide one."""

_INSTRUCTION = re.compile(r"<\?(?!xml\s)")
_ENCODING = re.compile(r"<\?xml[^>]*encoding\s*=\s*['\"](?!utf-8['\"])", re.IGNORECASE)


def pictures_in(tree: Tree) -> Iterator[str]:
    """The paths of the files of a repository that stand where pictures stand."""
    for path in tree.paths():
        if ("/media/" in path or "/figures/" in path) and _PLACES.fullmatch(path) and is_regular(tree.mode(path)):
            yield path


def picture_problems(path: str, content: bytes) -> Iterator[tuple[Code, Finding]]:
    """What is wrong with a picture, the first fault only. `path`: from the root; its ending says what it should be."""
    if len(content) > MOST_BYTES:
        size, most = len(content) // 1024, MOST_BYTES // 1024
        yield _problem(path, Text(f"有 {size} KB，上限是 {most} KB", f"has {size} KB, the limit is {most} KB"))
        return
    kind = path.rpartition(".")[2]
    if kind == "svg":
        yield from _drawing(path, content)
    elif kind not in _BEGINS:
        yield _problem(path, Text("不是 svg、png 或 jpg", "is no svg, png or jpg"))
    elif not content.startswith(_BEGINS[kind]):
        yield _problem(path, Text(f"的内容不是 {kind}", f"does not hold what its ending {kind} says"))


def _drawing(path: str, content: bytes) -> Iterator[tuple[Code, Finding]]:
    # Imported on use: hardly a repository has drawings.
    from xml.etree.ElementTree import ParseError

    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        yield _problem(path, Text("不是 UTF-8 编码", "is not UTF-8"))
        return
    if found := _INSTRUCTION.search(text) or _ENCODING.search(text):
        yield _problem(
            path, Text("含有处理指令或其他编码", "has an instruction or another encoding"), text, found.start()
        )
        return
    try:
        root = fromstring(text.encode(), forbid_dtd=True)
    except ParseError as error:
        line, column = error.position
        yield _problem(path, Text("不是完整的 XML", "is no sound XML"), position=(line, column + 1))
        return
    except DefusedXmlException:
        reason = Text("含有 DOCTYPE 或实体", "has a DOCTYPE or entities")
        yield _problem(path, reason, text, max(text.find("<!DOCTYPE"), 0))
        return
    if root.tag != f"{_SVG}svg":
        yield _problem(path, Text("的最外层不是 svg", "does not begin with svg"))
        return
    for element in root.iter():
        if (harm := _harm(element)) is not None:
            yield _problem(path, *_where(harm, text))
            return


def _harm(element: "Element") -> tuple[Text, str] | None:
    """Why an element is refused, and the word to look for."""
    tag = str(element.tag)
    name = tag.rpartition("}")[2]
    if not tag.startswith(_SVG) or name not in _DRAWS:
        return Text(f"含有 {name}", f"has {name}"), name
    for attribute, value in element.items():
        plain = attribute.rpartition("}")[2]
        close = "".join(value.split()).lower()
        outside = plain == "href" and not close.startswith("#")
        if outside or plain.lower().startswith("on") or _ELSEWHERE.search(close):
            return Text(
                f"的属性 {plain} 会执行代码或指向别处", f"has an attribute {plain} that runs code or leads elsewhere"
            ), plain
    return None


def _where(harm: tuple[Text, str], text: str) -> tuple[Text, str, int]:
    reason, word = harm
    found = re.search(rf"[<:\s]{re.escape(word)}\b", text)
    return reason, text, found.start() + 1 if found else 0


def _problem(
    path: str, reason: Text, text: str = "", at: int = 0, position: tuple[int, int] | None = None
) -> tuple[Code, Finding]:
    before = text[:at]
    place = position or (before.count("\n") + 1, at - (before.rfind("\n") + 1) + 1)
    return codes.UNSAFE_PICTURE, Finding(path, values={"reason": reason}, position=place)
