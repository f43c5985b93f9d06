"""What the stages of this room hand to each other."""

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal, NamedTuple

from topline.records import Basis, Cell, Interval, StatementKind, Unit

__all__ = [
    "COLUMNS_FROM",
    "NOTE_NUMBER",
    "Band",
    "Caption",
    "Head",
    "LineKind",
    "Mark",
    "Segment",
    "StatementDraft",
    "TableLine",
    "TableRow",
]

# Words that begin this far from the left edge of the page stand over columns, not over the labels.
COLUMNS_FROM = 18
# The number of a note, as "(1)".
NOTE_NUMBER = re.compile(r"\(\d{1,2}\)")
LineKind = Literal["blank", "rule", "tag", "head", "row", "text"]


class Mark(NamedTuple):
    """A figure or a printed dash: `[start, end)` in the source, `left` and `right` on the page without the ")".

    `digits` is empty for a dash, else in English marks. A `strong` mark stands apart from the words before it; an
    unsound one has a parenthesis without its partner or commas in the wrong places; of one that is not `certain` the
    table does not tell which of its marks begins the decimals. A `note`, such as "(1)" right behind a figure, is an
    amount only where it stands in a column.
    """

    start: int
    end: int
    left: int
    right: int
    raw: str
    digits: str
    negative: bool
    percent: bool
    strong: bool
    sound: bool
    certain: bool = True
    note: bool = False

    @property
    def number(self) -> Decimal:
        """As printed, without sign and scale; zero for a dash and for marks that make no number."""
        return Decimal(self.digits.replace(",", "")) if self.digits and self.sound else Decimal(0)

    @property
    def year(self) -> bool:
        """Four bare digits that name a year of our time."""
        return (
            self.digits.isdigit()
            and len(self.digits) == 4 == len(self.raw.rstrip("),"))
            and self.digits[:2] in {"19", "20"}
        )


class Segment(NamedTuple):
    """Words of a line that stand together, and their place on the page."""

    text: str
    left: int
    right: int


class TableLine(NamedTuple):
    """A line of a region: `[start, end)` in the source, `text` of the same length, its figures and its segments."""

    start: int
    end: int
    text: str
    indent: int
    kind: LineKind
    marks: tuple[Mark, ...] = ()
    segments: tuple[Segment, ...] = ()


class Band(NamedTuple):
    """A column of figures on the page: right edges lie in `[edge_low, edge_high]`, the widest one begins at `left`."""

    left: int
    edge_low: int
    edge_high: int
    size: int
    percent: bool

    @property
    def middle(self) -> int:
        return (self.left + self.edge_high) // 2


class Head(NamedTuple):
    """A column as read from the lines over it, from top to bottom, and when it speaks of."""

    label: str
    period: Interval | None = None
    instant: str | None = None


class Caption(NamedTuple):
    """What the lines over a statement say of the whole of it; `share_scale` holds for counts of shares.

    `currencies` are all that they name. `scale_told` unless nothing says whether figures are in full.
    """

    title: str
    kind: StatementKind | None
    basis: Basis
    scale: int
    share_scale: int
    currencies: tuple[str, ...]
    audited: bool | None
    scale_told: bool = True


@dataclass(slots=True)
class TableRow:
    """A row with its marks by column index, then what later stages find out about it.

    `unit` has "USD" for money of whichever currency: a column has its own. `values` are the amounts that can add up.
    `analog` is the concept that the row has, or would have in a statement by the accounting rules; `scale` is told by
    its own words: "Average shares (in thousands)".
    """

    label: str
    section: str | None
    marks: dict[int, Mark]
    section_start: bool = False
    indent: int = 0
    unit: Unit = "USD"
    scale: int | None = None
    concept: str | None = None
    analog: str | None = None
    cells: dict[int, Cell] = field(default_factory=dict)
    values: dict[int, Decimal] = field(default_factory=dict)
    place: dict[int, Decimal] = field(default_factory=dict)


@dataclass(slots=True)
class StatementDraft:
    """The lines of one statement: titles and column heads, then the body with its rows.

    `over` are the titles of the statements before it, when it stands under their column heads (`borrowed`) or has no
    title of its own. A `part` is told by a heading such as "At December 31:"; `name` is the title of the statement that
    goes on in it for another length of time. `lead` is the sentence that leads to it, `note` one under it that tells a
    scale, and `under` are the lines right under it.
    """

    title: list[TableLine]
    heads: list[TableLine]
    body: list[TableLine]
    over: list[TableLine] = field(default_factory=list)
    name: list[TableLine] = field(default_factory=list)
    lead: str = ""
    note: str = ""
    under: list[str] = field(default_factory=list)
    borrowed: bool = False
    part: bool = False
