"""Days, years and spans of time as column heads print them."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import NamedTuple

__all__ = ["DateParts", "Duration", "date_parts", "find_duration", "last_day", "only_dates", "speaks_of_time"]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NUMBER = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13,
    "twenty-six": 26, "twenty six": 26, "thirty-nine": 39, "thirty nine": 39,
    "fifty-two": 52, "fifty two": 52, "fifty-three": 53, "fifty three": 53,
}  # fmt: skip
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_YEAR = r"(?:19|20)\d\d"
_DATE = re.compile(
    rf"\b{_MONTH}(?:[ ]*(?P<day>\d{{1,2}})\b(?!,?\d))?(?:[ ]*,?[ ]*(?P<year>{_YEAR})\b)?"
    rf"|\b(?P<month_no>\d{{1,2}})/(?P<day_no>\d{{1,2}})/(?P<year_no>{_YEAR}|\d\d)\b"
    rf"|(?<![\d,.$])(?P<lone_year>{_YEAR})(?![\d,.]\d)\b",
    re.IGNORECASE,
)
_SPAN = re.compile(
    rf"\b(?P<number>{'|'.join(sorted(_NUMBER, key=len, reverse=True))}|\d{{1,2}})[- ]+(?P<unit>month|week)s?\b"
    r"|\b(?P<word>half[- ]year|quarters?|years?|month)[ ](?=end)",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"\b(?:months?|weeks?|quarters?|years?|periods?|inception|fiscal|end(?:ed|ing)|as (?:of|at))\b",
    re.IGNORECASE,
)
_MARKS = re.compile(r"[\s*,.()]|\(\w\)|\b(?:unaudited|audited|as of|at)\b", re.IGNORECASE)
_UNIT_MONTHS = {"year": 12, "half": 6, "quar": 3, "mont": 1}


class DateParts(NamedTuple):
    """What a printed date says; a part that is not printed is None."""

    month: int | None
    day: int | None
    year: int | None
    start: int
    end: int


class Duration(NamedTuple):
    """A length in whole months or in whole weeks."""

    months: int = 0
    weeks: int = 0


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
        else:
            yield DateParts(None, None, int(groups["lone_year"]), *match.span())


def _int(text: str | None) -> int | None:
    return int(text) if text else None


def _full_year(text: str) -> int:
    year = int(text)
    if year > 99:
        return year
    return year + (1900 if year >= 70 else 2000)


def find_duration(text: str) -> Duration | None:
    """The length of the period that a column head names: "Three Months Ended", "13 weeks ended", "Years Ended"."""
    match = _SPAN.search(text)
    if match is None:
        return None
    if match["word"]:
        return Duration(months=_UNIT_MONTHS[match["word"].lower()[:4]])
    number = _NUMBER.get(match["number"].lower()) or int(match["number"])
    return Duration(weeks=number) if match["unit"].lower() == "week" else Duration(months=number)


def last_day(year: int, month: int, day: int | None) -> date | None:
    """The day; the month's last where no day is printed; None when there is no such day."""
    if not 1 <= month <= 12:
        return None
    last = monthrange(year, month)[1]
    if day is not None and not 1 <= day <= last:
        return None
    return date(year, month, day or last)


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
