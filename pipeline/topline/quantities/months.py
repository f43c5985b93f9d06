"""Months and seasons: "June 2006", "last June", "October of that year", "March 2006 quarter", "this fall"."""

import re
from collections.abc import Sequence
from datetime import date

from topline.quantities.model import Interval, Quantity
from topline.quantities.reading import NUMERAL, WHICH_FIRST, Reading, Rule, period_quantity
from topline.quantities.spans import month, months_ending
from topline.quantities.tense import sure_tense, tense
from topline.quantities.words import DAY, MONTH, VOCABULARY, YEAR, alternation, compiled, month_of
from topline.quantities.year_references import SOFT, named_year, nearest_of

__all__ = ["MONTH_RULES"]

_SEASONS: dict[str, tuple[int, int]] = VOCABULARY["seasons"]
_STEPS = {"last": -1, "next": 1}
_BEFORE_NAMES = frozenset(VOCABULARY["month_modifiers_before_names"])
_TO = re.compile(r" ?[-–/] ?(?:early |mid-|late )?| (?:to|through|until) (?:early |mid-|late )?")
_NAME = re.compile(r" [A-Z][a-z]")
_AFTER_MODIFIER = re.compile(rf"(?:\b{alternation(VOCABULARY['month_modifiers'])}[ -]|/)$")


def _season(year: int, name: str) -> Interval:
    first, _ = _SEASONS[name]
    return month(year, first, 3)


def _build_season(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    name, which = match["season"].lower(), (match["which"] or "").lower()
    released = reading.context.released_on
    if match["year"]:
        return (period_quantity(reading, match.span(), _season(int(match["year"]), name), rule),)
    if match["of"] and released is not None:
        reading.infer("released_on")
        year = released.year + {"next": 1, "last": -1}.get(match["of"].lower(), 0)
        return (period_quantity(reading, match.span(), _season(year, name), rule),)
    bent = reading.before(match.start(), 6).endswith(("early ", "late ", "mid-", "mid "))
    if released is None or not (which or bent or reading.modifier(match.start()) in ("in", "by", "during")):
        return ()
    if not which and not reading.before(match.start(), 6).endswith(("the ", "early ", "late ", "mid-", "mid ")):
        return ()
    reading.infer("released_on")
    ahead = [_season(released.year + d, name) for d in (-1, 0, 1)]
    if which in ("last", "this past"):
        found: Interval | None = [s for s in ahead if s.end < released][-1]
    elif which in ("next", "this coming"):
        found = next(s for s in ahead if s.start > released)
    else:
        found = nearest_of(ahead, reading, tense(reading, *match.span()), slack=0)
    return () if found is None else (period_quantity(reading, match.span(), found, rule),)


_NEXT_MONTH = compiled(
    rf"(?: ?[-–/] ?| & |,? and | to | or | through )(?:(?:early|late|mid)[- ])?{MONTH}"
    rf"(?: of| in|,)? (?P<year>{YEAR})(?!\w)"
)


def _start_of_range(match: re.Match[str], reading: Reading) -> date | None:
    """The first day of the month that the range began in whose second end this is ("between May and July")."""
    last = reading.seen[-1] if reading.seen else None
    if last is None or last.rule not in ("month", "date") or last.interval is None:
        return None
    gap = match.string[last.end : match.start()].lower()
    if not (_TO.fullmatch(gap) or (gap == " and " and reading.before(last.start, 8) == "between ")):
        return None
    reading.point_to((last.start, last.end))
    return last.interval.start


def _last_year(month_: int, released: date, reading: Reading) -> int:
    """The year before the release day's, and one more back for the quarter of the name of the one reported."""
    reported, year = reading.context.period, released.year - 1
    if reported is None or month(year, month_).end < reported.end:
        return year
    reading.infer("period")
    return year - 1


def _month_year(match: re.Match[str], reading: Reading, month_: int) -> int | None:
    """The printed year, that of the month it is joined to, or the one that brings the month nearest to the release."""
    if match["year"]:
        return int(match["year"])
    ahead = _NEXT_MONTH.match(match.string, match.end())
    if ahead is not None:
        reading.point_to(ahead.span("year"))
        return int(ahead["year"])
    released, which = reading.context.released_on, (match["which"] or match["tail"] or "").lower()
    if which in ("that", "the same"):
        return named_year(reading)
    if not which and (started := _start_of_range(match, reading)) is not None:
        return started.year + (month_ < started.month)
    if released is None:
        return None
    reading.infer("released_on")
    if match["of_last"]:
        return _last_year(month_, released, reading)
    if match["tail"]:
        return released.year + _STEPS.get(which, 0)
    years = [month(released.year + d, month_) for d in (-1, 0, 1)]
    if which in ("last", "past") or reading.modifier(match.start()) == "since":
        return [m for m in years if m.end < released][-1].start.year
    if which == "next":
        return next(m for m in years if m.start > released).start.year
    sure = sure_tense(reading, *match.span())
    found = nearest_of(years, reading, sure or tense(reading, *match.span()), slack=0 if sure else SOFT)
    return found.start.year if found is not None else None


def _build_month(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    month_ = month_of(match["month"])
    if month_ is None:
        return ()
    dated = match["year"] or match["which"] or match["tail"] or _NEXT_MONTH.match(match.string, match.end())
    quarter = match["quarter"] or match["first"]
    if quarter and month_ % 3:
        return ()
    if not dated and not quarter:
        before = _AFTER_MODIFIER.search(reading.before(match.start(), 14))
        if before is None or (before[0].strip(" -") not in _BEFORE_NAMES and _NAME.match(match.string, match.end())):
            return ()
    year = _month_year(match, reading, month_)
    if year is None:
        return ()
    found = month(year, month_)
    if quarter:
        return (period_quantity(reading, match.span(), months_ending(found.end, 3), "quarter"),)
    return (period_quantity(reading, match.span(), found, rule),)


_WHICH = r"(?:(?P<which>this past|this coming|this|last|next) )?"
_SEASON = (
    rf"{_WHICH}(?P<season>{alternation(_SEASONS)})(?![\w-])"
    rf"(?:(?: of|,)? (?P<year>{YEAR})(?!\w)|(?: of|,)? (?P<of>this|next|last) year(?![\w'-]))?"
)
_MONTH = (
    rf"(?:(?P<of_last>(?:last|prior|previous)[- ]year(?:'s)? (?=\w+\.? quarters?(?!\w)))|(?P<which>this|last|next) )?"
    rf"(?!{alternation(VOCABULARY['month_names'])}(?!\w))(?P<month>{MONTH})(?! ?{DAY}(?!\w))"
    r"(?P<first> quarters?(?!\w))?"
    rf"(?:(?:,? of|,| in)?[ -](?P<year>{YEAR})(?![\w])"
    r"|(?:,? (?:of|in))? (?P<tail>this|last|next|that|the same) year)?(?!\w)"
    r"(?P<quarter> quarters?(?!\w))?"
)
_MONTH_FIRST = WHICH_FIRST | frozenset({"prior", "previous"}) | (frozenset(VOCABULARY["months"]) - {NUMERAL})
MONTH_RULES = (
    Rule("season", WHICH_FIRST | frozenset(_SEASONS), compiled(_SEASON), _build_season),
    Rule("month", _MONTH_FIRST, compiled(_MONTH), _build_month),
)
