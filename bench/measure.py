"""What is measured: a cold start, warm releases with their stages, and one long text with its peak memory."""

import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TypedDict

import spacy
from spacy.language import Language

from generate import release
from topline.components import QUANTITIES, ReleaseReader
from topline.extraction import Extractor, load
from topline.readers import read_bytes
from topline.statements import link_figures, read_statements

__all__ = ["Cold", "Growth", "Times", "Warm", "cold_start", "growth", "warm"]

_COLD_RUNS = 9
_SECONDS = 6.0
_FEWEST, _MOST = 3, 40
_GROWTH_RUNS = 5
_TOPLINE = "from topline.cli import main; main()"
_APART = "\n\n\n"


class Times(TypedDict):
    """Seconds; `runs` is how many there were."""

    min: float
    median: float
    runs: int


class Cold(TypedDict):
    topline: Times
    spacy: Times
    python: Times


class Warm(TypedDict):
    """Seconds for all releases together; `stages` are medians, `spacy` tokenises the same texts."""

    releases: int
    chars: int
    topline: Times
    spacy: Times
    stages: dict[str, float]


class Growth(TypedDict):
    """Of one text that is `size` releases long; `peak_mib` is the process's peak after reading it."""

    size: int
    chars: int
    topline: Times
    spacy: Times
    idle_mib: float
    peak_mib: float


def _times(seconds: Sequence[float]) -> Times:
    return Times(min=min(seconds), median=median(seconds), runs=len(seconds))


def _timed(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def cold_start(path: Path) -> Cold:
    """Wall time of whole processes, the three kinds in turn, after one run of each that is not counted."""
    commands = {
        "topline": ["-c", _TOPLINE, "extract", "--json", str(path)],
        "spacy": ["-c", "import spacy"],
        "python": ["-c", "pass"],
    }
    runs: dict[str, list[float]] = defaultdict(list)
    for i in range(_COLD_RUNS + 1):
        for name, command in commands.items():
            seconds = _timed(partial(subprocess.run, [sys.executable, *command], check=True, capture_output=True))
            if i:
                runs[name].append(seconds)
    return Cold(topline=_times(runs["topline"]), spacy=_times(runs["spacy"]), python=_times(runs["python"]))


def warm(releases: Sequence[bytes]) -> Warm:
    """Bytes to JSON, one release after the other, in a process that has read each of them once before."""
    extractor, nlp, blank = Extractor(load()), load(), _blank()
    texts = [read_bytes(data)[0].source for data in releases]
    once = _timed(lambda: _extract(extractor, releases))
    _tokenise(blank, texts)
    _staged(nlp, releases)
    runs = max(_FEWEST, min(_MOST, int(_SECONDS / once)))
    rounds = [_round(extractor, nlp, blank, releases, texts) for _ in range(runs)]
    return Warm(
        releases=len(releases),
        chars=sum(map(len, texts)),
        topline=_times([seconds for seconds, _, _ in rounds]),
        spacy=_times([seconds for _, seconds, _ in rounds]),
        stages={name: median(stages[name] for _, _, stages in rounds) for name in rounds[0][2]},
    )


def _round(
    extractor: Extractor, nlp: Language, blank: Language, releases: Sequence[bytes], texts: Sequence[str]
) -> tuple[float, float, dict[str, float]]:
    whole = _timed(lambda: _extract(extractor, releases))
    tokenised = _timed(lambda: _tokenise(blank, texts))
    stages = _staged(nlp, releases)
    return whole, tokenised, {**stages, "mentions, record, JSON": max(0.0, whole - sum(stages.values()))}


def _blank() -> Language:
    blank = spacy.blank("en")
    blank.max_length = 100_000_000
    return blank


def _extract(extractor: Extractor, releases: Sequence[bytes | str]) -> None:
    for data in releases:
        extractor(data).to_json()


def _tokenise(blank: Language, texts: Sequence[str]) -> None:
    for text in texts:
        blank.make_doc(text)


def _staged(nlp: Language, releases: Sequence[bytes]) -> dict[str, float]:
    """The same road step by step, in a pipeline of its own."""
    stages: dict[str, float] = defaultdict(float)
    reader = next(c for _, c in nlp.pipeline if isinstance(c, ReleaseReader))
    for data in releases:
        clock = _Clock(stages)
        document = read_bytes(data)[0]
        clock.stop("reading")
        doc = reader.doc(document)
        clock.stop("tokenising")
        for name, component in nlp.pipeline:
            if component is not reader:
                doc = component(doc)
                clock.stop(name)
        statements, _ = read_statements(document.page, document.tables, release=doc._.release.context)
        clock.stop("statements")
        text = doc.text
        amounts = [s._.quantity for s in doc.spans[QUANTITIES] if s.label_ in ("MONEY", "PER_SHARE")]
        figures = [(f"q{i}", amount) for i, amount in enumerate(amounts)]
        link_figures(figures, statements, texts={i: text[a.start : a.end] for i, a in figures})
        clock.stop("links")
    return dict(stages)


class _Clock:
    """Adds the time since the last stop to a stage."""

    def __init__(self, stages: dict[str, float]) -> None:
        self._stages = stages
        self._last = perf_counter()

    def stop(self, stage: str) -> None:
        now = perf_counter()
        self._stages[stage] += now - self._last
        self._last = now


def growth(size: int) -> Growth:
    """One text of `size` generated releases, another one in each run; call it in a process of its own.

    The process has read four other releases before, so that the matchers are built and the tokenisers' caches filled.
    """
    extractor, blank = Extractor(load()), _blank()
    for seed in range(4):
        extractor(release(seed)).to_json()
        blank.make_doc(release(seed))
    idle = _peak_mib()
    texts = [_APART.join(release(1000 * run + i) for i in range(size)) for run in range(1, _GROWTH_RUNS + 1)]
    seconds = [_timed(partial(_extract, extractor, [text])) for text in texts]
    peak = _peak_mib()
    return Growth(
        size=size,
        chars=int(median(map(len, texts))),
        topline=_times(seconds),
        spacy=_times([_timed(partial(_tokenise, blank, [text])) for text in texts]),
        idle_mib=idle,
        peak_mib=peak,
    )


def _peak_mib() -> float:
    """Peak resident memory of this program: Linux's ru_maxrss also counts the parent that it was forked from."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) / 1024
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
