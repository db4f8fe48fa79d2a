"""Office files that somebody sent are opened within limits, or refused in words."""

import zipfile
from io import BytesIO

import pytest

from generator.documents import package
from generator.documents.package import Refused, open_package

RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="a" Type="http://x/officeDocument" Target="word/document.xml"/>'
    '<Relationship Id="b" Type="http://x/hyperlink" Target="https://a.example" TargetMode="External"/></Relationships>'
)


def packed(parts: dict[str, str | bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def test_parts_and_relations_are_read() -> None:
    found = open_package(packed({"_rels/.rels": RELATIONS, "word/document.xml": "<a>甲</a>"}))
    assert found.related("", "officeDocument") == "word/document.xml"
    root = found.xml("word/document.xml")
    assert root is not None
    assert root.text == "甲"
    assert found.relations()["b"].external
    assert found.read("word/none.xml") is None
    assert found.relations("word/document.xml") == {}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "不是 Office 文件"),
        (b"PK\x03\x04 broken", "不是 Office 文件"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "旧格式"),
        (packed({"a.xml": b"\0" * 3_000_000}), "压缩比"),
        (packed({str(n): "" for n in range(4_001)}), "多于"),
    ],
)
def test_a_file_that_is_unsafe_is_refused(content: bytes, said: str) -> None:
    with pytest.raises(Refused) as refused:
        open_package(content)
    assert said in refused.value.text.zh


def test_a_file_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MAX_BYTES", 10)
    with pytest.raises(Refused):
        open_package(packed({"a": "b"}))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("<a", "不是 XML"),
        ("<a>" * 400 + "</a>" * 400, "不是 XML"),
        ('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', "文档类型"),
        ('<!DOCTYPE a [<!ENTITY b "c">]><a/>', "文档类型"),
    ],
)
def test_unsafe_xml_is_refused(content: str, said: str) -> None:
    with pytest.raises(Refused) as refused:
        open_package(packed({"a.xml": content})).xml("a.xml")
    assert said in refused.value.text.zh
