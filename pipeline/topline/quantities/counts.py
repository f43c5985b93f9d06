"""Securities, and people and things counted."""

import re
from collections.abc import Sequence
from typing import get_args

from topline.quantities.measures import BETWEEN, HEAD, NUMBER_FIRST, build_plain, is_label, told_numbers
from topline.quantities.model import Quantity, QuantityLabel
from topline.quantities.reading import NUMERAL, Reading, Rule, number_quantity
from topline.quantities.words import DIGITS, NUMBER, VOCABULARY, alternation, compiled, number_of

__all__ = ["COUNT_RULES"]

_NOUNS: dict[str, str] = VOCABULARY["count_nouns"]
_THOUSANDS = frozenset(VOCABULARY["share_nouns_of_thousands"])


def _is_security(match: re.Match[str]) -> bool:
    """A named unit ("2,000 Corvane units") is a device."""
    return not match["words"] or match["words"].islower()


def _build_shares(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    told = told_numbers(match, reading)
    least = told[0][1][0] if told else 0
    noun = match["noun"].lower()
    hyphened = match.string[match.start("noun") - 1] == "-"
    if not told or (noun in _THOUSANDS and (least < 1000 or not _is_security(match))):
        return ()
    block = noun == "share" and _BLOCK.match(match.string, match.end()) is not None
    if noun == "share" and not hyphened and not block and (least > 1 or not _ONE_SHARE.fullmatch(match["words"])):
        return ()
    return [number_quantity(reading, "SHARES", span, numbers, rule) for span, numbers in told]


def _build_more_shares(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    """The "18.3 million" of "20 million shares, compared with 18.3 million a year ago"."""
    last = reading.last_told(match.start(), _NO_TIMES)
    if last is None or last.label != "SHARES" or not _COMPARED.search(reading.before(match.start(), 60)):
        return ()
    return build_plain("SHARES", match, reading, rule)


def _build_count(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    return build_plain("COUNT", match, reading, rule)


def _build_one(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    """ "one patient"; with a capital the noun belongs to a name, and so does the 1 of "Pioneer 1 study"."""
    named = match["low"] == "1" and _NAME.search(reading.text[max(0, match.start() - 24) : match.start()])
    return build_plain("COUNT", match, reading, rule) if match["noun"].islower() and not named else ()


def _build_part(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    """The first number of "12 of 30 patients", "12/30 patients" or "12 (40%) patients"."""
    value = number_of(match["low"])
    if value is None or is_label(reading, match.start()):
        return ()
    found = [number_quantity(reading, "COUNT", match.span("low"), (value, None), rule)]
    whole = number_of(match["whole"]) if match.groupdict().get("whole") else None
    if whole is not None:
        span = (match.start("whole"), match.end())
        found.append(number_quantity(reading, "COUNT", span, (whole, None), rule))
    return found


def _build_sample(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    """ "n=48"."""
    value = number_of(match["low"])
    return () if value is None else (number_quantity(reading, "COUNT", match.span(), (value, None), rule),)


_NO_TIMES: frozenset[QuantityLabel] = frozenset(get_args(QuantityLabel)) - {"DATE", "PERIOD"}
_COMPARED = re.compile(
    r"\b(?:compared (?:to|with)|versus|vs\.?|against|from|and|in comparison (?:to|with))"
    r"(?: (?:approximately|about|nearly|roughly|only|just|basic|diluted))* $"
)
_MORE_SHARES = (
    rf"(?P<low>{DIGITS})(?P<high>(?!))?(?:(?<=,\d\d\d)|[ -](?P<scale>{alternation(VOCABULARY['scales']['words'])}))"
    r"(?= (?:in|for|at|during|as of|on) (?:the )?(?:fiscal |three |six |nine |twelve )?"
    rf"(?:{alternation([*VOCABULARY['quarters'], *VOCABULARY['months'], *VOCABULARY['words_of_another_period']])}"
    r"|(?:19|20)\d\d)(?!\w)| (?:a|one) year (?:ago|earlier|before))"
)
_ONE_SHARE = re.compile(r"(?:(?:new|additional|common|ordinary|full|such|whole|preferred|of a) ){0,2}")
_SHARE = rf"(?P<noun>{alternation(VOCABULARY['share_nouns'])}|share)"
_NAME = re.compile(r"[A-Z][\w®™-]* $")
_BLOCK = re.compile(r" (?:repurchase|buyback|buy-back|offering|block|placement|grant|sale|limit)(?!\w)")
_NO_RATE = r"(?! (?:per|a|each) (?:day|week|month|year|quarter)(?!\w))"
_PLURAL, _SINGLE = alternation(_NOUNS), alternation(_NOUNS.values())
_COUNTED = (
    rf"(?:{_PLURAL}(?!\w)|(?<=-){_SINGLE}(?!\w)"
    rf"|{_SINGLE}(?= (?:trial|study|cohort|phase|clinical|pivotal|population)(?!\w)))"
)
COUNT_RULES = (
    Rule(
        "shares",
        NUMBER_FIRST,
        compiled(rf"{HEAD}(?:-| )(?P<words>{BETWEEN}){_SHARE}(?![\w-]){_NO_RATE}"),
        _build_shares,
    ),
    Rule("shares", frozenset({NUMERAL}), compiled(_MORE_SHARES), _build_more_shares),
    Rule("count", NUMBER_FIRST, compiled(rf"{HEAD}(?:-| )(?P<words>{BETWEEN}){_COUNTED}"), _build_count),
    Rule(
        "count",
        frozenset({"one", NUMERAL}),
        compiled(rf"(?P<low>one|1)(?P<high>(?!))? {BETWEEN}(?P<noun>{_SINGLE})(?!\w)"),
        _build_one,
    ),
    Rule(
        "count_of",
        NUMBER_FIRST,
        compiled(
            rf"(?P<low>{NUMBER})(?: (?:out )?of (?:the |these |those )?(?:first )?(?:{NUMBER})"
            rf"| \(\d{{1,3}}(?:\.\d{{1,2}})?%\)(?: of (?:the )?(?:{NUMBER}))?) {BETWEEN}{_PLURAL}(?!\w)"
        ),
        _build_part,
    ),
    Rule(
        "count_of",
        frozenset({NUMERAL}),
        compiled(rf"(?P<low>\d{{1,4}})/(?P<whole>\d{{1,4}}) {BETWEEN}{_PLURAL}(?!\w)"),
        _build_part,
    ),
    Rule("sample", frozenset({"n"}), compiled(rf"n ?= ?(?P<low>{DIGITS})(?![\w%]|\.\d)"), _build_sample),
)
