"""Money and prices per share, with scales, ranges and the currency before or after."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from topline.quantities.measures import NUMBER_FIRST
from topline.quantities.model import FigureContext, Quantity, QuantityLabel
from topline.quantities.reading import CURRENCY, PAREN, Reading, Rule
from topline.quantities.words import DIGITS, NUMBER, VOCABULARY, alternation, compiled, number_of, plain

__all__ = ["MONEY_RULES"]

_SIGNS: dict[str, str] = {k.lower(): v for k, v in VOCABULARY["currency_signs"].items()}
_WORDS: dict[str, str] = VOCABULARY["currency_words"]
_HUNDREDTHS: dict[str, str] = VOCABULARY["currency_hundredths"]
# "$1, 465,000" was one number before a blank got into it.
_BROKEN = re.compile(r", \d{3},\d{3}(?!\d)|['’]\d{3}(?!\d)")
_SCALED_SIGNS = frozenset(VOCABULARY["currency_signs_of_scaled"])
_SCALE_WORDS: dict[str, int] = VOCABULARY["scales"]["words"]
_SCALES: dict[str, int] = _SCALE_WORDS | VOCABULARY["scales"]["letters"]
_PER: dict[str, str] = VOCABULARY["per_nouns"]
_CHANGE = re.compile(
    rf"\b{alternation(w for w in VOCABULARY['change_words'] if w != 'from')}\b"
    r"|\bfrom(?: (?:a|an|the|its|our|net|loss|losses|income|profit|revenues?|sales|of|approximately|about|nearly))* $"
)
_RANGE = re.compile(rf"\b{alternation(VOCABULARY['range_words'])}\b")

_CUR = alternation(_SIGNS)
_AFTER = rf"(?: {alternation([*_WORDS, 'USD', 'CAD'])}(?!\w))?"
_PER_SHARE = (
    rf"(?: ?/ ?| (?:per|a|for each) )(?:{alternation(VOCABULARY['per_words'])},? ){{0,6}}"
    rf"(?P<per>{alternation(_PER)})(?!\w)"
)


def _scale(name: str) -> str:
    letters = alternation(VOCABULARY["scales"]["letters"])
    capitals = alternation(w.upper() for w in VOCABULARY["scales"]["letters"])
    words = alternation(_SCALE_WORDS)
    return rf"(?:[ -]?(?P<{name}>{words}(?:s(?!\w))?|(?<=[\d.]){letters}|(?-i:(?<= ){capitals}))(?!\w))?"


# Prices of shares were told in eighths and sixteenths until 2001.
_FRACTION = r"(?:[ -](?P<fraction>\d{1,2}/(?:2|4|8|16|32))(?![\d/]))?"
_SECOND = rf"(?: ?[-–—] ?| to | and | or )(?:{_CUR})? ?(?P<high>{DIGITS}){_scale('scale2')}(?!/\d)"
_SIGNED = (
    rf"(?P<sign>{_CUR}) ?(?:(?P<nil>-0-)|(?P<paren>\()?(?P<low>{DIGITS})(?(paren)\)){_FRACTION}\+?{_scale('scale')})"
)
_MONEY = rf"{_SIGNED}(?P<second>{_SECOND})?{_AFTER}(?:{_PER_SHARE})?"
_ELIDED = compiled(
    rf"(?:,| and| or| to|, and|-|–) ?(?:{_CUR}) ?\(?{DIGITS}\)?(?: ?(?:and|to) (?:{_CUR}) ?\(?{DIGITS}\)?)?{_PER_SHARE}"
)
# "$9,870,000 or $.84 per share": so large an amount is no price that shares the other one's unit.
_PRICE_LIMIT = 1000
_TAIL = compiled(rf"{_AFTER}(?:{_PER_SHARE})?")


def _factor(scale: str | None) -> int:
    if not scale:
        return 1
    word = scale.lower()
    return _SCALES[word if word in _SCALES else word.rstrip("s")]


def _is_range(match: re.Match[str], reading: Reading) -> bool:
    """Whether the second amount closes a range; "from $5 million to $4 million" and "$5 and $6" do not."""
    joint = match["second"].lstrip()[:3].strip()
    if not joint.isalpha():
        return True
    if joint == "or":
        return bool(match["scale2"] and not match["scale"] and match["low"].isdigit() and len(match["low"]) < 4)
    left = reading.before(match.start(), 60).rpartition(". ")[2]
    if _RANGE.search(left):
        return True
    return joint == "to" and _CHANGE.search(left) is None


def _shares_scale(low: Decimal, high: Decimal) -> bool:
    """Whether the second amount's scale is the first one's too: "$2 to $3 million", not "$500,000 to $1 million"."""
    return low < _PRICE_LIMIT and low <= high


def _quantity(
    reading: Reading,
    span: tuple[int, int],
    numbers: tuple[Decimal, Decimal | None],
    currency: str,
    per: str | None,
    rule: str,
) -> Quantity:
    low, high = numbers
    modifier = reading.modifier(span[0])
    value: dict[str, str | None] = {"amount": plain(low), "currency": currency, "per": per}
    if high is not None:
        value = {"amount": None, "low": plain(low), "high": plain(high), "currency": currency, "per": per}
    label: QuantityLabel = "PER_SHARE" if per else "MONEY"
    lower = None if modifier == "up to" and high is None else low
    upper = low if high is None else high
    return Quantity(label, *span, value, rule, low=lower, high=upper, currency=currency, modifier=modifier)


def _per(match: re.Match[str]) -> str | None:
    return _PER[match["per"].lower()] if match["per"] else None


def _build_signed(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    low = Decimal(0) if match["nil"] else number_of(match["low"])
    currency = _SIGNS[match["sign"].lower()]
    if low is None or (currency in match["sign"] and reading.before(match.start(), 1).isalnum()):
        return ()
    if _BROKEN.match(match.string, match.end("low")):
        return ()
    if match["sign"].lower() in _SCALED_SIGNS and not match["scale"] and not match["scale2"]:
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
        high = None if top is None else top * _factor(scale2)
    elif match["second"]:
        tail = _TAIL.match(match.string, match.start("second")) or match
        end = tail.end()
    per = _per(tail)
    if per is None and not scale and low < _PRICE_LIMIT and (ahead := _ELIDED.match(match.string, end)) is not None:
        per = _per(ahead)
    found = _quantity(reading, (match.start(), end), (low * _factor(scale), high), currency, per, rule)
    minus = re.search(r"(?:^|[^\w)])[-−]$", reading.before(match.start(), 2)) is not None
    return (_negative(found) if match["paren"] or minus else found,)


def _negative(found: Quantity) -> Quantity:
    """An amount in parentheses, as a statement prints a loss, or after a minus."""
    return replace(found, figure=FigureContext(sign=-1))


def _build_parenthesised(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    low = number_of(match["low"])
    if low is None:
        return ()
    span, currency = match.span(), _SIGNS[match["sign"].lower()]
    return (_negative(_quantity(reading, span, (low * _factor(match["scale"]), None), currency, _per(match), rule)),)


def _build_worded(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    """ "23 cents per share", "3 to 5 million euros"."""
    low, high = number_of(match["low"]), number_of(match["high"]) if match["high"] else None
    if low is None:
        return ()
    name = match["word"].lower()
    factor = Decimal("0.01") if name in _HUNDREDTHS else Decimal(_factor(match["scale"]))
    numbers = (low * factor, None if high is None else high * factor)
    return (_quantity(reading, match.span(), numbers, _HUNDREDTHS.get(name) or _WORDS[name], _per(match), rule),)


_LETTERED = frozenset(k.split("$")[0].split(".")[0].split(" ")[0] for k in _SIGNS if k[0].isascii() and k[0].isalpha())
MONEY_RULES = (
    Rule("money", frozenset({CURRENCY, *_LETTERED}), compiled(_MONEY), _build_signed),
    Rule(
        "money",
        frozenset({PAREN}),
        compiled(rf"\((?P<sign>{_CUR}) ?(?P<low>{DIGITS}){_scale('scale')}\)(?:{_PER_SHARE})"),
        _build_parenthesised,
    ),
    Rule(
        "money",
        NUMBER_FIRST,
        compiled(
            rf"(?P<low>{NUMBER})(?:(?: ?[-–] ?| to | or )(?P<high>{NUMBER}))?{_scale('scale')}[ -]?"
            rf"(?P<word>¢|(?:{alternation(w for w in _HUNDREDTHS if w != '¢')}|{alternation(_WORDS)})(?!\w))"
            rf"(?:{_PER_SHARE})?"
        ),
        _build_worded,
    ),
)
