"""The steps of an entry's history against the lifecycle of its kind."""

from dataclasses import dataclass

from generator.model.settings import Lifecycle, State
from generator.project import Entry, Project


@dataclass(frozen=True, slots=True)
class Step:
    """One line of a history: where it stands there, the state entered, the ISO date."""

    index: int
    state: str
    date: str


def lifecycle_of(entry: Entry, project: Project) -> Lifecycle | None:
    return project.settings.lifecycles.get(entry.kind.lifecycle or "")


def steps_of(entry: Entry) -> tuple[Step, ...]:
    """The history from the plain data, so that no model is made for the many entries without a fault."""
    return tuple(Step(i, line["to"], line["date"]) for i, line in enumerate(entry.data.get("history") or ()))


def states_of(lifecycle: Lifecycle) -> dict[str, State]:
    return {state.id: state for state in lifecycle.states}
