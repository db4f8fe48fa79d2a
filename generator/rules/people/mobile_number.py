"""A text holds a Chinese mobile number.

The catalogue is public and keeps no personal data; a mobile number belongs to a person. The telephone
of an office, or a web address, serves the same end. Numbers inside longer codes and web addresses are
left alone.

Write the number of an office, or leave it out.
"""

import re
from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.people.texts import all_of, masked, texts_of
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="此处像是手机号码“{found}”",
    en="this looks like a mobile number: '{found}'",
    help_zh="请改写公务电话或网址，不要公开个人号码。",
    help_en="Give the telephone of an office or a web address, not a person's number.",
    page_zh="""
文本中有手机号码。

本目录公开，不保存个人信息，而手机号码属于个人。公务电话或网址同样有用。较长编号和网址中的数字不算。

请改写公务电话，或删去。
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

GOOD = _ENTRY + "  office_phone: 020-38000000\n"

BAD = _ENTRY + "  office_phone: 138 0013 8000\n"


_HINT = re.compile(r"1[3-9][0-9][ -]?[0-9]{4}")
_URL = re.compile(r"https?://\S+")
_MOBILE = re.compile(
    r"(?<![0-9A-Za-z._/=#-])(?:\(?\+?86\)?[ -]?)?"
    r"1[3-9][0-9](?:[0-9]{8}|([ -])[0-9]{4}\1[0-9]{4})"
    r"(?![0-9A-Za-z_/-]|\.[0-9]| ?[元万亿次个台件条吨家户])"
)
"""Eleven digits in one, or three, four and four; not within a longer number, a code or a decimal, and no count of something."""


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    if not _HINT.search(all_of(entry, project)):
        return
    for path, pointer, text in texts_of(entry, project):
        if found := _MOBILE.search(_URL.sub(" ", text)):
            yield Finding(path, pointer, {"found": masked(found[0])})


RULE = Rule("X101", "mobile-number", Severity.WARNING, Scope.ENTRY, check, TEXT, GOOD, BAD)
