"""The address of the web form for a comment, with the standard and the clause filled in.

The form is an issue form of the repository's host (.github/ISSUE_TEMPLATE/comment.yml); its fields take what the
address gives under their ids. Nothing is sent before a reader sends the form.
"""

from urllib.parse import urlencode

from generator.model.settings import Programme

TEMPLATE = "comment.yml"
_LONGEST_QUOTE = 300


def form_address(
    programme: Programme, slug: str, clause: str = "", label: str = "", edition: str = "draft", quote: str = ""
) -> str:
    """The address, "" where programme.yaml names no repository. `label`: how the clause is called today."""
    if programme.repository is None:
        return ""
    place = f"{label}（{clause}）" if label and clause and label != clause else label or clause
    fields = {
        "template": TEMPLATE,
        "title": f"[意见] {slug} {label or clause}".strip(),
        "standard": slug,
        "edition": edition,
        "clause": place,
        "quote": quote[:_LONGEST_QUOTE],
    }
    filled = {name: value for name, value in fields.items() if value}
    return f"{programme.repository.rstrip('/')}/issues/new?{urlencode(filled)}"
