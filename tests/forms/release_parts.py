"""What all forms of a release share: its parts in order, its values as printed, its visible words."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from release_source import Bullet, Row, Section, Statement, Written
from wires import Wire, dateline

LineKind = Literal["label", "headline", "subhead", "heading", "contact", "code"]


@dataclass(frozen=True, slots=True)
class Line:
    kind: LineKind
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`heading` runs in: it stands before the text, on the same line."""

    text: str
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Bullets:
    bullets: tuple[Bullet, ...]


Part = Line | Paragraph | Bullets | Statement


@dataclass(frozen=True, slots=True)
class Printed:
    """A value in the three pieces that HTML puts into cells of their own: "$", "(1,234", ")"."""

    dollar: str
    number: str
    close: str

    def __str__(self) -> str:
        return self.dollar + self.number + self.close


def printed(value: Decimal | None, row: Row, statement: Statement) -> Printed:
    dollar = "$" if row.has_dollars else ""
    if value is None:
        return Printed(dollar, statement.nil, "")
    number = f"{abs(value):,.{2 if row.is_per_share else 0}f}"
    return Printed(dollar, f"({number}", ")") if value < 0 else Printed(dollar, number, "")


def parts(release: Written, wire: Wire, *, run_in: bool | None = None) -> Iterator[Part]:
    """`run_in` says of all headings what each section says of its own."""
    yield Line("label", release.exhibit_label)
    yield Line("headline", release.headline)
    yield from (Line("subhead", text) for text in release.subhead)
    name = f"{release.company} ({release.exchange}: {release.ticker})"
    yield Paragraph(f"{dateline(release, wire)}{name}{release.lead[0]}")
    yield from (Paragraph(text) for text in release.lead[1:])
    for section in (*release.sections, release.about, release.safe_harbor):
        yield from _section(section, section.run_in if run_in is None else run_in)
    contacts = [Line("contact", text) for text in release.contacts]
    yield from contacts if release.has_contacts_first else ()
    yield from release.statements
    yield from () if release.has_contacts_first else contacts
    yield from (Line("code", text) for text in release.codes)


def _section(section: Section, run_in: bool) -> Iterator[Part]:
    paragraphs = [Paragraph(text) for text in section.paragraphs]
    if section.heading and run_in and paragraphs:
        paragraphs[0] = Paragraph(section.paragraphs[0], section.heading)
    elif section.heading:
        yield Line("heading", section.heading)
    yield from paragraphs
    if section.bullets:
        yield Bullets(section.bullets)


def captions(statement: Statement) -> tuple[str, ...]:
    """The lines over the heads."""
    return (*statement.titles, statement.scale, *(("(unaudited)",) if statement.is_unaudited else ()))


def head_rows(statement: Statement) -> tuple[tuple[tuple[str, int], ...], ...]:
    """The heads line by line, each as its text and how many columns it spans; all stand on the lowest line."""
    spans = [(head.span, len(head.columns)) for head in statement.heads]
    columns = [(column, 1) for head in statement.heads for column in head.columns]
    return (*_levelled(spans), *_levelled(columns))


def _levelled(heads: list[tuple[tuple[str, ...], int]]) -> Iterator[tuple[tuple[str, int], ...]]:
    height = max(len(lines) for lines, _ in heads)
    padded = [(("",) * (height - len(lines)) + lines, span) for lines, span in heads]
    for number in range(height):
        yield tuple((lines[number], span) for lines, span in padded)


def visible(release: Written, wire: Wire, *, heads_by_cell: bool = False) -> Iterator[str]:
    """All that a reader of any form sees, in order, without markers; `heads_by_cell`: a cell holds a whole head."""
    for part in parts(release, wire):
        match part:
            case Line():
                yield part.text
            case Paragraph():
                yield from filter(None, (part.heading, part.text))
            case Bullets():
                yield from _bullets(part.bullets)
            case Statement():
                yield from _statement(part, heads_by_cell)


def _bullets(bullets: tuple[Bullet, ...]) -> Iterator[str]:
    for bullet in bullets:
        yield bullet.text
        yield from _bullets(bullet.bullets)


def _statement(statement: Statement, heads_by_cell: bool) -> Iterator[str]:
    yield from captions(statement)
    if heads_by_cell:
        yield from (line for head in statement.heads for line in head.span)
        yield from (line for head in statement.heads for column in head.columns for line in column)
    else:
        yield from (text for row in head_rows(statement) for text, _ in row if text)
    for row in statement.rows:
        yield row.label
        yield from (str(printed(value, row, statement)) for value in row.values)
    yield from statement.notes
