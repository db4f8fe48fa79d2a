"""What a program can tell about a standard before a stage is left: the checks that a gate names."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from generator.diagnostics import Diagnostic, Severity
from generator.model.standard import GateCheck, Standard
from generator.model.words import word
from generator.project import Entry, Project, StandardComment
from generator.rules.comments.clauses import place_of
from generator.rules.standards.gates import Condition
from generator.source.tree import Tree
from generator.standards.comments.filed import differences, filed_table
from generator.texts import Text

_REDLINE = ("redline",)


@dataclass(frozen=True, slots=True)
class Case:
    """A standard, with all that its checks look at. `diagnostics`: everything that is wrong with the repository."""

    entry: Entry
    project: Project
    tree: Tree
    diagnostics: tuple[Diagnostic, ...]

    @property
    def folder(self) -> str:
        return f"standards/{self.entry.slug}"

    @property
    def comments(self) -> tuple[StandardComment, ...]:
        return self.project.comments.get(self.entry.slug, ())


def check(name: GateCheck, case: Case) -> Condition:
    """One check of a gate."""
    asked = word("checks", name) or Text(name)
    found, todo = _CHECKS[name](case)
    return Condition(name, todo is None, asked, found, todo or Text(""))


Answer = tuple[Text, Text | None]
"""What was found, and what to do; None where the check is met."""


def _no_errors(case: Case) -> Answer:
    return _of_severity(case, Severity.ERROR, Text("个错误", "errors"))


def _lint_clean(case: Case) -> Answer:
    return _of_severity(case, Severity.WARNING, Text("个警告", "warnings"))


def _of_severity(case: Case, severity: Severity, what: Text) -> Answer:
    published = f"{case.folder}/published/"
    ones = [
        d
        for d in case.diagnostics
        if d.severity is severity
        and d.location.path.startswith(f"{case.folder}/")
        and not d.location.path.startswith(published)
    ]
    found = Text(f"{len(ones)} {what.zh}", f"{len(ones)} {what.en}")
    if not ones:
        return found, None
    first = ones[0]
    zh = f"运行 catalog validate {case.folder}；第一个：{first.location} {first.message('zh')}"
    return found, Text(zh, f"run catalog validate {case.folder}; the first: {first.location} {first.message('en')}")


def _no_undecided(case: Case) -> Answer:
    return _listed(
        (one for one in case.comments if one.comment.decision is None),
        Text("条未处理", "undecided"),
        Text("用 catalog standard comments decide 处理", "decide them with catalog standard comments decide"),
    )


def _no_orphans(case: Case) -> Answer:
    return _listed(
        (one for one in case.comments if place_of(one, case.project) == "nowhere"),
        Text("条找不到条文", "without their clause"),
        Text("改正意见文件中的 clause", "correct `clause` in their files"),
    )


def _listed(comments: Iterable[StandardComment], what: Text, todo: Text) -> Answer:
    ids = [one.id for one in comments]
    found = Text(f"{len(ids)} {what.zh}", f"{len(ids)} {what.en}")
    if not ids:
        return found, None
    more = "…" if len(ids) > 5 else ""
    return found, Text(f"{todo.zh}：{'、'.join(ids[:5])}{more}", f"{todo.en}: {', '.join(ids[:5])}{more}")


def _comment_table(case: Case) -> Answer:
    slug = case.entry.slug
    make = Text(
        f"运行 catalog standard comments table {slug} --file",
        f"run catalog standard comments table {slug} --file",
    )
    name = filed_table(case.project, slug)
    if not name:
        return Text("没有找到", "not found"), make
    wrong = differences(case.project, case.tree, slug, name)
    shown = Text(f"documents/{name}")
    if wrong is None:
        return Text(f"{shown.zh} 不能读取", f"{shown.zh} cannot be read"), make
    if wrong:
        return Text(f"{shown.zh} 有 {wrong} 条与意见不一致", f"{shown.zh} differs in {wrong} comments"), make
    return shown, None


def _redline(case: Case) -> Answer:
    names = [name for name in case.project.documents.get(case.entry.slug, ()) if name.partition(".")[0] in _REDLINE]
    if names:
        return Text(f"documents/{names[0]}"), None
    zh = f"运行 catalog standard redline {case.entry.slug}，把结果放到 documents/redline.*"
    en = f"run catalog standard redline {case.entry.slug} and put what it makes into documents/redline.*"
    return Text("没有找到", "not found"), Text(zh, en)


def _number(case: Case) -> Answer:
    numbers = case.entry.as_a(Standard).numbers
    if numbers:
        return Text(numbers[-1].number), None
    return Text("没有编号", "no number"), Text("在 numbers 中写明编号", "give the number under `numbers`")


_CHECKS: Mapping[GateCheck, Callable[[Case], Answer]] = {
    "no-errors": _no_errors,
    "lint-clean": _lint_clean,
    "no-undecided-comments": _no_undecided,
    "no-orphaned-comments": _no_orphans,
    "comment-table": _comment_table,
    "redline-made": _redline,
    "number-assigned": _number,
}
