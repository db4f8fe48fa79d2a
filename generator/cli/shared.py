"""What every command shares: the group, its options, the root, the day, and how it speaks."""

import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator import __version__
from generator.cli.frame import Group, lang_in, say
from generator.clock import today
from generator.texts import Lang, Text, lang_of

if TYPE_CHECKING:
    from generator.project import Entry, Project
    from generator.rules.check import Tell

__all__ = [
    "Settings",
    "Usage",
    "catalog",
    "content_given",
    "day_of",
    "entry_named",
    "jobs",
    "out_option",
    "pass_settings",
    "progress",
    "project_of",
    "relative",
    "say",
    "shared",
]

_OR = "' or '"


class Usage(click.ClickException):
    """Wrong use: printed in one line, exit 2."""

    exit_code = 2


class Settings:
    """The options that every command shares, whether they stand before or after its name."""

    def __init__(self) -> None:
        self.root: Path | None = None
        self.lang: Lang | None = None
        self.today: str | None = None

    def found_root(self) -> Path:
        """`--root`, or the nearest parent folder that holds catalog/."""
        from generator.loader.cache import came_along

        root = self._root()
        if came_along(root):
            zh = f"{root}/.cache 是本工具的工作目录，不应是文件或链接，也不应提交到 Git；请先删除。"
            en = f"{root}/.cache is this tool's own folder: it may not be a file or a link, nor be in Git. Remove it first."
            raise Usage(say(self.language(), zh, en))
        return root

    def _root(self) -> Path:
        if self.root:
            if not (self.root / "catalog").is_dir():
                lang = self.language()
                raise Usage(say(lang, f"{self.root} 中没有 catalog/ 目录", f"no folder catalog/ in {self.root}"))
            return self.root.resolve()
        here = Path.cwd()
        for folder in (here, *here.parents):
            if (folder / "catalog").is_dir():
                return folder
        zh, en = (
            "此处及上级目录中没有 catalog/；请用 --root 指定仓库",
            "no catalog/ here or above; name the repository with --root",
        )
        raise Usage(say(self.language(), zh, en))

    def day(self) -> str:
        """`--today`, else SOURCE_DATE_EPOCH, else now, as a date at UTC+8."""
        if self.today:
            return day_of(self, self.today, "--today")
        try:
            return today()
        except ValueError as error:
            epoch = os.environ["SOURCE_DATE_EPOCH"]
            zh, en = f"SOURCE_DATE_EPOCH={epoch}：应为秒数", f"SOURCE_DATE_EPOCH={epoch}: a number of seconds is wanted"
            raise Usage(say(self.language(), zh, en)) from error

    def language(self) -> Lang:
        env = os.environ
        return self.lang or lang_of(env.get("LC_ALL") or env.get("LC_MESSAGES") or env.get("LANG"))


def day_of(settings: Settings, text: str, option: str) -> str:
    """An option's day. Raises Usage for what is no date."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.isoformat() != text:
        zh, en = f"{option} {text}：应为日期 YYYY-MM-DD", f"{option} {text}: a date YYYY-MM-DD is wanted"
        raise Usage(say(settings.language(), zh, en))
    return text


def content_given(settings: Settings, file: Path, most: int) -> bytes:
    """What is in a file that a command was given. Raises Usage for one that cannot be read or has over `most` bytes."""
    lang = settings.language()
    if not file.is_file():
        raise Usage(say(lang, f"没有文件 {file}", f"there is no file {file}"))
    try:
        # Not of the file's size: that of a file which still grows is not the size of what would be read.
        with file.open("rb") as opened:
            content = opened.read(most + 1)
    except OSError as error:
        raise Usage(
            say(lang, f"读不了 {file}：{error.strerror}", f"{file} cannot be read: {error.strerror}")
        ) from error
    if len(content) > most:
        mb = most // (1024 * 1024)
        raise Usage(say(lang, f"{file} 太大，最多 {mb} MB", f"{file} is too large: {mb} MB at most"))
    return content


def shared(command: Callable[..., Any]) -> Callable[..., Any]:
    """The shared options on a command: `--root`, `--lang`, `--today`."""

    def keep(name: str) -> Callable[[click.Context, click.Parameter, Any], None]:
        def callback(context: click.Context, parameter: click.Parameter, value: Any) -> None:
            if value is not None:
                setattr(context.ensure_object(Settings), name, value)

        return callback

    def option(name: str, help_: str, **more: Any) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
        return click.option(f"--{name}", callback=keep(name), expose_value=False, is_eager=True, help=help_, **more)

    folder = click.Path(path_type=Path, file_okay=False, exists=True)
    command = option("root", "仓库目录 / the repository", type=folder)(command)
    command = option("lang", "语言 / language", type=click.Choice(["zh", "en"]))(command)
    return option("today", "按此日期检查 / check as of this day", metavar="YYYY-MM-DD")(command)


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"]})
@shared
@click.version_option(package_name=None, version=__version__, prog_name="catalog", help="显示版本 / show the version")
def catalog() -> None:
    """解决方案与团体标准目录工具 / the tool of the catalogue of solutions and standards."""


out_option = click.option(
    "--out", metavar="FILE", type=click.Path(path_type=Path), help="写到哪个文件 / the file to write"
)
"""`write_out` puts the file there."""

pass_settings = click.make_pass_decorator(Settings, ensure=True)


def project_of(settings: Settings) -> "Project":
    """The project, without running the rules."""
    from generator.loader import load
    from generator.loader.cache import Cache
    from generator.loader.layout import TOPS
    from generator.source.tree import FolderTree

    root = settings.found_root()
    return load(FolderTree(root, TOPS), settings.day(), cache=Cache(root / ".cache" / "entries.msgpack"), jobs=jobs())[
        0
    ]


def entry_named(settings: Settings, project: "Project", name: str) -> "Entry":
    entry = project.resolve(name)
    if entry is None:
        from generator.diagnostics import nearest

        lang = settings.language()
        bare = (entry.slug for entry in project)
        hint = nearest(name, project.entries).of(lang) or nearest(name, bare).of(lang)
        same = [i for i in project.entries if i.endswith(f"/{name}")]
        if same:
            hint = say(lang, f"请写全：{'、'.join(same)}", f"write it in full: {', '.join(same)}")
        raise Usage(say(lang, f"没有条目 {name}。{hint}", f"there is no entry {name}. {hint}"))
    return entry


def relative(root: Path, path: str) -> str:
    """A path as given, relative to the root; one below neither is an error."""
    for base in (Path.cwd(), root):
        # As it is written, for a link is reported as itself; else through the links above it.
        for found in (Path(os.path.normpath(base / path)), Path(os.path.realpath(base / path))):
            if found.exists() and found.is_relative_to(root):
                return found.relative_to(root).as_posix()
    lang = lang_in(click.get_current_context(silent=True))
    hint = _nearest_path(root, path).of(lang)
    raise Usage(
        say(lang, f"{path}：仓库中没有该文件。{hint}", f"{path}: no such file in the repository. {hint}").strip()
    )


def _nearest_path(root: Path, path: str) -> Text:
    """A hint that names the file that was meant: the one whose path ends so, else the one with the nearest name."""
    from difflib import get_close_matches

    from generator.loader.layout import TOPS
    from generator.source.tree import FolderTree

    by_name: dict[str, list[str]] = {}
    for found in FolderTree(root, TOPS).paths():
        by_name.setdefault(found.rpartition("/")[2].removesuffix(".yaml"), []).append(found)
    given = path.removeprefix("./").removesuffix(".yaml")
    meant = [one for paths in by_name.values() for one in paths if one.removesuffix(".yaml").endswith(f"/{given}")]
    if not meant:
        # Names are compared without their folders: those may be misspelt as well, and are long and alike.
        near = get_close_matches(given.rpartition("/")[2], by_name, n=1, cutoff=0.7)
        meant = [one for name in near for one in by_name[name]]
    if "/" in given:
        meant = get_close_matches(path, meant, n=1, cutoff=0) or meant
    if not meant:
        return Text("")
    return Text(f"是否想写“{'”或“'.join(sorted(meant)[:3])}”？", f"did you mean '{_OR.join(sorted(meant)[:3])}'?")


def jobs() -> int:
    return min(8, os.cpu_count() or 1)


class progress:
    """A progress line on standard error, on a terminal only."""

    def __init__(self, settings: Settings) -> None:
        self._live = sys.stderr.isatty()
        self._lang = settings.language()
        self._bar: Any = None
        self._tasks: dict[str, Any] = {}

    def __enter__(self) -> "Tell":
        if self._live:
            from rich.console import Console
            from rich.progress import Progress

            self._bar = Progress(console=Console(stderr=True), transient=True)
            self._bar.start()
        return self._tell

    def __exit__(self, *_: object) -> None:
        if self._bar:
            self._bar.stop()

    def _tell(self, step: str, done: int, total: int) -> None:
        if self._bar:
            if step not in self._tasks:
                self._tasks[step] = self._bar.add_task(step, total=total)
            self._bar.update(self._tasks[step], completed=done, total=total)
