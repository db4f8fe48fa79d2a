"""The variables of formulas, and where they are explained."""

import re
from collections.abc import Iterable, Iterator

from generator.drafts.model import Block, Math, Paragraph, inner_blocks
from generator.rules.drafting.view import said

_TEXT = re.compile(r"\\(?:text|mathrm|operatorname|mathit|mathbf|textrm|rm)\s*\{([^{}]*)\}")
_GREEK = (
    "alpha|beta|gamma|delta|epsilon|varepsilon|zeta|eta|theta|vartheta|lambda|mu|nu|xi|rho|sigma|tau|phi|varphi|chi|psi|"
    "omega|Gamma|Delta|Theta|Lambda|Phi|Psi|Omega"
)
_SYMBOL = re.compile(rf"(?:\\(?:{_GREEK})|(?<![A-Za-z\\])[A-Za-z])(?![A-Za-z])(?:_(?:\{{([^{{}}]*)\}}|([A-Za-z0-9])))?")
_CONSTANT = frozenset({"e", "d", "i", "j", "k", "n", "m", "N"})
"""Letters that often are a constant, a differential or an index; they are not asked for."""


def symbols(tex: str) -> tuple[str, ...]:
    """The variables of a formula, each with its index: `t_s` for `t_{\\mathrm{s}}`."""
    plain = _TEXT.sub(lambda match: match[1] if len(match[1]) < 4 else "", _within_index(tex))
    found = []
    for match in _SYMBOL.finditer(plain):
        letter = match.group().partition("_")[0]
        index = "".join((match[1] or match[2] or "").split())
        if index or letter not in _CONSTANT:
            found.append(f"{letter}_{index}" if index else letter)
    return tuple(dict.fromkeys(found))


def _within_index(tex: str) -> str:
    r"""Without the command around an index: `t_{\mathrm{s}}` becomes `t_{s}`."""
    return re.sub(r"_\{\s*\\(?:text|mathrm|textrm|rm)\s*\{([^{}]*)\}\s*\}", r"_{\1}", tex)


def containers(blocks: Iterable[Block]) -> Iterator[tuple[Block, ...]]:
    """The blocks of each place: those of a clause, then those within each of its blocks."""
    blocks = tuple(blocks)
    yield blocks
    for block in blocks:
        if inner := inner_blocks(block):
            yield from containers(inner)


def explains(block: Block) -> bool:
    """Whether a paragraph begins the explanation of a formula."""
    return isinstance(block, Paragraph) and said(block.inlines).lstrip().startswith(("式中", "其中："))


def explained_in(block: Block) -> Iterator[str]:
    """The variables that a paragraph explains: a formula in the line, then a dash."""
    if isinstance(block, Paragraph):
        for n, inline in enumerate(block.inlines):
            if isinstance(inline, Math):
                after = said(block.inlines[n + 1 : n + 2]).lstrip()
                before = said(block.inlines[max(0, n - 1) : n]).rstrip()
                if (
                    n == 0
                    or after.startswith(("—", "-", "–", "：", "为", "是", "、", "，", "表示"))
                    or before.endswith(("、", "，", "；", "："))
                ):
                    yield from all_symbols(inline.tex)


def all_symbols(tex: str) -> Iterator[str]:
    """Every symbol, the constants and indices too."""
    for match in _SYMBOL.finditer(_TEXT.sub(lambda m: m[1], _within_index(tex))):
        index = "".join((match[1] or match[2] or "").split())
        letter = match.group().partition("_")[0]
        yield f"{letter}_{index}" if index else letter
