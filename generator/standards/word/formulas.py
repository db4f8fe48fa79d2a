"""The formulas of a draft as OMML, Word's own form: all of them in one sandboxed run of pandoc."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from lxml import etree

from generator.documents.docx_xml import Element, name
from generator.drafts import pandoc
from generator.drafts.model import Draft
from generator.standards.formulas import formulas_of
from generator.standards.word.namespaces import M

_MATH = f"{{{M}}}oMath"


def omml(draft: Draft, runner: pandoc.Runner = pandoc.run) -> Mapping[tuple[str, bool], Element]:
    """OMML by TeX and whether the formula is on a line of its own; one that is not understood is not there."""
    wanted = list(formulas_of(draft))
    if not wanted:
        return {}
    try:
        output = pandoc.from_formulas(wanted, ("-t", "docx", "-o", "-"), runner=runner)
        with ZipFile(BytesIO(output)) as parts:
            body = etree.fromstring(parts.read("word/document.xml"))
    except (pandoc.PandocError, BadZipFile, KeyError, etree.XMLSyntaxError):
        return {}
    paragraphs = list(body.iter(name("w:p")))
    if len(paragraphs) != len(wanted):
        return {}
    found = ((key, next(one.iter(_MATH), None)) for key, one in zip(wanted, paragraphs, strict=True))
    return {key: made for key, made in found if made is not None}
