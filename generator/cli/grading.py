"""The commands grade, standard matrix and standard editorial: what claims of conformity come to."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.cli.shared import (
    Settings,
    Usage,
    catalog,
    entry_named,
    out_option,
    pass_settings,
    project_of,
    say,
    shared,
)
from generator.cli.standard import standard, standard_named, write_out

if TYPE_CHECKING:
    from generator.conformance.claims import State
    from generator.conformance.grading import Grade
    from generator.project import Entry, Project
    from generator.texts import Lang, Text


@catalog.command()
@shared
@click.argument("name", metavar="ID")
@click.option("--scheme", metavar="ID", help="按哪项等级评价 / the scheme; all that apply by default")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="输出格式 / output", show_default=True
)
@pass_settings
def grade(settings: Settings, name: str, scheme: str | None, form: str) -> None:
    """计算产品或方案的等级，说明依据和升级所缺 / compute the grade of a product or solution, why, and what the next level lacks."""
    from generator.conformance.grading import grade as graded

    project, lang = project_of(settings), settings.language()
    own = [entry for kind in _GRADED if "/" not in name and (entry := project.get(f"{kind}/{name}"))]
    subject = own[0] if len(own) == 1 else entry_named(settings, project, name)
    if subject.kind.folder not in _GRADED:
        zh, en = f"{subject.id} 不是产品或方案", f"{subject.id} is neither a product nor a solution"
        raise Usage(say(lang, zh, en))
    grades = [graded(project, subject, one) for one in _schemes(settings, project, scheme, subject.kind.folder)]
    if form == "json":
        import json

        click.echo(json.dumps([_grade_data(one) for one in grades], ensure_ascii=False, indent=2))
        return
    for one in grades:
        for line in _grade_lines(one, lang):
            click.echo(line)


_GRADED = ("products", "solutions")
"""The kinds that have a grade."""


def _schemes(settings: Settings, project: "Project", scheme: str | None, kind: str) -> tuple["Entry", ...]:
    from generator.model.grading import Scheme

    lang = settings.language()
    if scheme is None:
        every = [(one, one.as_a(Scheme).subjects) for one in project.of_kind("schemes")]
        fit = tuple(one for one, subjects in every if kind in subjects or not subjects)
        if not fit:
            zh, en = "目录中没有适用的认证和等级评价", "the catalogue has no scheme for it"
            raise Usage(say(lang, zh, en))
        return fit
    entry = project.get(f"schemes/{scheme.removeprefix('schemes/').removeprefix('scheme/')}")
    if entry is None:
        from generator.diagnostics import nearest

        hint = nearest(scheme, [one.slug for one in project.of_kind("schemes")]).of(lang)
        zh, en = f"没有认证和等级评价 {scheme}。{hint}", f"there is no scheme {scheme}. {hint}"
        raise Usage(say(lang, zh, en).strip())
    return (entry,)


def _grade_lines(one: "Grade", lang: "Lang") -> list[str]:
    level = one.level
    name = _said(level.name, lang) if level else say(lang, "未达到任何等级", "no level reached")
    form = say(lang, "{}（{}）", "{} ({})")
    graded = say(lang, "，", ", ").join(form.format(slug, edition) for slug, edition in one.editions)
    colon = say(lang, "：", ": ")
    lines = [f"{one.subject.id}  {one.subject.name.of(lang)}", f"{one.scheme.name.of(lang)}{colon}{name}"]
    if graded:
        lines.append(say(lang, f"依据：{graded}", f"graded: {graded}"))
    for reached in one.levels:
        sign = "✓" if reached.reached else "✗"
        score = say(
            lang,
            f"得分 {reached.score_shown}，须 {float(reached.threshold):g}",
            f"score {reached.score_shown} of {float(reached.threshold):g} needed",
        )
        lines.append(f"  {sign} {_said(reached.level.name, lang)}  {score}")
        for judged in one.judged:
            if judged.level == reached.level.id:
                mark = "✓" if judged.met else "·" if judged.share else "✗"
                must = say(lang, "（必须满足）", " (mandatory)") if judged.criterion.mandatory else ""
                lines.append(f"      {mark} {_said(judged.criterion.text, lang)}{must}{colon}{judged.why.of(lang)}")
    if following := one.following:
        title = _said(following.level.name, lang)
        lines.append(say(lang, f"升到“{title}”还缺：", f"missing for '{title}':"))
        for judged in following.missing:
            lines.append(f"  - {_said(judged.criterion.text, lang)}{colon}{judged.why.of(lang)}")
            for part in judged.parts if len(judged.parts) > 1 else ():
                if part.state.value not in ("covered", "not-applicable"):
                    lines.append(f"      {part.standard}#{part.provision} {part.number}{colon}{part.reason.of(lang)}")
    return lines


def _said(name: Any, lang: "Lang") -> str:
    return (name.en if lang == "en" and name.en else name.zh) or ""


def _grade_data(one: "Grade") -> dict[str, Any]:
    def text(given: "Text") -> dict[str, str | None]:
        return {"zh": given.zh, "en": given.en or None}

    def parts(judged: Any) -> list[dict[str, Any]]:
        return [
            {"standard": part.standard, "provision": part.provision, "clause": part.number or None, "state": part.state}
            for part in judged.parts
        ]

    return {
        "subject": one.subject.id,
        "scheme": one.scheme.id,
        "editions": dict(one.editions),
        "level": one.level.id if one.level else None,
        "next": one.following.level.id if one.following else None,
        "missing": [judged.criterion.id for judged in one.following.missing] if one.following else [],
        "levels": [
            {
                "id": reached.level.id,
                "score": reached.score_shown,
                "threshold": f"{float(reached.threshold):g}",
                "reached": reached.reached,
                "criteria": [
                    {
                        "id": judged.criterion.id,
                        "met": judged.met,
                        "share": f"{float(judged.share):.4g}",
                        "weight": str(judged.criterion.weight),
                        "mandatory": judged.criterion.mandatory,
                        "why": text(judged.why),
                        "provisions": parts(judged),
                    }
                    for judged in one.judged
                    if judged.level == reached.level.id
                ],
            }
            for reached in one.levels
        ],
    }


@standard.command()
@shared
@click.argument("name", metavar="ID")
@click.option(
    "--edition", metavar="YEAR", help="draft 或年份，默认现行版本 / draft or a year; the one in force by default"
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "csv", "xlsx"]),
    default="text",
    help="输出格式 / output",
    show_default=True,
)
@click.option(
    "--state", metavar="STATE", help="只列此状态的，如 suspect 存疑 / only what is in this state, such as suspect"
)
@out_option
@pass_settings
def matrix(settings: Settings, name: str, edition: str | None, form: str, state: str | None, out: Path | None) -> None:
    """条款追溯矩阵：条款、证实方法、声明者、证书 / provisions against tests, claims and certificates."""
    from generator.conformance.claims import NAMES, default_edition, editions
    from generator.conformance.matrix import matrix as matrix_of
    from generator.conformance.matrix import within_state
    from generator.standards import matrix_files

    project, lang = project_of(settings), settings.language()
    entry = standard_named(settings, project, name)
    wanted = edition or default_edition(project, entry.slug)
    found = matrix_of(project, entry.slug, wanted, settings.day())
    if found is None:
        known = "、".join(editions(project, entry.slug))
        zh, en = (
            f"{entry.id} 没有可读的版本 {wanted}；有：{known}",
            f"{entry.id} has no edition {wanted} that can be read; there are: {known}",
        )
        raise Usage(say(lang, zh, en))
    if state is not None:
        found = within_state(found, _state(settings, state))
    content: bytes
    match form:
        case "xlsx":
            from generator.documents.xlsx import xlsx

            content = xlsx(matrix_files.matrix_book(project, found, settings.day(), lang))
        case "csv":
            from generator.exports.cells import csv_bytes, guarded

            content = csv_bytes([guarded(cell) for cell in row] for row in matrix_files.matrix_rows(project, found))
        case "json":
            import json

            content = (
                json.dumps(matrix_files.matrix_data(project, found), ensure_ascii=False, indent=2) + "\n"
            ).encode()
        case _:
            lines = []
            for row in found.rows:
                who = say(lang, "、", ", ").join(
                    f"{cell.entry.slug} {NAMES[cell.state].of(lang)}" for cell in row.cells
                )
                lines.append(
                    f"{row.provision.number or '-':<8} {row.provision.id:<14} {NAMES[row.state].of(lang)}  {who}".rstrip()
                )
            totals = say(lang, "，", ", ").join(
                f"{NAMES[state].of(lang)} {count}" for state, count in found.counts.items()
            )
            content = ("\n".join([*lines, totals]) + "\n").encode()
    if out is None and form != "xlsx":
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    ending = "txt" if form == "text" else form
    click.echo(write_out(settings, out, f"{entry.slug}-matrix.{ending}", content))


def _state(settings: Settings, name: str) -> "State":
    """The state by its name in either language. Raises Usage with those that there are."""
    from generator.conformance.claims import NAMES

    for state, text in NAMES.items():
        if name.lower() in (state.value, text.zh, text.en):
            return state
    lang = settings.language()
    known = say(lang, "、", ", ").join(f"{state.value} {text.of(lang)}" for state, text in NAMES.items())
    raise Usage(say(lang, f"没有状态 {name}；有：{known}", f"there is no state {name}; there are: {known}"))


@standard.command()
@shared
@click.argument("name", metavar="ID")
@click.argument("provisions", metavar="PROVISION…", nargs=-1, required=True)
@click.option(
    "--from",
    "revision",
    metavar="REV",
    default="HEAD",
    help="与哪个版本比较 / the revision before the change",
    show_default=True,
)
@pass_settings
def editorial(settings: Settings, name: str, provisions: tuple[str, ...], revision: str) -> None:
    """说明这些条款的修改是编辑性的，此前的声明保持有效 / mark changes of provisions as editorial: earlier claims stay good."""
    from generator.drafts.lock import Implausible, lock_text, read_lock, with_editorial
    from generator.git import GitError, GitTree
    from generator.output import write_file

    project, lang = project_of(settings), settings.language()
    entry = standard_named(settings, project, name)
    draft, lock = project.drafts.get(entry.slug), project.locks.get(entry.slug)
    if draft is None:
        zh, en = "草案有错误，请先运行 catalog validate 改正", "the draft has errors; mend them first: catalog validate"
        raise Usage(say(lang, zh, en))
    root, path = settings.found_root(), f"standards/{entry.slug}/provisions.lock.yaml"
    try:
        before = read_lock(path, GitTree(root, revision, ("standards",)).read(path))[0]
    except (GitError, KeyError, OSError) as error:
        zh, en = f"在 {revision} 中读不到 {path}", f"{path} cannot be read at {revision}"
        raise Usage(say(lang, zh, en)) from error
    if before is None:
        raise Usage(say(lang, f"{revision} 中的 {path} 已损坏", f"{path} at {revision} is damaged"))
    try:
        made = with_editorial(draft, lock or before, before, provisions)
    except Implausible as refused:
        zh = f"条款 {refused.provision} 的修改不能算编辑性的：{refused.reason.zh}"
        en = f"the change of {refused.provision} cannot be marked as editorial: {refused.reason.en}"
        click.echo(say(lang, zh, en), err=True)
        sys.exit(1)
    write_file(root / path, lock_text(made).encode(), within=root)
    click.echo(path)
