"""The codes of the S family: a file that does not have the shape its kind asks for."""

from generator.diagnostics import Code, Severity
from generator.model import fields
from generator.texts import Text

_FORMS = {
    fields.ID_PATTERN: Text("小写字母、数字和连字符，如 gw-5", "lower-case letters, digits and hyphens, such as gw-5"),
    fields.LINE_PATTERN: Text(
        "单行文本，首尾无空格，不含控制字符", "one line of text, no blanks at its ends, no control characters"
    ),
    fields.PROSE_PATTERN: Text("不含控制字符的文本", "text without control characters"),
    fields.DATE_PATTERN: Text("日期 YYYY-MM-DD，如 2026-05-30", "a date YYYY-MM-DD, such as 2026-05-30"),
    fields.PARTIAL_DATE_PATTERN: Text(
        "年、年月或日期，如 2016、2016-05、2016-05-30", "a year, month or day such as 2016, 2016-05 or 2016-05-30"
    ),
    fields.URL_PATTERN: Text(
        "以 http:// 或 https:// 开头的网址，不含空格，也不含“用户名:密码@”",
        "a web address that begins with http:// or https://, no blanks, no 'user:password@'",
    ),
    fields.SITE_URL_PATTERN: Text(
        "以斜线结尾的网址，只用字母、数字和 . _ ~ % -，如 https://example.org/catalog/",
        "an address that ends in a slash and holds letters, digits and . _ ~ % - only, such as https://example.org/catalog/",
    ),
    fields.EDIT_PATH_PATTERN: Text("相对路径，如 edit/main/", "a relative path such as edit/main/"),
    fields.FULL_ID_PATTERN: Text("“种类/编号”，如 products/gw-5", "kind and id, such as products/gw-5"),
    r"^[0-9A-HJ-NPQRTUWXY]{18}$": Text(
        "18 位统一社会信用代码（不用 I、O、S、V、Z）", "an 18-character credit code (without I, O, S, V, Z)"
    ),
    r"^[0-9A-Z]{8}-?[0-9X]$": Text("组织机构代码，如 12345678-5", "an organisation code such as 12345678-5"),
    r"^[0-9]{2}(\.[0-9]{3}(\.[0-9]{2})?)?$": Text("ICS 分类号，如 33.040.50", "an ICS number such as 33.040.50"),
    r"^[A-Z] ?[0-9]{2}$": Text("CCS 分类号，如 M 30", "a CCS number such as M 30"),
    r"^T/[A-Z][A-Z0-9]{1,14} [0-9]{1,5}(\.[0-9]{1,3})?—[0-9]{4}$": Text(
        "团体标准编号，如 T/ABC 001—2026（用一字线“—”）",
        "a group-standard number such as T/ABC 001—2026 (with an em dash)",
    ),
    r"^[0-9a-f]{64}$": Text("64 位小写十六进制 SHA-256", "a SHA-256 in 64 lower-case hexadecimal digits"),
}


def form_of(pattern: str) -> Text:
    """What a pattern asks for, in words."""
    return _FORMS.get(pattern) or Text(f"符合 {pattern}", f"a text that matches {pattern}")


def _code(number: int, name: str, message: Text, help_: Text, page: Text, bad: str) -> Code:
    return Code(f"S{number:03}", name, Severity.ERROR, message, help_, page, good=_GOOD, bad=bad)


_GOOD = """\
--- catalog/organisations/acme.yaml
name:
  zh: 示例单位
types: [research]
"""


def _bad(text: str) -> str:
    return "--- catalog/organisations/acme.yaml\n" + text


MISSING_KEY = _code(
    1,
    "missing-key",
    Text("缺少必填的键“{key}”", "the required key '{key}' is missing"),
    Text("请补上“{key}:”及其值。", "Add '{key}:' with its value."),
    Text(
        "条目缺少其种类要求的键。\n\n在所指位置补上该键；模板可用 `catalog new` 生成。",
        "An entry lacks a key that its kind asks for.\n\nAdd it at the place named; `catalog new` writes a template.",
    ),
    _bad("name:\n  zh: 示例单位\n"),
)
UNKNOWN_KEY = _code(
    2,
    "unknown-key",
    Text("未知的键“{key}”", "unknown key '{key}'"),
    Text("{hint}{known}", "{hint} {known}"),
    Text(
        "条目中有模型不认识的键，通常是拼写错误。未知的键会被工具忽略，所以一律报错。",
        "The entry holds a key that its kind does not know, mostly a misspelling. It would be ignored in silence, so it is an error.",
    ),
    _bad("name:\n  zh: 示例单位\ntypes: [research]\ncitty: guangzhou\n"),
)
NEEDS_QUOTES = _code(
    3,
    "needs-quotes",
    Text(
        "此处应为文本，而 {value} 会被读成数、真假值或空值",
        "a text is wanted here, but {value} reads as a number, true/false or null",
    ),
    Text('请加引号："{value}"。', 'Put it in quotes: "{value}".'),
    Text(
        "YAML 会把未加引号的 440100、1.10、true、~ 读成数、真假值或空值。要写文本时请加引号。",
        "Without quotes YAML reads 440100, 1.10, true or ~ as a number, a truth value or nothing. Quote what is meant as text.",
    ),
    _bad("name:\n  zh: 12345\ntypes: [research]\n"),
)
WRONG_TYPE = _code(
    4,
    "wrong-type",
    Text("此处应为{wanted}，而不是 {value}", "{wanted} is wanted here, not {value}"),
    Text("{how}", "{how}"),
    Text(
        "值的类型不对：例如该写列表处写了文本，或该写数处写了文本。",
        "The value has the wrong type: a text where a list is wanted, say, or a text for a number.",
    ),
    _bad("name:\n  zh: 示例单位\ntypes: research\n"),
)
NOT_ALLOWED = _code(
    5,
    "not-allowed",
    Text("不认识的值“{value}”", "'{value}' is not one of the allowed values"),
    Text("{hint}{known}", "{hint} {known}"),
    Text(
        "该字段只接受代码表或固定名单中的值。新的代码请先加入 `catalog/vocabularies/` 的代码表。",
        "The field takes values of a code list or a fixed list only. A new term goes into `catalog/vocabularies/` first.",
    ),
    _bad("name:\n  zh: 示例单位\ntypes: [reserch]\n"),
)
BAD_LENGTH = _code(
    6,
    "bad-length",
    Text("“{key}”的长度为 {length}，要求{wanted}", "'{key}' has a length of {length}; {wanted} wanted"),
    Text("请改为{wanted}。", "Make it {wanted}."),
    Text(
        "文本过长、过短，或列表项数不符。", "A text is too long or too short, or a list has too many or too few items."
    ),
    _bad("name:\n  zh: 示例单位\ntypes: []\n"),
)
BAD_FORM = _code(
    7,
    "bad-form",
    Text("“{value}”的写法不对，应为{wanted}", "'{value}' is not written as {wanted}"),
    Text("{hint}请写成{wanted}。", "{hint} Write {wanted}."),
    Text(
        "值不符合该字段的写法，例如日期、编号、统一社会信用代码。",
        "The value is not in the form of its field: a date, an id, a credit code.",
    ),
    _bad('name:\n  zh: 示例单位\ntypes: [research]\nuscc: "123"\n'),
)
OUT_OF_BOUNDS = _code(
    8,
    "out-of-bounds",
    Text("{value} 超出范围，应{wanted}", "{value} is out of bounds; it must be {wanted}"),
    Text("请核对数值和单位。", "Check the number and its unit."),
    Text("数值超出该字段允许的范围。", "The number is outside the bounds of its field."),
    "--- catalog/parks/p.yaml\nname:\n  zh: 示例园区\nbatch: 0\ncity: guangzhou\napplicants: [acme]\n",
)
EMPTY_VALUE = _code(
    9,
    "empty-value",
    Text("“{key}”没有值", "'{key}' has no value"),
    Text(
        "请填写；不知道的键请整行删去。若要写 null 或 ~ 这样的文字，请加引号。",
        "Fill it in, or leave the whole key out when it is unknown. Put the words null and ~ in quotes if you mean them.",
    ),
    Text(
        "写了键而没有值。未知的内容不写键，这样“没有说”与“空”不会混淆。",
        "A key without a value. What is unknown is left out whole, so that 'not stated' is never confused with 'empty'.",
    ),
    _bad("name:\n  zh: 示例单位\ntypes: [research]\ncity:\n"),
)

MISSING_FILE = Code(
    "S010",
    "missing-file",
    Severity.ERROR,
    Text("缺少文件", "the file is missing"),
    Text(
        "请补上该文件；`catalog init` 生成的新仓库中有样例。",
        "Add it; a new repository made by `catalog init` holds an example.",
    ),
    Text(
        "仓库缺少必需的文件，例如 `catalog/programme.yaml`。",
        "The repository lacks a file it needs, such as `catalog/programme.yaml`.",
    ),
)

CODES: tuple[Code, ...] = (
    MISSING_KEY,
    UNKNOWN_KEY,
    NEEDS_QUOTES,
    WRONG_TYPE,
    NOT_ALLOWED,
    BAD_LENGTH,
    BAD_FORM,
    OUT_OF_BOUNDS,
    EMPTY_VALUE,
    MISSING_FILE,
)
