"""The published types: what every JSON file of the API holds, whatever the models look like inside.

They are the contract with those who read the API. Every key is always there, null where the catalogue
states nothing; a key never has two types; money is text with two decimals, other numbers are exact JSON
numbers; texts are Chinese with English or null. Keys may be added within a version; one that goes or
changes its meaning makes a new one (`/api/v2/`). The part `fields` differs by kind: see `shapes`.
"""

from typing import Annotated, Any, get_args

from pydantic import Field, WithJsonSchema
from typing_extensions import TypedDict

from generator.pricing import Reason
from generator.vouchers.found import Outcome

SCHEMA_VERSION = "1.0"
REASONS: tuple[str, ...] = get_args(Reason)
OUTCOMES: tuple[str, ...] = get_args(Outcome)

FullId = Annotated[
    str,
    Field(
        pattern=r"^[a-z]+/[a-z0-9]+(-[a-z0-9]+)*$", description="种类/编号 / kind and id", examples=["products/gw-5"]
    ),
]
Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Date = Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
Url = Annotated[str, Field(json_schema_extra={"format": "uri"})]
Version = Annotated[
    str,
    Field(
        pattern=r"^[0-9]+\.[0-9]+$", description="接口格式的版本 / version of this format", examples=[SCHEMA_VERSION]
    ),
]
Exact = Annotated[Any, WithJsonSchema({"type": "number"})]
Yuan = Annotated[str, Field(pattern=r"^[0-9]+\.[0-9]{2}$", description="元 / CNY")]
Example = Annotated[bool, Field(description="虚构的示例条目 / invented, to illustrate")]


class Text(TypedDict):
    """A text in Chinese, and in English where there is one."""

    zh: str
    en: str | None


class EntryReference(TypedDict):
    """Another entry. The name is null where it cannot be shown."""

    id: FullId
    name: Text | None


class TermReference(TypedDict):
    """A term of a code list. The name is null where the list does not have it."""

    id: Id
    name: Text | None


class Link(TypedDict):
    """A typed link: the relation, and the entry at its other end."""

    relation: Annotated[str, Field(description="见 index.json 的 relations / see relations in index.json")]
    id: FullId
    name: Text | None


class State(TypedDict):
    """Where an entry stands in its lifecycle. `settled`: approved or in force."""

    id: Id
    name: Text
    code: str | None
    settled: bool
    next: Annotated[list[Id], Field(description="可进入的状态 / states it may enter")]


class Summary(TypedDict):
    """An entry in a list."""

    id: FullId
    kind: str
    slug: Id
    name: Text
    summary: Text | None
    status: Annotated[Id | None, Field(description="文件未写明时为 null / null where its file states none")]
    example: Example
    updated: Annotated[Date | None, Field(description="最近一次状态变化 / last change of status")]
    url: Annotated[Url, Field(description="网页 / web page")]
    api_url: Annotated[Url, Field(description="完整数据 / all its data")]


class Clause(TypedDict):
    """A clause of a standard's draft. The number is empty where it has none."""

    id: str
    number: str
    level: int
    kind: str
    title: str


class Provision(TypedDict):
    """A provision of a standard's draft, under its permanent id."""

    id: str
    kind: str
    aspect: str
    clause: str
    number: str
    text: str
    fingerprint: str


class Draft(TypedDict):
    """The text of a standard in outline. The text itself is `markdown_url`."""

    clauses: list[Clause]
    provisions: list[Provision]
    markdown_url: Url


class PriceLine(TypedDict):
    """What one price component of one product in a slot costs: once, for a year where it recurs, or for the use stated."""

    slot: Id
    product: EntryReference
    component: Annotated[Id, Field(description="产品 prices 中的编号 / id in the product's prices")]
    units: Exact
    amount: Yuan


class PriceMissing(TypedDict):
    """What has no amount. `component` is null where it is the product as a whole."""

    slot: Id
    product: EntryReference
    component: Id | None
    reason: Annotated[
        str, Field(json_schema_extra={"enum": list(REASONS)}, description="没有金额的原因 / why there is no amount")
    ]


class ComputedPrice(TypedDict):
    """A solution's price for its own size, tax included, from the list prices in force when the files were made."""

    once: Yuan
    yearly: Yuan
    usage: Annotated[Yuan, Field(description="按所述用量，未说明期间 / for the use stated, over no stated time")]
    complete: Annotated[bool, Field(description="没有未计入的部分 / nothing is missing")]
    negotiated: Annotated[bool, Field(description="其中有协议价 / some prices are negotiated")]
    lines: list[PriceLine]
    not_stated: list[PriceMissing]


class Criterion(TypedDict):
    """A criterion of a voucher programme, and how a listing stands to it."""

    criterion: Annotated[Id, Field(description="服务券 criteria 中的编号 / id in the programme's criteria")]
    text: Text
    clause: str | None
    outcome: Annotated[
        str,
        Field(
            json_schema_extra={"enum": list(OUTCOMES)},
            description="for-people：由人判定，不影响是否列入 / for people to decide; does not count here",
        ),
    ]
    value: Annotated[Text | None, Field(description="查到的内容 / what was found")]
    remedy: Annotated[Text | None, Field(description="供应商要做什么 / what the vendor must do")]


class Eligibility(TypedDict):
    """Whether a listing qualifies for its programme's catalogue on a day, and why."""

    on: Date
    listed: bool
    criteria: list[Criterion]


class CommentCounts(TypedDict):
    """How many comments a standard has had, from how many organisations, and how many were decided how."""

    received: int
    organisations: int
    accepted: int
    partly: int
    rejected: int
    undecided: int


class LevelReference(TypedDict):
    """A level of a scheme. The name is null where the scheme does not have it."""

    id: Id
    name: Text | None


class Entry(TypedDict):
    """Everything about one entry."""

    schema_version: Version
    id: FullId
    kind: str
    slug: Id
    name: Text
    summary: Text | None
    description: Annotated[Text | None, Field(description="CommonMark")]
    aliases: list[str]
    status: Id | None
    state: State | None
    example: Example
    updated: Date | None
    owner: EntryReference | None
    url: Url
    api_url: Url
    yaml_url: Annotated[Url, Field(description="条目的源文件 / the entry's own file")]
    source_path: Annotated[str, Field(description="在仓库中的位置 / place in the repository")]
    fields: dict[str, Any]
    draft: Annotated[Draft | None, Field(description="只有标准有 / standards only")]
    price: Annotated[ComputedPrice | None, Field(description="只有方案有；测算 / solutions only; computed")]
    evidenced: Annotated[
        int | None, Field(description="只有目标有；真实条目可佐证数 / targets only; shown by real entries")
    ]
    level: Annotated[LevelReference | None, Field(description="只有证书有 / certificates only")]
    eligibility: Annotated[
        Eligibility | None,
        Field(description="只有目录条目有；按生成文件之日 / listings only; on the day the files were made"),
    ]
    comments: Annotated[
        CommentCounts | None, Field(description="只有标准有；意见数 / standards only; counts of comments")
    ]
    links: list[Link]
    backlinks: list[Link]
    history: list[dict[str, Any]]
    waivers: list[dict[str, Any]]
    sources: list[dict[str, Any]]


class KindList(TypedDict):
    """All entries of a kind, in short."""

    schema_version: Version
    kind: str
    name: Text
    count: int
    examples: Annotated[int, Field(description="其中的示例 / examples among them")]
    entries: list[Summary]


class KindFiles(TypedDict):
    """A kind, how many entries it has, and where they are."""

    kind: str
    singular: str
    name: Text
    lifecycle: str | None
    count: int
    examples: int
    url: Url
    schema_url: Url
    csv_url: Url


class Relation(TypedDict):
    """A kind of link: how it reads from its source, from its target, and what it may point to."""

    name: str
    label: Text
    inverse: Text
    kinds: list[str]


class Lifecycle(TypedDict):
    """The states that entries of some kinds go through."""

    id: Id
    name: Text
    states: list[State]


class Licence(TypedDict):
    """The licence of the data. `id` is the SPDX identifier."""

    id: str
    name: Text
    url: Url


class Index(TypedDict):
    """Where everything is. `content_digest` changes when, and only when, an entry does."""

    schema_version: Version
    name: Text
    summary: Text
    region: str | None
    licence: Licence | None
    url: Url
    content_digest: str
    count: int
    examples: int
    kinds: list[KindFiles]
    relations: list[Relation]
    lifecycles: list[Lifecycle]
    graph_url: Url
    openapi_url: Url
