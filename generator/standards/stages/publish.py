"""Publication: the number, the move to the stage, and the text frozen under a manifest, never to be changed.

case, number, dates → gate → standard.yaml as it will be → the whole repository checked with it → the edition's files
→ manifest. Nothing is written here; the caller puts the folder in place and then the new standard.yaml.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator import __version__
from generator.diagnostics import Refused, Severity
from generator.loader.edition_codes import DAMAGED_EDITION
from generator.loader.editions import EditionManifest, folder_of, manifest_bytes
from generator.loader.frozen import MANIFEST, Tool, frozen_files
from generator.model.entry import key_order
from generator.model.standard import Standard
from generator.project import Project
from generator.rules.check import check_tree
from generator.rules.standards.gates import procedure_of
from generator.source.cut_keys import with_keys
from generator.source.tree import MemoryTree, Tree, bytes_of
from generator.standards.document import document_of
from generator.standards.stages.checks import Case
from generator.standards.stages.moves import Gate, Move, advanced, gate_of
from generator.standards.stages.outputs import WRITERS
from generator.texts import Text

TOOL = "catalogue-generator"
TEXTS = ("draft.md", "provisions.lock.yaml")
_NUMBER = re.compile(r"(T/[A-Z][A-Z0-9]{1,14}) ?([0-9]{1,5}(?:\.[0-9]{1,3})?) ?[-—–]{1,2} ?([0-9]{4})")


@dataclass(frozen=True, slots=True)
class Publication:
    """What a publication writes: `metadata` is the new standard.yaml; `files` by their path below `folder`."""

    gate: Gate
    number: str
    folder: str
    metadata: bytes
    files: Mapping[str, bytes]


def checked_number(text: str) -> str:
    """A number in its one spelling, `T/ABC 001—2026`. Raises Refused for what is none."""
    match = _NUMBER.fullmatch(text.strip())
    if match is None:
        zh = f"编号 {text} 不合规定：应为 T/团体代号 顺序号—年代号，如 T/ABC 001—2026"
        raise Refused(Text(zh, f"{text} is no number of a group standard: T/CODE NUMBER—YEAR, such as T/ABC 001—2026"))
    return f"{match[1]} {match[2]}—{match[3]}"


def publication(case: Case, number: str, move: Move, effective_on: str) -> Publication:
    """The publication of the draft as an edition. Raises Refused where it may not be; its gate may still be shut."""
    number = checked_number(number)
    year, slug, standard = number[-4:], case.entry.slug, case.entry.as_a(Standard)
    folder = folder_of(slug, year)
    _refuse(case, standard, number, folder, move, effective_on)
    gate = gate_of(case, move, publishing=True)
    numbers = [*(case.entry.data.get("numbers") or ()), {"number": number, "start": move.on}]
    metadata = advanced(case, move, {"numbers": numbers, "effective_on": effective_on})
    if not gate.open:
        return Publication(gate, number, folder, metadata, {})
    texts = _texts(case, metadata)
    after = _with(case.tree, {case.entry.path: metadata} | {f"{folder}/{path}": c for path, c in texts.items()})
    project = _checked(after, case.project.today, case.folder)
    files = texts | dict(_outputs(project, after, slug, year))
    manifest = EditionManifest(
        manifest=1,
        standard=slug,
        edition=year,
        number=number,
        example=case.entry.example,
        published_on=move.on,
        effective_on=effective_on,
        tool=Tool(name=TOOL, version=__version__),
        files=frozen_files(files),
    )
    return Publication(gate, number, folder, metadata, {**files, MANIFEST: manifest_bytes(manifest)})


def adopted(case: Case, year: str) -> bytes:
    """The manifest for an edition that was published before this tool was in use. Raises Refused."""
    slug = case.entry.slug
    folder = folder_of(slug, year)
    files = {path.removeprefix(f"{folder}/"): case.tree.read(path) for path in _below(case.tree, folder)}
    edition = case.project.edition(slug, year)
    if MANIFEST in files:
        raise Refused(Text(f"{folder} 已有清单", f"{folder} has a manifest already"))
    if edition is None or edition.standard is None:
        zh = f"{folder} 中没有可以读取的 draft.md 和 standard.yaml"
        raise Refused(Text(zh, f"{folder} holds no draft.md and standard.yaml that can be read"))
    own = [number for number in edition.standard.numbers if number.number.endswith(year)]
    if not own:
        raise Refused(
            Text(f"{folder}/standard.yaml 没有 {year} 年的编号", f"{folder}/standard.yaml has no number of {year}")
        )
    try:
        frozen = frozen_files(files)
    except ValueError as error:
        raise Refused(Text(f"{folder}：文件名不能用：{error}", f"{folder}: {error}")) from error
    published = next((line.date for line in reversed(edition.standard.history) if line.to == "published"), None)
    manifest = EditionManifest(
        manifest=1,
        standard=slug,
        edition=year,
        number=own[-1].number,
        example=case.entry.example,
        published_on=published,
        effective_on=edition.standard.effective_on,
        tool=Tool(name=TOOL, version=__version__),
        files=frozen,
    )
    return manifest_bytes(manifest)


def renumbered(case: Case, number: str, start: str) -> bytes:
    """standard.yaml with a later number for what is published; the numbers before stay. Raises Refused."""
    number, standard = checked_number(number), case.entry.as_a(Standard)
    if not standard.numbers:
        raise Refused(Text("还没有编号；编号在发布时给出", "there is no number yet; it is given at publication"))
    _refuse_number(case, standard, number)
    if start < standard.numbers[-1].start:
        before = standard.numbers[-1].start
        raise Refused(
            Text(
                f"起用日期 {start} 早于现用编号的 {before}",
                f"{start} is before {before}, when the present number began",
            )
        )
    numbers = [*(case.entry.data.get("numbers") or ()), {"number": number, "start": start}]
    return with_keys(case.entry.path, case.tree.read(case.entry.path), {"numbers": numbers}, key_order(Standard))


def _refuse(case: Case, standard: Standard, number: str, folder: str, move: Move, effective_on: str) -> None:
    """Raise Refused for whatever no gate says: a text that is there already, a number that cannot be this one's."""
    if any(True for _ in _below(case.tree, folder)):
        raise Refused(
            Text(f"{folder} 已经存在；已发布的文本不能覆盖", f"{folder} is there; a published text is not replaced")
        )
    _refuse_number(case, standard, number)
    if number[-4:] != move.on[:4]:
        zh = f"编号 {number} 的年代号与发布日期 {move.on} 不是同一年"
        raise Refused(Text(zh, f"the year of {number} is not that of {move.on}, the day of publication"))
    if effective_on < move.on:
        zh = f"实施日期 {effective_on} 早于发布日期 {move.on}"
        raise Refused(Text(zh, f"it takes effect on {effective_on}, before it is published on {move.on}"))
    if case.project.drafts.get(case.entry.slug) is None:
        raise Refused(Text("没有草案，或草案有错误", "there is no draft, or it has errors"))


def _refuse_number(case: Case, standard: Standard, number: str) -> None:
    procedure = procedure_of(standard, case.project)
    if procedure and not number.startswith(f"T/{procedure.number_code} "):
        zh = f"编号 {number} 的团体代号应为 {procedure.number_code}"
        raise Refused(Text(zh, f"the society's code in {number} should be {procedure.number_code}"))
    for entry in case.project.of_kind("standards"):
        if any(one.number == number for one in entry.as_a(Standard).numbers):
            raise Refused(Text(f"编号 {number} 已属于 {entry.id}", f"{number} is the number of {entry.id}"))


def _texts(case: Case, metadata: bytes) -> dict[str, bytes]:
    """What was written by hand, and the lock: the edition's text as it will be read for ever."""
    found = {"standard.yaml": metadata}
    for name in TEXTS:
        if content := bytes_of(case.tree, f"{case.folder}/{name}"):
            found[name] = content
    for path in _below(case.tree, f"{case.folder}/figures"):
        found[path.removeprefix(f"{case.folder}/")] = case.tree.read(path)
    return found


def _outputs(project: Project, tree: Tree, slug: str, year: str) -> Iterator[tuple[str, bytes]]:
    document = document_of(project, tree, slug, year)
    if document is None:
        raise Refused(Text("草案有错误，不能发布", "the draft has errors, so it cannot be published"))
    for ending, write in sorted(WRITERS.items()):
        yield f"{slug}.{ending}", write(document)


def _checked(tree: Tree, today: str, folder: str) -> Project:
    """The project as it will be. Raises Refused where publication would leave errors in the standard."""
    checked = check_tree(tree, today)
    wrong = [
        d
        for d in checked.diagnostics
        # The manifest is made last: it is what is missing still.
        if d.severity is Severity.ERROR and d.location.path.startswith(f"{folder}/") and d.code is not DAMAGED_EDITION
    ]
    if wrong:
        first = wrong[0]
        zh = f"这样发布会有错误：{first.location} {first.message('zh')}"
        raise Refused(Text(zh, f"published so it would have errors: {first.location} {first.message('en')}"))
    return checked.project


def _with(tree: Tree, files: Mapping[str, bytes]) -> MemoryTree:
    """The regular files of a tree, with some others in their place."""
    found = {path: bytes_of(tree, path) for path in tree.paths() if path.split("/")[0] in ("catalog", "standards")}
    return MemoryTree(found | dict(files))


def _below(tree: Tree, folder: str) -> Iterator[str]:
    return (path for path in tree.paths() if path.startswith(f"{folder}/"))
