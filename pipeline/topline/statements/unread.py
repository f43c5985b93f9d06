"""What stands in a column as a figure does and is none that can be read: "3.3 to 1", "$(1,202)x(1,050)", "$1.2M"."""

import re

from topline.vocab import CURRENCY_SIGN, SIGN_STARTS

__all__ = ["find_unread"]

_RATIO = r"\d{1,6}(?:\.\d{1,4})?(?:[ ]to[ ]|[ ]?:[ ]?)1(?:\.0{1,2})?|\d{1,4}\.\d{1,3}x"
# "$000's" is a scale.
_BROKEN = (
    rf"(?:{CURRENCY_SIGN}[ \t]{{0,12}}\(?|\([ \t]{{0,6}}{CURRENCY_SIGN}?)?[ \t]{{0,6}}"
    r"\d{1,3},[\dA-Za-z]{3}\S{0,80}"
    rf"|{CURRENCY_SIGN}\(?(?!0{{3}}(?!\d))\d\S{{0,80}}"
)
_UNREAD = re.compile(
    rf"(?=[{SIGN_STARTS}(\d])(?:(?<=[ \t]{{2}})|(?<=\t))(?:{_RATIO}|{_BROKEN})(?=[ \t]{{2}}|[ \t]{{0,8}}$|\t)"
)


def find_unread(text: str) -> list[re.Match[str]]:
    """Set apart from the words before it and from what follows; the caller knows the figures among them.

    A number that begins a line is one of a label: "authorized; / 11,976,669, / 11,960,371, and".
    """
    words = text.strip()
    if "  " not in words and "\t" not in words:
        return []
    begin = text.index(words)
    return [match for match in _UNREAD.finditer(text) if match.start() > begin]
