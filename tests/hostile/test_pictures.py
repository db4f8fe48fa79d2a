"""Pictures of a contribution: what draws is taken, what could run, fetch or hide something is refused at its place."""

import pytest

from generator.rules.check import check_tree
from generator.source.pictures import MOST_BYTES, picture_problems
from generator.source.tree import MemoryTree

START = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">\n'
DRAWING = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<!-- 网络组成 -->\n'
    + START
    + '<defs><linearGradient id="a"><stop offset="0"/></linearGradient></defs><g style="fill:url(#a)" transform="scale(2)">'
    + '<title>图</title><path d="M0 0h9"/><text x="1">on 接入 url</text><use xlink:href="#a"/></g></svg>\n'
)
SVG = "standards/access/figures/parts.svg"

HARM = {
    "script": "<script>alert(1)</script>",
    "script of another namespace": '<h:script xmlns:h="http://www.w3.org/1999/xhtml">alert(1)</h:script>',
    "handler": '<path onclick="alert(1)"/>',
    "handler in capitals": '<path ONLOAD="alert(1)"/>',
    "link": '<a xlink:href="https://example.org/"><path/></a>',
    "use from elsewhere": '<use xlink:href="https://example.org/a.svg#b"/>',
    "use of data": '<use href="data:image/svg+xml,x"/>',
    "code in an address": '<use href=" java&#10;script:alert(1)"/>',
    "picture": '<image href="a.png"/>',
    "foreign object": "<foreignObject><p/></foreignObject>",
    "style sheet": "<style>@import 'https://example.org/a.css'</style>",
    "style from elsewhere": '<path style="fill: URL( https://example.org/a )"/>',
    "style behind an escape": '<path style="fill:u\\72l(https://example.org/a)"/>',
    "animation": '<set attributeName="href" to="javascript:alert(1)"/>',
}


def faults(content: str | bytes, path: str = SVG) -> list[tuple[str, tuple[int, int] | None]]:
    data = content.encode() if isinstance(content, str) else content
    return [(code.code, finding.position) for code, finding in picture_problems(path, data)]


def test_what_draws_is_taken() -> None:
    assert faults(DRAWING) == []
    assert faults(b"\x89PNG\r\n\x1a\n" + b"0" * 99, "catalog/media/acme.png") == []
    assert faults(b"\xff\xd8\xff\xe0", "standards/access/figures/parts.jpg") == []


@pytest.mark.parametrize("harm", HARM.values(), ids=HARM)
def test_what_does_more_than_draw_is_refused_on_its_line(harm: str) -> None:
    ((code, position),) = faults(f"{START}<path/>\n{harm}\n</svg>")
    assert code == "X016"
    assert position is not None
    assert position[0] == 3


@pytest.mark.parametrize(
    "content",
    [
        '<?xml version="1.0"?><?xml-stylesheet href="https://example.org/a.css"?>' + START + "</svg>",
        '<?xml version="1.0" encoding="UTF-7"?>' + START + "</svg>",
        '<!DOCTYPE svg [<!ENTITY a "b">]>' + START + "&a;</svg>",
        START,
        "<html/>",
        "",
        DRAWING.encode("utf-16"),
        START + " " * MOST_BYTES + "</svg>",
    ],
    ids=["instruction", "encoding", "entity", "unfinished", "another root", "empty", "utf-16", "large"],
)
def test_a_drawing_that_is_none_is_refused(content: str | bytes) -> None:
    assert [code for code, _ in faults(content)] == ["X016"]


def test_a_picture_is_what_its_ending_says() -> None:
    assert [code for code, _ in faults(DRAWING, "catalog/media/acme.png")] == ["X016"]
    assert [code for code, _ in faults(b"GIF89a", "standards/access/figures/parts.gif")] == ["X016"]


def test_a_check_looks_at_pictures_where_they_stand() -> None:
    bad = f"{START}<script/></svg>".encode()
    checked = check_tree(
        MemoryTree(
            {
                "catalog/media/acme.svg": bad,
                SVG: bad,
                "standards/access/published/2026/figures/parts.svg": bad,
                "catalog/media/fine.svg": DRAWING.encode(),
            }
        ),
        "2026-07-01",
    )
    found = [d for d in checked.diagnostics if d.code.code == "X016"]
    assert [(d.location.path.split("/")[0], d.location.line) for d in found] == [
        ("catalog", 2),
        ("standards", 2),
        ("standards", 2),
    ]


BOMBS = {
    "uses of uses": '<g id="a0"><path/></g>'
    + "".join(f'<g id="a{i}">' + f'<use href="#a{i - 1}"/>' * 10 + "</g>" for i in range(1, 8))
    + '<use href="#a7"/>',
    "masks of masks": '<mask id="a0"><path/></mask>'
    + "".join(f'<mask id="a{i}"><path mask="url(#a{i - 1})"/><path mask="url( #a0)"/></mask>' for i in range(1, 16))
    + '<path mask="url(#a15)"/>',
    "a long chain": "".join(f'<g id="a{i}"><use href="#a{i + 1}"/></g>' for i in range(60)) + '<g id="a60"/>',
    "itself": '<g id="a"><use href="#a"/></g>',
    "many masks": '<mask id="a"><path/></mask>' + '<path mask="url(#a)"/>' * 400,
    "many layers": '<g style="opacity: .5"><path/></g>' * 400,
    "too deep": "<g>" * 60 + "</g>" * 60,
}


@pytest.mark.parametrize("harm", BOMBS.values(), ids=BOMBS)
def test_what_is_drawn_without_end_is_refused(harm: str) -> None:
    assert [code for code, _ in faults(f"{START}{harm}</svg>")] == ["X016"]


def test_a_busy_drawing_is_taken() -> None:
    busy = '<linearGradient id="a"/><symbol id="b"><path/></symbol><clipPath id="c"><path/></clipPath>'
    busy += '<path fill="url(#a)" opacity="1"/>' * 2_000 + '<use href="#b"/>' * 2_000 + '<g clip-path="url(#c)"/>' * 200
    assert faults(f"{START}{busy}</svg>") == []


def test_a_picture_of_too_many_dots_is_refused() -> None:
    png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + (30_000).to_bytes(4, "big") * 2
    jpg = b"\xff\xd8\xff\xe0\0\4ab\xff\xff\xc2\0\x11\x08" + (60_000).to_bytes(2, "big") * 2 + bytes(20)
    assert faults(png, "catalog/media/a.png") == faults(jpg, "catalog/media/a.jpg") == [("X016", (1, 1))]
