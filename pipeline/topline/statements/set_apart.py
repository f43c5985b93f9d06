"""Tables that look like a statement and are none: how one cost is spread over the lines, and what is expected."""

from collections.abc import Iterable, Sequence

from topline.records import Column, Row, Statement
from topline.statements.caption import statement_kind
from topline.statements.concepts import signed_results
from topline.statements.derived_words import listed, pattern
from topline.statements.vocabulary import normal

__all__ = ["set_apart"]

_LONGEST = 400
_LAST = 2


def set_apart(statement: Statement, lead: str) -> Statement:
    """The statement, where it is none as one of kind `other`; `lead` is the sentence that leads to it.

    Rows of a breakdown or of an outlook have no concept: "Research and development" is of a part of that cost there, or
    of one to come. A sentence that leads to a breakdown is its title where it has none.
    """
    titles = [part for part in statement.title.split(" / ") if part]
    titled = any(statement_kind(part) and not _tells_breakdown(part) for part in titles)
    said = (*titles, lead[-_LONGEST:]) if not titled else ()
    if any(map(_tells_breakdown, said)) or (not titled and _is_breakdown(statement.rows)):
        whole = {row.id for row in statement.rows}
        title = statement.title or (_bare(lead) if _tells_breakdown(lead[-_LONGEST:]) else "")
        return _without(statement, whole).model_copy(update={"kind": "other", "title": title})
    if _tells_outlook(titles, lead) or _heads_outlook(statement.columns):
        return _without(statement, {row.id for row in statement.rows}).model_copy(update={"kind": "other"})
    return _without(statement, _broken_down(statement))


def _without(statement: Statement, rows: set[str]) -> Statement:
    """No concepts in these rows."""
    if not any(row.concept and row.id in rows for row in statement.rows):
        return statement
    bare = (row.model_copy(update={"concept": None}) if row.id in rows else row for row in statement.rows)
    return statement.model_copy(update={"rows": tuple(bare)})


def _broken_down(statement: Statement) -> set[str]:
    """Rows under a heading that says so, and those that make a total of such a cost."""
    found = {row.id for row in statement.rows if row.section and _tells_breakdown(row.section)}
    totals = {cell.id for row in statement.rows if _totals([row]) for cell in row.cells}
    parts = {part for check in statement.checks if check.total in totals for part in check.parts}
    return found | {row.id for row in statement.rows if any(cell.id in parts for cell in row.cells)}


def _is_breakdown(rows: Sequence[Row]) -> bool:
    """Costs that end in the total of one, and no result."""
    return _totals(rows[-_LAST:]) and not any(row.concept in signed_results() for row in rows)


def _totals(rows: Iterable[Row]) -> bool:
    return any(pattern("apart_totals").search(normal(row.label)) for row in rows)


def _tells_breakdown(text: str) -> bool:
    """Of sums that are told in the sentence itself it does not lead to a table of them."""
    return "$" not in text and pattern("apart", "breakdown").search(normal(text)) is not None


def _bare(lead: str) -> str:
    """The sentence that leads to a table as its title: without the number of its note and its colon."""
    return pattern("apart", "note").sub("", lead).rstrip(": ")


def _tells_outlook(titles: Iterable[str], lead: str) -> bool:
    """Of title lines the one counts that names a statement, if one does; a company may be called Outlook, too."""
    named = [part for part in titles if statement_kind(part)]
    said = named or [*(part for part in titles if not _company(part)), lead[-_LONGEST:]]
    return any(pattern("apart", "outlook").search(normal(part)) for part in said)


def _company(part: str) -> bool:
    return pattern("company_forms").search(normal(part)) is not None


def _heads_outlook(columns: Iterable[Column]) -> bool:
    """All heads say so, or they are those of a range."""
    heads = [normal(column.label) for column in columns]
    ends = {head.split()[-1] for head in heads if head}
    ranges = bool(ends) and set(listed("apart", "range")) >= ends and len(ends) > 1
    return ranges or (bool(heads) and all(pattern("apart", "outlook").search(head) for head in heads))
