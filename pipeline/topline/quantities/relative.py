"""Times told from the release day: today, last year, next month, later this quarter."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from topline.quantities.antecedents import is_compared
from topline.quantities.comparisons import compared_year, is_compared_amount
from topline.quantities.model import Interval, Precision, Quantity
from topline.quantities.reading import WHICH_FIRST, Reading, Rule, date_quantity, period_quantity
from topline.quantities.spans import fiscal_quarter, fiscal_year, fiscal_year_of, month, months_ending, months_in
from topline.quantities.tense import AHEAD, PAST, tense
from topline.quantities.words import compiled

__all__ = ["RELATIVE_RULES"]

_PRECISIONS: dict[str, Precision] = {"week": "week", "month": "month", "quarter": "quarter", "year": "year"}
_STEPS = {"last": -1, "next": 1, "past": -1, "coming": 1, "upcoming": 1}
_AT_HAND = frozenset({"coming", "upcoming"})
# Years of 52 weeks end so near to the month's end.
_FEW_DAYS = 7
_COMPARED = frozenset({"last year", "last fiscal year"})
# "the needs of today" and "the medicines of tomorrow" tell no day.
_FIGURATIVE = re.compile(r"(?<!as)(?<!as )\bof $")


def _build_today(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    released = reading.context.released_on
    if released is None or _FIGURATIVE.search(reading.before(match.start(), 10)):
        return ()
    step = {"yesterday": -1, "tomorrow": 1}.get(match[0].lower(), 0)
    reading.infer("released_on")
    return (date_quantity(reading, match.span(), released + timedelta(days=step), rule),)


def _unit_of(unit: str, released: date, step: int, reading: Reading, *, calendar: bool) -> Interval:
    """The year, quarter, month or week (from Monday) that lies `step` units from the release day's own."""
    if unit == "week":
        monday = released + timedelta(days=7 * step - released.weekday())
        return Interval(monday, monday + timedelta(days=6))
    if unit == "month":
        total = released.year * 12 + released.month - 1 + step
        return month(total // 12, total % 12 + 1)
    if unit == "year":
        year = released.year if calendar else fiscal_year_of(released, reading.context)
        return fiscal_year(year + step, reading.context, calendar=calendar)
    year, context = released.year, reading.context
    quarters = [fiscal_quarter(y, q, context) for y in range(year - 1, year + 3) for q in range(1, 5)]
    current = next(i for i, q in enumerate(quarters) if q.start <= released <= q.end)
    return quarters[current + step]


def _year_at_hand(reading: Reading) -> Interval | None:
    """The "coming year" of a release that reports a whole one, which has begun when the release comes out."""
    reported = reading.context.period
    if reported is None:
        return None
    own = fiscal_year_of(reported.end, reading.context)
    if abs((fiscal_year(own, reading.context).end - reported.end).days) > _FEW_DAYS:
        return None
    reading.infer("period")
    return fiscal_year(own + 1, reading.context)


def _build_unit(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    released = reading.context.released_on
    if released is None:
        return ()
    if match["unit"].lower() == "quarter" and not match["bend"] and reading.context.period is not None:
        return _build_quarter(match, reading, reading.context.period, rule)
    if match[0].lower() in _COMPARED and (year := compared_year(reading, match.start())) is not None:
        reading.infer_fiscal(match[0])
        # An amount compared with that of a year is cut to the months it has, by this name of the rule.
        return (period_quantity(reading, match.span(), year, "year", precision="year"),)
    step = _STEPS.get(match["which"].lower(), 0)
    unit = match["unit"].lower()
    if unit == "year" and match["which"].lower() in _AT_HAND and (year := _year_at_hand(reading)) is not None:
        reading.infer_fiscal(match[0])
        return (period_quantity(reading, match.span(), year, rule, precision="year"),)
    # The last year of an outlook is the fiscal one, too, where its amount is compared.
    fiscal = (match["kind"] or "").lower() == "fiscal" or (
        match[0].lower() in _COMPARED and is_compared_amount(reading, match.start())
    )
    found = _unit_of(unit, released, step, reading, calendar=not fiscal)
    reading.infer("released_on")
    if fiscal or unit == "quarter":
        reading.infer_fiscal(match[0])
    bend = (match["bend"] or "").lower()
    if bend == "later" and step == 0:
        found = Interval(max(released, found.start), found.end)
    elif bend == "earlier" and step == 0:
        found = Interval(found.start, min(released, found.end))
    precision: Precision = "part" if bend and step == 0 else _PRECISIONS[unit]
    return (period_quantity(reading, match.span(), found, rule, precision=precision),)


def _build_quarter(match: re.Match[str], reading: Reading, reported: Interval, rule: str) -> Sequence[Quantity]:
    """ "this quarter" beside a reported one: that one where something is told of the past, else the one under way.

    "last quarter" is the one before whichever of both is told of; nothing is found where the sentence does not say.
    """
    released, which, way = reading.context.released_on, match["which"].lower(), tense(reading, *match.span())
    if released is None or months_in(reported) != 3:
        return ()
    running = _unit_of("quarter", released, 0, reading, calendar=True)
    if which in ("this", "current"):
        mine = way == PAST and (which == "this" or reading.modifier(match.start()) in ("in", "for", "during", "of"))
        if not mine and way == 0 and which == "this":
            return ()
        found = reported if mine else running
    elif which == "last" and is_compared(reading, match.start()) and way != AHEAD:
        mine, found = True, months_ending(reported.start - timedelta(days=1), 3)
    else:
        mine, found = False, _unit_of("quarter", released, _STEPS[which], reading, calendar=True)
    reading.infer("period" if mine else "released_on")
    reading.infer_fiscal(match[0])
    return (period_quantity(reading, match.span(), found, rule, precision="quarter"),)


_KIND = r"(?:(?P<kind>fiscal|calendar)[ -])?"
_TODAY = (
    r"today|yesterday|tomorrow|date hereof"
    r"|date of (?:this|the) (?:press |news )?(?:release|announcement|communication|document)"
)
_UNIT = (
    rf"(?:(?P<bend>later|earlier)(?: on)?(?: in)? (?:the )?)?(?P<which>this|last|next|current|coming|upcoming) {_KIND}"
    rf"(?P<unit>year|quarter|month|week)(?![\w-])(?! century)(?!'s (?:\w+ )?(?:quarter|period|year))"
)
_TODAY_FIRST = frozenset({"today", "yesterday", "tomorrow", "date"})
_UNIT_FIRST = WHICH_FIRST | {"later", "earlier", "current", "coming", "upcoming"}
RELATIVE_RULES = (
    Rule("today", _TODAY_FIRST, compiled(rf"(?:{_TODAY})(?!\w)"), _build_today),
    Rule("relative", _UNIT_FIRST, compiled(_UNIT), _build_unit),
)
