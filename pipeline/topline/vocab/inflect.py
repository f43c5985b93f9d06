"""English verb forms: a base form to its inflections and back, irregular ones from `verbs.yaml`."""

import re
from functools import cache
from typing import Literal, NamedTuple

from topline.vocab.load import load_yaml, read_text

__all__ = ["VerbForm", "forms_of", "irregular_verbs", "verb_index"]

FAMILIES = ("regulatory", "designation", "trial", "dissemination", "financing", "agreement", "commercial", "corporate")
VERB_SOURCES = ("words.yaml", "status.yaml", *(f"events/{family}.yaml" for family in FAMILIES))

VerbForm = Literal["base", "s", "past", "participle", "ing"]

_FINITE_FIRST: tuple[VerbForm, ...] = ("past", "s", "participle", "ing", "base")


class Forms(NamedTuple):
    base: str
    s: str
    past: str
    participle: str
    ing: str


@cache
def irregular_verbs() -> dict[str, Forms]:
    return {base: Forms(base, *rest) for base, rest in load_yaml("verbs.yaml")["irregular"].items()}


@cache
def forms_of(base: str) -> Forms:
    """The five forms of a verb; a final consonant is doubled only for the verbs that `verbs.yaml` lists."""
    if base in irregular_verbs():
        return irregular_verbs()[base]
    if base in load_yaml("verbs.yaml")["doubling"]:
        stem = base + base[-1]
        return Forms(base, base + "s", stem + "ed", stem + "ed", stem + "ing")
    if base.endswith("y") and base[-2] not in "aeiou":
        return Forms(base, base[:-1] + "ies", base[:-1] + "ied", base[:-1] + "ied", base + "ing")
    if base.endswith("e"):
        ing = base + "ing" if base.endswith("ee") else base[:-1] + "ing"
        return Forms(base, base + "s", base + "d", base + "d", ing)
    s = base + ("es" if base.endswith(("s", "x", "z", "ch", "sh")) else "s")
    return Forms(base, s, base + "ed", base + "ed", base + "ing")


@cache
def verb_index() -> dict[str, tuple[VerbForm, ...]]:
    """Inflected word to the forms that it may be, of all verbs that the vocabulary's cues use, finite forms first."""
    bases: set[str] = set(irregular_verbs()) | set(load_yaml("verbs.yaml")["doubling"])
    for name in VERB_SOURCES:
        bases |= set(re.findall(r"~([a-z]+)(?![a-z-])", read_text(name)))
    index: dict[str, tuple[VerbForm, ...]] = {}
    for base in sorted(bases):
        forms = forms_of(base)
        for form in _FINITE_FIRST:
            word = getattr(forms, form)
            index[word] = tuple(dict.fromkeys((*index.get(word, ()), form)))
    return index
