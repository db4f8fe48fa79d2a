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


def run(command: Sequence[str | Path], folder: Path) -> Sample:
    """Run a command to its end. RuntimeError, with what it said, where it fails."""
    log = folder / ".bench.log"
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
        "DISABLE_MKDOCS_2_WARNING": "true",
    }
    with log.open("w+b") as said:
        began = time.perf_counter()
        process = subprocess.Popen(
            [str(part) for part in command], cwd=folder, stdout=said, stderr=said, env=environment
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            text = said.read().decode(errors="replace")[-2000:]
            raise RuntimeError(f"{Path(str(command[0])).name} ended with {process.returncode}:\n{text}")
    log.unlink()
    return Sample(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


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
