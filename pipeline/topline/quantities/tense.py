"""Whether a sentence speaks of what is to come or of what has been, as far as the words beside a date tell."""

import re
from datetime import date

from topline.quantities.antecedents import is_compared
from topline.quantities.model import Interval
from topline.quantities.plans import PLANNED, is_plan_of_the_past
from topline.quantities.reading import Reading
from topline.quantities.spans import nearest
from topline.quantities.words import VOCABULARY, alternation, compiled

__all__ = [
    "AHEAD",
    "PAST",
    "fitting",
    "is_measured",
    "is_outlook",
    "results_end",
    "sure_tense",
    "tense",
    "told_of_results",
]

AHEAD, PAST = 1, -1
_LEFT, _RIGHT = 110, 50
# A cue within so many letters speaks of the date itself: "will finish in November".
_CLOSE = 35
# "In early " opens a sentence with its date.
_OPENING = 12
# The word after "will" or "to be" is swallowed, so that "to be held" tells nothing of the past.
_CUES = compiled(
    r"\b(?P<as>as|than)[ -](?:expected|anticipated|planned|scheduled)\b"
    r"|\b(?P<ahead>(?:will|shall)(?: (?:also|not|then|now|be))*(?: \w+)?|to (?:be|have) \w+"
    rf"|to {alternation(VOCABULARY['future_verbs'])}|(?<!year )(?<!quarter ){alternation(VOCABULARY['coming_days'])}"
    rf"|(?-i:may)|due(?! to\b)|{alternation(VOCABULARY['future_words'])})\b"
    rf"|\b(?P<plan>{PLANNED})\b"
    rf"|\b(?P<past>{alternation(VOCABULARY['past_words'])}"
    rf"|(?!{alternation(VOCABULARY['no_past_words'])}\b)[a-z]{{3,}}ed)\b"
)
# What was done is told by "was" and by some verbs alone: "joined", not "held" or "announced", may be a call to come.
_COMING = compiled(alternation(VOCABULARY["coming_days"]))
_DONE = compiled(
    rf"(?:\b{alternation(VOCABULARY['auxiliaries_of_the_past'])}(?: \w+)?"
    rf"|(?<!is )(?<!are )(?<!be )(?<!being )\b{alternation(VOCABULARY['done_verbs'])})$"
)
_APART = compiled(
    rf"[,;:()]|\b(?:effective|beginning|starting|that|which|who|and|payable|record|{alternation(VOCABULARY['occasions'])})\b"
)
# "extended until May 1" and "appointed, beginning on May 1" were done before; "the decision of May 1" is of the past.
_ONWARD = frozenset(VOCABULARY["modifiers_of_a_later_day"])
_BACKWARD = frozenset(VOCABULARY["modifiers_of_an_earlier_day"])
_OWN = ("the ", "its ", "our ", "their ", "'s ")
_BALANCE = frozenset({"as of", "at"})
_PREDICATE = compiled(r",? (?:will|shall|to|is|are|should|would|together)\b")
_OUTLOOK = frozenset({"in", "by", "during", "before", "until", "through", "prior to", "around", "about"})
_RESULTS = compiled(
    r"(?:'s)?,?(?: and (?:the )?(?:full[- ]year|fiscal year|year[- ]end|(?:\w+[- ])months?))?(?: \w+)?"
    r" (?:financial|results|earnings|operating)\b"
)
# "was signed" tells what was done in a period, "was $5 million" what it brought.
_MEASURES = compiled(
    rf"{alternation(VOCABULARY['measuring_verbs'])}(?!\w)(?! (?:\w+ly )?(?:not |also )?[a-z]{{2,}}ed\b)"
)
_PART_OF = re.compile(
    r"\b(?:by|in|at|before|during|until|through|near|around|towards?) (?:the )?"
    r"(?:end|close|conclusion|beginning|start|middle|early|mid|late|later|latter)[ -]"
    r"(?:part )?(?:(?:of|in) )?(?:the )?$"
)
_STOP = re.compile(r"[.;:!?] ")


def _way(cue: re.Match[str]) -> int:
    """AHEAD or PAST, by the cue alone."""
    if cue["ahead"] is not None:
        return AHEAD
    return AHEAD if cue["plan"] and not is_plan_of_the_past(cue.string, *cue.span("plan")) else PAST


def _first_cue(right: str) -> re.Match[str] | None:
    return next((cue for cue in _CUES.finditer(right) if cue["as"] is None), None)


def _last_cue(left: str) -> re.Match[str] | None:
    """The last one; of "planned to file" the verb that tells of a plan of the past."""
    cues = [cue for cue in _CUES.finditer(left) if cue["as"] is None][-2:]
    if not cues:
        return None
    plan, last = cues[0], cues[-1]
    joined = plan["plan"] is not None and left[plan.end() : last.start()] == " "
    return plan if joined and _way(plan) == PAST else last


def tense(reading: Reading, start: int, end: int, *, width: int = _LEFT) -> int:
    """AHEAD, PAST or 0, by the nearest cue before the mention, else by the nearest one after it in its sentence.

    What had been planned for a time may lie on either side of the release day.
    """
    last = _last_cue(_STOP.split(reading.text[max(0, start - width) : start])[-1])
    if last is not None:
        way = _way(last)
        return 0 if last["plan"] and way == PAST else way
    cue = _first_cue(_STOP.split(reading.text[end : end + _RIGHT], maxsplit=1)[0])
    return 0 if cue is None else _way(cue)


def _is_done(text: str, cue: re.Match[str]) -> bool:
    """Whether the cue tells what was done on the date itself, which nothing else of a date stands between."""
    return _DONE.search(text[max(0, cue.end() - 40) : cue.end()]) is not None and not _APART.search(text, cue.end())


def _opening_tense(reading: Reading, end: int) -> int:
    """That of a sentence which the date opens ("In March, the company completed ...")."""
    right = _STOP.split(reading.text[end : end + _RIGHT], maxsplit=1)[0]
    cue = _first_cue(right)
    if cue is None:
        return 0
    if _way(cue) == AHEAD:
        return AHEAD
    return PAST if _DONE.search(right[: cue.end()]) else 0


def sure_tense(reading: Reading, start: int, end: int) -> int:
    """AHEAD or PAST where a cue right before a date, in its sentence, speaks of that date, else 0.

    "plans to appeal the May 1 decision" and "of May 1" speak of a decision that was taken.
    "cash at December 31 will suffice" tells nothing of the day: what follows it is said of the cash. A balance that
    others are compared with is one of the past.
    """
    modifier = reading.modifier(start)
    if reading.before(start, 6).endswith(_OWN):
        return 0
    balance = modifier in _BALANCE
    if balance and is_compared(reading, start) and tense(reading, start, end) != AHEAD:
        return PAST
    if balance and _PREDICATE.match(reading.text, end):
        return 0
    left = _STOP.split(reading.text[max(0, start - _CLOSE - 20) : start])[-1]
    cue = _last_cue(left)
    if cue is None:
        return _opening_tense(reading, end) if len(left) <= _OPENING else 0
    if _way(cue) == AHEAD:
        names_day = modifier == "of" and _COMING.fullmatch(cue[0])
        return AHEAD if len(left) - cue.start() <= _CLOSE and (names_day or modifier not in _BACKWARD) else 0
    return PAST if not cue["plan"] and modifier not in _ONWARD and _is_done(left, cue) else 0


def results_end(reading: Reading, end: int) -> int | None:
    """Where "earnings" and the like end, if a period is named for them ("fourth quarter and full year earnings")."""
    match = _RESULTS.match(reading.text, end)
    return None if match is None else match.end()


def told_of_results(reading: Reading, end: int) -> bool:
    """Whether a period is named for its results."""
    return results_end(reading, end) is not None


def is_measured(reading: Reading, start: int, end: int) -> bool:
    """Whether the sentence tells what a period has brought ("sales in the first half were"), so that it is over."""
    cue = _last_cue(_STOP.split(reading.text[max(0, start - _LEFT) : start])[-1])
    cue = cue or _first_cue(_STOP.split(reading.text[end : end + _RIGHT], maxsplit=1)[0])
    return cue is not None and cue["past"] is not None and _MEASURES.match(cue.string, cue.start()) is not None


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
