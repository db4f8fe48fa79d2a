"""Reads a table of a voucher programme's catalogue back into its entries, and says of every difference what became of it.

file → lines → new listings → differences from what is published → edits of YAML by position → the whole catalogue checked
again → rows made anew and held against the file. What the rows then do not say is reported as left; what would give an
error is not written at all. Nothing is ever deleted because a row is missing.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from generator.diagnostics import Diagnostic, Pointer, Refused, Severity
from generator.model.entry import EntryModel, key_order
from generator.model.registry import KINDS
from generator.model.voucher import Listing, Voucher
from generator.project import Entry, Project
from generator.rules.check import Checked, check_tree
from generator.source.cut_values import CannotCut, changed
from generator.source.tree import MemoryTree, Tree, bytes_of
from generator.submit.new import check_new
from generator.submit.table_compare import NEW, Compared, Difference, compare, odd_differences, same, values_of
from generator.submit.table_edits import Edit, Row, edit_of
from generator.submit.table_file import Line, TableFile
from generator.submit.table_sheets import Rows
from generator.submit.writing import entry_file
from generator.texts import Text

_FOLLOWS = Text("写入后仍不相同：它由其他内容得出", "it still differs after writing: it follows from other values")
_NO_PRODUCT = Text("没有这个产品，请先建产品条目", "there is no such product; make its entry first")
_NESTED = {"name": ("zh", "en"), "summary": ("zh", "en"), "valid": ("start", "until")}


@dataclass(frozen=True, slots=True)
class Imported:
    """What a file changes: the files by path, every difference in the file's order."""

    files: Mapping[str, bytes]
    differences: tuple[Difference, ...]

    @property
    def left(self) -> tuple[Difference, ...]:
        """What was not written."""
        return tuple(one for one in self.differences if one.reason)


def import_table(
    tree: Tree, given: TableFile, today: str, *, on: str = "", voucher: str = "", overwrite: bool = False
) -> Imported:
    """What has to be written so that the catalogue says what the file does.

    `on`: the day whose values the file has; else the one it names, else `today`. `voucher`: the programme, where the
    file does not say. `overwrite`: also rows whose entries have changed since. Raises Refused.
    """
    before = check_tree(tree, today)
    programme = _programme(before.project, given, voucher)
    day = on or given.on or today
    created, new = _created(tree, before.project, programme, given)
    start = check_tree(_over(tree, created), today) if created else before
    rows = Rows(start.project, day)
    found = compare(rows, programme, given, created, overwrite)
    texts, refused = _edited(tree, created, start.project, found)
    kept, errors = _without_errors(tree, before, {**created, **texts}, today)
    after = kept.project
    files = {path: content for path, content in {**created, **texts}.items() if path not in errors}
    differences = [replace(one, reason=errors.get(one.path)) if not one.reason else one for one in new]
    again = Rows(after, day)
    differences += [_outcome(one, start.project, again, refused, errors) for one in found.differences]
    differences += odd_differences(rows, again, programme, given)
    return Imported(files, tuple(differences))


def _programme(project: Project, given: TableFile, named: str) -> Entry:
    """The programme: named by hand, by the file, or by the first listing that there is."""
    listings = (project.get(line.text("listing")) for line in given.lines)
    first = next((one.as_a(Listing).voucher for one in listings if one and one.kind.folder == "listings"), "")
    full_id = named or given.voucher or (f"vouchers/{first}" if first else "")
    found = project.get(full_id if "/" in full_id else f"vouchers/{full_id}")
    if found is None or found.kind.folder != "vouchers":
        raise Refused(
            Text(
                f"看不出是哪个服务券方案的表（{full_id or '没有写明'}）；用 --voucher 指明",
                f"of which voucher programme this is cannot be told ({full_id or 'nothing says so'}); name it with --voucher",
            )
        )
    return found


def _created(
    tree: Tree, project: Project, programme: Entry, given: TableFile
) -> tuple[dict[str, bytes], list[Difference]]:
    """The files of listings that the file has and the catalogue has not, drafts all; and what was found of them."""
    files: dict[str, bytes] = {}
    found: list[Difference] = []
    for line in given.lines:
        listing = line.text("listing")
        slug = listing.removeprefix("listings/")
        if not listing.startswith("listings/") or listing in project or KINDS["listings"].path(slug) in files:
            continue
        base = Difference(line.where, listing, NEW, "", line.text("product_zh") or line.text("product_id"))
        data = _new_listing(project, programme, line)
        if isinstance(data, Text):
            found.append(replace(base, reason=data))
            continue
        try:
            check_new(tree, KINDS["listings"], slug, example=programme.example)
            path, content = entry_file(KINDS["listings"], slug, data)
        except (Refused, ValueError) as error:
            why = error.text if isinstance(error, Refused) else Text("写不成条目", "it makes no entry")
            found.append(replace(base, reason=why))
            continue
        files[path] = content
        found.append(replace(base, path=path))
    return files, found


def _new_listing(project: Project, programme: Entry, line: Line) -> dict[str, object] | Text:
    product = project.get(line.text("product_id"))
    if product is None or product.kind.folder != "products":
        return _NO_PRODUCT
    about = Row(project, product, product, programme.as_a(Voucher), line)
    category = edit_of(about, "category_zh", line.text("category_zh"))
    level = edit_of(about, "subsidy_class_zh", line.text("subsidy_class_zh"))
    for asked in (category, level):
        if isinstance(asked, Text):
            return asked
    data: dict[str, Any] = {"name": {"zh": f"{programme.name.zh} {product.name.zh}"[:80]}}
    if owner := product.data.get("owner"):
        data["owner"] = owner
    if programme.example:
        data["example"] = True
    data |= {"product": product.slug, "voucher": programme.slug}
    data |= {key: asked.value for key, asked in (("category", category), ("subsidy_class", level)) if isinstance(asked, Edit) and asked.value}  # fmt: skip
    days = {"start": line.text("valid_from"), "until": line.text("valid_until")}
    if valid := {key: day for key, day in days.items() if day}:
        data["valid"] = valid
    return data


def _edited(
    tree: Tree, created: Mapping[str, bytes], project: Project, found: Compared
) -> tuple[dict[str, bytes], dict[tuple[str, Pointer], Text]]:
    """The changed files by path, and the edits that cannot be made by cutting."""
    by_entry: dict[str, dict[Pointer, Any]] = defaultdict(dict)
    for edit in found.edits.values():
        by_entry[edit.entry][edit.pointer] = edit.value
    files: dict[str, bytes] = {}
    refused: dict[tuple[str, Pointer], Text] = {}
    for full_id, changes in sorted(by_entry.items()):
        entry = project.entries[full_id]
        order = _order(entry.kind.model)
        content = created.get(entry.path)
        text = (content if content is not None else tree.read(entry.path)).decode("utf-8")
        try:
            text = changed(text, changes, order)
        except CannotCut:
            for pointer, value in changes.items():
                try:
                    text = changed(text, {pointer: value}, order)
                except CannotCut as error:
                    refused[full_id, pointer] = Text(
                        f"不能在不动注释的情况下改 {entry.path}，请手工改（{error}）",
                        f"{entry.path} cannot be changed without touching its comments, change it by hand ({error})",
                    )
        files[entry.path] = text.encode()
    return files, refused


def _order(model: type[EntryModel]) -> Callable[[Pointer], Sequence[str]]:
    return lambda pointer: key_order(model) if not pointer else _NESTED.get(str(pointer[0]), ())


def _without_errors(
    tree: Tree, before: Checked, files: Mapping[str, bytes], today: str
) -> tuple[Checked, dict[str, Text]]:
    """The catalogue with these files, and those of them that would bring errors: they are left out."""
    known = {_key(one) for one in before.diagnostics}
    refused: dict[str, Text] = {}
    for _ in range(3):
        kept = {path: content for path, content in files.items() if path not in refused}
        if not kept:
            return before, refused
        checked = check_tree(_over(tree, kept), today)
        fresh = [one for one in checked.diagnostics if one.severity is Severity.ERROR and _key(one) not in known]
        if not fresh:
            return checked, refused
        mine = [one for one in fresh if one.location.path in kept]
        # An error elsewhere can be any file's doing.
        blamed = {one.location.path: one for one in mine} or dict.fromkeys(kept, fresh[0])
        for path, one in blamed.items():
            said = (f"会出错，没有写入：{one.location} {one.message('zh')}", f"it would be an error: {one.location} {one.message('en')}")  # fmt: skip
            refused[path] = Text(*said)
    return before, dict.fromkeys(files, Text("会出错，没有写入", "it would be an error"))


def _key(one: Diagnostic) -> tuple[str, str, str]:
    return one.location.path, one.code.code, one.message("en")


def _outcome(
    one: Difference,
    project: Project,
    after: Rows,
    refused: Mapping[tuple[str, Pointer], Text],
    errors: Mapping[str, Text],
) -> Difference:
    """A difference with what became of it."""
    if one.reason or one.edit is None:
        # What follows from other values may say by now what the file says.
        settled = one.name and one.listing in after.project.entries
        now = values_of(after.of(one.listing))[one.name] if settled else ""
        return replace(one, reason=None) if settled and same(one.name, now, one.new) else one
    path = project.entries[one.edit.entry].path
    why = refused.get((one.edit.entry, one.edit.pointer)) or errors.get(path)
    if why is None and one.listing in after.project.entries:
        now = values_of(after.of(one.listing)).get(one.name, "")
        why = None if same(one.name, now, one.new) else _FOLLOWS
    return replace(one, path=path, reason=why)


def _over(tree: Tree, files: Mapping[str, bytes]) -> Tree:
    """The tree with other contents for these files."""
    held: dict[str, bytes] = {}
    modes: dict[str, int] = {}
    for path in tree.paths():
        modes[path] = tree.mode(path)
        held[path] = bytes_of(tree, path)  # none of a link, say: the layout says so
    return MemoryTree({**held, **files}, modes)
