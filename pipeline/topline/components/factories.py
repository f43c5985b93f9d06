"""spaCy factories: what each component reads and writes, and the settings it takes from a config."""

from spacy.language import Language

from topline.components.attributes import declare_attributes
from topline.components.entities import EntityFinder
from topline.components.events import EventBuilder
from topline.components.learned.confirm import Calibration, Settings, TriggerConfirmer
from topline.components.reader import ReleaseReader
from topline.components.release import ReleaseFactsReader
from topline.components.sentences import SentenceSplitter
from topline.components.triggers import TriggerFinder
from topline.components.values import QuantityFinder

__all__ = [
    "make_confirm",
    "make_entities",
    "make_events",
    "make_quantities",
    "make_reader",
    "make_release",
    "make_sentences",
    "make_triggers",
]


@Language.factory("topline_reader_v1", assigns=["doc._.document", "doc.spans"])
def make_reader(nlp: Language, name: str) -> ReleaseReader:
    declare_attributes()
    return ReleaseReader(nlp)


@Language.factory("topline_sentences_v1", requires=["doc.spans"], assigns=["token.is_sent_start", "doc.sents"])
def make_sentences(nlp: Language, name: str) -> SentenceSplitter:
    declare_attributes()
    return SentenceSplitter()


@Language.factory("topline_release_v1", requires=["doc._.document"], assigns=["doc._.release"])
def make_release(nlp: Language, name: str) -> ReleaseFactsReader:
    declare_attributes()
    return ReleaseFactsReader()


@Language.factory("topline_quantities_v1", requires=["doc._.release", "doc.spans"], assigns=["doc.spans"])
def make_quantities(nlp: Language, name: str) -> QuantityFinder:
    declare_attributes()
    return QuantityFinder()


@Language.factory("topline_entities_v1", requires=["doc.spans"], assigns=["doc.ents"], default_config={"trusted": []})
def make_entities(nlp: Language, name: str, precedence: list[str], trusted: list[str]) -> EntityFinder:
    declare_attributes()
    return EntityFinder(precedence=precedence, trusted=trusted)


@Language.factory("topline_triggers_v1", requires=["doc.sents", "doc.ents", "doc.spans"], assigns=["doc.spans"])
def make_triggers(nlp: Language, name: str, zones: list[str]) -> TriggerFinder:
    declare_attributes()
    return TriggerFinder(nlp, zones=zones)


@Language.factory("topline_confirm_v1", requires=["doc.spans"], assigns=["doc.spans"])
def make_confirm(
    nlp: Language,
    name: str,
    rule_threshold: float,
    model_threshold: float,
    rule_calibration: dict[str, float],
    model_calibration: dict[str, float],
) -> TriggerConfirmer:
    declare_attributes()
    curves = Calibration(**rule_calibration), Calibration(**model_calibration)
    return TriggerConfirmer(Settings(rule_threshold, model_threshold, *curves))


@Language.factory(
    "topline_events_v1", requires=["doc.sents", "doc.ents", "doc.spans", "doc._.release"], assigns=["doc._.events"]
)
def make_events(nlp: Language, name: str) -> EventBuilder:
    declare_attributes()
    return EventBuilder(nlp)
