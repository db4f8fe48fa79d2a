"""The words of fixed choices, as pages show them."""

from generator.texts import Lang, Text

_CHOICES: dict[str, Text] = {
    "peripheral": Text("生产外围环节", "around production"),
    "core": Text("生产核心环节", "core of production"),
    "public": Text("主动公开", "public"),
    "lead": Text("牵头", "lead"),
    "member": Text("成员", "member"),
    "lower": Text("越低越好", "lower is better"),
    "higher": Text("越高越好", "higher is better"),
    "none": Text("不分优劣", "neither"),
    "any": Text("不限", "any"),
    "periodic": Text("周期性业务", "periodic traffic"),
    "focus": Text("应用标杆聚焦领域", "focus sector for benchmarks"),
    "private-network": Text("5G 行业专网", "5G private-network sector"),
    "claim": Text("申领", "claim"),
    "redemption": Text("兑现", "redemption"),
    "enterprise": Text("企业", "enterprise"),
    "supplier": Text("供应商", "supplier"),
    "product": Text("产品", "product"),
    "contract": Text("合同", "contract"),
    "ratio": Text("比例", "ratio"),
    "category": Text("目录限额", "category ceiling"),
    "enterprise-year": Text("每企业每年", "per enterprise and year"),
    "operator-year": Text("每运营商每年", "per operator and year"),
    "project": Text("每项目", "per project"),
    "platform": Text("每平台", "per platform"),
    "node": Text("每节点", "per node"),
    "total": Text("总额", "total"),
    "fen-down": Text("舍去不足一分", "down to the fen"),
    "yuan-down": Text("舍去不足一元", "down to the yuan"),
    "yuan-half-up": Text("四舍五入到元", "half up to the yuan"),
    "working": Text("工作日", "working days"),
    "calendar": Text("自然日", "calendar days"),
    "terminology": Text("术语标准", "terminology"),
    "symbol": Text("符号标准", "symbols"),
    "classification": Text("分类标准", "classification"),
    "test-method": Text("试验方法标准", "test method"),
    "specification": Text("规范标准", "specification"),
    "code-of-practice": Text("规程标准", "code of practice"),
    "guideline": Text("指南标准", "guideline"),
    "once": Text("一次性", "once"),
    "recurring": Text("周期", "recurring"),
    "usage": Text("按用量", "by use"),
    "month": Text("月", "month"),
    "year": Text("年", "year"),
    "graduated": Text("分段累进", "graduated"),
    "volume": Text("全量按档", "volume"),
    "included": Text("含税", "included"),
    "excluded": Text("不含税", "excluded"),
    "list": Text("目录价", "list price"),
    "negotiated": Text("协议价", "negotiated"),
    "met": Text("符合", "met"),
    "partly": Text("部分符合", "partly met"),
    "not-applicable": Text("不适用", "not applicable"),
    "site": Text("现场", "Site"),
    "access": Text("接入", "Access"),
    "edge": Text("边缘", "Edge"),
    "application": Text("应用", "Application"),
    "one": Text("必填，一个", "exactly one"),
    "many": Text("必填，可多个", "one or more"),
    "optional": Text("可选", "optional"),
    "worst": Text("最差值", "worst case"),
}
_LAYER_CORE = Text("核心网", "Core")
_FREE = frozenset(
    ("id", "slot", "code", "model", "version", "number", "document", "clause", "unit", "edition", "handle")
)


def choice(field: str, value: str, lang: Lang) -> str:
    """A fixed choice in words; any other text as it is."""
    if field == "layer" and value == "core":
        return _LAYER_CORE.of(lang)
    found = None if field in _FREE else _CHOICES.get(value)
    return found.of(lang) if found else value
