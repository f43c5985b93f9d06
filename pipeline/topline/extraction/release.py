"""A `Document` to a `ReleaseRecord`: prose through the pipeline, tables through `statements`, then both joined."""

from os import PathLike
from os.path import isfile
from pathlib import Path

from spacy.language import Language

from topline.components import ReleaseFacts, ReleaseReader
from topline.errors import ConfigError, SourceError
from topline.extraction.events import record_event
from topline.extraction.mentions import MentionTable
from topline.extraction.tables import read_tables
from topline.readers import Document, read_bytes, read_file, read_source
from topline.records import Problem, Release, ReleaseRecord, ReportedPeriod, Source, Zone
from topline.statements import derive_facts, link_derived, link_figures

__all__ = ["Extractor", "read_releases"]

_LONGEST_NAME = 4096


def read_releases(source: str | bytes | PathLike[str], *, input_format: str | None = None) -> tuple[Document, ...]:
    """Text is a `str`, encoded text `bytes`, a file a path. Raises SourceError and FormatUnknown.

    A line that names a file is no release: whoever passes it means the file.
    """
    if isinstance(source, str):
        if _names_file(source):
            raise SourceError(f"{source!r} is a file: pass Path({source!r}), for a str is the text of a release")
        return read_source(source, input_format=input_format)
    if isinstance(source, bytes):
        return read_bytes(source, input_format=input_format)
    return read_file(Path(source), input_format=input_format)


def _names_file(text: str) -> bool:
    return 0 < len(text) <= _LONGEST_NAME and "\n" not in text and isfile(text)  # noqa: PTH113  (no error for what is no name)


class Extractor:
    """One pipeline, ready for any number of releases."""

    def __init__(self, nlp: Language) -> None:
        reader = next((c for _, c in nlp.pipeline if isinstance(c, ReleaseReader)), None)
        if reader is None:
            raise ConfigError("the pipeline has no `topline_reader_v1`: put that component first in its config")
        self._nlp = nlp
        self._reader = reader

    def __call__(self, source: str | bytes | PathLike[str], *, input_format: str | None = None) -> ReleaseRecord:
        """The record of the first release of a source; a problem names the others.

        Raises SourceError for what cannot be read at all; all smaller trouble is in the record's `problems`.
        """
        first, *others = read_releases(source, input_format=input_format)
        record = self.extract(first)
        if not others:
            return record
        names = ", ".join(d.exhibit.type for d in others if d.exhibit is not None)
        problem = Problem(what=f"the source holds further releases ({names}): topline.extract_all reads them all")
        return record.model_copy(update={"problems": (*record.problems, problem)})

    def all(self, source: str | bytes | PathLike[str], *, input_format: str | None = None) -> tuple[ReleaseRecord, ...]:
        """One record for each release of a source. Raises SourceError."""
        return tuple(self.extract(d) for d in read_releases(source, input_format=input_format))

    def extract(self, document: Document) -> ReleaseRecord:
        doc = self._reader.doc(document)
        for _, component in self._nlp.pipeline:
            doc = component(doc)
        facts: ReleaseFacts = doc._.release
        mentions = MentionTable(doc, doc._.events)
        statements, table_problems = read_tables(document, facts.context)
        texts = {m.id: m.text for m in mentions.mentions}
        links = link_figures(mentions.figures, statements, texts=texts, around=mentions.around)
        derived = derive_facts(statements, links)
        return ReleaseRecord(
            source=_source(document),
            release=_release(facts, document),
            mentions=mentions.mentions,
            events=tuple(record_event(i, e, mentions) for i, e in enumerate(doc._.events, 1)),
            statements=tuple(statements),
            links=tuple(link_derived(links, mentions.figures, derived, statements, texts=texts)),
            derived=derived,
            problems=(*document.problems, *table_problems, *facts.problems, *_missing(facts, document)),
        )


def _source(document: Document) -> Source:
    return Source(
        name=document.name,
        sha256=document.sha256,
        format=document.format,
        chars=len(document.source),
        document=document.exhibit,
        filing=document.filing,
    )


def _release(facts: ReleaseFacts, document: Document) -> Release:
    period = facts.period
    return Release(
        company=facts.company,
        ticker=facts.ticker,
        exchange=facts.exchange,
        headline=facts.headline,
        city=facts.city,
        released_on=facts.released_on.isoformat() if facts.released_on else None,
        dated_by=facts.dated_by,
        year_by=facts.year_by,
        period=ReportedPeriod(start=period.start.isoformat(), end=period.end.isoformat(), label=facts.period_label)
        if period
        else None,
        fiscal_year_end="{:02}-{:02}".format(*facts.fiscal_year_end) if facts.fiscal_year_end else None,
        contacts=facts.contacts,
        phones=facts.phones,
        calls=facts.calls,
        codes=document.codes,
        zones=tuple(Zone(kind=z.kind, start=z.start, end=z.end) for z in document.zones),
    )


def _missing(facts: ReleaseFacts, document: Document) -> list[Problem]:
    """What every release should say and this one does not."""
    problems = []
    if facts.released_on is None:
        problems.append(Problem(what="no release date: no dateline, line above the text, trailer or filing has one"))
    if facts.company is None:
        problems.append(Problem(what="no company: no lead, ticker, legal form, trailer or filing names one"))
    return problems
