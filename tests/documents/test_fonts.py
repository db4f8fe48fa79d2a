"""The packaged font's characters."""

from generator.documents import fonts


def test_what_the_font_can_and_cannot_show():
    assert fonts.missing(["工业互联网ABC，。（）≤≥Ⅰ①℃㎡“”—…·　\n"]) == ()
    assert fonts.missing(["好😀", "\u0007", "𠀀好"]) == ("\u0007", "😀", "𠀀")


def test_every_character_of_gb2312_is_there():
    both = (bytes((high, low)) for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF))
    characters = [pair.decode("gb2312", errors="ignore") for pair in both]
    assert len([c for c in characters if c]) == 6763
    assert fonts.missing(characters) == ()


def test_the_error_names_the_characters():
    assert "😀（U+1F600）" in str(fonts.MissingGlyphs(("😀",)))
