"""A society, its procedure and a standard that is out for comment, for tests of the commands about standards."""

import os
import subprocess
from pathlib import Path

from tests.rules.repository import files_of

SLUG = "gateway-access"
FOLDER = f"standards/{SLUG}"

_DRAFT = """\
# 前言 {#c-foreword}

本文件按照GB/T 1.1—2020《标准化工作导则 第1部分：标准化文件的结构和起草规则》的规定起草。

请注意本文件的某些内容可能涉及专利。本文件的发布机构不承担识别专利的责任。

本文件由示例促进会提出并归口。

本文件起草单位：甲设备有限公司。

# 范围 {#c-scope}

本文件规定了示例网关的要求。

本文件适用于示例网关的设计、制造和检验。

# 规范性引用文件 {#c-references}

本文件没有规范性引用文件。

# 术语和定义 {#c-terms}

本文件没有需要界定的术语和定义。

# 要求 {#c-requirements}

## 时延 {#c-latency}

::: {.provision #p-lat-01 kind=requirement aspect=performance}
网关的转发时延应不大于10 ms。
:::

## 可靠性 {#c-reliability}

::: {.provision #p-rel-01 kind=requirement aspect=performance}
网关应能连续工作720 h。
:::
"""

_FILES = f"""\
--- catalog/organisations/society.yaml
name:
  zh: 示例促进会
types: [society]
--- catalog/organisations/test-centre.yaml
name:
  zh: 示例测试中心
types: [third-party]
--- catalog/procedures/society-rules.yaml
name:
  zh: 示例制定程序
society: society
number_code: EXA
review_years: 3
stages:
  - {{state: drafting, code: "20", name: {{zh: 起草}}, checks: [no-errors]}}
  - state: comment
    code: "30"
    name: {{zh: 征求意见}}
    min_days: 30
    documents: [{{id: comment-table, name: {{zh: 意见汇总处理表}}}}]
    checks: [no-errors, no-undecided-comments, no-orphaned-comments, comment-table]
  - {{state: review, code: "40", name: {{zh: 审查}}, quorum_min: 50, approval_min: 75, checks: [redline-made]}}
  - {{state: approval, code: "50", name: {{zh: 批准}}, checks: [no-errors]}}
  - state: published
    code: "60"
    name: {{zh: 发布}}
    documents: [{{id: announcement, name: {{zh: 发布公告}}, due: entering}}]
  - {{state: re-review, code: "90", name: {{zh: 复审}}, documents: [{{id: review-report, name: {{zh: 复审报告}}}}]}}
  - {{state: abolished, code: "95", name: {{zh: 废止}}}}
--- {FOLDER}/draft.md
{_DRAFT}--- {FOLDER}/standard.yaml
# yaml-language-server: $schema=../../schemas/v1/standard.schema.json
name:
  zh: 示例网关技术要求
status: comment  # 见公告
history:
  - {{to: proposal, date: 2025-01-06}}
  - {{to: initiation, date: 2025-02-10}}
  - {{to: drafting, date: 2025-03-03}}
  # 征求意见公告 2026 年第 3 号
  - {{to: comment, date: 2026-05-04, until: 2026-06-02}}
society: society
procedure: society-rules
drafting_organisations: [acme]
"""


def standard_repository(root: Path) -> Path:
    """The files of it in a small repository, and the lock of the draft."""
    for path, content in files_of(_FILES).items():
        write(root, path, content)
    return root


def write(root: Path, path: str, content: bytes | str) -> Path:
    target = root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content.encode() if isinstance(content, str) else content)
    return target


def commit(root: Path) -> None:
    """Everything as a commit of Git."""
    if not (root / ".git").exists():
        write(root, ".gitignore", "/.cache/\n")
        git(root, "init", "-qb", "main")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "change")


def git(root: Path, *arguments: str) -> None:
    who = {"GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.org", "GIT_CONFIG_GLOBAL": os.devnull}
    who |= {"GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@example.org", "GIT_CONFIG_SYSTEM": os.devnull}
    subprocess.run(["git", "-C", str(root), *arguments], check=True, capture_output=True, env=os.environ | who)
