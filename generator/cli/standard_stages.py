"""Commands about a standard's stages: advance, publish, renumber, adopt."""

import sys
from typing import TYPE_CHECKING

import click

from generator.cli.shared import Settings, Usage, day_of, pass_settings, say, shared
from generator.cli.standard import standard, standard_named

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.model.standard import Vote
    from generator.standards.stages.checks import Case
    from generator.standards.stages.moves import Gate

_VOTE = ("present", "in_favour", "against", "abstained")


@standard.command()
@shared
@click.argument("name", metavar="ID")
@click.option("--to", "to", metavar="STATE", help="进入的阶段，默认下一个 / the stage to enter, by default the next")
@click.option("--on", "on", metavar="YYYY-MM-DD", help="日期，默认当天 / the day, by default today")
@click.option("--until", metavar="YYYY-MM-DD", help="新阶段的截止日期 / the last day of what the stage opens")
@click.option(
    "--vote",
    metavar="P,F,A,N[/E]",
    help="表决：参加,赞成,反对,弃权[/有表决权] / present,for,against,abstained[/entitled]",
)
@click.option("--role", metavar="ROLE", default="", help="角色 / the role")
@click.option("--dry-run", is_flag=True, help="只检查，不写文件 / only check, write nothing")
@pass_settings
def advance(
    settings: Settings,
    name: str,
    to: str | None,
    on: str | None,
    until: str | None,
    vote: str | None,
    role: str,
    dry_run: bool,
) -> None:
    """进入下一阶段：检查本阶段的条件，写入历史 / enter the next stage: check the gate, write the history."""
    from generator.diagnostics import Refused
    from generator.output import write_file
    from generator.standards.stages.moves import Move, advanced, gate_of, next_states

    lang = settings.language()
    case = _case(settings, name)
    possible = next_states(case)
    if not to and not possible:
        raise Usage(say(lang, "之后没有阶段", "no stage follows"))
    move = Move(
        to or possible[0],
        day_of(settings, on, "--on") if on else settings.day(),
        day_of(settings, until, "--until") if until else "",
        _role(settings, case, role),
        _vote(settings, vote),
    )
    if move.until and move.until < move.on:
        raise Usage(say(lang, "--until 早于进入的日期", "--until is before the stage is entered"))
    try:
        gate = gate_of(case, move)
        content = advanced(case, move) if gate.open else b""
    except Refused as refused:
        raise Usage(refused.text.of(lang)) from refused
    _tell(settings, case, gate)
    if not gate.open:
        sys.exit(1)
    if not dry_run:
        root = settings.found_root()
        write_file(root / case.entry.path, content, within=root)
        click.echo(case.entry.path)


@standard.command()
@shared
@click.argument("name", metavar="ID")
@click.option("--number", metavar="NUMBER", required=True, help="编号，如 T/ABC 001—2026 / the number")
@click.option("--on", "on", metavar="YYYY-MM-DD", required=True, help="发布日期 / the day of publication")
@click.option("--effective", metavar="YYYY-MM-DD", required=True, help="实施日期 / the day it takes effect")
@click.option("--vote", metavar="P,F,A,N[/E]", help="表决，同 advance / the vote, as for advance")
@click.option("--role", metavar="ROLE", default="", help="角色 / the role")
@click.option("--dry-run", is_flag=True, help="只检查，不写文件 / only check, write nothing")
@pass_settings
def publish(
    settings: Settings,
    name: str,
    number: str,
    on: str,
    effective: str,
    vote: str | None,
    role: str,
    dry_run: bool,
) -> None:
    """发布：给出编号，冻结文本到 published/年份/ / publish: give the number, freeze the text."""
    from generator.diagnostics import Refused
    from generator.rules.standards.gates import PUBLISHED, states_of
    from generator.standards.stages.moves import Move
    from generator.standards.stages.publish import publication

    lang = settings.language()
    case = _case(settings, name)
    to = next((state.id for state in states_of(case.project).values() if state.code == PUBLISHED), "published")
    move = Move(to, day_of(settings, on, "--on"), "", _role(settings, case, role), _vote(settings, vote))
    try:
        made = publication(case, number, move, day_of(settings, effective, "--effective"))
    except Refused as refused:
        raise Usage(refused.text.of(lang)) from refused
    _tell(settings, case, made.gate)
    if not made.gate.open:
        sys.exit(1)
    size = sum(map(len, made.files.values())) // 1024
    if not dry_run:
        _put(settings, made.folder, made.files)
        from generator.output import move_file, write_file

        root = settings.found_root()
        write_file(root / case.entry.path, made.metadata, within=root)
        documents = root / case.folder / "documents"
        for file in case.project.documents.get(case.entry.slug, ()):
            if "/" not in file:  # what this edition came with meets no gate of the next one
                move_file(documents / file, documents / made.folder.rpartition("/")[2] / file, within=root)
    zh = f"{made.folder}：{made.number}，{len(made.files)} 个文件，{size} KB。之后不再改动这个目录。"
    en = f"{made.folder}: {made.number}, {len(made.files)} files, {size} KB. The folder never changes again."
    click.echo(say(lang, zh, en))


@standard.command()
@shared
@click.argument("name", metavar="ID")
@click.option("--number", metavar="NUMBER", required=True, help="新编号 / the new number")
@click.option("--start", metavar="YYYY-MM-DD", required=True, help="起用日期 / since when")
@pass_settings
def renumber(settings: Settings, name: str, number: str, start: str) -> None:
    """改用新编号，旧编号留在历史中 / give a later number; the numbers before are kept."""
    from generator.diagnostics import Refused
    from generator.output import write_file
    from generator.standards.stages.publish import renumbered

    case = _case(settings, name)
    try:
        content = renumbered(case, number, day_of(settings, start, "--start"))
    except Refused as refused:
        raise Usage(refused.text.of(settings.language())) from refused
    root = settings.found_root()
    write_file(root / case.entry.path, content, within=root)
    click.echo(case.entry.path)


@standard.command()
@shared
@click.argument("name", metavar="ID")
@click.argument("year", metavar="YEAR")
@pass_settings
def adopt(settings: Settings, name: str, year: str) -> None:
    """为使用本工具之前发布的版本补作清单 / make the manifest of an edition published before this tool."""
    from generator.diagnostics import Refused
    from generator.loader.editions import folder_of
    from generator.loader.frozen import MANIFEST
    from generator.output import write_file
    from generator.standards.stages.publish import adopted

    case = _case(settings, name)
    try:
        content = adopted(case, year)
    except Refused as refused:
        raise Usage(refused.text.of(settings.language())) from refused
    root = settings.found_root()
    path = f"{folder_of(case.entry.slug, year)}/{MANIFEST}"
    write_file(root / path, content, within=root)
    click.echo(path)


def _case(settings: Settings, name: str) -> "Case":
    """A standard with everything that is wrong with the repository."""
    from generator.cli.shared import jobs, progress
    from generator.loader.layout import TOPS
    from generator.rules.check import check_tree
    from generator.source.tree import FolderTree
    from generator.standards.stages.checks import Case

    root = settings.found_root()
    tree = FolderTree(root, TOPS)
    with progress(settings) as tell:
        checked = check_tree(tree, settings.day(), cache=root / ".cache", jobs=jobs(), tell=tell)
    return Case(standard_named(settings, checked.project, name), checked.project, tree, checked.diagnostics)


def _tell(settings: Settings, case: "Case", gate: "Gate") -> None:
    """The conditions of a gate, each met or not, with what to do."""
    from generator.rules.standards.gates import named

    lang = settings.language()
    arrow = f"{named(gate.before, case.project).of(lang)} → {named(gate.move.to, case.project).of(lang)}"
    click.echo(f"{case.entry.id}: {arrow}, {gate.move.on}")
    for condition in gate.conditions:
        mark = "✓" if condition.met else "✗"
        click.echo(
            f"{mark} {condition.asked.of(lang)}：{condition.found.of(lang)}"
            if lang == "zh"
            else f"{mark} {condition.asked.of(lang)}: {condition.found.of(lang)}"
        )
        if not condition.met:
            click.echo(f"    {condition.todo.of(lang)}")
    if not gate.open:
        missing = sum(not condition.met for condition in gate.conditions)
        click.echo(
            say(lang, f"{missing} 项条件不满足，没有改动。", f"{missing} conditions are not met; nothing was changed.")
        )


def _vote(settings: Settings, text: str | None) -> "Vote | None":
    """A vote as it is typed: 13,12,0,1/15."""
    if text is None:
        return None
    from generator.model.standard import Vote

    counts, _, entitled = text.partition("/")
    numbers = [part.strip() for part in counts.split(",")]
    typed = [*numbers, *([entitled.strip()] if entitled else [])]
    if (
        len(numbers) < 2
        or len(numbers) > len(_VOTE)
        or not all(part.isascii() and part.isdigit() and len(part) < 7 for part in typed)
    ):
        zh = f"--vote {text}：应为 参加,赞成,反对,弃权/有表决权，如 13,12,0,1/15"
        raise Usage(
            say(settings.language(), zh, f"--vote {text}: present,for,against,abstained/entitled, such as 13,12,0,1/15")
        )
    data = dict(zip(_VOTE, map(int, numbers), strict=False)) | ({"eligible": int(entitled)} if entitled else {})
    vote = Vote.model_validate(data)
    if vote.in_favour + vote.against + vote.abstained > vote.present or (vote.eligible or vote.present) < vote.present:
        zh = f"--vote {text}：票数多于参加人数，或参加人数多于有表决权的"
        raise Usage(
            say(settings.language(), zh, f"--vote {text}: more votes than present, or more present than entitled")
        )
    return vote


def _role(settings: Settings, case: "Case", role: str) -> str:
    if role and case.project.term("roles", role) is None:
        from generator.diagnostics import nearest

        lang = settings.language()
        hint = nearest(role, case.project.vocabularies.get("roles", {})).of(lang)
        raise Usage(say(lang, f"没有角色 {role}。{hint}", f"there is no role {role}. {hint}").strip())
    return role


def _put(settings: Settings, folder: str, files: "Mapping[str, bytes]") -> None:
    """Put a new edition in place, whole or not at all, and keep Git from touching its bytes."""
    from generator.output import EXACT, new_folder, write_file

    root = settings.found_root()
    target = root / folder
    try:
        new_folder(target, files, within=root)
    except FileExistsError as error:
        raise Usage(say(settings.language(), f"{folder} 已经存在", f"{folder} is there already")) from error
    attributes = target.parent / ".gitattributes"
    if not attributes.exists():
        write_file(attributes, EXACT, within=root)
