"""`catalog fmt`: what it changes, and all that it must not change."""

from collections import Counter
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.loader.layout import Place
from generator.model.entry import key_order
from generator.model.modeline import modelines
from generator.model.product import Product
from generator.model.registry import KINDS
from generator.source.events import event_source
from generator.source.reader import read_data
from generator.source.tree import FolderTree, MemoryTree
from generator.submit.formatting import format_entry, format_tree

PLACE = Place("catalog/products/p.yaml", KINDS["products"], "p")
MODELINE, OLDER = modelines(PLACE.path, "product")


def formatted(text: str) -> str:
    """The entry without its modeline."""
    made = format_entry(PLACE, text.encode())
    assert not made.problems
    first, _, rest = made.after.decode().partition("\n")
    assert first == MODELINE
    return rest


CASES = {
    "keys in the model's order, comments with the key that follows": (
        """\
        # about the file

        # about the vendor
        vendor: acme  # here
        category: gateway

        # about the name
        name:
          zh: 网关
        sources: []
        description:
          zh: 长文
        # the end
        """,
        """\
        # about the file


        # about the name
        name:
          zh: 网关
        # about the vendor
        vendor: acme  # here
        category: gateway
        description:
          zh: 长文
        sources: []
        # the end
        """,
    ),
    "the head of the file stays on top": (
        "# licence\n\n# vendor\nvendor: acme\nname: {zh: 网关}\n",
        "# licence\n\nname: {zh: 网关}\n# vendor\nvendor: acme\n",
    ),
    "a comment at the very top stays there": (
        "# our products\ncategory: gateway\nname: {zh: 网关}\n",
        "# our products\nname: {zh: 网关}\ncategory: gateway\n",
    ),
    "also below the modeline": (
        f"{MODELINE}\n# our products\ncategory: gateway\nname: {{zh: 网关}}\n",
        "# our products\nname: {zh: 网关}\ncategory: gateway\n",
    ),
    "an indented comment stays with the block above it": (
        "prices:\n  - id: a\n  # - id: b\nvendor: acme\n",
        "vendor: acme\nprices:\n  - id: a\n  # - id: b\n",
    ),
    "unknown keys follow the key before them": (
        "vendor: acme\nvendro_note: x\nname: {zh: a}\n",
        "name: {zh: a}\nvendor: acme\nvendro_note: x\n",
    ),
    "Chinese first, in every form": (
        """\
        name:
          # English
          en: Gateway
          # Chinese
          zh: 网关
        summary: {en: "a, b", zh: '甲: 乙'}
        prices:
          # the first
          - name:
              en: |
                one

                two
              zh: 一
            id: a
        """,
        """\
        name:
          # Chinese
          zh: 网关
          # English
          en: Gateway
        summary: {zh: '甲: 乙', en: "a, b"}
        prices:
          # the first
          - name:
              zh: 一
              en: |
                one

                two
            id: a
        """,
    ),
    "Chinese first in a list item": (
        "name: {zh: a}\nx:\n  # item\n  - en: A # a\n    # zh\n    zh: 甲\n  -\n    en: B\n    zh: 乙\n",
        "name: {zh: a}\nx:\n  # item\n  # zh\n  - zh: 甲\n    en: A # a\n  -\n    zh: 乙\n    en: B\n",
    ),
    "blanks at the ends of lines go, but not from a text": (
        'name:  \n  zh: 网关 \t\ndescription:\n  zh: |  \n    break  \n    \n    end\n  en: "a  \n    b\\ \n    c"  \n\n\n',
        'name:\n  zh: 网关\ndescription:\n  zh: |\n    break  \n    \n    end\n  en: "a  \n    b\\ \n    c"\n',
    ),
    "line ends of Windows and a byte order mark": ("\ufeffname:\r\n  zh: 网关\r\n", "name:\n  zh: 网关\n"),
    "a block that keeps its blank lines": ("name:\n  zh: |+\n    a\n\n\n", "name:\n  zh: |+\n    a\n\n\n"),
    "a block without a line break at its end": ("name:\n  zh: |  # c\n    a", "name:\n  zh: |-  # c\n    a\n"),
    "another schema's modeline": (
        "# note\n# yaml-language-server: $schema=../x.json\nname: {zh: a}\n",
        "# note\nname: {zh: a}\n",
    ),
    "no line is wrapped or unwrapped, no quote changed": (
        f"name:\n  zh: '{'长' * 70}'\naliases: [ \"a\",b ]\nmodel:   1.2.3\n",
        f"name:\n  zh: '{'长' * 70}'\naliases: [ \"a\",b ]\nmodel:   1.2.3\n",
    ),
    "a mapping in braces is left alone": ("{vendor: acme, name: {zh: a}}\n", "{vendor: acme, name: {zh: a}}\n"),
}


@pytest.mark.parametrize("case", CASES)
def test_case(case):
    before, after = (dedent(text) for text in CASES[case])
    assert formatted(before) == after
    assert formatted(after) == after


def test_a_file_in_its_usual_form_stays_byte_for_byte(root):
    changed = [made.path for made in format_tree(FolderTree(root, ("catalog", "standards"))) if made.changed]
    assert changed == []


def test_the_older_schema_form_may_stay():
    text = f"# note\n{OLDER}\nname: {{zh: a}}\n"
    made = format_entry(PLACE, text.encode()).after.decode()
    assert made == f"{OLDER}\n# note\nname: {{zh: a}}\n"


def test_settings_files_and_standards_have_their_modeline():
    rules = format_entry(Place("catalog/rules.yaml", setting="rules"), b"rules: []\n").after
    assert rules == b"# yaml-language-server: $schema=../schemas/v1/rules.schema.json\nrules: []\n"
    place = Place("standards/s/standard.yaml", KINDS["standards"], "s")
    assert b"$schema=../../schemas/v1/standard.schema.json\n" in format_entry(place, b"name: {zh: a}\n").after


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"name: [\n", "Y"),
        (b"name: a\nname: b\n", "Y"),
        (b"\xff\xfe\n", "X"),
        (b"", "Y"),
        (b"name:\tx\n", "Y"),
        (b"model: 010\n", "Y"),
    ],
)
def test_a_file_that_cannot_be_understood_is_not_touched(content, code):
    made = format_entry(PLACE, content)
    assert not made.changed
    assert made.problems[0][0].code.startswith(code)
    assert made.problems[0][1].position


def test_a_draft_gets_its_lock_unless_it_has_errors(root):
    folder = root / "standards" / "e2e-5g-intranet"
    draft, lock = (folder / name for name in ("draft.md", "provisions.lock.yaml"))
    path = "standards/s/draft.md"

    def lock_after(draft: bytes, lock: bytes | None):
        files = {path: draft} | ({} if lock is None else {"standards/s/provisions.lock.yaml": lock})
        return list(format_tree(MemoryTree(files)))[-1]

    good, locked = draft.read_bytes(), lock.read_bytes()
    fresh = lock_after(good, None)
    assert fresh.after.count(b"  p-") == good.count(b"{.provision ")
    assert not lock_after(good, fresh.after).changed
    assert not lock_after(good, locked).changed
    assert not lock_after(b"\xef\xbb\xbf" + good.replace(b"\n", b"\r\n"), locked).changed
    broken = lock_after(good, b"<<<<<<< ours\n")
    assert (broken.changed, bool(broken.problems)) == (False, True)
    unnamed = lock_after(good.replace(b"kind=requirement", b"kind=requirment", 1), locked)
    assert (unnamed.changed, bool(unnamed.problems)) == (False, True)


# Files made of blocks in any order, with comments, blank lines and texts of two languages anywhere.

_COMMENT = st.sampled_from(["", "# 一\n", "# two: 2\n", "\n", "\n# three\n\n", "  # indented\n"])
_SCALAR = st.sampled_from(
    [
        "甲",
        "'a # b'",
        '"c: d"',
        "x # y",
        "|\n{i}  text\n{i}\n{i}  # more  ",
        ">-\n{i}  folded\n{i}  text",
        '"e  \n{i}  f\\n"',
    ]
)
_BLANKS = st.sampled_from(["", "", "", " ", "  "])


@st.composite
def _text(draw, indent):
    """A text of one or two languages after its key, at `indent`."""
    languages = draw(st.sampled_from([["zh"], ["zh", "en"], ["en", "zh"], ["en", "zh"]]))
    if draw(st.integers(0, 3)) == 0:
        return " {" + ", ".join(f"{lang}: 'v {lang}'" for lang in languages) + "}\n"
    lines = [f"{indent}{lang}: {draw(_SCALAR).replace('{i}', indent)}\n" for lang in languages]
    between = [f"{indent}# about {lang}\n" if draw(st.booleans()) else "" for lang in languages]
    return "\n" + "".join(a + b for a, b in zip(between, lines, strict=True))


@st.composite
def _block(draw, key):
    blanks = draw(_BLANKS)
    form = draw(st.integers(0, 3))
    if form == 0:
        return f"{key}: {draw(_SCALAR).replace('{i}', '')}{blanks}\n"
    if form == 1:
        return f"{key}:{blanks}" + draw(_text("  "))
    items = []
    for _ in range(draw(st.integers(1, 3))):
        comment = draw(st.sampled_from(["", "  # item\n"]))
        text = draw(_text("    "))
        item = f"  -{text}" if text.startswith(" {") or form == 2 else f"  - {text[1:].lstrip(' ')}"
        items.append(comment + (item if not item.startswith("  - #") else f"  -{text}"))
    return f"{key}:{blanks}\n" + "".join(items)


@st.composite
def _file(draw):
    keys = draw(
        st.lists(st.sampled_from([*key_order(Product), "unknown_a", "unknown_b"]), min_size=1, max_size=7, unique=True)
    )
    head = draw(
        st.sampled_from(["", "---\n", MODELINE + "\n", "# yaml-language-server: $schema=old.json\n", "# head\n\n"])
    )
    body = "".join(draw(_COMMENT) + draw(_block(key)) for key in keys)
    text = head + body + draw(_COMMENT)
    text = text.rstrip("\n") + draw(st.sampled_from(["", "\n", "\n", "\n\n"]))
    text = draw(st.sampled_from(["", "", "\ufeff"])) + text
    return (text.replace("\n", "\r\n") if draw(st.integers(0, 4)) == 0 else text).encode()


def _comments(text: str) -> Counter[str]:
    """The comments of a YAML text: what its parser passes over."""
    lines = text.splitlines()
    inside = set()
    get = event_source(text)
    while (event := get()) is not None:
        style = getattr(event, "style", None)
        last = event.end_mark.line + (event.end_mark.column > 0) if style in ("|", ">") else event.start_mark.line
        inside |= set(range(event.start_mark.line + 1, last))
    found = [
        line.strip() for number, line in enumerate(lines) if number not in inside and line.lstrip().startswith("#")
    ]
    return Counter(line for line in found if not line.startswith("# yaml-language-server:"))


@given(_file())
def test_the_data_and_the_comments_stay_and_twice_is_once(content):
    made = format_entry(PLACE, content)
    assert not made.problems
    plain = content.decode().lstrip("\ufeff").replace("\r\n", "\n")
    data = read_data("", plain.encode())[0]
    after = read_data("", made.after)[0]
    assert after is not None
    assert after == data
    keys = [key for key in after if key in key_order(Product)]
    assert keys == sorted(keys, key=key_order(Product).index)
    assert _comments(made.after.decode()) == _comments(plain)
    assert format_entry(PLACE, made.after).after == made.after
    assert made.after.startswith(MODELINE.encode() + b"\n")
    words = "".join(plain.split()).replace("-", "")
    gone = Counter(words.replace("".join(MODELINE.split()).replace("-", ""), ""))
    assert not gone - Counter("".join(made.after.decode().split())) - Counter("#yaml-language-server:$schema=old.json")
