"""The work plan as the official form has it: cover, part one with the tables of the applicants, then part two.

The form's personal cells (name, telephone, mobile, fax, e-mail) and the cover's contact line stay blank: the
repository holds no personal data, so they are filled in by hand on paper. A cell that the plan does not fill
shows a dash. Headings and their numbers are the form's own; part two is in `workplan_sections`.
"""

from generator.markup import Html, Template, fill
from generator.model.organisation import Organisation
from generator.model.workplan import Unit, WorkPlan
from generator.project import Project
from generator.rules.programme.counting import characters
from generator.site import words
from generator.site.page import Heading
from generator.site.pieces import PART
from generator.site.view import EMPTY, View, join, money
from generator.site.workplan_sections import plan_sections
from generator.texts import Text

_TABLE = Template(
    '<div class="wide" role="region" aria-label="{label}" tabindex="0"><table class="form">{rows}</table></div>'
)
_ROW = Template("<tr>{}</tr>")
_CELL = Template('<th scope="row"{}>{}</th><td{}>{}</td>')
_CONTACT = Template('<th scope="rowgroup" rowspan="3">{}</th>')
_HEAD = Template('<h3 id="{}">{}</h3>')
_SUBHEAD = Template("<h{0}>{1}</h{0}>")
_TITLE = Template('<p class="form__title">{}</p>')
_COMPILED = Template('<p class="form__compiled">{}<br>{}</p>')
_LIMIT = Template('<p class="limit{}">{}</p>')
_TWO, _FOUR = Html(' colspan="2"'), Html(' colspan="3"')
_DASH = Html('<span class="form__none">—</span>')

_BLANK = Text("（线下填写）", "(by hand)")
_PROFILES = (
    ("operation_profile", Text("1、经营发展情况", "1. Operation")),
    ("capability_profile", Text("2、能力情况", "2. Capability")),
)


def work_plan(view: View, plan: WorkPlan) -> tuple[Html, tuple[Heading, ...]]:
    """The whole form, and its contents."""
    sections, headings = plan_sections(view, plan)
    parts = [
        ("cover", view.say("封面", "Cover"), _cover(view, plan), ()),
        ("units", view.say("一、申报单位信息", "I. Applicants"), *_units(view, plan)),
        ("plan", view.say("二、工作方案", "II. Work plan"), sections + _disclosure(view, plan), headings),
    ]
    toc: list[Heading] = []
    for anchor, title, _, inner in parts:
        toc += (Heading(anchor, title), *inner)
    return join(PART.format(id=anchor, title=title, body=body) for anchor, title, body, _ in parts), tuple(toc)


def _cover(view: View, plan: WorkPlan) -> Html:
    """The cover of the form, with who made the form and when."""
    blank = Html.escape(_BLANK.of(view.lang))
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
        (view.say("联系人及方式", "Contact"), blank),
        (view.say("工业园区（盖章）", "Industrial park (seal)"), blank),
        (view.say("地市审核（盖章）", "City review (seal)"), blank),
    ]
    body = join(_ROW.format(_CELL.format(EMPTY, label, EMPTY, value or _DASH)) for label, value in rows)
    table = _TABLE.format(label=view.say("封面", "Cover"), rows=body)
    form = view.project.settings.programme.plan_form
    if form is None:
        return table
    by = fill("{}{}", view.text(form.compiled_by.text), view.say(" 编制", " (compiler of the form)"))
    return _TITLE.format(view.text(form.title.text)) + table + _COMPILED.format(by, _month(view, form.compiled_on))


def _month(view: View, day: str) -> str:
    """`2020-04` as the form writes it."""
    year, *rest = day.split("-")
    signs = "年月日"
    return view.say(year + "年" + "".join(f"{int(part)}{signs[n + 1]}" for n, part in enumerate(rest)), day)


def _units(view: View, plan: WorkPlan) -> tuple[Html, tuple[Heading, ...]]:
    """Part one: a table of 13 cells for each applicant, then the profiles of all of them with their length."""
    lead = [unit for unit in plan.units if unit.organisation == plan.lead_unit]
    joint = [unit for unit in plan.units if unit.organisation != plan.lead_unit]
    profiles = join(_profiles(view, plan.units, name, label) for name, label in _PROFILES)
    blocks = (
        ("lead-unit", view.say("（一）牵头单位基本信息", "(1) Lead unit"), join(_cells(view, u) for u in lead)),
        ("joint-units", view.say("（二）联合单位基本信息", "(2) Joint units"), join(_cells(view, u) for u in joint)),
        ("profiles", view.say("（三）单位情况简介", "(3) Profiles of the units"), profiles),
    )
    body = join(_HEAD.format(anchor, title) + (content or _DASH) for anchor, title, content in blocks)
    return body, tuple(Heading(anchor, title, 3) for anchor, title, _ in blocks)


def _cells(view: View, unit: Unit) -> Html:
    known = view.project.find("organisations", unit.organisation, Organisation)
    blank = Html.escape(_BLANK.of(view.lang))
    sales = EMPTY if unit.last_year_sales is None else Html.escape(money(unit.last_year_sales / 10_000))
    staff = EMPTY if unit.employees is None else Html.escape(f"{unit.employees:,}")
    code = Html.escape((known and (known.uscc or known.org_code)) or "")
    nature = view.term("organisation-natures", known.nature) if known and known.nature else EMPTY
    address = view.text(known.address) if known and known.address else EMPTY
    founded = Html.escape((known and known.founded_on) or "")
    position = view.text(unit.contact_position) if unit.contact_position else EMPTY
    say = view.say
    rows = [_row((say("单位名称", "Unit"), view.entry(f"organisations/{unit.organisation}")))]
    rows += [
        _row((say("组织机构代码", "Organisation code"), code), (say("单位性质", "Legal nature"), nature)),
        _row((say("单位地址", "Address"), address), (say("成立时间", "Founded"), founded)),
        _row(
            (say("上年销售（万元）", "Last year's sales (10,000 CNY)"), sales),
            (say("员工数（人）", "Employees"), staff),
        ),
    ]
    contact = (
        ((say("姓名", "Name"), blank), (say("电话", "Telephone"), blank)),
        ((say("职务", "Position"), position), (say("手机", "Mobile"), blank)),
        ((say("传真", "Fax"), blank), ("E-mail", blank)),
    )
    for place, pair in enumerate(contact):
        head = _CONTACT.format(say("联系人", "Contact")) if place == 0 else EMPTY
        rows.append(_ROW.format(head + join(_CELL.format(EMPTY, n, EMPTY, v or _DASH) for n, v in pair)))
    return _TABLE.format(label=f"{say('单位信息', 'Unit')} {unit.organisation}", rows=join(rows))


def _row(first: tuple[str, Html], second: tuple[str, Html] | None = None) -> Html:
    """A line of one or two cells; the first label stands over the two columns of the contact's."""
    cells = _CELL.format(_TWO, first[0], EMPTY if second else _FOUR, first[1] or _DASH)
    return _ROW.format(cells + (_CELL.format(EMPTY, second[0], EMPTY, second[1] or _DASH) if second else EMPTY))


def _profiles(view: View, units: tuple[Unit, ...], name: str, label: Text) -> Html:
    parts = [_SUBHEAD.format(4, label.of(view.lang))]
    for unit in units:
        if profile := getattr(unit, name):
            parts += [
                _SUBHEAD.format(5, view.entry(f"organisations/{unit.organisation}")),
                view.prose(profile),
                _length(view, name, profile.zh, view.project),
            ]
    return join(parts) + (EMPTY if len(parts) > 1 else _DASH)


def _length(view: View, name: str, text: str, project: Project) -> Html:
    rule = project.settings.programme.character_count
    if rule is None:
        return EMPTY
    count, most = characters(text), int(getattr(rule, name))
    return _LIMIT.format(
        " limit--over" if count > most else "", view.say(f"{count} / {most} 字", f"{count} of {most} characters")
    )


def _disclosure(view: View, plan: WorkPlan) -> Html:
    if plan.disclosure is None:
        return EMPTY
    said = words.choice("disclosure", plan.disclosure, view.lang)
    return fill('<p class="form__compiled">{}{}</p>', view.say("公开方式：", "Disclosure: "), said)
