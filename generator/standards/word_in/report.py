"""What came of reading a Word file: the draft, the comments, and everything that was lost or has to be looked at."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from generator.drafts.model import Draft
from generator.texts import Text


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to tell the person who reads the file back. `lost`: content that did not come along, so a person must look.

    `where`: the words of the place, or the number of a clause; `count`: how often.
    """

    what: Text
    where: str = ""
    lost: bool = False
    count: int = 1


@dataclass(frozen=True, slots=True)
class WordComment:
    """A comment of Word's, without its author. `place`: the id of the clause or provision, "" where it has none.

    `number` is its place among the comments of the file; `quote`: the words that it is about; `label`: the number of
    the clause, `clause` its index in the draft, -1 where the comment stands in none.
    """

    number: int
    text: str
    quote: str
    place: str = ""
    date: str = ""
    label: str = ""
    clause: int = -1


@dataclass(frozen=True, slots=True)
class Imported:
    """A Word file as a draft. `figures`: pictures of the file by the name they would have in the standard's folder.

    `attributes` is what our own part of the file says of provisions, by id; `ours`: this tool wrote the file.
    `changed`: it has tracked changes.
    """

    draft: Draft
    comments: tuple[WordComment, ...] = ()
    remarks: tuple[Remark, ...] = ()
    figures: Mapping[str, bytes] = field(default_factory=dict)
    attributes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    ours: bool = False
    changed: bool = False


@dataclass(slots=True)
class Remarks:
    """Collects remarks; the same one at many places is one with a count."""

    found: dict[tuple[Text, bool], Remark] = field(default_factory=dict)

    def add(self, what: Text, where: str = "", *, lost: bool = False) -> None:
        where = where if len(where) <= 40 else where[:40] + "…"
        before = self.found.get((what, lost))
        self.found[what, lost] = replace(before, count=before.count + 1) if before else Remark(what, where, lost)

    def extend(self, remarks: Iterable[Remark]) -> None:
        for remark in remarks:
            before = self.found.get((remark.what, remark.lost))
            self.found[remark.what, remark.lost] = (
                replace(before, count=before.count + remark.count) if before else remark
            )

    def all(self) -> tuple[Remark, ...]:
        """Losses first, else in the order in which they were met."""
        return tuple(sorted(self.found.values(), key=lambda remark: not remark.lost))
