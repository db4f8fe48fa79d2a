"""Runs the rules over a project and applies severities, parameters and waivers.

Rules that look at one file or at a file and its neighbours are called for each entry, and their
result is cached by what they looked at; rules over the whole project run every time, so they are few.
"""

import gc
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import blake2b

from generator.diagnostics import Code, Diagnostic, Finding, Location, Pointer, Severity
from generator.drafts.model import Draft
from generator.drafts.waivers import holds
from generator.loader import Problem
from generator.loader.cache import Cache
from generator.project import Entry, Project
from generator.rules.registry import RULES
from generator.rules.rule import Rule, Scope
from generator.source import codes as source_codes
from generator.source.packing import pack, unpack
from generator.source.reader import read_positions
from generator.source.tree import Tree, bytes_of

_BY_NUMBER = {rule.number: rule for rule in RULES}
_CODES = {rule.number: rule.code for rule in RULES}
_PER_ENTRY = tuple(rule for rule in RULES if rule.scope is not Scope.PROJECT)
_WHOLE = tuple(rule for rule in RULES if rule.scope is Scope.PROJECT)
DRAFT_FILE = "draft.md"


def check(
    project: Project, cache: Cache | None = None, progress: Callable[[int, int], None] | None = None
) -> tuple[Problem, ...]:
    """Every finding of every rule, waived ones left out."""
    collecting = gc.isenabled()
    gc.disable()  # the project stays whole meanwhile: collecting would walk through it again and again
    try:
        return _check(project, cache or Cache(None), progress or (lambda done, total: None))
    finally:
        if collecting:
            gc.enable()


def _check(project: Project, cache: Cache, progress: Callable[[int, int], None]) -> tuple[Problem, ...]:
    context = _context(project)
    drafts = {slug: _texts_digest(slug, project) for slug in (*project.drafts, *project.comments, *project.documents)}
    keys = _keys(project, context, drafts, cache)
    by_kind: dict[str, tuple[Rule, ...]] = {}
    problems: list[Problem] = []
    for done, entry in enumerate(project, 1):
        folder = entry.kind.folder
        if folder not in by_kind:
            by_kind[folder] = tuple(
                r for r in _PER_ENTRY if (not r.kinds or folder in r.kinds) and not _off(r, project)
            )
        problems += _of_entry(entry, project, by_kind[folder], cache, keys[entry.id])
        if done % 200 == 0:
            progress(done, len(project))
    for rule in _WHOLE:
        if not _off(rule, project):
            problems += _guarded(rule, None, project)
    for entry in project.flawed:
        for rule in _PER_ENTRY:
            if rule.links_only and not _off(rule, project):
                problems += _guarded(rule, entry, project)
    cache.save()
    return tuple(problem for problem in problems if not _waived(problem, project))


def _texts_digest(slug: str, project: Project) -> bytes:
    """What a standard's rules look at beside its entry: its draft and editions, the comments, the documents."""
    texts: tuple[object, ...] = (project.drafts.get(slug), project.locks.get(slug))
    texts += (project.editions.get(slug), project.comments.get(slug), project.documents.get(slug))
    return blake2b(repr(texts).encode(), digest_size=8).digest()


def _context(project: Project) -> bytes:
    """What every entry's findings depend on beside the entries: the day, the settings, the code lists."""
    settings = project.settings
    lifecycles = {name: cycle.model_dump(mode="json") for name, cycle in sorted(settings.lifecycles.items())}
    lists = [entry.digest for entry in project.of_kind("vocabularies")]
    data = [
        project.today,
        settings.rules.model_dump(mode="json"),
        settings.programme.model_dump(mode="json"),
        lifecycles,
        lists,
    ]
    return blake2b(pack(data), digest_size=8).digest()


def _of_entry(entry: Entry, project: Project, rules: Iterable[Rule], cache: Cache, key: bytes) -> Iterable[Problem]:
    if (blob := cache.get(key)) is not None:
        try:
            return [
                (
                    _CODES[number],
                    Finding(path or entry.path, tuple(pointer), values, on_key, tuple(place) if place else None, word),
                )
                for number, path, pointer, values, on_key, place, word in unpack(blob)
            ]
        except (ValueError, TypeError, KeyError):
            pass
    found: list[Problem] = []
    for rule in rules:
        found += _guarded(rule, entry, project)
    if all(finding.path.startswith(_folder(entry)) and code.code in _BY_NUMBER for code, finding in found):
        cache.put(
            key,
            pack(
                [
                    [
                        code.code,
                        f.path if f.path != entry.path else "",
                        f.pointer,
                        f.values,
                        f.on_key,
                        f.position,
                        f.word,
                    ]
                    for code, f in found
                ]
            ),
        )
    return found


def _folder(entry: Entry) -> str:
    """Where an entry's own files stand: a standard's draft beside it, else the one file."""
    return entry.path.rpartition("/")[0] + "/" if entry.kind.folder == "standards" else entry.path


def _keys(project: Project, context: bytes, drafts: Mapping[str, bytes], cache: Cache) -> Mapping[str, bytes]:
    """The key of every entry. What is not near a change since the last run has the key that it had."""
    states = dict.fromkeys(project.known, b"?") | {entry.id: entry.digest for entry in project}
    name = b"keys" + blake2b(context + pack(sorted(drafts.items())), digest_size=8).digest()
    before = _last_keys(cache.get(name))
    changed = {i for i in states.keys() | before.keys() if i not in before or states.get(i) != before[i][0]}
    if len(changed) * 2 > len(states):
        keys = {entry.id: _key(entry, project, context, drafts) for entry in project}
    else:
        # As far as `_key` looks: from an entry to what it links to, and on to what that links to.
        one = {link.source for i in changed for link in project.graph.backlinks(i)}
        near = changed | one | {link.source for i in one for link in project.graph.backlinks(i)}
        keys = {
            entry.id: _key(entry, project, context, drafts) if entry.id in near else before[entry.id][1]
            for entry in project
        }
    if changed:
        cache.put(name, pack([[i, state, keys.get(i, b"")] for i, state in states.items()]))
    return keys


def _last_keys(blob: bytes | None) -> dict[str, tuple[bytes, bytes]]:
    """What each entry was the last time, and its key."""
    try:
        return {i: (state, key) for i, state, key in unpack(blob)} if blob is not None else {}
    except (ValueError, TypeError):
        return {}


def _key(entry: Entry, project: Project, context: bytes, drafts: Mapping[str, bytes]) -> bytes:
    """What the rules of an entry look at: itself, its code lists, the entries it links to, its draft."""
    digest = blake2b(context + entry.digest, digest_size=16)
    for link in entry.links:
        target = project.get(link.target)
        digest.update(target.digest if target else b"?" + bytes(link.target in project))
        if target and target.kind.folder == "standards":
            digest.update(drafts.get(target.slug, b"none"))
    if entry.kind.folder == "standards":
        digest.update(drafts.get(entry.slug, b"none"))
    # One step further: an architecture's requirements and a listing's product are looked through.
    for link in entry.links:
        for next_link in project.graph.links(link.target):
            target = project.get(next_link.target)
            digest.update(target.digest if target else b"-")
    return b"rules" + digest.digest()


def _guarded(rule: Rule, entry: Entry | None, project: Project) -> list[Problem]:
    """What a rule finds; a fault of the rule itself becomes a problem of the file it was looking at."""
    found: list[Problem] = []
    try:
        findings = rule.check(project) if entry is None else rule.check(entry, project)  # type: ignore[call-arg, arg-type]
        for finding in findings:
            found.append((_CODES[rule.number], finding))
    except Exception as error:  # noqa: BLE001 - a rule must not stop the others
        path = entry.path if entry else "catalog"
        text = f"{rule.name}: {type(error).__name__}: {error}"[:200]
        found.append((source_codes.INTERNAL_ERROR, Finding(path, (), {"error": text})))
    return found


def _off(rule: Rule, project: Project) -> bool:
    setting = project.rule_setting(rule.name)
    return setting is not None and setting.severity == "off"


def rules_off(project: Project) -> tuple[Code, ...]:
    """The rules that rules.yaml turns off, by code."""
    return tuple(_CODES[rule.number] for rule in RULES if _off(rule, project))


def _waived(problem: Problem, project: Project) -> bool:
    code, finding = problem
    rule = _BY_NUMBER.get(code.code)
    if rule is None or (rule.severity is Severity.ERROR and not rule.waivable):
        return False
    if finding.position and (draft := _draft_at(finding.path, project)):
        return any(holds(waiver, (rule.number, rule.name), finding.position[0]) for waiver in draft.waivers)
    entry = project.at_path(finding.path)
    return entry is not None and any(waiver.rule == rule.name for waiver in entry.model.waivers)


def _draft_at(path: str, project: Project) -> Draft | None:
    """The draft of a file `standards/SLUG/draft.md`."""
    folder, _, name = path.rpartition("/")
    return project.drafts.get(folder.rpartition("/")[2]) if name == DRAFT_FILE else None


def located(
    problems: Iterable[Problem], tree: Tree, project: Project, cache: Cache | None = None
) -> tuple[Diagnostic, ...]:
    """Problems as diagnostics: with line and column, the severity that rules.yaml gives, sorted, each once."""
    places = cache or Cache(None)
    found: dict[tuple[object, ...], Diagnostic] = {}
    by_path: dict[str, list[Problem]] = {}
    for problem in problems:
        by_path.setdefault(problem[1].path, []).append(problem)
    for path, ones in by_path.items():
        wanted = [(f.pointer, f.on_key) for _, f in ones if f.position is None and (f.pointer or f.on_key)]
        at = _places(path, wanted, tree, project, places) if wanted else {}
        lines = bytes_of(tree, path).decode("utf-8", "replace").split("\n") if any(f.word for _, f in ones) else []
        for code, finding in ones:
            line, column = finding.position or at.get((finding.pointer, finding.on_key), (1, 1))
            if finding.word:
                line, column = _word(finding.word, line, column, lines)
            diagnostic = Diagnostic(Location(path, line, column), code, _severity(code, project), finding.values)
            found.setdefault(diagnostic.sort_key, diagnostic)
    places.save()
    return tuple(sorted(found.values(), key=lambda diagnostic: diagnostic.sort_key))


_NEAR = 60
"""How many lines below the beginning of its block a word is looked for."""


def _word(word: str, line: int, column: int, lines: Sequence[str]) -> tuple[int, int]:
    """Where a word stands from a line on; that line itself where it is written in another way there."""
    text = "\n".join(lines[line - 1 : line - 1 + _NEAR])
    found = re.compile(r"\s*".join(re.escape(part) for part in word if not part.isspace())).search(text)
    if found is None:
        return line, column
    start = found.start()
    return line + text.count("\n", 0, start), start - text.rfind("\n", 0, start)


Place = tuple[Pointer, bool]
"""What is to be found in a file: a pointer, and whether its key is meant."""


def _places(
    path: str, wanted: Sequence[Place], tree: Tree, project: Project, cache: Cache
) -> Mapping[Place, tuple[int, int]]:
    """The line and column of each; from the cache where the file said the same the last time."""
    entry = project.at_path(path)
    key = b"places" + entry.digest if entry else b""
    if entry and (blob := cache.get(key)) is not None:
        try:
            known = {(tuple(pointer), on_key): (line, column) for pointer, on_key, line, column in unpack(blob)}
        except (ValueError, TypeError):
            known = {}
        if known.keys() >= set(wanted):
            return known
    positions = read_positions(path, bytes_of(tree, path))
    found = {(pointer, on_key): positions.locate(pointer, on_key) for pointer, on_key in wanted}
    if entry:
        cache.put(key, pack([[pointer, on_key, *place] for (pointer, on_key), place in found.items()]))
    return found


def _severity(code: Code, project: Project) -> Severity:
    setting = project.rule_setting(code.name)
    return Severity(setting.severity) if setting and setting.severity and setting.severity != "off" else code.severity
