"""Statements that print no column heads or no title of their own take those of the one before."""

from collections.abc import Iterable

from topline.statements.dated_heading import tells_length
from topline.statements.dates import date_parts
from topline.statements.durations import find_durations
from topline.statements.grid import find_bands, same_bands
from topline.statements.parts import Band, StatementDraft, TableLine
from topline.statements.vocabulary import first_match

__all__ = ["Columns", "with_columns"]

Columns = tuple[StatementDraft, list[Band]]

_MOST_OVER = 20


def with_columns(drafts: Iterable[StatementDraft], *, before: Columns | None = None) -> list[Columns]:
    """Drafts with their columns. One without column heads goes on under those of the one before, if they fit.

    `before` is the last one of the region before, which may have been the page before.
    """
    found: list[Columns] = []
    for draft in drafts:
        bands = find_bands(draft.body, draft.heads)
        if not bands:
            continue
        if not found and before is not None and _same_heads(draft, before[0]) and _fits(bands, before[1]):
            bands = before[1]
        if found and (not draft.part or _fits(bands, found[-1][1]) or _tells_length([*draft.heads, *draft.body])):
            bands = _under(draft, bands, *found[-1])
        elif found:
            whole = found[-1][0]
            whole.body += draft.body
            found[-1] = (whole, find_bands(whole.body, whole.heads))
            continue
        found.append((draft, bands))
    return found


def _fits(bands: list[Band], others: list[Band]) -> bool:
    return all(any(same_bands([band], [other]) for other in others) for band in bands)


def _under(draft: StatementDraft, bands: list[Band], before: StatementDraft, others: list[Band]) -> list[Band]:
    """Gives a draft what it takes over from the one before, and tells its columns."""
    goes_on = not any(line.kind == "text" for line in draft.title) and _tells_length([*draft.heads, *draft.body])
    if _same_heads(draft, before) and _fits(bands, others):
        bands = others  # the same columns on the next page, where one of them may have no figure
    elif draft.part and before.heads:
        draft.borrowed, draft.heads, bands = True, before.heads, others if _fits(bands, others) else bands
    elif same_bands(bands, others) and (not draft.heads or _continued(draft)):
        draft.borrowed, draft.heads = True, before.heads
    elif same_bands(bands, others) and not any(_years(line) for line in draft.heads):
        draft.heads = [line for line in before.heads if _years(line) and not _spans(line)] + draft.heads
    if draft.borrowed or _untitled(draft):
        draft.over = [*before.over, *before.title][-_MOST_OVER:]
    if goes_on:
        draft.name = before.title or before.name
    return bands


def _tells_length(lines: Iterable[TableLine]) -> bool:
    """The first words name a length, not a day: what follows is of the same as what was before, for another time."""
    first = next((line.text for line in lines if line.kind in {"text", "head"}), "")
    return tells_length(first)


def _continued(draft: StatementDraft) -> bool:
    """The title says "Continued", and the heads repeat nothing but the years."""
    parts = [part for line in draft.heads for part in date_parts(line.text)]
    title = " ".join(line.text for line in draft.title).lower()
    return first_match("continued", title) is not None and all(part.month is None for part in parts)


def _same_heads(draft: StatementDraft, before: StatementDraft) -> bool:
    """Where the page of paper ended the heads were printed again."""
    heads, others = ([line.text for line in d.heads if line.kind == "head"] for d in (draft, before))
    return bool(heads) and heads == others


def _years(line: TableLine) -> bool:
    return any(part.year is not None for part in date_parts(line.text))


def _spans(line: TableLine) -> bool:
    return any(True for _ in find_durations(line.text))


def _untitled(draft: StatementDraft) -> bool:
    """Nothing but the name of a part of the table before it, such as "Balance Sheet Data:"."""
    title = [" ".join(line.text.lower().split()) for line in draft.title if line.kind == "text"]
    return all(first_match("part_titles", text) for text in title)
