"""The seven sections of the work-plan form, and what a plan has not filled in of each.

What a section asks for is read from its model, so a field added there is asked for here. What stands in the
consortium's own entry need not be written again.
"""

from dataclasses import dataclass

from pydantic import BaseModel

from generator.model.programme_objects import Consortium
from generator.model.workplan import WorkPlan
from generator.project import Entry, Project
from generator.texts import Text

SECTIONS = (
    ("scenario_analysis", "（一）"),
    ("consortium_plan", "（二）"),
    ("overall", "（三）"),
    ("network", "（四）"),
    ("benchmark_plans", "（五）"),
    ("rollout", "（六）"),
    ("supporting_policies", "（七）"),
)
"""The keys of the sections, and their numbers in the form."""


@dataclass(frozen=True, slots=True)
class Section:
    """One section of a plan. `lacks`: the labels of the fields that are not filled in."""

    key: str
    title: Text
    present: bool
    lacks: tuple[Text, ...]


def label(model: type[BaseModel], name: str) -> Text:
    """What a field is called."""
    info = model.model_fields[name]
    extra = info.json_schema_extra
    return Text(info.title or name, str(extra.get("en", name)) if isinstance(extra, dict) else name)


def sections_of(entry: Entry, project: Project) -> tuple[Section, ...]:
    """The sections of a work plan, in the order of the form."""
    plan = entry.as_a(WorkPlan)
    found = []
    for key, number in SECTIONS:
        value = getattr(plan, key)
        title = label(WorkPlan, key)
        lacks: tuple[Text, ...] = ()
        if isinstance(value, BaseModel):
            elsewhere = _elsewhere(plan, project) if key == "consortium_plan" else frozenset()
            lacks = tuple(
                label(type(value), name)
                for name in type(value).model_fields
                if not _filled(getattr(value, name)) and name not in elsewhere
            )
        found.append(Section(key, Text(number + title.zh, title.en), _filled(value), lacks))
    return tuple(found)


def drafting(entry: Entry, project: Project) -> bool:
    """Whether a plan is still being written: in the first state, or sent back for changes."""
    lifecycle = project.settings.lifecycles.get(entry.kind.lifecycle or "")
    if lifecycle is None or entry.status is None:
        return True
    first = lifecycle.states[0]
    state = project.state(entry)
    # Sent back: from here it goes on where a first draft goes.
    return state is None or state.id == first.id or (bool(state.to) and set(state.to) <= set(first.to))


def _filled(value: object) -> bool:
    """Whether something was written: a section of which every field is empty counts as not written."""
    if isinstance(value, BaseModel):
        return any(_filled(getattr(value, name)) for name in value.model_fields_set)
    return value is not None and value != ()


def _elsewhere(plan: WorkPlan, project: Project) -> frozenset[str]:
    """The fields that the consortium's own entry fills in."""
    slug = plan.consortium_plan.consortium if plan.consortium_plan else None
    consortium = project.find("consortia", slug, Consortium) if slug else None
    if consortium is None:
        return frozenset()
    return frozenset(name for name in Consortium.model_fields if _filled(getattr(consortium, name)))
