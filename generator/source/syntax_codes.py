"""The codes of family Y: what is not YAML, or not YAML that every tool reads alike."""

from generator.diagnostics import Code, error_code
from generator.texts import Text

SYNTAX_ERROR = error_code(
    "Y001", "syntax-error",
    Text("这里不符合 YAML 语法：{problem}", "this is not YAML: {problem}"),
    Text("对照相邻的行检查这一行；含特殊符号的文字请加引号。",
         "Compare this line with its neighbours; put text with special characters in quotes."),
    Text("""文件的这一处无法按 YAML 语法读取，因此整个文件都没有被读入。语法错误每次只能报告一处，改正后请再检查一遍。

常见原因：列表项写在键的同一行；`|` 或 `>` 之后直接写了文字；多写了一个右括号。""",
         """At this place the file cannot be read as YAML, so none of it was read. Of syntax errors only one can be
reported in a run: correct it and check again.

Common causes: a list item on the line of its key; text right after `|` or `>`; one closing bracket too many."""),
    good="aliases:\n  - 网关\n", bad="aliases: - 网关\n",
)  # fmt: skip

UNCLOSED_QUOTE = error_code(
    "Y002", "unclosed-quote",
    Text("这里的引号 {quote} 没有配对的结束引号", "the quote {quote} that begins here is never closed"),
    Text("在文字末尾补上引号；文字内部的双引号写作 \\\"，单引号写两次。",
         "Close it at the end of the text; inside, write \\\" for a double quote and '' for a single one."),
    Text("""引号一直开到了文件末尾，后面的所有内容都被当成了这段文字，因此文件没有被读入。位置指向开头的引号。""",
         """The quote stays open to the end of the file, so all that follows became part of the text and the file was
not read. The place given is where the quote begins."""),
    good='name: "工业网关"\nvendor: example\n', bad='name: "工业网关\nvendor: example\n',
)  # fmt: skip

UNCLOSED_BRACKET = error_code(
    "Y003", "unclosed-bracket",
    Text("这里的 {bracket} 到第 {line} 行还没有结束，或者那里少了逗号",
         "the {bracket} that begins here is not closed before line {line}, or a comma is missing there"),
    Text("补上右括号，各项之间用英文逗号分开；也可以改成每行一项的写法。",
         "Close the bracket and put commas between the parts, or write one part on each line instead."),
    Text("""方括号或花括号没有结束，后面的内容无法归属，因此文件没有被读入。中文逗号 `，` 不能分隔各项。""",
         """A bracket or brace is not closed, so what follows belongs nowhere and the file was not read. The
full-width comma `，` does not separate parts."""),
    good="features: [edge-computing, profinet]\nname: 网关\n", bad="features: [edge-computing, profinet\nname: 网关\n",
)  # fmt: skip

MISSING_SPACE = error_code(
    "Y004", "missing-space",
    Text("“{written}”应写作“{meant}”", "'{written}' should be '{meant}'"),
    Text("键后面用英文冒号加一个空格，列表的横线后面也要有一个空格。",
         "After a key stand an ASCII colon and a space; after the dash of a list stands a space."),
    Text("""YAML 靠“冒号加空格”识别键和值。`版本:1` 没有空格，`名称：网关` 用了中文冒号，都会被读成一段普通文字；
`-甲` 也不是列表项。""",
         """YAML tells keys from values by a colon and a space. `version:1` has no space and `名称：网关` has the
full-width colon: both are one piece of text. Likewise `-a` is no list item."""),
    good="name: 网关\nversion: 5\n", bad="name: 网关\nversion:5\n",
)  # fmt: skip

BAD_INDENTATION = error_code(
    "Y005", "bad-indentation",
    Text("这一行的缩进与前面各行不一致", "this line is not indented like the lines before it"),
    Text("同一层的键左对齐，下一层多缩进两个空格。", "Align the keys of one level, and indent the next level by two spaces."),
    Text("""缩进决定了内容属于哪一层。这一行的缩进不属于任何已有的层次，因此文件没有被读入。也可能是上一行的值已经写完，
下一行却又缩进了。""",
         """Indentation says what belongs to what. This line fits no level, so the file was not read. It may also be
that the line before has its value already and this one is indented below it."""),
    good="name:\n  zh: 网关\n  en: Gateway\n", bad="name:\n  zh: 网关\n    en: Gateway\n",
)  # fmt: skip

COLON_IN_TEXT = error_code(
    "Y006", "colon-in-text",
    Text("文字里有“冒号加空格”，被当成了又一个键", "a colon and a space inside the text look like another key"),
    Text("给整段文字加上引号。", "Put the whole text in quotes."),
    Text("""没有引号的文字里不能出现英文冒号加空格。中文冒号“：”没有这个限制。""",
         """Text without quotes must not hold a colon followed by a space. The full-width colon is free of this."""),
    good='summary: "说明: 用于产线"\n', bad="summary: 说明: 用于产线\n",
)  # fmt: skip

RESERVED_CHARACTER = error_code(
    "Y007", "reserved-character",
    Text("没有引号的文字不能以 {character} 开头", "text without quotes must not begin with {character}"),
    Text("给整段文字加上引号。", "Put the whole text in quotes."),
    Text("""`@`、`` ` `` 和 `%` 在 YAML 中是保留的，不能作为无引号文字的第一个字符。""",
         """`@`, `` ` `` and `%` are reserved in YAML and must not be the first character of text without quotes."""),
    good='name: "@home 网关"\n', bad="name: @home 网关\n",
)  # fmt: skip

TEXT_AFTER_QUOTE = error_code(
    "Y008", "text-after-quote",
    Text("结束引号之后还有文字", "text follows the closing quote"),
    Text("整段文字用一对单引号括起，里面的双引号就可以照写；或者改用中文引号“”。",
         "Put the whole text in one pair of single quotes, then double quotes may stand inside it."),
    Text("""引号内的文字到结束引号为止，后面只能有注释。文字里需要引号时，外面用单引号，里面用双引号。""",
         """A quoted text ends at its closing quote, and only a comment may follow. To have quotes inside, use single
quotes around and double quotes inside."""),
    good="summary: '称为\"网关\"的设备'\n", bad='summary: "称为"网关"的设备"\n',
)  # fmt: skip

BAD_ESCAPE = error_code(
    "Y009", "bad-escape",
    Text("双引号文字里的“{escape}”不是有效的转义", "'{escape}' is no valid escape inside double quotes"),
    Text("改用单引号，反斜杠就是普通字符；或者把反斜杠写成两个。",
         "Use single quotes, where a backslash is an ordinary character, or write it twice."),
    Text("""双引号内的反斜杠是转义符号，只能和规定的字母连用，例如 `\\n`、`\\"`、`\\\\`、`\\u4e2d`。""",
         """Inside double quotes a backslash begins an escape and may only stand before certain letters: `\\n`, `\\"`,
`\\\\`, `\\u4e2d`."""),
    good="summary: 'C:\\数据'\n", bad='summary: "C:\\数据"\n',
)  # fmt: skip

DUPLICATE_KEY = error_code(
    "Y010", "duplicate-key",
    Text("键“{key}”重复，第 {line} 行已有", "the key '{key}' stands on line {line} already"),
    Text("只保留一个。", "Keep one of the two."),
    Text("""同一层里同一个键只能出现一次。否则有的工具取第一个值，有的取最后一个。检查时按第一个值继续。""",
         """In one mapping a key may stand once. Some tools would take the first value, others the last. The check goes
on with the first."""),
    good="name: 网关\nmodel: GW-5\n", bad="name: 网关\nmodel: GW-5\nmodel: GW-6\n",
)  # fmt: skip

KEY_NOT_TEXT = error_code(
    "Y011", "key-not-text",
    Text("键“{key}”会被读成数字、真假值或空值", "the key '{key}' would be a number, true, false or null"),
    Text("给键加上引号，或者改用文字作键。", "Put the key in quotes, or use a word."),
    Text("""所有的键都是文字。没有引号的 `1:`、`true:`、`~:` 或缺少名称的键，各种工具的读法不同。""",
         """All keys are text. Tools differ on `1:`, `true:`, `~:` without quotes and on a key without a name."""),
    good='"1": 甲\n', bad="1: 甲\n",
)  # fmt: skip

COMPLEX_KEY = error_code(
    "Y012", "complex-key",
    Text("这里把列表或映射当作了键", "a list or a mapping stands here as a key"),
    Text("键只能是一个词；以花括号或方括号开头的文字请加引号。",
         "A key is one word; put text that begins with a brace or bracket in quotes."),
    Text("""YAML 允许用列表或映射作键，但 JSON 和多数工具不允许。通常是因为文字以 `{` 或 `[` 开头而没有加引号。""",
         """YAML lets a list or mapping be a key; JSON and most tools do not. Mostly it is a text that begins with `{`
or `[` and lacks quotes."""),
    good='"[甲] 说明": 乙\n', bad="[甲, 乙]: 丙\n",
)  # fmt: skip

UNCLEAR_SCALAR = error_code(
    "Y013", "unclear-scalar",
    Text("“{text}”的含义不明确：{why}", "the meaning of '{text}' is unclear: {why}"),
    Text("若是文字或编号，请加引号；若是数字，请写成普通的十进制数。",
         "If it is text or a code, put it in quotes; if it is a number, write a plain decimal number."),
    Text("""同样的字符，不同的 YAML 工具读出的值不同：`010` 可能是 10 或 8，`1_000` 可能是数字或文字，`.inf`、`1e400`
和超过 20 位的数字会被改变。这里不猜测，请加引号或改写。""",
         """Tools read the same characters differently: `010` is 10 or 8, `1_000` a number or text; `.inf`, `1e400` and
numbers of more than 20 digits get changed. Nothing is guessed here: add quotes or write it otherwise."""),
    good='code: "010"\namount: 1000\n', bad="code: 010\n",
)  # fmt: skip

MULTI_LINE_PLAIN = error_code(
    "Y014", "multi-line-plain",
    Text("没有引号的文字延续到了第 {line} 行", "text without quotes goes on to line {line}"),
    Text("多行文字在键后写 | 或 >，下一行起缩进；若下一行本是键或列表项，请改正它的缩进或冒号。",
         "For long text write | or > after the key and indent below it; if the next line is a key or a list item, "
         "correct its indentation or colon."),
    Text("""没有引号的文字会吞掉后面缩进的行：

    status: draft
      - 甲

被读成一段文字 `draft - 甲`。几乎总是笔误，因此要求用 `|`、`>` 或引号写明。""",
         """Text without quotes swallows the indented lines after it:

    status: draft
      - a

is the one text `draft - a`. Almost always it is a slip, so say it with `|`, `>` or quotes."""),
    good="summary: >-\n  第一行\n  第二行\n", bad="summary: 第一行\n  第二行\n",
)  # fmt: skip

NOT_A_MAPPING = error_code(
    "Y015", "not-a-mapping",
    Text("文件的最外层应是“键: 值”", "the top of the file must be 'key: value' lines"),
    Text("最外层从第一列开始写各个键。", "Begin the keys of the top level in the first column."),
    Text("""每个文件都是一个映射：最外层是若干键和它们的值，不能是列表或单独一段文字。""",
         """Every file is one mapping: keys and their values at the top, not a list and not a single text."""),
    good="terms:\n  - id: foshan\n", bad="- id: foshan\n",
)  # fmt: skip

EMPTY_FILE = error_code(
    "Y016", "empty-file",
    Text("文件是空的", "the file is empty"),
    Text("填写内容，或者删除这个文件。", "Fill it in, or delete it."),
    Text("""文件里没有任何内容，或者只有注释。""", """The file holds nothing, or comments only."""),
    good="name: 网关\n", bad="# 待填写\n",
)  # fmt: skip

SECOND_DOCUMENT = error_code(
    "Y017", "second-document",
    Text("文件里开始了第二个 YAML 文档", "a second YAML document begins here"),
    Text("删除这里的 ---；每个文件只写一个条目。", "Remove the --- here: one file holds one entry."),
    Text("""一行 `---` 会开始一个新文档。许多工具只读第一个，其余悄悄丢失。多行文字里需要横线时，把它缩进到文字里。""",
         """A line `---` begins another document. Many tools read the first only and lose the rest in silence. Where a
text needs such a line, indent it with the text."""),
    good="name: 网关\n", bad="name: 网关\n---\nname: 平台\n",
)  # fmt: skip

STRANGE_SPACE = error_code(
    "Y018", "strange-space",
    Text("这里有一个不是普通空格的空白（{character}）", "this blank is not an ordinary space ({character})"),
    Text("改成普通的半角空格；若确需保留，请给文字加引号。",
         "Replace it by an ordinary space; if it is meant, put the text in quotes."),
    Text("""全角空格（U+3000）和不换行空格（U+00A0）看上去像缩进，YAML 却把它们当作文字的一部分。""",
         """The ideographic space (U+3000) and the no-break space (U+00A0) look like indentation, but for YAML they are
part of the text."""),
    good="name:\n  zh: 网关\n", bad="name:\n\u3000\u3000zh: 网关\n",
)  # fmt: skip

TAB = error_code(
    "Y019", "tab",
    Text("这里有制表符（Tab）", "there is a tab here"),
    Text("用空格代替，并让编辑器把 Tab 键输入为空格。", "Use spaces, and let the editor turn the Tab key into spaces."),
    Text("""YAML 不允许用制表符缩进，在别处出现时各工具的处理也不同，因此整个文件都不用制表符。""",
         """YAML forbids tabs in indentation, and tools differ on them elsewhere, so no file holds any."""),
    good="name:\n  zh: 网关\n", bad="name: 网关\t# 说明\n",
)  # fmt: skip

LONE_CARRIAGE_RETURN = error_code(
    "Y020", "lone-carriage-return",
    Text("这里有一个单独的回车符（CR）", "there is a carriage return without a line feed here"),
    Text("用编辑器把换行符统一成 LF（Unix）或 CRLF（Windows）。",
         "Let the editor set the line ends to LF (Unix) or CRLF (Windows)."),
    Text("""单独的回车符在 YAML 里是换行，在多数编辑器里不是，行号因此会对不上。""",
         """For YAML a carriage return alone ends a line, for most editors it does not, so line numbers would be off."""),
    good="name: 网关\r\nmodel: GW-5\r\n", bad="name: 网关\r\r\nmodel: GW-5\r\n",
)  # fmt: skip

MISSING_COLON = error_code(
    "Y021", "missing-colon",
    Text("这一行没有“冒号加空格”，不是键和值", "this line has no colon and space, so it is no key and value"),
    Text("补上“: ”；若它接着上一行的文字，请在上一行的键后写 | 并缩进这一行。",
         "Add ': '; if it continues the text above, write | after the key there and indent this line."),
    Text("""这里应当是 `键: 值`。常见原因：漏写冒号，或者长文字的后续行没有缩进。""",
         """A `key: value` is expected here. Common causes: the colon is missing, or a long text goes on without
being indented."""),
    good="name: 网关\nmodel: GW-5\n", bad="name: 网关\nmodel\nstatus: draft\n",
)  # fmt: skip

CODES: tuple[Code, ...] = (
    SYNTAX_ERROR, UNCLOSED_QUOTE, UNCLOSED_BRACKET, MISSING_SPACE, BAD_INDENTATION, COLON_IN_TEXT,
    RESERVED_CHARACTER, TEXT_AFTER_QUOTE, BAD_ESCAPE, DUPLICATE_KEY, KEY_NOT_TEXT, COMPLEX_KEY, UNCLEAR_SCALAR,
    MULTI_LINE_PLAIN, NOT_A_MAPPING, EMPTY_FILE, SECOND_DOCUMENT, STRANGE_SPACE, TAB, LONE_CARRIAGE_RETURN,
    MISSING_COLON,
)  # fmt: skip
