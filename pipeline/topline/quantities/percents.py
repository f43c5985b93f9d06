"""Percentages, percentage points, basis points, and the classes that royalties are told in."""

import re
from collections.abc import Sequence
from decimal import Decimal

from topline.quantities.measures import JOINT, NUMBER_FIRST, build_plain, is_label, told_numbers
from topline.quantities.model import Quantity
from topline.quantities.reading import NUMERAL, Reading, Rule, number_quantity
from topline.quantities.words import NUMBER, VOCABULARY, compiled, number_of

__all__ = ["PERCENT_RULES"]

_CLASSES: dict[str, tuple[int, int]] = VOCABULARY["digit_classes"]


def _build_percent(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    return build_plain("PERCENT", match, reading, rule)


def _build_mixed(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    """ "9 1/2%": rates of notes were told in eighths."""
    whole = number_of(match["low"])
    if whole is None or is_label(reading, match.start()):
        return ()
    number = whole + Decimal(match["over"]) / Decimal(match["under"])
    return (number_quantity(reading, "PERCENT", match.span(), (number, None), rule),)


def _build_points(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    """Basis points, in percent as percentage points are."""
    told = told_numbers(match, reading)
    parts = ((span, (low / 100, None if high is None else high / 100)) for span, (low, high) in told)
    return [number_quantity(reading, "PERCENT", span, numbers, rule) for span, numbers in parts]


def _build_class(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    """ "single-digit" is 1 to 9; what "mid" or "high" makes of it is nobody's agreed number, so it has no value."""
    around = reading.before(match.start(), 80) + match[0].lower() + reading.text[match.end() : match.end() + 60].lower()
    if not _OF_RATES.search(around):
        return ()
    if match["bend"] or match["second"]:
        return (Quantity("PERCENT", *match.span(), None, rule, modifier=reading.modifier(match.start())),)
    low, high = _CLASSES[re.sub(r"[ -]", "-", match["name"].lower()).rstrip("s")]
    return (number_quantity(reading, "PERCENT", match.span(), (Decimal(low), Decimal(high)), rule),)


_OF_RATES = re.compile(r"royalt|percent|net sales|margin|growth|rate")
_BEND = r"(?:very )?(?:low|mid|middle|high|upper)"
_NAME = r"(?:single|double|triple)[ -]digits?"
_ONE = rf"(?:{_BEND}(?:-?(?: ?to[ -]|/){_BEND})?(?:[ -]{_NAME}|[ -](?:teens|twenties|thirties))|{_NAME})"
_PERCENTAGE = r"(?: (?:percentages?|percent))?(?! points)"
PERCENT_RULES = (
    Rule(
        "percent",
        NUMBER_FIRST,
        compiled(
            rf"(?P<low>{NUMBER})(?P<sign> ?%| percent(?= (?:to|and) \d))?"
            rf"(?:(?P<joint> ?(?:-|–|to) ?| and )(?P<high>{NUMBER}))?"
            r"(?: ?%|[ -]per ?cent(?:age points?)?(?!\w)| percentage points?(?!\w))"
        ),
        _build_percent,
    ),
    Rule(
        "percent",
        NUMBER_FIRST,
        compiled(rf"(?P<low>{NUMBER})(?:{JOINT}(?P<high>{NUMBER}))?[ -](?:basis points?|bps)(?!\w)"),
        _build_points,
    ),
    Rule(
        "percent",
        frozenset({NUMERAL}),
        compiled(r"(?P<low>\d{1,2})[ -](?P<over>\d)/(?P<under>2|4|8)(?: ?%| percent(?!\w))"),
        _build_mixed,
    ),
    Rule(
        "digits",
        frozenset({"low", "mid", "middle", "high", "upper", "single", "double", "triple", "very"}),
        compiled(
            rf"(?=(?P<bend>{_BEND})?)(?P<name>{_ONE}){_PERCENTAGE}"
            rf"(?P<second>(?: to | through | and |-to-)(?:the |a )?{_ONE}{_PERCENTAGE})?(?![\w-])"
        ),
        _build_class,
    ),
)
