"""What a value found in text is made of."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

from topline.records import Precision

__all__ = [
    "Claim",
    "FigureBasis",
    "FigureContext",
    "Inference",
    "Interval",
    "Precision",
    "Quantity",
    "QuantityLabel",
    "ReleaseContext",
]

FigureBasis = Literal["gaap", "pro_forma"]
Claim = Literal["fact", "compared", "qualified", "expected"]
QuantityLabel = Literal[
    "DATE", "PERIOD", "DURATION", "MONEY", "PER_SHARE", "SHARES", "PERCENT", "COUNT", "ORDINAL", "OTHER"
]

Inference = Literal["released_on", "period", "fiscal_year_end", "weekday", "text"]


class Interval(NamedTuple):
    """First and last day, both inclusive; a day has start == end."""

    start: date
    end: date


@dataclass(frozen=True, slots=True)
class ReleaseContext:
    """What relative expressions are read against; all of it may be unknown.

    `fiscal_year_shift` is the number of a fiscal year less that of the calendar year in which it ends: -1 where the
    years are named after the one they begin in, as retailers do. `company` tells whose figures are the release's own.
    """

    released_on: date | None = None
    period: Interval | None = None
    fiscal_year_end: tuple[int, int] = (12, 31)
    fiscal_year_shift: int = 0
    company: str | None = None


@dataclass(frozen=True, slots=True)
class FigureContext:
    """What a money or per-share figure of the prose speaks of.

    `concept` is a us-gaap element name with its prefix, None when the words around it name none. `sign` is -1 after
    words such as "net loss of", else 1. `period` is the period or the day (start == end) the figure is said of.
    `basis` is set where the sentence says that the figure is by the accounting rules or (pro forma, adjusted,
    excluding something) is not. `claim` is "expected" where they speak of what is to come or of what others
    had estimated, "qualified" where of a part of the item or of an older version of it, and "compared" where they set
    the figure against another one.
    `sign_told` is set where they say gain or loss themselves ("net income", not "net income (loss)").
    """

    concept: str | None = None
    sign: Literal[1, -1] = 1
    period: Interval | None = None
    basis: FigureBasis | None = None
    claim: Claim = "fact"
    sign_told: bool = False


@dataclass(frozen=True, slots=True)
class Quantity:
    """A value at `[start, end)` of the text it was found in.

    `value` is in the shape of a record's mention. `interval` is set for DATE and PERIOD. `low` and `high` are the
    number itself (equal for a plain figure, one of them None for an open range such as "up to"). `rule` names what
    found it. `modifier` is a word that stands before and bends the meaning, such as "as of", "by", "until", "up to".
    `also` holds every period meant where one mention stands for several ("the comparable periods of 2023").
    `precision` is how fine a DATE or PERIOD is told. `inferred_from` names what the interval rests on beside the words
    of the mention, nothing for one that is fully stated: the release day, the period reported, the fiscal year's end, a
    weekday, another mention of the text. That one stands at `antecedent`.
    """

    label: QuantityLabel
    start: int
    end: int
    value: str | dict[str, str | None] | None
    rule: str
    interval: Interval | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    currency: str | None = None
    modifier: str | None = None
    figure: FigureContext = field(default_factory=FigureContext)
    also: tuple[Interval, ...] = ()
    precision: Precision | None = None
    inferred_from: tuple[Inference, ...] = ()
    antecedent: tuple[int, int] | None = None
