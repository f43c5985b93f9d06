"""A `Document` to a `ReleaseRecord`: prose through the pipeline, tables through `statements`, then both joined."""

from os import PathLike
from pathlib import Path

from spacy.language import Language

from topline.components import ReleaseFacts, ReleaseReader
from topline.errors import ConfigError
from topline.extraction.events import record_event
from topline.extraction.mentions import MentionTable
from topline.quantities import quarter_of
from topline.readers import Document, read_bytes, read_file, read_source
from topline.records import Problem, Release, ReleaseRecord, ReportedPeriod, Source, Zone
from topline.statements import link_figures, read_statements

__all__ = ["Extractor", "read_release"]


def read_release(source: str | bytes | PathLike[str]) -> Document:
    """Text is a `str`, encoded text `bytes`, a file a path. Raises SourceError."""
    if isinstance(source, str):
        return read_source(source)
    if isinstance(source, bytes):
        return read_bytes(source)
    return read_file(Path(source))


class Extractor:
    """One pipeline, ready for any number of releases."""

    def __init__(self, nlp: Language) -> None:
        reader = next((c for _, c in nlp.pipeline if isinstance(c, ReleaseReader)), None)
        if reader is None:
            raise ConfigError("the pipeline has no `topline_reader_v1`: put that component first in its config")
        self._nlp = nlp
        self._reader = reader

    def __call__(self, source: str | bytes | PathLike[str]) -> ReleaseRecord:
        """Raises SourceError for what cannot be read at all; all smaller trouble is in the record's `problems`."""
        return self.extract(read_release(source))

    def extract(self, document: Document) -> ReleaseRecord:
        doc = self._reader.doc(document)
        for _, component in self._nlp.pipeline:
            doc = component(doc)
        facts: ReleaseFacts = doc._.release
        mentions = MentionTable(doc, doc._.events)
        statements, table_problems = read_statements(document.source, document.tables)
        texts = {m.id: m.text for m in mentions.mentions}
        return ReleaseRecord(
            source=Source(
                name=document.name, sha256=document.sha256, format=document.format, chars=len(document.source)
            ),
            release=_release(facts, document),
            mentions=mentions.mentions,
            events=tuple(record_event(i, e, mentions) for i, e in enumerate(doc._.events, 1)),
            statements=tuple(statements),
            links=tuple(link_figures(mentions.figures, statements, texts=texts)),
            problems=(*document.problems, *table_problems, *_missing(facts, document)),
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
        period=ReportedPeriod(start=period.start.isoformat(), end=period.end.isoformat(), label=quarter_of(period))
        if period
        else None,
        codes=document.codes,
        zones=tuple(Zone(kind=z.kind, start=z.start, end=z.end) for z in document.zones),
    )


def _missing(facts: ReleaseFacts, document: Document) -> list[Problem]:
    """What every release should say and this one does not."""
    problems = []
    if facts.released_on is None:
        problems.append(Problem(what="no release date: the text has no dateline and no wire trailer with one"))
    if facts.company is None:
        problems.append(Problem(what="no company: neither a ticker's bracket nor a company form names one"))
    return problems
