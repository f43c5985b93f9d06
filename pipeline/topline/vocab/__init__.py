"""The field's vocabulary: data files and their loaders."""

from topline.vocab.currencies import (
    CODES,
    CODES_BESIDE_AMOUNTS,
    CURRENCY_CODE,
    CURRENCY_SIGN,
    NAMED_CODES,
    SIGN_STARTS,
    SIGNS,
    SYMBOLS,
)
from topline.vocab.events import FAMILIES, EventType, event_types
from topline.vocab.inflect import VerbForm, forms_of, verb_index
from topline.vocab.load import load_yaml
from topline.vocab.roles import role_labels, role_rules, roles_of
from topline.vocab.words import month_names, word_list

__all__ = [
    "CODES",
    "CODES_BESIDE_AMOUNTS",
    "CURRENCY_CODE",
    "CURRENCY_SIGN",
    "FAMILIES",
    "NAMED_CODES",
    "SIGNS",
    "SIGN_STARTS",
    "SYMBOLS",
    "EventType",
    "VerbForm",
    "event_types",
    "forms_of",
    "load_yaml",
    "month_names",
    "role_labels",
    "role_rules",
    "roles_of",
    "verb_index",
    "word_list",
]
