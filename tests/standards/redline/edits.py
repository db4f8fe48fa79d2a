"""Random edits of a draft, for tests that must hold whatever an author does."""

from collections.abc import Callable
from dataclasses import replace
from random import Random
from typing import TypeVar

from generator.drafts.model import (
    Block,
    Cell,
    Changed,
    Clause,
    Definition,
    Definitions,
    Draft,
    Example,
    Footnote,
    Inline,
    Link,
    ListBlock,
    Note,
    Paragraph,
    Provision,
    Quote,
    Reference,
    Styled,
    Table,
    Term,
    Words,
    walk,
)
from generator.drafts.number import numbered
from generator.drafts.rewrite import Rewriter
from generator.drafts.text import inline_text, with_hashes

T = TypeVar("T")

PHRASES = (
    "的",
    "应",
    "不应",
    "宜",
    "可靠",
    "可用",
    "10 ms",
    "20 ms",
    "5G",
    "，",
    "。",
    "“声明值”",
    "时延上限",
    " UPF ",
    "应应应",
)


def edited(draft: Draft, seed: int, many: int, *, keep_ids: bool = False) -> Draft:
    """The draft after so many edits, numbered. `keep_ids`: no clause gets another id."""
    random = Random(seed)
    clauses = list(draft.clauses)
    for _ in range(many):
        edit = random.choice(EDITS)
        if not (keep_ids and edit is _rename):
            edit(clauses, random)
        if not clauses:
            clauses = list(draft.clauses)
    return numbered(Draft(tuple(clauses)))


def sound(draft: Draft) -> Draft:
    """The draft as a committee could send it: in order, everything with an id and a text, nothing refers to nothing."""
    clauses = sorted(
        (replace(c, id=c.id or f"c-given-{at}", blocks=_full(c.blocks)) for at, c in enumerate(draft.clauses)),
        key=lambda c: -1 if c.kind == "foreword" else c.kind in ("annex", "bibliography"),
    )
    clauses = [c for c in clauses if c.title or c.blocks]
    known = {getattr(one, "id", "") for c in clauses for one in (c, *walk(c.blocks))}

    def mend(inline: Inline) -> Inline:
        if isinstance(inline, Footnote) and not inline.blocks:
            return Words("")
        return Words("此处") if isinstance(inline, Reference) and inline.target not in known else inline

    rewriter = Rewriter(inline=mend)
    mended = (replace(c, heading=rewriter.inlines(c.heading), blocks=rewriter.blocks(c.blocks)) for c in clauses)
    return numbered(Draft(tuple(mended)))


def _full(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Without provisions and definitions that hold nothing."""
    made: list[Block] = []
    for block in blocks:
        if isinstance(block, Definitions):
            block = replace(block, items=tuple(d for d in block.items if d.blocks))
        if not (isinstance(block, Provision) and not block.blocks):
            made.append(block)
    return tuple(made)


def _remove(clauses: list[Clause], random: Random) -> None:
    del clauses[random.randrange(len(clauses))]


def _insert(clauses: list[Clause], random: Random) -> None:
    model = random.choice(clauses)
    name = f"c-new-{random.randrange(10**9)}"
    words = (Words("".join(random.choices(PHRASES, k=6))),)
    made = replace(
        model, id=name, heading=words if model.title else (), title=inline_text(words) if model.title else ""
    )
    clauses.insert(
        random.randrange(len(clauses) + 1), replace(made, blocks=(Paragraph(words), Note((Paragraph(words),))))
    )


def _move(clauses: list[Clause], random: Random) -> None:
    many = random.randint(1, 4)
    start = random.randrange(len(clauses))
    taken = clauses[start : start + many]
    del clauses[start : start + many]
    at = random.randint(0, len(clauses))
    clauses[at:at] = taken


def _level(clauses: list[Clause], random: Random) -> None:
    at = random.randrange(len(clauses))
    clauses[at] = replace(clauses[at], level=random.randint(1, 6))


def _rename(clauses: list[Clause], random: Random) -> None:
    """Another id, and with it every reference; none at all only where nothing refers to it."""
    at = random.randrange(len(clauses))
    before, after = clauses[at].id, f"c-other-{random.randrange(10**9)}"
    referred = False

    def follow(inline: Inline) -> Inline:
        nonlocal referred
        if isinstance(inline, Reference) and inline.target == before:
            referred = True
            return replace(inline, target=after)
        return inline

    rewriter = Rewriter(inline=follow)
    clauses[at] = replace(clauses[at], id=after)
    for place, clause in enumerate(clauses):
        heading, blocks = rewriter.inlines(clause.heading), rewriter.blocks(clause.blocks)
        clauses[place] = replace(clause, heading=heading, blocks=blocks)
    if not referred and random.random() < 0.5:
        clauses[at] = replace(clauses[at], id="")


def _heading(clauses: list[Clause], random: Random) -> None:
    at = random.randrange(len(clauses))
    heading = _inlines(clauses[at].heading, random)
    clauses[at] = replace(clauses[at], heading=heading, title=inline_text(heading))


def _inside(clauses: list[Clause], random: Random) -> None:
    at = random.randrange(len(clauses))
    clauses[at] = replace(clauses[at], blocks=_blocks(clauses[at].blocks, random, top=True))


def _carry(clauses: list[Clause], random: Random) -> None:
    """A block goes to another clause."""
    start, stop = random.randrange(len(clauses)), random.randrange(len(clauses))
    if not clauses[start].blocks or start == stop:
        return
    at = random.randrange(len(clauses[start].blocks))
    block = clauses[start].blocks[at]
    clauses[start] = replace(clauses[start], blocks=clauses[start].blocks[:at] + clauses[start].blocks[at + 1 :])
    clauses[stop] = replace(clauses[stop], blocks=(block, *clauses[stop].blocks))


EDITS: tuple[Callable[[list[Clause], Random], None], ...] = (
    _remove, _insert, _move, _level, _rename, _heading, _carry, *(_inside,) * 12,
)  # fmt: skip


def _blocks(blocks: tuple[Block, ...], random: Random, *, top: bool = False) -> tuple[Block, ...]:
    if not blocks or random.random() < 0.1:
        return (*blocks, Paragraph((Words("".join(random.choices(PHRASES, k=5))),)))
    at = random.randrange(len(blocks))
    roll = random.random()
    if roll < 0.1:
        return blocks[:at] + blocks[at + 1 :]
    if roll < 0.2 and top:
        other = random.randrange(len(blocks))
        moved = list(blocks)
        moved[at], moved[other] = moved[other], moved[at]
        return tuple(moved)
    return (*blocks[:at], _block(blocks[at], random), *blocks[at + 1 :])


def _block(block: Block, random: Random) -> Block:
    match block:
        case Paragraph():
            return replace(block, inlines=_inlines(block.inlines, random))
        case ListBlock():
            items = list(block.items)
            _some(items, random, lambda item: _blocks(item, random), lambda: (Paragraph((Words("新的一项；"),)),))
            return replace(block, items=tuple(items), ordered=block.ordered != (random.random() < 0.05))
        case Definitions():
            pairs = list(block.items)
            made = Definition((Words("新词"),), (Paragraph((Words("意思"),)),))
            _some(pairs, random, lambda d: replace(d, blocks=_blocks(d.blocks, random)), lambda: made)
            return replace(block, items=tuple(pairs))
        case Table():
            if random.random() < 0.2:
                return replace(block, caption=_inlines(block.caption, random))
            rows = list(block.body)
            if any(c.rows > 1 for r in rows for c in r) and random.random() < 0.7:
                return replace(block, body=tuple(_row(r, random) for r in rows))
            new = tuple(Cell((Words(random.choice(PHRASES)),)) for _ in range(block.width))
            _some(rows, random, lambda row: _row(row, random), lambda: new)
            return replace(block, body=tuple(rows))
        case Term():
            if random.random() < 0.3:
                return replace(block, en=block.en + " x")
            return replace(block, blocks=_blocks(block.blocks, random), name=_inlines(block.name, random))
        case Note() | Example() | Quote():
            return replace(block, blocks=_blocks(block.blocks, random))
        case Provision():
            kind = random.choice(["requirement", "recommendation", block.kind])
            return with_hashes(replace(block, blocks=_blocks(block.blocks, random), kind=kind))
        case Changed():
            raise ValueError("edits are of drafts without marks")
        case _:
            return block


def _row(row: tuple[Cell, ...], random: Random) -> tuple[Cell, ...]:
    at = random.randrange(len(row)) if row else 0
    return tuple(replace(c, inlines=_inlines(c.inlines, random)) if i == at else c for i, c in enumerate(row))


def _some(items: list[T], random: Random, change: Callable[[T], T], make: Callable[[], T]) -> None:
    at = random.randrange(len(items) + 1)
    roll = random.random()
    if roll < 0.3 or at == len(items):
        items.insert(at, make())
    elif roll < 0.5 and len(items) > 1:
        del items[at]
    else:
        items[at] = change(items[at])


def _inlines(inlines: tuple[Inline, ...], random: Random) -> tuple[Inline, ...]:
    if not inlines:
        return (Words(random.choice(PHRASES).strip()),)
    at = random.randrange(len(inlines))
    one = inlines[at]
    match one:
        case Words():
            cut = random.randint(0, len(one.text))
            stop = min(len(one.text), cut + random.choice([0, 0, 1, 1, 2, 5, 40]))
            roll = random.random()
            put: tuple[Inline, ...] = (Words("".join(random.choices(PHRASES, k=random.randint(0, 3)))),)
            if roll < 0.08:
                put = (Styled("strong", (Words(one.text[cut:stop] or "甲"),)),)
            elif roll < 0.16:
                put = (Reference("p-lat-01"), *put)
            elif roll < 0.24:
                put = (Footnote((Paragraph((Words("脚注" + random.choice(PHRASES)),)),)), *put)
            elif roll < 0.3:
                put = (Link("https://example.org/", (Words("链接"),)), *put)
            middle = (Words(one.text[:cut]), *put, Words(one.text[stop:]))
        case Styled() | Link():
            middle = (replace(one, inlines=_inlines(one.inlines, random)),)
        case Footnote():
            middle = (replace(one, blocks=_blocks(one.blocks, random)),)
        case _:
            middle = (one,) if random.random() < 0.5 else ()
    return (*inlines[:at], *middle, *inlines[at + 1 :])
