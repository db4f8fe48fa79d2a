"""Commands that tell what is wrong: validate, explain."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.shared import Settings, Usage, catalog, jobs, pass_settings, progress, relative, say, shared

if TYPE_CHECKING:
    from generator.rules.check import Before

# Written out, because --help is not to import the reporters.
_FORMATS = ("text", "json", "github", "gitlab", "sarif", "junit")
_SEVERITIES = ("error", "warning", "note")


@catalog.command()
@shared
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--format", "form", type=click.Choice(_FORMATS), default="text", help="输出格式 / output")
@click.option(
    "--fail-on", type=click.Choice(_SEVERITIES), default="error", help="达到此级别即失败 / severity that fails"
)
@click.option(
    "--against", metavar="REV", help="已冻结的文件与此版本相比是否被改动 / whether anything frozen changed since it"
)
@click.option("--no-cache", is_flag=True, help="不用缓存 / without the cache")
@pass_settings
def validate(
    settings: Settings, paths: tuple[str, ...], form: str, fail_on: str, against: str | None, no_cache: bool
) -> None:
    """检查整个目录，显示（所给文件的）全部问题 / check the whole catalogue, show all that is wrong."""
    from generator.diagnostics import Severity
    from generator.reporters import REPORTERS, Report
    from generator.rules.check import check

    root = settings.found_root()
    with progress(settings) as tell, _before(settings, root, against) as before:
        checked = check(root, settings.day(), jobs=jobs(), use_cache=not no_cache, tell=tell, before=before)
    if paths:
        checked = checked.of_paths(relative(root, path) for path in paths)
    report = Report(checked.diagnostics, len(checked.project), settings.language(), checked.rules_off)
    click.echo(REPORTERS[form](report), nl=False)
    worst = Severity(fail_on).rank
    if any(diagnostic.severity.rank <= worst for diagnostic in checked.diagnostics):
        sys.exit(1)


@contextmanager
def _before(settings: Settings, root: Path, revision: str | None) -> Iterator["Before | None"]:
    """The files where the work branched off a revision of Git: what came to that since is no change of ours."""
    if revision is None:
        yield None
        return
    from generator.git import GitError, GitTree, branched_from
    from generator.loader.layout import TOPS

    try:
        tree = GitTree(root, branched_from(root, revision), TOPS)
    except GitError as error:
        zh, en = f"没有 Git 版本 {revision}", f"there is no revision {revision} in Git"
        raise Usage(say(settings.language(), zh, en)) from error
    with tree:
        yield revision, tree


@catalog.command()
@shared
@click.argument("code")
@pass_settings
def explain(settings: Settings, code: str) -> None:
    """解释一条规则 / explain a rule, by its code or name."""
    from generator.reporters.text import NAMES
    from generator.rules.check import all_codes

    lang = settings.language()
    found = next((c for c in all_codes() if code.lower() in (c.code.lower(), c.name)), None)
    if found is None:
        from generator.diagnostics import nearest

        hint = nearest(code.upper(), [c.code for c in all_codes()]).of(lang) or nearest(
            code, [c.name for c in all_codes()]
        ).of(lang)
        raise Usage(
            say(lang, f"没有编号或名称为 {code} 的规则。{hint}", f"no rule has the code or name {code}. {hint}")
        )
    severity = NAMES[found.severity].of(lang)
    heading = say(lang, f"{found.code} {found.name}（{severity}）", f"{found.code} {found.name} ({severity})")
    click.echo(f"{heading}\n\n{found.page.of(lang).strip()}")
    for title, example in (
        (say(lang, "错误示例：", "Bad:"), found.bad),
        (say(lang, "正确示例：", "Good:"), found.good),
    ):
        if example:
            click.echo(f"\n{title}\n\n" + "\n".join(f"    {line}".rstrip() for line in example.strip().splitlines()))
