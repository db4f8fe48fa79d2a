"""Times commands as whole processes: wall time, processor time of all its processes, memory of the largest one."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Sample:
    """One run: seconds of wall and of processor time, megabytes of its largest process."""

    wall: float
    cpu: float
    memory: float

    def __add__(self, other: "Sample") -> "Sample":
        return Sample(self.wall + other.wall, self.cpu + other.cpu, max(self.memory, other.memory))


_STARTER = """\
import os, sys, time
os.set_inheritable(int(sys.argv[1]), False)
began = time.perf_counter()
child = os.posix_spawnp(sys.argv[2], sys.argv[2:], os.environ)
_, status, usage = os.wait4(child, 0)
figures = time.perf_counter() - began, usage.ru_utime + usage.ru_stime, usage.ru_maxrss, os.waitstatus_to_exitcode(status)
os.write(int(sys.argv[1]), " ".join(map(str, figures)).encode())
"""
"""Starts the command and waits for it. A process counts what it weighed before it became another program, so
the command must not be started by this process, which may be large, but by one that has imported nothing.
What the system then gives for it is the largest of the command's own process and of all below it that were
waited for: pools of processes, programs that it ran."""


def run(command: Sequence[str | Path], folder: Path) -> Sample:
    """Run a command to its end. RuntimeError, with what it said, where it fails."""
    log = folder / ".bench.log"
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
        "DISABLE_MKDOCS_2_WARNING": "true",
    }
    # Every Python program may keep its compiled modules, as it does for those who use it.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    read, write = os.pipe()
    with log.open("w+b") as said, os.fdopen(read, "rb") as figures:
        starter = [sys.executable, "-I", "-S", "-c", _STARTER, str(write), *map(str, command)]
        process = subprocess.Popen(starter, cwd=folder, stdout=said, stderr=said, env=environment, pass_fds=(write,))
        os.close(write)
        process.wait()
        found = figures.read().split()
        ended = int(found[3]) if found else process.returncode
        if ended:
            said.seek(0)
            text = said.read().decode(errors="replace")[-2000:]
            raise RuntimeError(f"{Path(str(command[0])).name} ended with {ended}:\n{text}")
    log.unlink()
    return Sample(float(found[0]), float(found[1]), int(found[2]) / 1024)


def quiet(load: float = 0.8, patience: float = 120) -> None:
    """Wait until the machine has little else to do, but not for ever."""
    ends = time.monotonic() + patience
    while os.getloadavg()[0] > load and time.monotonic() < ends:
        time.sleep(5)


def alternate(tasks: Mapping[str, Callable[[], Sample]], runs: int) -> dict[str, tuple[Sample, ...]]:
    """Every task `runs` times, one after another and round again, so that a slow minute hits all of them."""
    found: dict[str, list[Sample]] = {name: [] for name in tasks}
    for turn in range(runs):
        for name, task in tasks.items():
            sample = task()
            found[name].append(sample)
            sys.stderr.write(
                f"  {turn + 1}/{runs} {name}: {sample.wall:.2f} s, {sample.cpu:.2f} s cpu, {sample.memory:.0f} MB\n"
            )
    return {name: tuple(samples) for name, samples in found.items()}


def median(samples: Sequence[Sample]) -> Sample:
    """The median of each figure."""
    return Sample(
        *(statistics.median(getattr(sample, name) for sample in samples) for name in ("wall", "cpu", "memory"))
    )


def ratio(one: Sequence[Sample], other: Sequence[Sample]) -> float:
    """How many times as long `one` took as `other`: the median of the pairs that ran beside each other."""
    return statistics.median(a.wall / b.wall for a, b in zip(one, other, strict=True))
