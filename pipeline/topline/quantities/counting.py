"""Votes, and the ordinals that count the editions of a meeting."""

import re
from collections.abc import Sequence
from decimal import Decimal

from topline.quantities.measures import NUMBER_FIRST
from topline.quantities.model import Quantity
from topline.quantities.reading import NUMERAL, Reading, Rule, number_quantity
from topline.quantities.words import ORDINAL, VOCABULARY, WORD_NUMBER, alternation, compiled, number_of, ordinal_of

__all__ = ["COUNTING_RULES"]

_VOTES = re.compile(rf"\b{alternation(VOCABULARY['vote_words'])}\b")
_BALLOT = rf"(?>\d{{1,2}}(?!\d)|{WORD_NUMBER})"
_ORDINALS = VOCABULARY["ordinals"]
_ORDINAL_FIRST = frozenset(
    {NUMERAL, *_ORDINALS["ones"], *_ORDINALS["teens"], *_ORDINALS["tens"], *VOCABULARY["numbers"]["tens"]}
)


def _build_votes(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    """ "voted 10 to 3": both sides, when a word of voting stands near."""
    left = reading.before(match.start(), 48).rpartition(". ")[2]
    right = match.string[match.end() : match.end() + 24].lower()
    if not (_VOTES.search(left) or _VOTES.match(right.lstrip(" )"))):
        return ()
    sides = [(number_of(match[g]), match.span(g)) for g in ("first", "second")]
    return [number_quantity(reading, "COUNT", span, (n, None), rule) for n, span in sides if n is not None]


def _build_ordinal(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    value = ordinal_of(match["order"])
    if value is None:
        return ()
    return (number_quantity(reading, "ORDINAL", match.span("order"), (Decimal(value), None), rule),)


COUNTING_RULES = (
    Rule(
        "votes",
        NUMBER_FIRST,
        compiled(rf"(?P<first>{_BALLOT})(?: to |-|–)(?P<second>{_BALLOT})(?![\w%.]\w)(?!-\d)"),
        _build_votes,
    ),
    Rule(
        "ordinal",
        _ORDINAL_FIRST,
        compiled(rf"(?P<order>{ORDINAL})(?=[ -](?:[a-z]+ )?{alternation(VOCABULARY['meeting_words'])}(?!\w))"),
        _build_ordinal,
    ),
)
