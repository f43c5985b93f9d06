"""Column heads in the shorthand of the field, for the rules of prose: "9M24", "Q3/24", "FY2012", "Jul-Sep 2024"."""

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date

from topline.quantities.spans import months_ending
from topline.quantities.words import VOCABULARY, alternation, year_of
from topline.records import Interval

__all__ = ["in_words", "leaves_year_open", "month_range", "to_date"]

_MONTHS: dict[str, int] = VOCABULARY["months"]
_YEAR = r"(?:(?P<year>(?:19|20)\d\d)|['’]?(?P<short>\d\d))"
_CODE = re.compile(rf"^(?P<code>[1-4]Q|Q[1-4]|[12]H|H[12]|(?:3|6|9|12)M)[ /-]?{_YEAR}(?!\d)(?!-\d)", re.IGNORECASE)
_FISCAL = re.compile(rf"^(?P<of>.*?)\b(?:fiscal year |fiscal )?FY[ ]?{_YEAR}$", re.IGNORECASE)
_OPEN = re.compile(r"\bFY ?['’]?\d\d$|\b(?:Q\d|\dQ|quarter),? (?:of )?(?:fiscal|FY)", re.IGNORECASE)
_QUARTERS = ("first quarter", "second quarter", "third quarter", "fourth quarter")
_MONTH = rf"(?:{alternation(_MONTHS)})\b\.?"
_RANGE = re.compile(
    rf"^(?P<from>{_MONTH})(?:[ ](?P<first>\d{{1,2}}))?[ ]?(?:-|–|—|to|through)[ ]?"
    rf"(?P<to>{_MONTH})(?:[ ](?P<last>\d{{1,2}}))?,?[ ](?P<year>(?:19|20)\d\d)$",
    re.IGNORECASE,
)
_TO_DATE = re.compile(rf"^(?:y\.?t\.?d\.?|year[- ]to[- ]date)[ /]?{_YEAR}$", re.IGNORECASE)
_QUARTER = re.compile(rf"^(?:Q(?P<a>[1-4])|(?P<b>[1-4])Q|(?P<c>{'|'.join(_QUARTERS)}),?)[ /]?{_YEAR}\b", re.IGNORECASE)


def in_words(label: str) -> str:
    """A label whose code is told with a whole year: "Q3/24" as "Q3 2024", "Fourth Quarter FY2012" as prose has it."""
    code = _CODE.match(label)
    if code is not None:
        return f"{code['code'].upper()} {_year(code)}{label[code.end() :]}"
    fiscal = _FISCAL.match(label)
    if fiscal is None:
        return label
    of = fiscal["of"].strip(" ,")
    if not of:
        return f"fiscal year {_year(fiscal)}"
    number = re.fullmatch(r"Q([1-4])|([1-4])Q", of, re.IGNORECASE)
    quarter = _QUARTERS[int(number[1] or number[2]) - 1] if number else of
    return f"{quarter} of fiscal {_year(fiscal)}"


def leaves_year_open(label: str) -> bool:
    """It tells a fiscal year by two digits, or a quarter of one: where these end the release must bear out."""
    return _OPEN.search(label) is not None


def month_range(label: str) -> Interval | None:
    """ "Jul-Sep 2024", "Oct. 1 - Dec. 31, 2023": whole months unless days are told."""
    found = _RANGE.match(label)
    if found is None or (found["first"] is None) != (found["last"] is None):
        return None
    first, last = (_MONTHS[found[name].rstrip(".").lower()] for name in ("from", "to"))
    year = int(found["year"])
    began = year if first <= last else year - 1
    begin, end = int(found["first"] or 1), int(found["last"] or monthrange(year, last)[1])
    if begin > monthrange(began, first)[1] or not 1 <= end <= monthrange(year, last)[1] or begin < 1:
        return None
    start, stop = date(began, first, begin), date(year, last, end)
    return Interval(start=start.isoformat(), end=stop.isoformat()) if start < stop else None


def to_date(label: str, labels: Sequence[str], periods: Sequence[Interval | None]) -> Interval | None:
    """The period of "YTD 2024", up to the end of the one quarter of that year beside it: "Q3 2024"."""
    told = _TO_DATE.match(label)
    if told is None:
        return None
    quarters = ((_QUARTER.match(other), period) for other, period in zip(labels, periods, strict=True))
    ends = {(_number(q), period.end) for q, period in quarters if q and period and _year(q) == _year(told)}
    if len(ends) != 1:
        return None
    number, last = ends.pop()
    end = date.fromisoformat(last)
    if end.day != monthrange(end.year, end.month)[1]:
        return None  # of years in weeks the first day is not sure
    return Interval(start=months_ending(end, 3 * number).start.isoformat(), end=last)


def _year(found: re.Match[str]) -> int:
    return int(found["year"]) if found["year"] else year_of(found["short"])


def _number(quarter: re.Match[str]) -> int:
    return int(quarter["a"] or quarter["b"] or 1 + _QUARTERS.index(quarter["c"].lower()))
