"""Runs of pandoc are kept, time-outs too, and all drafts of a run share one budget of time."""

from collections.abc import Sequence

import pytest

from generator.drafts import pandoc
from generator.drafts.read import read_draft
from generator.drafts.runs import Runs
from generator.texts import Text
from tests.unit.drafts import skeleton


class Slow:
    """A pandoc that takes its whole time and does not finish, and counts how often it is run."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.times: list[float] = []
        monkeypatch.setattr("time.monotonic", lambda: sum(self.times))

    def __call__(self, arguments: Sequence[str], text: bytes, timeout: float) -> bytes:
        self.times.append(timeout)
        raise pandoc.PandocTimeout(Text(f"{timeout:g} 秒", f"{timeout:g} s"))


def limit(runs: Runs, content: bytes) -> str:
    draft, problems = read_draft("draft.md", content, runner=runs)
    assert draft is None
    assert [code.code for code, _ in problems] == ["D003"]
    found = problems[0][1].values["limit"]
    assert isinstance(found, Text)
    return found.en


def test_a_time_out_is_kept_for_its_text(monkeypatch: pytest.MonkeyPatch) -> None:
    store: dict[bytes, bytes] = {}
    slow = Slow(monkeypatch)
    said = [limit(Runs(store.get, store.__setitem__, run=slow), text) for text in (b"# a\n", b"# a\n", b"# b\n")]
    assert said == ["20 s"] * 3
    assert len(slow.times) == 2


def test_all_drafts_share_a_budget_and_the_later_ones_may_try_again(monkeypatch: pytest.MonkeyPatch) -> None:
    store: dict[bytes, bytes] = {}
    slow = Slow(monkeypatch)
    runs = Runs(store.get, store.__setitem__, budget=50, run=slow)
    for number in range(5):
        limit(runs, f"# {number}\n".encode())
    assert slow.times == [20, 20, 10]
    assert len(store) == 2
    assert limit(Runs(store.get, store.__setitem__, run=slow), b"# 4\n") == "20 s"


def test_what_was_read_is_read_once() -> None:
    store: dict[bytes, bytes] = {}
    content = skeleton.draft("时延为 $T$。\n")
    first = read_draft("draft.md", content, runner=Runs(store.get, store.__setitem__))

    def never(arguments: Sequence[str], text: bytes, timeout: float) -> bytes:
        raise AssertionError

    assert len(store) == 2
    assert read_draft("draft.md", content, runner=Runs(store.get, store.__setitem__, run=never)) == first


@pytest.mark.parametrize(
    "tex",
    [r"\newcommand{\a}{\a\a}\a", r"\def\a{1}\a", r"\let\a=b", r"\renewcommand\a{1}", r"\gdef\a{}", r"\edef\a{}"],
)
def test_a_formula_that_defines_commands_is_refused_and_not_converted(tex: str) -> None:
    asked: list[bytes] = []

    def run(arguments: Sequence[str], text: bytes, timeout: float) -> bytes:
        asked.append(text)
        return pandoc.run(arguments, text, timeout)

    _, problems = read_draft("draft.md", skeleton.draft(f"$$ {tex} $$ {{#eq-a}}\n\n$T$\n"), runner=run)
    assert [code.code for code, _ in problems] == ["D033"]
    assert tex.startswith(str(problems[0][1].values["command"]))
    assert len(asked) == 2
    assert tex.encode() not in asked[1].replace(b"\\\\", b"\\")


def test_a_usual_formula_is_converted() -> None:
    draft, problems = read_draft("draft.md", skeleton.draft("$$\\left( a \\right) \\delta \\leq 1$$ {#eq-a}\n"))
    assert draft is not None
    assert problems == ()
