"""Whose figures a sentence or a paragraph tells: the company's, or those of a part of it, of a case, of another."""

import re

from topline.quantities.cues import AFTER, BETWEEN, FORMS, HEADINGS, LEADS, OWN, OWNERS, PLAIN, SEGMENTS, TELLS
from topline.quantities.figure_text import FigureSentence
from topline.quantities.words import lowered

__all__ = [
    "heads_a_part",
    "leads_away",
    "name_words",
    "names_a_part",
    "names_segment",
    "speaks_of_another",
    "speaks_of_the_whole",
]

_LEAD = re.compile(r"[^,;:]{0,80},")
_WORD = re.compile(r"[a-z0-9]+(?:[.'’-][a-z0-9]+)*")
_CLAUSES = frozenset({"which", "who", "whose", "that"})
_RUN_IN = re.compile(r"(?:(?:[A-Z][\w&'’-]*[,:]?|and|&|of) ){1,8}(?=[A-Z])")


def name_words(company: str | None) -> frozenset[str]:
    """The words of a company's name as `FigureSentence.words` gives them, without "Inc."."""
    return frozenset(_WORD.findall(lowered(company or ""))) - FORMS


def leads_away(sentence: FigureSentence) -> bool:
    """ "In Europe, revenue was ...", "Without the charge, ...": a phrase in front that tells more than a time."""
    lead = _LEAD.match(sentence.masked, sentence.start, sentence.end)
    words = sentence.words(lead.start(), lead.end()) if lead else []
    return bool(words) and words[0] in LEADS and not all(w in AFTER or w in BETWEEN for w in words)


def speaks_of_another(sentence: FigureSentence, at: int, company: frozenset[str]) -> bool:
    """Whether what stands before `at` names a part of the company, or someone else who "had" what follows."""
    words = sentence.words(sentence.start, at)
    if not OWNERS.isdisjoint(words):
        return True
    verb = next((i for i, word in enumerate(words) if word in TELLS), None)
    subject = [w for w in words[:verb] if w not in BETWEEN and w not in PLAIN] if verb is not None else []
    if not _CLAUSES.isdisjoint(subject):
        return True
    return bool(subject and company) and OWN.isdisjoint(words[:verb]) and company.isdisjoint(subject)


def names_a_part(sentence: FigureSentence, *, first: bool) -> bool:
    """Whether the sentence turns to a segment or a subsidiary; the `first` may begin with the paragraph's heading."""
    if not SEGMENTS.isdisjoint(sentence.words(sentence.start, sentence.end)):
        return True
    head = _RUN_IN.match(sentence.text, sentence.start, sentence.end) if first and sentence.cues else None
    if head is None or sentence.cues[0].start != head.end():
        return False
    return not all(w in BETWEEN or w in PLAIN for w in sentence.words(head.start(), head.end()))


def names_segment(text: str) -> bool:
    """Whether a text without amounts speaks of a segment, a division, a subsidiary."""
    return not SEGMENTS.isdisjoint(_WORD.findall(lowered(text)))


def speaks_of_the_whole(sentence: FigureSentence, company: frozenset[str]) -> bool:
    words = sentence.words(sentence.start, sentence.end)
    return not (OWN | company).isdisjoint(words)


def heads_a_part(heading: str) -> bool:
    """A heading over a paragraph that names a segment, a product, a place, and no kind of result."""
    words = set(_WORD.findall(lowered(heading)))
    return bool(words) and (not SEGMENTS.isdisjoint(words) or HEADINGS.isdisjoint(words))
