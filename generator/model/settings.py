"""The files at the top of catalog/: programme, lifecycles, rules, roles, redirects."""

from typing import Annotated, Literal

from pydantic import StringConstraints

from generator.model.fields import (
    EDIT_PATH_PATTERN,
    SITE_URL_PATTERN,
    Count,
    Flag,
    FullId,
    Id,
    Integer,
    Line,
    Model,
    Name,
    Number,
    Opt,
    PartialDate,
    Prose,
    Short,
    Url,
    field,
)
from generator.texts import Text

EditPath = Annotated[str, StringConstraints(pattern=EDIT_PATH_PATTERN, max_length=200)]
SiteUrl = Annotated[str, StringConstraints(pattern=SITE_URL_PATTERN, max_length=300)]


class Licence(Model):
    """The licence of the data."""

    id: Line = field("SPDX 标识", "SPDX identifier")
    name: Name = field("名称", "Name")
    url: Url = field("网址", "Address")


class CharacterCount(Model):
    """How the work-plan form's 字 are counted, and its limits."""

    rule: Short = field("计数规则", "Counting rule")
    operation_profile: Integer = field("经营发展情况", "Operation", 500)
    capability_profile: Integer = field("能力情况", "Capability", 1000)


class PlanForm(Model):
    """What the work-plan form's cover says of the form itself."""

    title: Short = field("标题", "Title")
    compiled_by: Short = field("编制单位", "Compiled by")
    compiled_on: PartialDate = field("编制时间", "Compiled on")


class Programme(Model):
    """programme.yaml: what the catalogue is called and where it is published."""

    name: Name = field("名称", "Name")
    short_name: Name = field("简称", "Short name")
    summary: Short = field("摘要", "Summary")
    introduction: Opt[Prose] = field("介绍", "Introduction", None)
    site_url: SiteUrl = field("网站地址", "Site address")
    repository: Opt[Url] = field("仓库地址", "Repository", None)
    edit_path: Opt[EditPath] = field("编辑路径", "Path of the edit page", None, examples=["edit/main/"])
    region: Opt[Id] = field("地区", "Region", None)
    licence: Opt[Licence] = field("数据许可", "Licence of the data", None)
    footer: Opt[Short] = field("页脚", "Foot of each page", None)
    rounding: Literal["half-up", "half-even", "down"] = field("舍入", "Rounding", "half-up")
    plan_months: Count = field("工作方案月数", "Months of a work plan", 24)
    plan_form: Opt[PlanForm] = field("工作方案表", "Work-plan form", None)
    character_count: Opt[CharacterCount] = field("字数计数", "Counting characters", None)


class State(Model):
    """A state of a lifecycle and where it may go. `settled`: counts as approved or in force."""

    id: Id = field("编号", "Id")
    name: Name = field("名称", "Name")
    code: Opt[Line] = field("代码", "Code", None)
    to: tuple[Id, ...] = field("可进入", "May become", ())
    settled: Flag = field("已生效", "Settled", False)
    tone: Literal["neutral", "progress", "good", "caution", "stopped"] = field("色调", "Tone", "neutral")


class Lifecycle(Model):
    """A state machine; the first state is where entries without a history stand."""

    id: Id = field("编号", "Id")
    name: Name = field("名称", "Name")
    states: tuple[State, ...] = field("状态", "States", min_length=1)


class Lifecycles(Model):
    """lifecycles.yaml."""

    lifecycles: tuple[Lifecycle, ...] = field("生命周期", "Lifecycles")


class RuleSetting(Model):
    """Severity and parameters of a rule, by its name."""

    rule: Id = field("规则名称", "Rule name")
    severity: Opt[Literal["error", "warning", "note", "off"]] = field("级别", "Severity", None)
    parameters: dict[Line, Number | Line | tuple[Line, ...]] = field("参数", "Parameters", {})


class RuleSettings(Model):
    """rules.yaml."""

    rules: tuple[RuleSetting, ...] = field("规则", "Rules", ())


class Role(Model):
    """A name that may stand on a page in place of an author: an organisation's or an office's, never a person's."""

    handle: Line = field("标识", "Handle")
    name: Name = field("显示名", "Shown as")


class Roles(Model):
    """roles.yaml: whom a handle in the repository's history stands for."""

    roles: tuple[Role, ...] = field("角色", "Roles", ())

    def shown(self, handle: str) -> Text | None:
        """What stands on a page for a handle; None for one that is not registered."""
        return next((role.name.text for role in self.roles if role.handle == handle), None)


class Redirect(Model):
    """An address that moved."""

    source: FullId = field("原地址", "From")
    target: FullId = field("新地址", "To")


class Redirects(Model):
    """redirects.yaml."""

    redirects: tuple[Redirect, ...] = field("重定向", "Redirects", ())
