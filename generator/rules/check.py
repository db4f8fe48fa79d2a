"""A whole check: read a repository, run every rule, and give what is wrong its place.

Progress is told through a callback; nothing here prints.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics import Code, Diagnostic, Severity
from generator.loader import CODES as LOADER_CODES
from generator.loader import load, without_collecting
from generator.loader.cache import Cache
from generator.loader.editions import check_editions, touched
from generator.loader.layout import TOPS
from generator.loader.released import check_releases
from generator.project import Project
from generator.rules import engine
from generator.rules.registry import RULES
from generator.source.tree import FolderTree, Tree

Tell = Callable[[str, int, int], None]
"""Progress: the step's name, how much is done, of how much."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A project and all that is wrong with it."""

    project: Project
    diagnostics: tuple[Diagnostic, ...]

    @property
    def failed(self) -> bool:
        return any(diagnostic.severity is Severity.ERROR for diagnostic in self.diagnostics)

    def of_paths(self, paths: Iterable[str]) -> "Checked":
        """Only the diagnostics of these files, or of files below these folders."""
        wanted = tuple(paths)
        kept = (d for d in self.diagnostics if any(_below(d.location.path, path) for path in wanted))
        return Checked(self.project, tuple(kept))

    @property
    def rules_off(self) -> tuple[Code, ...]:
        """The rules that were not run, because rules.yaml turns them off."""
        return engine.rules_off(self.project)

    def counts(self) -> dict[Severity, int]:
        counted = Counter(diagnostic.severity for diagnostic in self.diagnostics)
        return {severity: counted[severity] for severity in Severity}


Before = tuple[str, Tree]
"""What a change is compared with: the name of a revision, and its files."""


def check(
    root: Path,
    today: str,
    *,
    jobs: int = 1,
    use_cache: bool = True,
    tell: Tell | None = None,
    before: Before | None = None,
) -> Checked:
    """Read the repository at `root` and run every rule over it. `before`: whether what was frozen there has changed."""
    cache = root / ".cache" if use_cache else None
    return check_tree(FolderTree(root, TOPS), today, cache=cache, jobs=jobs, tell=tell, before=before)


def check_tree(
    tree: Tree,
    today: str,
    *,
    cache: Path | None = None,
    jobs: int = 1,
    tell: Tell | None = None,
    before: Before | None = None,
) -> Checked:
    """The same for any tree of files."""
    say = tell or (lambda step, done, total: None)
    entries = Cache(cache / "entries.msgpack" if cache else None)
    findings = Cache(cache / "findings.msgpack" if cache else None)
    places = Cache(cache / "places.msgpack" if cache else None)
    with without_collecting():
        project, problems = load(
            tree, today, cache=entries, jobs=jobs, progress=lambda done, total: say("read", done, total)
        )
        problems += tuple(check_releases(tree)) + tuple(check_editions(tree))
        if before:
            problems += tuple(touched(before[1], tree, before[0]))
        problems += engine.check(project, findings, progress=lambda done, total: say("check", done, total))
        return Checked(project, engine.located(problems, tree, project, places))


def all_codes() -> tuple[Code, ...]:
    """Every code that the tool can report, sorted."""
    return tuple(sorted((*LOADER_CODES, *(rule.code for rule in RULES)), key=lambda code: code.code))


def _below(path: str, folder: str) -> bool:
    folder = folder.rstrip("/")
    return folder in ("", ".") or path == folder or path.startswith(folder + "/")
