"""A text holds a person's name.

A contact is an office, never a person (`role`). A name after 联系人, 负责人 and the like, a family name with
先生, 女士 or a title (王经理), a name to be called (请联系某某, and a number) is a person's; and in `role` a name
alone, before a title, or beside an office. So in the `name` of a comment: organisations comment, not persons.
The rule looks for these forms only; a name in other places is
left to the reviewer.

Write the office or the position.
"""

import re
from collections.abc import Iterable, Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.people.texts import all_of, comments_of, masked, texts_of
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="此处像是姓名“{found}”",
    en="this looks like a person's name: '{found}'",
    help_zh="请改写部门或岗位。",
    help_en="Write the office or the position.",
    page_zh="""
文本中有人名。

联系方式写部门或岗位（`role`），不写个人。“联系人”“负责人”等词之后的姓名，姓氏加“先生”“女士”或职务（王经理），“请联系某某”加号码，都是个人；
`role` 中单独的、职务之前的、部门前后的姓名也是；对标准提出意见的（`name`）也应是单位，不是个人。

规则只看这些写法，其他地方的人名由审核者留意。

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
_TITLES = (
    "总经理|副总|经理|总监|主任|主管|部长|处长|科长|院长|所长|厂长|书记|秘书长|会长|总工程师|总工|工程师|"
    "教授|博士|老师|总|工"
)
_UNIT = "部|处|科|室|组|岗|台|办|中心|公司|窗口"
_BETWEEN = r"[\s·—–/,，、:：（(-]"
_AFTER = re.compile(
    rf"(?:联系人|联络人|经办人|负责人|填表人|法定代表人|法人代表|项目经理|姓名)(?:姓名)?\s*[：:]\s*({_NAME})(?=电话|手机|[^一-鿿]|$)"
)
_TITLED = re.compile(rf"({_NAME}|{_TWO}|[{_ONE}])(?:先生|女士|小姐)(?![产成态效活物命意机兵])")
_CALLED = re.compile(
    rf"(?:联系|致电|咨询|洽询|请找)\s*({_NAME}|{_TWO}|[{_ONE}])(?:(?:{_TITLES})(?![一-鿿])|"
    rf"(?<=[一-鿿]{{2}}){_BETWEEN}*(?=电话|手机|微信|邮箱|[0-9+]))"
)
_LATIN = re.compile(r"\b(?:Mr|Mrs|Ms|Miss)\.?\s+([A-Z][a-z]+(?:\s[A-Z][a-z]+)?)")
_IN_ROLE = (
    re.compile(rf"^({_NAME})(?:{_BETWEEN}.*)?$"),
    re.compile(rf"(?:^|{_UNIT}){_BETWEEN}*({_NAME}|{_TWO}|[{_ONE}])(?:{_TITLES})[）)]?(?:{_BETWEEN}.*)?$"),
    re.compile(rf"(?:{_UNIT}){_BETWEEN}*({_NAME})[）)]?$"),
)
_HINTS = (
    "联系",
    "联络人",
    "经办人",
    "负责人",
    "填表人",
    "代表人",
    "法人代表",
    "项目经理",
    "姓名",
    "先生",
    "女士",
    "小姐",
    "致电",
    "咨询",
    "洽询",
    "请找",
    "Mr",
    "Ms",
    "Miss",
)
"""One of these stands in every text that one of the forms matches."""

_OFFICE = re.compile(r".*[处科部室办局厅组司台岗所委员人长师站队中心方位区市县镇街省院校厂线]")
"""What ends like an office, a position or a place is none's name."""

_WORDS = re.compile(
    "方案|方向|方法|高工|高级|高端|高压|高新|高校|高层|高速|高管|高炉|施工|施肥|石化|石油|石材|"
    "金属|金融|金工|文档|文秘|文案|文旅|文化|文件|文本|文字|任务|任职|路由|路网|路测|路面|路灯|"
    "路政|路段|温控|温度|温泉|费用|费控|史料|查询|查验|康复|康养|马达|马力|易损|易耗|白天|钟点|"
    "夏季|雷达|严选|牛奶|纪委|纪检|凌晨|童装|童车|欧洲|欧盟|陶瓷|洪水|柴油|卫生|卫星|席位|薄膜|"
    "植保|植物|申报|申领|申请|施行|毕业|余热|余料|余额|许可|顾客|顾问|段长|段落|季度|季节|章程|"
    "焦化|焦点|焦炉|齐全|左侧|涂装|涂料|涂层|谷物|苗木|甄选|甄别|游客|游艺|游戏|司机|司炉|司库|"
    "柏油|钱款|孔径|毛坯|毛利|毛纺|曲线|曲轴|何种|何时|何处|张力|张贴|王牌|陈列|陈设|周边|周期|"
    "周转|周报|林业|林场|谢绝|程序|程控|于此|董事|曾经|叶片|叶轮|杜绝|田间|田径|范围|范本|姚江|"
    "熊猫|陆上|陆运|武警|武装|龙门|龙岗|龙华|罗湖|罗定|江门|江苏|江西|江海|江北|江南|华南|华东|"
    "华北|华中|华为|苏州|徐州|郑州|武汉|沈阳|韩国|梅州|梅县|桂林|宁波|宁夏|甘肃|温州|白云|黄埔|"
    "曲江|贺州|唐山|吕梁|邢台|岳阳|柳州|秦皇|阳江|阳山|吴川|欧美"
)
"""Words that begin with a family name and are none's."""


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    role = ((entry.data.get("contact") or {}).get("role") or {}).get("zh", "")
    if found := _name_in(role, _IN_ROLE):
        yield entry.at("contact", "role", "zh", found=masked(found))
    for one in comments_of(entry, project):
        if found := _name_in(one.comment.name or "", _IN_ROLE):
            yield Finding(one.path, ("name",), {"found": masked(found)})
    texts = all_of(entry, project)
    if not any(word in texts for word in _HINTS):
        return
    for path, pointer, text in texts_of(entry, project):
        if found := _name_in(text, (_AFTER, _TITLED, _CALLED, _LATIN)):
            yield Finding(path, pointer, {"found": masked(found)})


def _name_in(text: str, forms: Iterable[re.Pattern[str]]) -> str:
    """The first name that one of the forms finds, or nothing."""
    for form in forms:
        for found in form.finditer(text):
            start = found.start(1)
            if not _OFFICE.fullmatch(found[1]) and not _WORDS.match(text, start):
                return found[1]
    return ""


RULE = Rule("X104", "personal-name", Severity.WARNING, Scope.ENTRY, check, TEXT, GOOD, BAD)
