"""The figures of a version: their bytes, and addresses that a self-contained page can hold."""

import base64

from generator.drafts.model import Figure, walk
from generator.standards.redline.revisions import Revision

_TYPES = {"svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg"}


def figures_of(revision: Revision) -> dict[str, bytes]:
    """The bytes of every figure that the draft shows, by its file; one that is missing is not there."""
    found: dict[str, bytes] = {}
    for clause in revision.draft.clauses:
        for block in walk(clause.blocks):
            if isinstance(block, Figure) and (content := revision.file(block.file)) is not None:
                found[block.file] = content
    return found


def addresses(old: Revision, new: Revision) -> dict[str, str]:
    """A `data:` address for each figure's file; of one that is on both sides, the new picture."""
    both = {**figures_of(old), **figures_of(new)}
    return {file: _address(file, content) for file, content in both.items()}


def _address(file: str, content: bytes) -> str:
    kind = _TYPES.get(file.rpartition(".")[2], "application/octet-stream")
    return f"data:{kind};base64,{base64.b64encode(content).decode()}"
