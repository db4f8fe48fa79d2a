"""Pandoc's syntax tree of a draft becomes clauses and blocks, not yet numbered, with the findings on the way."""

import re
from typing import Any

from generator.diagnostics import nearest
from generator.drafts import codes
from generator.drafts.ast import Attributes, Node, Position, Sink, attributes, unwrapped
from generator.drafts.containers import read_container
from generator.drafts.inlines import Inlines
from generator.drafts.model import (
    Block,
    Clause,
    ClauseKind,
    Definition,
    Definitions,
    Figure,
    Formula,
    Inline,
    ListBlock,
    Listing,
    Math,
    Nature,
    Paragraph,
    Quote,
    Waiver,
    Words,
)
from generator.drafts.tables import read_table
from generator.drafts.text import inline_text
from generator.drafts.titles import ELEMENTS, bare_title
from generator.texts import Text

MAX_DEPTH = 20
FIGURE_FILE = re.compile(r"figures/[a-z0-9]+(?:-[a-z0-9]+)*\.(?:svg|png|jpg)")
_CAPTION = re.compile(r"([表图])[：:]\s*")
_UNTITLED = re.compile(r"\s{0,3}#{1,6}\s+\{#([A-Za-z0-9_-]+)\}\s*#*\s*")
_NATURES: tuple[Nature, ...] = ("normative", "informative")


class Reader:
    """Walks the tree once. `aspects` are the ids that a provision's aspect may have."""

    def __init__(self, sink: Sink, source: str, aspects: tuple[str, ...]) -> None:
        self.sink = sink
        self.lines = source.split("\n")
        self.aspects = aspects
        self.inlines = Inlines(sink, lambda nodes, place: self.blocks(nodes, place, MAX_DEPTH - 2))
        self.clauses: list[Clause] = []
        self._kind: ClauseKind = "body"

    def read(self, nodes: list[Node]) -> tuple[tuple[Clause, ...], tuple[Waiver, ...]]:
        """The clauses and waivers of the whole document."""
        heading: tuple[Node, Position] | None = None
        inside: list[Node] = []
        for node in [*nodes, None]:
            if node is not None and node["t"] != "Header":
                inside.append(node)
                continue
            blocks = self.blocks(inside, (1, 1), 0, own_clause=True)
            if heading is not None:
                self.clauses.append(self._clause(heading[0]["c"], heading[1], blocks))
            elif blocks:
                self.sink.add(codes.TEXT_BEFORE_CLAUSE, (blocks[0].line or 1, 1))
            if node is not None:
                heading = (node, attributes(node["c"][1]).position or (1, 1))
            inside = []
        return tuple(self.clauses), tuple(Waiver(*waiver) for waiver in self.inlines.waivers)

    def blocks(self, nodes: list[Node], position: Position, depth: int, own_clause: bool = False) -> tuple[Block, ...]:
        """Blocks of one place. `own_clause`: provisions and terms may stand here."""
        if depth > MAX_DEPTH:
            self.sink.add(codes.UNREADABLE, position, reason=Text("嵌套过深", "nested too deeply"))
            return ()
        found: list[Block] = []
        caption: tuple[str, tuple[Inline, ...], str, Position] | None = None
        for node, place, name in unwrapped(nodes, position):
            block: Block | None
            if node["t"] in ("Para", "Plain") and (mark := self._caption(node["c"], place)):
                if caption is not None:
                    self._stray(caption)
                caption = self._figure_caption(found, mark)
                continue
            if node["t"] == "Table":
                own = caption if caption is not None and caption[0] == "表" else None
                block = read_table(node["c"], own[1] if own else (), own[2] if own else name, place, self.inlines)
                caption = None if own else caption
            else:
                block = self._block(node, place, name, depth, own_clause)
            if caption is not None:
                self._stray(caption)
                caption = None
            if block is not None:
                found.append(block)
        if caption is not None:
            self._stray(caption)
        return tuple(found)

    def _block(self, node: Node, place: Position, name: str, depth: int, own_clause: bool) -> Block | None:
        kind: str = node["t"]
        content: Any = node.get("c")
        if name and kind not in ("Para", "Plain"):
            self._unsupported(place, Text(f"此处的标识“{name}”", f"the id '{name}' here"))
        match kind:
            case "Para" | "Plain":
                return self._paragraph(content, place, name)
            case "BulletList":
                return ListBlock(False, self._items(content, place, depth), place[0])
            case "OrderedList":
                return ListBlock(True, self._items(content[1], place, depth), place[0])
            case "DefinitionList":
                items = (self._definition(names, parts, place, depth) for names, parts in content)
                return Definitions(tuple(items), place[0])
            case "BlockQuote":
                return Quote(self.blocks(content, place, depth + 1), place[0])
            case "CodeBlock":
                return self._listing(content, place)
            case "Div":
                attr = attributes(content[0])
                return read_container(self, attr, content[1], attr.position or place, depth, own_clause)
            case "RawBlock":
                if not self.inlines.waiver(content[1], place):
                    self.sink.add(codes.RAW_HTML, place, text=content[1].strip().split("\n")[0][:60])
            case "Header":
                what = Text("块内有标题", "a heading stands in the block")
                self.sink.add(codes.BLOCK_FENCE, attributes(content[1]).position or place, what=what)
            case "HorizontalRule":
                self._unsupported(place, Text("分隔线", "a rule"))
            case _:
                self._unsupported(place, Text(kind, kind))
        return None

    def _items(self, items: list[list[Node]], place: Position, depth: int) -> tuple[tuple[Block, ...], ...]:
        return tuple(self.blocks(item, place, depth + 1) for item in items)

    def _definition(self, names: list[Node], parts: list[list[Node]], place: Position, depth: int) -> Definition:
        meaning = tuple(block for part in parts for block in self.blocks(part, place, depth + 1))
        return Definition(self.inlines.convert(names, place)[0], meaning)

    def _listing(self, content: list[Any], place: Position) -> Listing:
        attr = attributes(content[0])
        place = attr.position or place
        raw = [name for name in attr.classes if name.startswith("{=")]
        if raw:
            self.sink.add(codes.RAW_ATTRIBUTE, place, text=raw[0][:60])
        return Listing(content[1], place[0])

    def _paragraph(self, nodes: list[Node], place: Position, name: str) -> Block | None:
        single = _single(nodes)
        if single is not None and single["t"] == "Image":
            return self._figure(single["c"], place)
        inlines, own = self.inlines.convert(nodes, place)
        inlines, own = _stripped(inlines), own or name
        if len(inlines) == 1 and isinstance(inlines[0], Math) and "$$" in self._source(place):
            return Formula(own, inlines[0], line=place[0])
        if own:
            self._unsupported(place, Text(f"段落上的标识“{own}”", f"the id '{own}' on a paragraph"))
        if inlines and isinstance(inlines[0], Words) and inlines[0].text.startswith(":::"):
            what = Text("“:::”之处没有块开始或结束", "no block begins or ends at this ':::'")
            self.sink.add(codes.BLOCK_FENCE, place, what=what)
        self._raw_attribute(inlines, place)
        return Paragraph(inlines, place[0]) if inlines else None

    def _raw_attribute(self, inlines: tuple[Inline, ...], place: Position) -> None:
        for inline in inlines:
            if isinstance(inline, Words) and (found := re.search(r"\{=[a-z]+\}", inline.text)):
                self.sink.add(codes.RAW_ATTRIBUTE, place, text=found.group())

    def _figure(self, content: list[Any], place: Position) -> Figure | None:
        attr, address = attributes(content[0]), content[2][0]
        if not FIGURE_FILE.fullmatch(address):
            self.sink.add(codes.UNSAFE_LINK, attr.position or place, address=address[:80])
            return None
        alternative = inline_text(self.inlines.convert(content[1], place)[0])
        return Figure(attr.id, (), address, alternative, line=place[0])

    def _caption(self, nodes: list[Node], place: Position) -> tuple[str, tuple[Inline, ...], str, Position] | None:
        """A paragraph `表：题 {#id}` or `图：题 {#id}`: its mark, title, id and place."""
        if not _CAPTION.match(self._source(place)[place[1] - 1 :]):
            return None
        inlines, name = self.inlines.convert(nodes, place)
        inlines = _stripped(inlines)
        match = _CAPTION.match(inlines[0].text) if inlines and isinstance(inlines[0], Words) else None
        if match is None or not isinstance(inlines[0], Words):
            return None
        rest = inlines[0].text[match.end() :]
        return match.group(1), ((Words(rest),) if rest else ()) + inlines[1:], name, place

    def _figure_caption(
        self, found: list[Block], mark: tuple[str, tuple[Inline, ...], str, Position]
    ) -> tuple[str, tuple[Inline, ...], str, Position] | None:
        """Gives a figure's caption to the figure before it; any other caption waits for its table."""
        if mark[0] == "图" and found and isinstance(found[-1], Figure) and not found[-1].caption:
            figure = found.pop()
            if isinstance(figure, Figure):
                found.append(Figure(mark[2] or figure.id, mark[1], figure.file, figure.alternative, line=figure.line))
            return None
        return mark

    def _stray(self, caption: tuple[str, tuple[Inline, ...], str, Position]) -> None:
        self.sink.add(codes.CAPTION, caption[3], text=f"{caption[0]}：{inline_text(caption[1])}"[:60])

    def _clause(self, content: list[Any], place: Position, blocks: tuple[Block, ...]) -> Clause:
        level, attr = content[0], attributes(content[1])
        inlines, name = self.inlines.convert(content[2], place)
        inlines = _stripped(inlines)
        title = inline_text(inlines)
        name = attr.id or name
        if not title and not name:
            untitled = _UNTITLED.fullmatch(self._source(place))
            name = untitled.group(1) if untitled else ""
        nature = self._nature(level, attr, title, place)
        return Clause(name, level, self._kind, inlines, title, blocks, nature, line=place[0])

    def _nature(self, level: int, attr: Attributes, title: str, place: Position) -> Nature:
        """Checks a heading's classes and attributes, sets the kind of its chapter, gives the annex's nature."""
        annex = level == 1 and "annex" in attr.classes
        for name in attr.classes:
            if not (annex and name == "annex"):
                self.sink.add(codes.UNKNOWN_BLOCK, place, name=name, hint=nearest(name, ["annex"]))
        for name in attr.pairs:
            if not (annex and name == "nature"):
                self.sink.add(codes.UNKNOWN_ATTRIBUTE, place, name=name, hint=nearest(name, ["nature"]))
        if level == 1:
            self._kind = "annex" if annex else ELEMENTS.get(bare_title(title), "body")
        if not annex:
            return ""
        nature = next((n for n in _NATURES if n == attr.pairs.get("nature")), None)
        if nature is None:
            self.sink.add(codes.ANNEX_NATURE, place, value=attr.pairs.get("nature", ""))
        return nature or "informative"

    def _unsupported(self, place: Position, what: Text) -> None:
        self.sink.add(codes.UNSUPPORTED, place, what=what)

    def _source(self, place: Position) -> str:
        return self.lines[place[0] - 1] if 0 < place[0] <= len(self.lines) else ""


def _single(nodes: list[Node]) -> Node | None:
    """The only node of a paragraph, out of the spans that carry positions."""
    while len(nodes) == 1 and nodes[0]["t"] == "Span":
        nodes = nodes[0]["c"][1]
    return nodes[0] if len(nodes) == 1 else None


def _stripped(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Without the space that stood before an id."""
    if inlines and isinstance(last := inlines[-1], Words):
        text = last.text.rstrip()
        return (*inlines[:-1], Words(text)) if text else inlines[:-1]
    return inlines
