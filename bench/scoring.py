"""What a tool found in running text against the gold.

A mention is *exact* when the span covers the core and stays inside the extension, and the value is right. It is right
by *value alone* when some span that touches it has the right value; a time of day then needs no zone.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from counts import Counts
from gold import Gold, GoldMention
from tools.model import Found, Value

__all__ = [
    "Amounts",
    "FalseFinds",
    "Mentions",
    "exact",
    "false_finds",
    "right_alone",
    "score_amounts",
    "score_mentions",
]

_DAY, _MINUTE, _SECOND = len("2004-08-03"), len("2004-08-03T16:30"), len("2004-08-03T16:30:00")


@dataclass(frozen=True)
class Mentions(Counts):
    """How many of `total` are right; `periods` are those of them that have a start and an end."""

    total: int = 0
    exact: int = 0
    alone: int = 0
    periods: int = 0
    periods_exact: int = 0
    periods_alone: int = 0


@dataclass(frozen=True)
class Amounts(Counts):
    """`typed` of the `per_share` amounts are told as such; `said` are exact, and so are sign, concept and period."""

    total: int = 0
    exact: int = 0
    alone: int = 0
    per_share: int = 0
    typed: int = 0
    said: int = 0


@dataclass(frozen=True)
class FalseFinds(Counts):
    """Distractors that something was found on, and finds on nothing that the gold knows."""

    distractors: int = 0
    elsewhere: int = 0


def score_mentions(found: Sequence[Found], gold: Sequence[GoldMention]) -> Mentions:
    periods = [mention for mention in gold if mention.kind == "period"]
    return Mentions(
        total=len(gold),
        exact=_count(exact, found, gold),
        alone=_count(right_alone, found, gold),
        periods=len(periods),
        periods_exact=_count(exact, found, periods),
        periods_alone=_count(right_alone, found, periods),
    )


def score_amounts(found: Sequence[Found], gold: Sequence[GoldMention]) -> Amounts:
    per_share = [mention for mention in gold if _per(mention.values[0]) == "share"]
    return Amounts(
        total=len(gold),
        exact=_count(exact, found, gold),
        alone=_count(right_alone, found, gold),
        per_share=len(per_share),
        typed=_count(_typed, found, per_share),
        said=_count(_said, found, gold),
    )


def false_finds(found: Sequence[Found], gold: Gold) -> FalseFinds:
    """A time on an amount is as false as a time on nothing, and the reverse; a bare number may lie on either.

    Tables are another question: what is found in them counts neither way.
    """
    tables = [(table.start, table.end) for table in gold.tables]
    unknown = [f for f in found if not _touches_any(f, _known(f, gold)) and not _touches_any(f, tables)]
    return FalseFinds(
        distractors=sum(any(_touch(f.start, f.end, *d) for f in unknown) for d in gold.distractors),
        elsewhere=sum(not _touches_any(f, gold.distractors) for f in unknown),
    )


def _known(found: Found, gold: Gold) -> tuple[tuple[int, int], ...]:
    if found.kind == "number":
        return (*gold.known_amounts, *gold.known_others)
    return gold.known_amounts if found.kind == "money" else gold.known_others


def exact(found: Found, gold: GoldMention) -> bool:
    covers = gold.least <= found.start <= gold.start and gold.end <= found.end <= gold.most
    return covers and any(_same(found.value, value) for value in gold.values)


def right_alone(found: Found, gold: GoldMention) -> bool:
    return _touch(found.start, found.end, gold.start, gold.end) and any(
        _same(found.value, value) or _same(found.value, _without_zone(value)) for value in gold.values
    )


def _typed(found: Found, gold: GoldMention) -> bool:
    return right_alone(found, gold) and _per(found.value) == _per(gold.values[0])


def _said(found: Found, gold: GoldMention) -> bool:
    figure = found.figure
    if figure is None or gold.fact is None or not (exact(found, gold) and _typed(found, gold)):
        return False
    named = gold.concept is None or (figure.concept or "").rpartition(":")[2] == gold.concept
    return named and figure.period == gold.period and (figure.sign < 0) == (gold.fact < 0)


def _count(right: Callable[[Found, GoldMention], bool], found: Sequence[Found], gold: Iterable[GoldMention]) -> int:
    return sum(any(right(f, mention) for f in found) for mention in gold)


def _same(found: Value | None, gold: Value) -> bool:
    if isinstance(gold, dict):
        if not isinstance(found, dict):
            return False
        if "amount" in gold:
            return _numbers(found) == _numbers(gold) and found.get("currency") == gold["currency"]
        return all(_same_time(found.get(key), gold[key]) for key in gold)
    if isinstance(found, dict):
        found = found.get("start") if found.get("start") == found.get("end") else None
    return _same_time(found, gold)


def _same_time(found: str | None, gold: str | None) -> bool:
    """A day is a day, whatever time a tool adds to it; a time of day is compared by the minute, with its zone."""
    if found is None or gold is None:
        return found is gold
    if "T" not in gold[:_MINUTE] or gold.startswith("P"):
        return found == gold or (len(gold) == _DAY and found[:_DAY] == gold)
    zone = gold[_SECOND:]
    return found[:_MINUTE] == gold[:_MINUTE] and (not zone or found.endswith(zone))


def _without_zone(value: Value) -> Value:
    if isinstance(value, dict):
        return {key: _plain_time(end) if end else end for key, end in value.items()}
    return _plain_time(value)


def _plain_time(value: str) -> str:
    return value[:_SECOND] if "T" in value[:_MINUTE] and not value.startswith("P") else value


def _numbers(value: dict[str, str | None]) -> list[Decimal | None]:
    return [_number(value.get(key)) for key in ("amount", "low", "high")]


def _number(text: str | None) -> Decimal | None:
    try:
        return abs(Decimal(text)) if text is not None else None
    except InvalidOperation:
        return None


def _per(value: Value | None) -> str | None:
    return value.get("per") if isinstance(value, dict) else None


def _touch(start: int, end: int, other: int, other_end: int) -> bool:
    return start < other_end and other < end


def _touches_any(found: Found, places: Iterable[tuple[int, int]]) -> bool:
    return any(_touch(found.start, found.end, *place) for place in places)
