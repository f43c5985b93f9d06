"""Amounts whose currency is a word after the number: "23 cents per share", "3 to 5 million euros"."""

import re
from collections.abc import Sequence
from decimal import Decimal

from topline.quantities.currencies import CODE, HUNDREDTHS, NAME, currency_of, is_currency, is_sure
from topline.quantities.ends import is_changed_from, joined, spans_between
from topline.quantities.measures import JOINT, NUMBER_FIRST
from topline.quantities.model import Quantity
from topline.quantities.money_parts import PER_SHARE, money_quantity, per_of, scale_factor, scale_source
from topline.quantities.reading import Reading, Rule
from topline.quantities.words import NUMBER, VOCABULARY, alternation, compiled, number_of

__all__ = ["WORDED_RULES"]


def _build_worded(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    """ "23 cents per share", "3 to 5 million euros"."""
    low, high = number_of(match["low"]), number_of(match["high"]) if match["high"] else None
    if low is None or (match["joint"] == " and " and not spans_between(reading, match.start())):
        return ()
    name, scale = match["word"].lower(), match["scale"]
    if match["code"] and not (scale or ((match["per"] or "," in match["low"]) and is_sure(match["word"]))):
        return ()
    if not is_currency(match["word"], scaled=bool(scale), shaped=True):
        return ()
    factor = Decimal("0.01") if name in HUNDREDTHS else Decimal(scale_factor(scale))
    currency, per = currency_of(match["word"]), per_of(match)
    changed = not scale and match["joint"] == " to " and is_changed_from(reading, match.start())
    if high is not None and (low > high or changed):
        parts = ((match.span("low"), low), ((match.start("high"), match.end()), high))
        return [money_quantity(reading, span, (n * factor, None), currency, per, rule) for span, n in parts]
    numbers = (low * factor, None if high is None else high * factor)
    return (money_quantity(reading, match.span(), numbers, currency, per, rule),)


def _build_twice(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    """ "15 cents to 17 cents per share", "3 million to 5 million euros": the unit is told with both numbers."""
    low, high = number_of(match["low"]), number_of(match["high"])
    unit = match["unit"].strip(" -").lower()
    word = match["word"] or unit
    if low is None or high is None or not is_currency(word, scaled=bool(match["word"]), shaped=True):
        return ()
    factor = Decimal(scale_factor(unit)) if match["word"] else Decimal("0.01")
    currency, per = currency_of(word), per_of(match)
    if joined(reading, match.start(), match["joint"], (low, high), told_twice=True) == "range":
        return (money_quantity(reading, match.span(), (low * factor, high * factor), currency, per, rule),)
    first = (match.start("low"), match.end("unit"))
    parts = ((first, low), ((match.start("high"), match.end()), high))
    return [money_quantity(reading, span, (n * factor, None), currency, per, rule) for span, n in parts]


def _counted(words: str) -> Decimal | None:
    """The number of "thirty-four million five hundred thousand", None where the words make none."""
    total, part = 0, 0
    for word in re.split(r"[ ,-]+", words.lower()):
        if word == "and":
            continue
        scale = _MULTIPLES.get(word)
        if scale is None:
            value = _SMALL[word]
            if part % (10 if value < 10 else 100) or (value < 10 and part % 100 == 10):
                return None
            part += value
        elif scale == 100:
            part *= 100
        elif part == 0 or 0 < total < part * scale:
            return None
        else:
            total, part = total + part * scale, 0
    return Decimal(total + part)


def _build_spelled(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    """ "one hundred twenty million dollars": an amount of several words."""
    amount = _counted(match["words"])
    scaled = re.search(r"thousand|illion", match["words"], re.IGNORECASE) is not None
    if not amount or not is_currency(match["word"], scaled=scaled, shaped=True):
        return ()
    return (money_quantity(reading, match.span(), (amount, None), currency_of(match["word"]), per_of(match), rule),)


_NUMBERS = VOCABULARY["numbers"]
_SMALL: dict[str, int] = {**_NUMBERS["ones"], **_NUMBERS["teens"], **_NUMBERS["tens"]}
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9}
_MULTIPLES = {"hundred": 100, **_SCALES}
_NUMBER_WORD = rf"{alternation([*_SMALL, *_MULTIPLES])}(?![a-z])"
_SPELLED = (
    rf"(?P<words>{alternation(_SMALL)}(?![a-z])(?:(?:[ -]|,? and |, ){_NUMBER_WORD}){{1,14}})[ -]"
    rf"(?P<word>{NAME})(?:{PER_SHARE})?"
)
_CENTS = rf"(?:¢|{alternation(w for w in HUNDREDTHS if w != '¢')}(?!\w))"
_TWICE = (
    rf"(?P<low>{NUMBER})(?P<unit>[ -]?(?:(?P<cents>{_CENTS})|{alternation(_SCALES)}(?!\w)))"
    rf"{JOINT}(?P<high>{NUMBER})(?P=unit)(?(cents)|[ -](?P<word>{NAME}))(?:{PER_SHARE})?"
)
WORDED_RULES = (
    Rule("money", frozenset(_SMALL), compiled(_SPELLED), _build_spelled),
    Rule("money", NUMBER_FIRST, compiled(_TWICE), _build_twice),
    Rule(
        "money",
        NUMBER_FIRST,
        compiled(
            rf"(?P<low>{NUMBER})(?:(?P<joint> ?[-–] ?| to | or | and )(?P<high>{NUMBER}))?{scale_source('scale')}[ -]?"
            rf"(?P<word>{_CENTS}|{NAME}|(?P<code>{CODE}))"
            rf"(?:{PER_SHARE})?"
        ),
        _build_worded,
    ),
)
