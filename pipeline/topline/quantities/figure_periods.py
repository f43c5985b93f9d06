"""Which period or day each amount of a sentence is said of."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from topline.quantities.figure_anchors import (
    anchors_of,
    is_year,
    like,
    told_after,
    told_left,
    told_within,
    years_of_a_quarter,
)
from topline.quantities.figure_changes import Change, goes_to, told_change
from topline.quantities.figure_siblings import Named
from topline.quantities.figure_text import FigureSentence
from topline.quantities.model import Interval, Quantity
from topline.quantities.spans import months_in, shift

__all__ = ["date_amounts"]

# "net income of $5 million, or $.20 per share, on revenues of $48 million for the half": one period for all
_ON_SALES = re.compile(r",? on (?:[\w-]+ )?(?:revenues?|sales) of (?:approximately |about )?")


def _rows(sentence: FigureSentence, named: Sequence[Named]) -> list[list[Named]]:
    """Amounts that take their periods together: those joined by "and", each with its per-share form.

    A period or day between two amounts parts them, and what is joined to a comparison is one too.
    """
    rows: list[list[Named]] = []
    for item in named:
        last = rows[-1] if rows else None
        if last is not None and _ON_SALES.fullmatch(sentence.masked, last[-1].quantity.end, item.quantity.start):
            last.append(replace(item, step="sibling"))
            continue
        if last is None or item.step in ("own", "compared"):
            rows.append([item])
            continue
        if item.step == "sibling":
            last.append(item)
            continue
        end = next(n.quantity.end for n in reversed(last) if n.step != "sibling" or n is last[0])
        start = item.quantity.start
        if goes_to(sentence, last, item.quantity):
            rows.append([replace(item, step="own")])
        elif any(end <= q.start < start for q in anchors_of(sentence, instant=item.kind == "instant")):
            rows.append([replace(item, step="compared" if last[0].step == "compared" else "own")])
        else:
            last.append(item)
    return rows


def _intervals(run: Sequence[Quantity], amounts: int, *, instant: bool) -> list[Interval]:
    """The intervals of coordinated periods; an item of the balance sheet is told on their last day.

    A mention that stands for as many periods as there are amounts gives them all, else the one it mainly means.
    """
    out: list[Interval] = []
    for found in run:
        out += found.also if len(found.also) == amounts else [found.interval] if found.interval is not None else []
    return [Interval(i.end, i.end) for i in out] if instant else out


def _earlier(
    sentence: FigureSentence, row: list[Named], behind: Sequence[Interval], taken: set[int]
) -> Interval | None:
    """The quarter of "The loss for the quarter was $5 million, and $9 million for the half": that of the first amount.

    A period before two amounts and one behind them are told of one each, if they end together or a year apart.
    """
    amounts = [n.quantity.label for n in row if n.step != "sibling"]
    if len(behind) != 1 or row[0].concept is None or amounts != ["MONEY", "MONEY"]:
        return None
    before = told_left(sentence, row, sentence.start, taken, instant=False)
    if len(before) != 1 or before[0].interval is None or before[0].also:
        return None
    found, last = before[0].interval, behind[0]
    to_date = found.end == last.end and months_in(found) < months_in(last)
    return found if to_date or found in (shift(last, 1), shift(last, -1)) else None


def _like_each(before: Sequence[Interval | None], row: Sequence[Named], told: Quantity) -> list[Interval]:
    """Amounts of a quarter and a year against as many of the year before: "... and $89 million, for 2021"."""
    mains = sum(n.step != "sibling" for n in row)
    found = [like(period, told) for period in before if period is not None]
    return found if mains > 1 and mains == len(found) == len(before) else []


def _share_out(row: list[Named], intervals: list[Interval]) -> list[Interval | None]:
    """One interval per amount where there are as many, a single one for all of a row, else none: nobody can tell."""
    mains = [n for n in row if n.step != "sibling"]
    if len(intervals) == 1:
        return [*intervals] * len(row)
    if len(mains) != len(intervals):
        return [None] * len(row)
    out: list[Interval | None] = []
    index = -1
    for item in row:
        index += item.step != "sibling"
        out.append(intervals[max(index, 0)])
    return out


def date_amounts(
    sentence: FigureSentence, named: Sequence[Named], topic: Interval | None
) -> tuple[list[Interval | None], Interval | None]:
    """The interval of each amount, and the one that the next sentence may go on from.

    A period told after an amount comes first, then one told before it. An amount set against another one never takes
    that one's period. An amount that stands by itself may take the period of the one before it, else `topic`.
    """
    rows, state = _rows(sentence, named), _State(topic)
    index = 0
    while index < len(rows):
        floor = rows[index - 1][-1].quantity.end if index else sentence.start
        ends = [*(row[0].quantity.start for row in rows[index + 1 :]), sentence.end, sentence.end]
        first, second = rows[index], rows[index + 1] if index + 1 < len(rows) else []
        if _is_change(sentence, first, second):
            state.add_change((first, second), told_change(sentence, first, second, ends[1], state.current))
            index += 2
        else:
            state.add(sentence, first, floor, ends[0])
            index += 1
    told = {item.quantity.start: period for item, period in zip(named, state.out, strict=True)}
    return [told[item.quantity.start if item.pair is None else item.pair] for item in named], state.topic


def _is_change(sentence: FigureSentence, first: list[Named], second: list[Named]) -> bool:
    """Of an item that is told over a time; what the balance sheet prints is told at its days."""
    if not second:
        return False
    flows = first[0].step == "own" and first[0].kind != "instant" and second[0].kind != "instant"
    return flows and goes_to(sentence, first, second[0].quantity)


def _is_later(period: Interval, other: Interval) -> bool:
    return (period.end, period.start) >= (other.end, other.start)


@dataclass(slots=True)
class _State:
    """What the rows so far are said of: `out` an interval for each amount, `before` those of the last that compare.

    `topic` is what the next sentence goes on from: of two periods that a sentence is about the one that ends later, of
    a quarter and its year the quarter.
    """

    current: Interval | None
    topic: Interval | None = None
    out: list[Interval | None] = field(default_factory=list)
    before: list[Interval | None] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)

    def add_change(self, rows: Sequence[list[Named]], change: Change) -> None:
        for row, period in zip(rows, change, strict=True):
            self.out += [period] * len(row)
        self._go_on(change.after)
        self.before.append(change.after)

    def add(self, sentence: FigureSentence, row: list[Named], floor: int, limit: int) -> None:
        """`floor` is where the row before ends, `limit` where the next one begins."""
        instant, compared = row[0].kind == "instant", row[0].step == "compared"
        run = told_within(sentence, row) or told_after(sentence, row, limit, instant=instant)
        run = years_of_a_quarter(sentence, row, run) or run
        behind = bool(run)
        compared = compared and not (behind and self._goes_on_with(run))
        run = run or told_left(sentence, row, floor if compared else sentence.start, self.taken, instant=instant)
        if behind or compared:
            self.taken |= {q.start for q in run}
        intervals = _intervals(run, sum(n.step != "sibling" for n in row), instant=instant)
        if compared and not instant and len(run) == 1 and is_year(run[0]) and self.current is not None:
            intervals = _like_each(self.before, row, run[0]) or [like(self.current, run[0])]
        if not intervals and not compared and self.current is not None:
            intervals = [Interval(self.current.end, self.current.end) if instant else self.current]
        alone = behind and not compared and not instant
        if alone and (earlier := _earlier(sentence, row, intervals, self.taken)) is not None:
            intervals = [earlier, *intervals]
        periods = _share_out(row, intervals)
        if not compared and intervals and not instant:
            self._go_on(periods[0])
        self.out += periods
        mains = [period for item, period in zip(row, periods, strict=True) if item.step != "sibling"]
        self.before = mains if compared else self.before + mains

    def _go_on(self, period: Interval | None) -> None:
        self.current = period
        if self.topic is None or (period is not None and _is_later(period, self.topic)):
            self.topic = period

    def _goes_on_with(self, run: Sequence[Quantity]) -> bool:
        """Whether a longer or shorter period ends with the one spoken of: "..., and $9 million for the year"."""
        told = run[0].interval if len(run) == 1 else None
        return told is not None and self.current is not None and told != self.current and told.end == self.current.end
