"""Texts of the codes about provisions and terms, and about the lock that keeps the provisions' ids."""

from generator.diagnostics import Code, Severity
from generator.texts import Text

PROVISION_KIND = Code(
    "D009",
    "provision-kind",
    Severity.ERROR,
    Text("没有名为“{value}”的条款类型", "there is no kind of provision '{value}'"),
    Text("{hint}", "{hint}"),
    Text(
        "条款分为要求（requirement，应）、指示（instruction）、推荐（recommendation，宜）、允许（permission，可）和陈述（statement，能、可能）。",
        "A provision is a requirement (应), an instruction, a recommendation (宜), a permission (可) or a statement "
        "(能, 可能).",
    ),
    good="::: {.provision #p-x-01 kind=requirement aspect=security}\n网关应记录管理操作。\n:::\n",
    bad="::: {.provision #p-x-01 kind=shall aspect=security}\n网关应记录管理操作。\n:::\n",
)
PROVISION_ASPECT = Code(
    "D010",
    "provision-aspect",
    Severity.ERROR,
    Text("没有名为“{value}”的方面", "there is no aspect '{value}'"),
    Text("{hint}", "{hint}"),
    Text(
        "每个条款属于一个方面：网络架构、技术功能、性能指标、安全或互联互通。各方面是否齐全由此统计。",
        "Each provision belongs to one aspect: architecture, function, performance, security or interoperability. "
        "Whether all are covered is counted from this.",
    ),
    good="::: {.provision #p-x-01 kind=requirement aspect=security}\n网关应记录管理操作。\n:::\n",
    bad="::: {.provision #p-x-01 kind=requirement aspect=safety}\n网关应记录管理操作。\n:::\n",
)
MISSING_PROVISION_ID = Code(
    "D011",
    "missing-provision-id",
    Severity.ERROR,
    Text("条款没有标识", "this provision has no id"),
    Text(
        "在 .provision 之后写 #标识，如 #p-lat-01；或运行 catalog fmt，由它写上。",
        "Write an id behind .provision, such as #p-lat-01; or run catalog fmt, which writes one.",
    ),
    Text(
        "产品声明符合的是条款的标识。标识一经写下就不再改变，也不再用于别的条款。",
        "Products claim conformity to a provision's id. Once written it never changes and is never used for another.",
    ),
    good="::: {.provision #p-x-01 kind=requirement aspect=security}\n网关应记录管理操作。\n:::\n",
    bad="::: {.provision kind=requirement aspect=security}\n网关应记录管理操作。\n:::\n",
)
INCOMPLETE_TERM = Code(
    "D023",
    "incomplete-term",
    Severity.ERROR,
    Text("术语条目缺少{what}", "this term lacks {what}"),
    Text(
        '首段为术语，其后为定义，英文写在 en 中：::: {{.term #t-x en="edge computing"}}。',
        "The first paragraph is the term, its definition follows, the English is in en: "
        '::: {{.term #t-x en="edge computing"}}.',
    ),
    Text(
        "术语条目由术语、英文对应词和定义组成（GB/T 1.1—2020 的 8.7）。",
        "An entry consists of the term, its English equivalent and the definition (GB/T 1.1—2020, 8.7).",
    ),
    good='::: {.term #t-edge en="edge computing"}\n边缘计算\n\n在靠近数据源处进行的计算。\n:::\n',
    bad="::: {.term #t-edge}\n边缘计算\n\n在靠近数据源处进行的计算。\n:::\n",
)
EMPTY_PROVISION = Code(
    "D024",
    "empty-provision",
    Severity.ERROR,
    Text("条款“{id}”没有内容", "the provision '{id}' has no text"),
    Text("请写出条款，或删去这一块。", "Write the provision, or remove the block."),
    Text(
        "没有内容的条款无法声明符合，也无法检验。注和示例不算内容。",
        "Nothing can be claimed or tested of a provision without text. Notes and examples do not count.",
    ),
    good="::: {.provision #p-x-01 kind=requirement aspect=security}\n网关应记录管理操作。\n:::\n",
    bad="::: {.provision #p-x-01 kind=requirement aspect=security}\n:::\n",
)
REUSED_ID = Code(
    "D027",
    "reused-provision-id",
    Severity.ERROR,
    Text("标识“{id}”曾用于已删除的条款", "the id '{id}' belonged to a provision that was removed"),
    Text("请换一个从未用过的标识。", "Choose an id that was never used."),
    Text(
        "删除条款后，其标识保留在 provisions.lock.yaml 的 removed 中。再次使用会使旧的声明指向另一个条款。原样恢复被删除的条款是允许的。",
        "The id of a removed provision stays in provisions.lock.yaml under removed. Using it again would let old claims "
        "point to another provision. Restoring the removed provision unchanged is fine.",
    ),
)
STALE_LOCK = Code(
    "D028",
    "stale-provision-lock",
    Severity.WARNING,
    Text("provisions.lock.yaml 与草案不一致：{id}", "provisions.lock.yaml does not agree with the draft: {id}"),
    Text("运行 catalog fmt 更新。", "Run catalog fmt."),
    Text(
        "provisions.lock.yaml 由程序生成，记下每个条款的标识和指纹。它与草案一起提交，审查者由此看到哪些条款变了。",
        "provisions.lock.yaml is generated and keeps the id and the fingerprint of each provision. It is committed with "
        "the draft, so reviewers see which provisions changed.",
    ),
)
BAD_LOCK = Code(
    "D031",
    "bad-provision-lock",
    Severity.ERROR,
    Text("provisions.lock.yaml 的内容不是程序生成的形式", "provisions.lock.yaml is not as the program writes it"),
    Text("请恢复该文件，再运行 catalog fmt。", "Restore the file and run catalog fmt."),
    Text(
        "该文件由程序生成，不要手工修改：其中保留着已删除条款的标识。",
        "This file is generated; do not edit it: it keeps the ids of removed provisions.",
    ),
)
NOT_EDITORIAL = Code(
    "D034",
    "not-editorial",
    Severity.ERROR,
    Text("条款“{id}”的修改不可能是编辑性的", "the change of the provision '{id}' cannot have been editorial"),
    Text(
        "能愿动词、否定词、数值、单位、上下限或引用变了。请删去该条款的 editorial，由声明者重新核对。",
        "Its verbs, negations, figures, units, bounds or references have changed. Remove its 'editorial'; claims are to be looked at again.",
    ),
    Text(
        "起草者可用 catalog standard editorial 说明一处修改是编辑性的，此前的声明随之保持有效。锁定文件同时记下条款的实质"
        "（类型、能愿动词、否定词、数值、单位、上下限、引用）；实质变了，这一说明就不成立。",
        "A drafter may say with catalog standard editorial that a change was editorial: claims made before stay good. The lock "
        "keeps the substance of the provision too (kind, verbs, negations, figures, units, bounds, references); where that has "
        "changed, the statement does not hold.",
    ),
)
