"""Commands that take comments on a standard in: import, add."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.shared import Settings, Usage, content_given, day_of, pass_settings, project_of, say, shared
from generator.cli.standard import standard_named
from generator.cli.standard_comments import comments

if TYPE_CHECKING:
    from generator.drafts.model import Draft
    from generator.project import Project
    from generator.standards.comments.incoming import Incoming, Written

_TYPES = ("general", "technical", "editorial")
_SOURCES = ("form", "sheet", "word", "letter", "meeting")


@comments.command("import")
@shared
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--into", "name", metavar="ID", required=True, help="标准 / the standard")
@click.option("--round", "turn", metavar="R", required=True, help="轮次，如 2026-10 / the round")
@click.option("--received", metavar="YYYY-MM-DD", help="收到日期，默认当天 / when it came, by default today")
@click.option("--organisation", metavar="NAME", default="", help="提出单位，表中没有写时 / who sent it")
@click.option("--edition", metavar="YEAR", default="draft", help="所针对的版本 / the edition commented on")
@click.option(
    "--rev", metavar="REV", help="章条编号按此 Git 版本的草案 / numbers are those of the draft at this revision"
)
@click.option("--dry-run", is_flag=True, help="只显示结果，不写文件 / only tell, write nothing")
@pass_settings
def import_(
    settings: Settings,
    file: Path,
    name: str,
    turn: str,
    received: str | None,
    organisation: str,
    edition: str,
    rev: str | None,
    dry_run: bool,
) -> None:
    """导入意见表（.docx、.xlsx、.csv）、Word 批注或网页表单（.md） / import a sheet, Word comments, or a web form."""
    from generator.diagnostics import Refused
    from generator.documents.package import MAX_BYTES
    from generator.documents.read_tables import read_tables
    from generator.source.scan import shown
    from generator.standards.comments.form import comment_in_form
    from generator.standards.comments.incoming import Batch, write_comments
    from generator.standards.comments.places import Places
    from generator.standards.comments.sheet import comments_of, read_sheet

    lang, project = settings.language(), project_of(settings)
    slug = standard_named(settings, project, name).slug
    draft = _commented_on(settings, project, slug, edition, rev)
    day = day_of(settings, received, "--received") if received else settings.day()
    content = content_given(settings, file, MAX_BYTES)
    try:
        places = Places(draft)
        ignored: tuple[str, ...] = ()
        if file.suffix.lower() in (".md", ".txt"):
            text = content.decode("utf-8", "replace").replace("\r\n", "\n")
            source, found = "form", [comment_in_form(text, places)]
        else:
            try:
                sheet = read_sheet(read_tables(file.name, content))
                source, found, ignored = "sheet", list(comments_of(sheet, places)), sheet.ignored
            except Refused:
                source, found = "word", _in_word(settings, project, slug, file, content)
                if not found:
                    raise
    except Refused as refused:
        raise Usage(f"{file}: {shown(refused.text.of(lang), 200)}") from refused
    batch = Batch(_round(settings, turn), day, source, edition, organisation)
    written = write_comments(project, slug, found, batch)
    if not dry_run:
        _write(settings, written)
    if ignored:
        columns = "、".join(map(shown, ignored))
        click.echo(say(lang, f"没有读取的列：{columns}", f"columns that are not read: {columns}"), err=True)
    _told(settings, written, dry_run=dry_run)


@comments.command()
@shared
@click.argument("name", metavar="ID")
@click.option("--round", "turn", metavar="R", required=True, help="轮次 / the round")
@click.option("--organisation", metavar="NAME", required=True, help="提出单位的编号或名称 / who comments, id or name")
@click.option("--text", metavar="TEXT", required=True, help="意见内容 / the comment")
@click.option("--clause", metavar="CLAUSE", default="", help="条款标识或章条编号 / the clause, by id or number")
@click.option("--proposal", metavar="TEXT", default="", help="修改建议 / the proposed change")
@click.option("--type", "kind", type=click.Choice(_TYPES), default="technical", help="类型 / the type")
@click.option("--source", type=click.Choice(_SOURCES), default="form", help="来源 / how it came")
@click.option("--received", metavar="YYYY-MM-DD", help="收到日期，默认当天 / when it came, by default today")
@click.option("--edition", metavar="YEAR", default="draft", help="所针对的版本 / the edition commented on")
@pass_settings
def add(
    settings: Settings,
    name: str,
    turn: str,
    organisation: str,
    text: str,
    clause: str,
    proposal: str,
    kind: str,
    source: str,
    received: str | None,
    edition: str,
) -> None:
    """记下一条意见 / write down one comment."""
    from generator.standards.comments.incoming import Batch, Incoming, write_comments
    from generator.standards.comments.places import Places

    lang, project = settings.language(), project_of(settings)
    slug = standard_named(settings, project, name).slug
    places = Places(_commented_on(settings, project, slug, edition, None))
    found = places.find(clause)
    if found is None and not places.is_whole(clause):
        raise Usage(say(lang, f"{slug} 中没有“{clause}”", f"{slug} has no place '{clause}'"))
    day = day_of(settings, received, "--received") if received else settings.day()
    number = places.labels.get(found or "", "")
    one = Incoming(found, number, "", text, proposal, kind, organisation)
    written = write_comments(project, slug, [one], Batch(_round(settings, turn), day, source, edition))
    _write(settings, written)
    _told(settings, written, dry_run=False)


def _write(settings: Settings, written: "Written") -> None:
    """Put the files of new comments into the repository."""
    from generator.output import write_file

    root = settings.found_root()
    for path, content in written.files.items():
        write_file(root / path, content, within=root)


def _told(settings: Settings, written: "Written", *, dry_run: bool) -> None:
    """Say what became of comments that came in; nothing is dropped in silence."""
    from generator.source.scan import shown

    lang = settings.language()
    for path in written.files:
        click.echo(path)
    for one in written.unplaced:
        number = shown(one.number)  # as the file has it: a terminal obeys what stands in it
        zh, en = f"  没有找到章条“{number}”，保留编号", f"  no clause '{number}': kept by its number"
        click.echo(say(lang, f"{one.where}{zh}", f"{one.where}{en}").strip(), err=True)
    for one in written.repeated:
        click.echo(say(lang, f"{one.where} 已有同样的意见", f"{one.where} is there already").strip(), err=True)
    for one, why in written.left_out:
        click.echo(say(lang, f"{one.where} 没有收入：{why.zh}", f"{one.where} not taken: {why.en}").strip(), err=True)
    new, again, out = len(written.files), len(written.repeated), len(written.left_out)
    zh = f"{'将收入' if dry_run else '收入'} {new} 条，其中 {len(written.unplaced)} 条没有找到章条；重复 {again} 条，没有收入 {out} 条。"
    en = f"{new} {'would be ' if dry_run else ''}taken, {len(written.unplaced)} of them without a clause; {again} repeated, {out} not taken."
    click.echo(say(lang, zh, en), err=True)


def _in_word(settings: Settings, project: "Project", slug: str, file: Path, content: bytes) -> "list[Incoming]":
    """The comments in the margin of a draft that came back in Word; none where the file holds no such draft."""
    from generator.diagnostics import Refused
    from generator.loader.texts import aspects_of
    from generator.standards.comments.word import from_word
    from generator.standards.word_in.takeback import take_back

    draft, lock = project.drafts.get(slug), project.locks.get(slug)
    if file.suffix.lower() != ".docx" or draft is None:
        return []
    source = (settings.found_root() / "standards" / slug / "draft.md").read_text("utf-8-sig")
    removed, aspects = set(lock.removed) if lock else set(), aspects_of(project.vocabularies)
    try:
        taken = take_back(content, draft, source, "propose", removed=removed, aspects=aspects)
    except Refused:
        return []
    return list(from_word(taken.comments))


def _commented_on(settings: Settings, project: "Project", slug: str, edition: str, rev: str | None) -> "Draft":
    """The text that the comments are on. Raises Usage where there is none that can be read."""
    lang = settings.language()
    draft = None
    if rev is not None:
        from generator.git import GitError, GitTree
        from generator.loader import load

        try:
            with GitTree(settings.found_root(), rev, ("catalog", "standards")) as tree:
                draft = load(tree, settings.day())[0].drafts.get(slug)
        except GitError as error:
            raise Usage(say(lang, f"没有 Git 版本 {rev}", f"there is no revision {rev} in Git")) from error
    elif edition == "draft":
        draft = project.drafts.get(slug)
    else:
        draft = found.draft if (found := project.edition(slug, edition)) else None
    if draft is None:
        zh = f"{slug} 没有可以读取的文本（{rev or edition}）；运行 catalog validate 查看"
        raise Usage(say(lang, zh, f"{slug} has no text that can be read ({rev or edition}); catalog validate says why"))
    return draft


def _round(settings: Settings, turn: str) -> str:
    """A round's name, which is a folder's. Raises Usage."""
    import re

    from generator.model.fields import ID_PATTERN

    if len(turn) > 63 or not re.fullmatch(ID_PATTERN, turn):
        zh = f"--round {turn}：应为小写字母、数字和连字符，如 2026-10"
        raise Usage(
            say(settings.language(), zh, f"--round {turn}: lower-case letters, digits and hyphens, such as 2026-10")
        )
    return turn
