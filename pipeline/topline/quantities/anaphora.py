"""Times told by an earlier mention: "the same quarter in 2002", "that date", "those periods", "and nine months"."""

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from topline.quantities.antecedents import Antecedent, antecedent
from topline.quantities.comparisons import compares_like
from topline.quantities.measures import NUMBER_FIRST
from topline.quantities.model import Interval, Quantity
from topline.quantities.previous import MEASURE, NO_END, PRIOR_YEAR, moved_quantity
from topline.quantities.reading import Reading, Rule, date_quantity, period_quantity
from topline.quantities.spans import fiscal_year, fiscal_year_of, month, months_ending, shift
from topline.quantities.words import WORD_NUMBER, YEAR, compiled, number_of
from topline.quantities.year_periods import YEAR_PERIOD_RULES, years_to

__all__ = ["ANAPHORA_RULES"]


def _years_to(match: re.Match[str], base: Interval, reading: Reading) -> int | None:
    """How many years to move, None when the words name no other year."""
    printed = match["y1"] or match["y2"]
    if printed:
        return years_to(printed, base, reading, fiscal="fiscal" in match[0].lower())
    return -1 if match["py1"] or match["py2"] or match["ago"] else None


def _build_same(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    noun = match["noun"].lower()
    if noun in ("date", "day"):
        return _same_day(match, reading, rule)
    count = number_of(match["count"]) if match["count"] else None
    if count is not None and match["unit"].lower() == "week":
        count = Decimal(round(count / 52 * 12))
    several = match.end("noun") < match.end() and match.string[match.end("noun")] in "sS"
    base = antecedent(reading, noun, int(count) if count else None, several=several, start=match.start())
    if base is None:
        return ()
    years = _years_to(match, base.intervals[0], reading)
    if years is None and compares_like(reading, match.start(), same=match[0].lower().startswith("same")):
        years = _year_of_likes(base, reading)
        if years is None:
            return ()
    return (moved_quantity(match.span(), reading, base, years or 0, rule),)


def _year_of_likes(base: Antecedent, reading: Reading) -> int | None:
    """The comparable period of a comparison is the year before what is reported; of another period nobody can tell."""
    reported = reading.context.period
    told = reported is None or abs((base.intervals[0].end - reported.end).days) <= _FEW_DAYS
    return -1 if told else None


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


def _build_those(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    """ "those periods", where the text named several that are coordinated."""
    base = antecedent(reading, match["noun"].lower(), None) if reading.periods() else None
    return () if base is None or len(base.intervals) < 2 else (moved_quantity(match.span(), reading, base, 0, rule),)


def _build_coordinated(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    """The "nine months of 2006" of "third quarter and nine months of 2006": the fiscal year to that quarter's end."""
    last, count = reading.seen[-1] if reading.seen else None, number_of(match["count"])
    if count not in (6, 9, 12):
        return ()
    if last is None or last.rule != "quarter" or not _AND.fullmatch(match.string, last.end, match.start()):
        return _of_year(match, reading, int(count), rule)
    end = last.interval.end if last.interval is not None else date.min
    own = fiscal_year_of(end, reading.context)
    if fiscal_year(own, reading.context).start != months_ending(end, int(count)).start:
        return ()
    if match["year"] and int(match["year"]) != own:
        return ()
    reading.point_to((last.start, last.end))
    reading.infer_fiscal(match[0])
    return (period_quantity(reading, match.span(), months_ending(end, int(count)), rule, precision="span"),)


def _of_year(match: re.Match[str], reading: Reading, count: int, rule: str) -> Sequence[Quantity]:
    """ "the nine months of 2006": the first nine."""
    if not match["year"] or not _FROM_THE_START.search(reading.before(match.start(), 30)):
        return ()
    start = fiscal_year(int(match["year"]), reading.context).start
    reading.infer_fiscal(match[0])
    return (period_quantity(reading, match.span(), month(start.year, start.month, count), rule, precision="span"),)


# Of the same quarter one is told by its calendar end, one by its last Saturday.
_FEW_DAYS = 10
_FROM_THE_START = re.compile(r"\bthe (?:(?:three|six|3|6)(?:[- ]months?(?: periods?)?)? and (?:the )?)?$")
_AND = re.compile(r"(?:,? and|,| &|/)(?: the)?(?: first)? ?", re.IGNORECASE)
_DAY_MODIFIERS = frozenset({"as of", "at", "on", "since", "by", "before", "after", "until", "prior to", "through"})
_NOUN = r"(?P<noun>quarter|period|half|year|date|day)s?"
_SAME = (
    rf"(?:same|comparable|corresponding|equivalent|like)(?: (?P<y1>{YEAR}))?(?: (?P<py1>{PRIOR_YEAR}))? {MEASURE}"
    rf"(?:fiscal |reporting |interim )?{_NOUN}{NO_END}"
    rf"(?:(?: of| in| for| from|,| during)?(?: the)? (?:(?:fiscal |calendar )?(?:year )?(?P<y2>{YEAR})(?!\w)"
    rf"|(?P<py2>(?:prior|previous|preceding|last)(?: fiscal| calendar)? year)(?!\w)"
    r"|(?P<ago>(?:a|one) year (?:ago|earlier))))?"
)
_LIKE = frozenset({"same", "comparable", "corresponding", "equivalent", "like"})
ANAPHORA_RULES = (
    Rule(
        "ended",
        NUMBER_FIRST,
        compiled(
            rf"(?P<count>{WORD_NUMBER}|\d{{1,2}})[- ]months?(?:[- ]periods?)?(?![\w-])"
            rf"(?:(?: of| in) (?:fiscal )?(?:year )?(?P<year>{YEAR})(?!\w))?(?!,? (?:ended|ending))"
        ),
        _build_coordinated,
    ),
    Rule("same", _LIKE, compiled(_SAME), _build_same),
    *YEAR_PERIOD_RULES,
    Rule("same", frozenset({"that"}), compiled(r"that (?:same )?(?:date|day)(?![\w-])"), _build_that_day),
    Rule(
        "same",
        frozenset({"those", "these"}),
        compiled(rf"(?:those|these) (?:same )?(?P<noun>period|quarter|half|year)s{NO_END}"),
        _build_those,
    ),
)
