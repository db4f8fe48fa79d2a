"""Plain data against a model: the model, or every fault as a code with its place.

pydantic's own messages are never shown. Each of its error types is turned into one of our codes,
with the value, what would be right and, where a word is misspelt, the nearest known one.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.diagnostics import Code, Finding, Pointer, allowed, nearest
from generator.model import codes, fields
from generator.model.fields import Bilingual
from generator.model.links import EVERY, relations_of, terms_of
from generator.model.words import codes_named, word
from generator.texts import Text

M = TypeVar("M", bound=BaseModel)
Problem = tuple[Code, Finding]

_TYPES = {
    "string_type": Text("文本", "a text"),
    "number_type": Text("数", "a number"),
    "integer_type": Text("整数", "a whole number"),
    "bool_type": Text("逻辑值", "a truth value"),
    "tuple_type": Text("列表（每行以“- ”开头）", "a list (lines that begin with '- ')"),
    "dict_type": Text("键值对", "keys with values"),
    "model_type": Text("键值对", "keys with values"),
    "model_attributes_type": Text("键值对", "keys with values"),
}
_HOW = {
    "string_type": Text("请写一段文字。", "Write a text."),
    "number_type": Text(
        "只写数字，不带单位、百分号、逗号和货币符号，如 3200.00；金额以元为单位，单位另写在 unit 中。",
        "Digits only, without unit, per cent sign, comma or currency, such as 3200.00; money is in yuan, a unit stands in 'unit'.",
    ),
    "integer_type": Text("只写整数，不带单位和逗号，如 1200。", "Digits only, without unit or comma, such as 1200."),
    "bool_type": Text("请写 true 或 false。", "Write true or false."),
    "tuple_type": Text(
        "请加方括号写成列表：[{0}]，或每项另起一行、以“- ”开头。", "Make it a list: [{0}], or a line '- …' for each."
    ),
}
_MOST = 12
_LINKED = Text(
    "条目的编号（文件名去掉 .yaml），不是名称，如 gw-5",
    "the id of an entry (its file's name without .yaml), such as gw-5",
)
_COLON = Text("冒号要用英文半角“:”，后面加一个空格。", "The colon has to be ':' with a blank after it.")
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

    def finding(*, on_key: bool = False, **values: object) -> Finding:
        return Finding(path, pointer, {"value": shown, **values}, on_key=on_key)

    if kind == "missing":
        parent = pointer[-1] if pointer else ""
        yield codes.MISSING_KEY, finding(on_key=True, key=name, parent=parent)
    elif kind == "extra_forbidden":
        known = _keys_at(model, detail["loc"][:-1])
        yield (
            codes.UNKNOWN_KEY,
            finding(on_key=True, key=name, hint=nearest(name, known) if known else Text(""), known=_keys(known)),
        )
    elif value is None:
        key = next((part for part in reversed(detail["loc"]) if isinstance(part, str)), name)
        yield codes.EMPTY_VALUE, finding(on_key=True, key=key)
    elif kind == "string_type" and isinstance(value, bool | int | Decimal):
        yield codes.NEEDS_QUOTES, finding()
    elif kind in _TYPES:
        yield codes.WRONG_TYPE, finding(wanted=_TYPES[kind], how=_how(kind, value, _keys_at(model, detail["loc"])))
    elif kind == "term":
        yield codes.NOT_ALLOWED, _in_list(finding(), context["vocabulary"], lists)
    elif kind == "literal_error":
        words = [word.strip("'") for word in str(context["expected"]).replace(" or ", ", ").split(", ")]
        field = next((part for part in reversed(detail["loc"]) if isinstance(part, str)), "")
        yield codes.NOT_ALLOWED, _of_choices(finding(), field, words)
    elif kind in _LENGTHS:
        sentence, bound = _LENGTHS[kind]
        limit = context[bound]
        if kind == "too_short" and len(value) >= limit:
            return  # pydantic counts the items that are right; the others are reported by themselves
        wanted = Text(sentence.zh.format(limit), sentence.en.format(limit))
        yield codes.BAD_LENGTH, finding(wanted=wanted, length=len(value), key=name)
    elif kind == "string_pattern_mismatch" and (vocabulary := _vocabulary_at(model, pointer)) in lists:
        yield codes.NOT_ALLOWED, _in_list(finding(), vocabulary, lists)
    elif kind == "string_pattern_mismatch":
        pattern = str(context["pattern"])
        kinds = _kinds_at(model, pointer) if pattern in (fields.ID_PATTERN, fields.FULL_ID_PATTERN) else ()
        wanted = _LINKED if kinds and pattern == fields.ID_PATTERN else codes.form_of(pattern)
        # Which entry has that name is known when all are read.
        meant = {"kinds": kinds, "written": value} if kinds else {}
        yield codes.BAD_FORM, finding(key=name, wanted=wanted, hint=Text(""), **meant)
    elif kind in _BOUNDS:
        sentence, bound = _BOUNDS[kind]
        yield (
            codes.OUT_OF_BOUNDS,
            finding(wanted=Text(f"{sentence.zh} {context[bound]}", f"{sentence.en} {context[bound]}")),
        )
    else:
        wanted = Text(f"合乎 {kind} 的值", f"a value that satisfies {kind}")
        yield codes.WRONG_TYPE, finding(wanted=wanted, how=Text(f"请改为{wanted.zh}。", f"Write {wanted.en}."))


def _how(kind: str, value: Any, keys: tuple[str, ...]) -> Text:
    """What to write where the type is wrong; `keys`: those of the mapping that is wanted."""
    if kind in _HOW:
        how, shown = _HOW[kind], _shown(value)
        return Text(how.zh.replace("{0}", shown), how.en.replace("{0}", shown))
    if isinstance(value, str) and "：" in value:
        return _COLON
    if not keys:
        return Text(
            "请另起一行，缩进两格，写成“键: 值”。", "Write 'key: value' on a line of its own, two blanks further in."
        )
    first = f"“{keys[0]}: …”"
    return Text(
        f"请另起一行，缩进两格，写成{first}；这里的键：{'、'.join(keys)}。",
        f"Write '{keys[0]}: …' on a line of its own, two blanks further in; the keys here: {', '.join(keys)}.",
    )


def _in_list(finding: Finding, vocabulary: str, lists: Mapping[str, Any]) -> Finding:
    """The finding with what a code list offers: the code of that name, else the nearest code, and the list."""
    value, terms = str(finding.values["value"]), lists.get(vocabulary, {})
    names = {code: _names(term) for code, term in terms.items()}
    same = [code for code, known in names.items() if value in known]
    if len(value) > 1 and not same:
        same = [code for code, known in names.items() if any(value in name or name in value for name in known)]
    hint = nearest(value.lower(), terms)
    if same and not hint.zh:
        hint = _code_meant(same)
    shown = "、".join(_labelled(code, names[code]) for code in list(terms)[:_MOST])
    path = "lifecycles" if vocabulary.startswith("lifecycle:") else f"vocabularies/{vocabulary}"
    more = f" 等，见 catalog/{path}.yaml" if len(terms) > _MOST else ""
    known = Text(f"可用的值：{shown}{more}。", allowed(terms, _MOST).en)
    return replace(finding, values={**finding.values, "hint": hint, "known": known})


def _of_choices(finding: Finding, field: str, choices: list[str]) -> Finding:
    """The finding with what a fixed choice offers: the code that the word means, else the nearest code, and all with their words."""
    value = str(finding.values["value"])
    hint = nearest(value.lower(), choices)
    if not hint.zh and (meant := codes_named(field, value, choices)):
        hint = _code_meant(meant)
    words = [word(field, code) for code in choices]
    names = [(found.zh,) if found else () for found in words]
    shown = "、".join(_labelled(code, name) for code, name in zip(choices, names, strict=True))
    return replace(
        finding, values={**finding.values, "hint": hint, "known": Text(f"可用的值：{shown}。", allowed(choices).en)}
    )


def _code_meant(codes_: Sequence[str]) -> Text:
    found = "”或“".join(codes_[:3])
    return Text(f"这里写代码，是否想写“{found}”？", f"did you mean the code '{codes_[0]}'?")


def _keys(known: tuple[str, ...]) -> Text:
    return Text(f"可用的键：{'、'.join(known)}。", f"known keys: {', '.join(known)}.") if known else Text("")


def _labelled(code: str, names: tuple[str, ...]) -> str:
    return f"{code}（{names[0]}）" if names else code


def _names(term: Any) -> tuple[str, ...]:
    """The names of a term of a code list, or of a state, Chinese first."""
    name = term.get("name") if isinstance(term, dict) else getattr(term, "name", None)
    if isinstance(name, Bilingual):
        name = {"zh": name.zh, "en": name.en}
    return tuple(str(name[lang]) for lang in ("zh", "en") if name.get(lang)) if isinstance(name, dict) else ()


def _at(path: tuple[str, ...], pointer: Pointer) -> bool:
    return len(path) == len(pointer) and all(part in (EVERY, here) for part, here in zip(path, pointer, strict=True))


def _vocabulary_at(model: type[BaseModel], pointer: Pointer) -> str:
    return next((term.vocabulary for path, term in terms_of(model) if _at(path, pointer)), "")


def _kinds_at(model: type[BaseModel], pointer: Pointer) -> tuple[str, ...]:
    """The folders that a link at this place may point to; none where no link stands."""
    return next((relation.kinds for path, relation in relations_of(model) if _at(path, pointer)), ())


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
