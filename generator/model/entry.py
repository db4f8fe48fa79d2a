"""What every entry holds, in the order in which its file holds it."""

from typing import Annotated, Any, ClassVar

from pydantic import StringConstraints, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from generator.model.fields import LINE_PATTERN, Flag, Id, Model, Name, Opt, Prose, Short, field
from generator.model.parts import HistoryLine, Source, Waiver
from generator.model.relations import OWNER

HEAD_KEYS = ("name", "summary", "aliases", "status", "history", "owner", "example")
TAIL_KEYS = ("description", "waivers", "sources")

Alias = Annotated[str, StringConstraints(pattern=LINE_PATTERN, min_length=1, max_length=80)]


class EntryModel(Model):
    """The keys of every kind. `lifecycle` names the state machine in lifecycles.yaml, if there is one."""

    lifecycle: ClassVar[str | None] = None

    name: Name = field("名称", "Name")
    summary: Opt[Short] = field("摘要", "Summary", None)
    aliases: tuple[Alias, ...] = field("别名", "Also known as", ())
    status: Opt[Id] = field("状态", "Status", None)
    history: tuple[HistoryLine, ...] = field("状态历史", "History", ())
    owner: Opt[Annotated[Id, OWNER]] = field("维护单位", "Owner", None)
    example: Flag = field("示例", "Example", False)
    description: Opt[Prose] = field("说明", "Description", None)
    waivers: tuple[Waiver, ...] = field("豁免", "Waivers", ())
    sources: tuple[Source, ...] = field("来源", "Sources", ())

    @field_validator("status")
    @classmethod
    def _known_state(cls, value: str | None, info: ValidationInfo) -> str | None:
        name = f"lifecycle:{cls.lifecycle}"
        known: dict[str, Any] | None = (info.context or {}).get(name)
        if value is not None and known is not None and value not in known:
            raise PydanticCustomError("term", "unknown state", {"vocabulary": name, "value": value})
        return value


def key_order(model: type[Model]) -> tuple[str, ...]:
    """The keys of a model in the order in which a file holds them."""
    keys = tuple(info.alias or name for name, info in model.model_fields.items())
    if not issubclass(model, EntryModel):
        return keys
    own = tuple(key for key in keys if key not in HEAD_KEYS and key not in TAIL_KEYS)
    return HEAD_KEYS + own + TAIL_KEYS
