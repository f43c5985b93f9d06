"""What holds of every record, whatever the release; shared by tests."""

from collections.abc import Iterator
from decimal import Decimal

from topline.records import ReleaseRecord, Span, Statement
from topline.vocab import event_types


def broken_rules(record: ReleaseRecord, source: str) -> list[str]:
    """Empty for a sound record, else one line for each thing that is wrong with it."""
    return [
        *_places(record, source),
        *_texts(record, source),
        *_inferred(record),
        *_events(record),
        *_links(record),
        *_derived(record),
        *(f"id {i} twice" for ids in _ids(record) for i in sorted({x for x in ids if ids.count(x) > 1})),
    ]


def _places(record: ReleaseRecord, source: str) -> Iterator[str]:
    spans: list[Span] = [*record.release.zones, *record.mentions, *record.statements]
    spans += [s for e in record.events for s in (e.trigger, *e.evidence)]
    spans += [c for s in record.statements for r in s.rows for c in r.cells]
    spans += [p.at for p in record.problems if p.at is not None]
    for span in spans:
        if not 0 <= span.start < span.end <= len(source):
            yield f"outside the source: {span!r}"
    if record.source.chars != len(source):
        yield f"{record.source.chars} characters are told of {len(source)}"


def _texts(record: ReleaseRecord, source: str) -> Iterator[str]:
    """A word parted by a hyphen at a line's end is joined, so blanks do not count."""
    for mention in record.mentions:
        if "".join(source[mention.start : mention.end].split()) != "".join(mention.text.split()):
            yield f"mention {mention.text!r} is {source[mention.start : mention.end]!r} in the source"
    for told in (s for e in record.events for s in (e.trigger, *e.evidence)):
        if source[told.start : told.end] != source[told.start : told.end].strip():
            yield f"blanks around the words {source[told.start : told.end]!r}"
    for cell in (c for s in record.statements for r in s.rows for c in r.cells):
        if source[cell.start : cell.end] != cell.raw:
            yield f"cell {cell.raw!r} is {source[cell.start : cell.end]!r} in the source"


def _inferred(record: ReleaseRecord) -> Iterator[str]:
    """Only times tell how fine they are and what they rest on; a mention they rest on is a time of the record."""
    times = {m.id for m in record.mentions if m.label in ("DATE", "PERIOD")}
    known = {"released_on", "period", "fiscal_year_end", "weekday", "text"} | times
    for mention in record.mentions:
        if (mention.precision is None) != (mention.id not in times):
            yield f"{mention.id} {mention.label}: precision {mention.precision}"
        sources = mention.inferred_from
        if sources is not None and (not sources or not set(sources) <= known - {mention.id}):
            yield f"{mention.id}: inferred from {sources}"


def _events(record: ReleaseRecord) -> Iterator[str]:
    mentions = {m.id for m in record.mentions}
    for event in record.events:
        trigger = event.trigger
        if event.type not in event_types():
            yield f"{event.id}: no such type {event.type}"
        if not any(e.start <= trigger.start and trigger.end <= e.end for e in event.evidence):
            yield f"{event.id}: its trigger is not in its evidence"
        named = {i for fillers in event.roles.values() for i in fillers}
        named |= {a.mention for a in event.amounts if a.mention is not None}
        named |= {event.date.mention} if event.date is not None and event.date.mention is not None else set()
        if unknown := named - mentions:
            yield f"{event.id}: no mentions {sorted(unknown)}"
        if event.date is not None and event.date.start > event.date.end:
            yield f"{event.id}: its date ends before it starts"
        if any(not fillers for fillers in event.roles.values()):
            yield f"{event.id}: a role without a filler"


def _links(record: ReleaseRecord) -> Iterator[str]:
    figures = [m.id for m in record.mentions if m.label in ("MONEY", "PER_SHARE")]
    if sorted(figures) != sorted(link.mention for link in record.links):
        yield "a figure of the prose has no link, or several"
    cells = {c for s in record.statements for c in _cells(s)}
    for link in record.links:
        if not set(link.cells) <= cells:
            yield f"{link.mention} is linked to no cell: {link.cells}"
        if (link.relation == "none") != (link.cells == ()):
            yield f"{link.mention}: {link.relation} with cells {link.cells}"
    for statement in record.statements:
        columns = {c.id for c in statement.columns}
        if not {c.column for r in statement.rows for c in r.cells} <= columns:
            yield f"{statement.id}: a cell of a column that is not there"
        for check in statement.checks:
            if not {check.total, *check.parts} <= cells:
                yield f"{statement.id}: a check of cells that are not there"


def _derived(record: ReleaseRecord) -> Iterator[str]:
    cells = {c.id: c for s in record.statements for r in s.rows for c in r.cells}
    for one in record.derived:
        made = sum(Decimal(cells[i].value) for i in one.plus) - sum(Decimal(cells[i].value) for i in one.minus)
        if Decimal(one.value) != made:
            yield f"{one.id} is {one.value}, its cells make {made}"
        if {cells[i].unit for i in (*one.plus, *one.minus)} != {one.unit}:
            yield f"{one.id}: cells of another unit"


def _cells(statement: Statement) -> list[str]:
    return [c.id for r in statement.rows for c in r.cells]


def _ids(record: ReleaseRecord) -> Iterator[list[str]]:
    yield [m.id for m in record.mentions]
    yield [e.id for e in record.events]
    yield [s.id for s in record.statements]
    yield [d.id for d in record.derived]
    yield [c for s in record.statements for c in _cells(s)]
    yield from ([c.id for c in s.columns] for s in record.statements)
    yield from ([r.id for r in s.rows] for s in record.statements)
