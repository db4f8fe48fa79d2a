"""Reads a Word file into the typed model of a draft, with a report of what did not come along.

The file is untrusted: it is opened within limits and nothing of it is run or fetched. Tracked changes are accepted
or rejected first, so both views of a file with changes are whole drafts.
"""

from collections.abc import Collection, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from typing import cast

from generator.diagnostics import Refused
from generator.documents.package import Element, Package, Relation, open_package
from generator.drafts.check import ID
from generator.drafts.model import (
    PROVISION_KINDS,
    Block,
    Draft,
    Footnote,
    Provision,
    ProvisionKind,
)
from generator.drafts.number import numbered
from generator.drafts.text import with_hashes
from generator.standards.word_in.blocks import Blocks
from generator.standards.word_in.build import Builder, Built
from generator.standards.word_in.figures import Figures
from generator.standards.word_in.guess import Guess
from generator.standards.word_in.items import MOST_ITEMS, Body, Item
from generator.standards.word_in.names import W, usual, value
from generator.standards.word_in.omml import Omml
from generator.standards.word_in.references import referred
from generator.standards.word_in.report import Imported, Remarks, WordComment
from generator.standards.word_in.runs import MOST_COMMENTS, Runs
from generator.standards.word_in.styles import Styles
from generator.standards.word_in.tracked import Resolution, is_tracked, resolve
from generator.standards.word_styles import PART_NAMESPACE
from generator.texts import Text

_ATTRIBUTES = ("kind", "aspect", "class", "verify")
_MOST_NOTES = 5_000
_MOST_IN_NOTES = 200_000
"""Elements of all notes, of each as often as it is read; reading one takes as long as a hundred elements at least."""


def read_docx(
    content: bytes, how: Resolution = "accept", provisions: Collection[str] = (), ids: Collection[str] = ()
) -> Imported:
    """The draft of a Word file. `provisions`: ids that are known to be those of provisions; `ids`: others that the text
    may refer to. Raises Refused.

    A clause, table or provision that has no bookmark of ours has the id "": `settle.py` finds it.
    """
    package = open_package(content)
    main = package.related("", "officeDocument")
    root = package.xml(main) if main else None
    if root is None:
        raise Refused(Text("不是 Word 文件：没有正文", "it is no Word file: it has no text"))
    root = usual(deepcopy(root))
    body = root.find(W + "body")
    if body is None:
        raise Refused(Text("不是 Word 文件：没有正文", "it is no Word file: it has no text"))
    if sum(1 for _ in root.iter(W + "p", W + "tc")) > MOST_ITEMS:
        raise Refused(Text(f"段落多于 {MOST_ITEMS} 个", f"more than {MOST_ITEMS} paragraphs"))
    try:
        return _File(package, main, how, frozenset(provisions), frozenset(ids)).read(root, body)
    except RecursionError:
        raise Refused(Text("嵌套过深", "nested too deeply")) from None


@dataclass(slots=True)
class _File:
    package: Package
    main: str
    how: Resolution
    known: frozenset[str]
    ids: frozenset[str]
    remarks: Remarks = field(default_factory=Remarks)
    omml: Omml = field(default_factory=Omml)
    notes: dict[str, dict[str, Element]] = field(default_factory=dict)
    changed: bool = False
    depth: int = 0
    read_notes: int = 0
    figures: Figures = field(init=False)

    def __post_init__(self) -> None:
        self.figures = Figures(self.package, self.remarks)

    def read(self, root: Element, body: Element) -> Imported:
        self._resolved(root)
        attributes, ours = self._attributes()
        provisions = self.known | frozenset(attributes)
        styles = Styles(self._part("styles"), self._part("numbering"))
        runs = Runs(styles, self._relations(self.main), self._footnote(styles), self.remarks, self.omml)
        items = Guess().items(Body(styles, runs, self.remarks, provisions, ours).items(body))
        blocks = self._blocks(provisions, attributes, ours)
        built = Builder(blocks, self.remarks).build(items)
        draft = numbered(Draft(referred(built, self.ids, self.remarks)))
        self._around(items)
        return Imported(
            draft,
            self._comments(draft, built, runs.quotes),
            self.remarks.all(),
            self.figures.files,
            attributes,
            ours,
            self.changed,
        )

    def _resolved(self, root: Element) -> None:
        self.changed = is_tracked(root) or self.changed
        resolve(root, self.how)

    def _part(self, kind: str) -> Element | None:
        name = self.package.related(self.main, kind)
        root = self.package.xml(name) if name else None
        return usual(deepcopy(root)) if root is not None else None

    def _relations(self, part: str) -> "_Relations":
        return _Relations(self.package, part)

    def _blocks(self, provisions: frozenset[str], attributes: Mapping[str, Mapping[str, str]], ours: bool) -> Blocks:
        def provision(name: str, blocks: tuple[Block, ...]) -> Block:
            own = attributes.get(name, {})
            kind = cast(ProvisionKind, own.get("kind") if own.get("kind") in PROVISION_KINDS else "statement")
            made = Provision(name, kind, own.get("aspect", ""), blocks, own.get("verify", ""), own.get("class", ""))
            return with_hashes(made)

        return Blocks(provisions, self.remarks, self.figures.take, provision, ours)

    def _attributes(self) -> tuple[dict[str, dict[str, str]], bool]:
        """What our own part of the file says of provisions, and whether there is such a part."""
        for name in sorted(self.package.names):
            if not name.startswith("customXml/") or not name.endswith(".xml") or "/item" not in name:
                continue
            try:
                root = self.package.xml(name)
            except Refused:
                continue
            if root is None or root.tag != f"{{{PART_NAMESPACE}}}draft":
                continue
            found = (one for one in root.iter(f"{{{PART_NAMESPACE}}}provision"))
            return {
                key: {name: one.get(name) or "" for name in _ATTRIBUTES if one.get(name)}
                for one in found
                if ID.fullmatch(key := one.get("id") or "")
            }, True
        return {}, False

    def _footnote(self, styles: Styles) -> "_Notes":
        return _Notes(self, styles)

    def note_blocks(self, kind: str, key: str, styles: Styles) -> Footnote | None:
        """The blocks of a footnote or endnote, which becomes a footnote."""
        if kind not in self.notes:
            name = self.package.related(self.main, f"{kind}s")
            root = self._part(f"{kind}s")
            self.notes[kind] = {}
            if root is not None:
                self._resolved(root)
                found = {value(one, "id"): one for one in root.iter(W + kind)}
                self.notes[kind] = dict(list(found.items())[:_MOST_NOTES])
                self.notes[kind]["/part"] = root
                root.set("part", name)
        element = self.notes[kind].get(key)
        if element is None or self.depth > 2 or self.read_notes > _MOST_IN_NOTES:
            self.remarks.add(Text("没有内容的脚注", "a footnote without text"), lost=True)
            return None
        if kind == "endnote":
            self.remarks.add(Text("尾注（成为脚注）", "endnotes (now footnotes)"))
        self.depth += 1
        self.read_notes += 100 + sum(1 for _ in element.iter())  # a note may stand at many places, also in other notes
        part = self.notes[kind]["/part"].get("part") or ""
        runs = Runs(styles, self._relations(part), self._footnote(styles), self.remarks, self.omml)
        items = Body(styles, runs, self.remarks, ()).items(element)
        for item in items:
            item.role = "" if item.role == "footnote" else item.role
        made = self._blocks(frozenset(), {}, True).blocks(items)
        self.depth -= 1
        return Footnote(made) if made else None

    def _comments(self, draft: Draft, built: Built, quotes: Mapping[str, str]) -> tuple[WordComment, ...]:
        root = self._part("comments")
        made: list[WordComment] = []
        found = list(root.iter(W + "comment")) if root is not None else []
        if len(found) > MOST_COMMENTS:
            raise Refused(Text(f"批注多于 {MOST_COMMENTS} 条", f"more than {MOST_COMMENTS} comments"))
        for element in found:
            key = value(element, "id")
            lines = ("".join(t.text or "" for t in p.iter(W + "t")) for p in element.iter(W + "p"))
            text = "\n".join(line.strip() for line in lines).strip()
            if not text:
                continue
            at, provision = built.places.get(key, (-1, ""))
            clause = draft.clauses[at] if at >= 0 else None
            place = provision or (clause.id if clause else "")
            label = clause.label if clause else ""
            made.append(
                WordComment(
                    len(made) + 1, text, quotes.get(key, "").strip(), place, value(element, "date")[:10], label, at
                )
            )
        return tuple(made)

    def _around(self, items: list[Item]) -> None:
        """What is outside of the text, and what no style was known for."""
        for name in sorted({item.unknown for item in items if item.unknown and item.text}):
            self.remarks.add(Text(f"不认识的样式“{name}”（按文字读入）", f"the unknown style '{name}' (read as text)"))
        for name in sorted(self.omml.lost):
            self.remarks.add(
                Text(f"公式中的 {name}（保留了文字）", f"{name} in a formula (its text is kept)"), lost=True
            )
        for relation in self.package.relations(self.main).values():
            if relation.kind in ("vbaProject", "attachedTemplate", "aFChunk", "subDocument"):
                what = {"vbaProject": Text("宏（没有运行，不带入）", "macros (not run, not kept)")}.get(
                    relation.kind,
                    Text(f"外部或嵌入的内容 {relation.kind}", f"outside or embedded content {relation.kind}"),
                )
                self.remarks.add(what, lost=relation.kind in ("aFChunk", "subDocument"))
        headers = dict.fromkeys(
            relation.target
            for relation in self.package.relations(self.main).values()
            if relation.kind in ("header", "footer") and not relation.external
        )
        for part in headers:
            root = self.package.xml(part)
            if root is not None and "".join(t.text or "" for t in usual(deepcopy(root)).iter(W + "t")).strip():
                self.remarks.add(Text("页眉和页脚（由工具另行生成）", "headers and footers (the tool makes its own)"))


@dataclass(frozen=True, slots=True)
class _Relations:
    package: Package
    part: str

    def __call__(self) -> dict[str, Relation]:
        return dict(self.package.relations(self.part)) if self.part else {}


@dataclass(frozen=True, slots=True)
class _Notes:
    file: _File
    styles: Styles

    def __call__(self, kind: str, key: str) -> Footnote | None:
        return self.file.note_blocks(kind, key, self.styles)
