"""Where a build's time goes: notes when each of its steps begins and ends and what it took, in whichever process.

The steps are functions of the generator, named here and wrapped from outside, so that a build that nobody
measures carries nothing of this.
"""

import json
import resource
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from importlib import import_module
from pathlib import Path
from typing import Any

STEPS = (
    ("read and check", "generator.build", "check_tree"),
    ("waiting for the frames (MkDocs)", "generator.site.frames", "_finish"),
    ("pages", "generator.site.publish", "write_pages"),
    ("API, tables, graph", "generator.site.publish", "_write_files"),
    ("search index", "generator.site.publish", "join_runs"),
    ("sitemaps, redirects", "generator.site.publish", "write_addresses"),
    ("link check", "generator.site.publish", "check"),
    ("swap in", "generator.build", "swap_in"),
)
"""Name, module, function: in the module that calls it. What one of them calls counts as part of it."""


@dataclass(frozen=True, slots=True)
class Step:
    """Seconds: from the first begin to the last end, counted from the start of all; of all processors together."""

    name: str
    begins: float
    ends: float
    cpu: float


def watch(log: Path) -> None:
    """Note every step of this process, and of those that it forks, in a file of JSON lines."""
    log.write_bytes(b"")
    inside: list[str] = []
    for name, module, function in STEPS:
        place = import_module(module)
        setattr(place, function, _noted(name, getattr(place, function), log, inside))


def _noted(name: str, function: Callable[..., Any], log: Path, inside: list[str]) -> Callable[..., Any]:
    @wraps(function)
    def noted(*arguments: Any, **named: Any) -> Any:
        if inside:
            return function(*arguments, **named)
        inside.append(name)
        began, before = time.monotonic(), _cpu()
        try:
            return function(*arguments, **named)
        finally:
            inside.pop()
            line = json.dumps([name, began, time.monotonic(), _cpu() - before])
            with log.open("ab", buffering=0) as file:  # one write for each line, so that processes do not mix theirs
                file.write(line.encode() + b"\n")

    return noted


def _cpu() -> float:
    """Seconds that this process and those it waited for have used."""
    return time.process_time() + sum(resource.getrusage(resource.RUSAGE_CHILDREN)[:2])


def read(log: Path, started: float) -> tuple[Step, ...]:
    """The steps of a run that began at `started` of time.monotonic(), in the order of their begin."""
    noted: dict[str, list[tuple[float, float, float]]] = {}
    for line in log.read_text(encoding="utf-8").splitlines():
        name, *figures = json.loads(line)
        noted.setdefault(name, []).append(tuple(figures))
    found = [
        Step(name, min(f[0] for f in all_) - started, max(f[1] for f in all_) - started, sum(f[2] for f in all_))
        for name, all_ in noted.items()
    ]
    return tuple(sorted(found, key=lambda step: step.begins))


def alone(steps: tuple[Step, ...], wall: float) -> float:
    """Seconds of `wall` in which no step ran."""
    reached = covered = 0.0
    for step in steps:
        covered += max(0.0, step.ends - max(step.begins, reached))
        reached = max(reached, step.ends)
    return wall - covered
