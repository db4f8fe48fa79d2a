"""Vector drawings as pictures of dots, by Typst and the packaged font; nothing outside of them is read."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import typst

from generator.documents import fonts

WIDTH, HEIGHT = 165, 200
"""The most that a drawing takes, in millimetres: a larger one is made smaller, so none asks for endless dots."""

_HEAD = f"""\
#let fitting(file) = page(width: auto, height: auto, margin: 0pt, context {{
  let natural = measure(image(file))
  let scale = calc.min(1, {WIDTH}mm / natural.width, {HEIGHT}mm / natural.height)
  image(file, width: natural.width * scale, height: natural.height * scale)
}})
"""
_PAGE = '#fitting("{}.svg")\n'


def drawn(drawings: Sequence[bytes], ppi: int) -> list[bytes | None]:
    """A PNG for each SVG, None for what is no drawing; at most `WIDTH` by `HEIGHT`."""
    if not drawings:
        return []
    together = _drawn(drawings, ppi)
    if together is not None and len(together) == len(drawings):
        return [*together]
    return [(made[0] if (made := _drawn([one], ppi)) else None) for one in drawings]


def _drawn(drawings: Sequence[bytes], ppi: int) -> list[bytes] | None:
    """One page each; None where one of them cannot be drawn."""
    with TemporaryDirectory(prefix="svg-") as folder:
        for place, content in enumerate(drawings):
            (Path(folder) / f"{place}.svg").write_bytes(content)
        source = _HEAD + "".join(_PAGE.format(place) for place in range(len(drawings)))
        try:
            made = typst.Compiler(  # type: ignore[misc]  # its stub wants a type that it does not take
                source.encode(),
                root=folder,
                font_paths=[str(fonts.folder())],
                ignore_system_fonts=True,
                package_path=folder,
                package_cache_path=folder,
            ).compile(format="png", ppi=float(ppi))
        except (RuntimeError, typst.TypstError):
            return None
    return list(made) if isinstance(made, list) else [made] if made else None
