"""Whether a sentence speaks of what is to come or of what has been, as far as the words beside a date tell."""

import re
from datetime import date

from topline.quantities.model import Interval
from topline.quantities.reading import Reading
from topline.quantities.spans import nearest
from topline.quantities.words import VOCABULARY, alternation, compiled

__all__ = ["AHEAD", "CLOSE", "PAST", "fitting", "is_outlook", "tense", "told_of_results"]

AHEAD, PAST = 1, -1
_LEFT, _RIGHT = 110, 50
# A cue within so many letters speaks of the date itself: "will finish in November".
CLOSE = 35
# The word after "will" or "to be" is swallowed, so that "to be held" tells nothing of the past.
_CUES = compiled(
    r"\b(?P<as>as|than)[ -](?:expected|anticipated|planned|scheduled)\b"
    r"|\b(?P<ahead>(?:will|shall)(?: (?:also|not|then|now|be))*(?: \w+)?|to (?:be|have) \w+"
    rf"|to {alternation(VOCABULARY['future_verbs'])}|{alternation(VOCABULARY['future_words'])})\b"
    rf"|\b(?P<past>{alternation(VOCABULARY['past_words'])}|[a-z]{{3,}}ed)\b"
)
_OUTLOOK = frozenset({"in", "by", "during", "before", "until", "through", "prior to", "around", "about"})
_RESULTS = compiled(
    r"(?:'s)?,?(?: and (?:the )?(?:full[- ]year|fiscal year|year[- ]end|(?:\w+[- ])months?))?(?: \w+)?"
    r" (?:financial|results|earnings|operating)\b"
)
_PART_OF = re.compile(
    r"\b(?:by|in|at|before|during|until|through|near|around|towards?) (?:the )?"
    r"(?:end|close|conclusion|beginning|start|middle|early|mid|late|later|latter)[ -]"
    r"(?:part )?(?:(?:of|in) )?(?:the )?$"
)
_STOP = re.compile(r"[.;:!?] ")


def tense(reading: Reading, start: int, end: int, *, width: int = _LEFT) -> int:
    """AHEAD, PAST or 0, by the nearest cue before the mention, else by the nearest one after it in its sentence."""
    left = _STOP.split(reading.text[max(0, start - width) : start])[-1]
    last = None
    for cue in _CUES.finditer(left):
        last = cue if cue["as"] is None else last
    if last is None:
        right = _STOP.split(reading.text[end : end + _RIGHT], maxsplit=1)[0]
        last = next((cue for cue in _CUES.finditer(right) if cue["as"] is None), None)
    if last is None:
        return 0
    return AHEAD if last["ahead"] is not None else PAST


def told_of_results(reading: Reading, end: int) -> bool:
    """Whether a period is named for its results ("fourth quarter and full year earnings")."""
    return _RESULTS.match(reading.text, end) is not None


def is_outlook(reading: Reading, start: int, end: int) -> bool:
    """Whether a period told without its year is one in which something is to happen."""
    if not (reading.modifier(start) in _OUTLOOK or _PART_OF.search(reading.before(start))) or told_of_results(
        reading, end
    ):
        return False
    return tense(reading, start, end) == AHEAD


def fitting(candidates: list[Interval], to: date, way: int, *, slack: int) -> Interval:
    """The one nearest to a day; the tense decides when that one is more than `slack` days off and does not fit it."""
    found = nearest(candidates, to)
    if way == AHEAD and (to - found.end).days > slack:
        return min((c for c in candidates if c.end >= to), default=found)
    if way == PAST and (found.start - to).days > slack:
        return max((c for c in candidates if c.start <= to), default=found)
    return found
