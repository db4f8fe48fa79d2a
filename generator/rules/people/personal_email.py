"""A text holds an e-mail address that looks like a person's.

Addresses of a person name the person: digits of an account or a telephone at a public mail service, or
a name in pinyin with digits there (chenxm1988), or a name with a dot before the @. An office's address (service@…, sales@…) is fine, also at a public
mail service.

Give the address of an office.
"""

import re
from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.people.texts import all_of, masked, texts_of
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="此处像是个人邮箱“{found}”",
    en="this looks like a person's e-mail address: '{found}'",
    help_zh="请改写公务邮箱。",
    help_en="Give the address of an office.",
    page_zh="""
文本中有像是个人的邮箱。

个人邮箱会透露个人：公共邮箱中的帐号数字、手机号、姓名拼音加数字（chenxm1988），或 @ 前用点隔开的姓名。

公务邮箱（service@…、sales@…）可以写，用公共邮箱服务的也可以。

请改写公务邮箱。
""",
)

_ENTRY = """\
--- catalog/organisations/acme.yaml
name:
  zh: 甲设备有限公司
types: [equipment-maker]
contact:
  role:
    zh: 市场部
"""

GOOD = _ENTRY + "  office_email: service@example.com\n"

BAD = _ENTRY + "  office_email: zhang.wei@example.com\n"


_ADDRESS = re.compile(r"(?<![\w.+-])([A-Za-z0-9._+-]+)@([A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)")
_PUBLIC = re.compile(
    r"(?:qq|foxmail|163|126|yeah|139|189|wo|sina|sohu|aliyun|tom|21cn|gmail|outlook|hotmail|live|msn|icloud|yahoo|proton)"
    r"\.(?:com|net|cn|me|com\.cn)",
    re.IGNORECASE,
)
"""Mail services that everyone may use."""

_ACCOUNT = re.compile(r"[0-9]{5,12}")
_SURNAME = re.compile(
    "bai|cai|cao|chen|cheng|cui|dai|deng|ding|dong|du|duan|fan|fang|feng|fu|gao|gu|guo|han|hao|he|hong|hou|hu|huang|"
    "jia|jiang|jin|kang|kong|lai|lei|li|liang|liao|lin|liu|long|lu|luo|lv|ma|mao|meng|mo|pan|peng|qian|qiao|qin|qiu|"
    "ren|shao|shen|shi|song|su|sun|tan|tang|tian|wan|wang|wei|wen|wu|xia|xiao|xie|xiong|xu|xue|yan|yang|yao|ye|yin|"
    "yu|yuan|zeng|zhang|zhao|zheng|zhong|zhou|zhu|zou"
)
"""The commonest family names in pinyin."""

_SYLLABLE = "(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?[aeiouv]{1,3}(?:ng?|r)?"
_NUMBERED = re.compile(rf"(?:{_SURNAME.pattern})(?:(?:{_SYLLABLE}){{1,2}}|[a-z]{{1,3}})[._]?[0-9]{{2,8}}")
"""A family name, a given name or its initials, and a year or other digits."""


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    if "@" not in all_of(entry, project):
        return
    for path, pointer, text in texts_of(entry, project):
        for local, domain in _ADDRESS.findall(text) if "@" in text else ():
            if _personal(local.lower(), domain):
                yield Finding(path, pointer, {"found": f"{masked(local)}@{domain}"})
                break


def _personal(local: str, domain: str) -> bool:
    if _PUBLIC.fullmatch(domain) and (_ACCOUNT.fullmatch(local) or _NUMBERED.fullmatch(local)):
        return True
    names = re.split(r"[._]", local)
    # A family name beside a given name; initials and the words of an office have no such form.
    shaped = len(names) == 2 and all(len(name) > 1 and name.isalpha() for name in names)
    return shaped and any(_SURNAME.fullmatch(name) for name in names)


RULE = Rule("X103", "personal-email", Severity.WARNING, Scope.ENTRY, check, TEXT, GOOD, BAD)
