"""A new entry: its place, its id, its template."""

import re
from collections import defaultdict

from generator.diagnostics import Refused, nearest
from generator.loader import code_lists
from generator.loader.layout import not_on_windows, places_of
from generator.model.fields import ID_PATTERN
from generator.model.registry import KINDS, Kind, kind_named
from generator.rules.sources.example_id import EXEMPT as WITH_ANY_ID
from generator.source.reader import read_data
from generator.source.tree import Tree
from generator.submit.formatting import Formatted, format_lock
from generator.submit.init import STARTER
from generator.submit.refused import checked_name
from generator.submit.template import Template
from generator.texts import Text

_MOST = 63
_ID = re.compile(ID_PATTERN)


def new_entry(
    tree: Tree, kind_name: str, slug: str, *, name: str = "", example: bool = False
) -> tuple[tuple[str, bytes], ...]:
    """The files of a new entry, its own first. A standard comes with a draft. Raises Refused."""
    kind = _kind(kind_name)
    check_new(tree, kind, slug, example=example)
    ids: dict[str, list[str]] = defaultdict(list)
    for place in places_of(tree)[0]:
        if place.kind:
            ids[place.kind.folder].append(place.slug)
    text = Template(kind, code_lists(tree), ids).text(checked_name(name), example=example)
    entry = (kind.path(slug), text.encode())
    if kind.folder != "standards":
        return (entry,)
    path = f"standards/{slug}/draft.md"
    draft = Formatted(path, b"", (STARTER / "draft.md").read_bytes())
    lock = format_lock(draft, path.replace("draft.md", "provisions.lock.yaml"), b"")
    return entry, (path, draft.after), (lock.path, lock.after)


def check_new(tree: Tree, kind: Kind, slug: str, *, example: bool) -> None:
    """Raises Refused for an id that a new entry cannot have."""
    _check_id(slug, example and kind.folder not in WITH_ANY_ID)
    _check_free(tree, kind, slug)


def _kind(name: str) -> Kind:
    """The kind of a folder's name or its singular; a Chinese title is understood in the hint."""
    kind = kind_named(name)
    if kind is not None:
        return kind
    named = next((k for k in KINDS.values() if name in (k.title.zh, k.plural.zh)), None)
    words = [word for k in KINDS.values() for word in (k.singular, k.folder)]
    hint = Text(f"是否想写“{named.singular}”？", f"did you mean '{named.singular}'?") if named else nearest(name, words)
    all_zh = "、".join(f"{k.singular} {k.title.zh}" for k in KINDS.values())
    all_en = ", ".join(k.singular for k in KINDS.values())
    raise Refused(
        Text(
            f"没有种类“{name}”。{hint.zh}可用：{all_zh}。", f"there is no kind '{name}'. {hint.en} The kinds: {all_en}."
        )
    )


def _check_id(slug: str, example: bool) -> None:
    if not _ID.fullmatch(slug) or len(slug) > _MOST:
        better = re.sub("[^a-z0-9]+", "-", slug.lower())[:_MOST].strip("-") or "gw-5"
        raise Refused(
            Text(
                f"编号“{slug}”只能用小写字母、数字和单个连字符，最多 {_MOST} 个字符，如 {better}",
                f"the id '{slug}' may hold lower-case letters, digits and single hyphens, at most {_MOST}: {better}, say",
            )
        )
    if not_on_windows(slug):
        raise Refused(
            Text(
                f"编号“{slug}”是 Windows 的设备名，不能作文件名；请换一个，如 {slug}-1",
                f"the id '{slug}' is a device's name to Windows and cannot be a file's; choose another, {slug}-1, say",
            )
        )
    if example and not slug.startswith("example-"):
        raise Refused(
            Text(
                f"示例的编号以 example- 开头：example-{slug}",
                f"the id of an example begins with example-: example-{slug}",
            )
        )


def _check_free(tree: Tree, kind: Kind, slug: str) -> None:
    """No entry has the id, in whatever case, and none has had it."""
    wanted = kind.path(slug)
    taken = next((path for path in tree.paths() if path.casefold() == wanted), None)
    if taken:
        raise Refused(Text(f"已经有 {taken}，请换一个编号", f"{taken} exists already; choose another id"))
    redirects = "catalog/redirects.yaml"
    data = read_data(redirects, tree.read(redirects))[0] if redirects in tree.paths() else None
    lines = (data or {}).get("redirects")
    moved = isinstance(lines, list) and any(
        isinstance(line, dict) and line.get("source") == f"{kind.folder}/{slug}" for line in lines
    )
    if moved:
        raise Refused(
            Text(
                f"{kind.folder}/{slug} 曾是另一个条目的编号（见 {redirects}），不能再用",
                f"{kind.folder}/{slug} has been another entry's id (see {redirects}) and is not used again",
            )
        )
