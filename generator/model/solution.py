"""End-to-end solutions: an architecture filled with products, what it achieves and what it costs."""

from typing import Annotated, Any, ClassVar

from pydantic import Discriminator, Tag

from generator.model.entry import EntryModel
from generator.model.fields import Id, Model, Opt, Positive, Prose, Short, field
from generator.model.links import Term
from generator.model.parts import Cities, Claim, Contact, Industries, Investment, Quantity, ScenarioUse
from generator.model.relations import DEPLOYED_IN, EVIDENCED_BY, FILLS, IMPLEMENTS, VENDOR

Dimension = Annotated[Id, Term("billing-dimensions")]


class Sized(Model):
    """One product for each so many units of a sizing dimension, rounded up."""

    per: Dimension = field("按", "Per")
    each: Positive = field("每", "Each")


def _quantity_form(value: Any) -> str:
    return "sized" if isinstance(value, dict | Sized) else "fixed"


class Fill(Model):
    """A product in a slot, and how many of it."""

    slot: Id = field("槽位", "Slot")
    product: Annotated[Id, FILLS] = field("产品", "Product")
    quantity: Annotated[
        Annotated[Positive, Tag("fixed")] | Annotated[Sized, Tag("sized")], Discriminator(_quantity_form)
    ] = field("数量", "Quantity")
    note: Opt[Short] = field("说明", "Note", None)


class Solution(EntryModel):
    """An end-to-end solution (端到端解决方案)."""

    lifecycle: ClassVar[str | None] = "entry"

    vendor: Annotated[Id, VENDOR] = field("供应商", "Vendor")
    implements: Annotated[Id, IMPLEMENTS] = field("采用架构", "Implements")
    scenarios: tuple[ScenarioUse, ...] = field("应用场景", "Scenarios", min_length=1)
    industries: Industries = field("行业领域", "Industries", ())
    achieves: tuple[Quantity, ...] = field("端到端指标", "Achieves end to end", ())
    sizing: dict[Dimension, Positive] = field("规模", "Sizing", {})
    fills: tuple[Fill, ...] = field("组成", "Composition", ())
    investment: Opt[Investment] = field("投资", "Investment", None)
    returns: Opt[Prose] = field("投资收益", "Return on investment", None)
    replicability: Opt[Prose] = field("可复制性", "Replicability", None)
    business_model: Opt[Prose] = field("商业模式", "Business model", None)
    available_in: Cities = field("供应地区", "Available in", ())
    deployed_in: tuple[Annotated[Id, DEPLOYED_IN], ...] = field("部署于", "Deployed in", ())
    evidenced_by: tuple[Annotated[Id, EVIDENCED_BY], ...] = field("标杆佐证", "Evidenced by", ())
    conforms_to: tuple[Claim, ...] = field("符合性声明", "Conformity claims", ())
    contact: Opt[Contact] = field("联系方式", "Contact", None)
