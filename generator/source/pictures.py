"""Pictures of a contribution. Nobody runs a photograph, but a browser that opens a drawing (SVG) runs what it holds.

What could do harm is refused, not repaired: a drawing holds only what draws, asks for nothing from elsewhere, and
no picture is another thing than its name says.
"""

import re
from collections.abc import Iterator
from math import prod
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

_LAYERS = {"mask": 300, "fill": 300, "stroke": 300, "opacity": 300, "clip-path": 100}
"""What an attribute adds to the elements that are drawn where it has to be drawn by itself first, as large as a page."""
_PIXELS = 40_000_000
_POINTS = re.compile(r"url\(['\"]?#([^'\")]*)['\"]?\)")
_DEEPEST, _MOST_STEPS, _MOST_DRAWN = 40, 8, 100_000
"""How deep elements may stand in each other, how often one may lead to another that leads on, and how many are drawn
once everything is followed. Sixteen masks in a chain are 2 KB, and take all memory there is."""

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
    elif _dots(kind, content) > _PIXELS:
        most = _PIXELS // 1_000_000
        yield _problem(path, Text(f"多于 {most}00 万像素", f"has more than {most} million dots"))


def _dots(kind: str, content: bytes) -> int:
    """How many dots the head of a picture promises: one of a few KB may ask for all memory. 0 where it says nothing."""
    if kind == "png":
        sides = (int.from_bytes(content[at : at + 4], "big") for at in (16, 20))
        return prod(sides) if content[12:16] == b"IHDR" else 0
    at, most = 2, 0
    while at + 9 < len(content) and content[at] == 0xFF:
        mark = content[at + 1]
        if 0xC0 <= mark <= 0xCF and mark not in (0xC4, 0xC8, 0xCC):
            height, width = (int.from_bytes(content[at + n : at + n + 2], "big") for n in (5, 7))
            most = max(most, height * width)
        at += 1 if mark == 0xFF else 2 + int.from_bytes(content[at + 2 : at + 4], "big")
    return most


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
    if (why := _endless(root)) is not None:
        yield _problem(path, why)


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


def _endless(root: "Element") -> Text | None:
    """Why a drawing takes too much to draw: too deep, or elements that use each other over and over."""
    order: list[Element] = []
    level = [root]
    for _ in range(_DEEPEST):
        order += level
        level = [child for element in level for child in element]
    if level:
        return Text(f"的元素嵌套超过 {_DEEPEST} 层", f"has elements nested deeper than {_DEEPEST}")
    named = {name: element for element in reversed(order) if (name := element.get("id"))}
    leads = {element: [named[name] for name in _led_to(element) if name in named] for element in order}
    paints = {name for name, element in named.items() if str(element.tag).endswith("}pattern")}
    weight = {element: _weight(element, paints) for element in order}
    drawn: dict[Element, int] = dict.fromkeys(order, 0)
    for _ in range(_MOST_STEPS + 1):  # each round follows one step more, until nothing is added
        before = drawn
        drawn = {}
        for element in reversed(order):  # what stands inside comes first
            inside = (
                weight[element]
                + sum(drawn[child] for child in element)
                + sum(before[other] for other in leads[element])
            )
            drawn[element] = min(inside, _MOST_DRAWN + 1)
        if drawn[root] > _MOST_DRAWN:
            break
        if drawn == before:
            return None
    return Text(
        "的元素反复引用其他元素，展开后太多", "has elements that use others over and over: too many once followed"
    )


def _weight(element: "Element", patterns: set[str]) -> int:
    """An element itself, and each thing about it that takes a layer of its own."""
    own = 1
    for attribute, value in (*element.items(), *_declared(element.get("style", ""))):
        name, text = attribute.strip(), value.strip()
        if name not in _LAYERS or text in ("1", "none", ""):
            continue
        if name in ("fill", "stroke") and not patterns.intersection(_POINTS.findall(text)):
            continue
        own += _LAYERS[name]
    return own


def _declared(style: str) -> Iterator[tuple[str, str]]:
    for declaration in style.split(";"):
        name, _, value = declaration.partition(":")
        yield name, value


def _led_to(element: "Element") -> Iterator[str]:
    """The ids that an element leads to."""
    for attribute, value in element.items():
        if attribute.rpartition("}")[2] == "href":
            yield value.strip().removeprefix("#")
        elif "url(" in value:
            yield from (name.strip() for name in _POINTS.findall(value))


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
