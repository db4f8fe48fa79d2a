"""A text holds a person's name.

A contact is an office, never a person (`role`). A name after 联系人, 负责人 and the like, or a family name
with 先生 or 女士, is a person's. The rule looks for these forms only; a name in other places is left to
the reviewer.

Write the office or the position.
"""

import re
from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.people.texts import all_of, masked, texts_of
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="此处像是姓名“{found}”",
    en="this looks like a person's name: '{found}'",
    help_zh="请改写部门或岗位。",
    help_en="Write the office or the position.",
    page_zh="""
文本中有人名。

联系方式写部门或岗位（`role`），不写个人。“联系人”“负责人”等词之后的姓名，或姓氏加“先生”“女士”，都是个人。规则只看这些写法，其他地方的人名由审核者留意。

请改写部门或岗位。
""",
)

_ENTRY = """\
--- catalog/organisations/acme.yaml
name:
  zh: 甲设备有限公司
types: [equipment-maker]
description:
"""

GOOD = _ENTRY + "  zh: 联系人：市场部；电话见网站\n"

BAD = _ENTRY + "  zh: 联系人：欧阳明，电话见网站\n"


_ONE = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田"
    "任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙段雷钱汤尹黎易武乔贺赖龚文庞樊兰殷施陶洪翟颜倪严牛温"
    "芦季俞章鲁葛伍韦申尤毕聂丛焦柳邢骆岳齐梅庄辛祝左涂谷祁耿牟卜路詹苗凌费纪靳盛童欧甄曲游裴席卫查屈鲍覃霍翁"
    "隋植甘薄司柏宁柯阮桂闵强柴华冉阳"
)
_TWO = "欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|司徒|令狐|夏侯"
_NAME = rf"(?:(?:{_TWO})[一-鿿]{{1,2}}|[{_ONE}][一-鿿]{{1,2}})"
_AFTER = re.compile(
    rf"(?:联系人|联络人|经办人|负责人|填表人|法定代表人|法人代表|项目经理|姓名)(?:姓名)?\s*[：:]\s*({_NAME})(?=电话|手机|[^一-鿿]|$)"
)
_TITLED = re.compile(rf"({_NAME}|{_TWO}|[{_ONE}])(?:先生|女士|小姐)(?![产成态效活物命意机兵])")
_LATIN = re.compile(r"\b(?:Mr|Mrs|Ms|Miss)\.?\s+([A-Z][a-z]+(?:\s[A-Z][a-z]+)?)")
_ALONE = re.compile(_NAME)
_HINTS = (
    "联系人",
    "联络人",
    "经办人",
    "负责人",
    "填表人",
    "代表人",
    "项目经理",
    "姓名",
    "先生",
    "女士",
    "小姐",
    "Mr",
    "Ms",
    "Miss",
)
"""One of these stands in every text that one of the forms matches."""

_OFFICE = re.compile(r".*[处科部室办局厅组司台岗所委员人长师站队中心方位]")
"""What ends like an office or a position is none's name."""


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    role = ((entry.data.get("contact") or {}).get("role") or {}).get("zh", "")
    if _ALONE.fullmatch(role) and not _OFFICE.fullmatch(role):
        yield entry.at("contact", "role", "zh", found=masked(role))
    texts = all_of(entry)
    if not any(word in texts for word in _HINTS):
        return
    for pointer, text in texts_of(entry):
        for form in (_AFTER, _TITLED, _LATIN):
            found = form.search(text)
            if found and not _OFFICE.fullmatch(found[1]):
                yield entry.at(*pointer, found=masked(found[1]))
                break


RULE = Rule("X104", "personal-name", Severity.WARNING, Scope.ENTRY, check, TEXT, GOOD, BAD)
