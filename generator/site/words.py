"""Fixed choices in words, as pages show them."""

from generator.model.words import word
from generator.texts import Lang


def choice(field: str, value: str, lang: Lang) -> str:
    """A fixed choice in words; any other text as it is."""
    found = word(field, value)
    return found.of(lang) if found else value
