"""Pictures lose what they tell of persons, and nothing of what they show."""

from zlib import crc32

import pytest

from generator.documents.picture_data import without_metadata


def chunk(kind: bytes, data: bytes = b"") -> bytes:
    return len(data).to_bytes(4, "big") + kind + data + crc32(kind + data).to_bytes(4, "big")


def segment(mark: int, data: bytes) -> bytes:
    return bytes((0xFF, mark)) + (len(data) + 2).to_bytes(2, "big") + data


HEAD, DATA, END = chunk(b"IHDR", bytes(13)), chunk(b"IDAT", b"tEXt"), chunk(b"IEND")
BEFORE, SCAN = segment(0xE0, b"JFIF\0"), segment(0xDB, b"table") + b"\xff\xda\0\2\x01\xff\xe1\0\4ab\xff\xd9"
START = b"\x89PNG\r\n\x1a\n"


@pytest.mark.parametrize("kind", [b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME"])
def test_a_png_loses_what_it_tells(kind: bytes) -> None:
    told = START + HEAD + chunk(kind, b"Author\0Zhang San") + DATA + END + b"behind"
    assert without_metadata(told) == START + HEAD + DATA + END


def test_a_jpeg_loses_what_it_tells() -> None:
    told = segment(0xE1, b"Exif\0\0GPS") + segment(0xED, b"Photoshop") + segment(0xFE, b"by Zhang San")
    assert without_metadata(b"\xff\xd8" + BEFORE + told + SCAN) == b"\xff\xd8" + BEFORE + SCAN


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<svg/>",
        START + HEAD + DATA + END,
        b"\xff\xd8" + BEFORE + SCAN,
        b"\xff\xd8\xff\xe0\0\0",
        START + b"\xff\xff\xff\xff",
    ],
)
def test_what_tells_nothing_or_is_no_sound_picture_keeps_what_it_shows(content: bytes) -> None:
    made = without_metadata(content)
    assert made == content or (content.startswith(START) and content.startswith(made))
