"""What may stand in a paragraph of a Word file: what is read through, what says nothing, and looks that are told."""

import re

from generator.texts import Text

PASSED = frozenset(
    ("ins", "moveTo", "smartTag", "customXml", "sdt", "sdtContent", "bdo", "dir", "rubyBase", "Choice", "del", "moveFrom")
)  # fmt: skip
IGNORED = frozenset(
    ("pPr", "rPr", "proofErr", "lastRenderedPageBreak", "softHyphen", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr",
     "permStart", "permEnd", "annotationRef", "footnoteRef", "endnoteRef", "separator", "continuationSeparator",
     "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd", "tblPr", "rubyPr", "rt",
     "customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart", "customXmlDelRangeEnd", "dayLong",
     "dayShort", "monthLong", "monthShort", "yearLong", "yearShort", "pgNum", "ptab", "delInstrText")
)  # fmt: skip
FIELD = re.compile(r"\s*([A-Za-z]+)\s*(\"[^\"]*\"|\S+)?")
MARKS = {
    "u": Text("下划线", "underlining"),
    "highlight": Text("突出显示", "highlighting"),
    "caps": Text("全部大写", "all capitals"),
    "smallCaps": Text("小型大写", "small capitals"),
    "em": Text("着重号", "emphasis marks"),
    "bdr": Text("文字边框", "borders of text"),
}
