"""Whole drafts around a fragment: the chapters that every draft has, a standard's entry, and the lock."""

import re

from generator.drafts.lock import lock_of
from generator.drafts.read import read_draft

_FOLDER = "standards/gateway-access/"
DRAFT = f"{_FOLDER}draft.md"
_DRAWING = '<svg xmlns="http://www.w3.org/2000/svg"/>'

_CHAPTERS = {
    "前言": """\
# 前言 {#c-foreword}

本文件按照GB/T 1.1—2020《标准化工作导则　第1部分：标准化文件的结构和起草规则》的规定起草。

请注意本文件的某些内容可能涉及专利。本文件的发布机构不承担识别专利的责任。

本文件由示例促进会提出并归口。

本文件起草单位：示例网络研究院。
""",
    "引言": "",
    "范围": "# 范围 {#c-scope}\n\n本文件规定了示例网关的技术要求。\n\n本文件适用于示例网关的设计和验收。\n",
    "规范性引用文件": "# 规范性引用文件 {#c-references}\n\n本文件没有规范性引用文件。\n",
    "术语和定义": "# 术语和定义 {#c-terms}\n\n本文件没有需要界定的术语和定义。\n",
    "技术要求": "# 技术要求 {#c-requirements}\n\n",
}
_PROVISION = "::: {.provision #p-own-01 kind=requirement aspect=function}\n网关应记录管理操作。\n:::\n"
_STANDARD = """\
--- catalog/organisations/society.yaml
name:
  zh: 示例促进会
types: [society]
--- catalog/organisations/institute.yaml
name:
  zh: 示例网络研究院
types: [research]
"""
_ENTRY = """\
--- standards/gateway-access/standard.yaml
name:
  zh: 示例网关技术要求
society: society
"""


def assembled(fragment: str) -> str:
    """A draft with the fragment: its chapters take the place of those of the same title, its other text is in 技术要求."""
    start, *chapters = re.split(r"^(?=# )", fragment, flags=re.MULTILINE)
    own = dict(_CHAPTERS)
    own["技术要求"] += start or _PROVISION
    more, replaced = [], set()
    for chapter in chapters:
        title = chapter.split("\n", 1)[0].lstrip("# ").partition("{")[0].strip()
        if title in own and title not in replaced:
            own[title] = chapter
            replaced.add(title)
        else:
            more.append(chapter)
    return "\n".join(part.strip("\n") + "\n" for part in (*own.values(), *more) if part)


def whole(text: str) -> str:
    """Files in one text: those of `text` where it names some, else a draft around the fragment."""
    if text and not text.startswith("--- "):
        figures = sorted(set(re.findall(r"\]\((figures/[^)]+)\)", text)))
        text = f"--- {DRAFT}\n{assembled(text)}" + "".join(f"--- {_FOLDER}{name}\n{_DRAWING}\n" for name in figures)
    if "--- standards/gateway-access/" not in text or "--- catalog/organisations/society.yaml" in text:
        return text
    files = _STANDARD + text
    if "--- standards/gateway-access/standard.yaml" not in text:
        files += _ENTRY
    if f"--- {DRAFT}\n" not in text:
        files += f"--- {DRAFT}\n{assembled(_PROVISION)}"
    return files


def with_locks(files: dict[str, bytes]) -> dict[str, bytes]:
    """The files, and for each draft without a lock the one that `catalog fmt` would write."""
    found = dict(files)
    for path, content in files.items():
        lock = path.replace("draft.md", "provisions.lock.yaml")
        if path.endswith("/draft.md") and lock not in files:
            draft, _ = read_draft(path, content)
            if draft is not None and draft.provisions:
                found[lock] = lock_of(draft, None).encode()
    return found
