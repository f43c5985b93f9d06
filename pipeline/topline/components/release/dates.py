"""On which day a release came out: its dateline, a line above it, its text, its trailer, the header of its filing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from topline.components.release.opening import Opening
from topline.quantities import Interval, find_dates, parse_partial_date
from topline.readers import Document
from topline.records import DatedBy, Filing, Problem, Span, YearBy
from topline.vocab import load_yaml

__all__ = ["Dated", "date_problems", "read_date"]

_WIRE, _WORDS = load_yaml("wire.yaml"), load_yaml("release.yaml")
_WEEKDAY = re.compile(rf"(?:{'|'.join(_WIRE['weekdays'])})(?=,?\s)", re.IGNORECASE)
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_TRAILER = re.compile(r"-0-\s+(?:\([A-Z ]{3,20}\)\s+)?(\d{1,2})/(\d{1,2})/(\d{2,4})")
_WITH_YEAR = re.compile(r"\d{4}|/\d\d$|['’]\d\d$")
_BESIDE = re.compile(rf"(?>(?:\W|{'|'.join(_WORDS['release_lines'])})*)", re.IGNORECASE)
_FOR_RELEASE = re.compile(r"\bfor (?:immediate )?release\b", re.IGNORECASE)
_TODAY = re.compile(r"\btoday,? (?:on )?\(?(?=[A-Z])|\btoday \(")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_FRONT = 20000
_LONGEST_LINE = 240
# A filing follows within four business days; a report names a day a little before it.
_LATE, _HEADER_AHEAD, _NEAR = 14, 14, 45


@dataclass(frozen=True, slots=True)
class Dated:
    """`by` says where the day was read, `year_by` where its year was, if not in the same place."""

    day: date | None = None
    by: DatedBy | None = None
    year_by: YearBy | None = None


def read_date(opening: Opening, document: Document, period: Interval | None) -> Dated:
    """The first of the places that tells a whole date."""
    printed = opening.dateline["date"] if opening.dateline else None
    trailer, filed = _trailer(document), _filed(document.filing)
    if printed and (found := _from_dateline(printed, document, trailer, period)).day is not None:
        return found
    if (day := _above(opening)) is not None and _is_near(day, filed):
        return Dated(day, "heading")
    if (day := _said_today(document)) is not None and _is_near(day, filed):
        return Dated(day, "text")
    if trailer is not None:
        return Dated(trailer, "trailer")
    return Dated(_reported(document.filing), "filing") if filed is not None else Dated()


def date_problems(dated: Dated, opening: Opening, document: Document) -> list[Problem]:
    """A date that its own weekday or the filing speaks against; it stays as printed."""
    if dated.day is None or dated.by == "filing":
        return []
    at = Span(start=opening.at[0], end=opening.at[1]) if opening.at and dated.by == "dateline" else None
    found = []
    printed = opening.dateline["date"] if opening.dateline and dated.by == "dateline" else ""
    weekday = _weekday(printed or "")
    if weekday is not None and weekday != dated.day.weekday():
        found.append(Problem(at=at, what=f"the release date {dated.day} is a {dated.day:%A}, not the weekday printed"))
    filed = _filed(document.filing)
    if filed is not None and dated.day > filed:
        found.append(Problem(at=at, what=f"the release date {dated.day} is after the filing of {filed}"))
    elif filed is not None and (filed - dated.day).days > _LATE:
        days = (filed - dated.day).days
        found.append(Problem(at=at, what=f"the release date {dated.day} is {days} days before the filing of {filed}"))
    return found


def _from_dateline(printed: str, document: Document, trailer: date | None, period: Interval | None) -> Dated:
    if _WITH_YEAR.search(printed):
        full = [q.interval.start for q in find_dates(printed) if q.interval]
        if full:
            return Dated(full[0], "dateline")
    for day, year_by in _years(printed, document, trailer, period):
        if day is not None:
            return Dated(day, "dateline", year_by)
    return Dated()


def _years(
    printed: str, document: Document, trailer: date | None, period: Interval | None
) -> Iterator[tuple[date | None, YearBy]]:
    """Days that a dateline without a year may mean, the surest first."""
    if trailer is not None:
        day = parse_partial_date(printed, trailer.year)
        yield (day if day == trailer else None), "trailer"
    if (filed := _filed(document.filing)) is not None:
        yield _last_before(printed, filed), "filing"
    named = sorted({int(y) for y in _YEAR.findall(document.prose[:_FRONT])})
    days = [d for y in named if (d := parse_partial_date(printed, y)) is not None]
    weekday = _weekday(printed)
    fitting = [d for d in days if weekday is not None and d.weekday() == weekday]
    yield (fitting[0] if len(fitting) == 1 else None), "weekday"
    yield next((d for d in days if _stands_in(d, document.prose)), None), "text"
    if period is not None:
        after = (parse_partial_date(printed, y) for y in (period.end.year, period.end.year + 1))
        yield next((d for d in after if d is not None and d > period.end), None), "period"


def _last_before(printed: str, filed: date) -> date | None:
    days = (parse_partial_date(printed, year) for year in (filed.year, filed.year - 1))
    return next((d for d in days if d is not None and d <= filed + timedelta(days=1)), None)


def _stands_in(day: date, prose: str) -> bool:
    return re.search(rf"\b{day.strftime('%B')} {day.day}, {day.year}\b", prose) is not None


def _weekday(printed: str) -> int | None:
    match = _WEEKDAY.match(printed)
    return _WEEKDAYS.index(match[0][:3].lower()) if match else None


def _above(opening: Opening) -> date | None:
    """A date over the release that stands alone or beside words such as "For immediate release"."""
    for text in opening.above:
        if len(text) > _LONGEST_LINE:
            continue
        for quantity in find_dates(text):
            before, after = text[: quantity.start], text[quantity.end :]
            alone = _BESIDE.fullmatch(before) and (_BESIDE.fullmatch(after) or before.strip())
            if quantity.interval and (alone or _FOR_RELEASE.search(text)):
                return quantity.interval.start
    return None


def _is_near(day: date, filed: date | None) -> bool:
    """Whether a date that is in no dateline can be the release's: a statement's day is months before its filing."""
    return filed is None or -1 <= (filed - day).days <= _NEAR


def _said_today(document: Document) -> date | None:
    """The day that the text calls today: "today, January 29, 2009"."""
    for match in _TODAY.finditer(document.prose):
        rest = document.prose[match.end() : match.end() + 40]
        found = next((q for q in find_dates(rest) if q.interval), None)
        if found is not None and found.start == 0 and found.interval is not None:
            return found.interval.start
    return None


def _trailer(document: Document) -> date | None:
    match = _TRAILER.search(document.prose)
    if match is None:
        return None
    found = find_dates("/".join(match.groups()))
    return found[0].interval.start if found and found[0].interval else None


def _filed(filing: Filing | None) -> date | None:
    """The last day on which the release can have come out: EDGAR had it by then."""
    text = (filing.accepted_at or filing.filed_on) if filing is not None else None
    return date.fromisoformat(text[:10]) if text else None


def _reported(filing: Filing | None) -> date | None:
    """The day that the header says the report is of, if it is shortly before the filing, else that of the filing."""
    filed = _filed(filing)
    if filing is None or filed is None or filing.period_of_report is None:
        return filed
    reported = date.fromisoformat(filing.period_of_report)
    return reported if 0 <= (filed - reported).days <= _HEADER_AHEAD else filed
