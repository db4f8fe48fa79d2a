"""A web address leads elsewhere than it seems to.

Its host holds letters of several scripts (Cyrillic а in "аpple.example"), a word made of look-alikes only,
full-width letters or dots, or signs that cannot be seen; or a name stands before an @ in it, which readers
take for the host. An address of a machine's own network (localhost, 192.168.…) leads nowhere from outside.
Hosts in Chinese are fine.

Copy the address anew from the page itself.
"""

import re
import unicodedata
from collections.abc import Iterator
from ipaddress import ip_address
from typing import Any

from generator.diagnostics import Finding, Pointer, Severity
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope
from generator.texts import Text

TEXT = RuleText(
    zh="网址的主机名“{host}”{what}",
    en="the host '{host}' of a web address {what}",
    help_zh="请打开网页，从地址栏重新复制。",
    help_en="Open the page and copy its address anew.",
    page_zh="""
网址指向的地方与看上去的不同。

主机名中夹杂几种文字（“аpple.example”中的西里尔字母 а）、整个词由形似字母组成、有全角字母或全角句点、有看不见的字符；
或者 @ 之前写了名称，读者会把它当成主机名。

本机或内网的地址（localhost、192.168.…）在外面打不开。中文域名没有问题。

请从网页的地址栏重新复制。
""",
)

_FILE = """\
--- catalog/products/gw-5.yaml
name:
  zh: 五型网关
vendor: acme
category: gateway
sources:
  - title: 产品页
    url: {url}
"""
GOOD = _FILE.replace("{url}", "https://示例.中国/gw-5")
BAD = _FILE.replace("{url}", "https://аcme.example/gw-5")

_ALONE = re.compile(r"https?://([^\s/?#]+)", re.IGNORECASE)
_IN_TEXT = re.compile(r"https?://([^\s/?#<>\"'（）()\[\]，。；、]+)", re.IGNORECASE)
"""A full stop or a bracket ends an address that stands in a sentence."""

_USER = Text("之前有 @，它之前的内容不是主机名", "stands behind an @; what is before it is no host")
_LOCAL = Text("只在本机或内网有效", "exists on its own machine or network only")
_ODD = Text("中的“{odd}”（{code}）容易混淆", "holds '{odd}' ({code}), which looks like another sign")
_BESIDE_LATIN = frozenset(("LATIN", "CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO"))
"""Scripts that stand beside Latin letters in honest names."""

_LIKE_LATIN = frozenset("авеѕікмнорстухаеорсухіјѕԁԛԝһӏοναινκρτυχγωϲ")


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    for pointer, text in _addresses(entry.data, ()):
        form = _IN_TEXT if pointer[-1] in ("zh", "en") else _ALONE
        for written in form.findall(text):
            _, at, rest = written.rpartition("@")
            host = rest.partition(":")[0].rstrip(".")
            if what := _USER if at else _wrong(host):
                yield entry.at(*pointer, host=host, what=what)
                break


def _addresses(data: Any, pointer: Pointer) -> Iterator[tuple[Pointer, str]]:
    """Every text that holds a web address."""
    if isinstance(data, str):
        if "://" in data:
            yield pointer, data
    elif isinstance(data, dict | list):
        for key, value in data.items() if isinstance(data, dict) else enumerate(data):
            yield from _addresses(value, (*pointer, key))


def _wrong(host: str) -> Text | None:
    """What is wrong with a host, or None."""
    if host.isascii() and "xn--" not in host.lower():
        return _LOCAL if _is_local(host) else None
    for label in host.split("."):
        plain = _unfolded(label)
        if odd := _odd(plain):
            code = f"U+{ord(odd):04X}"
            return Text(_ODD.zh.format(odd=odd, code=code), _ODD.en.format(odd=odd, code=code))
    return None


def _is_local(host: str) -> bool:
    if host.lower() == "localhost" or host.lower().endswith((".localhost", ".local")):
        return True
    try:
        return not ip_address(host).is_global
    except ValueError:
        return False


def _unfolded(label: str) -> str:
    """A label of an international name as people read it: xn--… spelt out."""
    if not label.lower().startswith("xn--"):
        return label
    try:
        return label[4:].encode("ascii").decode("punycode")
    except (UnicodeError, ValueError):
        return label


def _odd(label: str) -> str:
    """The first sign of a label that is taken for another one, or nothing."""
    for sign in label:
        if unicodedata.normalize("NFKC", sign) != sign or not (sign.isalnum() or sign in "-_"):
            return sign
    letters = [sign for sign in label if sign.isalpha()]
    scripts = {sign: unicodedata.name(sign, "?").split()[0] for sign in letters}
    others = [sign for sign in letters if scripts[sign] not in _BESIDE_LATIN]
    if not others:
        return ""
    mixed = len(set(scripts.values())) > 1
    all_alike = all(sign.lower() in _LIKE_LATIN for sign in letters)
    return others[0] if mixed or all_alike else ""


RULE = Rule("C209", "odd-host", Severity.ERROR, Scope.ENTRY, check, TEXT, GOOD, BAD)
