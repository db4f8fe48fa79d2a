"""The figures of a draft and the files beside it: each has the other, and what is in a file is looked at where it stands."""

import pytest

from tests.rules.drafts import DRAFT, assembled
from tests.rules.repository import diagnostics

FOLDER = DRAFT.removesuffix("draft.md")
TEXT = "网络的组成见[@fig-parts]。\n\n![网络的组成](figures/{name}.svg)\n\n图：网络的组成 {{#fig-parts}}\n"
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9"/></svg>\n'


def found(name: str, files: dict[str, str]) -> list[tuple[str, str, str]]:
    """Code, place, and the fix of everything that is wrong with a draft that shows figures/<name>.svg."""
    text = f"--- {DRAFT}\n{assembled(TEXT.format(name=name))}"
    text += "".join(f"--- {FOLDER}figures/{file}\n{content}" for file, content in files.items())
    return [(d.code.code, str(d.location).removeprefix(FOLDER), d.help("zh")) for d in diagnostics(text)]


def line_of(words: str) -> int:
    text = assembled(TEXT.format(name="parts"))
    return text[: text.index(words)].count("\n") + 1


def test_a_figure_with_its_file() -> None:
    assert found("parts", {"parts.svg": DRAWING}) == []


def test_a_figure_without_a_file_is_told_at_its_line() -> None:
    ((code, place, fix),) = found("parts", {})
    assert (code, place.split(":")[:2]) == ("D035", ["draft.md", str(line_of("![网络"))])
    assert fix.startswith("请把图片放到这个位置")


def test_a_slip_in_the_name_is_told_with_the_name_meant() -> None:
    missing, unused = found("part", {"parts.svg": DRAWING})
    assert missing[0] == "D035"
    assert "figures/parts.svg" in missing[2]
    assert unused[:2] == ("D036", "figures/parts.svg:1:1")


def test_a_file_that_no_figure_shows_is_a_warning_at_the_file() -> None:
    ((code, place, fix),) = found("parts", {"parts.svg": DRAWING, "old.svg": DRAWING})
    assert (code, place) == ("D036", "figures/old.svg:1:1")
    assert "![说明](figures/old.svg)" in fix


@pytest.mark.parametrize("inside", ["<script>alert(1)</script>", '<image href="a.png"/>', "<style>a{}</style>"])
def test_what_is_no_mere_drawing_is_told_at_its_place_in_the_file(inside: str) -> None:
    content = f'<svg xmlns="http://www.w3.org/2000/svg">\n<path/>\n{inside}\n</svg>\n'
    ((code, place, fix),) = found("parts", {"parts.svg": content})
    assert (code, place) == ("X016", "figures/parts.svg:3:2")
    assert "纯 SVG" in fix
