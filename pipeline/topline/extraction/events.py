"""Events of the doc to events of the record."""

from decimal import Decimal

from topline.components import EventAmount, EventSpan
from topline.extraction.mentions import MentionTable
from topline.quantities import Quantity
from topline.records import Amount, Event, EventDate, Span, Why

__all__ = ["record_event"]

# Who says that something happened: the factories of the components that found its trigger.
_SPOKE = {"rule": "topline_triggers_v1", "model": "spancat", "rule+model": "topline_triggers_v1+spancat"}


def record_event(number: int, event: EventSpan, mentions: MentionTable) -> Event:
    return Event(
        id=f"e{number}",
        type=event.type,
        status=event.status,
        polarity=event.polarity,
        trigger=_span(event.trigger._.source),
        evidence=tuple(_span(e._.source) for e in event.evidence),
        date=_date(event, mentions),
        amounts=tuple(_amount(a, mentions) for a in event.amounts),
        roles={role: tuple(mentions.id_of(s) for s in spans) for role, spans in event.roles.items()},
        why=Why(component=_SPOKE[event.spoke], rule=event.rule),
        confidence=event.confidence,
    )


def _span(place: tuple[int, int]) -> Span:
    return Span(start=place[0], end=place[1])


def _date(event: EventSpan, mentions: MentionTable) -> EventDate | None:
    time = event.time
    if time is None:
        return None
    return EventDate(
        start=time.interval.start.isoformat(),
        end=time.interval.end.isoformat(),
        basis=time.basis,
        mention=mentions.id_of(time.span) if time.span is not None else None,
    )


def _plain(number: Decimal | None) -> str | None:
    return None if number is None else format(number.normalize(), "f")


def _amount(amount: EventAmount, mentions: MentionTable) -> Amount:
    quantity: Quantity = amount.span._.quantity
    low, high = _plain(quantity.low), _plain(quantity.high)
    plain = low is not None and low == high
    return Amount(
        role=amount.role,
        value=low if plain else None,
        low=None if plain else low,
        high=None if plain else high,
        currency=quantity.currency,
        mention=mentions.id_of(amount.span),
    )
