"""Forecast or fact: what is said of figures to come is guidance, what is said of those that were is none."""

from functools import cache
from itertools import takewhile
from typing import NamedTuple

from spacy.tokens import Span

from topline.components.cue_language import expand
from topline.components.event_dates import told_by_date
from topline.components.event_scope import DocIndex, Scope, SpanIndex
from topline.components.status import StatusReader, StatusReading
from topline.components.triggers import needs_ahead
from topline.records import Status
from topline.vocab import event_types, load_yaml

__all__ = ["as_told", "is_ahead", "is_forecast", "with_outlook"]

_RESULTS, _GUIDANCE = "results_reported", "guidance"
_AHEAD: frozenset[Status] = frozenset({"planned", "conditional"})
_FIGURES = ("MONEY", "PER_SHARE")
# How many words behind a figure its predicate may stand.
_BEHIND = 5


class _Words(NamedTuple):
    past: frozenset[str]
    reported: frozenset[str]
    figures: frozenset[str]
    announcing: frozenset[str]
    reporting: frozenset[str]
    headings: frozenset[str]


def is_ahead(status: Status) -> bool:
    """Whether a happening of that status is still to come."""
    return status in _AHEAD


def with_outlook(index: DocIndex, triggers: list[Span], status: StatusReader) -> list[Span]:
    """The triggers without forecasts that are none; forecasts of results become guidance, once a sentence.

    `index.triggers` holds the same ones afterwards.
    """
    kept = [t for t in triggers if not needs_ahead(t) or _looks_ahead(Scope(index, t), status)]
    told = {index.sentences.of(t).start for t in kept if t.label_ == _GUIDANCE}
    settled = []
    for trigger in kept:
        if trigger.label_ != _RESULTS or not _is_outlook(Scope(index, trigger), status):
            settled.append(trigger)
        elif (sentence := index.sentences.of(trigger).start) not in told:
            told.add(sentence)
            settled.append(_as_guidance(trigger))
    index.triggers = SpanIndex(settled)
    return settled


def as_told(scope: Scope, reading: StatusReading) -> StatusReading:
    """Results are out where the sentence tells their figures as past, or neither expects nor announces any."""
    if scope.trigger.label_ != _RESULTS or not is_ahead(reading.status):
        return reading
    if _tells_past(scope) or not (_reports(scope) or _announces(scope)):
        return StatusReading("occurred", "no forecast and no report to come")
    return reading


def is_forecast(index: DocIndex, figure: Span) -> bool:
    """A figure that a sentence of guidance expects, though its period may be no other than the one reported."""
    sentence = index.sentences.of(figure)
    guidance = [t for t in index.triggers.within(sentence.start, sentence.end) if t.label_ == _GUIDANCE]
    if figure._.quantity.figure.claim == "expected":
        return bool(guidance)
    sure = event_types()[_GUIDANCE].cues
    return any(t._.rule not in sure and t.start <= figure.start for t in guidance)


def _as_guidance(trigger: Span) -> Span:
    span = Span(trigger.doc, trigger.start, trigger.end, label=_GUIDANCE)
    span._.rule = trigger._.rule
    return span


def _looks_ahead(scope: Scope, status: StatusReader) -> bool:
    if _tells_past(scope):
        return False
    reading = told_by_date(scope, status.read(scope.trigger, scope.sentence))
    if is_ahead(reading.status):
        return True
    return reading.by_default and (_expects(scope) or _under_outlook(scope))


def _is_outlook(scope: Scope, status: StatusReader) -> bool:
    """Of a telling of results: it expects a figure, or speaks of a period that is not over yet."""
    reading = told_by_date(scope, status.read(scope.trigger, scope.sentence))
    expects = _expects(scope)
    if not is_ahead(reading.status) and not (reading.by_default and expects):
        return False
    if _tells_past(scope) or _reports(scope):
        return False
    return expects or (_is_of_time_ahead(scope) and not _announces(scope))


def _tells_past(scope: Scope) -> bool:
    """A predicate of the past in the trigger, before the next figure or in the clause right behind it."""
    doc, end = scope.index.doc, scope.trigger.end
    if figure := _figure(scope):
        clause = takewhile(lambda t: not t.is_punct, doc[figure.end : min(figure.end + _BEHIND, scope.sentence.end)])
        end = max(end, figure.end + len(list(clause)))
    return any(token.lower_ in _words().past for token in doc[scope.trigger.start : end])


def _figure(scope: Scope) -> Span | None:
    """The first one in or behind the trigger."""
    return next((q for q in scope.quantities(*_FIGURES) if q.start >= scope.trigger.start), None)


def _expects(scope: Scope) -> bool:
    figure = _figure(scope)
    return figure is not None and figure._.quantity.figure.claim == "expected"


def _is_of_time_ahead(scope: Scope) -> bool:
    day = scope.index.release.released_on
    intervals = [q._.quantity.interval for q in scope.quantities("DATE", "PERIOD")]
    return day is not None and any(i is not None and i.end > day for i in intervals)


def _reports(scope: Scope) -> bool:
    """The trigger itself says that results are published ("report its fourth quarter results")."""
    words = {token.lower_ for token in scope.trigger}
    named = _words().reported - _words().figures if _expects(scope) else _words().reported
    return not words.isdisjoint(named) and not words.isdisjoint(_words().reporting)


def _announces(scope: Scope) -> bool:
    """ "Financial results for the fourth quarter will be available on February 10": no forecast."""
    words = {token.lower_ for token in scope.trigger}
    if words.isdisjoint(_words().reported):
        return False
    return not _words().announcing.isdisjoint(token.lower_ for token in scope.sentence)


def _under_outlook(scope: Scope) -> bool:
    i = scope.heading
    return i is not None and not _words().headings.isdisjoint(token.lower_ for token in scope.index.blocks[i])


@cache
def _words() -> _Words:
    data = load_yaml("outlook.yaml")
    return _Words(
        past=frozenset(data["past"]),
        reported=frozenset(data["reported"]),
        figures=frozenset(data["figures"]),
        announcing=_expanded(data["announcing"]),
        reporting=_expanded(data["reporting"]),
        headings=frozenset(data["headings"]),
    )


def _expanded(entries: list[str]) -> frozenset[str]:
    return frozenset(word for entry in entries for word in expand(entry) if isinstance(word, str))
