"""Money and prices per share, with scales, ranges and the currency before or after."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from topline.quantities.currencies import (
    BARE,
    BEFORE,
    CODE,
    FIRST_WORDS,
    NAME,
    NO_NOUN,
    currency_of,
    is_currency,
    is_dollar,
)
from topline.quantities.measures import RANGE
from topline.quantities.model import FigureContext, Quantity
from topline.quantities.money_pairs import told_before
from topline.quantities.money_parts import PER_SHARE, money_quantity, per_of, scale_factor, scale_source
from topline.quantities.money_words import WORDED_RULES
from topline.quantities.reading import CURRENCY, PAREN, Reading, Rule
from topline.quantities.words import DIGITS, VOCABULARY, alternation, compiled, number_of

__all__ = ["MONEY_RULES"]

# "$1, 465,000" was one number before a blank got into it.
_BROKEN = re.compile(r", \d{3},\d{3}(?!\d)|['’]\d{3}(?!\d)")
_CHANGE = re.compile(
    rf"\b{alternation(w for w in VOCABULARY['change_words'] if w != 'from')}\b"
    r"|\bfrom(?: (?:a|an|the|its|our|net|loss|losses|income|profit|revenues?|sales|of|approximately|about|nearly))* $"
)
_AFTER = rf"(?: (?P<after>{NAME}|{CODE}))?"
_NO_NOUN = compiled(NO_NOUN)
# Prices of shares were told in eighths and sixteenths until 2001.
_FRACTION = r"(?:[ -](?P<fraction>\d{1,2}/(?:2|4|8|16|32))(?![\d/]))?"
_SECOND = rf"(?: ?[-–—] ?| to | and | or ){BEFORE}? ?(?P<high>{DIGITS}){scale_source('scale2')}(?!/\d)"
_FIRST = rf"(?P<paren>\()?(?P<low>{DIGITS})(?(paren)\)){_FRACTION}\+?{scale_source('scale')}"
_SIGNED = rf"(?P<sign>{BEFORE}) ?(?:(?P<nil>-0-)|{_FIRST})"
_MONEY = rf"{_SIGNED}(?P<second>{_SECOND})?{_AFTER}(?:{PER_SHARE})?"
_ELIDED = compiled(
    rf"(?:,| and| or| to|, and|-|–) ?{BEFORE} ?\(?{DIGITS}\)?(?: ?(?:and|to) {BEFORE} ?\(?{DIGITS}\)?)?{PER_SHARE}"
)
# "$9,870,000 or $.84 per share": so large an amount is no price that shares the other one's unit.
_PRICE_LIMIT = 1000
_PRICE = re.compile(r"\d{0,3}\.\d\d")
_SCALED_AHEAD = compiled(
    rf"(?:, {BEFORE} ?{DIGITS}){{0,3}}(?:,? and|,? or) {BEFORE} ?(?P<low>{DIGITS})"
    rf"(?:[ -](?P<scale>{alternation(VOCABULARY['scales']['words'])})(?!\w))"
)
_TAIL = compiled(rf"{_AFTER}(?:{PER_SHARE})?")


def _is_range(match: re.Match[str], reading: Reading) -> bool:
    """Whether the second amount closes a range; "from $5 million to $4 million" and "$5 and $6" do not."""
    joint = match["second"].lstrip()[:3].strip()
    if not joint.isalpha():
        return True
    if joint == "or":
        return bool(match["scale2"] and not match["scale"] and match["low"].isdigit() and len(match["low"]) < 4)
    left = reading.before(match.start(), 60).rpartition(". ")[2]
    if RANGE.search(left):
        return True
    return joint == "to" and _CHANGE.search(left) is None


def _shares_scale(low: Decimal, high: Decimal) -> bool:
    """Whether the second amount's scale is the first one's too: "$2 to $3 million", not "$500,000 to $1 million"."""
    return low < _PRICE_LIMIT and low <= high


def _scale_ahead(match: re.Match[str], end: int) -> str | None:
    """The "million" of "$3.0 and $2.5 million", where both are printed to the same place."""
    ahead = _SCALED_AHEAD.match(match.string, end)
    if ahead is None or "," in match["low"] or len(match["low"].partition(".")[0]) > 3:
        return None
    decimals = [len(number.partition(".")[2]) for number in (match["low"], ahead["low"])]
    return ahead["scale"] if decimals[0] == decimals[1] < 2 else None


def _is_signed(match: re.Match[str]) -> bool:
    """Not for the "$" of a sign that is not known, as of "J$5 million", nor for letters that may be no currency."""
    if match["sign"] == BARE and match.string[match.start() - 1 : match.start()].isupper():
        return False
    scaled = bool(match["scale"] or match["scale2"])
    grouped = "," in (match["low"] or "") and _NO_NOUN.match(match.string, match.end()) is not None
    return is_currency(match["sign"], scaled=scaled, shaped=scaled or bool(match["per"]) or grouped)


def _currency(sign: str, after: str | None) -> str:
    """A "$" is the dollar that is named behind the number: "$5 million CAD"."""
    named = currency_of(after) if after and sign == BARE else None
    return named if named is not None and is_dollar(named) else currency_of(sign)


def _build_signed(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    low = Decimal(0) if match["nil"] else number_of(match["low"])
    if low is None or not _is_signed(match) or _BROKEN.match(match.string, match.end("low")):
        return ()
    if match["fraction"]:
        numerator, denominator = match["fraction"].split("/")
        low += Decimal(numerator) / Decimal(denominator)
    high, end, tail = None, match.end(), match
    scale, scale2 = match["scale"], match["scale2"]
    if match["second"] and _is_range(match, reading):
        top = number_of(match["high"])
        if top is not None and scale is None and _shares_scale(low, top):
            scale = scale2
        high = None if top is None else top * scale_factor(scale2)
    elif match["second"]:
        tail = _TAIL.match(match.string, match.start("second")) or match
        end = tail.end()
    per = per_of(tail)
    if scale is None and per is None and high is None:
        scale = _scale_ahead(match, end)
    if per is None and not scale and low < _PRICE_LIMIT:
        ahead = _ELIDED.match(match.string, end)
        per = per_of(ahead) if ahead is not None else _compared_price(match["low"], reading, match.start())
    currency = _currency(match["sign"], tail["after"])
    found = money_quantity(reading, (match.start(), end), (low * scale_factor(scale), high), currency, per, rule)
    minus = re.search(r"(?:^|[^\w)])[-−]$", reading.before(match.start(), 2)) is not None
    return (_negative(found) if match["paren"] or minus else found,)


def _negative(found: Quantity) -> Quantity:
    """An amount in parentheses, as a statement prints a loss, or after a minus."""
    return replace(found, figure=FigureContext(sign=-1))


def _compared_price(digits: str | None, reading: Reading, start: int) -> str | None:
    """The noun of the price that this one, in dollars and cents, is compared with."""
    if digits is None or not _PRICE.fullmatch(digits):
        return None
    other = told_before(reading, start)
    return other.value["per"] if other is not None and isinstance(other.value, dict) else None


def _build_parenthesised(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    """A loss in parentheses: a price per share, or an amount compared with another such one."""
    low, per, start = number_of(match["low"]), per_of(match), match.start()
    if low is None:
        return ()
    if per is None and ((other := told_before(reading, start)) is None or other.figure.sign > 0):
        return ()
    if per is None and not match["scale"]:
        per = _compared_price(match["low"], reading, start)
    numbers, currency = (low * scale_factor(match["scale"]), None), currency_of(match["sign"])
    return (_negative(money_quantity(reading, match.span(), numbers, currency, per, rule)),)


MONEY_RULES = (
    Rule("money", frozenset({CURRENCY, *FIRST_WORDS}), compiled(_MONEY), _build_signed),
    Rule(
        "money",
        frozenset({PAREN}),
        compiled(rf"\((?P<sign>{BEFORE}) ?(?P<low>{DIGITS}){scale_source('scale')}\)(?:{PER_SHARE})?"),
        _build_parenthesised,
    ),
    *WORDED_RULES,
)
