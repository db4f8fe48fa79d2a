"""Drafts that the tests of Word files are about, read as the tool reads them."""

import struct
import zlib
from dataclasses import replace
from functools import cache
from pathlib import Path

from generator.drafts.model import (
    Block,
    Cell,
    Change,
    Changed,
    Clause,
    Draft,
    ListBlock,
    Paragraph,
    Table,
    Words,
)
from generator.drafts.number import numbered
from generator.drafts.read import read_draft
from generator.drafts.rewrite import Rewriter
from generator.standards.document import PATENT_REQUEST, StandardDocument
from generator.texts import Text
from perf.draft import markdown

SVG = b"""<svg xmlns="http://www.w3.org/2000/svg" width="320" height="120" viewBox="0 0 320 120">
<rect x="10" y="30" width="80" height="60" fill="none" stroke="black"/><text x="30" y="65" font-size="16">\xe7\xbb\x88\xe7\xab\xaf</text>
<line x1="90" y1="60" x2="230" y2="60" stroke="black"/>
<rect x="230" y="30" width="80" height="60" fill="none" stroke="black"/><text x="250" y="65" font-size="16">\xe8\xbe\xb9\xe7\xbc\x98</text></svg>"""

JPEG = (
    b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x01\x00\x60\x00\x60\x00\x00"
    b"\xff\xc0\x00\x0b\x08\x00\x10\x00\x20\x01\x01\x11\x00\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00\x00\xff\xd9"
)
"""The head of a picture of 32 by 16 dots."""


def png(width: int, height: int) -> bytes:
    """A grey picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = b"".join(b"\0" + b"\xb0" * width for _ in range(height))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


@cache
def torture() -> Draft:
    """A draft that holds every construct."""
    draft, problems = read_draft("draft.md", (Path(__file__).parent / "torture.md").read_bytes())
    assert draft is not None
    assert not [code for code, _ in problems if code.code not in ALLOWED], problems
    return draft


ALLOWED = frozenset(("D015", "D017"))


def document(draft: Draft | None = None) -> StandardDocument:
    return StandardDocument(
        slug="torture",
        edition="draft",
        name=Text("示例产品　第1部分：通用要求", "Example products — Part 1: General requirements"),
        number="T/ABC 001—2026",
        draft=draft or torture(),
        society="示例促进会",
        publisher="示例促进会",
        ics="33.040.40",
        ccs="M 32",
        replaces=("T/ABC 001—2020",),
        stage=Text("征求意见稿", "draft for comment"),
        stage_date="2026-10-12",
        patent_request=PATENT_REQUEST,
        figures={"figures/net.svg": SVG, "figures/dot.png": png(200, 100)},
    )


def marked() -> Draft:
    """The draft with a tracked change of every kind."""

    def change(block: Block) -> Block:
        match block:
            case Paragraph(inlines=(Words(words), *rest)) if "性能应满足" in words:
                old, new = (Change("deleted", (Words("性能"),), *BY), Change("inserted", (Words("各项指标"),), *BY))
                return Paragraph((old, new, Words(words.removeprefix("性能")), *rest), block.line)
            case Table(id="tbl-plain"):
                first, *others = block.body
                cell = replace(
                    first[1], inlines=(Change("deleted", first[1].inlines, *BY), Change("inserted", (Words("2"),), *BY))
                )
                return replace(block, body=((first[0], cell), *others))
            case ListBlock(ordered=True, items=items) if len(items) == 2:
                return replace(block, items=(items[0], (Changed("inserted", (text("新增的一项；"),), *BY),), items[1]))
            case _:
                return block

    look = Rewriter(change)
    clauses: list[Clause] = []
    for clause in torture().clauses:
        blocks = look.blocks(clause.blocks)
        if clause.id == "c-text-4":
            clauses.append(replace(clause, change="deleted"))
            continue
        if clause.id == "c-foreword":
            blocks = (*blocks, Changed("inserted", (text("本文件首次发布。"),), *BY))
        if clause.id == "c-formulas":
            blocks = (*blocks, Changed("deleted", (text("删去的一段。"), table("tbl-old", "旧表")), *BY))
            blocks = (*blocks, Changed("inserted", (table("tbl-new", "新表"),), *BY))
        clauses.append(replace(clause, blocks=blocks))
        if clause.id == "c-tables":
            clauses.append(
                Clause(
                    "c-new", 2, "body", (Words("新增的条"),), "新增的条", (text("新增条的内容。"),), change="inserted"
                )
            )
    return numbered(replace(torture(), clauses=tuple(clauses)))


BY = ("示例网络设备有限公司", "2026-11-02")


def text(words: str) -> Paragraph:
    return Paragraph((Words(words),))


def table(key: str, caption: str) -> Table:
    head, body = ((Cell((Words("名称"),)), Cell((Words("值"),))),), ((Cell((Words("丙"),)), Cell((Words("3"),))),)
    return Table(key, (Words(caption),), 2, head, body)


def large(chapters: int) -> Draft:
    """A draft of so many chapters, as `perf.draft` makes it: 15 KB of Markdown each."""
    draft, _ = read_draft("draft.md", markdown(chapters).encode())
    assert draft is not None
    return draft
