"""The building stones of every model: field labels, scalar types and their patterns.

Models say only what JSON Schema can say, so that the published schema and the models agree.
Patterns stay within what Rust's regex, ECMA-262 and Python's `re` all read alike: explicit
character sets, no look-around, and `$` never meant for a line's end.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, Strict, StringConstraints
from pydantic_core import PydanticCustomError

from generator.texts import Lang, Text

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_CONTROL = r"\x00-\x1f\x7f-\x9f\u2028\u2029"
_BLANK = r" \u00a0\u3000"
LINE_PATTERN = rf"^[^{_CONTROL}{_BLANK}]([^{_CONTROL}]*[^{_CONTROL}{_BLANK}])?$"
FULL_ID_PATTERN = r"^[a-z]+/[a-z0-9]+(-[a-z0-9]+)*$"
_NO_URL = r"\s<>\x22\x00-\x20\x7f"
URL_PATTERN = rf"^https?://[^{_NO_URL}/?#@\\]+([/?#][^{_NO_URL}]*)?$"
"""Without a user before the host (name:password@), which readers take for the host, or show to all."""

SITE_URL_PATTERN = r"^https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?(/[A-Za-z0-9._~%-]+)*/$"
"""The theme's templates write this address as it is, so it holds no sign that means something in HTML."""
EDIT_PATH_PATTERN = r"^[A-Za-z0-9._~+-][A-Za-z0-9._~+%/-]*/$"
"""Relative and without a colon: joined to the repository's address it cannot leave it."""
PROSE_PATTERN = r"^[^\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]*$"
DATE_PATTERN = r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
PARTIAL_DATE_PATTERN = r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"

T = TypeVar("T")


def _not_null(value: Any) -> Any:
    if value is None:
        raise PydanticCustomError("null", "empty value")
    return value


def _decimal(value: Any) -> Any:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise PydanticCustomError("number_type", "not a number")
    return Decimal(value)


def _integer(value: Any) -> Any:
    if isinstance(value, Decimal) and value == value.to_integral_value():
        return int(value)
    if isinstance(value, bool) or not isinstance(value, int):
        raise PydanticCustomError("integer_type", "not a whole number")
    return value


Opt = Annotated[T | None, BeforeValidator(_not_null)]
"""A key that may be left out, but not be there without a value."""

Number = Annotated[Decimal, BeforeValidator(_decimal)]
Integer = Annotated[int, BeforeValidator(_integer)]
Flag = Annotated[bool, Strict()]
Count = Annotated[int, BeforeValidator(_integer), Field(ge=0)]
Whole = Annotated[int, BeforeValidator(_integer), Field(ge=1)]
Positive = Annotated[Decimal, BeforeValidator(_decimal), Field(gt=0)]
Money = Annotated[Decimal, BeforeValidator(_decimal), Field(ge=0)]
"""Yuan (CNY); at most two decimals, which a rule checks."""

Percent = Annotated[Decimal, BeforeValidator(_decimal), Field(ge=0, le=100)]

Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=63)]
FullId = Annotated[str, StringConstraints(pattern=FULL_ID_PATTERN, max_length=100)]
Line = Annotated[str, StringConstraints(pattern=LINE_PATTERN, min_length=1, max_length=200)]
Date = Annotated[str, StringConstraints(pattern=DATE_PATTERN)]
"""ISO 8601 calendar date as text; that the day exists is a rule (GB/T 7408.1)."""

PartialDate = Annotated[str, StringConstraints(pattern=PARTIAL_DATE_PATTERN)]
Url = Annotated[str, StringConstraints(pattern=URL_PATTERN, max_length=500)]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


def field(
    zh: str,
    en: str,
    default: Any = ...,
    *,
    hint: Text | None = None,
    examples: Sequence[Any] = (),
    min_length: int | None = None,
    max_length: int | None = None,
) -> Any:
    """A model field with its label in both languages, and optionally a hint and examples."""
    extra: dict[str, Any] = {"en": en}
    if hint:
        extra["hint_en"] = hint.en
    return Field(
        default,
        title=zh,
        description=hint.zh if hint else None,
        json_schema_extra=extra,
        examples=list(examples) or None,
        min_length=min_length,
        max_length=max_length,
    )


class Model(BaseModel):
    """The base of all models: immutable, unknown keys refused, built when first used."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class Bilingual(Model):
    """One text, Chinese always and English when there is one. Subclasses bound its length."""

    zh: str
    en: str | None = None

    def of(self, lang: Lang) -> str:
        """The text in `lang`; Chinese where English is missing (see `missing`)."""
        return self.en if lang == "en" and self.en else self.zh

    def missing(self, lang: Lang) -> bool:
        return lang == "en" and not self.en

    @property
    def text(self) -> Text:
        return Text(self.zh, self.en or "")


class Name(Bilingual):
    zh: Annotated[str, StringConstraints(pattern=LINE_PATTERN, min_length=1, max_length=80)] = field(
        "中文", "Chinese", examples=["示例5G工业网关"]
    )
    en: Opt[Annotated[str, StringConstraints(pattern=LINE_PATTERN, min_length=1, max_length=80)]] = field(
        "英文", "English", None, examples=["Example 5G industrial gateway"]
    )


class Short(Bilingual):
    """One line of at most 200 characters."""

    zh: Line = field("中文", "Chinese")
    en: Opt[Annotated[str, StringConstraints(pattern=LINE_PATTERN, min_length=1, max_length=400)]] = field(
        "英文", "English", None
    )


class Prose(Bilingual):
    """CommonMark of at most 5,000 characters a language."""

    zh: Annotated[str, StringConstraints(pattern=PROSE_PATTERN, min_length=1, max_length=5000)] = field(
        "中文", "Chinese"
    )
    en: Opt[Annotated[str, StringConstraints(pattern=PROSE_PATTERN, min_length=1, max_length=10000)]] = field(
        "英文", "English", None
    )
