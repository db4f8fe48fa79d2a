"""The gate of a stage, as far as the history and the files beside the standard tell: days, votes, documents.

Whoever advances a standard asks it of the step to come, the rules ask it of every step that was taken; so a history
that was written by hand is held to the same.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

from generator.model.settings import State
from generator.model.standard import NeededDocument, Procedure, Stage, Standard, StandardHistoryLine, Vote
from generator.project import Entry, Project
from generator.texts import NOTHING, Text

REVIEW = "90"
"""The stage of periodic review, by its code: every way out of it passes its gate."""

PUBLISHED = "60"


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition of a gate. `name`: of what kind; `asked`, `found`, and `todo` (empty where it is met)."""

    name: str
    met: bool
    asked: Text
    found: Text
    todo: Text = NOTHING


@dataclass(frozen=True, slots=True)
class Step:
    """A move that was taken, or is to be: from the stage that line `index` of the history entered, by `line`."""

    index: int
    before: str
    since: str
    until: str
    line: StandardHistoryLine


def procedure_of(standard: Standard, project: Project) -> Procedure | None:
    return project.find("procedures", standard.procedure, Procedure) if standard.procedure else None


def stage_of(procedure: Procedure | None, state: str) -> Stage | None:
    return next((stage for stage in procedure.stages if stage.state == state), None) if procedure else None


def states_of(project: Project) -> Mapping[str, State]:
    """The states of standards in lifecycles.yaml, in their order."""
    cycle = project.settings.lifecycles.get(Standard.lifecycle or "")
    return {state.id: state for state in cycle.states} if cycle else {}


def steps_of(standard: Standard) -> tuple[Step, ...]:
    """Every move that the history tells of."""
    pairs = enumerate(pairwise(standard.history))
    return tuple(Step(i, one.to, one.date, one.until or "", other) for i, (one, other) in pairs)


def is_gated(before: str, after: str, states: Mapping[str, State]) -> bool:
    """Whether a move passes the gate of the stage it leaves: onward, but not back and not to the end."""
    here, there = states.get(before), states.get(after)
    if here is None or there is None:
        return False
    if here.code == REVIEW:
        return True
    return bool(there.to) and (there.code or "") > (here.code or "")


def days(stage: Stage, step: Step) -> Condition | None:
    """Whether the stage lasted long enough. A time that the history closes (`until`) counts with both its days."""
    if not stage.min_days:
        return None
    asked = Text(f"至少 {stage.min_days} 天", f"at least {stage.min_days} days")
    if not (since := _day(step.since)) or not (left := _day(step.line.date)):
        return None  # no date: another rule's
    until = _day(step.until) if step.until else None
    lasted = (until - since).days + 1 if until else (left - since).days
    first, last = step.since, step.until or step.line.date
    found = Text(f"{first} 至 {last}，{lasted} 天", f"{first} to {last}, {lasted} days")
    if lasted < stage.min_days:
        earliest = date.fromordinal(since.toordinal() + stage.min_days - (1 if until else 0))
        todo = Text(
            f"截止日期不早于 {earliest}" if until else f"不早于 {earliest}",
            f"close it on {earliest} or later" if until else f"wait until {earliest}",
        )
        return Condition("min-days", False, asked, found, todo)
    if until and left <= until:
        todo = Text(f"在 {step.until} 之后进入下一阶段", f"move on after {step.until}")
        return Condition("min-days", False, asked, found, todo)
    return Condition("min-days", True, asked, found)


def votes(stage: Stage, vote: Vote | None) -> tuple[Condition, ...]:
    """Quorum and approval, as far as the stage asks for them."""
    found = []
    if stage.quorum_min is not None:
        asked = Text(f"到会不少于 {stage.quorum_min}%", f"at least {stage.quorum_min}% present")
        found.append(_share("quorum", asked, stage.quorum_min, vote.present if vote else None, vote.eligible if vote else None))  # fmt: skip
    if stage.approval_min is not None:
        base = Text("参加人数", "those present") if stage.approval_of == "present" else Text("投票数", "the votes cast")
        asked = Text(
            f"赞成不少于{base.zh}的 {stage.approval_min}%", f"at least {stage.approval_min}% of {base.en} in favour"
        )
        of = None
        if vote:
            of = vote.present if stage.approval_of == "present" else vote.in_favour + vote.against
        found.append(_share("approval", asked, stage.approval_min, vote.in_favour if vote else None, of))
    return tuple(found)


def documents(
    wanted: Iterable[NeededDocument], standard: Standard, files: Iterable[str], lines: Sequence[StandardHistoryLine]
) -> tuple[Condition, ...]:
    """Whether each document is there: as a file of the standard, or named in one of the lines of its history."""
    named = {handed.id for line in lines for handed in line.documents}
    stems = {name.rpartition("/")[2].partition(".")[0]: name for name in sorted(files, reverse=True)}
    found = []
    for document in wanted:
        name = document.name
        asked = Text(f"文件：{name.zh}", f"document: {name.of('en')}")
        if document.id in stems:
            found.append(Condition(f"document:{document.id}", True, asked, Text(f"documents/{stems[document.id]}")))
        elif document.id in named:
            found.append(
                Condition(f"document:{document.id}", True, asked, Text("历史中已写明", "named in the history"))
            )
        else:
            todo = Text(
                f"把文件放到 documents/{document.id}.*，或在历史的 documents 中写明（id: {document.id}）",
                f"put the file into documents/{document.id}.*, or name it under documents of the history (id: {document.id})",
            )
            found.append(Condition(f"document:{document.id}", False, asked, Text("没有找到", "not found"), todo))
    return tuple(found)


def recorded(
    step: Step, standard: Standard, entry: Entry, procedure: Procedure, states: Mapping[str, State], project: Project
) -> tuple[Condition, ...]:
    """What a step has to keep to, as the history and the files tell: the gate it passed, the documents it came with."""
    files = project.documents.get(entry.slug, ())
    entered = standard.history[step.index] if step.index >= 0 else None
    lines = (*((entered,) if entered else ()), step.line)
    found: list[Condition] = []
    left, there = stage_of(procedure, step.before), stage_of(procedure, step.line.to)
    if left and is_gated(step.before, step.line.to, states):
        lasted = days(left, step)
        found += [lasted] if lasted else []
        found += votes(left, step.line.vote)
        own = _files(step, standard, states, files)
        found += documents((d for d in left.documents if d.due == "leaving"), standard, own, lines)
    if there:
        own = _files(step, standard, states, files, entering=True)
        found += documents((d for d in there.documents if d.due == "entering"), standard, own, (step.line,))
    return tuple(found)


def _files(
    step: Step, standard: Standard, states: Mapping[str, State], files: Iterable[str], *, entering: bool = False
) -> tuple[str, ...]:
    """The files that a step could come with: none of an edition published before it, or after the next one.

    An edition that its review confirms has been entered with what it was published with.
    """
    years = [line.date[:4] for line in standard.history if line.to in states and states[line.to].code == PUBLISHED]
    before = sum(line.to in states and states[line.to].code == PUBLISHED for line in standard.history[: step.index + 1])
    own = years[before : before + 1]
    here = states.get(step.before)
    if entering and here and here.code == REVIEW:
        own += years[:before]
    return tuple(name for name in files if "/" not in name or name.partition("/")[0] in own)


def failed(entry: Entry, project: Project, names: Sequence[str]) -> Iterator[tuple[Step, Condition]]:
    """The conditions of these kinds that a step of a standard's history does not meet."""
    standard, states = entry.as_a(Standard), states_of(project)
    procedure = procedure_of(standard, project)
    if procedure is None:
        return
    for step in steps_of(standard):
        for condition in recorded(step, standard, entry, procedure, states, project):
            if not condition.met and condition.name.partition(":")[0] in names:
                yield step, condition


def told(step: Step, condition: Condition, project: Project) -> dict[str, object]:
    """What a finding says of a condition."""
    return {
        "stage": named(step.before, project),
        "asked": condition.asked,
        "found": condition.found,
        "todo": condition.todo,
    }


def named(state: str, project: Project) -> Text:
    """A state as people call it."""
    found = states_of(project).get(state)
    return found.name.text if found else Text(state)


def review_due(standard: Standard, procedure: Procedure | None, states: Mapping[str, State]) -> str:
    """The ISO date by which a published standard is to be reviewed, "" where none is set or it is not in force."""
    years = procedure.review_years if procedure else None
    last = standard.history[-1] if standard.history else None
    if not years or last is None or (states[last.to].code if last.to in states else "") != PUBLISHED:
        return ""
    year, rest = last.date[:4], last.date[4:]
    return f"{int(year) + years:04}{'-03-01' if rest == '-02-29' else rest}"


def _share(name: str, asked: Text, least: Decimal, part: int | None, whole: int | None) -> Condition:
    """A share against its bound. A bound with decimals, such as 66.7, is a rounded one: so is the share then."""
    if part is None or whole is None:
        what = Text("有表决权人数", "the number entitled") if name == "quorum" else Text("表决结果", "the vote")
        todo = Text(f"写明{what.zh}（vote）", f"give {what.en} (`vote`)")
        return Condition(name, False, asked, Text("没有写明", "not given"), todo)
    share = Decimal(part * 100) / whole if whole else Decimal(0)
    places = least.as_tuple().exponent
    if isinstance(places, int) and places < 0:
        share = share.quantize(Decimal(1).scaleb(places), ROUND_HALF_UP)
    shown = f"{part}/{whole}（{share:.1f}%）"
    found = Text(shown, shown.replace("（", " (").replace("）", ")"))
    met = whole > 0 and share >= least
    todo = (
        Text("") if met else Text("达不到比例，不能进入下一阶段", "the share is not reached, so the stage is not left")
    )
    return Condition(name, met, asked, found, todo)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
