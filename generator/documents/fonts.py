"""The packaged font: where it is, what it is called, and which characters it cannot show.

Noto Sans CJK, regular weight, from a wheel under the SIL Open Font License. Nothing else on the machine is
looked at, so that the same data gives the same file everywhere.
"""

import struct
from bisect import bisect_right
from collections.abc import Iterable
from functools import cache
from importlib.util import find_spec
from pathlib import Path

FAMILY = "Noto Sans CJK SC"
_PACKAGE, _FILE = "noto_cjk_sans_otc", "NotoSansCJK-Regular.ttc"
_BLANK = frozenset("\n\t")
"""Laid out, not drawn."""


class MissingGlyphs(ValueError):
    """The font has no glyph for some characters of a text. `characters`: each once, in order."""

    def __init__(self, characters: tuple[str, ...]) -> None:
        self.characters = characters
        named = "、".join(f"{character}（U+{ord(character):04X}）" for character in characters[:20])
        super().__init__(f"字体缺少以下字符 / the font lacks these characters: {named}")


def folder() -> Path:
    """The folder that holds the font file and nothing else to draw with. Raises FileNotFoundError without it."""
    spec = find_spec(_PACKAGE)
    if spec is None or spec.origin is None:
        raise FileNotFoundError(f"the font package {_PACKAGE} is not installed")
    return Path(spec.origin).parent


def missing(texts: Iterable[str]) -> tuple[str, ...]:
    """The characters of some texts that the font cannot show, each once, in the order of their numbers."""
    starts, ends = _covered()
    characters = set().union(*texts) - _BLANK
    return tuple(c for c in sorted(characters) if ord(c) > ends[bisect_right(starts, ord(c)) - 1] or ord(c) < 0x20)


@cache
def _covered() -> tuple[list[int], list[int]]:
    """First and last numbers of the runs of characters in the font's character map (cmap, format 12)."""
    data = (folder() / _FILE).read_bytes()
    runs = []
    place = _cmap(data)
    (groups,) = struct.unpack_from(">I", data, place + 12)
    for index in range(groups):
        first, last, _ = struct.unpack_from(">III", data, place + 16 + 12 * index)
        runs.append((first, last))
    runs.sort()
    return [first for first, _ in runs], [last for _, last in runs]


def _cmap(data: bytes) -> int:
    """Where the character map of our face of the collection begins. Raises LookupError where there is none."""
    (faces,) = struct.unpack_from(">I", data, 8)
    for face in struct.unpack_from(f">{faces}I", data, 12):
        (count,) = struct.unpack_from(">H", data, face + 4)
        records = [struct.unpack_from(">4sIII", data, face + 12 + 16 * index) for index in range(count)]
        tables = {tag: offset for tag, _, offset, _ in records}
        if FAMILY.encode("utf-16-be") not in data[tables[b"name"] : tables[b"name"] + 4096]:
            continue
        start = int(tables[b"cmap"])
        (subtables,) = struct.unpack_from(">H", data, start + 2)
        for index in range(subtables):
            place = start + int(struct.unpack_from(">I", data, start + 8 + 8 * index)[0])
            if struct.unpack_from(">H", data, place) == (12,):
                return place
    raise LookupError(f"no character map of {FAMILY} in {_FILE}")
