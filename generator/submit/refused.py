"""What a command refuses to do, and the names that it refuses."""

from generator.texts import Text


class Refused(Exception):
    """What was asked for cannot be done; `text` says why, and what can."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


def checked_name(name: str) -> str:
    """A name without blanks at its ends. Raises Refused where it holds what nobody can read."""
    name = name.strip()
    if not name.isprintable():
        raise Refused(Text("名称中有不能显示的字符", "the name holds characters that cannot be shown"))
    return name
