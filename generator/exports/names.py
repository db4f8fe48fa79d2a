"""Names of entries and terms as the API refers to them, made once for a whole project."""

from generator.exports.api_types import EntryReference, TermReference, Text
from generator.model.fields import Bilingual
from generator.project import Project
from generator.texts import Text as CatalogueText


def text(value: CatalogueText | Bilingual) -> Text:
    """A text as published."""
    return {"zh": value.zh, "en": value.en or None}


class Names:
    """References to the entries and terms of a project. What it gives is shared and not to be changed."""

    __slots__ = ("_entries", "_names", "_terms")

    def __init__(self, project: Project) -> None:
        self._names: dict[str, Text] = {entry.id: text(entry.name) for entry in project}
        self._entries: dict[str, EntryReference] = {i: {"id": i, "name": name} for i, name in self._names.items()}
        self._terms: dict[str, dict[str, TermReference]] = {
            name: {term.id: {"id": term.id, "name": text(term.name)} for term in terms.values()}
            for name, terms in project.vocabularies.items()
        }

    def of(self, full_id: str) -> Text:
        """The name of an entry that is in the project."""
        return self._names[full_id]

    def entry(self, full_id: str) -> EntryReference:
        return self._entries.get(full_id) or {"id": full_id, "name": None}

    def term(self, vocabulary: str, term: str) -> TermReference:
        return self._terms.get(vocabulary, {}).get(term) or {"id": term, "name": None}
