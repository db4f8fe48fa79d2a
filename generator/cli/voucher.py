"""Commands about voucher programmes: voucher eligible."""

import sys
from typing import TYPE_CHECKING

import click

from generator.cli.frame import Group
from generator.cli.shared import Settings, Usage, catalog, day_of, entry_named, pass_settings, project_of, say, shared

if TYPE_CHECKING:
    from generator.project import Entry, Project


@catalog.group(cls=Group)
@shared
def voucher() -> None:
    """服务券方案：资格、公示、奖补测算 / voucher programmes: eligibility, notices, what is paid."""


@voucher.command()
@shared
@click.argument("names", metavar="[ID]…", nargs=-1)
@click.option("--voucher", "programme", metavar="ID", help="只看这个服务券方案 / this voucher programme only")
@click.option(
    "--on", "on", metavar="YYYY-MM-DD", help="按此日期判定，默认今天 / decide as of this day, today by default"
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json"]),
    default="table",
    help="输出格式 / output",
    show_default=True,
)
@pass_settings
def eligible(settings: Settings, names: tuple[str, ...], programme: str | None, on: str | None, form: str) -> None:
    """逐条说明目录条目、产品或供应商的产品能否列入目录 / say whether listings, products or vendors' products qualify, and why."""
    from generator.cli import eligible as shown
    from generator.vouchers.eligibility import assess

    day = day_of(settings, on, "--on") if on else settings.day()
    project, lang = project_of(settings), settings.language()
    listings = _listings(settings, project, programme, names)
    found = tuple(assess(entry, project, day) for entry in listings)
    if form == "json":
        click.echo(shown.as_json(found, project, day))
    elif sys.stdout.isatty():
        shown.on_terminal(found, project, day, lang)
    else:
        for line in shown.lines(found, project, day, lang):
            click.echo(line)


def _listings(
    settings: Settings, project: "Project", programme: str | None, names: tuple[str, ...]
) -> tuple["Entry", ...]:
    """The listings asked for, by id: all, those of a programme, those that are named or belong to what is named."""
    from generator.vouchers.eligibility import listings_of

    lang = settings.language()
    within = listings_of(project, programme_named(settings, project, programme).id) if programme else None
    if not names:
        every = within if within is not None else project.of_kind("listings")
        return tuple(sorted(every, key=lambda entry: entry.id))
    found: dict[str, Entry] = {}
    for name in names:
        entry = next((e for kind in _NAMEABLE if "/" not in name and (e := project.get(f"{kind}/{name}"))), None)
        entry = entry or entry_named(settings, project, name)
        if entry.kind.folder not in (*_NAMEABLE, "vouchers"):
            zh = f"{entry.id} 不是目录条目、产品、供应商或服务券方案"
            raise Usage(say(lang, zh, f"{entry.id} is no listing, product, vendor or voucher programme"))
        own = (entry,) if entry.kind.folder == "listings" else listings_of(project, entry.id)
        found |= {one.id: one for one in own if within is None or one in within}
    return tuple(found[one] for one in sorted(found))


_NAMEABLE = ("listings", "products", "organisations")
"""What a bare id may be, first the first."""


def programme_named(settings: Settings, project: "Project", name: str) -> "Entry":
    """A voucher programme by its full or bare id. Raises Usage with the nearest id for one that there is not."""
    slug = name.removeprefix("vouchers/").removeprefix("voucher/")
    entry = project.get(f"vouchers/{slug}")
    if entry is None:
        from generator.diagnostics import nearest

        lang = settings.language()
        known = [one.slug for one in project.of_kind("vouchers")]
        hint = nearest(slug, known).of(lang)
        zh, en = f"没有服务券方案 {name}。{hint}", f"there is no voucher programme {name}. {hint}"
        raise Usage(say(lang, zh, en).strip())
    return entry
