"""Texts of the codes about how a draft is written: readable, no raw text, known blocks."""

from generator.diagnostics import Code, Severity
from generator.texts import Text

UNREADABLE = Code(
    "D001",
    "draft-unreadable",
    Severity.ERROR,
    Text("草案无法读取：{reason}", "the draft cannot be read: {reason}"),
    Text(
        "请将 draft.md 保存为不含控制字符的 UTF-8 文本，嵌套不超过 20 层。",
        "Save draft.md as UTF-8 without control characters, nested at most 20 deep.",
    ),
    Text(
        "draft.md 是普通的 UTF-8 文本。其他编码、控制字符、改变文字方向的不可见字符以及过深的嵌套都不读取，因为读者看到的内容会与审查的内容不一致。",
        "draft.md is plain UTF-8 text. Other encodings, control characters, invisible characters that change the "
        "direction of text, and deep nesting are refused: readers would see something else than what was reviewed.",
    ),
)
TOO_LARGE = Code(
    "D002",
    "draft-too-large",
    Severity.ERROR,
    Text("草案为 {size} 字节，超过上限 {limit} 字节", "the draft has {size} bytes; the limit is {limit}"),
    Text("请将草案拆成几个部分。", "Split the standard into parts."),
    Text(
        "一份草案最多 2 MB。这相当于上千页文字；更大的文件通常是误放的数据。",
        "A draft has at most 2 MB, which is more than a thousand pages. Larger files are usually data put here by mistake.",
    ),
)
TIMEOUT = Code(
    "D003",
    "draft-timeout",
    Severity.ERROR,
    Text("草案在 {limit} 内未能读完", "reading the draft took longer than {limit}"),
    Text(
        "请查找成串的括号、星号或反引号，以及层层嵌套的列表或公式。",
        "Look for long runs of brackets, asterisks or backticks, and for lists or formulas nested in each other.",
    ),
    Text(
        "读取一份草案有时间上限，一次运行中读取全部草案也有；正常的草案不到一秒。超时通常由成串的符号引起。"
        "结果记在缓存里，文字不变就不再重试；加 --no-cache 会重试。",
        "Reading a draft has a time limit, and so has reading all the drafts of a run; an ordinary draft takes less than "
        "a second. Long runs of signs are the usual cause. The outcome is kept in the cache: while the text stays as it "
        "is, only --no-cache tries again.",
    ),
)
RAW_HTML = Code(
    "D004",
    "raw-html",
    Severity.ERROR,
    Text("草案中不能有 HTML：{text}", "a draft holds no HTML: {text}"),
    Text(
        "请改用 Markdown；合并单元格写 ^^ 或 <<；文字中的小于号写 \\<。",
        "Use Markdown instead; join cells with ^^ or <<; write a less-than sign as \\<.",
    ),
    Text(
        "同一份草案要生成网页、Word 和 PDF，HTML 在后两者中会丢失，也可能不安全。唯一允许的注释是豁免：`<!-- waive D012: 原因 -->`。",
        "One draft becomes a page, a Word file and a PDF; HTML is lost in the latter two and may be unsafe. "
        "The one comment allowed is a waiver: `<!-- waive D012: reason -->`.",
    ),
    good="时延 **不大于** 20 ms。\n",
    bad="时延 <b>不大于</b> 20 ms。\n",
)
RAW_ATTRIBUTE = Code(
    "D005",
    "raw-attribute",
    Severity.ERROR,
    Text("草案中不能有只供一种输出格式使用的内容：{text}", "a draft holds no text for one output format only: {text}"),
    Text("请删除这一标记，用 Markdown 书写。", "Remove this mark and write Markdown."),
    Text(
        "`{=html}`、`{=openxml}` 之类的标记把内容直接送入某种输出，会绕过检查，且只在一种格式中出现。",
        "Marks such as `{=html}` or `{=openxml}` pass text straight into one output: it escapes every check and "
        "shows in one format only.",
    ),
    good="接口名称写作 `N6`。\n",
    bad="接口名称写作 `<b>N6</b>`{=html}。\n",
)
BLOCK_FENCE = Code(
    "D006",
    "block-fence",
    Severity.ERROR,
    Text("“:::”块有误：{what}", "a ':::' block is wrong: {what}"),
    Text(
        "块以单独一行的 ::: 结束；首行写作 ::: {{.provision #p-id kind=requirement aspect=performance}}。标题不能放在块内。",
        "A block ends with ::: on a line of its own; it begins like "
        "::: {{.provision #p-id kind=requirement aspect=performance}}. Headings stand outside blocks.",
    ),
    Text(
        "条款、术语、注和示例写在 `:::` 块里。块在下一个标题或下一个条款之前还没有结束时，问题报在它开始的那一行；"
        "首行花括号写错时，整块会被当作文字。草案改正之前，不检查针对它的声明和锁定文件。",
        "Provisions, terms, notes and examples stand in `:::` blocks. One that has not ended before the next heading or "
        "the next provision is reported at the line where it begins; where the braces are wrong, the whole block is "
        "taken for text. Claims and the lock are not checked against a draft until it is mended.",
    ),
    good="::: note\n本条不含要求。\n:::\n\n## 数据 {#c-data}\n\n数据留存在厂区内。\n",
    bad="::: note\n本条不含要求。\n\n## 数据 {#c-data}\n\n数据留存在厂区内。\n",
)
UNKNOWN_BLOCK = Code(
    "D007",
    "unknown-block",
    Severity.ERROR,
    Text("没有名为“{name}”的块或类", "there is no block or class '{name}'"),
    Text("{hint}", "{hint}"),
    Text(
        "`:::` 块有四种：provision（条款）、term（术语）、note（注）、example（示例）；标题只有附录带类：`.annex`。其他名称多为笔误，其内容不会显示。",
        "There are four `:::` blocks: provision, term, note and example; of headings only an annex has a class, "
        "`.annex`. Other names are mostly slips of the pen, and their text would not show.",
    ),
    good="::: example\n某生产线部署两台接入网关。\n:::\n",
    bad="::: exampel\n某生产线部署两台接入网关。\n:::\n",
)
UNKNOWN_ATTRIBUTE = Code(
    "D008",
    "unknown-attribute",
    Severity.ERROR,
    Text("此处没有属性“{name}”", "there is no attribute '{name}' here"),
    Text("{hint}", "{hint}"),
    Text(
        "条款的属性是 kind、aspect 和 verify，术语的属性是 en，附录的属性是 nature。写错的属性不会起作用，因此作为错误报告。",
        "A provision has the attributes kind, aspect and verify, a term has en, an annex has nature. A misspelt one "
        "would do nothing, so it is an error.",
    ),
    good="::: {.provision #p-x-01 kind=requirement aspect=security}\n网关应记录管理操作。\n:::\n",
    bad="::: {.provision #p-x-01 kind=requirement aspect=security verfy=t-1}\n网关应记录管理操作。\n:::\n",
)
UNSUPPORTED = Code(
    "D021",
    "unsupported-markup",
    Severity.ERROR,
    Text("草案不支持这种写法：{what}", "a draft cannot hold this: {what}"),
    Text(
        "标识只写在标题、条款、术语、表题、图题和公式之后；图独立成段；条款和术语直接写在章条之下。",
        "Ids stand behind headings, provisions, terms, captions and formulas; a figure is a paragraph of its own; "
        "provisions and terms stand directly in a clause.",
    ),
    Text(
        "模型只容纳标准文件所需的元素，其他写法在 Word 或 PDF 中无法得到同样的结果。",
        "The model holds what a standard needs. Anything else could not look the same in Word and in PDF.",
    ),
    good="第一段。\n\n第二段。\n",
    bad="第一段。\n\n***\n\n第二段。\n",
)
UNSAFE_LINK = Code(
    "D025",
    "unsafe-link",
    Severity.ERROR,
    Text("不接受这一地址：{address}", "this address is not accepted: {address}"),
    Text(
        "链接以 https://、http://、mailto: 或 # 开头；图放在 figures/ 下，扩展名为 svg、png 或 jpg。",
        "Links begin with https://, http://, mailto: or #; figures stand in figures/ as svg, png or jpg.",
    ),
    Text(
        "其他地址可能执行脚本，或在离线文件中失效。图只取自标准自己的 figures/ 文件夹，文件名用小写字母、数字和连字符。",
        "Other addresses may run scripts or break in a file read offline. Figures come from the standard's own folder "
        "figures/ only; their names are lower-case letters, digits and hyphens.",
    ),
    good="见[3GPP 网站](https://www.3gpp.org/)。\n",
    bad="见[说明](javascript:void)。\n",
)
MALFORMED_WAIVER = Code(
    "D026",
    "malformed-waiver",
    Severity.ERROR,
    Text("豁免写法不正确：{text}", "this waiver is not well-formed: {text}"),
    Text("写作 <!-- waive D012: 原因 -->。", "Write <!-- waive D012: reason -->."),
    Text(
        "豁免由规则的编号（或名称）、冒号和原因组成，写在所豁免内容之前：其后是标题时，管到下一个标题之前；其后是段落、表、条款等时，只管这一块。"
        "没有原因的豁免以后没有人能复查。",
        "A waiver is the number (or the name) of a rule, a colon and a reason. It stands before what it is about: before a "
        "heading it holds up to the next heading, before a paragraph, a table or a provision for that block only. "
        "Without a reason nobody can review it later.",
    ),
    good="<!-- waive D014: 引用的型号以数字开头 -->\n\n正文。\n",
    bad="<!-- waive D014 -->\n\n正文。\n",
)
UNREADABLE_FORMULA = Code(
    "D030",
    "unreadable-formula",
    Severity.WARNING,
    Text("公式无法转换：{tex}", "this formula cannot be converted: {tex}"),
    Text("请检查括号是否成对，并只用常见的 TeX 命令。", "Check that braces pair up and use common TeX commands only."),
    Text(
        "公式以 TeX 书写，在网页上转为 MathML，在 Word 中转为可编辑的公式。无法转换的公式只能原样显示。",
        "Formulas are written in TeX and become MathML on the page and editable formulas in Word. One that cannot be "
        "converted shows as it is typed.",
    ),
    good="$$T = T_1 + T_2$$ {#eq-sum}\n",
    bad="$$T = \\total{T_1}$$ {#eq-sum}\n",
)
FORMULA_COMMAND = Code(
    "D033",
    "formula-command",
    Severity.ERROR,
    Text("公式中不能定义命令：{command}", "a formula defines no commands: {command}"),
    Text("请直接写出它所代表的内容。", "Write out what it stands for."),
    Text(
        "公式中的 `\\newcommand`、`\\def`、`\\let` 等会定义新的命令，可以层层展开而耗尽时间，在网页和 Word 中的结果也不一致。",
        "`\\newcommand`, `\\def`, `\\let` and the like define commands in a formula: they may expand without end, and "
        "come out differently on the page and in Word.",
    ),
    good="$$T = T_1 + T_2$$ {#eq-sum}\n",
    bad="$$\\newcommand{\\sum}{T_1 + T_2} T = \\sum$$ {#eq-sum}\n",
)
