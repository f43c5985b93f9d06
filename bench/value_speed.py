"""What is timed: each tool alone on the form of the releases that it did best with, topline from the bytes on."""

import gc
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from types import ModuleType

import topline
from tools import topline as ours
from value_report import first_table, step_table, time_table
from value_runs import Sample, grid_score
from value_texts import find_in_form, reference_of
from value_times import Steps, first_results, seconds, steps

__all__ = ["print_times"]

_WHOLE = "topline, whole record as JSON"


def print_times(
    samples: Sequence[Sample],
    texts: Mapping[str, ModuleType],
    tables: Mapping[str, ModuleType],
    forms: Mapping[str, str],
) -> None:
    works: dict[str, Callable[[], object]] = {ours.NAME: partial(_read, samples), _WHOLE: partial(_extract, samples)}
    works |= {tool.NAME: partial(_find, tool, forms[tool.NAME], samples) for tool in texts.values()}
    regions = [(s.document.source, s.gold.tables) for s in samples]
    works |= {tool.NAME: partial(grid_score, tool, regions) for tool in tables.values()}
    for work in works.values():
        work()
    gc.collect()
    gc.freeze()  # else each tool pays for the walks of the collector through the models of the others
    by_wall = frozenset(tool.NAME for tool in texts.values() if getattr(tool, "OWN_PROCESSES", False))
    print(*time_table(seconds(works, by_wall=by_wall), len(samples), by_wall=by_wall), sep="\n")
    print(*step_table(steps(partial(_read_in_steps, samples)), len(samples)), sep="\n")
    modules = {
        ours.NAME: "topline",
        **{tool.NAME: name for name, tool in texts.items()},
    }
    print(*first_table(first_results(modules)), sep="\n")


def _read(samples: Sequence[Sample]) -> None:
    for sample in samples:
        ours.read(sample.data)


def _read_in_steps(samples: Sequence[Sample], clock: Steps) -> None:
    for sample in samples:
        ours.read(sample.data, done=clock)


def _extract(samples: Sequence[Sample]) -> None:
    for sample in samples:
        topline.extract(sample.data).to_json()


def _find(tool: ModuleType, form: str, samples: Sequence[Sample]) -> None:
    for sample in samples:
        given = next(f for f in sample.forms if f.name == form)
        find_in_form(tool.find, given, reference_of(sample.gold.released_on))
