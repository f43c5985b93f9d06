"""The comparison as Markdown, one table a question."""

from collections.abc import Iterator, Mapping, Sequence
from statistics import median

from table_scoring import Cells, Links
from value_cases import CaseScore
from value_runs import TextScore

__all__ = ["case_table", "cell_table", "first_table", "link_lines", "step_table", "text_table", "time_table"]

_OURS = "topline"
_BASES = ("quantulum3", "dateparser.search_dates")


def text_table(scores: Mapping[str, TextScore]) -> Iterator[str]:
    first = next(iter(scores.values()))
    times, amounts = first.mentions, first.amounts
    yield from ("### Values of the prose", "")
    yield _head(
        "tool",
        "given",
        f"dates, periods, durations of {times.total}: span and value / value alone",
        f"periods of {times.periods}: the same",
        f"money of {amounts.total}: the same",
        f"told as per share, of {amounts.per_share}",
        "with sign, concept, period",
        "look-alikes taken for values",
        "other false finds",
        "release dates told, none given",
    )
    for name, score in scores.items():
        m, a = score.mentions, score.amounts
        yield _row(
            name,
            score.form,
            f"{m.exact} / {m.alone}",
            f"{m.periods_exact} / {m.periods_alone}",
            f"{a.exact} / {a.alone}",
            a.typed,
            a.said,
            score.false.distractors,
            score.false.elsewhere,
            score.dated,
        )
    yield ""


def cell_table(title: str, scores: Mapping[str, Cells]) -> Iterator[str]:
    total = next(iter(scores.values())).total
    parts = ("value, sign, scale", "unit", "period", "full label", "all of it")
    yield from (f"### {title}", "", _head("tool", f"has a cell of its own, of {total}", *parts))
    for name, s in scores.items():
        yield _row(name, s.found, s.value, s.unit, s.period, s.label, s.whole)
    yield ""


def link_lines(links: Links) -> Iterator[str]:
    yield (
        f"Figures of the prose tied to their cells by topline: {links.linked_right} of {links.linked}; left alone "
        f"because no cell states them: {links.unlinked_right} of {links.unlinked}. No other tool here answers this.\n"
    )


def case_table(scores: Mapping[str, CaseScore]) -> Iterator[str]:
    first = next(iter(scores.values()))
    yield from ("### Written sentences", "")
    yield _head(
        "tool",
        f"dates, periods, durations of {first.times}: span and value / value alone",
        f"amounts of money of {first.amounts}: the same",
        f"sentences without a value of {first.empty}: something found in",
    )
    for name, s in scores.items():
        times = f"{_share(s.times_exact, s.times)} / {_share(s.times_alone, s.times)}"
        amounts = f"{_share(s.amounts_exact, s.amounts)} / {_share(s.amounts_alone, s.amounts)}"
        yield _row(name, times, amounts, s.disturbed)
    yield ""


def time_table(runs: Mapping[str, Sequence[float]], releases: int, *, by_wall: frozenset[str]) -> Iterator[str]:
    """`topline` is what the ratios of the other rows are to."""
    ours = median(runs[_OURS])
    yield from ("### Time, warm, one core", "")
    yield _head("tool", "ms a release, least / median", "releases/s", "times topline's")
    for name, times in runs.items():
        title = f"{name} (wall time)" if name in by_wall else name
        yield _time_row(title, min(times), median(times), releases, ours)
    least, middle = (sum(of(runs[name]) for name in _BASES) for of in (min, median))
    yield _time_row(" + ".join(_BASES), least, middle, releases, ours)
    yield ""


def _time_row(name: str, least: float, middle: float, releases: int, ours: float) -> str:
    each = 1000 / releases
    return _row(name, f"{least * each:.1f} / {middle * each:.1f}", f"{releases / middle:.1f}", _ratio(middle / ours))


def step_table(seconds: Mapping[str, float], releases: int) -> Iterator[str]:
    yield from ("### Where topline's time goes", "", _head("step", "ms a release"))
    for name, value in seconds.items():
        yield _row(name, f"{1000 * value / releases:.1f}")
    yield ""


def first_table(seconds: Mapping[str, tuple[float, float]]) -> Iterator[str]:
    yield from ("### Start to first result", "", _head("tool", "wall seconds, least", "processor seconds, median"))
    for name, (wall, processor) in seconds.items():
        yield _row(name, f"{wall:.2f}", f"{processor:.2f}")
    yield ""


def _ratio(value: float) -> str:
    return f"{value:.0f}" if value >= 10 else f"{value:.2g}"


def _share(part: int, whole: int) -> str:
    return f"{part} ({part / whole:.0%})" if whole else "0"


def _head(*cells: str) -> str:
    return f"| {' | '.join(cells)} |\n{'|---' * len(cells)}|"


def _row(*cells: object) -> str:
    return f"| {' | '.join(map(str, cells))} |"
