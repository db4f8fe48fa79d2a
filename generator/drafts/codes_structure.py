"""Texts of the codes about the structure of a draft: ids, numbers, levels, captions, references."""

from generator.diagnostics import Code, Severity
from generator.texts import Text

BAD_ID = Code(
    "D012",
    "bad-anchor",
    Severity.ERROR,
    Text("标识“{id}”不符合规定", "the id '{id}' is not well-formed"),
    Text(
        "以小写字母开头，只用小写字母、数字和单个连字符，最长 40 个字符，如 p-lat-01；top 和 catalog-search 归页面所用。",
        "Begin with a lower-case letter; use lower-case letters, digits and single hyphens, at most 40 characters, "
        "as in p-lat-01. The page itself has top and catalog-search.",
    ),
    Text(
        "标识是条款的永久地址，也是 Word 文件中的书签，书签最长 40 个字符，且不宜含中文。",
        "The id is the permanent address of a provision and its bookmark in Word, where 40 characters is the limit and "
        "Chinese is troublesome.",
    ),
    good="## 时延 {#c-latency}\n\n时延按端到端计。\n",
    bad="## 时延 {#C_Latency}\n\n时延按端到端计。\n",
)
DUPLICATE_ID = Code(
    "D013",
    "duplicate-anchor",
    Severity.ERROR,
    Text("标识“{id}”已在第 {line} 行使用", "the id '{id}' is already used in line {line}"),
    Text("请为后写的一处换一个新标识。", "Give the later one a new id."),
    Text(
        "一个标识只能指一处，否则链接、声明和意见不知道指向哪里。已发布的标识不要改，改后写的那一处。",
        "An id names one place; otherwise links, claims and comments would be ambiguous. Leave the older one as it is.",
    ),
    good="## 时延 {#c-a}\n\n按端到端计。\n\n## 速率 {#c-b}\n\n按用户体验计。\n",
    bad="## 时延 {#c-a}\n\n按端到端计。\n\n## 速率 {#c-a}\n\n按用户体验计。\n",
)
HAND_NUMBER = Code(
    "D014",
    "hand-written-number",
    Severity.ERROR,
    Text("编号由程序生成，不要手写：{text}", "numbers are made by the program, not by hand: {text}"),
    Text("请删去开头的编号。", "Remove the number at the beginning."),
    Text(
        "章、条、附录、表、图、公式、注和示例的编号都由程序按顺序生成，网页与 Word 中一致。手写的编号在插入一条后就会出错。",
        "Clauses, annexes, tables, figures, formulas, notes and examples are numbered by the program, alike on the "
        "page and in Word. A number written by hand is wrong as soon as a clause is inserted.",
    ),
    good="## 时延 {#c-latency}\n\n时延按端到端计。\n",
    bad="## 4.1 时延 {#c-latency}\n\n时延按端到端计。\n",
)
LEVEL_SKIPPED = Code(
    "D015",
    "heading-level-skipped",
    Severity.ERROR,
    Text("标题从第 {previous} 级跳到第 {level} 级", "the heading jumps from level {previous} to level {level}"),
    Text("请只增加一个 #，或补上中间一级的标题。", "Add one # only, or write the heading between them."),
    Text(
        "一个 # 是章，两个到六个 # 是一级到五级条。跳过一级就没有编号可用。",
        "One # is a chapter, two to six are the five levels of clauses below it. A skipped level has no number.",
    ),
    good="## 时延 {#c-a}\n\n按端到端计。\n",
    bad="### 时延 {#c-a}\n\n按端到端计。\n",
)
TEXT_BEFORE_CLAUSE = Code(
    "D016",
    "text-before-clause",
    Severity.ERROR,
    Text("第一个标题之前有内容", "there is text before the first heading"),
    Text(
        "请把它放到标题之后；名称等信息写在 standard.yaml。",
        "Put it behind a heading; metadata belong in standard.yaml.",
    ),
    Text(
        "标准的名称、编号和起草单位写在 standard.yaml，由此生成封面。draft.md 从第一个标题（通常是前言）开始。",
        "Title, number and drafting organisations stand in standard.yaml; the cover is made from them. draft.md begins "
        "with its first heading, usually 前言.",
    ),
)
MISSING_CLAUSE = Code(
    "D017",
    "missing-clause",
    Severity.WARNING,
    Text("缺少“{title}”", "the element '{title}' is missing"),
    Text("请加上标题为“{title}”的一章。", "Add a chapter with the title '{title}'."),
    Text(
        "GB/T 1.1—2020 表 3 规定前言、范围、规范性引用文件、术语和定义为必备要素；后两者没有内容时也保留标题。",
        "GB/T 1.1—2020, table 3, requires a foreword, scope, normative references, and terms and definitions; the "
        "latter two keep their heading even without content.",
    ),
)
DANGLING_REFERENCE = Code(
    "D018",
    "dangling-reference",
    Severity.ERROR,
    Text("草案中没有标识“{target}”", "the draft has no id '{target}'"),
    Text("请核对标识，或补上它所指的内容。{hint}", "Correct the id, or add what it names. {hint}"),
    Text(
        "`[@tbl-x]` 和 `[](#tbl-x)` 会变成“表1”之类的编号，所指的标识要在同一份草案中。",
        "`[@tbl-x]` and `[](#tbl-x)` become a number such as 表1; the id they name must stand in the same draft.",
    ),
    good="## 时延 {#c-latency}\n\n见[@c-latency]。\n",
    bad="## 时延 {#c-latency}\n\n见[@c-latncy]。\n",
)
TABLE_SPAN = Code(
    "D019",
    "table-span",
    Severity.ERROR,
    Text("单元格“{mark}”无法合并", "the cell '{mark}' cannot be joined"),
    Text(
        "^^ 并入上方单元格，<< 并入左侧单元格；合并后应是矩形，且不跨表头。",
        "^^ joins the cell above, << the one to its left; the result is a rectangle and does not cross the header.",
    ),
    Text(
        "单独写 `^^` 的单元格并入上方，单独写 `<<` 的并入左侧。首行的 `^^`、首列的 `<<` 没有可以并入的单元格。",
        "A cell holding only `^^` joins the one above, only `<<` the one to its left. In the first row or column there "
        "is nothing to join.",
    ),
    good="表：等级 {#tbl-a}\n\n| 类别 | 值 |\n|---|---|\n| 甲 | 1 |\n| ^^ | 2 |\n",
    bad="表：等级 {#tbl-a}\n\n| 类别 | 值 |\n|---|---|\n| ^^ | 1 |\n| 甲 | 2 |\n",
)
CAPTION = Code(
    "D020",
    "stray-caption",
    Severity.ERROR,
    Text("表题或图题旁边没有表或图：{text}", "no table or figure stands next to this caption: {text}"),
    Text(
        "“表：题”写在表之前，“图：题”写在图之后，各为一段。",
        "'表：题' stands before its table, '图：题' after its figure, each as a paragraph.",
    ),
    Text(
        "表题在表的上方，图题在图的下方，以空行隔开。",
        "A table's caption is above it, a figure's below it, with an empty line between.",
    ),
    good="表：等级 {#tbl-a}\n\n| 类别 | 值 |\n|---|---|\n| 甲 | 1 |\n",
    bad="表：等级 {#tbl-a}\n\n等级由供需双方商定。\n",
)
ANNEX_NATURE = Code(
    "D022",
    "annex-nature",
    Severity.ERROR,
    Text("附录没有写明性质", "the annex does not state its nature"),
    Text(
        "写作 # 题 {{#annex-x .annex nature=informative}}，规范性附录用 normative。",
        "Write # Title {{#annex-x .annex nature=informative}}, or nature=normative.",
    ),
    Text(
        "附录分规范性和资料性两种，性质写在编号之下。资料性附录不含要求。",
        "An annex is normative or informative, and says so below its number. An informative one holds no requirements.",
    ),
    good="# 取值说明 {#annex-a .annex nature=informative}\n\n本附录给出说明。\n",
    bad="# 取值说明 {#annex-a .annex}\n\n本附录给出说明。\n",
)
MISSING_ANCHOR = Code(
    "D029",
    "missing-anchor",
    Severity.WARNING,
    Text("{what}没有标识", "this {what} has no id"),
    Text(
        "在其后写 {{#标识}}，如 {{#c-scope}}；或运行 catalog fmt，由它写上。",
        "Write an id behind it, such as {{#c-scope}}; or run catalog fmt, which writes one.",
    ),
    Text(
        "章条、术语、表、图和公式的标识是它们的永久地址。没有标识，链接和意见在重新编号后就找不到它。",
        "The id of a clause, term, table, figure or formula is its permanent address. Without one, links and comments "
        "lose it when numbers change.",
    ),
    good="## 时延 {#c-latency}\n\n时延按端到端计。\n",
    bad="## 时延\n\n时延按端到端计。\n",
)
DIVIDED_UNTITLED = Code(
    "D032",
    "divided-untitled-clause",
    Severity.ERROR,
    Text("无标题条下面不能再分条", "a clause without a title is not divided further"),
    Text(
        "请给上一级的条写标题，或把这一条改为与它同级。",
        "Give the clause above a title, or move this one to its level.",
    ),
    Text(
        "没有标题的条（`### {{#c-x}}`）下面不再有条，GB/T 1.1—2020 如此规定：读者无从知道下面各条共同讲什么。",
        "A clause without a title (`### {{#c-x}}`) has no clauses below it (GB/T 1.1—2020): nothing would tell the reader "
        "what they have in common.",
    ),
    good="## 时延 {#c-a}\n\n### {#c-b}\n\n按端到端计。\n\n### {#c-c}\n\n按用户计。\n",
    bad="## 时延 {#c-a}\n\n### {#c-b}\n\n按端到端计。\n\n#### {#c-c}\n\n按用户计。\n",
)
