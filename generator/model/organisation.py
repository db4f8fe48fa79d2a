"""Organisations: everybody who applies, supplies, issues or manages."""

from typing import Annotated, ClassVar

from pydantic import StringConstraints

from generator.model.entry import EntryModel
from generator.model.fields import Id, Opt, PartialDate, Short, Url, field
from generator.model.links import Term
from generator.model.parts import City, Contact
from generator.model.relations import PARENT
from generator.texts import Text


class Organisation(EntryModel):
    """A unit (单位)."""

    lifecycle: ClassVar[str | None] = "entry"

    types: tuple[Annotated[Id, Term("organisation-types")], ...] = field("单位类型", "Types", min_length=1)
    uscc: Opt[Annotated[str, StringConstraints(pattern=r"^[0-9A-HJ-NPQRTUWXY]{18}$")]] = field(
        "统一社会信用代码",
        "Unified social credit code",
        None,
        hint=Text("18 位，GB 32100-2015", "18 characters, GB 32100-2015"),
    )
    org_code: Opt[Annotated[str, StringConstraints(pattern=r"^[0-9A-Z]{8}-?[0-9X]$")]] = field(
        "组织机构代码", "Organisation code", None, hint=Text("GB 11714-1997", "GB 11714-1997")
    )
    nature: Opt[Annotated[Id, Term("organisation-natures")]] = field("单位性质", "Legal nature", None)
    city: Opt[City] = field("属地", "City", None)
    address: Opt[Short] = field("单位地址", "Address", None)
    founded_on: Opt[PartialDate] = field("成立时间", "Founded", None)
    parent: Opt[Annotated[Id, PARENT]] = field("上级单位", "Parent", None)
    website: Opt[Url] = field("网站", "Website", None)
    contact: Opt[Contact] = field("联系方式", "Contact", None)
