"""What the reported period is called: by the calendar, or by a fiscal year that ends elsewhere."""

import re
from collections.abc import Iterable
from datetime import timedelta

from topline.components.release.period import DAY, FiscalYearEnd, day_of, month_end
from topline.quantities import Interval, ReleaseContext, quarter_of
from topline.quantities.spans import fiscal_year_of, months_in

__all__ = ["named_year_end", "period_label", "year_shift"]

_ORDERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_ORDER = (
    r"(?P<order>first|second|third|fourth|1st|2nd|3rd|4th)[ -](?:fiscal )?quarter|Q(?P<digit>[1-4])|(?P<digit2>[1-4])Q"
)
_FISCAL = r"(?:fiscal(?: year)?|FY)[ -]?"
_YEAR = r"(?P<year>20\d\d|19\d\d)"
_NAMED = re.compile(
    rf"(?:{_ORDER})(?: (?:financial |operating )?results)?,?(?: of| for| in)?(?: the)?,? ?(?:{_FISCAL})?{_YEAR}\b",
    re.IGNORECASE,
)
_NAMED_FIRST = re.compile(rf"(?:{_FISCAL})?\b{_YEAR}(?:['’]s)? (?:{_ORDER})", re.IGNORECASE)
_WHOLE = re.compile(rf"{_FISCAL}{_YEAR}\b", re.IGNORECASE)
_OF_FISCAL = re.compile(r"\b(?P<order>first|second|third|fourth)[ -]quarter of (?:the )?fiscal\b", re.IGNORECASE)
_TO_DATE = re.compile(
    r"\b(?:(?P<half>(?:six|6)[- ]months?|(?:twenty-six|26)[- ]weeks?)"
    r"|(?:nine|9)[- ]months?|(?:thirty-nine|39)[- ]weeks?)"
    rf"(?:[- ]periods?)?,? ended(?: on)?,? {DAY}",
    re.IGNORECASE,
)
# What stands before the period that another one is compared with.
_AGAINST = re.compile(r"\b(?:compar\w+|versus|vs|from|against|than|over|prior|previous|last|ago)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[.!?;]\s+(?=[A-Z])|\n\s*\n")
_BEFORE = 120
# A year that ends later is called by no year but that.
_LAST_OF_FORMER = 6
_FRONT = 4000
_CLOSE = 10


def period_label(period: Interval, fiscal: FiscalYearEnd | None, texts: Iterable[str]) -> str | None:
    """ "2003-Q4", "2004-H1", "2003"; where the year is not the calendar's "FY2005-Q4", "FY2005-9M", "FY2005".

    A fiscal year has the number that the text gives it, else that of the calendar year in which it ends.
    """
    if fiscal is None or _last_month(fiscal) == 12:
        return quarter_of(period)
    end = period.end - timedelta(days=_CLOSE) if period.end.day <= _CLOSE else period.end
    months = (end.month - _last_month(fiscal) - 1) % 12 + 1
    size = months_in(period)
    if months % 3 or size not in (3, 6, 9, 12):
        return quarter_of(period)
    part = _part(size, months // 3)
    if part is None:
        return None
    usual = _usual_year(period, fiscal)
    order = months // 3 if size == 3 else None
    return f"FY{_named_year(texts, order, usual, former=_last_month(fiscal) <= _LAST_OF_FORMER)}{part}"


def _usual_year(period: Interval, fiscal: FiscalYearEnd) -> int:
    return fiscal_year_of(period.end, ReleaseContext(fiscal_year_end=fiscal))


def year_shift(period: Interval, fiscal: FiscalYearEnd, label: str | None) -> int:
    """How far the years' numbers are from those of the calendar years in which they end, by the period's label."""
    return int(label[2:6]) - _usual_year(period, fiscal) if label is not None and label.startswith("FY") else 0


def _part(size: int, order: int) -> str | None:
    """What follows the year of a period of so many months that ends with a quarter of the year, None for no such."""
    if size == 3:
        return f"-Q{order}"
    return {(6, 2): "-H1", (6, 4): "-H2", (9, 3): "-9M", (12, 4): ""}.get((size, order))


def named_year_end(period: Interval, texts: Iterable[str]) -> FiscalYearEnd | None:
    """Where the year must end if the quarter reported is the one that a text calls "third quarter of fiscal".

    Else by the stretch that is reported with it: "the three and six months ended January 31, 1997" end a half.
    """
    if months_in(period) != 3:
        return None
    fronts = [text[:_FRONT] for text in texts]
    for match in (found for text in fronts for found in _OF_FISCAL.finditer(text)):
        return month_end(period.end, 3 * (4 - _ORDERS[match["order"].lower()]))
    for match in (found for text in fronts for found in _TO_DATE.finditer(text)):
        if day_of(match["day"]) == period.end:
            return month_end(period.end, 12 - (6 if match["half"] else 9))
    return None


def _last_month(fiscal: FiscalYearEnd) -> int:
    """A year that ends in a month's first days is one of the month before."""
    month, day = fiscal
    return month if day > _CLOSE else (month - 2) % 12 + 1


def _named_year(texts: Iterable[str], order: int | None, usual: int, *, former: bool) -> int:
    """`former`: the year may be called by the calendar year in which it begins."""
    patterns = (_WHOLE,) if order is None else (_NAMED, _NAMED_FIRST)
    for text in texts if former else ():
        for pattern in patterns:
            for match in pattern.finditer(text[:_FRONT]):
                year = int(match["year"])
                named = order is None or _order(match) == order
                if named and (year == usual or (year == usual - 1 and not _is_compared(text, match.start()))):
                    return year
    return usual


def _is_compared(text: str, start: int) -> bool:
    return _AGAINST.search(_SENTENCE.split(text[max(0, start - _BEFORE) : start])[-1]) is not None


def _order(match: re.Match[str]) -> int:
    return _ORDERS[match["order"].lower()] if match["order"] else int(match["digit"] or match["digit2"])
