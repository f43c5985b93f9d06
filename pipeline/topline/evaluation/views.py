"""Events of a record and of gold in the one form that they are compared in."""

from collections.abc import Iterable
from decimal import Decimal

from topline.evaluation.gold import GoldAmount, GoldEvent, GoldRelease
from topline.evaluation.matching import Figure, Told
from topline.records import Amount, Event, ReleaseRecord

__all__ = ["gold_events", "plain_form", "recorded_events"]

# Agencies by their short names; the long name inside a form stands for the agency.
_AGENCIES = {
    "fda": "food and drug administration",
    "ema": "european medicines agency",
    "nih": "national institutes of health",
    "nci": "national cancer institute",
    "barda": "biomedical advanced research and development authority",
    "mhra": "medicines and healthcare products regulatory agency",
    "ec": "european commission",
    "uspto": "patent and trademark office",
}


def plain_form(words: str) -> str:
    """Lower-case letters and digits, blanks between words; an agency by its short name."""
    form = " ".join("".join(c.lower() if c.isalnum() else " " for c in words).split())
    for short, long in _AGENCIES.items():
        if long in form or form in (short, f"us {short}", f"u s {short}"):
            return short
    return form


def recorded_events(record: ReleaseRecord) -> list[Told]:
    """The events of a record."""
    words = {m.id: m.text for m in record.mentions}
    return [_recorded(event, words) for event in record.events]


def _recorded(event: Event, words: dict[str, str]) -> Told:
    forms = ((role, words[i]) for role, ids in event.roles.items() for i in ids)
    return Told(
        type=event.type,
        status=event.status,
        polarity=event.polarity,
        trigger=(event.trigger.start, event.trigger.end),
        evidence=tuple((e.start, e.end) for e in event.evidence),
        date=(event.date.start, event.date.end) if event.date else None,
        figures=_figures(event.amounts),
        forms=_forms(forms),
    )


def gold_events(gold: GoldRelease) -> list[Told]:
    """The events of gold."""
    return [_gold(event) for event in gold.events]


def _gold(event: GoldEvent) -> Told:
    return Told(
        type=event.type,
        status=event.status,
        polarity=event.polarity,
        trigger=event.trigger_span,
        evidence=event.spans,
        date=(event.date.start, event.date.end) if event.date else None,
        figures=_figures(event.amounts),
        forms=_forms((role, form) for role, forms in event.roles.items() for form in forms),
    )


def _figures(amounts: Iterable[Amount | GoldAmount]) -> tuple[Figure, ...]:
    return tuple(
        Figure(abs(Decimal(str(value))).normalize(), a.currency or "", a.role)
        for a in amounts
        for value in (a.value, a.low, a.high)
        if value is not None
    )


def _forms(forms: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    plain = ((role, plain_form(words)) for role, words in forms)
    return tuple(dict.fromkeys((role, form) for role, form in plain if form))
