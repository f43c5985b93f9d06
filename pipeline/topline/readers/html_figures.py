"""What a cell of HTML prints when it prints a figure: signs of currencies, brackets, numbers in all their marks."""

import re

from topline.vocab import CURRENCY_CODE, CURRENCY_SIGN

__all__ = ["FIGURE", "GROUPED", "NUMBER_BODY", "OPENING", "TAIL"]

_SIGN = rf"(?:(?:{CURRENCY_SIGN}|{CURRENCY_CODE})\s?)"
_NOTES = r"(?:(?:\s?\(\w\)){1,4}|\s?\*{1,3})"
# "$000" is a scale, "2023 EUR" a head, "31.12.2023" a day; "1 250" and "1'250" are one number. Which of "." and ","
# begins its decimals the statement tells.
_NUMBER = (
    rf"(?!0{{3}}(?!\d)|(?:19|20)\d\d\s?{_SIGN}|\d{{1,2}}\.\d{{1,2}}\.(?:19|20)\d\d)"
    r"(?:\d{1,3}(?:[ \u00a0'’]\d{3})+(?:[.,]\d+)?|\d(?:[\d.,]*\d)?|[.,]\d+)"
)

FIGURE = re.compile(
    rf"{_SIGN}?\(?\s?{_SIGN}?(?:[-–\u2212]\s?)?{_SIGN}?{_NUMBER},?\s?[%¢]?\s?\)?\s?[%¢]?(?:\s?{_SIGN})?\)?{_NOTES}?$"
    rf"|{_SIGN}?\(?(?:-{{1,3}}|[–—])\)?\s?%?$"
)
# A sign, or a bracket, that waits for its number; what follows a number in a cell of its own.
OPENING = re.compile(rf"{_SIGN}\(?$|\($")
TAIL = re.compile(r"(?:\)|[%¢]|\)\s?[%¢]|[%¢]\s?\)|\)?\s?\([a-z]\)|\)?\s?%?\s?\*{1,3})$")
# The end of what stands in line with the figures under it; notes, ")", "%" and signs hang over to the right.
NUMBER_BODY = re.compile(r".*[\d–—-]")
# Blanks inside of a number, and behind its minus.
GROUPED = re.compile(r"(?<=\d) (?=\d)|(?<=[-–\u2212]) (?=[\d.,])")
