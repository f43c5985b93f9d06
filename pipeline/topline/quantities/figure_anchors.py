"""The periods and days that stand beside a row of amounts, and a bare year cut to the months it is compared with."""

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
from topline.quantities.words import SAME_AS

__all__ = ["anchors_of", "is_year", "lies_in", "like", "told_after", "told_left", "told_within", "years_of_a_quarter"]

# "Net loss was flat with the prior year at $5 million"
_ALIKE = re.compile(rf"\b{SAME_AS}(?: (?:the|that|those|levels?|of|in|for|its|our|results))* $")
_NEAR = 48
_FEW_DAYS = timedelta(days=8)
_JOINED = re.compile(r"-?(?: periods?)?(?:,| and|, and|,? or)(?: the)? ?(?:full )?")


def anchors_of(sentence: FigureSentence, *, instant: bool) -> list[Quantity]:
    labels = ("DATE", "PERIOD") if instant else ("PERIOD",)
    return [q for q in sentence.values if q.label in labels and q.interval is not None]


def run_from(sentence: FigureSentence, anchors: Sequence[Quantity], at: int) -> list[Quantity]:
    run = [anchors[at]]
    for following in anchors[at + 1 :]:
        if not _JOINED.fullmatch(sentence.masked[run[-1].end : following.start]):
            break
        run.append(following)
    return run


def told_within(sentence: FigureSentence, row: list[Named]) -> list[Quantity]:
    """The period told of an amount before its form per share: "$5 million for the quarter, or $0.31 per share"."""
    for last, item in pairwise(row):
        if item.step == "sibling":
            found = [
                q for q in anchors_of(sentence, instant=False) if last.quantity.end <= q.start < item.quantity.start
            ]
            if found:
                return found
    return []


def told_after(sentence: FigureSentence, row: list[Named], limit: int, *, instant: bool) -> list[Quantity]:
    """The periods told right after a row of amounts and before the next one."""
    end = row[-1].quantity.end
    anchors = [q for q in anchors_of(sentence, instant=instant) if end <= q.start < limit]
    if not anchors or sentence.masked[anchors[0].end : limit].strip() == ":":
        return []
    gap = sentence.masked[end : anchors[0].start]
    near = len(gap) < 64 and ";" not in gap and all(w in AFTER for w in sentence.words(end, anchors[0].start))
    return run_from(sentence, anchors, 0) if near else []


def told_left(
    sentence: FigureSentence, row: list[Named], floor: int, taken: set[int], *, instant: bool
) -> list[Quantity]:
    """The nearest periods told before a row, those left out that another row has taken from its right side."""
    start = row[0].quantity.start
    anchors = [q for q in anchors_of(sentence, instant=instant) if floor <= q.start < start and q.start not in taken]
    anchors = [q for q in anchors if not _ALIKE.search(sentence.masked, max(floor, q.start - 48), q.start)]
    if instant and any(q.label == "DATE" for q in anchors):
        anchors = [q for q in anchors if q.label == "DATE" or q.start > floor]
    run: list[Quantity] = []
    for at in range(len(anchors)):
        run = run_from(sentence, anchors, at)
        if run[-1].start == anchors[-1].start:
            break
    return run


def is_year(told: Quantity) -> bool:
    """ "$3 million in 2003", "in the prior year", which may be said of the same months of that year."""
    return told.rule == "year" or (told.rule == "previous" and told.precision == "year")


def like(current: Interval, told: Quantity) -> Interval:
    """The year told for a comparison, cut to the months it is compared with ("... nine months ..., versus 2003").

    Of a fiscal year those months may lie in the calendar year before.
    """
    own = told.interval or current
    years = own.end.year - current.end.year
    if months_in(current) >= 12 or lies_in(current, own):
        return own
    for moved in (shift(current, years), shift(current, years - 1)):
        if lies_in(moved, own):
            return moved
    return shift(current, years) if years else own


def years_of_a_quarter(sentence: FigureSentence, row: list[Named], run: Sequence[Quantity]) -> list[Quantity]:
    """ "Third quarter revenue was $5 million and $4 million in 2004 and 2003": the years are those of the quarter.

    The quarter must stand beside the name of the item and lie in the later year, which it does not where the years may
    be fiscal ones.
    """
    cue = row[0].cue
    if cue is None or len(run) < 2 or not all(q.rule == "year" for q in run):
        return []
    before = [q for q in anchors_of(sentence, instant=False) if q.end <= row[0].quantity.start]
    if len(before) != 1 or before[0].interval is None or is_year(before[0]):
        return []
    part, last = before[0].interval, before[0]
    span = (cue.end, row[0].quantity.start) if cue.end <= last.start else (last.end, cue.start)
    beside = span[1] - span[0] < _NEAR and "," not in sentence.masked[slice(*span)] and sentence.is_link(*span)
    latest = max(q.interval.end.year for q in run if q.interval is not None)
    if not beside or months_in(part) >= 12 or not latest == part.start.year == part.end.year:
        return []
    return [replace(q, interval=shift(part, q.interval.end.year - latest)) for q in run if q.interval is not None]


def lies_in(part: Interval, year: Interval) -> bool:
    """Quarters end up to some days off the end of a month."""
    return year.start - _FEW_DAYS <= part.start and part.end <= year.end + _FEW_DAYS
