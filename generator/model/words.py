"""The words of fixed choices: what people read where a file holds a code, and the code that a word means.

Keyed by the field that takes the choice and by its code, because a code may mean one thing in one field
and another elsewhere ("core" of a network, "core" of production).
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from generator.texts import Text


def _words(**found: tuple[str, str]) -> Mapping[str, Text]:
    return MappingProxyType({code.replace("_", "-"): Text(zh, en) for code, (zh, en) in found.items()})


_STAGE = _words(peripheral=("生产外围环节", "around production"), core=("生产核心环节", "core of production"))
_PUBLIC = _words(public=("主动公开", "public"))

_BY_FIELD: Mapping[str, Mapping[str, Text]] = {
    "production_stage": _STAGE,
    "disclosure": _PUBLIC,
    "role": _words(lead=("牵头", "lead"), member=("成员", "member")),
    "statistic": _words(
        worst=("最差值", "worst case"),
        p999=("99.9 分位", "99.9th percentile"),
        p99=("99 分位", "99th percentile"),
        p95=("95 分位", "95th percentile"),
        average=("平均值", "average"),
    ),
    "basis": _words(planned=("规划", "planned"), declared=("声明", "declared"), measured=("实测", "measured")),
    "charge": _words(once=("一次性", "once"), recurring=("周期", "recurring"), usage=("按用量", "by use")),
    "period": _words(month=("月", "month"), year=("年", "year")),
    "tiering": _words(graduated=("分段累进", "graduated"), volume=("全量按档", "volume")),
    "tax": _words(included=("含税", "included"), excluded=("不含税", "excluded")),
    "kind": _words(
        list=("目录价", "list price"),
        negotiated=("协议价", "negotiated"),
        claim=("申领", "claim"),
        redemption=("兑现", "redemption"),
    ),
    "result": _words(
        met=("符合", "met"), partly=("部分符合", "partly met"), not_applicable=("不适用", "not applicable")
    ),
    "subjects": _words(products=("产品", "products"), solutions=("端到端解决方案", "solutions")),
    "kinds": _words(
        requirement=("要求", "requirement"),
        instruction=("指示", "instruction"),
        recommendation=("推荐", "recommendation"),
        permission=("允许", "permission"),
        statement=("陈述", "statement"),
    ),
    "layer": _words(
        site=("现场", "Site"),
        access=("接入", "Access"),
        edge=("边缘", "Edge"),
        core=("核心网", "Core"),
        application=("应用", "Application"),
    ),
    "fill": _words(
        one=("必填，一个", "exactly one"), many=("必填，可多个", "one or more"), optional=("可选", "optional")
    ),
    "direction": _words(
        lower=("越低越好", "lower is better"), higher=("越高越好", "higher is better"), none=("不分优劣", "neither")
    ),
    "traffic": _words(any=("不限", "any"), periodic=("周期性业务", "periodic traffic")),
    "named_as": _words(
        focus=("应用标杆聚焦领域", "focus sector for benchmarks"),
        private_network=("5G 行业专网", "5G private-network sector"),
    ),
    "applies_to": _words(
        enterprise=("企业", "enterprise"),
        supplier=("供应商", "supplier"),
        product=("产品", "product"),
        contract=("合同", "contract"),
    ),
    "order_of_limits": _words(
        ratio=("比例", "ratio"),
        line=("单项限额", "ceiling for a line"),
        category=("目录限额", "category ceiling"),
        enterprise_year=("每企业每年", "per enterprise and year"),
        enterprise=("企业", "enterprise"),
        supplier=("供应商", "supplier"),
        total=("总额", "total"),
    ),
    "scope": _words(
        project=("每项目", "per project"),
        enterprise=("企业", "enterprise"),
        enterprise_year=("每企业每年", "per enterprise and year"),
        operator_year=("每运营商每年", "per operator and year"),
        platform=("每平台", "per platform"),
        node=("每节点", "per node"),
        total=("总额", "total"),
    ),
    "rounding": _words(
        fen_down=("舍去不足一分", "down to the fen"),
        yuan_down=("舍去不足一元", "down to the yuan"),
        yuan_half_up=("四舍五入到元", "half up to the yuan"),
        half_up=("四舍五入", "half up"),
        half_even=("四舍六入五成双", "half to even"),
        down=("舍去", "down"),
    ),
    "repeat": _words(
        allowed=("可以重复申领", "allowed"),
        once_per_category=("同一末级目录只能申领一次", "once in a last-level category"),
        once_per_branch=("同一一级目录只能申领一次", "once in a first-level category"),
    ),
    "check": _words(
        listing_approved=("产品与目录条目均已通过", "product and listing approved"),
        supplier_admitted=("供应商已入库", "supplier admitted"),
        category_accepts=("末级目录接受该产品类别", "a last-level category that accepts the product"),
        prices_complete=("价格完整有效", "prices complete and in force"),
        capabilities=("能力指标已说明", "capabilities stated"),
        conformity=("符合性声明附证据", "conformity claimed with evidence"),
        certificate=("证书在有效期内", "certificate in force"),
        readiness=("四项凝练齐备", "four readiness statements"),
        no_open_objection=("没有未办结的异议", "no open objection"),
        noticed=("公示期满且内容未变", "noticed and unchanged since"),
        within_validity=("目录条目在有效期内", "listing valid on the day"),
    ),
    "shows": _words(
        number=("序号", "number"),
        branch=("一级目录", "first-level category"),
        category=("末级目录", "last-level category"),
        grade=("等级", "grade"),
        product=("产品名称", "product"),
        model=("型号", "model"),
        version=("版本", "version"),
        vendor=("供应商", "vendor"),
        vendor_city=("供应商属地", "city of the vendor"),
        subsidy_class=("类别", "class"),
        ratio=("奖补比例上限", "ratio"),
        ceiling=("目录奖补上限", "ceiling"),
        exclusion_group=("互斥组", "exclusion group"),
        price=("价格", "prices"),
        price_once=("一次性价格", "price paid once"),
        price_yearly=("每年价格", "price for a year"),
        capabilities=("能力指标", "capabilities"),
        certificate=("等级评价证书", "certificate"),
        cities=("供应地区", "available in"),
        valid_from=("有效期起", "valid from"),
        valid_until=("有效期止", "valid until"),
        notice=("公示", "notice"),
        summary=("简介", "summary"),
        address=("网址", "address"),
    ),
    "format": _words(
        text=("文字", "text"),
        integer=("整数", "whole number"),
        percent=("百分数", "percent"),
        yuan=("元", "yuan"),
        ten_thousand_yuan=("万元", "ten thousand yuan"),
        date=("日期", "date"),
    ),
    "day_kind": _words(working=("工作日", "working days"), calendar=("自然日", "calendar days")),
    "function": _words(
        terminology=("术语标准", "terminology"),
        symbol=("符号标准", "symbols"),
        classification=("分类标准", "classification"),
        test_method=("试验方法标准", "test method"),
        specification=("规范标准", "specification"),
        code_of_practice=("规程标准", "code of practice"),
        guideline=("指南标准", "guideline"),
    ),
    "decision": _words(
        accepted=("采纳", "accepted"), partly=("部分采纳", "accepted in part"), rejected=("不采纳", "not accepted")
    ),
    "type": _words(general=("一般性", "general"), technical=("技术性", "technical"), editorial=("编辑性", "editorial")),
    "source": _words(
        form=("网页表单", "web form"),
        sheet=("意见表", "comment sheet"),
        word=("Word 批注", "comments in Word"),
        letter=("来函", "letter"),
        meeting=("会议", "meeting"),
    ),
    "due": _words(
        leaving=("离开该阶段之前", "before the stage is left"), entering=("进入该阶段之时", "when it is entered")
    ),
    "checks": _words(
        no_errors=("检查没有错误", "no errors"),
        lint_clean=("没有未豁免的警告", "no warning without a waiver"),
        no_undecided_comments=("意见均已处理", "every comment decided"),
        no_orphaned_comments=("没有失去条文的意见", "no orphaned comments"),
        comment_table=("意见汇总处理表与意见一致", "the table of comments is up to date"),
        redline_made=("已作比对稿", "the redline is made"),
        number_assigned=("已编号", "the number is assigned"),
    ),
    "approval_of": _words(present=("参加人数", "those present"), cast=("投票数", "votes cast")),
    "tone": _words(
        neutral=("中性", "neutral"),
        progress=("进行中", "in progress"),
        good=("正面", "good"),
        caution=("提醒", "caution"),
        stopped=("终止", "stopped"),
    ),
    "severity": _words(
        error=("错误", "error"), warning=("警告", "warning"), note=("提示", "note"), off=("关闭", "off")
    ),
}

_ALSO: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("basis", "planned"): ("计划", "设计"),
    ("basis", "declared"): ("承诺", "标称"),
    ("basis", "measured"): ("测试", "检测"),
    ("charge", "once"): ("一次", "买断"),
    ("charge", "recurring"): ("订阅", "按年", "按月", "每年", "每月"),
    ("charge", "usage"): ("用量", "按量"),
    ("kind", "negotiated"): ("面议", "议价"),
    ("decision", "accepted"): ("已采纳", "接受", "同意"),
    ("decision", "partly"): ("部分接受",),
    ("decision", "rejected"): ("未采纳", "不接受", "不同意"),
    ("type", "general"): ("一般", "总体"),
    ("type", "technical"): ("技术",),
    ("type", "editorial"): ("编辑",),
    ("result", "met"): ("满足",),
    ("result", "partly"): ("部分满足",),
}
"""Other words that people write for a choice."""


def choices(field: str) -> Mapping[str, Text]:
    """Every code that is a choice in a field of this name, with its word."""
    return _BY_FIELD.get(field, {})


def word(field: str, code: str) -> Text | None:
    """The word of a choice; None where the field takes none of that code."""
    return choices(field).get(code)


def codes_named(field: str, written: str, codes: Iterable[str]) -> tuple[str, ...]:
    """Those of a field's codes that a word means: the code that is called so, else all whose word holds it or is held by it."""
    names = {code: _names(field, code) for code in codes}
    exact = tuple(code for code, known in names.items() if written in known)
    if exact or not written.strip() or written.isascii():
        return exact
    # 不含税价 holds 含税 as well as 不含税: the longest word that it holds is meant.
    held = {code: max((len(name) for name in known if name in written), default=0) for code, known in names.items()}
    longest = max(held.values(), default=0)
    if longest:
        return tuple(code for code, length in held.items() if length == longest)
    return tuple(code for code, known in names.items() if any(written in name for name in known))


def _names(field: str, code: str) -> tuple[str, ...]:
    found = word(field, code)
    return ((found.zh, found.en) if found else ()) + _ALSO.get((field, code), ())
