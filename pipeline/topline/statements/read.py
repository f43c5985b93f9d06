"""Table regions of a source into statements."""

from collections.abc import Callable, Sequence
from functools import partial

from topline.quantities import ReleaseContext
from topline.readers import TableRegion
from topline.records import Column, Problem, Row, Span, Statement, StatementKind
from topline.statements.amounts_in_full import amounts_in_full
from topline.statements.caption import read_caption
from topline.statements.cells import Place, read_cells
from topline.statements.checks import find_checks, find_sums
from topline.statements.column_units import place_columns, statement_currency
from topline.statements.columns import in_percent, read_heads
from topline.statements.concepts import assign_concepts, kind_by_rows, name_totals
from topline.statements.currencies import speaks_foreign, stated_throughout
from topline.statements.drafts import Columns, with_columns
from topline.statements.exceptions import excepted_in
from topline.statements.lead import lead_in, lines_under, note_under
from topline.statements.lines import classify
from topline.statements.note_column import without_note_numbers
from topline.statements.numerals import numerals_of
from topline.statements.operating import settle_operating
from topline.statements.parts import Band, Caption, Head, StatementDraft, TableRow
from topline.statements.rows import read_rows
from topline.statements.set_apart import set_apart
from topline.statements.split import split_statements
from topline.statements.tokens import region_lines
from topline.statements.units import in_money, unit_of
from topline.statements.unread_tables import unread_tables
from topline.statements.untold_scales import Read, ToldScales
from topline.statements.vocabulary import first_match

__all__ = ["read_statements"]

_MOST_COLUMNS = 40
_FEWEST_ROWS = 3


def read_statements(
    source: str, regions: Sequence[TableRegion], *, first_id: int = 1, release: ReleaseContext | None = None
) -> tuple[list[Statement], list[Problem]]:
    """Statements with ids from `s<first_id>` on, and what could not be read. Regions may hold several or none.

    `release` tells where the fiscal year ends, which heads such as "Third Quarter 1998" need.
    """
    readings: list[_Reading] = []
    count = 0
    throughout = stated_throughout(source) if regions else None
    last: Columns | None = None
    for region in regions:
        text = source[region.start : region.end]
        lines = classify(region_lines(source, region), numerals_of(text, foreign=speaks_foreign))
        grids = with_columns(map(without_note_numbers, split_statements(lines)), before=last)
        last = grids[-1] if grids else last
        for draft, bands in grids:
            draft.lead = lead_in(source, [*draft.title, *draft.heads, *draft.body][0].start)
            draft.note = note_under(source, draft.body[-1].end)
            draft.under = lines_under(source, draft.body[-1].end)
            again = partial(_read, draft, bands, f"s{first_id + count}", throughout, release or ReleaseContext())
            readings.append((*again(), again))
            count += readings[-1][0] is not None
    statements, problems = _scaled(source, readings)
    return statements, [*problems, *unread_tables(source, statements)]


def _scaled(source: str, readings: Sequence["_Reading"]) -> tuple[list[Statement], list[Problem]]:
    """Statements that state no scale are read again with that of others, or are a problem."""
    scales = _told_scales(source, [read for read, _, _ in readings if read is not None])
    statements: list[Statement] = []
    problems: list[Problem] = []
    for read, trouble, again in readings:
        others = scales.get(read.statement.currency or "USD") if read is not None else None
        if read is not None and others is not None and not read.caption.scale_told:
            if (like := others.inherited(read)) is not None:
                read, trouble = again(like)
            elif (untold := others.problem(read)) is not None:
                trouble = [untold, *trouble]
        problems += trouble
        statements += [read.statement] if read is not None else []
    return statements, problems


def _told_scales(source: str, found: Sequence[Read]) -> dict[str, ToldScales]:
    """By currency; nothing where each statement tells its own."""
    if all(read.caption.scale_told for read in found):
        return {}
    told: dict[str, list[Read]] = {}
    for read in found:
        if read.caption.scale > 1:
            told.setdefault(read.statement.currency or "USD", []).append(read)
    in_full = amounts_in_full(source, [read.statement for read in found]) if told else frozenset()
    return {currency: ToldScales(reads, in_full) for currency, reads in told.items()}


def _read(
    draft: StatementDraft,
    bands: list[Band],
    statement_id: str,
    throughout: str | None,
    release: ReleaseContext,
    like: Caption | None = None,
) -> tuple[Read | None, list[Problem]]:
    """`like` is the caption of a statement whose scale holds for this one."""
    lines = [*draft.title, *([] if draft.borrowed else draft.heads), *draft.body]
    place = Span(start=next(line.start for line in lines if line.kind != "blank"), end=lines[-1].end)
    if len(bands) > _MOST_COLUMNS:
        return None, [Problem(at=place, what=f"table not read: {len(bands)} columns")]
    rows, problems = read_rows(draft.body, bands, titles=draft.title, under=draft.under)
    if not (_announced(draft) or any(line.kind == "head" for line in draft.heads)):
        return None, []
    caption = read_caption([*draft.name, *draft.title], [*draft.over, *draft.heads], lead=draft.lead, note=draft.note)
    if like is not None:
        caption = caption._replace(scale=like.scale, share_scale=like.share_scale)
    _tell_units(rows, bands, draft, caption)
    kind = caption.kind or kind_by_rows(rows)
    assign_concepts(rows, kind=kind, basis=caption.basis)
    heads = read_heads(draft, bands, kind, release)
    if all(in_percent(head) for head in heads):
        _count_percentages(rows)
    if not _is_statement(caption, heads, rows):
        return None, []
    places = place_columns(
        bands, heads, draft.heads, rows, caption=caption, throughout=throughout, statement=statement_id
    )
    problems += read_cells(rows, caption, places, place)
    columns = tuple(_column(column.id, head) for column, head in zip(places, heads, strict=True))
    statement = _statement(caption, columns, rows, places, kind=kind, name=statement_id, at=place)
    return Read(set_apart(statement, draft.lead), caption), problems


def _statement(
    caption: Caption,
    columns: tuple[Column, ...],
    rows: Sequence[TableRow],
    places: Sequence[Place],
    *,
    kind: StatementKind,
    name: str,
    at: Span,
) -> Statement:
    """With its checks; `rows` have their cells."""
    sums = find_sums(rows, kind=kind, basis=caption.basis)
    name_totals(rows, (found.total for found in sums), kind=kind, basis=caption.basis)
    return Statement(
        id=name,
        kind=kind,
        title=caption.title,
        scale=caption.scale,
        currency=statement_currency(places, rows, caption),
        audited=caption.audited,
        columns=columns,
        rows=tuple(_row(number, row) for number, row in enumerate(rows, start=1)),
        checks=tuple(find_checks(sums, rows, [i for i, p in enumerate(places) if not p.percent], kind=kind)),
        start=at.start,
        end=at.end,
    )


_Reading = tuple[Read | None, list[Problem], Callable[..., tuple[Read | None, list[Problem]]]]


def _tell_units(rows: Sequence[TableRow], bands: Sequence[Band], draft: StatementDraft, caption: Caption) -> None:
    """What each row counts, and the scale that its own words tell."""
    for row in rows:
        row.unit = "pure" if _under_percent(row) else unit_of(row, bands)
        row.scale = _own_scale(row)
    if caption.kind not in {"balance_sheet", "cash_flows"}:
        over = [*draft.title, *draft.over, *draft.heads]
        settle_operating(rows, excepted=excepted_in(over), scaled=caption.scale > 1)


def _count_percentages(rows: Sequence[TableRow]) -> None:
    """Where all columns are in percent, nothing is money."""
    for row in rows:
        row.unit = "pure" if row.unit == "USD" else row.unit


def _under_percent(row: TableRow) -> bool:
    """Small figures under a heading such as "As a percentage of revenue:" print no sign of their own."""
    section = (row.section or "").lower().rstrip(":")
    if "percent" not in section and "%" not in section:
        return False
    amounts = any("," in mark.raw or "$" in mark.raw for mark in row.marks.values())
    return not amounts and first_match("percent_heads", section) is not None


def _own_scale(row: TableRow) -> int | None:
    """The scale that a label tells, else the heading over it; shares that are plainly printed in full have none."""
    full = row.unit == "shares" and any(mark.digits.count(",") > 1 for mark in row.marks.values())
    texts = [text for text in (row.label, row.section or "") if "(" in text or "," in text]
    told = (first_match("row_scales", text.lower()) for text in texts)
    return None if full else next((int(scale) for scale in told if scale), None)


def _announced(draft: StatementDraft) -> bool:
    """Titles name a statement. Figures without such a title and without dated columns are an address or a list."""
    titles = [*draft.over, *draft.title] if draft.part else draft.title
    return any(first_match("title_words", line.text.lower()) for line in titles)


def _is_statement(caption: Caption, heads: Sequence[Head], rows: Sequence[TableRow]) -> bool:
    """Without a statement's title, a dated column or money, page numbers, addresses and results of trials look like
    figures.
    """
    if caption.kind is not None or any(head.period or head.instant for head in heads):
        return True
    signs = any(in_money(mark.raw) for row in rows for mark in row.marks.values())
    money = caption.scale > 1 or bool(caption.currencies) or signs or kind_by_rows(rows) != "other"
    return len(rows) >= _FEWEST_ROWS and money


def _column(column_id: str, head: Head) -> Column:
    return Column(id=column_id, label=head.label, period=head.period, instant=head.instant)


def _row(number: int, row: TableRow) -> Row:
    cells = tuple(cell for _, cell in sorted(row.cells.items()))
    return Row(id=f"r{number}", label=row.label, section=row.section, concept=row.concept, cells=cells)
