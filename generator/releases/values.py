"""Published values as plain data: what is frozen, compared and shown."""

from decimal import Decimal

from generator.texts import Text
from generator.vouchers.published import Value

MONEY = ("ceiling", "price-once", "price-yearly")
"""The published fields that are amounts, in fen."""


def plain(name: str, value: Value) -> object:
    """A published value as JSON: money in yuan with two decimals, other numbers digit by digit, texts by language."""
    if isinstance(value, Text):
        return {"zh": value.zh, "en": value.en} if value.en else {"zh": value.zh}
    if name in MONEY and isinstance(value, int):
        return f"{Decimal(value) / 100:.2f}"
    return format(value, "f") if isinstance(value, Decimal) else value
