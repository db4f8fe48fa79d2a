"""PNG and JPEG files without what they tell beside the picture: who took it, where, when, with which program."""

_PNG = b"\x89PNG\r\n\x1a\n"
_TOLD = frozenset((b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME"))
_APART = frozenset((0xE1, *range(0xE3, 0xEE), 0xFE))
"""Segments of JPEG with Exif, XMP, notes of programs and comments; colours (E2, EE) and size (E0) stay."""


def without_metadata(content: bytes) -> bytes:
    """The same picture with nothing about persons; bytes that are no sound PNG or JPEG stay as they are.

    With Exif goes the turn that a telephone notes there: the picture is shown as it is stored.
    """
    if content.startswith(_PNG):
        return _png(content)
    return _jpeg(content) if content.startswith(b"\xff\xd8\xff") else content


def _png(content: bytes) -> bytes:
    kept, at = [_PNG], len(_PNG)
    while at + 12 <= len(content):
        end = at + 12 + int.from_bytes(content[at : at + 4], "big")
        kind = content[at + 4 : at + 8]
        if kind not in _TOLD:
            kept.append(content[at:end])
        at = end
        if kind == b"IEND":
            break  # what stands behind the end is no picture
    return b"".join(kept)


def _jpeg(content: bytes) -> bytes:
    kept, at = [content[:2]], 2
    while at + 4 <= len(content) and content[at] == 0xFF and content[at + 1] != 0xDA:
        end = at + 2 + int.from_bytes(content[at + 2 : at + 4], "big")
        if content[at + 1] not in _APART:
            kept.append(content[at:end])
        at = end
    return b"".join((*kept, content[at:]))
