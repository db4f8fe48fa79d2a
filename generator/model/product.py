"""Products: what a vendor sells, down to prices and capabilities."""

from typing import Annotated, ClassVar

from generator.model.entry import EntryModel
from generator.model.fields import Id, Line, Opt, Short, field
from generator.model.links import Term
from generator.model.parts import Cities, Claim, Contact, Price, Quantity
from generator.model.relations import COMPATIBLE, DEPENDS_ON, SUPERSEDES, VENDOR

Features = tuple[Annotated[Id, Term("features")], ...]


class Product(EntryModel):
    """A product (产品): network, device or application service."""

    lifecycle: ClassVar[str | None] = "entry"

    vendor: Annotated[Id, VENDOR] = field("供应商", "Vendor")
    category: Annotated[Id, Term("product-categories")] = field("产品类别", "Category")
    model: Opt[Line] = field("型号", "Model", None)
    version: Opt[Line] = field("版本", "Version", None)
    capabilities: tuple[Quantity, ...] = field("能力指标", "Capabilities", ())
    features: Features = field("特性", "Features", ())
    prices: Opt[tuple[Price, ...]] = field("价格", "Prices", None)
    price_note: Opt[Short] = field("价格说明", "Price note", None)
    available_in: Cities = field("供应地区", "Available in", ())
    depends_on: tuple[Annotated[Id, DEPENDS_ON], ...] = field("依赖", "Depends on", ())
    compatible_with: tuple[Annotated[Id, COMPATIBLE], ...] = field("兼容", "Compatible with", ())
    conforms_to: tuple[Claim, ...] = field("符合性声明", "Conformity claims", ())
    supersedes: tuple[Annotated[Id, SUPERSEDES], ...] = field("替代", "Supersedes", ())
    contact: Opt[Contact] = field("联系方式", "Contact", None)
