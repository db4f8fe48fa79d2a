"""Why a release is not made, or cannot be read."""

from generator.texts import Text


class Refused(Exception):
    """A request that is not carried out; `text` says why and what to do."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.zh)
        self.text = text
