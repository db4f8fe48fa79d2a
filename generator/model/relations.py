"""Every relation between entries: its name, what it may point to, and how it reads in both directions."""

from generator.model.links import Relation
from generator.texts import Text as T

PRODUCT_LIKE = ("products", "solutions")

OWNER = Relation(
    "owner", ("organisations",), T("维护单位", "Maintained by"), T("维护的条目", "Maintains"), affects=False
)
PARENT = Relation("parent", ("organisations",), T("上级单位", "Parent organisation"), T("下属单位", "Subsidiaries"))
VENDOR = Relation("vendor", ("organisations",), T("供应商", "Vendor"), T("提供的产品与方案", "Supplies"))
ISSUER = Relation("issuer", ("organisations",), T("发布单位", "Issued by"), T("发布的文件与证书", "Issued"))
SOCIETY = Relation("society", ("organisations",), T("社会团体", "Society"), T("组织制定", "Standards and procedures"))
DRAFTED_BY = Relation(
    "drafting_organisations",
    ("organisations",),
    T("起草单位", "Drafting organisations"),
    T("参与起草", "Took part in drafting"),
)
DEPENDS_ON = Relation("depends_on", ("products",), T("依赖", "Depends on"), T("被依赖", "Required by"))
COMPATIBLE = Relation(
    "compatible_with",
    ("products",),
    T("兼容", "Compatible with"),
    T("声明与其兼容", "Declared compatible by"),
    affects=False,
)
SUPERSEDES = Relation(
    "supersedes", ("products",), T("替代", "Supersedes"), T("被替代为", "Superseded by"), affects=False
)
CONFORMS_TO = Relation(
    "conforms_to", ("standards",), T("符合标准", "Conforms to"), T("声明符合的产品与方案", "Claimed by")
)
DERIVED_FROM = Relation(
    "derived_from", ("architectures",), T("派生自", "Derived from"), T("派生架构", "Derived architectures")
)
IMPLEMENTS = Relation(
    "implements", ("architectures",), T("采用架构", "Implements"), T("采用本架构的方案", "Implemented by")
)
FILLS = Relation("fills", ("products",), T("组成产品", "Built from"), T("用于方案", "Used in"))
SCENARIO = Relation("scenarios", ("scenarios",), T("应用场景", "Scenarios"), T("相关条目", "Entries for this scenario"))
INDUSTRY = Relation(
    "industries", ("industries",), T("行业领域", "Industries"), T("相关条目", "Entries for this industry")
)
DEPLOYED_IN = Relation("deployed_in", ("parks",), T("部署于", "Deployed in"), T("部署的方案", "Deployed solutions"))
EVIDENCED_BY = Relation("evidenced_by", ("benchmarks",), T("标杆佐证", "Evidenced by"), T("佐证的方案", "Evidence for"))
APPLICANT = Relation("applicants", ("organisations",), T("申报单位", "Applicants"), T("申报的园区", "Applied for"))
MANAGEMENT = Relation(
    "management", ("organisations",), T("园区管理机构", "Park management"), T("管理的园区", "Manages")
)
MEMBER = Relation("members", ("organisations",), T("成员单位", "Members"), T("参加的联合体", "Member of"))
PARKS = Relation(
    "parks", ("parks",), T("面向园区", "For parks"), T("相关联合体、方案与标杆", "Consortia, plans and benchmarks")
)
CONSORTIUM = Relation("consortium", ("consortia",), T("产业联合体", "Consortium"), T("工作方案", "Work plans"))
LEAD = Relation("lead_unit", ("organisations",), T("牵头单位", "Lead unit"), T("牵头的工作方案", "Leads"))
JOINT = Relation(
    "joint_units", ("organisations",), T("联合单位", "Joint units"), T("联合申报的工作方案", "Joint unit of")
)
UNIT = Relation(
    "units", ("organisations",), T("申报单位信息", "Unit information"), T("申报单位信息", "Unit information in")
)
PLAN_BENCHMARK = Relation("benchmarks", ("benchmarks",), T("应用标杆", "Benchmarks"), T("列入的工作方案", "Work plans"))
ENTERPRISE = Relation(
    "enterprise", ("organisations",), T("工业企业", "Industrial enterprise"), T("建设的应用标杆", "Benchmarks")
)
PARTNER = Relation("partners", ("organisations",), T("参与单位", "Partners"), T("参与的应用标杆", "Takes part in"))
SOLUTION = Relation("solution", ("solutions",), T("所用方案", "Solution"), T("应用标杆", "Benchmarks"))
PROMISES = Relation(
    "promised_standards", ("standards",), T("拟输出团体标准", "Promised standards"), T("来源标杆与方案", "Promised by")
)
METRIC = Relation("metric", ("metrics",), T("指标", "Metric"), T("引用本指标的条目", "Entries that state it"))
POLICY = Relation("policies", ("policies",), T("政策依据", "Policies"), T("据此设立", "Based on it"))
MEASURE_OF = Relation("part_of", ("policies",), T("所属文件", "Part of"), T("包含的措施", "Measures"))
ADMITTED = Relation(
    "admitted_suppliers", ("organisations",), T("入库供应商", "Admitted suppliers"), T("入库的服务券", "Admitted to")
)
PRODUCT = Relation("product", ("products",), T("产品", "Product"), T("目录条目", "Listings"))
VOUCHER = Relation(
    "voucher", ("vouchers",), T("服务券", "Voucher programme"), T("目录条目与公示", "Listings and notices")
)
VOUCHER_EXCLUDED = Relation(
    "excludes_vouchers",
    ("vouchers",),
    T("不得同时申领的服务券", "Vouchers not to be drawn together"),
    T("不得同时申领", "Not to be drawn together with"),
    affects=False,
)
LISTED = Relation("listings", ("listings",), T("公示条目", "Listings in the notice"), T("公示", "Notices"))
READINESS = Relation(
    "readiness",
    (
        "scenarios",
        "industries",
        "architectures",
        "solutions",
        "benchmarks",
        "consortia",
        "workplans",
        "organisations",
        "standards",
    ),
    T("凝练依据", "Readiness evidence"),
    T("支撑的目录条目", "Supports listings"),
)
SCHEME = Relation("scheme", ("schemes",), T("认证和等级评价", "Scheme"), T("证书", "Certificates"))
GRADED = Relation("standards", ("standards",), T("依据标准", "Based on"), T("认证和等级评价", "Schemes"))
SUBJECT = Relation("subject", PRODUCT_LIKE, T("获证对象", "Subject"), T("证书", "Certificates"))
PROCEDURE = Relation("procedure", ("procedures",), T("制定程序", "Procedure"), T("适用标准", "Standards"))
REPLACES = Relation("replaces", ("standards",), T("代替", "Replaces"), T("被代替为", "Replaced by"), affects=False)
TARGET_OF = Relation("document", ("policies",), T("提出文件", "Stated in"), T("提出的目标", "Targets"))
