"""Triggers to events: status, date, amounts, roles, then one event a happening."""

from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc, Span

from topline.components.attributes import TRIGGERS
from topline.components.event_amounts import event_amounts, results_amounts
from topline.components.event_antecedents import with_antecedents
from topline.components.event_dates import event_time, told_by_date
from topline.components.event_merge import merge_events
from topline.components.event_model import EventSpan
from topline.components.event_outlook import as_told, is_ahead, with_outlook
from topline.components.event_polarity import PolarityReader
from topline.components.event_roles import event_roles
from topline.components.event_scope import DocIndex, Scope
from topline.components.status import StatusReader, StatusReading
from topline.vocab import load_yaml

__all__ = ["EventBuilder"]


class EventBuilder:
    """Assigns `doc._.events`."""

    def __init__(self, nlp: Language) -> None:
        self._status = StatusReader(nlp)
        self._polarity = PolarityReader(nlp)
        self._confidence: dict[str, float] = load_yaml("confidence.yaml")["zones"]

    def __call__(self, doc: Doc) -> Doc:
        index = DocIndex(doc)
        triggers = with_outlook(index, list(doc.spans.get(TRIGGERS, ())), self._status)
        single = not any(t.label_ == "results_reported" for t in triggers)
        told = (self._event(Scope(index, trigger), single=single) for trigger in triggers)
        events = merge_events([event for event in told if event is not None])
        events = with_antecedents([_with_conditions(e, events) for e in events])
        doc._.events = tuple(_with_results(e, index) if _is_report(e) else e for e in events)
        return doc

    def _event(self, scope: Scope, *, single: bool) -> EventSpan | None:
        """None for what is only said to be possible."""
        reading = as_told(scope, told_by_date(scope, self._status(scope.trigger, scope.sentence)))
        if reading.hypothetical:
            return None
        return EventSpan(
            type=scope.trigger.label_,
            status=reading.status,
            trigger=scope.trigger,
            evidence=(scope.sentence,),
            rule=f"{scope.trigger._.rule} | {reading.rule}",
            confidence=self._sureness(scope),
            spoke=scope.trigger._.spoke or "rule",
            polarity=self._polarity(scope.trigger, scope.sentence, negated=reading.negated)
            if _has_outcome(reading)
            else None,
            time=event_time(scope, reading.status, main_news=single),
            amounts=event_amounts(scope),
            roles=event_roles(scope),
            zone=scope.zone,
            block=scope.block,
        )

    def _sureness(self, scope: Scope) -> float:
        """What the trigger has been given, else the share of its zone."""
        given: float | None = scope.trigger._.confidence
        return given if given is not None else self._confidence.get(scope.zone, self._confidence["body"])


def _has_outcome(reading: StatusReading) -> bool:
    """What is still to come has none yet."""
    return reading.status in ("occurred", "not_occurred")


def _is_report(event: EventSpan) -> bool:
    """One that is out; a report to come has no figures yet."""
    return event.type == "results_reported" and not is_ahead(event.status)


def _with_results(event: EventSpan, index: DocIndex) -> EventSpan:
    """The figures of the period reported, with the sentences that state them."""
    amounts = results_amounts(index)
    evidence = {(s.start, s.end): s for s in (*event.evidence, *(index.sentences.of(a.span) for a in amounts))}
    ordered = [s for _, s in sorted(evidence.items())]
    first = index.sentences.of(event.trigger)
    return replace(event, amounts=amounts, evidence=(first, *(s for s in ordered if s.start != first.start)))


def _condition(trigger: Span) -> Span:
    """ "complete a study" of "will be necessary for the Company to complete a study"."""
    start = next((t.i + 1 for t in trigger if t.lower_ == "to" and t.i + 1 < trigger.end), trigger.start)
    return Span(trigger.doc, start, trigger.end, label="OTHER")


def _with_conditions(event: EventSpan, events: list[EventSpan]) -> EventSpan:
    """What an agency's letter asks for: the conditional events that its bullet or paragraph goes on to name."""
    if event.type not in ("approvable_letter", "complete_response"):
        return event
    asked = [e for e in events if e.block == event.block and e.status == "conditional" and e is not event]
    if not asked:
        return event
    conditions = tuple(_condition(e.trigger) for e in asked)
    evidence = {(s.start, s.end): s for s in (*event.evidence, *(s for e in asked for s in e.evidence))}
    return replace(event, roles={**event.roles, "conditions": conditions}, evidence=tuple(evidence.values()))
