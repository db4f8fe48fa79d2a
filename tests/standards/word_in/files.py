"""Small Word files, written by hand: only what a test is about."""

import zipfile
from io import BytesIO

from generator.drafts.model import ASPECTS, Draft
from generator.drafts.read import read_draft
from generator.standards.document import StandardDocument
from generator.standards.word.write import standard_docx
from generator.standards.word_in.takeback import Changes, Taken, take_back
from generator.texts import Text

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"'
)
STYLES = (
    "".join(
        f'<w:style w:type="paragraph" w:styleId="H{n}"><w:name w:val="heading {n}"/></w:style>' for n in range(1, 7)
    )
    + '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>'
    + ('<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="我的标题"/><w:basedOn w:val="H2"/></w:style>')
)


def paragraph(text: str, style: str = "", *, more: str = "", look: str = "") -> str:
    """A paragraph with one run; `more` is XML behind it, `look` properties besides the style."""
    name = f'<w:pStyle w:val="{style}"/>' if style else ""
    run = f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""
    return f"<w:p><w:pPr>{name}{look}</w:pPr>{run}{more}</w:p>"


def word(body: str, *, parts: dict[str, str | bytes] | None = None, relations: str = "", styles: str = STYLES) -> bytes:
    """A file with this body. `relations`: those of the main part besides its styles."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    space = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
    made: dict[str, str | bytes] = {
        "_rels/.rels": f'<Relationships {space}><Relationship Id="m" Type="{kind}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships {space}><Relationship Id="s" Type="{kind}/styles" Target="styles.xml"/>{relations}</Relationships>',
        "word/document.xml": f"<w:document {NAMES}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {NAMES}>{styles}</w:styles>",
        **(parts or {}),
    }
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in made.items():
            archive.writestr(name, content)
    return out.getvalue()


def relation(key: str, kind: str, target: str, *, external: bool = False) -> str:
    mode = ' TargetMode="External"' if external else ""
    return f'<Relationship Id="{key}" Type="{R}/{kind}" Target="{target}"{mode}/>'


def draft_of(source: str) -> Draft:
    draft, _ = read_draft("draft.md", source.encode())
    assert draft is not None
    return draft


def docx_of(source: str, figures: dict[str, bytes] | None = None) -> bytes:
    document = StandardDocument(
        "x", "draft", Text("示例标准"), "T/X XXXX—XXXX", draft_of(source), figures=figures or {}
    )
    return standard_docx(document)


def taken(content: bytes, source: str, changes: Changes = "accept", removed: tuple[str, ...] = ()) -> Taken:
    return take_back(content, draft_of(source), source, changes, removed=removed, aspects=tuple(ASPECTS))


def edited(content: bytes, old: str, new: str) -> bytes:
    """The file with other XML in its text, in one place."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as parts, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in parts.namelist():
            data = parts.read(name)
            if name == "word/document.xml":
                text = data.decode()
                assert text.count(old) == 1, text.count(old)
                data = text.replace(old, new).encode()
            archive.writestr(name, data)
    return out.getvalue()
