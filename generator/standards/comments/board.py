"""The comments on a standard as a board: how many are decided how, on which clause, and which lost theirs."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.project import Project
from generator.standards.comments.table import Row, Totals, rows_of, totals_of


@dataclass(frozen=True, slots=True)
class OnClause:
    """The comments on one place: `clause` its id ("" for the whole text), `label` how it is called today."""

    clause: str
    label: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Round:
    """The comments of one round."""

    turn: str
    totals: Totals


@dataclass(frozen=True, slots=True)
class Board:
    """`rows`: every comment in the order of the text. `orphans`: those whose clause is gone or was never found."""

    rows: tuple[Row, ...]
    totals: Totals
    rounds: tuple[Round, ...]
    by_clause: tuple[OnClause, ...]
    orphans: tuple[Row, ...]

    def by_state(self) -> Mapping[str, tuple[Row, ...]]:
        """The comments by decision: undecided, accepted, partly, rejected."""
        kinds = ("undecided", "accepted", "partly", "rejected")
        return {kind: tuple(row for row in self.rows if (row.said.decision or "undecided") == kind) for kind in kinds}


def board(project: Project, slug: str) -> Board:
    """The board of a standard; an empty one where there are no comments."""
    rows = rows_of(project, slug)
    found: dict[str, list[Row]] = {}
    for row in rows:
        if row.place in ("here", "whole") and not (row.place == "whole" and row.former):
            found.setdefault(row.said.clause or "", []).append(row)
    by_clause = tuple(OnClause(clause, ones[0].label, tuple(ones)) for clause, ones in found.items())
    turns = dict.fromkeys(sorted(row.one.turn for row in rows))
    rounds = tuple(Round(turn, totals_of([row for row in rows if row.one.turn == turn])) for turn in turns)
    orphans = tuple(row for row in rows if row.place in ("removed", "nowhere") or (row.place == "whole" and row.former))
    return Board(rows, totals_of(rows), rounds, by_clause, orphans)
