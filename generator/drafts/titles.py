"""Titles of clauses: numbers written by hand, and the chapters that a fixed title makes an element of its own."""

import re

from generator.drafts.model import ClauseKind

ELEMENTS: dict[str, ClauseKind] = {
    "前言": "foreword",
    "引言": "introduction",
    "范围": "scope",
    "规范性引用文件": "references",
    "术语和定义": "terms",
    "参考文献": "bibliography",
    "索引": "index",
}
"""Chapters that their fixed title makes an element of its own kind."""

MANDATORY = ("前言", "范围", "规范性引用文件", "术语和定义")
"""Elements that every document has (GB/T 1.1—2020, table 3)."""
_MEASURE = r"(?:个|类|种|级|层|项|条|台|次|套|路|倍|小时|分钟|秒|天|年|米)"
_UNIT = r"\s*(?:[GMk]?Hz|[GMkT]?bit|[mμµn]?s|[ckm]?m|[kM]?[VWA]|%|℃)(?![a-z])"
TITLE_NUMBER = re.compile(
    r"第\s*[0-9一二三四五六七八九十]+\s*[章条节]|附录\s*[A-Z]"
    rf"|(?:[0-9]+|[A-Z])(?:\.[0-9]+)+(?![A-Za-z0-9%]|\.[0-9]|{_UNIT}|\s*{_MEASURE})"
    rf"|[0-9]+(?:[、．]|\.\s|\s+(?!{_MEASURE})(?=[一-鿿]))|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十0-9]+[)）]"
)


def bare_title(title: str) -> str:
    """A title without blanks and without the number that somebody wrote before it, which is reported by itself."""
    return (
        "".join(TITLE_NUMBER.sub("", title, count=1).split()) if TITLE_NUMBER.match(title) else "".join(title.split())
    )
