"""Templates of entries, made from the published schema of their kind.

Every required key stands there, empty where only the writer knows the value; every other key stands
there as a comment with its label and the values it takes. Taking the `# ` off a line, and off the
lines that belong to it, adds the key.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.model.entry import key_order
from generator.model.fields import DATE_PATTERN, PARTIAL_DATE_PATTERN
from generator.model.links import EVERY, Path, relations_of, terms_of
from generator.model.modeline import modelines
from generator.model.registry import Kind
from generator.model.schema import Lists, schema_of
from generator.rules.sources.missing_sources import EXEMPT as WITHOUT_SOURCES

Node = dict[str, Any]

_SHOWN = 12
"""Words that a line lists whole; of more it shows half as many."""
_DEEPEST = 3
_FORMS = {DATE_PATTERN: "YYYY-MM-DD", PARTIAL_DATE_PATTERN: "YYYY[-MM[-DD]]"}
_LANGUAGES = ["zh", "en"]
_HEAD = """\
{modeline}
# {zh} / {en}
# 没有 # 的键必须填写。要用其他键，删去该行及其所属各行开头的“# ”。不知道的内容不要写。
# zh 写中文，en 写英文（可不写）；“| ”之后是可填的值。
# Keys without a # have to be filled in. To use another key, take the "# " off its line and off the
# lines that belong to it. Leave out what you do not know. After "|": the values that a key takes.

"""


class Template:
    """The template of one kind in one repository.

    `lists` are the repository's code lists, `ids` the ids that each folder has: both are shown beside
    the keys that take them.
    """

    def __init__(self, kind: Kind, lists: Lists, ids: Mapping[str, Sequence[str]]) -> None:
        self._kind = kind
        self._ids = ids
        self._schema = schema_of(kind.model, lists)
        self._relations = dict(relations_of(kind.model))
        self._terms = dict(terms_of(kind.model))

    def text(self, name: str = "", *, example: bool = False) -> str:
        """The file. A real entry is asked for its sources."""
        kind = self._kind
        wanted = "example" if example else "name" if kind.folder in WITHOUT_SOURCES else "sources"
        required = {*self._schema["required"], wanted}
        filled = {("name", "zh"): quoted(name), ("example",): "true"}
        properties = {key: self._schema["properties"][key] for key in key_order(kind.model)}
        head = _HEAD.format(modeline=modelines(kind.path("x"), kind.singular)[0], zh=kind.title.zh, en=kind.title.en)
        return head + "\n".join(self._keys(properties, required, (), filled)) + "\n"

    def _keys(self, keys: Mapping[str, Node], required: set[str], path: Path, filled: Mapping[Path, str]) -> list[str]:
        """The lines of a mapping's keys, those that are not required as comments."""
        lines = []
        for key, node in keys.items():
            mark = "" if key in required else "# "
            lines += [mark + line for line in self._key(key, node, (*path, key), filled)]
        return lines

    def _key(self, key: str, node: Node, path: Path, filled: Mapping[Path, str]) -> list[str]:
        """The lines of one key and what belongs to it."""
        whole = self._resolved(node)
        item = self._resolved(whole["items"]) if whole.get("type") == "array" else None
        inside = item or whole
        inner = self._inner(inside, path if item is None else (*path, EVERY), filled)
        if item is not None:
            inner = [("- " if number == 0 else "  ") + line for number, line in enumerate(inner)]
        value = filled.get(path) or ("" if inner else "[]" if item else "{}" if inside.get("type") == "object" else "")
        # A model's own description is for the programmer; a field's hint is for the writer.
        parts = (whole.get("title"), node.get("description"), *self._takes(inside, path))
        note = "" if key in _LANGUAGES else " | ".join(part for part in parts if part)
        first = " ".join(part for part in (f"{key}:", value, f" # {note}" if note else "") if part)
        return [first, *(f"  {line}" for line in inner)]

    def _inner(self, node: Node, path: Path, filled: Mapping[Path, str]) -> list[str]:
        """The lines of the keys inside a value; none where it has none, or stands too deep."""
        keys: dict[str, Node] = node.get("properties", {})
        if list(keys) == _LANGUAGES and len(path) > 1:
            keys = {"zh": keys["zh"]}
        elif len(path) - path.count(EVERY) > _DEEPEST:
            keys = {}
        # Where nothing is required, something has to be said all the same. A list item begins with what is required.
        required = set(node.get("required") or keys)
        if {"id", "name"} <= set(keys):
            required.add("name")  # pages call a part by it; without one by its id, which says little
        first = {"id": 0, "name": 1}
        order = sorted(keys, key=lambda key: (key not in required, first.get(key, 2)))
        return self._keys({key: keys[key] for key in order}, required, path, filled)

    def _takes(self, node: Node, path: Path) -> Iterator[str]:
        """The values that a key takes."""
        relation = self._relations.get(path) or self._relations.get((*path, EVERY))
        term = self._terms.get(path) or self._terms.get((*path, EVERY))
        if relation is not None and len(relation.kinds) > 1:
            yield ", ".join(f"{folder}/…" for folder in relation.kinds)
        elif relation is not None:
            folder = relation.kinds[0]
            ids = self._ids.get(folder, ())
            yield f"{folder}: {', '.join(ids) if ids and len(ids) <= _SHOWN else '…'}"
        elif node.get("enum"):
            names = node.get("markdownEnumDescriptions") or [""] * len(node["enum"])
            words = [
                f"{word} {name.partition(' / ')[0]}".strip() for word, name in zip(node["enum"], names, strict=True)
            ]
            more = f", … catalog/vocabularies/{term.vocabulary}.yaml" if term else ", …"
            yield ", ".join(words if len(words) <= _SHOWN else words[: _SHOWN // 2]) + more * (len(words) > _SHOWN)
        elif "const" in node:
            yield str(node["const"])
        elif node.get("type") == "boolean":
            yield "true, false"
        elif node.get("pattern") in _FORMS:
            yield _FORMS[node["pattern"]]
        elif node.get("examples"):
            first = node["examples"][0]
            yield f"如 / such as: {first.get('zh', '') if isinstance(first, dict) else first}"

    def _resolved(self, node: Node) -> Node:
        """The schema of a key with what it refers to."""
        target = node.get("$ref")
        if isinstance(target, str):
            return {**self._resolved(self._schema["$defs"][target.rpartition("/")[2]]), **node}
        return node


def quoted(name: str) -> str:
    """A name as a YAML value; in quotes unless it is plain Chinese to begin with."""
    plain = not name or (not name[0].isascii() and not set(name) & set("\"'#:[]{}\\") and name.isprintable())
    return name if plain else json.dumps(name, ensure_ascii=False)
