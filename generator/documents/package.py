"""Opens an Office file (docx, xlsx) that somebody sent: its parts as bytes or as XML, within limits, or a clear refusal.

Nothing is unpacked to disk, no entity is resolved, no relation to the outside is followed, no macro is run. An old
or encrypted file, a zip bomb, a part that is no XML and a document type are refused in words for people.
"""

import posixpath
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from urllib.parse import unquote
from zlib import error as ZlibError

from lxml import etree

from generator.diagnostics import Refused as Refused
from generator.texts import Text

Element = etree._Element

MAX_BYTES = 30 * 1024 * 1024
"""Of the file as it comes."""
MAX_PARTS = 4_000
MAX_PART = 64 * 1024 * 1024
MAX_UNPACKED = 200 * 1024 * 1024
MAX_TAGS = 2_000_000
"""Tags of all parts that are read as XML: an empty element takes 200 times its five letters in memory."""
MAX_RATIO = 150
"""How many times its packed size a part may have that is larger than `SMALL`."""
SMALL = 1024 * 1024
_OLE = b"\xd0\xcf\x11\xe0"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


@dataclass(frozen=True, slots=True)
class Relation:
    """`kind` is the last word of the relation's type. `target`: a part's name, or an address where `external`."""

    kind: str
    target: str
    external: bool


@dataclass(slots=True)
class Package:
    """The parts of a file, by their names without the first slash."""

    _archive: zipfile.ZipFile
    names: frozenset[str]
    _parsed: dict[str, Element | None] = field(default_factory=dict)
    _tags: int = 0

    def read(self, name: str) -> bytes | None:
        """A part's bytes; None where there is no such part. Raises Refused for one that is broken or too large."""
        if name not in self.names:
            return None
        try:
            with self._archive.open(name) as part:
                content = part.read(MAX_PART + 1)
        except (zipfile.BadZipFile, ZlibError, EOFError, OSError, RuntimeError, NotImplementedError, ValueError):
            raise Refused(
                Text(f"文件损坏：{name} 不能解压", f"the file is damaged: {name} cannot be unpacked")
            ) from None
        if len(content) > MAX_PART:
            raise _too_large(name)
        return content

    def xml(self, name: str) -> Element | None:
        """A part as XML; None where there is none. Raises Refused for what is no XML or holds a document type."""
        if name not in self._parsed:
            content = self.read(name)
            # An attribute takes as much as an element; two bytes of UTF-16 hold the byte of the sign as well.
            self._tags += content.count(b"<") + content.count(b"=") // 2 if content else 0
            if self._tags > MAX_TAGS:
                raise _too_large(name)
            self._parsed[name] = None if content is None else parse_xml(name, content)
        return self._parsed[name]

    def relations(self, name: str = "") -> Mapping[str, Relation]:
        """The relations of a part, of the file itself for "", by their ids."""
        folder, _, file = name.rpartition("/")
        root = self.xml(f"{folder}/_rels/{file}.rels".lstrip("/"))
        found: dict[str, Relation] = {}
        for one in root.iter(_RELATIONS) if root is not None else ():
            external = one.get("TargetMode") == "External"
            target = one.get("Target", "")
            if not external:
                target = posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")
            found[one.get("Id", "")] = Relation(one.get("Type", "").rpartition("/")[2], target, external)
        return found

    def related(self, name: str, kind: str) -> str:
        """The name of the first part that `name` relates to in that way, "" where there is none."""
        found = (one.target for one in self.relations(name).values() if one.kind == kind and not one.external)
        return next((target for target in found if target in self.names), "")


def open_package(content: bytes) -> Package:
    """The package of a file's bytes. Raises Refused."""
    if len(content) > MAX_BYTES:
        most = MAX_BYTES // (1024 * 1024)
        raise Refused(Text(f"文件超过 {most} MB", f"the file is larger than {most} MB"))
    if content.startswith(_OLE):
        zh = "文件是旧格式（.doc、.xls）或加了密码，请在 Word 或 WPS 中另存为不加密的 .docx 或 .xlsx"
        raise Refused(Text(zh, "the file has the old format or a password: save it as .docx or .xlsx without one"))
    try:
        archive = zipfile.ZipFile(BytesIO(content))
        parts = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError):
        raise Refused(Text("不是 Office 文件（.docx、.xlsx）", "it is not an Office file (.docx, .xlsx)")) from None
    if len(parts) > MAX_PARTS:
        raise Refused(Text(f"文件的部分多于 {MAX_PARTS} 个", f"the file has more than {MAX_PARTS} parts"))
    for part in parts:
        if part.file_size > MAX_PART:
            raise _too_large(part.filename)
        if part.file_size > SMALL and part.file_size > MAX_RATIO * max(part.compress_size, 1):
            zh, en = f"{part.filename} 的压缩比异常", f"{part.filename} unpacks to far more than it is packed"
            raise Refused(Text(zh, en))
    if sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise _too_large("")
    return Package(archive, frozenset(part.filename for part in parts if not part.is_dir()))


def parse_xml(name: str, content: bytes) -> Element:
    """XML of an untrusted part. Raises Refused for what is no XML, is nested too deeply or has a document type."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError):
        zh, en = f"文件损坏：{name} 不是 XML 或嵌套过深", f"the file is damaged: {name} is no XML, or nested too deeply"
        raise Refused(Text(zh, en)) from None
    if getattr(root.getroottree().docinfo, "doctype", ""):
        raise Refused(Text(f"{name} 含有文档类型声明", f"{name} holds a document type declaration"))
    return root


def _too_large(name: str) -> Refused:
    what = Text(name or "解压后的文件", name or "the unpacked file")
    return Refused(Text(f"{what.zh}太大", f"{what.en} is too large"))
