"""Where the clause stands that a comment is on: in the draft, in what is known of it from before, or nowhere."""

from typing import Literal

from generator.drafts.check import anchors
from generator.drafts.model import Draft
from generator.project import Project, StandardComment

Place = Literal["whole", "here", "removed", "nowhere"]
"""`whole`: on the whole text, or on a place that was never found. `removed`: it was there before and is gone."""


def ids_of(draft: Draft) -> frozenset[str]:
    """The ids of all that can be commented on."""
    return frozenset(name for name, _, _ in anchors(draft) if name)


def place_of(comment: StandardComment, project: Project) -> Place:
    """Where the comment's clause is today. A draft with errors may hold it: then it counts as here."""
    clause = comment.comment.clause
    if clause is None:
        return "whole"
    draft = project.drafts.get(comment.slug)
    if draft is None or clause in _known(project, comment.slug, draft):
        return "here"
    lock = project.locks.get(comment.slug)
    if lock and (clause in lock.removed or clause in lock.provisions):
        return "removed"
    before = project.editions.get(comment.slug, ())
    return "removed" if any(clause in ids_of(edition.draft) for edition in before) else "nowhere"


def _known(project: Project, slug: str, draft: Draft) -> frozenset[str]:
    return project.kept(("ids-of-draft", slug), lambda: ids_of(draft))
