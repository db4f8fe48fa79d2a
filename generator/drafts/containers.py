"""The marked blocks of a draft: `::: {.provision …}`, `::: {.term …}`, `::: note`, `::: example`."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, cast

from generator.diagnostics import allowed, nearest
from generator.drafts import codes
from generator.drafts.ast import Attributes, Node, Position
from generator.drafts.model import (
    PROVISION_KINDS,
    Block,
    Example,
    Note,
    Paragraph,
    Provision,
    ProvisionKind,
    Term,
)
from generator.drafts.text import block_text, with_hashes
from generator.texts import Text

if TYPE_CHECKING:
    from generator.drafts.blocks import Reader

KEYS: dict[str, tuple[str, ...]] = {
    "provision": ("kind", "aspect", "class", "verify"),
    "term": ("en",),
    "note": (),
    "example": (),
}
"""The classes of block that a draft may use, each with its attributes."""


def read_container(
    reader: "Reader", attr: Attributes, nodes: list[Node], place: Position, depth: int, own_clause: bool
) -> Block | None:
    """The block of one fenced division, or None where it is refused (its finding is recorded)."""
    name, *more = attr.classes or ("",)
    grade = more.pop(0) if name == "provision" and more else ""  # pandoc counts `class=` among the classes
    if more or name not in KEYS:
        shown = " ".join(attr.classes)
        reader.sink.add(codes.UNKNOWN_BLOCK, place, name=shown, hint=_hint(shown, KEYS))
        return None
    for key in attr.pairs:
        if key not in KEYS[name]:
            reader.sink.add(codes.UNKNOWN_ATTRIBUTE, place, name=key, hint=_hint(key, KEYS[name]))
    if name in ("provision", "term") and not own_clause:
        what = Text(f"嵌在其他块里的 {name}", f"a {name} inside another block")
        reader.sink.add(codes.UNSUPPORTED, place, what=what)
        return None
    if attr.id and name in ("note", "example"):
        what = Text(f"注或示例上的标识“{attr.id}”", f"the id '{attr.id}' on a note or example")
        reader.sink.add(codes.UNSUPPORTED, place, what=what)
    blocks = reader.blocks(nodes, place, depth + 1)
    match name:
        case "provision":
            return _provision(reader, attr, blocks, place, grade)
        case "term":
            return _term(reader, attr, blocks, place)
        case "note":
            return Note(blocks, line=place[0])
        case _:
            return Example(blocks, line=place[0])


def _provision(
    reader: "Reader", attr: Attributes, blocks: tuple[Block, ...], place: Position, grade: str
) -> Provision | None:
    kind, aspect = attr.pairs.get("kind", ""), attr.pairs.get("aspect", "")
    if not attr.id:
        reader.sink.add(codes.MISSING_PROVISION_ID, place)
    if kind not in PROVISION_KINDS:
        reader.sink.add(codes.PROVISION_KIND, place, value=kind, hint=_hint(kind, PROVISION_KINDS))
    if aspect not in reader.aspects:
        reader.sink.add(codes.PROVISION_ASPECT, place, value=aspect, hint=_hint(aspect, reader.aspects))
    if not block_text(blocks):
        reader.sink.add(codes.EMPTY_PROVISION, place, id=attr.id)
    if not attr.id or kind not in PROVISION_KINDS or aspect not in reader.aspects:
        return None
    verify = " ".join(attr.pairs.get("verify", "").split())
    return with_hashes(Provision(attr.id, cast(ProvisionKind, kind), aspect, blocks, verify, grade, line=place[0]))


def _term(reader: "Reader", attr: Attributes, blocks: tuple[Block, ...], place: Position) -> Term | None:
    """The first paragraph is the term, what follows its definition."""
    first = blocks[0] if blocks else None
    if not isinstance(first, Paragraph):
        reader.sink.add(codes.INCOMPLETE_TERM, place, what=Text("术语", "the term"))
        return None
    if not block_text(blocks[1:]):
        reader.sink.add(codes.INCOMPLETE_TERM, place, what=Text("定义", "a definition"))
    if not attr.pairs.get("en", "").strip():
        reader.sink.add(
            codes.INCOMPLETE_TERM, place, what=Text('英文对应词（en="…"）', 'the English equivalent (en="…")')
        )
    return Term(attr.id, first.inlines, attr.pairs.get("en", "").strip(), blocks[1:], line=place[0])


def _hint(word: str, known: Iterable[str]) -> Text:
    known = list(known)
    near = nearest(word, known)
    return near if near.zh or not known else allowed(known)
