"""Turns a parser's complaint into a code at the place where the writer slipped.

The parser notices some slips late: a missing space after a colon on the next line, a missing quote
at the end of the file. Those places are moved back to the cause.
"""

import re
from collections.abc import Sequence

from yaml.error import Mark, MarkedYAMLError, YAMLError

from generator.diagnostics import Code
from generator.source import codes
from generator.source.scalars import STRANGE_SPACES
from generator.source.scan import Fault, point, shown
from generator.texts import Text

_KEY_WITHOUT_SPACE = re.compile(r"""(?P<before>\s*(?:- +)*)(?P<key>["']?[\w.-]+["']?)(?::(?=[^\s/])|：)\s*""")
_DASH_WITHOUT_SPACE = re.compile(r"(?P<before>\s*(?:- +)*)-(?=[^\s-])")
_KEY_BEFORE = re.compile(r":\s+\S")
_SHOWN = 12

_REASONS: tuple[tuple[str, Text], ...] = (
    ("sequence entries are not allowed", Text("列表项要另起一行", "a list item begins on a line of its own")),
    ("mapping keys are not allowed", Text("这里不能写 ?", "no ? may stand here")),
    ("document start", Text("内容在此之前已经结束", "the content has ended before this place")),
)
_AFTER_MARK = Text("| 或 > 之后要换行再写文字", "after | or > the text begins on the next line")
_SURPLUS_BRACKET = Text("多了一个右括号", "there is one closing bracket too many")
_NO_KEY = Text("冒号前缺少键", "there is no key before the colon")
_AFTER_BRACKET = Text("右括号之后还有文字", "text follows the closing bracket")


def fault_of(error: YAMLError, text: str) -> tuple[Code, dict[str, object], tuple[int, int], int]:
    """What tells the writer of `text` about the parser's `error`.

    Code, values, (line, column) of the slip, and the line on which the parser noticed it.
    """
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        return codes.SYNTAX_ERROR, {"problem": _reason(str(error))}, (1, 1), 1
    lines = text.split("\n")
    mark, begin = error.problem_mark, error.context_mark or error.problem_mark
    code, values, (line, column) = _fault(error.context or "", error.problem or "", mark, begin, lines)
    if line > len(lines):  # libyaml puts the end of a text on a line of its own
        line, column = len(lines), len(lines[-1]) + 1
    return code, values, (line, column), mark.line + 1


def _fault(context: str, problem: str, mark: Mark, begin: Mark, lines: Sequence[str]) -> Fault:
    if "quoted scalar" in context:
        return _quoted(problem, mark, begin, lines)
    if "expected ',' or" in problem:
        last = max(number for number, line in enumerate(lines[: mark.line + 1], 1) if line.strip())
        return codes.UNCLOSED_BRACKET, {"bracket": _at(lines, begin), "line": last}, _place(begin)
    if "cannot start any token" in problem and _at(lines, mark) in ("@", "`", "%"):
        return codes.RESERVED_CHARACTER, {"character": _at(lines, mark)}, _place(mark)
    if "could not find expected ':'" in problem:
        found = _strange(lines, begin.line) or missing_space(lines, begin.line)
        return found or (codes.MISSING_COLON, {}, _place(begin))
    if "mapping values are not allowed" in problem:
        return _second_colon(mark, lines)
    if "expected key" in problem or "expected '-'" in problem or "<block end>" in problem:
        return _out_of_block(mark, lines)
    return _rare(context, problem, mark, begin, lines)


def _rare(context: str, problem: str, mark: Mark, begin: Mark, lines: Sequence[str]) -> Fault:
    if "directive" in context or "directive" in problem:
        return codes.YAML_DIRECTIVE, {}, _place(begin)
    written = {"written": shown(_line(lines, begin)[begin.column :])}
    if "anchor" in context or "alias" in context:
        return codes.ANCHOR_OR_ALIAS, {**written}, _place(begin)
    if "tag" in context:
        return codes.YAML_TAG, {**written}, _place(begin)
    if "node content" in problem and mark.line >= len(lines) - (lines[-1] == ""):
        return _open_bracket(lines) or (codes.SYNTAX_ERROR, {"problem": _reason(problem)}, _place(mark))
    found = missing_space(lines, mark.line) if "document start" in problem else None
    reason = _AFTER_MARK if "block scalar" in context else _reason(problem)
    return found or (codes.SYNTAX_ERROR, {"problem": reason}, _place(mark))


def missing_space(lines: Sequence[str], number: int, start: int = 0) -> Fault | None:
    """`a:1`, `名称：网关` or `-a` at column `start` of that line, as a fault at the colon or dash; else None.

    >>> missing_space(["名称：网关"], 0)[1:]
    ({'written': '名称：网关', 'meant': '名称: 网关'}, (1, 3))
    """
    line = lines[number] if number < len(lines) else ""
    found = _KEY_WITHOUT_SPACE.match(line, start)
    if found:
        key, rest = found["key"], line[found.end() :][:_SHOWN].rstrip()
        written = line[found.start("key") : found.end()] + rest
        values: dict[str, object] = {"written": shown(written.rstrip()), "meant": shown(f"{key}: {rest}".rstrip())}
        return codes.MISSING_SPACE, values, (number + 1, found.end("key") + 1)
    found = _DASH_WITHOUT_SPACE.match(line, start)
    if found:
        rest = line[found.end() :][:_SHOWN].rstrip()
        values = {"written": shown(f"-{rest}"), "meant": shown(f"- {rest}")}
        return codes.MISSING_SPACE, values, (number + 1, found.end())
    return None


def _quoted(problem: str, mark: Mark, begin: Mark, lines: Sequence[str]) -> Fault:
    if "end of stream" in problem or "document" in problem:
        return codes.UNCLOSED_QUOTE, {"quote": _at(lines, begin)}, _place(begin)
    line = _line(lines, mark)
    column = line.rfind("\\", 0, mark.column + 1)
    if column < 0:
        return codes.SYNTAX_ERROR, {"problem": _reason(problem)}, _place(mark)
    length = {"x": 4, "u": 6, "U": 10}.get(line[column + 1 : column + 2], 2)
    return codes.BAD_ESCAPE, {"escape": shown(line[column : column + length])}, (mark.line + 1, column + 1)


def _open_bracket(lines: Sequence[str]) -> Fault | None:
    """The innermost bracket that the end of the text leaves open."""
    closed = 0
    for number in range(len(lines), 0, -1):
        for column, character in reversed(list(enumerate(lines[number - 1], 1))):
            closed += (character in "]}") - (character in "[{")
            if closed < 0:
                last = max(at for at, line in enumerate(lines, 1) if line.strip())
                return codes.UNCLOSED_BRACKET, {"bracket": character, "line": last}, (number, column)
    return None


def _second_colon(mark: Mark, lines: Sequence[str]) -> Fault:
    """A colon where no key can be: a second one on the line, or a key that the line before swallowed."""
    if _KEY_BEFORE.search(_line(lines, mark)[: mark.column]):
        return codes.COLON_IN_TEXT, {}, _place(mark)
    above = mark.line - 1
    while above > 0 and (not lines[above].strip() or lines[above].lstrip().startswith("#")):
        above -= 1
    slip = missing_space(lines, above) if above >= 0 else None
    return slip or _strange(lines, mark.line) or _indentation(mark.line, lines)


def _out_of_block(mark: Mark, lines: Sequence[str]) -> Fault:
    """Something that fits neither the block before it nor any around it."""
    line = _line(lines, mark)
    before = line[: mark.column].rstrip()
    if line[mark.column : mark.column + 1] in ("]", "}"):
        return codes.SYNTAX_ERROR, {"problem": _SURPLUS_BRACKET}, _place(mark)
    if line[mark.column : mark.column + 1] == ":":
        return codes.SYNTAX_ERROR, {"problem": _NO_KEY}, _place(mark)
    if before.endswith(('"', "'")):
        return codes.TEXT_AFTER_QUOTE, {}, _place(mark)
    if before.endswith(("]", "}")):
        return codes.SYNTAX_ERROR, {"problem": _AFTER_BRACKET}, _place(mark)
    return _strange(lines, mark.line) or _indentation(mark.line, lines)


def _strange(lines: Sequence[str], number: int) -> Fault | None:
    line = lines[number] if number < len(lines) else ""
    for column, character in enumerate(line[: len(line) - len(line.lstrip())]):
        if character in STRANGE_SPACES:
            return codes.STRANGE_SPACE, {"character": point(character)}, (number + 1, column + 1)
    return None


def _indentation(number: int, lines: Sequence[str]) -> Fault:
    line = lines[number] if number < len(lines) else ""
    return codes.BAD_INDENTATION, {}, (number + 1, len(line) - len(line.lstrip(" ")) + 1)


def _reason(problem: str) -> Text:
    for part, reason in _REASONS:
        if part in problem:
            return reason
    return Text("无法理解这里的内容", shown(problem))


def _at(lines: Sequence[str], mark: Mark) -> str:
    return _line(lines, mark)[mark.column : mark.column + 1]


def _line(lines: Sequence[str], mark: Mark) -> str:
    """The line of a mark; at the end of a text it may lie behind the last."""
    return lines[mark.line] if mark.line < len(lines) else ""


def _place(mark: Mark) -> tuple[int, int]:
    return mark.line + 1, mark.column + 1
