"""What figures of tables do not give: some were not read, some do not go with others of the release or the company."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from topline.cli.alarms import Alarm, line_starts, place
from topline.cli.words import printable
from topline.exports import Against, Saying, compared, differing, shrunk, unborne
from topline.readers import Document
from topline.records import Problem, ReleaseRecord
from topline.vocab.load import load_yaml

__all__ = ["Read", "across_alarms", "unread", "unread_alarms", "unread_told"]

Read = tuple[ReleaseRecord, Document]
_UNREAD = re.compile(r"\b(?:not|never) read\b|\bunread\b")
_OF_TABLE = re.compile(r"\b(?:table|statement)s?\b")
_SHOWN = 3


def unread(record: ReleaseRecord) -> list[Problem]:
    """Cells, amounts and tables that were found and not read."""
    return [problem for problem in record.problems if problem.at is not None and _UNREAD.search(problem.what)]


def unread_told(record: ReleaseRecord, document: Document) -> str | None:
    """One line: how much of a release's tables is missing in its figures, and the first of it."""
    problems = unread(record)
    if not problems:
        return None if record.statements else "no table of figures was found"
    starts = line_starts(document.source)
    first = (f"line {place(starts, p.at.start)}: {printable(p.what)}" for p in problems[:_SHOWN] if p.at)
    more = len(problems) - _SHOWN
    count = f"{len(problems)} place{'s' * (len(problems) != 1)} in tables not read"
    return f"{count}: {'; '.join(first)}{f'; and {more} more' if more > 0 else ''}"


def unread_alarms(record: ReleaseRecord, document: Document) -> Iterator[Alarm]:
    starts = line_starts(document.source)
    source = printable(record.source.name)
    for problem in unread(record):
        at = problem.at.start if problem.at else 0
        what = f"{'table' if _OF_TABLE.search(problem.what) else 'figure'} that could not be read"
        yield Alarm(source, place(starts, at), at, what, printable(problem.what), ())


def across_alarms(read: Sequence[Read]) -> Iterator[Alarm]:
    """Across all releases, each under the release that prints the quarter, the year, or the later of two figures."""
    sources = {record.source.sha256: document.source for record, document in read}
    companies = compared(record for record, _ in read)
    for found in unborne(companies):
        made = (
            f"the difference of two other figures is {_amount(found.rest.value, found.printed)}, "
            f"{_amount(found.printed.value, found.printed)} is printed"
        )
        told = (made, *(f"  {_sourced(saying)}" for saying in (found.plus, found.minus)))
        yield _alarm(found.printed, "quarter that the longer periods do not bear out", told, sources)
    for against in shrunk(companies):
        told = ("a part of that time has more:", f"  {_sourced(against.other)}")
        yield _alarm(against.figure, "figure below that of a part of its period", told, sources)
    for against in differing(companies):
        if not _restated(against, sources):
            told = ("another release has:", f"  {_sourced(against.other)}")
            yield _alarm(against.figure, "figure that another release states differently", told, sources)


def _alarm(saying: Saying, what: str, told: tuple[str, ...], sources: Mapping[str, str]) -> Alarm:
    source = saying.release.record.source
    cell = next(c for c in saying.row.cells if saying.release.ref(c.id) == saying.cell)
    line = place(line_starts(sources[source.sha256]), cell.start)
    return Alarm(printable(source.name), line, cell.start, what, _figure(saying), told)


def _restated(against: Against, sources: Mapping[str, str]) -> bool:
    """The one that was released last says so: in its text, of which its heads and titles are a part."""
    source = sources[against.figure.release.record.source.sha256]
    return re.search(load_yaml("derived_facts.yaml")["restating"], source, re.IGNORECASE) is not None


def _sourced(saying: Saying) -> str:
    return f"{_figure(saying)} ({printable(saying.release.name)})"


def _figure(saying: Saying) -> str:
    """By its days: "2005 Q2" may be what the company calls its fourth quarter."""
    days = f"{saying.period.start} to {saying.period.end}"
    return printable(f"{saying.row.label or saying.row.section}, {days}: {_amount(saying.value, saying)}")


def _amount(value: Decimal, saying: Saying) -> str:
    return f"{value / saying.statement.scale:,f}"
