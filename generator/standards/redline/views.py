"""The text of a difference: its blocks with marks inline, and one side beside the other."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import groupby

from markupsafe import Markup

from generator.drafts.changes import has_marks, one_side, one_side_inlines
from generator.drafts.model import (
    ASPECTS,
    PROVISION_KINDS,
    Block,
    Changed,
    ChangeKind,
    Figure,
    Formula,
    Inline,
    Provision,
    Reference,
    Table,
    Term,
)
from generator.drafts.rewrite import Rewriter
from generator.markup import escaped, fill, joined
from generator.standards.html import EMPTY, line_html, part_html
from generator.standards.redline import texts
from generator.standards.redline.model import CHANGES, ProvisionDiff
from generator.texts import Lang, Text

_SIDES: tuple[ChangeKind, ChangeKind] = ("deleted", "inserted")
_SHOWN = 3
"""So many blocks without a change in a row are shown, more are folded away."""


@dataclass(frozen=True, slots=True)
class Look:
    """How differences are shown. `figures`: an address for each figure's file, else `base` stands before the file.

    `before`: what the older draft calls whatever has an id there, for its side. `classes`: names of the provisions' classes.
    `anchors`: whether clauses and what they hold can be linked to; off where a page shows one clause several times.
    """

    lang: Lang
    aspects: Mapping[str, Text] = field(default_factory=lambda: ASPECTS)
    figures: Mapping[str, str] = field(default_factory=dict)
    base: str = ""
    anchors: bool = True
    before: Mapping[str, str] = field(default_factory=dict)
    classes: Mapping[str, Text] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading with marks, and the number of its clause before and after."""

    inlines: tuple[Inline, ...]
    old: str
    new: str


def views(
    blocks: tuple[Block, ...],
    changed: Mapping[str, ProvisionDiff],
    look: Look,
    mark: str,
    *,
    both: bool,
    heading: Heading | None = None,
) -> Markup:
    """The text inline and, where it has two sides, side by side."""
    runs = list(_runs(_bare(blocks, look), changed, fold=both))
    inline = joined(_run(run, look, _parts(run.blocks, changed, look, f"{mark}-i{at}")) for at, run in enumerate(runs))
    if not both:
        return fill('<div class="std-draft" lang="zh-CN">\n{}</div>\n', inline) if inline else EMPTY
    before = list(_runs(_bare(_as_before(blocks, look.before), look), changed, fold=both)) if look.before else runs
    sides = joined(
        _side(run, side, changed, look, mark, heading) for run, side in zip((before, runs), _SIDES, strict=True)
    )
    return fill(
        '<div class="rd-inline std-draft" lang="zh-CN">\n{}</div>\n<div class="rd-sides">\n{}</div>\n', inline, sides
    )


@dataclass(frozen=True, slots=True)
class _Run:
    """Blocks side by side that all changed, or all did not; `folded`: many of the latter."""

    blocks: tuple[Block, ...]
    folded: bool


def _runs(blocks: tuple[Block, ...], changed: Mapping[str, ProvisionDiff], *, fold: bool) -> Iterator[_Run]:
    def plain(block: Block) -> bool:
        return not has_marks(block) and getattr(block, "id", "") not in changed

    for same, group in groupby(blocks, plain):
        run = tuple(group)
        yield _Run(run, fold and same and len(run) > _SHOWN)


def _run(run: _Run, look: Look, parts: Iterable[Markup]) -> Markup:
    text = joined(parts)
    if not run.folded:
        return text
    told = texts.SAME_BLOCKS.fill(look.lang, {"many": len(run.blocks)})
    return fill('<details class="rd-same"><summary>{}</summary>\n{}</details>\n', told, text)


def _side(
    runs: list[_Run],
    side: ChangeKind,
    changed: Mapping[str, ProvisionDiff],
    look: Look,
    mark: str,
    heading: Heading | None,
) -> Markup:
    name, label = ("old", texts.BEFORE) if side == "deleted" else ("new", texts.AFTER)
    title = line_html(one_side_inlines(heading.inlines, side)) if heading else EMPTY
    number = (heading.old if side == "deleted" else heading.new) if heading else ""
    text = joined(
        _run(run, look, _parts(one_side(run.blocks, side), changed, look, f"{mark}-{name}{at}", side))
        for at, run in enumerate(runs)
    )
    return fill(
        '<div class="rd-{}"><p class="rd-side-label"><span>{}</span> <b>{} {}</b></p>\n<div class="std-draft" '
        'lang="zh-CN">\n{}</div></div>\n',
        name,
        label.of(look.lang),
        number,
        title,
        text,
    )


def _parts(
    blocks: tuple[Block, ...],
    changed: Mapping[str, ProvisionDiff],
    look: Look,
    mark: str,
    side: ChangeKind | None = None,
    around: ChangeKind | None = None,
) -> Iterator[Markup]:
    """Blocks with their provisions in boxes that say what changed."""
    for place, block in enumerate(blocks):
        if isinstance(block, Changed) and any(isinstance(b, Provision) for b in block.blocks):
            inside = joined(_parts(block.blocks, changed, look, f"{mark}-{place}", side, block.kind))
            yield fill('<div class="std-changed std-{}">\n{}</div>\n', block.kind, inside)
        elif isinstance(block, Provision):
            yield _provision(block, changed.get(block.id), look, f"{mark}-{place}", side, around)
        else:
            yield part_html((block,), look.lang, look.aspects, mark=f"{mark}-{place}")


def _provision(
    block: Provision,
    change: ProvisionDiff | None,
    look: Look,
    mark: str,
    side: ChangeKind | None,
    around: ChangeKind | None,
) -> Markup:
    lang = look.lang
    old, new = (change.old, change.new) if change else (block, block)
    if side:
        old = new = (old if side == "deleted" else new) or block
    elif around:
        old = new = block
    kind = _either(*(PROVISION_KINDS[p.kind].of(lang) if p else "" for p in (old, new)))
    aspect = _either(*(look.aspects.get(p.aspect, Text(p.aspect)).of(lang) if p else "" for p in (old, new)))
    grade = _either(*(look.classes.get(p.grade, Text(p.grade)).of(lang) if p else "" for p in (old, new)))
    told = [(name, CHANGES[name].of(lang)) for name in change.changes] if change and not side else []
    return fill(
        '<section class="std-provision rd-provision std-kind-{}">\n<p class="std-provision-head rd-provision-head" lang="{}">'
        '<span class="std-kind">{}</span> <span class="std-aspect">{}</span>{}{} <code class="std-id">{}</code></p>\n'
        '<div class="std-provision-body">\n{}</div>\n</section>\n',
        block.kind,
        "en" if lang == "en" else "zh-CN",
        kind,
        aspect,
        fill(" <span>{}</span>", grade) if grade else EMPTY,
        chips(told),
        block.id,
        part_html(block.blocks, lang, look.aspects, mark=mark),
    )


def _either(old: str, new: str) -> Markup:
    if old == new or not old or not new:
        return escaped(new or old)
    return fill("<del>{}</del> <ins>{}</ins>", old, new)


def chips(told: Iterable[tuple[str, str]]) -> Markup:
    """What changed, a word each: (name for the style sheet, text)."""
    made = joined(fill(' <span class="rd-tag rd-tag-{}">{}</span>', name, text) for name, text in told)
    return fill('<span class="rd-tags">{}</span>', made) if made else EMPTY


def _as_before(blocks: tuple[Block, ...], labels: Mapping[str, str]) -> tuple[Block, ...]:
    """With the numbers that things had; what is in both drafts bears those of the newer one."""

    def number(block: Block) -> Block:
        match block:
            case Table() | Figure() if block.id in labels:
                return replace(block, number=labels[block.id][1:])
            case Formula() if block.id in labels:
                return replace(block, number=labels[block.id].removeprefix("公式（").removesuffix("）"))
            case Term() if block.id in labels:
                return replace(block, number=labels[block.id])
            case _:
                return block

    def label(inline: Inline) -> Inline:
        if isinstance(inline, Reference) and inline.target in labels:
            return replace(inline, label=labels[inline.target])
        return inline

    return Rewriter(number, label).blocks(blocks)


def _bare(blocks: tuple[Block, ...], look: Look) -> tuple[Block, ...]:
    """Without the anchors of what stands in several views, and with the figures' addresses."""

    def bare(block: Block) -> Block:
        match block:
            case Figure():
                return Figure(
                    "",
                    block.caption,
                    look.figures.get(block.file, look.base + block.file),
                    block.alternative,
                    block.number,
                )
            case Table():
                return Table(
                    "", block.caption, block.width, block.head, block.body, block.number, changes=block.changes
                )
            case Formula():
                return Formula("", block.math, block.number)
            case Term():
                return Term("", block.name, block.en, block.blocks, block.number)
            case _:
                return block

    return Rewriter(bare).blocks(blocks)
