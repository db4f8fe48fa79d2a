"""Every kind of entry: its folder, its names, its model. The one list that the rest of the tool reads."""

from dataclasses import dataclass

from generator.model import comment, grading, programme_objects, settings, standard, target, terms, voucher
from generator.model.architecture import Architecture
from generator.model.entry import EntryModel
from generator.model.fields import Model
from generator.model.organisation import Organisation
from generator.model.policy import Policy
from generator.model.product import Product
from generator.model.solution import Solution
from generator.model.workplan import WorkPlan
from generator.texts import Text


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of entry. `folder` is also its name in ids, addresses and on the command line."""

    folder: str
    singular: str
    title: Text
    plural: Text
    model: type[EntryModel]

    @property
    def lifecycle(self) -> str | None:
        return self.model.lifecycle

    def path(self, slug: str) -> str:
        """Where the entry of this id stands in the repository."""
        return f"standards/{slug}/standard.yaml" if self.folder == "standards" else f"catalog/{self.folder}/{slug}.yaml"


_ALL = (
    Kind("solutions", "solution", Text("端到端解决方案", "End-to-end solution"), Text("端到端解决方案", "End-to-end solutions"), Solution),
    Kind("products", "product", Text("产品", "Product"), Text("产品", "Products"), Product),
    Kind("architectures", "architecture", Text("参考架构", "Reference architecture"), Text("参考架构", "Reference architectures"), Architecture),
    Kind("standards", "standard", Text("团体标准", "Group standard"), Text("团体标准", "Group standards"), standard.Standard),
    Kind("parks", "park", Text("应用示范园区", "Demonstration park"), Text("应用示范园区", "Demonstration parks"), programme_objects.Park),
    Kind("consortia", "consortium", Text("产业联合体", "Consortium"), Text("产业联合体", "Consortia"), programme_objects.Consortium),
    Kind("workplans", "workplan", Text("工作方案", "Work plan"), Text("工作方案", "Work plans"), WorkPlan),
    Kind("benchmarks", "benchmark", Text("应用标杆", "Benchmark project"), Text("应用标杆", "Benchmark projects"), programme_objects.Benchmark),
    Kind("organisations", "organisation", Text("单位", "Organisation"), Text("单位", "Organisations"), Organisation),
    Kind("policies", "policy", Text("政策措施", "Policy"), Text("政策措施", "Policies"), Policy),
    Kind("vouchers", "voucher", Text("服务券", "Voucher programme"), Text("服务券", "Voucher programmes"), voucher.Voucher),
    Kind("listings", "listing", Text("目录条目", "Listing"), Text("目录条目", "Listings"), voucher.Listing),
    Kind("notices", "notice", Text("公示", "Public notice"), Text("公示", "Public notices"), voucher.Notice),
    Kind("targets", "target", Text("目标", "Target"), Text("目标", "Targets"), target.Target),
    Kind("schemes", "scheme", Text("认证和等级评价", "Certification and grading scheme"), Text("认证和等级评价", "Certification and grading"), grading.Scheme),
    Kind("certificates", "certificate", Text("证书", "Certificate"), Text("证书", "Certificates"), grading.Certificate),
    Kind("procedures", "procedure", Text("标准制定程序", "Standards procedure"), Text("标准制定程序", "Standards procedures"), standard.Procedure),
    Kind("scenarios", "scenario", Text("应用场景", "Scenario"), Text("应用场景", "Scenarios"), terms.Scenario),
    Kind("industries", "industry", Text("行业领域", "Industry"), Text("行业领域", "Industries"), terms.Industry),
    Kind("metrics", "metric", Text("指标", "Metric"), Text("指标", "Metrics"), terms.Metric),
    Kind("vocabularies", "vocabulary", Text("代码表", "Vocabulary"), Text("代码表", "Vocabularies"), terms.Vocabulary),
)  # fmt: skip

KINDS: dict[str, Kind] = {kind.folder: kind for kind in _ALL}
"""Kinds by folder, in the order in which pages and exports list them."""

SETTINGS: dict[str, type[Model]] = {
    "programme": settings.Programme,
    "lifecycles": settings.Lifecycles,
    "rules": settings.RuleSettings,
    "roles": settings.Roles,
    "redirects": settings.Redirects,
}
"""The files `catalog/<name>.yaml`."""

BESIDE_DRAFTS: dict[str, type[Model]] = {"comment": comment.Comment}
"""What stands beside a draft in files of its own."""


def kind_named(name: str) -> Kind | None:
    """The kind of that folder name or singular."""
    return KINDS.get(name) or next((kind for kind in _ALL if kind.singular == name), None)
