"""Published shapes: what a value of an entry becomes in JSON, and the schema that says so.

The rules of the contract: a link or term is `{id, name}`, money is text with two decimals, a mapping is
a list of pairs, a choice between a number and a group is one group, a list that is absent is empty, all
else that is absent is null.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Protocol

from generator.exports.json_text import number
from generator.exports.names import Names
from generator.model.links import Relation
from generator.texts import Text

Schema = dict[str, Any]
Publish = Callable[[Any, Names], Any]
_CENT = Decimal("0.01")


class Shape(Protocol):
    """What a value becomes."""

    def publish(self, value: Any, names: Names) -> Any:
        """The value as JSON. `value`: plain data that its model has accepted."""

    def schema(self) -> Schema:
        """The schema of what `publish` gives; groups by reference to `#/$defs/`."""


@dataclass(frozen=True, slots=True)
class Plain:
    """A text, a truth value or one of fixed choices: published as it is."""

    type: str = "string"
    pattern: str | None = None
    choices: tuple[str, ...] = ()

    def publish(self, value: Any, names: Names) -> Any:
        return value

    def schema(self) -> Schema:
        found: Schema = {"type": self.type}
        if self.pattern:
            found["pattern"] = self.pattern
        if self.choices:
            found["enum"] = list(self.choices)
        return found


@dataclass(frozen=True, slots=True)
class Numeric:
    """A number, exact."""

    type: str = "number"

    def publish(self, value: Any, names: Names) -> Any:
        return number(value)

    def schema(self) -> Schema:
        return {"type": self.type}


@dataclass(frozen=True, slots=True)
class Amount:
    """Yuan, as text with two decimals. More decimals, an error elsewhere, are kept rather than rounded."""

    def publish(self, value: Any, names: Names) -> str:
        exact = Decimal(value)
        return f"{exact:.2f}" if exact == exact.quantize(_CENT) else f"{exact:f}"

    def schema(self) -> Schema:
        return {"type": "string", "pattern": r"^[0-9]+\.[0-9]{2}$", "description": "元 / CNY"}


@dataclass(frozen=True, slots=True)
class Bilingually:
    """A text in both languages."""

    def publish(self, value: Any, names: Names) -> Any:
        return {"zh": value["zh"], "en": value.get("en")}

    def schema(self) -> Schema:
        return {"$ref": "#/$defs/Text"}


@dataclass(frozen=True, slots=True)
class ToEntry:
    """A link, by full id and name."""

    relation: Relation

    def publish(self, value: Any, names: Names) -> Any:
        return names.entry(self.relation.target(value))

    def schema(self) -> Schema:
        return {"$ref": "#/$defs/EntryReference"}


@dataclass(frozen=True, slots=True)
class ToTerm:
    """A term of a code list, by id and name."""

    vocabulary: str

    def publish(self, value: Any, names: Names) -> Any:
        return names.term(self.vocabulary, value)

    def schema(self) -> Schema:
        return {"$ref": "#/$defs/TermReference"}


@dataclass(frozen=True, slots=True)
class Many:
    """A list."""

    item: Shape

    def publish(self, value: Any, names: Names) -> Any:
        publish = self.item.publish
        return [publish(one, names) for one in value]

    def schema(self) -> Schema:
        return {"type": "array", "items": self.item.schema()}


@dataclass(frozen=True, slots=True)
class Pairs:
    """A mapping, as a list of `{key, value}` in the order of the file."""

    key: Shape
    value: Shape

    def publish(self, value: Any, names: Names) -> Any:
        return [
            {"key": self.key.publish(key, names), "value": self.value.publish(one, names)} for key, one in value.items()
        ]

    def schema(self) -> Schema:
        pair = {"key": self.key.schema(), "value": self.value.schema()}
        return {"type": "array", "items": {"type": "object", "properties": pair, "required": ["key", "value"]}}


@dataclass(frozen=True, slots=True)
class Field:
    """A key of a group. `absent`: what is published where the entry does not state it."""

    key: str
    title: Text
    shape: Shape
    absent: Any
    nullable: bool

    def schema(self) -> Schema:
        found = {"title": f"{self.title.zh} / {self.title.en}", **self.shape.schema()}
        return nullable(found) if self.nullable else found


@dataclass(frozen=True, slots=True)
class Group:
    """Values under keys, all of them always there."""

    name: str
    fields: tuple[Field, ...]
    _steps: tuple[tuple[str, Any, Publish | None], ...] = field(init=False, compare=False, repr=False)
    """Key, what is published where it is absent, and how else: None for as it is. This is the bulk of an export's time."""

    def __post_init__(self) -> None:
        steps = ((f.key, f.absent, None if isinstance(f.shape, Plain) else f.shape.publish) for f in self.fields)
        object.__setattr__(self, "_steps", tuple(steps))

    def publish(self, value: Mapping[str, Any], names: Names) -> Any:
        get = value.get
        found = {}
        for key, absent, publish in self._steps:
            stated = get(key)
            if stated is None:
                found[key] = absent
            else:
                found[key] = publish(stated, names) if publish else stated
        return found

    def schema(self) -> Schema:
        return {"$ref": f"#/$defs/{self.name}"}

    def definition(self) -> Schema:
        """What `#/$defs/` holds for it."""
        return {
            "type": "object",
            "properties": {f.key: f.schema() for f in self.fields},
            "required": [f.key for f in self.fields],
        }


@dataclass(frozen=True, slots=True)
class Either:
    """A number or a group, published as one group with the number under a key of its own; see `group`."""

    number_key: str
    group: Group

    def publish(self, value: Any, names: Names) -> Any:
        return self.group.publish(value if isinstance(value, dict) else {self.number_key: value}, names)

    def schema(self) -> Schema:
        return self.group.schema()


def groups_in(shape: Shape) -> tuple[Group, ...]:
    """Every group inside a shape, itself included, outer ones first."""
    match shape:
        case Group():
            return (shape, *(group for f in shape.fields for group in groups_in(f.shape)))
        case Many():
            return groups_in(shape.item)
        case Pairs():
            return (*groups_in(shape.key), *groups_in(shape.value))
        case Either():
            return groups_in(shape.group)
    return ()


def nullable(schema: Schema) -> Schema:
    """The same schema, or null."""
    if "enum" in schema or not isinstance(schema.get("type"), str):
        notes: Schema = {key: schema[key] for key in ("title", "description") if key in schema}
        return {**notes, "anyOf": [{k: v for k, v in schema.items() if k not in notes}, {"type": "null"}]}
    return {**schema, "type": [schema["type"], "null"]}
