"""The verbs that make a provision (GB/T 1.1—2020, annex C), told from the many words that hold the same characters.

应 requires, 宜 recommends, 可 permits, 能 states an ability and 可能 a possibility; 响应, 适宜, 可靠 and 性能 do
none of this. Each character is judged by the few around it: words that it ends, words that it begins. Where both
readings are possible (应对, 应用, 可用) what follows decides. Measured on text of standards by other hands:
tests/unit/drafts/test_verbs.py says how.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Force = Literal["requirement", "recommendation", "permission", "ability", "possibility"]


@dataclass(frozen=True, slots=True)
class Verb:
    """`word` as it stands, with its negation; `start` counts characters from 0."""

    force: Force
    word: str
    start: int


@dataclass(frozen=True, slots=True)
class Improper:
    """A form that annex C does not know, and what stands for it there."""

    word: str
    start: int
    instead: str


def _ends(*words: str) -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(words)})$")


def _begins(*words: str) -> re.Pattern[str]:
    return re.compile("|".join(words))


_BEFORE: dict[str, re.Pattern[str]] = {
    "应": _ends(
        "(?<!影)响", "(?<![合舒])适", "(?<![核校比配面])对", "(?<![互三单两各])相", "(?<!提)供", "(?<![失有无生])效",
        "(?<!相)反", "感", "呼", "(?<![按参依遵比])照", "答", "顺", "(?<!返)回", "一", "心", "占",
    ),
    "宜": _ends("不?适", "(?<![方以])便", "事", "(?<![三互])相", "为", "制", "合时", "授机", "权", "咸", "得其"),
    "可": _ends("(?<![确承默公辨])认", "(?<![允准])许", "[宁尚]", "非", "必不", "适", "[据高]"),
    "能": _ends(
        "[功性智节储效技职潜赋核质焓风异]", "(?<!基)本", "(?<![移自启驱联振传流])动", "(?<![主手整样单待本])机",
        "太阳", "(?<![供充])电", "[热势产耗蓄吸]", "官", "万", "可", "使", "机械", "化学", "低碳节", "[高低]"
    ),
}  # fmt: skip
"""What stands before the character in words where it is no verb."""

_AFTER: dict[str, re.Pattern[str]] = {
    "应": _begins(
        "急", "力(?![求争图])", "变(?![更换为成动])", "答(?!复)", "激(?![活励光])", "有(?=的|之)", "届", "聘(?![请用])", "邀(?!请)",
        "运而", "付(?=款|账|费)", "收(?=款|账|票)", "计(?=利|费用|提)", "税", "纳税", "允(?!许)", "接不暇", "战",
        "征(?![求得集收用])", "声(?![明称])", "时(?=令|节)", "试(?=教育|者|人)", "验(?![证收算])",
    ),
    "宜": _begins("居(?!中)", "人", "家", "昌", "宾", "春", "兴", "城", "州", "良", "林", "农", "牧", "耕", "于"),
    "可": _begins(
        "靠", "见(?!证)", "知", "编程", "信", "视化", "视(?![为作情需具同实])", "燃", "溶(?!解)", "持续(?=发展|性|的|供|利|改进)", "行(?![使进走驶驻])",
        "观", "逆", "控(?!制)", "变(?![更换为成])", "调(?=[的式性]|范围|谐)", "调[节整](?=[的式]|范围|角度)", "读(?![取出入写])", "写(?![入成为作明])",
        "移植",
        "移动(?=[的式]|硬盘|存储|介质|设备|终端|部件)",
        "扩展(?=[的性式]|标记|接口|架构)", "维护性", "追[溯踪](?![到至])", "溯源", "再生(?!成)", "回收(?=[的利物]|材料)",
        "降解", "充电(?=[的式]|电池)", "穿戴", "拆卸(?=[的式]|部件)", "插拔", "互换", "互操作", "比(?=性|的|价)", "疑", "贵", "爱", "怕", "怜", "惜", "谓",
        "乐", "可", "是", "否",
        "选(?![择用取购定配型派])", "接受(?=[的性]|范围|水平|程度|质量|准则|标准)", "忽略", "执行(?=[的性]|文件|程序|代码|模块)",
        "达(?![到成])", "测(?![量试定得出])", "听", "闻", "焊",
        "锻", "塑(?=[性料])", "压缩(?=[的性])", "熔", "拆(?![除下开])", "审计", "验证(?=[的性])", "证实", "计量", "得(?![到出])", "喜",
        "配置(?=[的性项化]|参数)", "定制(?=[的性化])", "重复(?=[的性])", "复用", "恢复性", "解释(?!为)", "感知(?=[的性])", "识别(?=[的性])", "访问(?=[的性])",
        "用(?=[性的度率数区]|带宽|时间|容量|资源|空间|信道|频|状态|链路|内存|版本|列表|字符|端口|地址|接口|电|功率|面积|范围|余|时段|存储)",
        "用[，。；、）]", "用$",
        "[一-鿿]{1,3}性(?![能质别状])", "[一-鿿]{2}的(?!情况下)", "管可", "操作(?=[、，。的性])",
    ),
    "能": _begins(
        "[力量源耗效级谱带值手人荷流头愿]", "见度", "动性", "否", "斯特", "不能", "掐",
    ),
}  # fmt: skip
"""What stands behind it there."""

_COPE = re.compile(
    r"[^，。；：]{0,6}?(?:措施|策略|预案|能力|机制|风险|挑战|变化|突发|气候|危机|威胁|攻击|冲击|增长|压力|紧急|故障率|不确定)|[，。；、）]|$"
)
_TREAT = re.compile(
    r"[^，。；：！？]{0,60}?(?:进行|予以|加以|作出|做出|采取|实施|提供|给出|采用|设置|开展|施加|使用|负责|有|(?<!不)作|做|具有|执行|建立|评估|记录|分析)"
)
_COPE_BEFORE = _ends("[用来以为能可及与和或的]", "用于", "积极", "有效", "共同", "主动", "如何", "及时")
_TOOL = re.compile(
    r"用(?:[0-9０-９]|中性|清水|蒸馏水|肉眼|目测|下[列述]|符合|适当|同一|相同|专用|不[同少大小低]|表[0-9]|公式|式|软|干净|纯|精度)"
)

_FORCE: dict[str, Force] = {
    "应": "requirement",
    "宜": "recommendation",
    "可": "permission",
    "能": "ability",
}
_CHARACTER = re.compile("[应宜可能]|不必(?!要)|无须")
_POSSIBILITY = re.compile("可能(?!性|的(?!话)|够)")
_LONG = {"应": re.compile("当|该"), "可": re.compile("以"), "能": re.compile("够")}
_IMPROPER: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile("必须"), "应"),
    (re.compile("(?<![取获使值难])不得(?!不|已|而知|以|出|到|知|了|超过(?=[0-9]))|不得(?=超过[0-9])"), "不应"),
    (re.compile("(?<![必非])不可(?![用见逆避缺分抗否靠信行能或少估知变调控再以接读写移比调拆燃重恢]|忽|预|替代|更改性|[一-鿿]{1,3}性|[一-鿿]{2}的)"), "不应"),
    (re.compile("(?:严禁|(?<![被已])禁止(?!标|列表|令|类|状态|区|符|性|线|事项|入内|停车|的(?![^。；]{0,4}[应])|位))(?!名单)"), "不应"),
    (re.compile("不准(?![确许])|不许(?!可)|切勿|不允许(?=[^值误偏]|$)"), "不应"),
    (re.compile("应当|务必|(?<![必无莫])须(?![知要]|有|眉|臾|弥)"), "应"),
)  # fmt: skip


def verbs(text: str) -> tuple[Verb, ...]:
    """The verbs of provisions in a text, in its order."""
    return tuple(_verbs(text))


def improper(text: str) -> tuple[Improper, ...]:
    """The forms in a text that stand where annex C has another one, in its order."""
    found = [
        Improper(match.group(), match.start(), instead) for form, instead in _IMPROPER for match in form.finditer(text)
    ]
    return tuple(sorted(found, key=lambda one: one.start))


def _verbs(text: str) -> Iterator[Verb]:
    for match in _CHARACTER.finditer(text):
        word, at = match.group(), match.start()
        if len(word) > 1:
            yield Verb("permission", word, at)
            continue
        before, after = text[max(0, at - 3) : at], text[at + 1 : at + 8]
        if word == "可" and after.startswith("能"):
            if _POSSIBILITY.match(text, at) and not before.endswith("尽"):
                negative = before.endswith("不")
                yield Verb("possibility", "不可能" if negative else "可能", at - negative)
            continue
        negative = before.endswith("不")
        if word == "可" and negative:
            continue  # not a form of annex C: `improper` has it
        if _is_verb(word, before, after, text[at + 1 :], negative):
            longer = _LONG.get(word)
            tail = found.group() if longer and (found := longer.match(after)) else ""
            yield Verb(_FORCE[word], ("不" if negative else "") + word + tail, at - negative)


def _is_verb(word: str, before: str, after: str, rest: str, negative: bool) -> bool:
    if word == "应" and after.startswith("对"):
        return negative or _treats(before, rest)
    if word == "应" and after.startswith("用"):
        return negative or (_TOOL.match(rest) is not None and not _BEFORE[word].search(before))
    if word == "可" and after.startswith("以"):
        return True
    return not _BEFORE[word].search(before) and not _AFTER[word].match(after)


def _treats(before: str, rest: str) -> bool:
    """Whether 应对 is 应 with the preposition 对 (应对终端进行认证) and not the verb that means to cope."""
    if _BEFORE["应"].search(before) or _COPE_BEFORE.search(before):
        return False
    return not _COPE.match(rest[1:]) or _TREAT.match(rest[1:]) is not None
