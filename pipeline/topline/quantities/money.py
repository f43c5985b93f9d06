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
from topline.quantities.model import FigureContext, Quantity
from topline.quantities.money_pairs import told_before
from topline.quantities.money_parts import PER_SHARE, PRICE_LIMIT, money_quantity, per_of, scale_factor, scale_source
from topline.quantities.money_ranges import MUCH, SECOND, range_ends, shared_scale
from topline.quantities.money_words import WORDED_RULES
from topline.quantities.reading import CURRENCY, PAREN, Reading, Rule
from topline.quantities.words import DIGITS, VOCABULARY, alternation, compiled, number_of

__all__ = ["MONEY_RULES"]

# "$1, 465,000" was one number before a blank got into it.
_BROKEN = re.compile(r", \d{3},\d{3}(?!\d)|['’]\d{3}(?!\d)")
_AFTER = rf"(?: (?P<after>{NAME}|{CODE}))?"
_NO_NOUN = compiled(NO_NOUN)
# Prices of shares were told in eighths and sixteenths until 2001.
_FRACTION = r"(?:[ -](?P<fraction>\d{1,2}/(?:2|4|8|16|32))(?![\d/]))?"
_FIRST = rf"(?P<paren>\()?(?P<low>{DIGITS})(?!/\d)(?(paren)\)){_FRACTION}\+?{scale_source('scale')}"
_SIGNED = rf"(?P<sign>{BEFORE}) ?(?:(?P<nil>-0-)|{_FIRST})"
_MONEY = rf"{_SIGNED}(?P<second>{SECOND})?{_AFTER}(?:{PER_SHARE})?"
_ELIDED = compiled(
    rf"(?:,| and| or| to|, and|-|–) ?{BEFORE} ?\(?{DIGITS}\)?(?: ?(?:and|to) {BEFORE} ?\(?{DIGITS}\)?)?{PER_SHARE}"
)
_PRICE = re.compile(r"\d{0,3}\.\d\d")
_SCALED_AHEAD = compiled(
    rf"(?:, {BEFORE} ?{DIGITS}){{0,3}}(?:(?:,? and|,? or|(?P<to> to)) |(?P<dash> ?[-–] ?)){BEFORE}? ?(?P<low>{DIGITS})"
    rf"(?:[ -](?P<scale>{alternation(VOCABULARY['scales']['words'])})(?!\w))"
)
_TAIL = compiled(rf"{_AFTER}(?:{PER_SHARE})?")


def _scale_ahead(match: re.Match[str], end: int) -> str | None:
    """The "million" of "$3.0 and $2.5 million" and "from $5 to $4 million", both of them printed to the same place."""
    ahead = _SCALED_AHEAD.match(match.string, end)
    if ahead is None or match["nil"] or "," in match["low"] or len(match["low"].partition(".")[0]) > 3:
        return None
    if (ahead["to"] or ahead["dash"]) and Decimal(match["low"]) > MUCH * (number_of(ahead["low"]) or 0):
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
    return _signed(match, reading, low, rule)


def _signed(match: re.Match[str], reading: Reading, low: Decimal, rule: str) -> Sequence[Quantity]:
    end, tail, scale = match.end(), match, match["scale"]
    ends = range_ends(match, reading, low)
    if ends is None and match["second"]:
        tail = _TAIL.match(match.string, match.start("second")) or match
        end = tail.end()
    per = per_of(tail)
    if ends is not None:
        scale = ends.scale
    elif scale is None and per is None:
        scale = shared_scale(match, low) or _scale_ahead(match, end)
    if per is None and not scale and low < PRICE_LIMIT:
        ahead = _ELIDED.match(match.string, end)
        per = per_of(ahead) if ahead is not None else _compared_price(match["low"], reading, match.start())
    numbers = (ends.low, ends.high) if ends is not None else (low * scale_factor(scale), None)
    currency = _currency(match["sign"], tail["after"])
    found = money_quantity(reading, (match.start(), end), numbers, currency, per, rule)
    minus = re.search(r"(?:^|[^\w)])[-−]$", reading.before(match.start(), 2)) is not None
    found = _negative(found) if match["paren"] or minus else found
    if ends is None and match["sign2"] and match["second"].startswith("-"):
        return (found, *_after_hyphen(match, reading, currency, rule))
    return (found,)


def _after_hyphen(match: re.Match[str], reading: Reading, currency: str, rule: str) -> Sequence[Quantity]:
    """The second of "$1.20-$1.10", no range: what touches a hyphen is found with what stands before it."""
    top, span = number_of(match["high"]), (match.start("sign2"), match.end())
    if top is None:
        return ()
    numbers = (top * scale_factor(match["scale2"]), None)
    return (money_quantity(reading, span, numbers, currency, per_of(match), rule),)


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
    """A loss in parentheses: a price per share, "($1.2) million", or an amount compared with another such one."""
    low, per, start = number_of(match["low"]), per_of(match), match.start()
    scale = match["scale"] or match["behind"]
    if low is None:
        return ()
    if (
        per is None
        and not match["behind"]
        and ((other := told_before(reading, start)) is None or other.figure.sign > 0)
    ):
        return ()
    if per is None and not scale:
        per = _compared_price(match["low"], reading, start)
    numbers, currency = (low * scale_factor(scale), None), currency_of(match["sign"])
    return (_negative(money_quantity(reading, match.span(), numbers, currency, per, rule)),)


def _build_losses(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    """Two losses, each in parentheses with its sign, mostly a range: "($0.05) to ($0.03) per share"."""
    low, per = number_of(match["low"]), per_of(match)
    top, currency = number_of(match["high"]), currency_of(match["sign"])
    if low is None or top is None or not (per or match["scale2"]):
        return ()
    ends = range_ends(match, reading, low)
    if ends is not None:
        return (_negative(money_quantity(reading, match.span(), (ends.low, ends.high), currency, per, rule)),)
    if per is None:
        return ()
    parts = (((match.start(), match.start("second")), low), ((match.start("paren2"), match.end()), top))
    return [_negative(money_quantity(reading, span, (n, None), currency, per, rule)) for span, n in parts]


_LOSS = rf"\((?P<sign>{BEFORE}) ?(?P<low>{DIGITS}){scale_source('scale')}\)"
_LOSSES = (
    rf"(?P<paren>(?=\()){_LOSS}(?P<second>(?: ?[-–—] ?| to | and )(?P<paren2>\(){BEFORE} ?(?P<high>{DIGITS})\)"
    rf"{scale_source('scale2')})(?:{PER_SHARE})?"
)
MONEY_RULES = (
    Rule("money", frozenset({CURRENCY, *FIRST_WORDS}), compiled(_MONEY), _build_signed),
    Rule(
        "money",
        frozenset({PAREN}),
        compiled(rf"{_LOSS}(?(scale)|{scale_source('behind')})(?:{PER_SHARE})?"),
        _build_parenthesised,
    ),
    Rule("money", frozenset({PAREN}), compiled(_LOSSES), _build_losses),
    *WORDED_RULES,
)
