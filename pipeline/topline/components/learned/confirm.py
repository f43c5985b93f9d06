"""Rules propose triggers, the network confirms them, and proposes those that it is sure of.

A rule's trigger stays if the network gives its type at least a low score somewhere in its sentence; a type that no rule
proposes needs a high one. The confidence of a trigger is the share of triggers of its kind and score that were right on
releases which neither was made with.
"""

from collections import defaultdict
from collections.abc import Iterator
from math import exp, log
from typing import NamedTuple

from spacy.tokens import Doc, Span

from topline.components.attributes import HAPPENINGS, TELLING, TRIGGERS
from topline.components.sentences import SentenceIndex

__all__ = ["Calibration", "Settings", "TriggerConfirmer"]

_LOWEST, _HIGHEST = 1e-4, 1 - 1e-4
_EDGES = frozenset(",;:()-–—\"“”'‘’*•")


class Calibration(NamedTuple):
    """A logistic curve over the logit of a score: `1 / (1 + exp(-(slope * logit + offset)))`."""

    slope: float
    offset: float

    def __call__(self, score: float) -> float:
        inside = min(max(score, _LOWEST), _HIGHEST)
        return 1 / (1 + exp(-(self.slope * log(inside / (1 - inside)) + self.offset)))


class Settings(NamedTuple):
    """The lowest score that keeps a rule's trigger, the lowest that makes one alone, and what each score is worth."""

    rule_threshold: float
    model_threshold: float
    rule_calibration: Calibration
    model_calibration: Calibration


class _Best(NamedTuple):
    """The highest score of a type in a sentence, and the shortest stretch that has it or nearly so."""

    score: float
    start: int
    end: int


_NONE = _Best(0, 0, 0)


class TriggerConfirmer:
    """Changes `doc.spans["triggers"]`; sets `span._.confidence` and `span._.spoke` of each."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    def __call__(self, doc: Doc) -> Doc:
        scores = _scores_by_sentence(doc)
        sentences = SentenceIndex(doc)
        telling = {s.start for s in doc.spans.get(TELLING, ())}
        kept: list[Span] = []
        proposed: set[tuple[int, str]] = set()
        for trigger in doc.spans.get(TRIGGERS, ()):
            at = sentences.of(trigger).start
            if at not in telling:
                kept.append(trigger)
                continue
            proposed.add((at, trigger.label_))
            score = scores[at].get(trigger.label_, _NONE).score
            if score >= self.settings.rule_threshold:
                kept.append(_spoken(trigger, "rule+model", self.settings.rule_calibration(score)))
        kept += self._sure(doc, scores, proposed)
        doc.spans[TRIGGERS] = sorted(kept, key=lambda t: (t.start, t.end))
        return doc

    def _sure(self, doc: Doc, scores: dict[int, dict[str, _Best]], proposed: set[tuple[int, str]]) -> Iterator[Span]:
        for at, by_type in scores.items():
            for leaf, best in by_type.items():
                if best.score >= self.settings.model_threshold and (at, leaf) not in proposed:
                    span = Span(doc, *_trimmed(doc, best.start, best.end), label=leaf)
                    span._.rule = f"scored {best.score:.2f}"
                    yield _spoken(span, "model", self.settings.model_calibration(best.score))


def _spoken(trigger: Span, who: str, confidence: float) -> Span:
    trigger._.spoke = who
    trigger._.confidence = round(confidence, 3)
    return trigger


def _scores_by_sentence(doc: Doc) -> dict[int, dict[str, _Best]]:
    """For each sentence that may tell something, by its first token, the best score of each type in it."""
    group = doc.spans.get(HAPPENINGS, [])
    scores = group.attrs.get("scores", []) if len(group) else []
    starts = {i: s.start for s in doc.spans.get(TELLING, ()) for i in range(s.start, s.end)}
    found: dict[int, dict[str, list[_Best]]] = defaultdict(lambda: defaultdict(list))
    for span, score in zip(group, scores, strict=True):
        if span.start in starts:
            found[starts[span.start]][span.label_].append(_Best(float(score), span.start, span.end))
    return defaultdict(dict, {at: {leaf: _best(all_) for leaf, all_ in by.items()} for at, by in found.items()})


def _best(candidates: list[_Best]) -> _Best:
    """The highest score, told where the clause with the highest one stands."""
    top = max(c.score for c in candidates)
    shortest = min(candidates, key=lambda c: (-c.score / (c.end - c.start + 20), c.end - c.start))
    return _Best(top, shortest.start, shortest.end)


def _trimmed(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Without the marks at its edges, unless nothing is left."""
    first, past = start, end
    while first < past and doc[first].text in _EDGES | {" "}:
        first += 1
    while past > first and (doc[past - 1].text in _EDGES | {"."} or doc[past - 1].is_space):
        past -= 1
    return (first, past) if first < past else (start, end)
