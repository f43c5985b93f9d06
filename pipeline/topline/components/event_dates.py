"""Which date is an event's own."""

import re

from spacy.tokens import Span

from topline.components.event_days import is_long, of_a_day, takes_a_day
from topline.components.event_model import EventTime
from topline.components.event_scope import Scope
from topline.components.status import StatusReading
from topline.quantities import Interval, Quantity
from topline.records import Status

__all__ = ["event_time", "told_by_date"]

# Words right before a date that give it to something else than the happening.
_OTHERS = re.compile(
    r"(?:as of|ended|ending|since|data cut-?off(?: date)? (?:of|on)|(?:annual|quarterly) report on form 10-[kq].{0,30}"
    r"|dated|compared (?:to|with)|versus|through|until|press release (?:of|on|dated)|expir\w+ (?:in|on)|as amended)"
    r"\s*(?:the )?$",
    re.IGNORECASE,
)
# Figures of which a period right behind is the one they cover; of a forecast that is the horizon.
_COVERS = re.compile(
    r"(?:income|loss|losses|revenues?|results|expenses|earnings|sales|cash) (?:for|of|in|from|during)\s*(?:the )?$",
    re.IGNORECASE,
)
_DATED_SOURCE = re.compile(r"\b(?:see|per) (?:our |the )?(?:press|news) release dated\s*$", re.IGNORECASE)
_LEAD_PERIOD = re.compile(
    r"\b(?:highlights|accomplishments|achievements|developments|events|milestones|progress)\b.{0,60}"
    r"\b(?:for|of|during|from|in) the\b",
    re.IGNORECASE,
)
_BARE_YEAR = re.compile(r"(?:19|20)\d\d")
_IN_YEAR = re.compile(
    r"\b(?:in|of|during|by|for|since|through|throughout|until|to|and|or|into|early|late|mid-?|year|within)\s*$",
    re.IGNORECASE,
)
_OPENS_CLAUSE = re.compile(r"(?:,\s*(?:and|but|while|then)|;)\s*(?:on|in|during)?\s*$")
_RANGE = re.compile(r"\s*(?:to|through|until|[-–—])\s*(?:\w+day,\s*)?")
_HAPPENED: frozenset[Status] = frozenset({"occurred", "not_occurred"})
_SUMMARY = ("headline", "lead")


def event_time(scope: Scope, status: Status, *, main_news: bool) -> EventTime | None:
    """A date in the sentence that fits the status, else the section's period, else the release's day for its main news.

    `main_news` says that the release has this single subject.
    """
    label = scope.trigger.label_
    release = scope.index.release
    if label == "results_reported" and status == "occurred":
        return _day(scope) if release.released_on else None
    if (stated := _stated(scope, status)) is not None:
        interval = _interval(scope, stated)
        return EventTime(interval, "stated", stated) if interval is not None else None
    if status not in _HAPPENED:
        return None
    if (period := _section_period(scope)) is not None:
        return EventTime(period, "period")
    if main_news and scope.zone in _SUMMARY and release.released_on:
        return _day(scope)
    return None


def told_by_date(scope: Scope, reading: StatusReading) -> StatusReading:
    """A happening that no word says anything of is planned when all dates beside it are still to come, else past."""
    day = scope.index.release.released_on
    if not reading.by_default or day is None:
        return reading
    intervals = [q._.quantity.interval for q in scope.quantities("DATE", "PERIOD")]
    known = [i for i in intervals if i is not None]
    if known and all(i.start > day for i in known):
        return StatusReading("planned", "its date is after the release")
    if known and all(i.end < day for i in known):
        return StatusReading("occurred", "its date is before the release")
    return reading


def _day(scope: Scope) -> EventTime:
    day = scope.index.release.released_on
    assert day is not None  # noqa: S101 - both callers have asked
    return EventTime(Interval(day, day), "stated")


def _stated(scope: Scope, status: Status) -> Span | None:
    """The nearest date of the sentence; one after the trigger is nearer than one before it by half."""
    dates = scope.quantities("DATE", "PERIOD")
    fitting = [q for q in dates if _fits(scope, q, status) and not _belongs_elsewhere(scope, q)]
    if takes_a_day(scope.trigger):
        fitting = of_a_day(scope, fitting)
    return min(fitting, key=lambda q: _distance(scope.trigger, q), default=None)


def _belongs_elsewhere(scope: Scope, date: Span) -> bool:
    """Another happening is told between the trigger and the date, or it is part of a name ("the 2025 Congress").

    "In the coming weeks" dates nothing: it says no more than that something is near.
    """
    if date._.quantity.rule == "vague":
        return True
    if _OPENS_CLAUSE.search(_before(scope, date)) and any(t.start >= date.end for t in scope.other_triggers()):
        return date.start >= scope.trigger.end
    if _BARE_YEAR.fullmatch(date.text) and not _IN_YEAR.search(_before(scope, date)):
        return scope.trigger.label_ != "guidance"  # "raises its 2004 outlook" tells the horizon
    if any(e.start <= date.start and date.end <= e.end for e in scope.entities("CONFERENCE")):
        return True
    return any(
        scope.trigger.end <= t.start and t.end <= date.end for t in scope.other_triggers() if t.start < date.start
    )


def _before(scope: Scope, date: Span) -> str:
    quantity: Quantity = date._.quantity
    return scope.index.text[max(0, quantity.start - 60) : quantity.start]


def _interval(scope: Scope, date: Span) -> Interval | None:
    """The date's own, or with a second date joined to it ("May 31 to June 4, 2004") the one that both span."""
    quantity: Quantity = date._.quantity
    own = quantity.interval
    if own is None or quantity.label != "DATE":
        return own
    for other in scope.quantities("DATE"):
        joined = scope.index.text[quantity.end : other._.quantity.start]
        if other._.quantity.interval and _RANGE.fullmatch(joined) and other._.quantity.interval.end > own.start:
            return Interval(own.start, other._.quantity.interval.end)
    return own


def _distance(trigger: Span, date: Span) -> float:
    if date.start >= trigger.start:
        return max(0, date.start - trigger.end)
    return 1.5 * (trigger.start - date.end) + 1


def _fits(scope: Scope, span: Span, status: Status) -> bool:
    quantity: Quantity = span._.quantity
    interval = quantity.interval
    if interval is None or scope.index.dateline[0] <= quantity.start < scope.index.dateline[1]:
        return False
    before = _before(scope, span)
    dated_source = bool(_DATED_SOURCE.search(before))
    if _OTHERS.search(before) and not dated_source:
        return False
    if scope.trigger.label_ == "guidance" and interval.end == scope.index.release.released_on:
        return False  # the day of the forecast is no horizon of it
    if _COVERS.search(before) and _may_be_covered(scope, interval):
        return False
    day = scope.index.release.released_on
    if day is None or scope.trigger.label_ == "goal_date_set":
        return True
    if status in ("occurred", "not_occurred"):
        return interval.start <= day
    return interval.end >= day


def _may_be_covered(scope: Scope, interval: Interval) -> bool:
    """Of a forecast it is the horizon; a week or a month is when results come out, not what they are of."""
    if takes_a_day(scope.trigger):
        return is_long(interval)
    return scope.trigger.label_ != "guidance"


def _section_period(scope: Scope) -> Interval | None:
    """The period that the heading over the block names, or that the lead says its items are of."""
    i = scope.heading
    if i is not None:
        periods = [q for q in scope.index.in_block(scope.index.quantities, i) if q.label_ == "PERIOD"]
        named: list[Interval] = [q._.quantity.interval for q in periods]
        if named:
            return named[0]
    block = scope.index.kind(scope.block)
    if block is None or block.section != "highlights" or scope.index.document is None:
        return None
    lead = next((scope.index.document.text_of(b) for b in scope.index.document.blocks if b.kind == "lead"), "")
    return scope.index.release.period if _LEAD_PERIOD.search(lead) else None
