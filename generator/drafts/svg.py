"""Whether a figure is only a picture: no scripts, no files or addresses from elsewhere, nothing that is drawn without end.

A figure is served as a file of its own, where a script in it would run with the site's rights, and Word and PDF
converters follow what it names.
"""

from generator.source.pictures import picture_problems


def is_picture(file: str, content: bytes) -> bool:
    """Whether a figure's bytes may be shown: what is checked of every picture of the repository, which a revision of
    Git, say, need not have passed. Its kind is told by `file`."""
    return next(picture_problems(file, content), None) is None


def is_drawing(content: bytes) -> bool:
    """Whether the bytes are an SVG that may be shown: what is checked of every picture of the repository."""
    return next(picture_problems("figure.svg", content), None) is None
