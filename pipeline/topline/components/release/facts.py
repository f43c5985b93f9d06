"""The component that reads a release's facts, each from the place that tells it."""

from dataclasses import dataclass, replace
from datetime import date

from spacy.tokens import Doc

from topline.components.release.calls import read_calls
from topline.components.release.company import read_issuer
from topline.components.release.contacts import read_contacts
from topline.components.release.dates import Dated, date_problems, read_date
from topline.components.release.fiscal import named_year_end, period_label, year_shift
from topline.components.release.occasions import find_occasions
from topline.components.release.opening import Opening, read_opening
from topline.components.release.period import (
    FiscalYearEnd,
    context_of,
    exact_weeks,
    read_fiscal_year_end,
    read_period,
)
from topline.components.release.phones import read_phones
from topline.quantities import Interval, ReleaseContext
from topline.readers import Document
from topline.records import Call, Contact, DatedBy, Phone, Problem, YearBy

__all__ = ["ReleaseFacts", "ReleaseFactsReader", "read_facts"]

_FRONT = 4000


@dataclass(frozen=True, slots=True)
class ReleaseFacts:
    """All of it may be unknown. `dated_by` says where the release date was read, `year_by` where its year was."""

    company: str | None = None
    ticker: str | None = None
    exchange: str | None = None
    headline: str | None = None
    city: str | None = None
    released_on: date | None = None
    dated_by: DatedBy | None = None
    year_by: YearBy | None = None
    period: Interval | None = None
    period_label: str | None = None
    fiscal_year_end: FiscalYearEnd | None = None
    contacts: tuple[Contact, ...] = ()
    phones: tuple[Phone, ...] = ()
    calls: tuple[Call, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def context(self) -> ReleaseContext:
        fiscal, period = self.fiscal_year_end, self.period
        shift = year_shift(period, fiscal, self.period_label) if period is not None and fiscal is not None else 0
        return replace(context_of(self.released_on, fiscal, period, shift=shift), company=self.company)


class ReleaseFactsReader:
    """Assigns `doc._.release`."""

    def __call__(self, doc: Doc) -> Doc:
        document: Document | None = doc._.document
        doc._.release = ReleaseFacts() if document is None else read_facts(document)
        return doc


def read_facts(document: Document) -> ReleaseFacts:
    opening = read_opening(document)
    issuer = read_issuer(opening, document)
    dated, period, fiscal = _times(opening, document)
    occasions = find_occasions(document)
    numbers = read_phones(document, occasions)
    return ReleaseFacts(
        company=issuer.company,
        ticker=issuer.ticker,
        exchange=issuer.exchange,
        headline=opening.headline,
        city=opening.city,
        released_on=dated.day,
        dated_by=dated.by,
        year_by=dated.year_by,
        period=period,
        period_label=period_label(period, fiscal, _texts(opening, document)) if period else None,
        fiscal_year_end=fiscal,
        contacts=tuple(read_contacts(document, numbers, company=issuer.company, city=opening.city)),
        phones=tuple(n.phone for n in numbers),
        calls=tuple(read_calls(document, occasions, numbers, dated.day)),
        problems=tuple(date_problems(dated, opening, document)),
    )


def _texts(opening: Opening, document: Document) -> list[str]:
    return [*opening.headlines, opening.body, document.prose[:_FRONT]]


def _times(opening: Opening, document: Document) -> tuple[Dated, Interval | None, FiscalYearEnd | None]:
    """The date needs the period where the dateline has no year, and the period needs the date to be over by then."""
    texts = [*opening.headlines[:3], opening.body]
    fiscal = read_fiscal_year_end([opening.body, *opening.headlines[:3]], document)
    period = read_period(texts, context_of(None, fiscal))
    dated = read_date(opening, document, period)
    period = read_period(texts, context_of(dated.day, fiscal)) or period
    if period is not None:
        period = exact_weeks(period, document)
        fiscal = fiscal or named_year_end(period, _texts(opening, document))
    return dated, period, fiscal
