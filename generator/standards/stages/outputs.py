"""The files that are made of an edition's text when it is published: one writer a format."""

from collections.abc import Callable, Mapping

from generator.standards.document import StandardDocument

WRITERS: Mapping[str, Callable[[StandardDocument], bytes]] = {}
"""By the ending of the file."""
