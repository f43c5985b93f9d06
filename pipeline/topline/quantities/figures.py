"""What the amounts of a paragraph speak of: item, sign and period, read from the words of their sentences."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

from topline.quantities.cues import OUTLOOK
from topline.quantities.figure_basis import basis_over, told_basis
from topline.quantities.figure_claims import says_its_sign, told_claims
from topline.quantities.figure_concepts import name_amounts
from topline.quantities.figure_periods import date_amounts
from topline.quantities.figure_siblings import Named, per_share
from topline.quantities.figure_subjects import (
    heads_a_part,
    name_words,
    names_a_part,
    names_segment,
    speaks_of_the_whole,
)
from topline.quantities.figure_text import FigureSentence, is_amount, read_sentence
from topline.quantities.model import Claim, FigureBasis, FigureContext, Interval, Quantity, ReleaseContext
from topline.quantities.sentences import sentences
from topline.quantities.words import lowered

__all__ = ["with_figures"]

# A "sentence" with more amounts is a table that was run together; nothing can be told from its words.
_MOST = 40
_THOUSAND = 1000


_PERCENT = "\x01"
# "5% of total assets" speaks of no amount of assets: it is blanked out with its percentage.
_SHARE_OF = re.compile(
    rf"{_PERCENT}+(?: of [a-z][a-z' -]{{2,40}}?(?= (?:at|in|for|as|during|from|compared|versus|up|down)\b|[,.;:)]|$))?"
)


def _masked(text: str, found: Sequence[Quantity]) -> str:
    """The text in small letters, its values blanked out: no word of a value may be taken for a word about it."""
    parts, at = [], 0
    for quantity in found:
        blank = _PERCENT if quantity.label == "PERCENT" else "\x00"
        parts += [lowered(text[at : quantity.start]), blank * (quantity.end - quantity.start)]
        at = quantity.end
    masked = "".join([*parts, lowered(text[at:])])
    return _SHARE_OF.sub(lambda m: "\x00" * len(m[0]), masked) if _PERCENT in masked else masked


def _topic(sentence: FigureSentence, carried: Interval | None, context: ReleaseContext) -> Interval | None:
    """The period an undated figure is said of: none in an outlook, else that of the text so far or the one reported."""
    if OUTLOOK.search(sentence.masked, sentence.start, sentence.end):
        return None
    return carried or context.period


def _figure(
    named: Named, period: Interval | None, basis: FigureBasis | None, claim: Claim, *, sign_told: bool
) -> Quantity:
    sign: Literal[1, -1] = -1 if -1 in (named.sign, named.quantity.figure.sign) else 1
    told = None if named.kind == "price" else period
    figure = FigureContext(named.concept, sign, told, basis, claim, sign_told)
    quantity = named.quantity
    if named.concept is not None and named.concept.startswith("us-gaap:EarningsPerShare"):
        return _as_price(quantity, figure)
    return replace(quantity, figure=figure)


def _as_price(quantity: Quantity, figure: FigureContext) -> Quantity:
    """A small bare amount after "loss per share" is a price per share though it does not say so again."""
    shared = quantity if (quantity.high or 0) >= _THOUSAND else per_share(quantity)
    return replace(shared, figure=figure if shared.label == "PER_SHARE" else FigureContext())


def with_figures(text: str, found: list[Quantity], context: ReleaseContext, heading: str = "") -> list[Quantity]:
    """The same mentions, the amounts among them with their figures."""
    if not any(is_amount(q) for q in found):
        return found
    masked = _masked(text, found)
    figures: dict[int, Quantity] = {}
    paragraph = _Paragraph(context, heading)
    starts = [q.start for q in found]
    for span in sentences(text):
        inside = found[bisect_left(starts, span[0]) : bisect_left(starts, span[1])]
        if any(map(is_amount, inside)):
            if sum(map(is_amount, inside)) <= _MOST:
                sentence = read_sentence(text, masked, span, inside)
                figures |= {q.start: q for q in paragraph.figures(sentence)}
        else:
            paragraph.pass_by(text[slice(*span)])
    return [figures.get(q.start, q) for q in found]


class _Paragraph:
    """What the sentences so far say of the next one."""

    def __init__(self, context: ReleaseContext, heading: str) -> None:
        self._context = context
        self._company = name_words(context.company)
        self._over = basis_over(heading)
        self._of_a_part = heads_a_part(heading)
        self._named: list[Named] = []
        self._topic: Interval | None = None
        self._basis: FigureBasis | None = None
        self._begun = False

    def pass_by(self, words: str) -> None:
        """A sentence without amounts, such as "Non-GAAP results exclude stock compensation."."""
        self._over = basis_over(words) or self._over
        self._of_a_part |= names_segment(words)
        self._begun = True

    def figures(self, sentence: FigureSentence) -> Iterator[Quantity]:
        named = name_amounts(sentence, self._named)
        periods, current = date_amounts(sentence, named, _topic(sentence, self._topic, self._context))
        self._topic = current if current is not None and current != self._context.period else self._topic
        self._of_a_part |= names_a_part(sentence, first=not self._begun)
        part = self._of_a_part and not speaks_of_the_whole(sentence, self._company)
        claims = told_claims(sentence, named, self._company)
        carried = self._basis if sentence.continues else None
        for item, period, claim in zip(named, periods, claims, strict=True):
            self._basis = told_basis(sentence, item.quantity) or carried
            told = "qualified" if part and claim in ("fact", "compared") else claim
            sign_told = says_its_sign(sentence, item)
            yield _figure(item, period, self._basis or self._over, told, sign_told=sign_told)
        self._named, self._begun = named, True
