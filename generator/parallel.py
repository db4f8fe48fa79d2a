"""Runs tasks in several processes that begin with all that this one has in memory."""

import os
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

R = TypeVar("R")


def run_all(tasks: Sequence[Callable[[], R]], jobs: int) -> Iterator[R]:
    """The tasks' results, in their order; in `jobs` processes where the system can fork.

    A task may be any function: the processes have it already, and only its result, which can be pickled,
    is sent. What it changes in memory is lost. A pool takes a few hundredths of a second to start.
    """
    if jobs < 2 or len(tasks) < 2 or not hasattr(os, "fork"):
        yield from (task() for task in tasks)
        return
    # Imported on use: a check with a full cache needs no other process.
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    before = _Held.tasks
    _Held.tasks = tasks
    try:
        with ProcessPoolExecutor(jobs, mp_context=get_context("fork")) as pool:
            yield from pool.map(_run, range(len(tasks)))
    finally:
        _Held.tasks = before


class _Held:
    """What forked processes find in their memory."""

    tasks: Sequence[Callable[[], Any]] = ()


def _run(number: int) -> Any:
    return _Held.tasks[number]()
