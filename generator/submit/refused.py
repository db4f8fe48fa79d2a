"""The names that commands refuse."""

from generator.diagnostics import Refused
from generator.texts import Text


def checked_name(name: str) -> str:
    """A name without blanks at its ends. Raises Refused where it holds what nobody can read."""
    name = name.strip()
    if not name.isprintable():
        raise Refused(Text("名称中有不能显示的字符", "the name holds characters that cannot be shown"))
    return name
