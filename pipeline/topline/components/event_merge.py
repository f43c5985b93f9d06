"""One happening, one event: what headline, lead, bullet, body and quote tell of the same thing becomes one."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from spacy.tokens import Span

from topline.components.event_model import EventAmount, EventSpan, EventTime
from topline.components.event_outlook import is_ahead
from topline.vocab import event_types

__all__ = ["merge_events"]

# Types of which a release has one; the next one to come is another.
_SINGLE = frozenset({"results_reported"})
# Types of which the next one to come is another happening than the last one.
_READOUTS = frozenset({"results"})
# Families of which a closing to come is another step of what has been signed.
_DEALS = frozenset({"financing", "agreement"})
_CALL_ZONES = frozenset({"call", "replay", "webcast"})
# How many earlier events of its type an event is held against; a release has far fewer.
_LOOK_BACK = 200
# Roles that tell two happenings of one type apart when both have them.
_TELLING = ("drug", "trial", "phase", "conference", "journal", "person", "program")
# Roles of which two bullets must share a filler to tell the same.
_SHARED = ("drug", "trial", "conference", "journal", "person", "counterparty")
_NONE: frozenset[str] = frozenset()


class _Told(NamedTuple):
    """An event with the names of its fillers by role, which are compared with those of many others."""

    event: EventSpan
    names: Mapping[str, frozenset[str]]


def merge_events(events: list[EventSpan]) -> list[EventSpan]:
    """Events in reading order, each with the evidence of all its tellings."""
    merged: list[_Told] = []
    by_type: dict[str, list[int]] = defaultdict(list)
    for event in events:
        told = _told(event)
        candidates = by_type[event.type][-_LOOK_BACK:]
        at = next((i for i in candidates if _same(merged[i], told)), None)
        if at is None:
            by_type[event.type].append(len(merged))
            merged.append(told)
        else:
            merged[at] = _told(_join(merged[at].event, event))
    return [told.event for told in merged]


def _told(event: EventSpan) -> _Told:
    named = {
        role: frozenset(str(s._.entity or s.text).lower() for s in event.roles[role])
        for role in {*_TELLING, *_SHARED} & event.roles.keys()
    }
    return _Told(event, named)


def _same(one: _Told, other: _Told) -> bool:
    a, b = one.event, other.event
    if a.type != b.type:
        return False
    if a.type in _SINGLE and not (is_ahead(a.status) and is_ahead(b.status)):
        return is_ahead(a.status) == is_ahead(b.status) or _no_other(a, b)
    if a.type == "investor_event":
        return _same_meeting(one, other)
    if a.status != b.status and ("not_occurred" in (a.status, b.status) or a.type in _READOUTS):
        return False
    if _next_step(a, b):
        return False
    if a.zone == b.zone == "bullet" and a.block != b.block and not _share(one, other):
        return False
    return _compatible(one, other) and _dates_agree(a, b)


def _next_step(a: EventSpan, b: EventSpan) -> bool:
    """What has happened and what is planned for a time of its own are two, but for the steps of one deal."""
    if event_types()[a.type].family in _DEALS or is_ahead(a.status) == is_ahead(b.status):
        return False
    planned, done = (a, b) if is_ahead(a.status) else (b, a)
    return done.status == "occurred" and planned.time is not None and planned.time.span is not None


def _no_other(a: EventSpan, b: EventSpan) -> bool:
    """A report to come is the one at hand if it has no other day ("will report its results today")."""
    planned, out = (a, b) if is_ahead(a.status) else (b, a)
    return planned.time is None or (out.time is not None and planned.time.interval == out.time.interval)


def _same_meeting(one: _Told, other: _Told) -> bool:
    """All that a release says of its own call is one; other meetings are told apart by their names."""
    a, b = one.event, other.event
    if _CALL_ZONES.issuperset((a.zone, b.zone)):
        return True
    named = ("conference" in a.roles, "conference" in b.roles)
    return _compatible(one, other) if named == (True, True) else not any(named)


def _share(one: _Told, other: _Told) -> bool:
    """Two bullets tell the same only if they name the same thing."""
    return any(not one.names.get(r, _NONE).isdisjoint(other.names.get(r, _NONE)) for r in _SHARED)


def _compatible(one: _Told, other: _Told) -> bool:
    """No telling role in which both name different things."""
    for role in _TELLING:
        x, y = one.names.get(role, _NONE), other.names.get(role, _NONE)
        if x and y and not any(i in j or j in i for i in x for j in y):
            return False
    return True


def _dates_agree(a: EventSpan, b: EventSpan) -> bool:
    """Two stated times that do not touch are two happenings; a status of two kinds needs no common time."""
    if a.time is None or b.time is None or a.time.span is None or b.time.span is None:
        return True
    x, y = a.time.interval, b.time.interval
    return x.start <= y.end and y.start <= x.end


def _join(a: EventSpan, b: EventSpan) -> EventSpan:
    """The first telling leads, of reports the one that is out; what it lacks comes from the second."""
    if a.type in _SINGLE and is_ahead(a.status) and not is_ahead(b.status):
        a, b = b, a
    roles = {**b.roles, **a.roles}
    return replace(
        a,
        evidence=_unique((*a.evidence, *b.evidence)),
        time=_time(a, b),
        amounts=_all_amounts(a.amounts, b.amounts),
        roles=roles,
        polarity=a.polarity or b.polarity,
        confidence=max(a.confidence, b.confidence),
    )


def _time(a: EventSpan, b: EventSpan) -> EventTime | None:
    """A time in words comes before the release's day, and that before a section's period.

    What has happened takes no time from a plan.
    """
    if b.time is None or (a.status == "occurred" and is_ahead(b.status)):
        return a.time
    if a.time is None or (a.time.span is None and b.time.span is not None):
        return b.time
    return a.time if a.time.basis == "stated" else b.time


def _all_amounts(a: tuple[EventAmount, ...], b: tuple[EventAmount, ...]) -> tuple[EventAmount, ...]:
    """Of both tellings, a figure that both give once."""
    known = {(x.role, str(x.span._.quantity.value)) for x in a}
    return (*a, *(x for x in b if (x.role, str(x.span._.quantity.value)) not in known))


def _unique(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    return tuple({(s.start, s.end): s for s in spans}.values())
