"""The dateline that opens a release's lead: where and when, and often on which wire."""

import re

from topline.vocab import load_yaml

__all__ = ["DATELINE"]

_WORDS = load_yaml("wire.yaml")
_MONTH = rf"(?i:{'|'.join(_WORDS['months'])})"
_WEEKDAY = rf"(?:(?i:{'|'.join(_WORDS['weekdays'])}),?\s+)?"
_NAMED = rf"(?:{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH})"
_DAY = rf"{_WEEKDAY}(?:{_NAMED}(?:,?\s+\d{{4}})?|{_WORDS['slashed']})"
_WIRE = r"(?:[/(]\s?(?:[A-Z]|\d\d-\d)[\w .:/\-]{2,40}\s?[/)])"
_OF_DAY = r"(?:\s?@?\s?\d{1,2}:\d\d(?: ?[AaPp]\.?[Mm]\.?)?(?: [A-Z][\w/]{1,14})?)?"
_PLACE = r"[A-ZÀ-ÖØ-Þ][\w.'’&\-]*?"
_CITY = (
    rf"(?!(?:{'|'.join(_WORDS['no_cities'])})\b)"
    rf"{_PLACE}(?:,? (?:{_PLACE}|&|of|and|de|del|la|le|am|an|der|upon|sur))"
    rf"{{0,8}}?"
)
_DASH = r"(?:[\-–—]+|\.{3,}|…)"
# CITY, State, Month day[, year] /Wire/ -- or with the wire first: CITY--(BUSINESS WIRE)--Month day, year--
# A comma, a full stop or a blank before the company ends it only after a year; a wire may stand without a date.
DATELINE = re.compile(
    rf"(?P<city>{_CITY}\b(?:\.(?!\.))?)(?:"
    rf"(?:\s?[,\-–—(]+\s?|\s?\.{{3,}}\s?\(?|\s)\(?(?:{_WIRE}\s?[\-–—,/]*\s?|(?<=\()[A-Z][A-Za-z ]{{2,30}} ?[\-–—] ?)?"
    rf"(?P<date>{_DAY})(?:\)?{_OF_DAY}[,\s]*(?:{_WIRE})?\s?(?:{_DASH}|:|/|$)"
    rf"|(?<=\d{{4}})\)?(?:[,.](?=\s)|(?=\s[A-Z][\w&.,\- ]{{2,60}}\([^()]{{2,40}}:)))"
    rf"|\s?[\-–—]*\s?{_WIRE}\s?[\-–—]+(?!\s?{_DAY}))\s?"
)
