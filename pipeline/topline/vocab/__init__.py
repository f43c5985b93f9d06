"""The field's vocabulary: data files and their loaders."""

from topline.vocab.events import FAMILIES, EventType, event_types
from topline.vocab.inflect import VerbForm, forms_of, verb_index
from topline.vocab.load import load_yaml
from topline.vocab.words import word_list

__all__ = ["FAMILIES", "EventType", "VerbForm", "event_types", "forms_of", "load_yaml", "verb_index", "word_list"]
