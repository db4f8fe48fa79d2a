"""The pictures of a Word file as figures in the standard's folder: which are taken, and what their files are called."""

from dataclasses import dataclass, field

from generator.documents.package import Package
from generator.documents.picture_data import without_metadata
from generator.drafts.blocks import FIGURE_FILE
from generator.standards.word_in.pictures import Picture
from generator.standards.word_in.report import Remarks
from generator.texts import Text

_PICTURES = {b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpg"}
_MOST_BYTES = 500_000
"""Of one picture."""


@dataclass(slots=True)
class Figures:
    """`files`: the bytes of those that were taken, by their path in the standard's folder."""

    package: Package
    remarks: Remarks
    files: dict[str, bytes] = field(default_factory=dict)

    def take(self, picture: Picture) -> str:
        """The file of a picture in the standard's folder; PNG and JPEG only, others are reported."""
        content = self.package.read(picture.part)
        if FIGURE_FILE.fullmatch(picture.name) and picture.name.endswith(".svg"):
            return picture.name  # drawn again from our own file: the picture of dots in Word is not it
        kind = next((kind for start, kind in _PICTURES.items() if content and content.startswith(start)), "")
        if content is None or not kind or len(content) > _MOST_BYTES:
            what = Text(
                "不能带回的图片（只收 500 KB 以内的 PNG、JPEG）",
                "a picture that cannot be taken (PNG or JPEG up to 500 KB)",
            )
            self.remarks.add(what, picture.part.rpartition("/")[2], lost=True)
            return ""
        bare = without_metadata(content)  # a photograph tells who took it and where
        if FIGURE_FILE.fullmatch(picture.name):
            name = picture.name
        else:
            known = next((name for name, other in self.files.items() if other == bare), "")
            name = known or f"figures/word-{len(self.files) + 1}.{kind}"
        self.files[name] = bare
        return name
