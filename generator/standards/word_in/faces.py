"""What a table, figure, formula or term is recognised by, and the alignment that Word does not tell from none."""

from dataclasses import replace

from generator.drafts.model import Block, Cell, Figure, Formula, Table, Term
from generator.drafts.text import inline_text
from generator.standards.word_in.tables import starts


def face(block: Block) -> str:
    """What a table, figure, formula or term is recognised by."""
    match block:
        case Table():
            cells = " ".join(inline_text(cell.inlines) for row in (*block.head, *block.body) for cell in row)
            return f"{inline_text(block.caption)} {cells}"
        case Figure():
            return inline_text(block.caption) or block.file
        case Formula():
            return block.math.tex
        case Term():
            return f"{inline_text(block.name)} {block.en}"
        case _:
            return ""


def aligned(table: Table, old: Table) -> Table:
    """The table with the columns on the left that the old one has there: Word sets those so that say nothing."""
    first = {column: one.align for column, one in next(starts((old.head or old.body)[:1]), [])}
    if table.width != old.width or len(first) != old.width:
        return table

    def cell(one: Cell, column: int) -> Cell:
        return replace(one, align="left") if not one.align and first.get(column) == "left" else one

    head, body = (
        tuple(tuple(cell(one, column) for column, one in row) for row in starts(rows))
        for rows in (table.head, table.body)
    )
    return replace(table, head=head, body=body)
