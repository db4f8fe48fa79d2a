"""The command that sets two versions of a standard side by side: standard redline."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.shared import Settings, Usage, out_option, pass_settings, project_of, say, shared
from generator.cli.standard import standard, standard_named, write_out

if TYPE_CHECKING:
    from generator.project import Project
    from generator.standards.redline.model import DraftDiff
    from generator.standards.redline.revisions import Revision

_REV = "Git 修订、标签、published/年号，或 work（工作目录） / a Git revision, a tag, published/YEAR, or work"


@standard.command()
@shared
@click.argument("name", metavar="ID")
@click.option("--from", "old", metavar="REV", required=True, help=_REV)
@click.option("--to", "new", metavar="REV", default="work", help="同上，默认 work / the same, work by default")
@click.option(
    "--format", "form", type=click.Choice(["text", "html", "docx", "json"]), default="text", help="输出格式 / output"
)
@out_option
@click.option("--author", metavar="NAME", default="", help="修订的作者，默认为标准的发布机构 / whose the changes are")
@pass_settings
def redline(settings: Settings, name: str, old: str, new: str, form: str, out: Path | None, author: str) -> None:
    """比对两个版本：按章条和词，识别移动和重新编号 / compare two versions by clause and word, moves recognised."""
    from generator.loader.cache import Cache
    from generator.standards.redline.compare import compare_drafts
    from generator.standards.redline.revisions import NoRevision, published_on, read_revision

    root, lang, project = settings.found_root(), settings.language(), project_of(settings)
    slug = standard_named(settings, project, name).slug
    cache = Cache(root / ".cache" / "redline.msgpack")
    known, days = project.drafts.get(slug), published_on(project, slug)
    try:
        before, after = (read_revision(root, slug, rev, settings.day(), days, cache, known) for rev in (old, new))
    except NoRevision as error:
        raise Usage(error.text.of(lang)) from error
    cache.save()
    for one in (before, after):
        if one.flaws:
            zh = f"提示：{one.label.zh}的草案有 {one.flaws} 个错误，读不出的部分不在比对之内。"
            en = f"Note: the draft of {one.label.en} has {one.flaws} errors; what they hide is not compared."
            click.echo(say(lang, zh, en), err=True)
    diff = compare_drafts(before.draft, after.draft)
    content = _content(settings, project, slug, form, diff, before, after, author)
    if out is None and form in ("text", "json"):
        click.echo(content.decode(), nl=False)
        return
    out = write_out(settings, out, f"{slug}-redline.{'txt' if form == 'text' else form}", content)
    counts = diff.counts
    edited = counts["clauses_changed"] + counts["clauses_added"] + counts["clauses_removed"]
    moved, provisions = counts["clauses_moved"], len(diff.provisions)
    zh = f"{out}：{before.label.zh} → {after.label.zh}，章条改动 {edited}、移动 {moved}，条款改动 {provisions}。"
    en = f"{out}: {before.label.en} → {after.label.en}; {edited} clauses changed, {moved} moved, {provisions} provisions changed."
    click.echo(say(lang, zh, en))


def _content(
    settings: Settings,
    project: "Project",
    slug: str,
    form: str,
    diff: "DraftDiff",
    before: "Revision",
    after: "Revision",
    author: str,
) -> bytes:
    lang, entry = settings.language(), project.entries[f"standards/{slug}"]
    if form == "text":
        from generator.standards.redline.terminal import diff_lines

        return "".join(f"{line}\n" for line in diff_lines(diff, lang)).encode()
    if form == "json":
        from generator.exports.json_text import json_document
        from generator.standards.redline.data import diff_data

        old, new = (
            {"label": one.label.zh, "date": one.date, "commit": one.commit, "edition": one.edition}
            for one in (before, after)
        )
        return json_document(diff_data(diff, slug, old, new))
    if form == "html":
        from generator.model.standard import Standard
        from generator.standards.labels import aspect_names, class_names
        from generator.standards.redline.page import redline_page
        from generator.standards.redline.pictures import addresses
        from generator.standards.redline.views import Look

        classes = class_names(entry.as_a(Standard))
        look = Look(lang, aspect_names(project), figures=addresses(before, after), classes=classes)
        return redline_page(diff, look, entry.name, before.dated, after.dated, example=entry.example).encode()
    from generator.standards.redline.document import redline_docx
    from generator.standards.redline.revisions import NoRevision

    try:
        return redline_docx(project, settings.found_root(), slug, diff, before, after, author)
    except NoRevision as error:
        raise Usage(error.text.of(lang)) from error
