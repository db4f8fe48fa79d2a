"""Reference architectures: a network mode, slots for products, and how the slots connect."""

from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict, Field

from generator.model.entry import EntryModel
from generator.model.fields import Id, Model, Opt, Short, field
from generator.model.links import Term
from generator.model.parts import Claim, Requirement
from generator.model.product import Features
from generator.model.relations import DERIVED_FROM


class NetworkMode(Model):
    """A composition, not one enumeration: isolation, where the UPF stands, who owns the MEC, access, what converges."""

    isolation: Annotated[Id, Term("isolation-modes")] = field("隔离方式", "Isolation")
    upf: Annotated[Id, Term("upf-placements")] = field("UPF 部署", "UPF placement")
    mec_owner: Opt[Annotated[Id, Term("mec-owners")]] = field("MEC 建设方", "MEC owner", None)
    access: tuple[Annotated[Id, Term("access-devices")], ...] = field("接入设备", "Access devices", ())
    converged: tuple[Annotated[Id, Term("converged-technologies")], ...] = field(
        "融合的网络技术", "Converged technologies", ()
    )


class Slot(Model):
    """A place a product fills."""

    id: Id = field("编号", "Id")
    name: Short = field("名称", "Name")
    layer: Literal["site", "access", "edge", "core", "application"] = field("层", "Layer")
    accepts: tuple[Annotated[Id, Term("product-categories")], ...] = field("接受的类别", "Accepts", min_length=1)
    fill: Literal["one", "many", "optional"] = field("填充", "Fill", "one")
    features: Features = field("须具备的特性", "Required features", ())
    requires: tuple[Requirement, ...] = field("指标要求", "Requirements", ())
    note: Opt[Short] = field("说明", "Note", None)


class Connection(Model):
    """Two slots and what joins them."""

    model_config = ConfigDict(validate_by_alias=True, validate_by_name=False)

    start: Annotated[Id, Field(alias="from", title="起点", json_schema_extra={"en": "From"})]
    end: Annotated[Id, Field(alias="to", title="终点", json_schema_extra={"en": "To"})]
    technology: Annotated[Id, Term("connection-technologies")] = field("连接技术", "Technology")
    note: Opt[Short] = field("说明", "Note", None)


class Architecture(EntryModel):
    """A reference architecture (参考架构)."""

    lifecycle: ClassVar[str | None] = "entry"

    network_mode: NetworkMode = field("网络模式", "Network mode")
    slots: tuple[Slot, ...] = field("槽位", "Slots", min_length=1)
    connections: tuple[Connection, ...] = field("连接", "Connections", ())
    derived_from: Opt[Annotated[Id, DERIVED_FROM]] = field("派生自", "Derived from", None)
    conforms_to: tuple[Claim, ...] = field("符合性声明", "Conformity claims", ())
