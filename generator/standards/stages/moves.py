"""Where a standard may go from its stage, whether the gate lets it pass, and the history that tells of it."""

from dataclasses import dataclass

from generator.diagnostics import Refused
from generator.model.entry import key_order
from generator.model.standard import Standard, StandardHistoryLine, Vote
from generator.rules.standards.gates import (
    PUBLISHED,
    Condition,
    Step,
    is_gated,
    named,
    procedure_of,
    recorded,
    stage_of,
    states_of,
)
from generator.source.cut_keys import with_keys
from generator.standards.stages.checks import Case, check
from generator.texts import Text


@dataclass(frozen=True, slots=True)
class Move:
    """A move that is asked for: the state to enter, on an ISO date, with what its line of the history is to say.

    `until`: the last day of what the new stage opens. `role`: a term of the code list of roles, or "".
    """

    to: str
    on: str
    until: str = ""
    role: str = ""
    vote: Vote | None = None


@dataclass(frozen=True, slots=True)
class Gate:
    """A move and the conditions it has to meet, as a person reads them."""

    before: str
    move: Move
    conditions: tuple[Condition, ...]

    @property
    def open(self) -> bool:
        return all(condition.met for condition in self.conditions)


def state_of(case: Case) -> str:
    """The state the standard is in."""
    state = case.project.state(case.entry)
    return state.id if state else ""


def next_states(case: Case) -> tuple[str, ...]:
    """The states that may follow, the one further on first."""
    states = states_of(case.project)
    here = states.get(state_of(case))
    if here is None:
        return ()
    onward = [to for to in here.to if is_gated(here.id, to, states)]
    return (*onward, *(to for to in here.to if to not in onward))


def gate_of(case: Case, move: Move, *, publishing: bool = False) -> Gate:
    """The gate of a move. Raises Refused for one that the lifecycle does not know, or that is another command's."""
    project, standard = case.project, case.entry.as_a(Standard)
    before, states = state_of(case), states_of(project)
    if move.to not in next_states(case):
        possible = "、".join(f"{named(state, project).zh}（{state}）" for state in next_states(case))
        possible_en = ", ".join(f"{state}" for state in next_states(case))
        zh = f"“{named(before, project).zh}”之后不能是“{move.to}”。可以是：{possible or '无'}"
        raise Refused(Text(zh, f"'{move.to}' cannot follow '{before}'. What can: {possible_en or 'nothing'}"))
    last = standard.history[-1].date if standard.history else ""
    if move.on < last:
        zh = f"日期 {move.on} 早于上一步的 {last}"
        raise Refused(Text(zh, f"{move.on} is before the last step, on {last}"))
    if states[move.to].code == PUBLISHED and not publishing and (states[before].code or "") < PUBLISHED:
        zh = f"发布要用 catalog standard publish {case.entry.slug} --number …：它给出编号并冻结文本"
        en = f"publish it with catalog standard publish {case.entry.slug} --number …, which gives the number and freezes the text"
        raise Refused(Text(zh, en))
    procedure = procedure_of(standard, project)
    if procedure is None:
        return Gate(before, move, ())
    step = Step(
        len(standard.history) - 1,
        before,
        last or move.on,
        (standard.history[-1].until or "") if standard.history else "",
        line_of(move),
    )
    conditions = list(recorded(step, standard, case.entry, procedure, states, project))
    stage = stage_of(procedure, before)
    if stage and is_gated(before, move.to, states):
        conditions += [check(name, case) for name in stage.checks]
    return Gate(before, move, tuple(conditions))


def line_of(move: Move) -> StandardHistoryLine:
    return StandardHistoryLine.model_validate(line_data(move))


def line_data(move: Move) -> dict[str, object]:
    """The line of the history, as the file holds it."""
    data: dict[str, object] = {"to": move.to, "date": move.on}
    if move.role:
        data["role"] = move.role
    if move.until:
        data["until"] = move.until
    if move.vote:
        data["vote"] = move.vote.model_dump(exclude_defaults=True)
    return data


def advanced(case: Case, move: Move, more: dict[str, object] | None = None) -> bytes:
    """standard.yaml with the move in its history, the status it leads to, and further keys; all else as it was."""
    history = [*(case.entry.data.get("history") or ()), line_data(move)]
    changes: dict[str, object] = {"status": move.to, "history": history, **(more or {})}
    return with_keys(case.entry.path, case.tree.read(case.entry.path), changes, key_order(Standard))
