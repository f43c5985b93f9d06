"""Days and years as column heads print them."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import NamedTuple

__all__ = ["DateParts", "date_parts", "last_day", "only_dates", "speaks_of_length", "speaks_of_time"]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_YEAR = r"(?:19|20)\d\d"
_DATE = re.compile(
    rf"\b{_MONTH}(?:[ ]*(?P<day>\d{{1,2}})\b(?:(?!,?\d)|(?=,{_YEAR}\b)))?(?:[ ]*,?[ ]*(?P<year>{_YEAR})\b)?"
    rf"|\b(?P<month_no>\d{{1,2}})/(?P<day_no>\d{{1,2}})/(?P<year_no>{_YEAR}|\d\d)\b"
    rf"|\b(?P<day_dot>\d{{1,2}})\.(?P<month_dot>\d{{1,2}})\.(?P<year_dot>{_YEAR})\b"
    rf"|(?<![\d,.$])(?P<lone_year>{_YEAR})(?![\d,.]\d)\b",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"\b(?:Q[1-4]|[1-4]Q|[1-4]Q'?\d\d|months?|mos|weeks?|wks|quarters?|years?|periods?|inception|fiscal"
    r"|end(?:ed|ing)|as (?:of|at))\b",
    re.IGNORECASE,
)
_LENGTH = re.compile(r"\b(?:months?|mos|weeks?|wks|quarters?|years?|periods?|inception|end(?:ed|ing))\b", re.IGNORECASE)
_MARKS = re.compile(r"[\s*,.()]|\(\w\)|\b(?:unaudited|audited|as of|at)\b", re.IGNORECASE)


class DateParts(NamedTuple):
    """What a printed date says; a part that is not printed is None."""

    month: int | None
    day: int | None
    year: int | None
    start: int
    end: int


def date_parts(text: str) -> list[DateParts]:
    """Printed dates and lone years, from left to right."""
    return list(_parts(text))


def _parts(text: str) -> Iterator[DateParts]:
    for match in _DATE.finditer(text):
        groups = match.groupdict()
        if groups["month"]:
            month = 1 + _MONTHS.index(groups["month"].lower()[:3])
            if groups["day"] or groups["year"] or groups["month"].lower() != "may":
                yield DateParts(month, _int(groups["day"]), _int(groups["year"]), *match.span())
        elif groups["month_no"]:
            yield DateParts(
                int(groups["month_no"]), int(groups["day_no"]), _full_year(groups["year_no"]), *match.span()
            )
        elif groups["month_dot"]:
            yield DateParts(int(groups["month_dot"]), int(groups["day_dot"]), int(groups["year_dot"]), *match.span())
        else:
            yield DateParts(None, None, int(groups["lone_year"]), *match.span())


def _int(text: str | None) -> int | None:
    return int(text) if text else None


def _full_year(text: str) -> int:
    year = int(text)
    if year > 99:
        return year
    return year + (1900 if year >= 70 else 2000)


def last_day(year: int, month: int, day: int | None) -> date | None:
    """The day; the month's last where no day is printed; None when there is no such day."""
    if not 1 <= month <= 12:
        return None
    last = monthrange(year, month)[1]
    if day is not None and not 1 <= day <= last:
        return None
    return date(year, month, day or last)


def speaks_of_length(text: str) -> bool:
    """Whether what it says of time is more than a day."""
    return _LENGTH.search(text) is not None


def speaks_of_time(text: str) -> bool:
    return bool(_TIME.search(text)) or any(True for _ in _parts(text))


def only_dates(text: str) -> list[str]:
    """The dates of a text that holds two or more and nothing else; else the text itself."""
    found = date_parts(text)
    rest, at = "", 0
    for part in found:
        rest += text[at : part.start]
        at = part.end
    if len(found) < 2 or _MARKS.sub("", rest + text[at:]):
        return [text]
    bounds = [0, *(p.start for p in found[1:]), len(text)]
    return [text[a:b] for a, b in pairwise(bounds)]
