"""What a large standard costs: seconds from Markdown to a Word file, reading included, and the most memory.

python -m perf.standards            a draft of 440 KB
python -m perf.standards 1000       one of so many KB
"""

import gc
import resource
import sys
import time

from generator.drafts.read import read_draft
from generator.standards.document import StandardDocument
from generator.standards.word.write import standard_docx
from generator.texts import Text

KILOBYTES = 440
LIMIT = 3.0
"""Seconds."""
_CHAPTERS = 30
_CLAUSE = """\
## 第{clause}项 {{#c-{chapter}-{clause}}}

::: {{.provision #p-{chapter}-{clause} kind=requirement aspect=function}}
终端应支持第{count}项要求，{text}见[@tbl-{chapter}-{clause}]。
:::

表：第{count}项的等级 {{#tbl-{chapter}-{clause}}}

| 等级 | 上限/ms | 业务 | 来源 |
|:-:|:-:|---|---|
"""
_ROW = "| L{row} | {value} | 移动机器人（视频流） | 3GPP TS 22.104 表5.5-1 |\n"
_FORMULA = "\n$$T_{{{count}}} = \\sum_{{i=1}}^{{n}} t_i + {count}$$ {{#eq-{chapter}-{clause}}}\n\n"


def markdown(kilobytes: int = KILOBYTES) -> str:
    """A draft of about so many kilobytes: 30 chapters of clauses, each with a provision and a table, some with a formula."""
    front = "# 前言 {#c-foreword}\n\n本文件按照GB/T 1.1—2020起草。\n\n# 范围 {#c-scope}\n\n本文件规定了要求。\n\n"
    front += "# 规范性引用文件 {#c-references}\n\n本文件没有规范性引用文件。\n\n# 术语和定义 {#c-terms}\n\n本文件没有需要界定的术语和定义。\n\n"
    each = len(_clause(1, 1, 1).encode())
    clauses = max(1, round(kilobytes * 1000 / each / _CHAPTERS))
    parts = [front]
    for chapter in range(1, _CHAPTERS + 1):
        parts.append(f"# 第{chapter}组要求 {{#c-{chapter}}}\n\n")
        parts += (_clause(chapter, clause, (chapter - 1) * clauses + clause) for clause in range(1, clauses + 1))
    return "".join(parts)


def _clause(chapter: int, clause: int, count: int) -> str:
    text = "所有数据应带有来自同一时间源的时间标记，" * 3
    made = _CLAUSE.format(chapter=chapter, clause=clause, count=count, text=text)
    made += "".join(_ROW.format(row=row, value=row * 10) for row in range(1, 5))
    return made + (_FORMULA.format(chapter=chapter, clause=clause, count=count) if clause % 5 == 0 else "\n")


def document(content: bytes) -> StandardDocument:
    """The draft as a document. Raises ValueError where it cannot be read."""
    draft, problems = read_draft("draft.md", content)
    if draft is None:
        raise ValueError(problems)
    return StandardDocument("large", "draft", Text("示例产品　通用要求"), "T/ABC XXXX—XXXX", draft)


def once(kilobytes: int = KILOBYTES) -> dict[str, float]:
    """Seconds of reading and writing, megabytes of memory, kilobytes of Markdown and of the file."""
    gc.disable()  # as the command does
    content = markdown(kilobytes).encode()
    start = time.perf_counter()
    made = document(content)
    read = time.perf_counter()
    file = standard_docx(made)
    end = time.perf_counter()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    figures = {"read": read - start, "write": end - read, "seconds": end - start, "memory": memory}
    sizes = {"markdown": len(content) / 1000, "file": len(file) / 1000}
    return {key: round(value, 2) for key, value in (figures | sizes).items()}


if __name__ == "__main__":
    print(once(int(sys.argv[1]) if len(sys.argv) > 1 else KILOBYTES), "within", LIMIT)
