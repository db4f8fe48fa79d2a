"""Plain data against a model: the model, or every fault as a code with its place.

pydantic's own messages are never shown. Each of its error types is turned into one of our codes,
with the value, what would be right and, where a word is misspelt, the nearest known one.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.diagnostics import Code, Finding, Pointer, allowed, nearest
from generator.model import codes
from generator.texts import Text

M = TypeVar("M", bound=BaseModel)
Problem = tuple[Code, Finding]

_TYPES = {
    "string_type": Text("文本", "a text"),
    "number_type": Text("数", "a number"),
    "integer_type": Text("整数", "a whole number"),
    "bool_type": Text("true 或 false", "true or false"),
    "tuple_type": Text("列表（每行以“- ”开头）", "a list (lines that begin with '- ')"),
    "dict_type": Text("键值对", "keys with values"),
    "model_type": Text("键值对", "keys with values"),
    "model_attributes_type": Text("键值对", "keys with values"),
}
_BOUNDS = {
    "greater_than_equal": (Text("不小于", "at least"), "ge"),
    "greater_than": (Text("大于", "greater than"), "gt"),
    "less_than_equal": (Text("不大于", "at most"), "le"),
    "less_than": (Text("小于", "less than"), "lt"),
}
_LENGTHS = {
    "string_too_long": (Text("最多 {0} 个字符", "at most {0} characters"), "max_length"),
    "string_too_short": (Text("至少 {0} 个字符", "at least {0} characters"), "min_length"),
    "too_long": (Text("最多 {0} 项", "at most {0} items"), "max_length"),
    "too_short": (Text("至少 {0} 项", "at least {0} items"), "min_length"),
}


def validate(model: type[M], data: Any, lists: Mapping[str, Any], path: str) -> tuple[M | None, tuple[Problem, ...]]:
    """The model of `data`, or None and all that is wrong with it. `lists`: code lists by name, their terms as keys."""
    try:
        return model.model_validate(data, context=lists), ()
    except ValidationError as error:
        found: dict[tuple[Pointer, str], Problem] = {}
        for detail in error.errors(include_url=False):
            for problem in _problem(detail, model, data, lists, path):
                found.setdefault((problem[1].pointer, problem[0].code), problem)
        return None, tuple(found.values())


def _problem(
    detail: ErrorDetails, model: type[BaseModel], data: Any, lists: Mapping[str, Any], path: str
) -> Iterator[Problem]:
    kind, value = detail["type"], detail["input"]
    context: dict[str, Any] = detail.get("ctx") or {}
    pointer = _existing(detail["loc"], data)
    name = str(detail["loc"][-1]) if detail["loc"] else ""
    shown = _shown(value)

    def finding(on_key: bool = False, **values: object) -> Finding:
        return Finding(path, pointer, {"value": shown, **values}, on_key=on_key)

    if kind == "missing":
        parent = pointer[-1] if pointer else ""
        yield codes.MISSING_KEY, finding(on_key=True, key=name, parent=parent)
    elif kind == "extra_forbidden":
        known = _keys_at(model, detail["loc"][:-1])
        yield (
            codes.UNKNOWN_KEY,
            finding(on_key=True, key=name, hint=nearest(name, known) if known else Text(""), known=allowed(known)),
        )
    elif value is None:
        key = next((part for part in reversed(detail["loc"]) if isinstance(part, str)), name)
        yield codes.EMPTY_VALUE, finding(on_key=True, key=key)
    elif kind == "string_type" and isinstance(value, bool | int | Decimal):
        yield codes.NEEDS_QUOTES, finding()
    elif kind in _TYPES:
        yield codes.WRONG_TYPE, finding(wanted=_TYPES[kind])
    elif kind == "term":
        terms = lists.get(context["vocabulary"], {})
        yield codes.NOT_ALLOWED, finding(hint=nearest(str(value), terms), known=allowed(terms))
    elif kind == "literal_error":
        words = [word.strip("'") for word in str(context["expected"]).replace(" or ", ", ").split(", ")]
        yield codes.NOT_ALLOWED, finding(hint=nearest(str(value), words), known=allowed(words))
    elif kind in _LENGTHS:
        sentence, bound = _LENGTHS[kind]
        limit = context[bound]
        if kind == "too_short" and len(value) >= limit:
            return  # pydantic counts the items that are right; the others are reported themselves
        if kind == "too_short" and len(value) >= limit:
            return  # pydantic counts the items that are right; the others are reported by themselves
        wanted = Text(sentence.zh.format(limit), sentence.en.format(limit))
        yield codes.BAD_LENGTH, finding(wanted=wanted, length=len(value), key=name)
    elif kind == "string_pattern_mismatch":
        yield codes.BAD_FORM, finding(key=name, wanted=codes.form_of(str(context["pattern"])))
    elif kind in _BOUNDS:
        sentence, bound = _BOUNDS[kind]
        yield (
            codes.OUT_OF_BOUNDS,
            finding(wanted=Text(f"{sentence.zh} {context[bound]}", f"{sentence.en} {context[bound]}")),
        )
    else:
        yield codes.WRONG_TYPE, finding(wanted=Text(f"合乎 {kind} 的值", f"a value that satisfies {kind}"))


def _existing(loc: tuple[int | str, ...], data: Any) -> Pointer:
    """The parts of pydantic's location that exist in the data: it adds names of union members and missing keys."""
    here, pointer = data, []
    for part in loc:
        if (isinstance(here, dict) and part in here) or (
            isinstance(here, list) and isinstance(part, int) and part < len(here)
        ):
            here = here[part]  # type: ignore[index]
        else:
            continue
        pointer.append(part)
    return tuple(pointer)


def _keys_at(model: type[BaseModel], loc: tuple[int | str, ...]) -> tuple[str, ...]:
    """The keys that a model knows at a location; none where it cannot be told."""
    here: type[BaseModel] | None = model
    for part in loc:
        if here is None:
            return ()
        if isinstance(part, int):
            continue
        info = here.model_fields.get(part) or next((f for f in here.model_fields.values() if f.alias == part), None)
        here = _model_in(info.annotation) if info else here
    return tuple(info.alias or name for name, info in here.model_fields.items()) if here else ()


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for part in getattr(annotation, "__args__", ()):
        if found := _model_in(part):
            return found
    return None


def _shown(value: Any, most: int = 40) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    text = "{…}" if isinstance(value, dict) else "[…]" if isinstance(value, list) else str(value)
    text = text.replace("\n", "⏎")
    return text if len(text) <= most else text[: most - 1] + "…"
