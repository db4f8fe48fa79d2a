"""The web form: its address, its fields, and the comment that comes of what somebody filled in."""

from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

from generator.diagnostics import Refused
from generator.drafts.read import read_draft
from generator.model.settings import Programme
from generator.standards.comments.form import TEMPLATE, comment_in_form, filled_form, form_address
from generator.standards.comments.incoming import Incoming
from generator.standards.comments.places import Places
from tests.conftest import ROOT
from tests.standards.comments.test_places import TEXT

FORM = yaml.safe_load((ROOT / ".github" / "ISSUE_TEMPLATE" / TEMPLATE).read_text("utf-8"))
FIELDS = {part["id"]: part["attributes"]["label"] for part in FORM["body"] if "id" in part}


def programme(repository: str | None = "https://example.org/group/catalogue/") -> Programme:
    name = {"zh": "目录"}
    data: dict[str, object] = {"name": name, "short_name": name, "summary": name, "site_url": "https://example.org/"}
    return Programme.model_validate(data | ({"repository": repository} if repository else {}))


def places() -> Places:
    draft, _ = read_draft("standards/x/draft.md", TEXT.encode())
    assert draft is not None
    return Places(draft)


def issue(**filled: str) -> str:
    """An issue as the host writes it from the form."""
    return "\n\n".join(f"### {label}\n\n{filled.get(name) or '_No response_'}" for name, label in FIELDS.items()) + "\n"


def test_the_address_fills_in_fields_that_the_form_has() -> None:
    address = form_address(programme(), "gateway", "c-latency", "3.1", quote="“不大于10 ms”&<b>")
    parts = urlsplit(address)
    assert f"{parts.scheme}://{parts.netloc}{parts.path}" == "https://example.org/group/catalogue/issues/new"
    query = {name: values[0] for name, values in parse_qs(parts.query).items()}
    assert query.pop("template") == TEMPLATE
    assert query.pop("title") == "[意见] gateway 3.1"
    assert query == {
        "standard": "gateway",
        "edition": "draft",
        "clause": "3.1（c-latency）",
        "quote": "“不大于10 ms”&<b>",
    }
    assert set(query) <= set(FIELDS)


def test_without_a_repository_there_is_no_address() -> None:
    assert form_address(programme(None), "gateway", "c-latency") == ""


def test_a_form_becomes_a_comment() -> None:
    text = issue(
        standard="gateway", edition="draft", clause="3.1（c-latency）", type="编辑性 / editorial",
        text="用词不一。\n\n理由：见3.2。", organisation="示例测试中心",
    )  # fmt: skip
    assert filled_form(text)["standard"] == "gateway"
    expected = Incoming("c-latency", "3.1", "", "用词不一。\n\n理由：见3.2。", "", "editorial", "示例测试中心")
    assert comment_in_form(text, places()) == expected


@pytest.mark.parametrize(
    ("clause", "found"), [("3.2", ("c-reliability", "3.2")), ("全文", (None, "")), ("8.8（p-gone）", (None, "8.8"))]
)
def test_the_clause_may_be_typed_by_hand(clause: str, found: tuple[str | None, str]) -> None:
    made = comment_in_form(issue(clause=clause, text="意见"), places())
    assert (made.clause, made.number) == found


def test_another_text_is_refused() -> None:
    with pytest.raises(Refused):
        comment_in_form("# 读我\n\n没有表单。\n", places())
