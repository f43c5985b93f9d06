"""How far measures would move with other releases: percentile intervals of documents drawn again and again."""

from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter
from random import Random

from topline.evaluation.measures import headline
from topline.records.base import Record

__all__ = ["SAMPLES", "Bounds", "Counts", "bounds_of_difference", "bounds_of_measures"]

SAMPLES = 1000
_TAIL = 0.025
_PLACES = 4

# The counts of one document by name.
Counts = Mapping[str, int]


class Bounds(Record):
    """The middle 95% of what was drawn."""

    low: float
    high: float


def bounds_of_measures(documents: Sequence[Counts], *, samples: int = SAMPLES, seed: int = 0) -> dict[str, Bounds]:
    """By name of measure. None of a single document, which says nothing of others."""
    drawn: dict[str, list[float]] = {}
    for (counts,) in _resampled([documents], samples, seed):
        for name, value in headline(counts).items():
            drawn.setdefault(name, []).append(value)
    return {name: _middle(values) for name, values in drawn.items()}


def bounds_of_difference(
    before: Sequence[Counts], after: Sequence[Counts], *, samples: int = SAMPLES, seed: int = 0
) -> dict[str, Bounds]:
    """Of `after` less `before`, which are of the same documents in the same order: both draw the same ones."""
    drawn: dict[str, list[float]] = {}
    for old, new in _resampled([before, after], samples, seed):
        was = headline(old)
        for name, value in headline(new).items():
            if name in was:
                drawn.setdefault(name, []).append(value - was[name])
    return {name: _middle(values) for name, values in drawn.items()}


def _resampled(runs: Sequence[Sequence[Counts]], samples: int, seed: int) -> Iterator[tuple[dict[str, int], ...]]:
    """The counts of each run, added up over as many documents as there are, drawn with replacement."""
    size = len(runs[0])
    if size < 2:
        return
    columns = [
        {name: [counts.get(name, 0) for counts in run] for name in sorted({n for counts in run for n in counts})}
        for run in runs
    ]
    random = Random(seed)  # noqa: S311  (draws documents, keeps no secret)
    for _ in range(samples):
        take = itemgetter(*random.choices(range(size), k=size))
        yield tuple({name: sum(take(column)) for name, column in run.items()} for run in columns)


def _middle(values: list[float]) -> Bounds:
    ordered = sorted(values)
    return Bounds(low=_quantile(ordered, _TAIL), high=_quantile(ordered, 1 - _TAIL))


def _quantile(ordered: Sequence[float], share: float) -> float:
    """Between two values in proportion."""
    at = share * (len(ordered) - 1)
    below = int(at)
    above = min(below + 1, len(ordered) - 1)
    return round(ordered[below] + (at - below) * (ordered[above] - ordered[below]), _PLACES)
