"""The figures of a version: their bytes, and addresses that a self-contained page can hold."""

from generator.drafts.svg import is_picture
from generator.standards.redline.revisions import Revision
from generator.standards.shell import picture_address


def figures_of(revision: Revision) -> dict[str, bytes]:
    """The bytes of every figure that the draft shows, by its file; one that is missing, or no mere picture, is not there."""
    found: dict[str, bytes] = {}
    for figure in revision.draft.figures:
        if (content := revision.file(figure.file)) is not None and is_picture(figure.file, content):
            found[figure.file] = content
    return found


def addresses(old: Revision, new: Revision) -> dict[str, str]:
    """A `data:` address for each figure's file; of one that is on both sides, the new picture."""
    both = {**figures_of(old), **figures_of(new)}
    return {file: picture_address(file, content) for file, content in both.items()}
