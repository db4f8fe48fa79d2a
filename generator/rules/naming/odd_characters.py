"""A name holds characters that look like others.

Full-width letters and digits (Ｇ, ５), characters kept only for old encodings (金 as U+F90A, the radical ⼯), and
words that mix Latin with Cyrillic or Greek look-alikes (Cyrillic а in "gаteway") read like ordinary ones
but are not found by a search for those. Chinese punctuation, Greek letters of their own (Δ, µm) and symbols
such as ² or ℃ are fine.

Type the name again with ordinary characters. Where a registered name really is written so, add a waiver
with the reason.
"""

import re
import unicodedata
from collections.abc import Iterator

from generator.diagnostics import Finding, Pointer, Severity
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="“{text}”中的“{odd}”（{code}）容易与普通字符混淆",
    en="'{odd}' ({code}) in '{text}' looks like an ordinary character",
    help_zh="请改为普通字符：{plain}",
    help_en="Write the ordinary character: {plain}",
    page_zh="""
名称中有容易混淆的字符。

全角字母和数字（Ｇ、５）、只为旧编码保留的字符（U+F90A 的“金”、部首“⼯”），以及在拉丁字母单词里夹杂的西里尔或希腊字母，看上去与普通字符一样，搜索时却找不到。

中文标点、独立的希腊字母（Δ、µm）以及 ²、℃ 等符号没有问题。

请用普通字符重新输入。注册名称确实如此写的，请写豁免并说明理由。
""",
)

_FILE = """\
--- catalog/products/gw-5.yaml
name:
  zh: {name}
vendor: acme
category: gateway
"""
GOOD = _FILE.replace("{name}", "5G工业网关（室外型）")
BAD = _FILE.replace("{name}", "５Ｇ工业网关（室外型）")

_OLD = re.compile(
    "[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\u2e80-\u2fdf\uf900-\ufaff\U0002f800-\U0002fa1f\ufb00-\ufb06]"
)
_LIKE_LATIN = dict(
    zip(
        "АВЕЅІЈКМНОРСТУХаеорсухіјѕԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧοντ",
        "ABESIJKMHOPCTYXaeopcyxijsdqwABEZHIKMNOPTYXovt",
        strict=True,
    )
)
_MIXED = re.compile(f"(?<=[A-Za-z])[{''.join(_LIKE_LATIN)}]|[{''.join(_LIKE_LATIN)}](?=[A-Za-z])")


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    for pointer, text in _names(entry):
        if text.isascii():
            continue
        found = _OLD.search(text) or _MIXED.search(text)
        if found:
            odd = found[0]
            plain = _LIKE_LATIN.get(odd) or unicodedata.normalize("NFKC", odd)
            yield entry.at(*pointer, text=text, odd=odd, code=f"U+{ord(odd):04X}", plain=plain)


def _names(entry: Entry) -> Iterator[tuple[Pointer, str]]:
    yield from ((("name", lang), text) for lang, text in entry.data["name"].items())
    yield from ((("aliases", index), text) for index, text in enumerate(entry.data.get("aliases", ())))


RULE = Rule("C202", "odd-characters", Severity.WARNING, Scope.ENTRY, check, TEXT, GOOD, BAD)
