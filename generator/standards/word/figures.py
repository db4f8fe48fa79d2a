"""The figures of a draft as pictures; vector figures are drawn by Typst, in a folder of their own, with the packaged font."""

from collections.abc import Mapping

from generator.documents.pictures import drawn
from generator.drafts.svg import is_drawing
from generator.standards.word.pictures import Picture, picture_of

_DPI = 288


def pictures_of(figures: Mapping[str, bytes]) -> dict[str, Picture]:
    """By file; those that are no pictures are not there."""
    found: dict[str, Picture] = {}
    vectors = {
        file: content for file, content in figures.items() if file.lower().endswith(".svg") and is_drawing(content)
    }
    drawings = dict(zip(vectors, drawn(tuple(vectors.values()), _DPI), strict=True))
    for file, content in figures.items():
        dots = drawings.get(file) if file in vectors else content
        if dots and (picture := picture_of(dots, dpi=_DPI if file in vectors else 0, vector=vectors.get(file, b""))):
            found[file] = picture
    return found
