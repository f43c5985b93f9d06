"""Days and years as column heads print them."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from topline.quantities.words import VOCABULARY, alternation, year_of

__all__ = ["DateParts", "date_parts", "is_date", "last_day", "only_dates", "speaks_of_length", "speaks_of_time"]

_MONTHS: dict[str, int] = VOCABULARY["months"]
_MONTH = rf"(?P<month>{alternation(_MONTHS)})\b\.?"
_YEAR = r"(?:19|20)\d\d"
_DATE = re.compile(
    rf"\b{_MONTH}(?:[ ]*(?P<day>\d{{1,2}})\b(?:(?!,?\d)|(?=,{_YEAR}\b)))?(?:[ ]*,?[ ]*(?P<year>{_YEAR}|['’]\d\d)\b)?"
    rf"|\b(?P<day1>\d{{1,2}})[ ]{_MONTH.replace('month', 'month1')}(?:[ ,]{{1,2}}(?P<year1>{_YEAR})\b)?"
    rf"|\b(?P<day2>\d{{1,2}})-{_MONTH.replace('month', 'month2')}-(?P<year2>{_YEAR}|\d\d)\b"
    rf"|\b(?P<day6>1[3-9]|2\d|3[01])/(?P<month6>0?[1-9]|1[0-2])/(?P<year6>{_YEAR})\b"
    rf"|\b(?P<month3>\d{{1,2}})/(?P<day3>\d{{1,2}})/(?P<year3>{_YEAR}|\d\d)\b"
    rf"|\b(?P<day5>\d{{1,2}})\.(?P<month5>\d{{1,2}})\.(?P<year5>{_YEAR})\b"
    r"|\b(?P<month4>\d{1,2})/(?P<day4>2[89]|3[01])\b(?!/)"
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
    return list(_found(text))


@lru_cache(maxsize=512)
def _found(text: str) -> tuple[DateParts, ...]:
    """Heads and titles are asked for each of their columns."""
    return tuple(_parts(text))


def _parts(text: str) -> Iterator[DateParts]:
    for match in _DATE.finditer(text):
        said = {name.rstrip("123456"): value for name, value in match.groupdict().items() if value}
        month, day, year = said.get("month"), said.get("day"), said.get("year") or said.get("lone_year")
        if month and month.lower() == "may" and not day and not year:
            continue
        yield DateParts(
            _month(month), int(day) if day else None, year_of(year.lstrip("’")) if year else None, *match.span()
        )


def _month(text: str | None) -> int | None:
    if text is None:
        return None
    return int(text) if text.isdigit() else _MONTHS[text.lower()]


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


def is_date(text: str) -> bool:
    """A month or a day and nothing else, as "June 30, 2004"."""
    found = date_parts(text)
    return (
        len(found) == 1
        and found[0].month is not None
        and not _MARKS.sub("", text[: found[0].start] + text[found[0].end :])
    )


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
