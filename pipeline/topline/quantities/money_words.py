"""Amounts whose currency is a word after the number: "23 cents per share", "3 to 5 million euros"."""

import re
from collections.abc import Sequence
from decimal import Decimal

from topline.quantities.measures import NUMBER_FIRST
from topline.quantities.model import Quantity
from topline.quantities.money_parts import PER_SHARE, money_quantity, per_of, scale_factor, scale_source
from topline.quantities.reading import Reading, Rule
from topline.quantities.words import NUMBER, VOCABULARY, alternation, compiled, number_of

__all__ = ["WORDED_RULES"]

_WORDS: dict[str, str] = VOCABULARY["currency_words"]
_HUNDREDTHS: dict[str, str] = VOCABULARY["currency_hundredths"]


def _build_worded(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    """ "23 cents per share", "3 to 5 million euros"."""
    low, high = number_of(match["low"]), number_of(match["high"]) if match["high"] else None
    if low is None:
        return ()
    name = match["word"].lower()
    factor = Decimal("0.01") if name in _HUNDREDTHS else Decimal(scale_factor(match["scale"]))
    numbers = (low * factor, None if high is None else high * factor)
    return (money_quantity(reading, match.span(), numbers, _HUNDREDTHS.get(name) or _WORDS[name], per_of(match), rule),)


WORDED_RULES = (
    Rule(
        "money",
        NUMBER_FIRST,
        compiled(
            rf"(?P<low>{NUMBER})(?:(?: ?[-–] ?| to | or )(?P<high>{NUMBER}))?{scale_source('scale')}[ -]?"
            rf"(?P<word>¢|(?:{alternation(w for w in _HUNDREDTHS if w != '¢')}|{alternation(_WORDS)})(?!\w))"
            rf"(?:{PER_SHARE})?"
        ),
        _build_worded,
    ),
)
