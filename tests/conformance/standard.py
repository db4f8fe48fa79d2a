"""A small standard with a published edition and a draft after it, and products that claim its provisions."""

from collections.abc import Mapping

from generator.drafts.lock import Lock, lock_text, merged, with_editorial
from generator.drafts.model import Draft
from generator.drafts.read import read_draft
from generator.loader import load
from generator.project import Project
from generator.source.tree import MemoryTree
from tests.rules.repository import base, files_of

ON = "2026-07-01"
FOLDER = "standards/gateway-access"

HEAD = """\
# 前言 {#c-foreword}

本文件由示例促进会提出。

# 范围 {#c-scope}

本文件规定了示例网关的要求。

# 规范性引用文件 {#c-references}

本文件没有规范性引用文件。

# 术语和定义 {#c-terms}

本文件没有需要界定的术语和定义。

# 要求 {#c-requirements}
"""

OLD = {
    "p-same": "网关应记录管理操作。",
    "p-technical": "网关的转发时延应不大于10 ms。",
    "p-editorial": "网关应支持VLAN的划分。",
    "p-removed": "网关应支持串行接口。",
}
NEW = {
    "p-same": "网关应记录管理操作。",
    "p-technical": "网关的转发时延应不大于5 ms。",
    "p-editorial": "网关应支持划分VLAN。",
    "p-added": "网关应校验固件的签名。",
}
PRODUCT = """\
--- catalog/products/{id}.yaml
name: {{zh: 示例产品{id}}}
vendor: acme
category: cpe
capabilities:
  - {{metric: end-to-end-latency, max: {latency}, unit: ms}}
conforms_to:
"""


def draft_text(provisions: Mapping[str, str], verify: str = "") -> str:
    """draft.md with these provisions; each is tested by what stands in the chapter 试验."""
    blocks = [
        f"::: {{.provision #{name} kind=requirement aspect=performance{verify}}}\n{text}\n:::\n"
        for name, text in provisions.items()
    ]
    return HEAD + "\n" + "\n".join(blocks) + "\n# 试验 {#c-tests}\n\n按产品文件进行试验。\n"


def draft_of(provisions: Mapping[str, str]) -> Draft:
    draft, problems = read_draft("draft.md", draft_text(provisions).encode())
    assert draft is not None
    assert not problems
    return draft


def claims(*lines: tuple[str, str, str], fingerprints: bool = True) -> str:
    """The lines of `conforms_to`: (edition, provision, result), with the fingerprint of that edition's text."""
    said = []
    for edition, provision, result in lines:
        own = {one.id: one.fingerprint for one in draft_of(NEW if edition == "draft" else OLD).provisions}
        mark = f', fingerprint: "{own[provision]}"' if fingerprints and provision in own else ""
        said.append(
            f'  - {{standard: gateway-access, edition: "{edition}", provision: {provision}, result: {result}{mark}}}\n'
        )
    return "".join(said)


def project_of(more: str = "", editorial: tuple[str, ...] = ("p-editorial",), status: str = "") -> Project:
    """The project of the standard and the files of `more`."""
    old, new = draft_of(OLD), draft_of(NEW)
    before = merged(old, Lock())
    lock = with_editorial(new, merged(new, before), before, editorial)
    standard = f"name: {{zh: 示例网关技术要求}}\n{status}society: acme\n"
    number = 'numbers:\n  - {number: "T/EX 001—2025", start: 2025-03-01}\n'
    files = {
        **base(),
        f"{FOLDER}/standard.yaml": (standard + number).encode(),
        f"{FOLDER}/draft.md": draft_text(NEW, " verify=c-tests").encode(),
        f"{FOLDER}/provisions.lock.yaml": lock_text(lock).encode(),
        f"{FOLDER}/published/2025/standard.yaml": (standard + number).encode(),
        f"{FOLDER}/published/2025/draft.md": draft_text(OLD).encode(),
        f"{FOLDER}/published/2025/provisions.lock.yaml": lock_text(before).encode(),
        **files_of(more),
    }
    return load(MemoryTree(files), ON)[0]
