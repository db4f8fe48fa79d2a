"""A whole entry from its data: YAML as people would write it, read back before it is handed out.

`catalog new` leaves what only its writer knows; here all of it is known. The form is the usual one: the modeline,
keys in the model's order, a text's languages on lines of their own, small mappings in a list on one line.
"""

from collections.abc import Mapping

from generator.loader.layout import Place
from generator.model.modeline import modelines
from generator.model.registry import Kind
from generator.source.reader import read_data
from generator.source.rendering import read_back, yaml_lines
from generator.submit.formatting import format_entry


def entry_file(kind: Kind, slug: str, data: Mapping[str, object]) -> tuple[str, bytes]:
    """The path and the bytes of an entry. Raises ValueError where what is written would not be read as `data`."""
    path = kind.path(slug)
    text = modelines(path, kind.singular)[0] + "\n" + "\n".join(yaml_lines(data)) + "\n"
    made = format_entry(Place(path, kind, slug), text.encode())
    read, problems = read_data(path, made.after)
    if problems or read != read_back(data):
        raise ValueError(f"{path}: cannot be written")
    return path, made.after
