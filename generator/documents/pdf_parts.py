"""Long documents as PDF: set in parts, each in a process of its own, and joined to one file.

Typst keeps about 10 KB for each cell of a table until its process ends. A part holds no more rows than fit into
some 400 MB; what is joined is the same whatever the machine. Everything is set twice: only then is it known
how many pages there are. The parts are untagged PDF 1.4, whose objects stand in the file one after the other.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any

Part = dict[str, Any]
SetPart = Callable[[Part], bytes]

LONG = 25_000
"""Cells in a document that is set in parts."""

_CELLS = 20_000
"""Cells in a part."""

_OBJECT = re.compile(rb"(?:^|\n)([0-9]+) 0 obj\n")
_REFERENCE = re.compile(rb"(?<![0-9.])([0-9]+) 0 R\b")
_PAGES = re.compile(rb"/Type\s*/Pages\b")
_COUNT = re.compile(rb"/Count ([0-9]+)")
_ROOT = re.compile(rb"/Root ([0-9]+) 0 R")
_INFO = re.compile(rb"/Info ([0-9]+) 0 R")


def is_long(data: Part) -> bool:
    """Whether a document has so many cells that it has to be set in parts."""
    return sum(map(_cells, data["sections"])) > LONG


def set_in_parts(data: Part, set_part: SetPart) -> bytes:
    """The joined file. `set_part`: sets one part; a function of a module, as it runs in other processes."""
    parts = list(_parts(data))
    many = [_pages(content) for content in _set_all(parts, set_part)]
    cover = 1 if data["cover"] else 0
    start, total = 1, sum(many) - cover
    more = []
    for place, (part, count) in enumerate(zip(parts, many, strict=True)):
        part |= {"start": start, "total": total}
        title = part["sections"][0]["title"] if place and part["sections"] else ""
        if title:
            more.append((title, start))
        start += count - (cover if place == 0 else 0)
    parts[0]["more"] = more
    return joined(list(_set_all(parts, set_part)))


def joined(parts: Sequence[bytes]) -> bytes:
    """One PDF of several: their objects renumbered, their pages one after the other, the rest as in the first."""
    objects: list[bytes] = []
    trees: list[tuple[int, int]] = []
    root = info = 0
    for content in parts:
        offset = len(objects)
        inside = dict(_objects(content))
        for number in range(1, max(inside) + 1):
            objects.append(_renumbered(inside.get(number, b"null"), offset))
        tree = next(
            number for number, body in inside.items() if _PAGES.search(_head(body)) and b"/Parent" not in _head(body)
        )
        trees.append((offset + tree, _pages(content)))
        if not root:
            root, info = int(_found(_ROOT, content)), int(_found(_INFO, content))
    pages = len(objects) + 1
    for number, _ in trees:
        objects[number - 1] = objects[number - 1].replace(b"<<", b"<</Parent %d 0 R" % pages, 1)
    objects[root - 1] = re.sub(rb"/Pages [0-9]+ 0 R", b"/Pages %d 0 R" % pages, objects[root - 1])
    kids = b" ".join(b"%d 0 R" % number for number, _ in trees)
    objects.append(b"<</Type/Pages/Count %d/Kids[%s]>>" % (sum(count for _, count in trees), kids))
    return _written(objects, root, info)


def _parts(data: Part) -> Iterator[Part]:
    """The short sections with everything that there is once, then the long ones piece by piece."""
    short = [section for section in data["sections"] if _cells(section) <= _CELLS]
    yield data | {"sections": short}
    # Any start but 1 says that this is not where the document begins.
    rest = data | {"cover": [], "contents": False, "signature": [], "start": 2}
    for section in data["sections"]:
        if _cells(section) > _CELLS:
            for piece in _pieces(section):
                yield rest | {"sections": [piece | {"break": False}]}


def _pieces(section: Part) -> Iterator[Part]:
    """A section in pieces, its heading in the first."""
    title = section["title"]
    for block in section["blocks"]:
        rows = block.get("rows", ())
        step = max(_CELLS // len(block["headings"]), 1) if rows else 1
        for begin in range(0, max(len(rows), 1), step):
            piece = dict(block)
            if rows:
                piece["rows"] = rows[begin : begin + step]
                if begin:
                    piece["titles"] = [""]
                if begin + step < len(rows):
                    piece |= {"sums": None, "notes": []}
            yield section | {"title": title, "blocks": [piece]}
            title = ""


def _cells(section: Part) -> int:
    return sum(len(block.get("rows", ())) * len(block.get("headings", ())) for block in section["blocks"])


def _set_all(parts: Sequence[Part], set_part: SetPart) -> Iterator[bytes]:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn"), max_tasks_per_child=1) as pool:
        yield from pool.map(set_part, parts)


def _objects(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Number and body of every object."""
    place = 0
    while found := _OBJECT.search(content, place):
        stream = content.find(b"stream\n", found.end())
        end = content.find(b"\nendobj", found.end())
        if -1 < stream < end:
            length = re.search(rb"/Length ([0-9]+)(?! 0 R)", content[found.end() : stream])
            if length is None:
                raise ValueError("a stream of the PDF does not state its length")
            end = content.find(b"\nendobj", stream + len(b"stream\n") + int(length[1]))
        yield int(found[1]), content[found.end() : end]
        place = end


def _head(body: bytes) -> bytes:
    """An object without the content of its stream."""
    return body.partition(b"stream\n")[0]


def _renumbered(body: bytes, offset: int) -> bytes:
    head, mark, stream = body.partition(b"stream\n")
    return _REFERENCE.sub(lambda number: b"%d 0 R" % (int(number[1]) + offset), head) + mark + stream


def _pages(content: bytes) -> int:
    """How many pages a part has."""
    for _, body in _objects(content):
        if _PAGES.search(_head(body)) and b"/Parent" not in _head(body):
            return int(_found(_COUNT, body))
    raise ValueError("the PDF has no tree of pages")


def _found(pattern: re.Pattern[bytes], content: bytes) -> bytes:
    found = pattern.search(content)
    if found is None:
        raise ValueError(f"the PDF has no {pattern.pattern!r}")
    return found[1]


def _written(objects: Sequence[bytes], root: int, info: int) -> bytes:
    out = bytearray(b"%PDF-1.4\n%\x80\x80\x80\x80\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<</Size %d/Root %d 0 R/Info %d 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        root,
        info,
        start,
    )
    return bytes(out)
