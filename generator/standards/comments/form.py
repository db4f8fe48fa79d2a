"""The web form for a comment: its address with standard and clause filled in, and what somebody made of it.

The form is an issue form of the repository's host (.github/ISSUE_TEMPLATE/comment.yml); its fields take what the
address gives under their ids. Nothing is sent before a reader sends the form.
"""

from urllib.parse import urlencode

from generator.diagnostics import Refused
from generator.model.settings import Programme
from generator.standards.comments.incoming import Incoming
from generator.standards.comments.places import Places
from generator.standards.comments.sheet import type_of
from generator.texts import Text

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


_FIELDS = {
    "标准": "standard", "版本": "edition", "章条": "clause", "所针对的文字": "quote", "类型": "type",
    "意见内容和理由": "text", "修改建议": "proposal", "提出单位": "organisation",
}  # fmt: skip
_EMPTY = "_No response_"


def filled_form(text: str) -> dict[str, str]:
    """What somebody filled in: the text of an issue that the form made, by the form's ids; empty where it is none."""
    found: dict[str, str] = {}
    name = ""
    for line in text.replace("\r\n", "\n").split("\n"):
        if line.startswith("### "):
            name = _FIELDS.get(line.removeprefix("### ").partition("/")[0].strip(), "")
        elif name:
            found[name] = f"{found.get(name, '')}\n{line}"
    shown = {name: value.strip() for name, value in found.items()}
    return {name: value for name, value in shown.items() if value and value != _EMPTY}


def comment_in_form(text: str, places: Places) -> Incoming:
    """The comment of a form. Raises Refused for a text that is no form, or lacks the comment."""
    filled = filled_form(text)
    if "text" not in filled:
        zh = "这不是意见表单的内容：没有“### 意见内容和理由 / Comment and reason”一节"
        raise Refused(
            Text(zh, "this is not what the form for comments makes: it lacks '### 意见内容和理由 / Comment and reason'")
        )
    place = filled.get("clause", "")
    label, _, inner = place.partition("（")
    clause = places.find(inner.rstrip("）)")) or places.find(label)
    number = "" if places.is_whole(label) else label.strip()
    kind = type_of(filled.get("type", "").partition("/")[0])
    quote, proposal, who = (filled.get(name, "") for name in ("quote", "proposal", "organisation"))
    return Incoming(clause, number, quote, filled["text"], proposal, kind, who)
