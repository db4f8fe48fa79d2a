"""Reads a draft: from the bytes of draft.md to the numbered model and everything that is wrong with it."""

import re
from collections.abc import Iterable
from dataclasses import replace

from generator.drafts import codes, pandoc
from generator.drafts.ast import Problem, Sink
from generator.drafts.blocks import Reader
from generator.drafts.check import check
from generator.drafts.fences import Paired, pair_fences
from generator.drafts.model import ASPECTS, Block, Draft, Formula, Inline, Math
from generator.drafts.number import numbered
from generator.drafts.rewrite import Rewriter
from generator.drafts.waivers import scoped, set_aside
from generator.texts import Text

CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\uffff]")
"""Characters that nobody sees, or that change how others are seen: no draft holds them."""
_COMMAND = re.compile(
    r"\\(?:(?:re)?new|provide|declare)?(?:command|environment)(?![A-Za-z])"
    r"|\\(?:[gex]?def|let|futurelet|csname|DeclareMathOperator)(?![A-Za-z])"
)
"""TeX that defines commands, or names them in a roundabout way."""


def read_draft(
    path: str,
    content: bytes,
    aspects: Iterable[str] = ASPECTS,
    timeout: float = pandoc.TIMEOUT,
    runner: pandoc.Runner = pandoc.run,
) -> tuple[Draft | None, tuple[Problem, ...]]:
    """The draft, or None where nothing could be read, and the findings in the order of the lines.

    Depends on its arguments only, so callers may keep the result by a hash of `content`. A provision
    that is refused (no id, unknown kind or aspect) is not in the draft. Never raises for bad content.
    """
    sink = Sink(path)
    source = _text(content, sink)
    if source is None:
        return None, tuple(sink.problems)
    paired = pair_fences(source, sink)
    try:
        tree = pandoc.to_ast(paired.text.encode(), timeout, runner)
    except pandoc.PandocTimeout as error:
        sink.add(codes.TIMEOUT, (1, 1), limit=error.limit)
        return None, tuple(sink.problems)
    except pandoc.PandocError as error:
        sink.add(codes.UNREADABLE, (1, 1), reason=str(error))
        return None, tuple(sink.problems)
    draft = parse_json(tree, paired, sink, aspects, runner)
    problems: Iterable[Problem] = sink.problems
    if draft is not None:
        draft = replace(draft, waivers=scoped(draft, paired.text.count("\n") + 1))
        problems, draft = set_aside(problems, draft)
    return draft, tuple(sorted(problems, key=lambda p: (p[1].position or (1, 1), p[0].code)))


def parse_json(
    tree: object, source: Paired, sink: Sink, aspects: Iterable[str] = ASPECTS, runner: pandoc.Runner = pandoc.run
) -> Draft | None:
    """The numbered draft of pandoc's tree of a text; None (with a finding) where it is nested too deeply."""
    nodes = tree.get("blocks", []) if isinstance(tree, dict) else []
    try:
        clauses, waivers = Reader(sink, source.text, tuple(aspects)).read(nodes)
        draft = numbered(Draft(clauses, waivers))
    except RecursionError:
        sink.add(codes.UNREADABLE, (1, 1), reason=Text("嵌套过深", "nested too deeply"))
        return None
    check(draft, sink, source.lost)
    return _with_mathml(draft, sink, runner)


def _text(content: bytes, sink: Sink) -> str | None:
    if len(content) > pandoc.MAX_BYTES:
        sink.add(codes.TOO_LARGE, (1, 1), size=len(content), limit=pandoc.MAX_BYTES)
        return None
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        sink.add(codes.UNREADABLE, (line, 1), reason=Text("不是 UTF-8 编码", "it is not UTF-8"))
        return None
    text = text.replace("\r\n", "\n")
    if found := CONTROL.search(text):
        line = text.count("\n", 0, found.start()) + 1
        column = found.start() - text.rfind("\n", 0, found.start())
        name = f"U+{ord(found.group()):04X}"
        sink.add(
            codes.UNREADABLE,
            (line, column),
            reason=Text(f"含有控制字符 {name}", f"it holds the control character {name}"),
        )
        return None
    return text


def _with_mathml(draft: Draft, sink: Sink, runner: pandoc.Runner) -> Draft:
    """Converts all formulas in one run of pandoc."""
    wanted: dict[tuple[str, bool], int] = {}
    line = 1

    def enter(block: Block) -> Block:
        nonlocal line
        line = getattr(block, "line", 0) or line
        if isinstance(block, Formula):
            wanted.setdefault((block.math.tex, True), line)
        return block

    def collect(inline: Inline) -> Inline:
        if isinstance(inline, Math):
            wanted.setdefault((inline.tex, False), line)
        return inline

    for clause in draft.clauses:
        Rewriter(enter, collect).blocks(clause.blocks)
    refused = {key: command.group() for key in wanted if (command := _COMMAND.search(key[0]))}
    for key, name in refused.items():
        if key[1] or (key[0], True) not in refused:
            sink.add(codes.FORMULA_COMMAND, (wanted[key], 1), command=name)
    sound = [key for key in wanted if key not in refused]
    try:
        found = dict(zip(sound, pandoc.to_mathml(sound, runner=runner), strict=True))
    except pandoc.PandocTimeout as error:
        sink.add(codes.TIMEOUT, (wanted[sound[0]], 1), limit=error.limit)
        return draft
    for key, mathml in found.items():
        if not mathml and (key[1] or (key[0], True) not in wanted):
            sink.add(codes.UNREADABLE_FORMULA, (wanted[key], 1), tex=key[0][:60])

    def put(block: Block) -> Block:
        if isinstance(block, Formula):
            return replace(block, math=replace(block.math, mathml=found.get((block.math.tex, True), "")))
        return block

    def put_inline(inline: Inline) -> Inline:
        if isinstance(inline, Math) and not inline.mathml:
            return replace(inline, mathml=found.get((inline.tex, False), ""))
        return inline

    rewriter = Rewriter(put, put_inline)
    return replace(draft, clauses=tuple(replace(c, blocks=rewriter.blocks(c.blocks)) for c in draft.clauses))
