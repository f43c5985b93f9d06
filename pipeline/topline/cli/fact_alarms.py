"""What tables do not give: figures that were not read, and printed quarters that two other figures do not bear out."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from topline.cli.alarms import Alarm, line_starts, place
from topline.cli.words import printable
from topline.exports import Saying, unborne
from topline.readers import Document
from topline.records import Problem, ReleaseRecord

__all__ = ["Read", "quarter_alarms", "unread", "unread_alarms", "unread_told"]

Read = tuple[ReleaseRecord, Document]
_UNREAD = " not read"
_SHOWN = 3


def unread(record: ReleaseRecord) -> list[Problem]:
    """Cells, amounts and tables that were found and not read."""
    return [problem for problem in record.problems if problem.at is not None and _UNREAD in problem.what]


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
        yield Alarm(source, place(starts, at), at, "figure that could not be read", printable(problem.what), ())


def quarter_alarms(read: Sequence[Read]) -> Iterator[Alarm]:
    """Across all releases, each under the release that prints the quarter."""
    sources = {record.source.sha256: document.source for record, document in read}
    for found in unborne(record for record, _ in read):
        printed = found.printed
        record = printed.release.record
        cell = next(c for c in printed.row.cells if printed.release.ref(c.id) == printed.cell)
        line = place(line_starts(sources[record.source.sha256]), cell.start)
        made = (
            f"the difference of two other figures is {_amount(found.rest.value, printed)}, "
            f"{_amount(printed.value, printed)} is printed"
        )
        told = (
            made,
            *(f"  {_figure(saying)} ({printable(saying.release.name)})" for saying in (found.plus, found.minus)),
        )
        what = "quarter that the longer periods do not bear out"
        yield Alarm(printable(record.source.name), line, cell.start, what, _figure(printed), told)


def _figure(saying: Saying) -> str:
    """By its days: "2005 Q2" may be what the company calls its fourth quarter."""
    days = f"{saying.period.start} to {saying.period.end}"
    return printable(f"{saying.row.label or saying.row.section}, {days}: {_amount(saying.value, saying)}")


def _amount(value: Decimal, saying: Saying) -> str:
    return f"{value / saying.statement.scale:,f}"
