"""Which period or day each amount of a sentence is said of."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from topline.quantities.cues import AFTER
from topline.quantities.figure_siblings import Named
from topline.quantities.figure_text import FigureSentence
from topline.quantities.model import Interval, Quantity
from topline.quantities.spans import months_in, shift

__all__ = ["date_amounts"]

# "net income of $5 million, or $.20 per share, on revenues of $48 million for the half": one period for all
_ON_SALES = re.compile(r",? on (?:[\w-]+ )?(?:revenues?|sales) of (?:approximately |about )?")
_FEW_DAYS = timedelta(days=8)
_JOINED = re.compile(r"-?(?: periods?)?(?:,| and|, and|,? or)(?: the)? ?(?:full )?")


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
        if any(end <= q.start < start for q in _anchors(sentence, instant=item.kind == "instant")):
            rows.append([replace(item, step="compared" if last[0].step == "compared" else "own")])
        else:
            last.append(item)
    return rows


def _anchors(sentence: FigureSentence, *, instant: bool) -> list[Quantity]:
    labels = ("DATE", "PERIOD") if instant else ("PERIOD",)
    return [q for q in sentence.values if q.label in labels and q.interval is not None]


def _intervals(run: Sequence[Quantity], amounts: int, *, instant: bool) -> list[Interval]:
    """The intervals of coordinated periods; an item of the balance sheet is told on their last day.

    A mention that stands for as many periods as there are amounts gives them all, else the one it mainly means.
    """
    out: list[Interval] = []
    for found in run:
        out += found.also if len(found.also) == amounts else [found.interval] if found.interval is not None else []
    return [Interval(i.end, i.end) for i in out] if instant else out


def _run_from(sentence: FigureSentence, anchors: Sequence[Quantity], at: int) -> list[Quantity]:
    run = [anchors[at]]
    for following in anchors[at + 1 :]:
        if not _JOINED.fullmatch(sentence.masked[run[-1].end : following.start]):
            break
        run.append(following)
    return run


def _within(sentence: FigureSentence, row: list[Named]) -> list[Quantity]:
    """The period told of an amount before its form per share: "$5 million for the quarter, or $0.31 per share"."""
    for last, item in pairwise(row):
        if item.step == "sibling":
            found = [q for q in _anchors(sentence, instant=False) if last.quantity.end <= q.start < item.quantity.start]
            if found:
                return found
    return []


def _after(sentence: FigureSentence, row: list[Named], limit: int, *, instant: bool) -> list[Quantity]:
    """The periods told right after a row of amounts and before the next one."""
    end = row[-1].quantity.end
    anchors = [q for q in _anchors(sentence, instant=instant) if end <= q.start < limit]
    if not anchors or sentence.masked[anchors[0].end : limit].strip() == ":":
        return []
    near = anchors[0].start - end < 64 and all(w in AFTER for w in sentence.words(end, anchors[0].start))
    return _run_from(sentence, anchors, 0) if near else []


def _before(
    sentence: FigureSentence, row: list[Named], floor: int, taken: set[int], *, instant: bool
) -> list[Quantity]:
    """The nearest periods told before a row, those left out that another row has taken from its right side."""
    start = row[0].quantity.start
    anchors = [q for q in _anchors(sentence, instant=instant) if floor <= q.start < start and q.start not in taken]
    if instant and any(q.label == "DATE" for q in anchors):
        anchors = [q for q in anchors if q.label == "DATE" or q.start > floor]
    run: list[Quantity] = []
    for at in range(len(anchors)):
        run = _run_from(sentence, anchors, at)
        if run[-1].start == anchors[-1].start:
            break
    return run


def _earlier(
    sentence: FigureSentence, row: list[Named], behind: Sequence[Interval], taken: set[int]
) -> Interval | None:
    """The quarter of "The loss for the quarter was $5 million, and $9 million for the half": that of the first amount.

    A period before two amounts and one behind them are told of one each, if they end together or a year apart.
    """
    amounts = [n.quantity.label for n in row if n.step != "sibling"]
    if len(behind) != 1 or row[0].concept is None or amounts != ["MONEY", "MONEY"]:
        return None
    before = _before(sentence, row, sentence.start, taken, instant=False)
    if len(before) != 1 or before[0].interval is None or before[0].also:
        return None
    found, last = before[0].interval, behind[0]
    to_date = found.end == last.end and months_in(found) < months_in(last)
    return found if to_date or found in (shift(last, 1), shift(last, -1)) else None


def _is_year(told: Quantity) -> bool:
    """ "$3 million in 2003", "in the prior year", which may be said of the same months of that year."""
    return told.rule == "year" or (told.rule == "previous" and told.precision == "year")


def _like(current: Interval, told: Quantity) -> Interval:
    """The year told for a comparison, cut to the months it is compared with ("... nine months ..., versus 2003").

    Of a fiscal year those months may lie in the calendar year before.
    """
    own = told.interval or current
    years = own.end.year - current.end.year
    if months_in(current) >= 12 or _lies_in(current, own):
        return own
    for moved in (shift(current, years), shift(current, years - 1)):
        if _lies_in(moved, own):
            return moved
    return shift(current, years) if years else own


def _lies_in(part: Interval, year: Interval) -> bool:
    """Quarters end up to some days off the end of a month."""
    return year.start - _FEW_DAYS <= part.start and part.end <= year.end + _FEW_DAYS


def _like_each(before: Sequence[Interval | None], row: Sequence[Named], told: Quantity) -> list[Interval]:
    """Amounts of a quarter and a year against as many of the year before: "... and $89 million, for 2021"."""
    mains = sum(n.step != "sibling" for n in row)
    found = [_like(period, told) for period in before if period is not None]
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
    out: list[Interval | None] = []
    rows, taken, current = _rows(sentence, named), set[int](), topic
    before: list[Interval | None] = []
    for index, row in enumerate(rows):
        limit = rows[index + 1][0].quantity.start if index + 1 < len(rows) else sentence.end
        floor = rows[index - 1][-1].quantity.end if index else sentence.start
        instant = row[0].kind == "instant"
        compared = row[0].step == "compared"
        run = _within(sentence, row) or _after(sentence, row, limit, instant=instant)
        behind = bool(run)
        run = run or _before(sentence, row, floor if compared else sentence.start, taken, instant=instant)
        if behind or compared:
            taken |= {q.start for q in run}
        intervals = _intervals(run, sum(n.step != "sibling" for n in row), instant=instant)
        if compared and not instant and len(run) == 1 and _is_year(run[0]) and current is not None:
            intervals = _like_each(before, row, run[0]) or [_like(current, run[0])]
        if not intervals and not compared and current is not None:
            intervals = [Interval(current.end, current.end) if instant else current]
        if (
            behind
            and not compared
            and not instant
            and (earlier := _earlier(sentence, row, intervals, taken)) is not None
        ):
            intervals = [earlier, *intervals]
        periods = _share_out(row, intervals)
        if not compared and intervals and not instant:
            current = periods[0]
        out += periods
        mains = [period for item, period in zip(row, periods, strict=True) if item.step != "sibling"]
        before = mains if compared else before + mains
    told = {item.quantity.start: period for item, period in zip(named, out, strict=True)}
    return [told[item.quantity.start if item.pair is None else item.pair] for item in named], current
