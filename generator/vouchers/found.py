"""What a check of a listing found."""

from dataclasses import dataclass
from typing import Literal

from generator.texts import NOTHING, Text

Outcome = Literal["met", "not-met", "not-stated", "for-people"]


@dataclass(frozen=True, slots=True)
class Found:
    """`value`: what stands in the entries. `remedy`: what the vendor must do; empty where it is met."""

    outcome: Outcome
    value: Text
    remedy: Text = NOTHING


def met(zh: str, en: str) -> Found:
    return Found("met", Text(zh, en))


def not_met(value: Text, remedy: Text) -> Found:
    return Found("not-met", value, remedy)


def not_stated(value: Text, remedy: Text) -> Found:
    return Found("not-stated", value, remedy)
