"""Forecast or fact: what is said of figures to come is guidance, what is said of those that were is none."""

from functools import cache
from typing import NamedTuple

from spacy.tokens import Span

from topline.components.event_dates import told_by_date
from topline.components.event_scope import DocIndex, Scope, SpanIndex
from topline.components.status import StatusReader, StatusReading
from topline.components.triggers import needs_ahead
from topline.records import Status
from topline.vocab import forms_of, load_yaml, word_list

__all__ = ["as_told", "is_ahead", "with_outlook"]

_RESULTS, _GUIDANCE = "results_reported", "guidance"
_AHEAD: frozenset[Status] = frozenset({"planned", "conditional"})
_FIGURES = ("MONEY", "PER_SHARE")


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
        if trigger.label_ != _RESULTS or not _is_forecast(Scope(index, trigger), status):
            settled.append(trigger)
        elif (sentence := index.sentences.of(trigger).start) not in told:
            told.add(sentence)
            settled.append(_as_guidance(trigger))
    index.triggers = SpanIndex(settled)
    return settled


def as_told(scope: Scope, reading: StatusReading) -> StatusReading:
    """Results of which a figure was told are out, whatever the sentence goes on to say of what comes."""
    if scope.trigger.label_ == _RESULTS and is_ahead(reading.status) and _tells_past(scope):
        return StatusReading("occurred", "its figure is told as past")
    return reading


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
    return reading.by_default and (_has_expected(scope) or _under_outlook(scope))


def _is_forecast(scope: Scope, status: StatusReader) -> bool:
    """Of a telling of results; that they will be reported is none."""
    reading = told_by_date(scope, status.read(scope.trigger, scope.sentence))
    if not is_ahead(reading.status) or _tells_past(scope) or _reports(scope):
        return False
    return _has_expected(scope) or not _announces(scope)


def _tells_past(scope: Scope) -> bool:
    """A predicate of the past in the trigger or between it and the next figure ("net cash used … was $7 million")."""
    figures = [q.start for q in scope.quantities(*_FIGURES) if q.start >= scope.trigger.start]
    end = max(scope.trigger.end, figures[0] if figures else 0)
    return any(token.lower_ in _words().past for token in scope.index.doc[scope.trigger.start : end])


def _has_expected(scope: Scope) -> bool:
    return any(q._.quantity.figure.claim == "expected" for q in scope.quantities(*_FIGURES))


def _reports(scope: Scope) -> bool:
    """The trigger itself says that results are published ("report its fourth quarter results")."""
    words = {token.lower_ for token in scope.trigger}
    named = _words().reported - _words().figures if _has_expected(scope) else _words().reported
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
    """With the forms of `~verb` and the words of `$list`."""
    words: set[str] = set()
    for entry in entries:
        if entry.startswith("$"):
            words |= _expanded(list(word_list(entry[1:])))
        else:
            words.update(forms_of(entry[1:]) if entry.startswith("~") else [entry])
    return frozenset(words)
