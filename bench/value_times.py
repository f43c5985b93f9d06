"""Processor seconds a release, of all tools in turn in one process on one core; and wall time to a first result."""

import os
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Mapping
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from statistics import median
from time import perf_counter, process_time

__all__ = ["Steps", "first_results", "one_core", "seconds", "steps"]

_ROUNDS = 15
_FEWEST = 3
_ENOUGH = 12.0
_FIRST_RUNS = 5
_FIRST = Path(__file__).with_name("first_result.py")


def one_core() -> None:
    """This process and those that it starts stay on one core, where the system lets them."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def seconds(works: Mapping[str, Callable[[], object]], *, by_wall: frozenset[str]) -> dict[str, list[float]]:
    """All have run once before. A slow one has fewer rounds, three at least.

    Processor seconds, and wall seconds for the tools that work in processes of their own.
    """
    runs: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(_ROUNDS):
        for name, work in works.items():
            if len(runs[name]) < _FEWEST or sum(runs[name]) < _ENOUGH:
                runs[name].append(_spent(work, perf_counter if name in by_wall else process_time))
    return runs


def _spent(work: Callable[[], object], clock: Callable[[], float]) -> float:
    before = clock()
    work()
    return clock() - before


class Steps:
    """Processor seconds of the steps of something that tells when each is done."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)
        self._last = process_time()

    def __call__(self, step: str) -> None:
        now = process_time()
        self.seconds[step] += now - self._last
        self._last = now


def steps(work: Callable[[Steps], object]) -> dict[str, float]:
    """Median seconds of each step."""
    runs = []
    for _ in range(_ROUNDS):
        clock = Steps()
        work(clock)
        runs.append(clock.seconds)
    return {step: median(run[step] for run in runs) for step in runs[0]}


def first_results(names: Mapping[str, str]) -> dict[str, tuple[float, float]]:
    """Of a Python process that imports a tool and reads one sentence: least wall and median processor seconds."""
    runs: dict[str, list[tuple[float, float]]] = {name: [] for name in names}
    for i in range(_FIRST_RUNS + 1):
        for name, module in names.items():
            start, spent = perf_counter(), _children()
            subprocess.run([sys.executable, str(_FIRST), module], check=True, capture_output=True)
            if i:
                runs[name].append((perf_counter() - start, _children() - spent))
    return {name: (min(wall for wall, _ in times), median(cpu for _, cpu in times)) for name, times in runs.items()}


def _children() -> float:
    used = getrusage(RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
