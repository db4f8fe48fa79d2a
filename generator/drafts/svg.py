"""Whether an SVG figure is only a drawing: no scripts, no files or addresses from elsewhere.

A figure is served as a file of its own, where a script in it would run with the site's rights, and Word and PDF
converters follow what it names.
"""

from generator.source.pictures import picture_problems


def is_drawing(content: bytes) -> bool:
    """Whether the bytes are an SVG that may be shown: what is checked of every picture of the repository."""
    return next(picture_problems("figure.svg", content), None) is None
