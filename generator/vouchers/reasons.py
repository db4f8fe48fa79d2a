"""The words for the steps of a quote and for the reasons why a line or a programme is not paid."""

from collections.abc import Mapping

from generator.texts import Text
from generator.vouchers.claims import Reason

LIMIT_NAMES: Mapping[str, Text] = {
    "ratio": Text("比例", "ratio"),
    "line": Text("单项上限", "ceiling of a line"),
    "category": Text("目录上限", "ceiling of the category"),
    "enterprise-year": Text("企业年度限额", "ceiling of the enterprise for the year"),
    "enterprise": Text("企业累计限额", "ceiling of the enterprise"),
    "supplier": Text("供应商额度", "quota of the supplier"),
    "total": Text("总额", "total of the programme"),
}

REASONS: Mapping[Reason, Text] = {
    "not-in-force": Text("方案当日未生效", "the programme is not in force on the day"),
    "no-claim-window": Text("没有说明申领期", "no window for claims is stated"),
    "outside-claim-window": Text("当日不在申领期内", "the day is in no window for claims"),
    "contract-outside-window": Text("合同签订日不在申领期内", "the contract was signed in no window for claims"),
    "city-not-covered": Text("企业所在地市不适用", "the enterprise's city is not covered"),
    "city-not-stated": Text("没有说明企业所在地市", "the enterprise's city is not stated"),
    "industry-not-covered": Text("企业所属行业不适用", "the enterprise's industry is not covered"),
    "industry-not-stated": Text("没有说明企业所属行业", "the enterprise's industry is not stated"),
    "nature-not-covered": Text("单位性质不适用", "the enterprise's legal nature is not covered"),
    "nature-not-stated": Text("没有说明单位性质", "the enterprise's legal nature is not stated"),
    "not-legal-person": Text("不是独立法人", "the enterprise is no legal person of its own"),
    "legal-person-not-stated": Text("没有说明是否独立法人", "whether it is a legal person of its own is not stated"),
    "too-young": Text("成立年限不足", "the enterprise was founded too late"),
    "founded-not-stated": Text("没有说明成立时间", "when the enterprise was founded is not stated"),
    "revenue-too-low": Text("上年主营业务收入不足", "the revenue of the year before is too low"),
    "revenue-not-stated": Text("没有说明上年主营业务收入", "the revenue of the year before is not stated"),
    "record-not-clean": Text("无违规年限不足", "too few years without a breach"),
    "record-not-stated": Text("没有说明无违规年限", "the years without a breach are not stated"),
    "drew-excluded-voucher": Text(
        "已申领不得同时申领的服务券", "a voucher was drawn that this one may not be drawn with"
    ),
    "not-listed": Text("目录条目当日未列入", "the listing is not listed on the day"),
    "ratio-not-stated": Text("没有说明奖补比例", "no ratio is stated"),
    "no-listing": Text("产品没有列入任何方案的目录", "the product has no listing in any programme"),
    "other-funding": Text("已获其他财政资金支持", "it is funded by other public money"),
    "prices-not-stated": Text("产品没有说明价格", "the product states no prices"),
    "quantity-not-stated": Text("没有说明某个计费量纲的数量", "the quantity of a billing dimension is not stated"),
    "price-not-valid": Text("当日没有有效价格", "no price is valid on the day"),
    "price-incomplete": Text("价格不完整", "a price is not complete"),
    "nothing-paid": Text("按比例计算不足最小单位", "the ratio gives less than the smallest amount"),
    "exclusion-group": Text("同一互斥组只能申领一个目录", "one category of its exclusion group only may be claimed"),
    "repeat": Text("同一目录（大类）不得重复申领", "the category or branch may be claimed once only"),
    "excludes-voucher": Text("不得与另一服务券同时申领", "it may not be drawn together with another voucher"),
    "double-funding": Text("已由另一方案奖补，不重复", "another programme pays for the line"),
    "other-listing": Text("已按同一方案的另一条目申领", "the line is claimed under another listing of the programme"),
    "nothing-more": Text(
        "限额之内不能再增加奖补", "within the ceilings nothing would be added, or fewer claims come to the same"
    ),
}
