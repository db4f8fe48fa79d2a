"""Only drawings are shown as figures: what could run or reach out is refused."""

from pathlib import Path

import pytest

from generator.drafts.svg import is_drawing

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">{}</svg>'
FIGURES = sorted((Path(__file__).parents[3] / "standards").rglob("*.svg"))


@pytest.mark.parametrize("path", FIGURES, ids=lambda path: f"{path.parents[1].name}-{path.stem}")
def test_our_own_figures_are_drawings(path: Path) -> None:
    assert is_drawing(path.read_bytes())


@pytest.mark.parametrize(
    "inside",
    [
        '<rect width="4" height="4" fill="url(#paint)"/>',
        '<defs><marker id="a"><path d="M0 0h1"/></marker></defs><use xlink:href="#a"/>',
        "<text>端到端时延</text>",
    ],
)
def test_a_drawing(inside: str) -> None:
    assert is_drawing(SVG.format(inside).encode())


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<rect onload="alert(1)"/>',
        '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>',
        '<image xlink:href="https://example.org/a.png"/>',
        '<use xlink:href="other.svg#a"/>',
        '<rect fill="url(https://example.org/#a)"/>',
        "<style>@import 'https://example.org/a.css'</style>",
        '<a xlink:href="javascript:alert(1)"><text>x</text></a>',
        '<set attributeName="onclick" to="alert(1)"/>',
        "<rect>",
    ],
)
def test_what_runs_or_reaches_out_is_none(inside: str) -> None:
    assert not is_drawing(SVG.format(inside).encode())


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not a picture",
        b'<html xmlns="http://www.w3.org/1999/xhtml"/>',
        b'<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg xmlns="http://www.w3.org/2000/svg"><text>&a;</text></svg>',
        b'<?xml version="1.0" encoding="no-such"?><svg xmlns="http://www.w3.org/2000/svg"/>',
    ],
)
def test_other_bytes_are_none(content: bytes) -> None:
    assert not is_drawing(content)
