"""The columns of a statement: what the words over them say and when that is."""

from collections.abc import Sequence
from itertools import takewhile

from topline.quantities import ReleaseContext
from topline.records import StatementKind
from topline.statements.dated_heading import dates_rows, tells_other_time
from topline.statements.dates import date_parts, speaks_of_length
from topline.statements.head_blocks import beside_heads
from topline.statements.heads import head_words
from topline.statements.named_periods import named_periods
from topline.statements.parts import Band, Head, StatementDraft, TableLine
from topline.statements.periods import When, read_whens
from topline.statements.stretches import near, stretch_of
from topline.statements.vocabulary import first_match

__all__ = ["in_percent", "read_heads"]


def read_heads(
    draft: StatementDraft, bands: Sequence[Band], kind: StatementKind, release: ReleaseContext
) -> list[Head]:
    """`release` tells where the fiscal year ends, for heads that name a quarter."""
    words = head_words(draft.heads, bands)
    context = _context(draft, bands)
    instants = kind == "balance_sheet" or (kind == "other" and _only_days(words, context))
    whens = read_whens(words, context=context, instants=instants)
    labels = [" ".join(" ".join(parts).split()) for parts in words]
    if kind != "balance_sheet":
        whens = named_periods(labels, whens, release)
    if headings := list(filter(dates_rows, context[0])):
        named = named_periods(labels, [When()] * len(labels), release)
        told = zip(labels, whens, named, strict=True)
        whens = [When() if _told_twice(label, when, by_name, headings) else when for label, when, by_name in told]
    return [Head(label, when.period, when.instant) for label, when in zip(labels, whens, strict=True)]


def _told_twice(label: str, when: When, named: When, headings: Sequence[str]) -> bool:
    """Two times are told for a column, one by its head and another one by a heading over its rows.

    A column that runs from a day, such as "Inception to date", does not mean the heading's.
    """
    if when.period is None or first_match("untold_lengths", label.lower()) is not None:
        return False
    other = named.period is not None and not near(stretch_of(named.period), stretch_of(when.period))
    return other or tells_other_time(headings, when.period.start, when.period.end)


def _only_days(words: Sequence[Sequence[str]], context: Sequence[Sequence[str]]) -> bool:
    """Full dates over the columns, and nowhere a length of time: a table of neither kind is of those days."""
    told = [line for lines in (*words, *context) for line in lines]
    if any(speaks_of_length(line) for line in told):
        return False
    dates = [part for parts in words for part in date_parts(" ".join(parts))]
    return bool(dates) and all(part.month and part.day and part.year for part in dates)


def _context(draft: StatementDraft, bands: Sequence[Band]) -> list[list[str]]:
    """What else may tell the time of a column, the nearest first: headings of the rows, words left of the column
    heads, the title, the title that borrowed column heads stand under, and the sentence that leads to the table.
    """
    before_rows = list(takewhile(lambda line: line.kind != "row", draft.body))
    return [
        _texts(before_rows),
        beside_heads(draft.heads, bands),
        _texts(draft.title),
        _texts(draft.over) if draft.borrowed else [],
        [draft.lead] if draft.lead else [],
    ]


def _texts(lines: Sequence[TableLine]) -> list[str]:
    return [" ".join(line.text.split()) for line in lines if line.kind in {"text", "head"}]


def in_percent(head: Head) -> bool:
    return first_match("percent_heads", head.label.lower()) is not None
