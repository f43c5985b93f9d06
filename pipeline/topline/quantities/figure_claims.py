"""What an amount is claimed to be: the whole item as reported, a part or an older version of it, or something else."""

import re
from collections.abc import Sequence

from topline.quantities.cues import AFTER, BETWEEN, OUTLOOK, PLAIN, QUALIFIED, Cue
from topline.quantities.figure_siblings import Named
from topline.quantities.figure_subjects import leads_away, speaks_of_another
from topline.quantities.figure_text import FigureSentence
from topline.quantities.model import Claim, Quantity
from topline.quantities.words import SAME_AS

__all__ = ["says_its_sign", "told_claims"]

_LAST_WORD = re.compile(r"([\w.'’&-]+):? $")
_LONGEST_WORD = 64
_PART = re.compile(
    rf",? (?!{SAME_AS}(?!\w))(?:for|from|at|in|of|on|by|related to|relating to|attributable to|associated with) "
)
_STOP = re.compile(r"[,;:(\x00\x01]")
_VALUE = re.compile(r"[\x00\x01]+")
_SIGNED = re.compile(r"\b(?:income|earnings|profit|loss(?:es)?|earned|lost)\b")
# "net income (loss)" says neither
_EITHER = re.compile(r" ?\((?:loss|income|earnings|profit|deficit|expense)")


def told_claims(sentence: FigureSentence, named: Sequence[Named], owners: frozenset[str]) -> list[Claim]:
    """One claim an amount; what goes on from a compared amount ("$7.2 million, or $0.31") is compared, too.

    `owners` are the words of the company's name: its figures are the release's own.
    """
    claims: list[Claim] = []
    compared = False
    for item in named:
        compared = item.step == "compared" or (compared and item.step in ("sibling", "joined"))
        claim = _claim(sentence, item, owners)
        claims.append("compared" if compared and claim == "fact" else claim)
    return claims


def _claim(sentence: FigureSentence, named: Named, owners: frozenset[str]) -> Claim:
    """What stands first of: expected, qualified; else a fact."""
    if OUTLOOK.search(sentence.masked, sentence.start, named.quantity.start):
        return "expected"
    if QUALIFIED.search(sentence.masked, sentence.start, sentence.end) or named.cue is None:
        return "qualified"
    away = leads_away(sentence) or speaks_of_another(sentence, named.cue.start, owners)
    part = not _is_whole(sentence, named.cue, named.quantity, owners) or _is_shared_out(sentence, named.quantity)
    return "qualified" if away or part else "fact"


def says_its_sign(sentence: FigureSentence, named: Named) -> bool:
    """Whether the words that name this very amount say gain or loss."""
    cue = named.cue
    if cue is None or not named.own_cue:
        return False
    words = sentence.masked[cue.start : cue.end]
    return _SIGNED.search(words) is not None and not _EITHER.match(sentence.masked, cue.end, sentence.end)


def _is_whole(sentence: FigureSentence, cue: Cue, quantity: Quantity, owners: frozenset[str]) -> bool:
    """Nothing narrows the item: neither "clinical research expenses" nor "research expenses of our subsidiary"."""
    before = _LAST_WORD.search(sentence.masked, max(sentence.start, cue.start - _LONGEST_WORD), cue.start)
    if before is not None and not _is_plain(before[1], owners):
        return False
    return sentence.is_link(cue.end, quantity.start)


def _is_plain(word: str, owners: frozenset[str]) -> bool:
    owner = re.sub(r"['’]s?$", "", word).strip(".")
    return word in PLAIN or word in BETWEEN or owner in owners


def _is_shared_out(sentence: FigureSentence, quantity: Quantity) -> bool:
    """ "$6 million for Lumexa", "in the quarter from surgery": what stands behind is no time and no small word."""
    at = quantity.end
    while (behind := _PART.match(sentence.masked, at, sentence.end)) is not None:
        stop = _STOP.search(sentence.masked, behind.end(), sentence.end)
        end = stop.start() if stop else sentence.end
        if any(behind.end() <= cue.start < end for cue in sentence.cues):
            return False  # "a net loss of $5 million on sales of ..."
        if not all(w in AFTER for w in sentence.words(behind.end(), end)):
            return True
        value = _VALUE.match(sentence.masked, end, sentence.end)
        if value is None:
            return False
        at = value.end()
    return False
