"""The work plan's official cells: the cover and the tables of the applicants, laid out as the form has them.

The form's personal cells (name, telephone, mobile, fax, e-mail) and the cover's contact line stay blank: the
repository holds no personal data, so they are filled in by hand on paper.
"""

from generator.markup import Html, Template
from generator.model.organisation import Organisation
from generator.model.workplan import Unit, WorkPlan
from generator.project import Project
from generator.rules.programme.counting import characters
from generator.site.view import EMPTY, View, join, money
from generator.texts import Text

_TABLE = Template(
    '<div class="wide" role="region" aria-label="{label}" tabindex="0"><table class="form">{rows}</table></div>'
)
_ROW = Template("<tr>{}</tr>")
_CELL = Template('<th scope="row">{}</th><td{}>{}</td>')
_HEAD = Template("<h3>{}</h3>")
_LIMIT = Template('<p class="limit{}">{}</p>')
_WIDE = Html(' colspan="3"')

_BLANK = Text("（线下填写）", "(by hand)")
_PROFILES = (
    ("operation_profile", Text("经营发展情况", "Operation")),
    ("capability_profile", Text("能力情况", "Capability")),
)


def cover(view: View, plan: WorkPlan) -> Html:
    """The cover of the form."""
    blank = _BLANK.of(view.lang)
    rows = [
        (
            view.say("行业领域", "Sector"),
            join((view.entry(f"industries/{i}") for i in plan.industries), view.say("、", ", ")),
        ),
        (view.say("覆盖园区", "Parks covered"), join((view.entry(f"parks/{p}") for p in plan.parks), "<br>")),
        (view.say("牵头单位（盖章）", "Lead unit (seal)"), view.entry(f"organisations/{plan.lead_unit}")),
        (
            view.say("联合单位（盖章）", "Joint units (seals)"),
            join((view.entry(f"organisations/{u}") for u in plan.joint_units), "<br>"),
        ),
        (view.say("联系人及方式", "Contact"), Html.escape(blank)),
        (view.say("工业园区（盖章）", "Industrial park (seal)"), Html.escape(blank)),
        (view.say("地市审核（盖章）", "City review (seal)"), Html.escape(blank)),
    ]
    body = join(_ROW.format(_CELL.format(label, EMPTY, value)) for label, value in rows)
    return _TABLE.format(label=view.say("封面", "Cover"), rows=body)


def units(view: View, found: tuple[Unit, ...], plan: WorkPlan) -> Html:
    """Part 1 of the form: a table of 13 cells for each applicant, then its two profiles with their length."""
    return join(_unit(view, unit, plan) for unit in found)


def _unit(view: View, unit: Unit, plan: WorkPlan) -> Html:
    organisation = view.project.find("organisations", unit.organisation, Organisation)
    lead = unit.organisation == plan.lead_unit
    title = view.say("牵头单位基本信息", "Lead unit") if lead else view.say("联合单位基本信息", "Joint unit")
    blank = Html.escape(_BLANK.of(view.lang))
    known = organisation or None
    sales = EMPTY
    if unit.last_year_sales is not None:
        sales = Html.escape(money(unit.last_year_sales / 10_000))
    cells: list[tuple[str, Html]] = [
        (view.say("组织机构代码", "Organisation code"), Html.escape((known and (known.uscc or known.org_code)) or "")),
        (
            view.say("单位性质", "Legal nature"),
            view.term("organisation-natures", known.nature) if known and known.nature else EMPTY,
        ),
        (view.say("单位地址", "Address"), view.text(known.address) if known and known.address else EMPTY),
        (view.say("成立时间", "Founded"), Html.escape((known and known.founded_on) or "")),
        (view.say("上年销售（万元）", "Last year's sales (10,000 CNY)"), sales),
        (view.say("员工数（人）", "Employees"), Html.escape("" if unit.employees is None else f"{unit.employees:,}")),
        (view.say("联系人姓名", "Contact: name"), blank),
        (view.say("电话", "Telephone"), blank),
        (view.say("职务", "Position"), view.text(unit.contact_position) if unit.contact_position else EMPTY),
        (view.say("手机", "Mobile"), blank),
        (view.say("传真", "Fax"), blank),
        ("E-mail", blank),
    ]
    rows = [
        _ROW.format(_CELL.format(view.say("单位名称", "Unit"), _WIDE, view.entry(f"organisations/{unit.organisation}")))
    ]
    for left, right in zip(cells[::2], cells[1::2], strict=True):
        rows.append(_ROW.format(_CELL.format(left[0], EMPTY, left[1]) + _CELL.format(right[0], EMPTY, right[1])))
    parts = [_HEAD.format(title), _TABLE.format(label=f"{title} {unit.organisation}", rows=join(rows))]
    for name, label in _PROFILES:
        profile = getattr(unit, name)
        if profile:
            parts += [
                _HEAD.format(label.of(view.lang)),
                view.prose(profile),
                _length(view, name, profile.zh, view.project),
            ]
    return join(parts)


def _length(view: View, name: str, text: str, project: Project) -> Html:
    rule = project.settings.programme.character_count
    if rule is None:
        return EMPTY
    count, most = characters(text), int(getattr(rule, name))
    return _LIMIT.format(
        " limit--over" if count > most else "", view.say(f"{count} / {most} 字", f"{count} of {most} characters")
    )
