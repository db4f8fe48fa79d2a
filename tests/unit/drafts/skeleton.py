"""The chapters that every draft has, for tests that care about one fragment only."""

SKELETON = """\
# 前言 {#c-foreword}

本文件由示例促进会提出。

# 范围 {#c-scope}

本文件规定了示例产品的要求。

# 规范性引用文件 {#c-references}

本文件没有规范性引用文件。

# 术语和定义 {#c-terms}

本文件没有需要界定的术语和定义。

# 要求 {#c-requirements}

"""


def draft(fragment: str) -> bytes:
    """A draft whose fifth heading, chapter 4, holds the fragment."""
    return (SKELETON + fragment).encode()
