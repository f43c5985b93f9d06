"""Which scores make a trigger, and how sure each makes an event, settled on releases that the network has not seen."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Span
from thinc.api import Config

from topline.components.attributes import TRIGGERS
from topline.components.event_model import EventSpan
from topline.components.learned.confirm import Calibration, Settings
from topline.evaluation.gold import GoldRelease
from topline.evaluation.matching import Told, match_events
from topline.evaluation.views import gold_events, plain_form
from topline.readers import read_source
from topline.training.docs import doc_before

__all__ = ["Calibrated", "calibrate", "write_settings"]

_RULE_THRESHOLDS = (0.0, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4)
_MODEL_THRESHOLDS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
_PLAIN = Calibration(1.0, 0.0)
# Fewer events than this tell no curve: the score stands for itself.
_FEWEST = 30


class Calibrated(NamedTuple):
    """The settings, and precision, recall and F1 of events with them on the releases that they were settled on."""

    settings: Settings
    precision: float
    recall: float
    f1: float


@dataclass(frozen=True)
class _Prepared:
    """A doc as it comes to the confirming component, its rules' triggers, and its gold."""

    doc: Doc
    triggers: tuple[Span, ...]
    gold: tuple[Told, ...]


def calibrate(nlp: Language, golds: Iterable[GoldRelease]) -> Calibrated:
    """Thresholds with the best F1 of events, then for each speaker the curve from score to share of right ones.

    `nlp` has the components "confirm" and "events", as the last two; the former's settings are left as they were.
    """
    confirm = nlp.get_pipe("confirm")
    before = confirm.settings  # type: ignore[attr-defined]
    prepared = [_prepare(nlp, gold) for gold in golds]
    best = max(_grid(nlp, prepared), key=lambda tried: (tried[1].f1, tried[0].rule_threshold))
    settings, scores = best
    confirm.settings = settings  # type: ignore[attr-defined]
    outcomes = list(_outcomes(nlp, prepared))
    confirm.settings = before  # type: ignore[attr-defined]
    curves = {
        who: _curve([(s, right) for spoke, s, right in outcomes if spoke == who]) for who in ("rule+model", "model")
    }
    settings = settings._replace(rule_calibration=curves["rule+model"], model_calibration=curves["model"])
    return scores._replace(settings=settings)


def _prepare(nlp: Language, gold: GoldRelease) -> _Prepared:
    doc = doc_before(nlp, read_source(gold.text)[0], "confirm")
    return _Prepared(doc, tuple(doc.spans.get(TRIGGERS, ())), tuple(gold_events(gold)))


def _grid(nlp: Language, prepared: Sequence[_Prepared]) -> Iterator[tuple[Settings, Calibrated]]:
    confirm: Any = nlp.get_pipe("confirm")
    for rule in _RULE_THRESHOLDS:
        for model in _MODEL_THRESHOLDS:
            confirm.settings = Settings(rule, model, _PLAIN, _PLAIN)
            found = right = wanted = 0
            for one in prepared:
                told = _events(nlp, one)
                found += len(told)
                wanted += len(one.gold)
                right += len(match_events([t for t, _ in told], one.gold, key=lambda t: t.type).pairs)
            precision, recall = right / max(found, 1), right / max(wanted, 1)
            f1 = 2 * precision * recall / max(precision + recall, 1e-9)
            yield confirm.settings, Calibrated(confirm.settings, precision, recall, f1)


def _events(nlp: Language, one: _Prepared) -> list[tuple[Told, EventSpan]]:
    """What the last two components make of a prepared doc."""
    one.doc.spans[TRIGGERS] = list(one.triggers)
    doc = nlp.get_pipe("events")(nlp.get_pipe("confirm")(one.doc))
    return [(_told(event), event) for event in doc._.events]


def _told(event: EventSpan) -> Told:
    drugs = (("drug", plain_form(span.text)) for span in event.roles.get("drug", ()))
    return Told(
        type=event.type,
        status=event.status,
        polarity=event.polarity,
        trigger=event.trigger._.source,
        evidence=tuple(span._.source for span in event.evidence),
        date=None,
        forms=tuple(drugs),
    )


def _outcomes(nlp: Language, prepared: Sequence[_Prepared]) -> Iterator[tuple[str, float, bool]]:
    """Who spoke of each event, its plain score, and whether gold has it."""
    for one in prepared:
        told = _events(nlp, one)
        right = {id(found) for found, _ in match_events([t for t, _ in told], one.gold, key=lambda t: t.type).pairs}
        for found, event in told:
            yield event.spoke, event.confidence, id(found) in right


def _curve(outcomes: Sequence[tuple[float, bool]]) -> Calibration:
    """Platt's logistic curve over the logit of the score, by Newton's method, with a small ridge (Platt 1999)."""
    if len(outcomes) < _FEWEST:
        return _PLAIN
    scores = np.clip([s for s, _ in outcomes], 1e-3, 1 - 1e-3)
    inputs = np.stack([np.log(scores / (1 - scores)), np.ones(len(scores))], axis=1)
    truth = np.array([float(right) for _, right in outcomes])
    weights = np.array([1.0, 0.0])
    for _ in range(30):
        shares = 1 / (1 + np.exp(-inputs @ weights))
        ridge = 1e-2 * (weights - np.array([1.0, 0.0]))
        gradient = inputs.T @ (shares - truth) + ridge
        curvature = (inputs * (shares * (1 - shares))[:, None]).T @ inputs + 1e-2 * np.eye(2)
        weights = weights - np.linalg.solve(curvature, gradient)
    return Calibration(round(float(weights[0]), 4), round(float(weights[1]), 4))


def write_settings(pipeline: Path, settings: Settings) -> None:
    """Into the config of a pipeline's folder, in place of what its confirming component had."""
    path = pipeline / "config.cfg"
    config = Config().from_disk(path, interpolate=False)
    config["components"]["confirm"] |= {
        "rule_threshold": settings.rule_threshold,
        "model_threshold": settings.model_threshold,
        "rule_calibration": settings.rule_calibration._asdict(),
        "model_calibration": settings.model_calibration._asdict(),
    }
    config.to_disk(path)
