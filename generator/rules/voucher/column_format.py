"""A column has a format that does not fit what it shows.

Money is written as `yuan` or `ten-thousand-yuan`, a ratio as `percent`, a day as `date`, the running number as
`integer`; everything else is `text`.

Choose a fitting format.
"""

from collections.abc import Iterator, Mapping

from generator.diagnostics import Finding, Severity
from generator.model.voucher import Voucher
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="“{column}”不能写成“{format}”",
    en="'{column}' cannot be written as '{format}'",
    help_zh="可用的格式：{known}。",
    help_en="Its formats are: {known}.",
    page_zh="""
栏目的格式与内容不符。

金额用 `yuan` 或 `ten-thousand-yuan`，比例用 `percent`，日期用 `date`，序号用 `integer`，其余用 `text`。

请选用合适的格式。
""",
)

_FILES = """\
--- catalog/vouchers/grant.yaml
name:
  zh: 示例服务券
categories:
  - {id: network, name: {zh: 网络}}
  - {id: net-core, name: {zh: 核心网}, parent: network, accepts: [upf]}
  - {id: net-access, name: {zh: 接入设备}, parent: network, accepts: [device]}
classes:
  - {id: a, name: {zh: A 类}, ratio_max: 50}
tables:
  - id: official
    title: {zh: 产品目录}
    columns:
      - {shows: product, label: {zh: 产品名称}}
"""

GOOD = _FILES + "      - {shows: ceiling, label: {zh: 上限（万元）}, format: ten-thousand-yuan}\n"

BAD = _FILES + "      - {shows: vendor, label: {zh: 供应商}, format: yuan}\n"

_MONEY = ("yuan", "ten-thousand-yuan")
_FORMATS: Mapping[str, tuple[str, ...]] = {
    "number": ("integer", "text"),
    "ratio": ("percent",),
    "ceiling": _MONEY,
    "price-once": _MONEY,
    "price-yearly": _MONEY,
    "valid-from": ("date", "text"),
    "valid-until": ("date", "text"),
}


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    for number, one in enumerate(entry.as_a(Voucher).tables):
        for index, column in enumerate(one.columns):
            known = _FORMATS.get(column.shows, ("text",))
            if column.format not in known:
                pointer = ("tables", number, "columns", index, "format")
                yield entry.at(*pointer, column=column.shows, format=column.format, known=", ".join(known))


RULE = Rule("V044", "column-format", Severity.ERROR, Scope.ENTRY, check, TEXT, GOOD, BAD, kinds=("vouchers",))
