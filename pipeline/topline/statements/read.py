"""Table regions of a source into statements."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from topline.readers import TableRegion
from topline.records import Column, Problem, Row, Span, Statement, StatementKind
from topline.statements.caption import read_caption
from topline.statements.cells import read_cells
from topline.statements.checks import find_checks, find_sums
from topline.statements.columns import place_columns, statement_currency
from topline.statements.concepts import assign_concepts, kind_by_rows, name_totals
from topline.statements.currencies import speaks_foreign, stated_throughout
from topline.statements.grid import find_bands, same_bands
from topline.statements.heads import head_words
from topline.statements.lines import classify
from topline.statements.note_column import without_note_numbers
from topline.statements.numerals import numerals_of
from topline.statements.parts import Band, Caption, Head, StatementDraft, TableRow
from topline.statements.periods import read_when
from topline.statements.rows import read_rows
from topline.statements.split import split_statements
from topline.statements.tokens import region_lines
from topline.statements.units import unit_of
from topline.statements.vocabulary import first_match

__all__ = ["read_statements"]

_MOST_COLUMNS = 40
_MOST_OVER = 20
_FEWEST_ROWS = 3


def read_statements(
    source: str, regions: Sequence[TableRegion], *, first_id: int = 1
) -> tuple[list[Statement], list[Problem]]:
    """Statements with ids from `s<first_id>` on, and what could not be read. Regions may hold several or none."""
    statements: list[Statement] = []
    problems: list[Problem] = []
    throughout = stated_throughout(source) if regions else None
    for region in regions:
        text = source[region.start : region.end]
        numerals = numerals_of(text, foreign=speaks_foreign(text))
        for draft, bands in _grids(split_statements(classify(region_lines(source, region), numerals))):
            statement, trouble = _read(draft, bands, f"s{first_id + len(statements)}", throughout)
            problems += trouble
            if statement is not None:
                statements.append(statement)
    return statements, problems


def _grids(drafts: Iterable[StatementDraft]) -> Iterator[tuple[StatementDraft, list[Band]]]:
    """Drafts with their columns. One without column heads goes on under those of the one before, if they fit."""
    before: tuple[StatementDraft, list[Band]] | None = None
    for draft in map(without_note_numbers, drafts):
        bands = find_bands(draft.body, draft.heads)
        if not draft.heads and before is not None and same_bands(bands, before[1]):
            draft.heads = before[0].heads
            draft.over = [*before[0].over, *before[0].title][-_MOST_OVER:]
        if bands:
            yield draft, bands
            before = (draft, bands)


def _read(
    draft: StatementDraft, bands: list[Band], statement_id: str, throughout: str | None
) -> tuple[Statement | None, list[Problem]]:
    lines = [*draft.title, *([] if draft.over else draft.heads), *draft.body]
    place = Span(start=next(line.start for line in lines if line.kind != "blank"), end=lines[-1].end)
    if len(bands) > _MOST_COLUMNS:
        return None, [Problem(at=place, what=f"table not read: {len(bands)} columns")]
    rows, problems = read_rows(draft.body, bands)
    if not (_announced(draft) or any(line.kind == "head" for line in draft.heads)):
        return None, []
    caption = read_caption(draft.title, [*draft.over, *draft.heads])
    for row in rows:
        row.unit = unit_of(row)
    kind = caption.kind or kind_by_rows(rows)
    assign_concepts(rows, kind=kind, basis=caption.basis)
    heads = _heads(draft, bands, kind)
    if not _is_statement(caption, heads, rows):
        return None, []
    places = place_columns(
        bands, heads, draft.heads, rows, caption=caption, throughout=throughout, statement=statement_id
    )
    problems += read_cells(rows, caption, places, place)
    sums = find_sums(rows, kind=kind, basis=caption.basis)
    name_totals((found.total for found in sums), kind=kind, basis=caption.basis)
    statement = Statement(
        id=statement_id,
        kind=kind,
        title=caption.title,
        scale=caption.scale,
        currency=statement_currency(places, rows, caption),
        audited=caption.audited,
        columns=tuple(_column(column.id, head) for column, head in zip(places, heads, strict=True)),
        rows=tuple(_row(number, row) for number, row in enumerate(rows, start=1)),
        checks=tuple(find_checks(sums, rows, [i for i, p in enumerate(places) if not p.percent], kind=kind)),
        start=place.start,
        end=place.end,
    )
    return statement, problems


def _announced(draft: StatementDraft) -> bool:
    """Titles name a statement. Figures without such a title and without dated columns are an address or a list."""
    return any(first_match("title_words", line.text.lower()) for line in draft.title)


def _is_statement(caption: Caption, heads: Sequence[Head], rows: Sequence[TableRow]) -> bool:
    """Without a statement's title and without a dated column, page numbers and addresses look like figures."""
    if caption.kind is not None or any(head.period or head.instant for head in heads):
        return True
    printed = [mark.raw for row in rows for mark in row.marks.values()]
    return len(rows) >= _FEWEST_ROWS and any("," in raw or "$" in raw or "." in raw for raw in printed)


def _heads(draft: StatementDraft, bands: Sequence[Band], kind: StatementKind) -> list[Head]:
    before_rows = takewhile(lambda line: line.kind != "row", draft.body)
    context = [" ".join(line.text.split()) for line in (*draft.title, *before_rows) if line.kind == "text"]
    heads = []
    for words in head_words(draft.heads, bands):
        when = read_when(words, context=context, instants=kind == "balance_sheet")
        heads.append(Head(" ".join(" ".join(words).split()), when.period, when.instant))
    return heads


def _column(column_id: str, head: Head) -> Column:
    return Column(id=column_id, label=head.label, period=head.period, instant=head.instant)


def _row(number: int, row: TableRow) -> Row:
    cells = tuple(cell for _, cell in sorted(row.cells.items()))
    return Row(id=f"r{number}", label=row.label, section=row.section, concept=row.concept, cells=cells)
