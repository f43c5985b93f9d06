"""Who reports, when, on which period: read from the dateline, the lead, the headline and the trailer."""

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date

from spacy.tokens import Doc

from topline.quantities import Interval, ReleaseContext, find_quantities, parse_partial_date
from topline.readers import DATELINE, Document
from topline.vocab import load_yaml

__all__ = ["ReleaseFacts", "ReleaseFactsReader"]

_WIRE = load_yaml("wire.yaml")
_FORMS = "|".join(_WIRE["company_forms"])
_TICKER = re.compile(
    rf"\((?:(?P<exchange>{'|'.join(_WIRE['exchanges'])})[^():]{{0,24}})"
    r":\s?\"?(?P<ticker>[A-Z][A-Z0-9.]{0,6})\b[^()]{0,60}\)"
)
_WORD = r"[A-Z0-9][\w&'’.\-]*"
_SUFFIX = re.compile(rf"(?P<name>(?:{_WORD},? ){{0,5}}?{_WORD},? (?:{_FORMS})\b\.?)")
_NAME_BEFORE = re.compile(rf"(?P<name>(?:(?:{_WORD}|of|and|the|&),? ){{0,7}}{_WORD}(?:,? (?:{_FORMS})\.?)?)\s*$")
_SOURCE = re.compile(r"SOURCE:?\s+(?P<name>.{3,80}?)$")
_TRAILER_DATE = re.compile(r"-0-\s+(\d{1,2})/(\d{1,2})/(\d{2,4})")
_RESULTS = re.compile(r"\bresults?\b|\breport(?:s|ed)\b", re.IGNORECASE)
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_FISCAL_END = re.compile(
    r"\b(?:(?P<quarter>first|second|third|fourth)[ -](?:fiscal )?quarter"
    r"(?:,? (?:and|of) (?:the )?(?:full )?fiscal(?: year)?(?: \d{4})?)?|fiscal year|\byear),?"
    r" ?end(?:ed|ing) (?P<day>[A-Z][a-z]+\.? \d{1,2}, \d{4})",
    re.IGNORECASE,
)
_PERIOD_WORD = re.compile(r"quarter|months|half|\byear\b|fiscal|\bQ[1-4]\b|\bweeks\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ReleaseFacts:
    """All of it may be unknown. `dated_by` says what the release date was read from."""

    company: str | None = None
    ticker: str | None = None
    exchange: str | None = None
    headline: str | None = None
    city: str | None = None
    released_on: date | None = None
    dated_by: str | None = None
    period: Interval | None = None
    fiscal_year_end: tuple[int, int] | None = None

    @property
    def context(self) -> ReleaseContext:
        return _context(self.released_on, self.fiscal_year_end, self.period)


class ReleaseFactsReader:
    """Assigns `doc._.release`."""

    def __call__(self, doc: Doc) -> Doc:
        document: Document | None = doc._.document
        doc._.release = ReleaseFacts() if document is None else read_facts(document)
        return doc


def read_facts(document: Document) -> ReleaseFacts:
    lead = _text(document, "lead") or _first_sentence(document)
    headlines = [document.text_of(b) for b in document.blocks if b.kind == "headline"]
    dateline = DATELINE.match(lead[:300])
    body = lead[dateline.end() :] if dateline else lead
    company, ticker, exchange = _company(body, document)
    texts = [*headlines[:3], body]
    fiscal = _fiscal_year_end([body, *headlines[:3]])
    period = _period(texts, _context(None, fiscal))
    released_on, dated_by = _released_on(
        dateline[0] if dateline else "", dateline and dateline["date"], document, period
    )
    period = _period(texts, _context(released_on, fiscal)) or period
    return ReleaseFacts(
        company=company,
        ticker=ticker,
        exchange=exchange,
        headline=headlines[0] if headlines else None,
        city=dateline["city"].strip(" ,-–—") if dateline else None,
        released_on=released_on,
        dated_by=dated_by,
        period=period,
        fiscal_year_end=fiscal,
    )


def _context(
    released_on: date | None, fiscal: tuple[int, int] | None, period: Interval | None = None
) -> ReleaseContext:
    context = ReleaseContext(released_on=released_on, period=period)
    return context if fiscal is None else replace(context, fiscal_year_end=fiscal)


def _text(document: Document, kind: str) -> str:
    return next((document.text_of(b) for b in document.blocks if b.kind == kind), "")


def _first_sentence(document: Document) -> str:
    return next((document.text_of(b) for b in document.blocks if not b.is_heading and b.end - b.start > 80), "")


def _company(body: str, document: Document) -> tuple[str | None, str | None, str | None]:
    """Name, ticker and exchange: the ticker's bracket names both, else a company form in the lead, else the trailer."""
    for text in (body, document.prose[:6000]):
        if (match := _TICKER.search(text)) is not None:
            name = _NAME_BEFORE.search(text[max(0, match.start() - 120) : match.start()])
            named = name["name"] if name else _named_by_trailer(document)
            return named, match["ticker"].rstrip("."), match["exchange"]
    trailer = _named_by_trailer(document)
    match = _SUFFIX.search(body[:400]) if trailer is None else None
    return trailer or (match["name"] if match else None), None, None


def _named_by_trailer(document: Document) -> str | None:
    for block in document.blocks:
        if block.section == "contact" and (match := _SOURCE.match(document.text_of(block))):
            return match["name"]
    return next(iter(document.codes.get("CO", ())), None)


def _released_on(
    dateline: str, day: str | None, document: Document, period: Interval | None
) -> tuple[date | None, str | None]:
    """The dateline's date; a missing year from the trailer, from a full date of that day, or from the period."""
    trailer = _trailer_date(document)
    if not day:
        return (trailer, "trailer") if trailer else (None, None)
    full = [q.interval.start for q in find_quantities(day, ReleaseContext()) if q.interval and q.label == "DATE"]
    if full and re.search(r"\d{4}|/\d\d$", day):
        return full[0], "dateline"
    for year in _years(document, trailer, period):
        found = parse_partial_date(day, year)
        if found is None:
            continue
        if trailer == found:
            return found, "dateline, year of the trailer"
        if re.search(rf"\b{found.strftime('%B')} {found.day}, {found.year}\b", document.prose):
            return found, "dateline, year of the same day in the text"
    if period is not None:
        year = period.end.year
        for candidate in (parse_partial_date(day, year), parse_partial_date(day, year + 1)):
            if candidate is not None and candidate > period.end:
                return candidate, "dateline, year after the period reported"
    return (trailer, "trailer") if trailer else (None, None)


def _years(document: Document, trailer: date | None, period: Interval | None) -> list[int]:
    years = [trailer.year] if trailer else []
    years += [period.end.year, period.end.year + 1] if period else []
    years += [int(y) for y in re.findall(r"\b(?:19|20)\d\d\b", document.prose[:20000])]
    return list(dict.fromkeys(years))


def _trailer_date(document: Document) -> date | None:
    match = _TRAILER_DATE.search(document.prose)
    if match is None:
        return None
    month, day, year = (int(g) for g in match.groups())
    year += 0 if year > 99 else 2000 if year < 50 else 1900
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _period(texts: list[str], context: ReleaseContext) -> Interval | None:
    """The quarter, half or year that a headline or the lead reports results for, the printed last day above all.

    A headline's "third quarter" is a calendar one unless the lead says on which day it ended; results are never
    reported for a time that is not over.
    """
    found = [p for text in texts if _RESULTS.search(text) for p in _periods(text[:600], context)]
    over = [p for p in found if context.released_on is None or p[0].end <= context.released_on]
    ended = [p for p in over if p[1]]
    first = next(iter(over), None)
    same = [p for p in ended if first is not None and _length(p[0]) == _length(first[0])]
    best = next(iter(same), None) or first
    return best[0] if best else None


def _periods(text: str, context: ReleaseContext) -> list[tuple[Interval, bool]]:
    """Intervals of a text with whether their last day is printed."""
    found = []
    for quantity in find_quantities(text, context):
        words = text[quantity.start : quantity.end]
        if quantity.label == "PERIOD" and quantity.interval and _PERIOD_WORD.search(words):
            found.append((quantity.interval, "ended" in words.lower()))
    return found


def _length(interval: Interval) -> int:
    """In quarters."""
    return round((interval.end - interval.start).days / 91)


def _fiscal_year_end(texts: list[str]) -> tuple[int, int] | None:
    """Month and day, where a text says on which day a fiscal year or one of its quarters ended."""
    for text in texts:
        for match in _FISCAL_END.finditer(text[:1500]):
            ends = [q.interval.end for q in find_quantities(match["day"], ReleaseContext()) if q.interval]
            if not ends:
                continue
            months = 3 * (4 - _ORDINALS.get((match["quarter"] or "fourth").lower(), 4))
            month = (ends[0].month + months - 1) % 12 + 1
            return month, (ends[0].day if months == 0 else monthrange(2001, month)[1])
    return None
