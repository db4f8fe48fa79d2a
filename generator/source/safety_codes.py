"""The codes of family X: what is refused because it could harm, and our own faults.

Those without an example are about a whole file or its place, not about its text.
"""

from generator.diagnostics import Code, error_code
from generator.texts import Text

FILE_TOO_LARGE = error_code(
    "X001", "file-too-large",
    Text("文件有 {size} KB，上限是 {most} KB", "the file has {size} KB, the limit is {most} KB"),
    Text("把内容拆成几个条目，或删去不需要的部分。", "Split it into several entries, or remove what is not needed."),
    Text("""一个条目通常只有几 KB。过大的文件不读入，以免拖慢或拖垮检查。""",
         """An entry has a few KB. Larger files are not read, so that they cannot slow down or break the check."""),
)  # fmt: skip

NOT_UTF8 = error_code(
    "X002", "not-utf8",
    Text("文件不是 UTF-8 编码：这里的字节是 {byte}", "the file is not UTF-8: the byte here is {byte}"),
    Text("{guess}请用编辑器另存为“UTF-8（无 BOM）”。", "{guess} Save it as 'UTF-8 without BOM' in the editor."),
    Text("""所有文件都用 UTF-8 编码。用 GBK（记事本里的 ANSI）或 UTF-16 保存的文件会变成乱码，因此不读入。""",
         """All files are UTF-8. A file saved as GBK ('ANSI' in Notepad) or UTF-16 would turn into wrong characters, so
it is not read."""),
)  # fmt: skip

CONTROL_CHARACTER = error_code(
    "X003", "control-character",
    Text("这里有控制字符 {character}", "there is a control character here: {character}"),
    Text("删除它；常见于从 PDF 或终端复制的文字。", "Delete it; it often comes with text copied from a PDF or a terminal."),
    Text("""控制字符看不见，却会改变终端、表格和网页的显示，有的工具遇到它就停止读取。双引号文字里用转义写出的也一样。""",
         """Control characters cannot be seen, yet they change what terminals, tables and pages show, and some tools stop
at them. The same holds for those written as escapes inside double quotes."""),
    good="name: 网关\n", bad="name: 网\x07关\n",
)  # fmt: skip

INVISIBLE_CHARACTER = error_code(
    "X004", "invisible-character",
    Text("这里有看不见的字符 {character}", "there is an invisible character here: {character}"),
    Text("删除它；若是文件开头的 U+FEFF，请另存为“UTF-8（无 BOM）”。",
         "Delete it; where it is U+FEFF at the start of the file, save as 'UTF-8 without BOM'."),
    Text("""零宽字符、双向文字控制符、行分隔符等会让文字看上去与实际不同：名称相同却不相等，审阅的内容与发布的不一致。""",
         """Zero-width characters, controls of text direction, line separators and the like make a text look unlike what
it is: equal names that differ, and reviewers who see something else than readers get."""),
    good="name: 网关\n", bad="name: 网\u200b关\n",
)  # fmt: skip

TOO_DEEP = error_code(
    "X005", "too-deep",
    Text("嵌套超过 {most} 层", "nested more than {most} levels deep"),
    Text("检查是否多写了括号或横线；条目只需要几层。", "Look for surplus brackets or dashes; an entry needs a few levels only."),
    Text("""嵌套极深的小文件足以使许多程序崩溃，因此超过上限的文件不读入。""",
         """A small file that is nested very deeply is enough to crash many programs, so such a file is not read."""),
    good="a: {b: {c: d}}\n", bad="a: [[[[[[[[[[[[[[[[[[[[甲]]]]]]]]]]]]]]]]]]]]\n",
)  # fmt: skip

ANCHOR_OR_ALIAS = error_code(
    "X006", "anchor-or-alias",
    Text("{written} 是 YAML 的锚点或引用，这里不允许", "{written} is a YAML anchor or alias, which is not allowed here"),
    Text("把内容直接写出来；若文字以 & 或 * 开头，请加引号。",
         "Write the content out; if it is text that begins with & or *, put it in quotes."),
    Text("""锚点（`&名称`）和引用（`*名称`）可以让几行文字膨胀成巨量数据，也让读者难以看出一个值从哪里来。""",
         """Anchors (`&name`) and aliases (`*name`) let a few lines grow into vast data, and hide from readers where a
value comes from."""),
    good='summary: "*推荐* 用于产线"\n', bad="summary: &text 用于产线\n",
)  # fmt: skip

YAML_TAG = error_code(
    "X007", "yaml-tag",
    Text("{written} 是 YAML 的类型标签，这里不允许", "{written} is a YAML tag, which is not allowed here"),
    Text("删除标签；若是文字，请加引号。", "Remove the tag; if it is text, put it in quotes."),
    Text("""以 `!` 开头的标签会让某些工具创建程序对象，甚至执行代码。值的类型由字段决定，不需要标签。""",
         """Tags, which begin with `!`, make some tools create program objects or even run code. The field says what type
a value has; no tag is needed."""),
    good='code: "440600"\n', bad="code: !!str 440600\n",
)  # fmt: skip

YAML_DIRECTIVE = error_code(
    "X008", "yaml-directive",
    Text("这里有 YAML 指令（以 % 开头的行）", "there is a YAML directive here (a line that begins with %)"),
    Text("删除这一行。", "Remove the line."),
    Text("""`%YAML` 和 `%TAG` 指令会改变其余内容的读法，因此不允许。""",
         """The directives `%YAML` and `%TAG` change how the rest is read, so they are not allowed."""),
    good="name: 网关\n", bad="%YAML 1.2\n---\nname: 网关\n",
)  # fmt: skip

MERGE_KEY = error_code(
    "X009", "merge-key",
    Text("键 << 是合并标记，这里不允许", "the key << asks for a merge, which is not allowed here"),
    Text("把要合并的键直接写出来。", "Write out the keys that were to be merged."),
    Text("""合并标记不属于 YAML 1.2，各工具的处理不同，也让读者看不到条目的全部内容。""",
         """The merge sign is no part of YAML 1.2, tools differ on it, and readers do not see all of the entry."""),
    good="name: 网关\n", bad="name: 网关\n<<: {status: draft}\n",
)  # fmt: skip

TOO_MANY_PROBLEMS = error_code(
    "X010", "too-many-problems",
    Text("问题超过 {most} 个，其余的没有报告", "more than {most} problems; the rest is not reported"),
    Text("先改正已列出的问题，再检查一次。", "Correct those that are listed and check again."),
    Text("""一个文件里的问题太多时停止读取，以免淹没其他文件的结果。""",
         """Where one file has too many problems its reading stops, so that the other files' results do not drown."""),
)  # fmt: skip

SYMLINK_OR_SPECIAL_FILE = error_code(
    "X011", "symlink-or-special-file",
    Text("这是符号链接、子模块或特殊文件；只能有普通文件",
         "this is a symbolic link, a submodule or a special file; only regular files are allowed"),
    Text("用文件本身代替它。", "Put the file itself in its place."),
    Text("""符号链接、子模块、管道和设备可以指向仓库以外的内容，因此不读取。""",
         """Symbolic links, submodules, pipes and devices can lead to what lies outside the repository, so they are
not read."""),
)  # fmt: skip

BAD_FILE_NAME = error_code(
    "X012", "bad-file-name",
    Text("文件名“{name}”不能用作编号", "the file name '{name}' cannot be an id"),
    Text("只用小写字母、数字和单个连字符，最长 63 个字符，例如 gw-5.yaml。",
         "Use lower-case ASCII letters, digits and single hyphens, at most 63 characters, such as gw-5.yaml."),
    Text("""文件名就是条目的编号，也是它在网站上的地址，写定后不再改变。形式是 `[a-z0-9]+(-[a-z0-9]+)*`，不超过 63 个
字符，文件后缀是 `.yaml`，例如 `catalog/products/gw-5.yaml`。""",
         """The file's name is the entry's id and its address on the site, and never changes afterwards. Its form is
`[a-z0-9]+(-[a-z0-9]+)*`, at most 63 characters, in a file with the suffix `.yaml`, such as
`catalog/products/gw-5.yaml`."""),
)  # fmt: skip

UNEXPECTED_FILE = error_code(
    "X013", "unexpected-file",
    Text("这里不应有文件“{name}”", "the file '{name}' has no place here"),
    Text("把它移到所属类别的文件夹，或删除它。", "Move it to the folder of its kind, or delete it."),
    Text("""`catalog/` 下每个类别一个文件夹，每个条目一个 `.yaml` 文件；图片只放在 `media/`。其他位置的文件不会被任何页面
使用，因此报告出来，而不是悄悄忽略。""",
         """Below `catalog/` each kind has its folder and each entry its `.yaml` file; pictures stand in `media/` only.
A file elsewhere would be used by no page, so it is reported rather than silently ignored."""),
)  # fmt: skip

INTERNAL_ERROR = error_code(
    "X014", "internal-error",
    Text("读取这个文件时程序自身出错（{error}）", "our own fault while reading this file ({error})"),
    Text("这不是您的错误。请把文件附上，报告给维护者。", "It is not your fault. Please report it with the file attached."),
    Text("""程序遇到了没有预料到的情况。其余文件照常检查。请报告此事，附上文件。""",
         """The program met something it was not prepared for. The other files are checked as usual. Please report it
with the file."""),
)  # fmt: skip

RESERVED_FILE_NAME = error_code(
    "X015", "reserved-file-name",
    Text("Windows 不能使用文件名“{part}”", "Windows cannot use the file name '{part}'"),
    Text("请换一个名称，例如 {part} 之后加上型号或单位；不要用 con、prn、aux、nul、com1、lpt1 等设备名。",
         "Choose another name; not that of a device such as con, prn, aux, nul, com1 or lpt1."),
    Text("""Windows 把 `con`、`prn`、`aux`、`nul`、`com0`–`com9`、`lpt0`–`lpt9` 当作设备，无论后缀和大小写；文件名中也
不能有 `< > : " | ? * \\`，不能以句点或空格结尾。有这样的文件，用 Windows 的人就取不出整个仓库。""",
         """Windows takes `con`, `prn`, `aux`, `nul`, `com0` to `com9` and `lpt0` to `lpt9` for devices, whatever their
suffix and case; nor may a name hold `< > : " | ? * \\` or end in a dot or a blank. With such a file nobody could
check the repository out on Windows."""),
)  # fmt: skip

UNSAFE_PICTURE = error_code(
    "X016", "unsafe-picture",
    Text("图片{reason}", "the picture {reason}"),
    Text("请换成不超过 500 KB 的 PNG 或 JPG；SVG 请在绘图软件中另存为“纯 SVG”，不含脚本、样式表、外部图片和链接。",
         "Use a PNG or JPG of 500 KB at most; save an SVG as 'plain SVG', without scripts, style sheets, pictures from elsewhere and links."),
    Text("""`catalog/media/` 和标准的 `figures/` 里只放图片。浏览器打开 SVG 时会执行其中的脚本、取来其中所指的文件，所以 SVG
只能含有作图的元素，不能有脚本、样式表、动画、外部图片、链接、DOCTYPE 和处理指令。图片不超过 500 KB，内容与后缀一致。""",
         """`catalog/media/` and the `figures/` of standards hold pictures only. A browser that opens an SVG runs the scripts in it
and fetches what it names, so an SVG may hold only what draws: no scripts, style sheets, animations, pictures from
elsewhere, links, DOCTYPE or instructions. A picture has 500 KB at most and is what its ending says."""),
)  # fmt: skip

CODES: tuple[Code, ...] = (
    FILE_TOO_LARGE, NOT_UTF8, CONTROL_CHARACTER, INVISIBLE_CHARACTER, TOO_DEEP, ANCHOR_OR_ALIAS, YAML_TAG,
    YAML_DIRECTIVE, MERGE_KEY, TOO_MANY_PROBLEMS, SYMLINK_OR_SPECIAL_FILE, BAD_FILE_NAME, UNEXPECTED_FILE,
    INTERNAL_ERROR, RESERVED_FILE_NAME, UNSAFE_PICTURE,
)  # fmt: skip
