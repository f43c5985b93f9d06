"""Periods told by an earlier one: "the same quarter in 2002", "the prior-year period", "the preceding quarter"."""

import re
from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal

from topline.quantities.antecedents import Antecedent, antecedent
from topline.quantities.measures import NUMBER_FIRST
from topline.quantities.model import Interval, Quantity
from topline.quantities.reading import NUMERAL, Reading, Rule, date_quantity, period_quantity
from topline.quantities.spans import fiscal_quarter, fiscal_year, fiscal_year_of, months_ending, quarter_of, shift
from topline.quantities.tense import AHEAD, tense
from topline.quantities.words import VOCABULARY, WORD_NUMBER, YEAR, alternation, compiled, number_of

__all__ = ["ANAPHORA_RULES"]

_QUARTERS: dict[str, int] = VOCABULARY["quarters"]


def _years_to(match: re.Match[str], base: Interval, reading: Reading) -> int | None:
    """How many years to move, None when the words name no other year."""
    printed = match["y1"] or match["y2"]
    if printed:
        fiscal = "fiscal" in match[0].lower() or reading.context.fiscal_year_end != (12, 31)
        own = fiscal_year_of(base.end, reading.context) if fiscal else base.end.year
        return int(printed) - own
    return -1 if match["py1"] or match["py2"] or match["ago"] else None


def _moved(match: re.Match[str], reading: Reading, base: Antecedent, years: int, rule: str) -> Sequence[Quantity]:
    moved = [shift(b, years) for b in base.intervals]
    also = tuple(reversed(moved)) if moved[1:] else ()
    return (period_quantity(reading, match.span(), moved[0], rule, also, precision=base.precision),)


def _build_same(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    noun = match["noun"].lower()
    if noun in ("date", "day"):
        return _same_day(match, reading, rule)
    count = number_of(match["count"]) if match["count"] else None
    if count is not None and match["unit"].lower() == "week":
        count = Decimal(round(count / 52 * 12))
    base = antecedent(reading, noun, int(count) if count else None)
    if base is None:
        return ()
    return _moved(match, reading, base, _years_to(match, base.intervals[0], reading) or 0, rule)


def _same_day(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    days = reading.recent("DATE")
    if not days or days[-1].interval is None:
        return ()
    reading.point_to((days[-1].start, days[-1].end))
    moved = shift(days[-1].interval, _years_to(match, days[-1].interval, reading) or 0)
    return (date_quantity(reading, match.span(), moved.end, rule),)


def _build_that_day(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    """ "as of that date"."""
    days = reading.recent("DATE")
    if not days or days[-1].interval is None or reading.modifier(match.start()) not in _DAY_MODIFIERS:
        return ()
    reading.point_to((days[-1].start, days[-1].end))
    return (date_quantity(reading, match.span(), days[-1].interval.end, rule),)


def _build_prior_year(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    """ "prior-year quarter", "year-ago period", "last year's second quarter"."""
    if match["order"]:
        return _ordered(match, reading, rule)
    count = number_of(match["count"]) if match["count"] else None
    noun = match["noun"].lower()
    base = antecedent(reading, noun, int(count) if count and match["unit"].lower() == "month" else None)
    return () if base is None else _moved(match, reading, base, -1, rule)


def _ordered(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    named, reported = reading.periods(), reading.context.period
    if named and named[-1].interval is not None:
        anchor = named[-1].interval.end
        reading.point_to((named[-1].start, named[-1].end))
    elif reported is not None:
        anchor = reported.end
        reading.infer("period")
    elif reading.context.released_on is not None:
        anchor = reading.context.released_on
        reading.infer("released_on")
    else:
        return ()
    year = fiscal_year_of(anchor, reading.context) - 1
    found = fiscal_quarter(year, _QUARTERS[match["order"].lower()], reading.context)
    reading.infer_fiscal(match[0])
    return (period_quantity(reading, match.span(), found, rule, precision="quarter"),)


def _build_previous(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    """ "preceding quarter", "previous year": the one that ends where the last one named begins."""
    noun = match["noun"].lower()
    if match[0].lower().startswith("sequential") and not reading.before(match.start(), 4) == "the ":
        return ()
    meant = antecedent(reading, noun, None) if tense(reading, *match.span()) != AHEAD else None
    if meant is None:
        return ()
    base = meant.intervals[0]
    if noun == "year":
        found = shift(base, -1)
    elif quarter_of(base) is not None and base.start.day == 1:
        found = months_ending(base.start - timedelta(days=1), 3)
    else:
        found = Interval(base.start - timedelta(days=91), base.start - timedelta(days=1))
    precision = "year" if noun == "year" else "quarter"
    return (period_quantity(reading, match.span(), found, rule, precision=precision),)


def _build_ago(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    """ "a year ago", "a year earlier" beside a period of the same text."""
    if not reading.periods() or not reading.before(match.start(), 4).endswith(("a ", "one ")):
        return ()
    base = antecedent(reading, "period", None)
    return () if base is None else _moved(match, reading, base._replace(intervals=base.intervals[:1]), -1, rule)


def _build_those(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    """ "those periods", where the text named several that are coordinated."""
    base = antecedent(reading, match["noun"].lower(), None) if reading.periods() else None
    return () if base is None or len(base.intervals) < 2 else _moved(match, reading, base, 0, rule)


def _build_coordinated(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    """The "nine months" of "third quarter and nine months": the fiscal year to the end of that quarter."""
    last, count = reading.seen[-1] if reading.seen else None, number_of(match["count"])
    if last is None or last.rule != "quarter" or last.interval is None or count not in (6, 9, 12):
        return ()
    if not _AND.fullmatch(match.string, last.end, match.start()):
        return ()
    found = months_ending(last.interval.end, int(count))
    if fiscal_year(fiscal_year_of(found.end, reading.context), reading.context).start != found.start:
        return ()
    reading.point_to((last.start, last.end))
    reading.infer_fiscal(match[0])
    return (period_quantity(reading, match.span(), found, rule, precision="span"),)


_AND = re.compile(r"(?:,? and|,| &|/)(?: the)?(?: first)? ?", re.IGNORECASE)
_DAY_MODIFIERS = frozenset({"as of", "at", "on", "since", "by", "before", "after", "until", "prior to", "through"})
_PRIOR_YEAR = r"(?:prior|previous|preceding|last)[- ](?:fiscal[- ]|calendar[- ])?year(?:'s)?|year[- ](?:ago|earlier)"
_MEASURE = rf"(?:(?P<count>\d{{1,2}}|{WORD_NUMBER})[- ](?P<unit>month|week) )?"
_NOUN = r"(?P<noun>quarter|period|half|year|date|day)s?"
_NO_END = r"(?![\w-])(?!,? (?:ended|ending|then ended))"
_SAME = (
    rf"(?:same|comparable|corresponding|equivalent|like)(?: (?P<y1>{YEAR}))?(?: (?P<py1>{_PRIOR_YEAR}))? {_MEASURE}"
    rf"(?:fiscal |reporting |interim )?{_NOUN}{_NO_END}"
    rf"(?:(?: of| in| for| from|,| during)?(?: the)? (?:(?:fiscal |calendar )?(?:year )?(?P<y2>{YEAR})(?!\w)"
    rf"|(?P<py2>(?:prior|previous|preceding|last)(?: fiscal| calendar)? year)(?!\w)"
    r"|(?P<ago>(?:a|one) year (?:ago|earlier))))?"
)
# "the 2005 period" is the stretch of 2005 that the text compares with.
_YEAR_PERIOD = (
    rf"(?:fiscal )?(?P<y1>{YEAR}) (?P<py1>(?!))?(?P<y2>(?!))?(?P<py2>(?!))?(?P<ago>(?!))?(?:(?:comparable|corresponding|same) )?"
    rf"{_MEASURE}(?P<noun>period|quarter|half)s?{_NO_END}"
)
_YEAR_FIRST = (
    rf"(?:{_PRIOR_YEAR})[- ](?:(?:comparable|corresponding|fiscal|same|reporting) )?"
    rf"(?:(?P<order>{alternation(_QUARTERS)})[- ])?{_MEASURE}(?:fiscal )?(?P<noun>quarter|period|half)s?{_NO_END}"
)
_PREVIOUS = (
    rf"(?:prior|previous|preceding|sequential) (?:fiscal |calendar )?(?P<noun>quarter|year)(?!'s)(?![- ]end)"
    rf"(?! (?:\d|{WORD_NUMBER}[- ]|fiscal|first|second|third|fourth|full|quarter|period)){_NO_END}"
)
_LIKE = frozenset({"same", "comparable", "corresponding", "equivalent", "like"})
_PRIOR = frozenset({"prior", "previous", "preceding", "last", "year"})
ANAPHORA_RULES = (
    Rule(
        "ended",
        NUMBER_FIRST,
        compiled(rf"(?P<count>{WORD_NUMBER}|\d{{1,2}})[- ]months?(?:[- ]periods?)?(?![\w-])(?!,? (?:ended|ending))"),
        _build_coordinated,
    ),
    Rule("same", _LIKE, compiled(_SAME), _build_same),
    Rule("same", frozenset({NUMERAL, "fiscal"}), compiled(_YEAR_PERIOD), _build_same),
    Rule("same", frozenset({"that"}), compiled(r"that (?:same )?(?:date|day)(?![\w-])"), _build_that_day),
    Rule("prior_year", _PRIOR, compiled(_YEAR_FIRST), _build_prior_year),
    Rule("previous", frozenset({"prior", "previous", "preceding", "sequential"}), compiled(_PREVIOUS), _build_previous),
    Rule("ago", frozenset({"year"}), compiled(r"year (?:ago|earlier)(?!\w)"), _build_ago),
    Rule(
        "same",
        frozenset({"those", "these"}),
        compiled(rf"(?:those|these) (?:same )?(?P<noun>period|quarter|half|year)s{_NO_END}"),
        _build_those,
    ),
)
