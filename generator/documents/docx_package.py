"""Word files are packed so that the same parts give the same bytes."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_TIME = (1980, 1, 1, 0, 0, 0)


def packed(content: bytes) -> bytes:
    """The same parts with one time, in the order of their names, the table of content types first."""
    out = BytesIO()
    with ZipFile(BytesIO(content)) as parts, ZipFile(out, "w", ZIP_DEFLATED) as made:
        names = sorted(parts.namelist(), key=lambda name: (name[0] != "[", name))
        for name in names:
            info = ZipInfo(name, _TIME)
            info.compress_type, info.external_attr = ZIP_DEFLATED, 0o644 << 16
            info.create_system = 3
            made.writestr(info, parts.read(name))
    return out.getvalue()
