"""The columns of a statement: what the words over them say, and which of them hold amounts."""

from collections.abc import Sequence
from itertools import takewhile

from topline.records import StatementKind
from topline.statements.cells import Place
from topline.statements.heads import beside_heads, head_words
from topline.statements.parts import Band, Head, StatementDraft, TableLine
from topline.statements.periods import read_whens
from topline.statements.vocabulary import first_match

__all__ = ["amount_columns", "in_percent", "read_heads"]


def read_heads(draft: StatementDraft, bands: Sequence[Band], kind: StatementKind) -> list[Head]:
    words = head_words(draft.heads, bands)
    whens = read_whens(words, context=_context(draft, bands), instants=kind == "balance_sheet")
    return [
        Head(" ".join(" ".join(parts).split()), when.period, when.instant)
        for parts, when in zip(words, whens, strict=True)
    ]


def _context(draft: StatementDraft, bands: Sequence[Band]) -> list[list[str]]:
    """What else may tell the time of a column, the nearest first: headings of the rows, words left of the column
    heads, the title, and the title that borrowed column heads stand under.
    """
    before_rows = list(takewhile(lambda line: line.kind != "row", draft.body))
    return [
        _texts(before_rows),
        beside_heads(draft.heads, bands),
        _texts(draft.title),
        _texts(draft.over) if draft.borrowed else [],
    ]


def _texts(lines: Sequence[TableLine]) -> list[str]:
    return [" ".join(line.text.split()) for line in lines if line.kind in {"text", "head"}]


def amount_columns(bands: Sequence[Band], heads: Sequence[Head], statement: str) -> dict[int, Place]:
    """The columns that hold amounts, by index; those of percentages and of note numbers are left out beside them."""
    told = [i for i in range(len(bands)) if not first_match("note_heads", heads[i].label.lower())]
    amounts = [i for i in told if not (bands[i].percent or in_percent(heads[i]))]
    amounts = amounts or told
    return {
        index: Place(statement, f"c{number}", heads[index].label.lower().endswith("shares"))
        for number, index in enumerate(amounts, start=1)
    }


def in_percent(head: Head) -> bool:
    return first_match("percent_heads", head.label.lower()) is not None
