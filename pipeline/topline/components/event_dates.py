"""Which date is an event's own."""

import re

from spacy.tokens import Span

from topline.components.event_model import EventTime
from topline.components.event_scope import Scope
from topline.quantities import Interval, Quantity
from topline.records import Status

__all__ = ["event_time"]

# Words right before a date that give it to something else than the happening.
_OTHERS = re.compile(
    r"(?:as of|ended|ending|since|(?:income|loss|losses|revenues?|results|expenses|earnings|sales|cash) (?:for|of|in|from|during)|data cut-?off(?: date)? (?:of|on)|(?:annual|quarterly) report on form 10-[kq].{0,30}|dated|"
    r"compared (?:to|with)|versus|through|until|press release (?:of|on|dated)|expir\w+ (?:in|on)|as amended)\s*(?:the )?$",
    re.IGNORECASE,
)
_DATED_SOURCE = re.compile(r"\b(?:see|per) (?:our |the )?(?:press|news) release dated\s*$", re.IGNORECASE)
_LEAD_PERIOD = re.compile(
    r"\b(?:highlights|accomplishments|achievements|developments|events|milestones|progress)\b.{0,60}\b(?:for|of|during|from|in) the\b",
    re.IGNORECASE,
)
_HAPPENED: frozenset[Status] = frozenset({"occurred", "not_occurred"})
_SUMMARY = ("headline", "lead")


def event_time(scope: Scope, status: Status, *, main_news: bool) -> EventTime | None:
    """A date in the sentence that fits the status, else the section's period, else the release's day for its main news.

    `main_news` says that the release has this single subject.
    """
    label = scope.trigger.label_
    release = scope.index.release
    if label == "results_reported":
        return _day(scope) if release.released_on else None
    if (stated := _stated(scope, status)) is not None:
        quantity: Quantity = stated._.quantity
        return EventTime(quantity.interval, "stated", stated) if quantity.interval else None
    if status not in _HAPPENED:
        return None
    if (period := _section_period(scope)) is not None:
        return EventTime(period, "period")
    if main_news and scope.zone in _SUMMARY and release.released_on:
        return _day(scope)
    return None


def _day(scope: Scope) -> EventTime:
    day = scope.index.release.released_on
    assert day is not None  # noqa: S101 - both callers have asked
    return EventTime(Interval(day, day), "stated")


def _stated(scope: Scope, status: Status) -> Span | None:
    """The nearest date of the sentence; one after the trigger is nearer than one before it by half."""
    fitting = [q for q in scope.quantities("DATE", "PERIOD") if _fits(scope, q, status)]
    return min(fitting, key=lambda q: _distance(scope.trigger, q), default=None)


def _distance(trigger: Span, date: Span) -> float:
    if date.start >= trigger.start:
        return max(0, date.start - trigger.end)
    return 1.5 * (trigger.start - date.end) + 1


def _fits(scope: Scope, span: Span, status: Status) -> bool:
    quantity: Quantity = span._.quantity
    interval = quantity.interval
    if interval is None:
        return False
    text = scope.index.doc.text
    before = text[max(0, quantity.start - 60) : quantity.start]
    dated_source = bool(_DATED_SOURCE.search(before))
    if _OTHERS.search(before) and not dated_source:
        return False
    day = scope.index.release.released_on
    if day is None or scope.trigger.label_ == "goal_date_set":
        return True
    if status in ("occurred", "not_occurred"):
        return interval.start <= day
    return interval.end >= day


def _section_period(scope: Scope) -> Interval | None:
    """The period that the heading over the block names, or that the lead says its items are of."""
    i = scope.heading
    if i is not None:
        named = [q._.quantity.interval for q in scope.index.quantities[i] if q.label_ == "PERIOD"]
        if named:
            return named[0]
    block = scope.index.kind(scope.block)
    if block is None or block.section != "highlights" or scope.index.document is None:
        return None
    lead = next((scope.index.document.text_of(b) for b in scope.index.document.blocks if b.kind == "lead"), "")
    return scope.index.release.period if _LEAD_PERIOD.search(lead) else None
