"""Whether "expected", "planned" and the like speak of what is to come or of a plan that was made."""

import re

from topline.quantities.words import VOCABULARY, alternation

__all__ = ["PLANNED", "is_plan_of_the_past"]

PLANNED = alternation(VOCABULARY["planned_words"])

_ADVERBS = r"(?:(?:not|never|also|first|then|[a-z]{2,20}ly) ){0,2}"
_ONCE = re.compile(rf"\b(?:had|had been|was|were) {_ADVERBS}$", re.IGNORECASE)
_PLANNER = re.compile(rf"\b{alternation(VOCABULARY['planners'])} {_ADVERBS}$", re.IGNORECASE)
# A name is a subject where nothing but the opening of a clause stands before it: not "a study of Corvane planned ...".
_NAMED = re.compile(rf"(?:, |\b(?:that|when|which|as) )(?:[A-Z][\w&'.-]*,? ){{1,5}}{_ADVERBS}$")
# Any word that opens the sentence has a capital: "Corvane expected a decision", but "Total projected sales".
_OPENING = re.compile(rf"^[^\w,]*(?:[A-Z][\w&'.-]*,? ){{1,5}}{_ADVERBS}$")
_SURE_OBJECT = re.compile(r" (?:a|an|its|their|no|that) ")
_NO_OBJECT = re.compile(rf"\W*$|\W*\d|[^\w\s]| {alternation(VOCABULARY['words_after_participles'])}\b", re.IGNORECASE)


def is_plan_of_the_past(text: str, start: int, end: int) -> bool:
    """Whether the word of PLANNED at `[start, end)` tells of a plan of the past, in a text of one sentence.

    It does after "had" and "was", and as a verb with its subject and its object: "the company planned to file". As a
    participle it looks ahead: "is expected", "data expected in May".
    """
    left = text[max(0, start - 90) : start]
    if _ONCE.search(left[-40:]):
        return True
    if text[start].isupper() or _NO_OBJECT.match(text, end):
        return False
    if _OPENING.match(left):
        return _PLANNER.search(left[-40:]) is not None or _SURE_OBJECT.match(text, end) is not None
    return _PLANNER.search(left[-40:]) is not None or _NAMED.search(left) is not None
