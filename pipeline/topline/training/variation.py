"""A marked release told once more of other companies, drugs, people and sums, with its bullets in another order."""

import random
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from topline.training.marks import Mark, Name
from topline.training.release import MarkedBlock, MarkedRelease
from topline.training.respell import Respeller, distinctive

__all__ = ["common_words", "vary"]

_NAMES = frozenset({"DRUG", "COMPANY", "PERSON", "TRIAL"})
_AMOUNTS = frozenset({"MONEY", "PER_SHARE", "SHARES", "COUNT"})
_WORD = re.compile(r"[A-Za-z0-9]+(?:[-./][A-Za-z0-9]+)*")
# A word that is written out: titles ("Prof.") stay what they are, and so does the stop behind them.
_FULL = re.compile(_WORD.pattern + r"(?![\w.])")
_DIGITS = re.compile(r"\d+")
_NUMERAL = re.compile(r"\d[\d,.]*")
# A word in lower case this often in the corpus is one of the language.
_OFTEN = 2


def common_words(releases: Iterable[MarkedRelease]) -> frozenset[str]:
    """Words that stand outside all names in lower case, and those of the names of many companies ("Therapeutics")."""
    plain: Counter[str] = Counter()
    of_names: Counter[str] = Counter()
    for release in releases:
        own: set[str] = set()
        for block in release.blocks:
            names = [m for m in block.marks if isinstance(m, Name) and m.label in _NAMES]
            taken = {i for m in names for i in range(m.start, m.end)}
            plain.update(w[0] for w in _WORD.finditer(block.text) if w[0].islower() and w.start() not in taken)
            own |= {w.lower() for m in names if m.label != "DRUG" for w in _WORD.findall(block.text[m.start : m.end])}
        of_names.update(own)
    many = {word for word, releases_with in of_names.items() if releases_with > 3 * _OFTEN}
    return frozenset({word for word, times in plain.items() if times >= _OFTEN} | many)


def vary(release: MarkedRelease, *, seed: str, common: frozenset[str]) -> MarkedRelease:
    """Same sentences, same dates, other names and numbers.

    Ranges, and amounts whose value a mark states, stay as they are.
    """
    respell = Respeller(f"{release.name} {seed}")
    words = {
        word
        for block in release.blocks
        for m in block.marks
        if isinstance(m, Name) and m.label in _NAMES
        for word in _FULL.findall(block.text[m.start : m.end])
        if distinctive(word, common)
    }
    chance = random.Random(f"{release.name} {seed} numbers")  # noqa: S311
    numbers = _Numbers(chance)
    blocks = [_varied(block, words, respell, numbers) for block in release.blocks]
    return replace(
        release,
        name=f"{release.name}-{seed}",
        company=_WORD.sub(lambda m: respell(m[0]) if m[0] in words else m[0], release.company),
        blocks=tuple(_reordered(blocks, chance)),
    )


def _varied(block: MarkedBlock, words: set[str], respell: Respeller, numbers: "_Numbers") -> MarkedBlock:
    edits = [(m.start(), m.end(), respell(m[0])) for m in _WORD.finditer(block.text) if m[0] in words]
    for mark in block.marks:
        if isinstance(mark, Name) and mark.label in _AMOUNTS and mark.value is None:
            words_of = block.text[mark.start : mark.end]
            if len(_NUMERAL.findall(words_of)) == 1:
                found = _DIGITS.finditer(words_of)
                edits += [(mark.start + d.start(), mark.start + d.end(), numbers(d[0])) for d in found]
    return _edited(block, sorted(edits))


class _Numbers:
    """Digits to others, the same ones throughout a release: a sum told twice stays one sum."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._known: dict[str, str] = {}

    def __call__(self, digits: str) -> str:
        """As many digits, no zero in front; a run of zeros stays what it is, and so does a lone digit."""
        if len(digits) == 1 or not digits.strip("0") or digits.startswith("0"):
            return digits
        if digits not in self._known:
            self._known[digits] = self._new(digits)
        return self._known[digits]

    def _new(self, digits: str) -> str:
        kept = len(digits) - len(digits.rstrip("0"))
        more = len(digits) - kept - 1
        made = str(self._chance.randint(1, 9)) + "".join(str(self._chance.randint(0, 9)) for _ in range(more))
        return made + "0" * kept


def _edited(block: MarkedBlock, edits: Sequence[tuple[int, int, str]]) -> MarkedBlock:
    """The block with its stretches replaced and its marks moved; edits neither overlap nor cross the ends of marks."""
    parts: list[str] = []
    moved: list[tuple[int, int]] = []  # place in the old text, shift from there on
    at = shift = 0
    for start, end, new in edits:
        if start < at:
            continue
        parts += [block.text[at:start], new]
        shift += len(new) - (end - start)
        moved.append((end, shift))
        at = end
    parts.append(block.text[at:])
    marks = tuple(_moved(mark, moved) for mark in block.marks)
    return MarkedBlock(block.kind, "".join(parts), marks)


def _moved(mark: Mark, shifts: Sequence[tuple[int, int]]) -> Mark:
    def place(at: int) -> int:
        return at + next((shift for end, shift in reversed(shifts) if end <= at), 0)

    return replace(mark, start=place(mark.start), end=place(mark.end))


def _reordered(blocks: list[MarkedBlock], chance: random.Random) -> list[MarkedBlock]:
    """Bullets that stand together change places; what follows a heading still follows it."""
    result: list[MarkedBlock] = []
    run: list[MarkedBlock] = []
    for block in [*blocks, MarkedBlock("end", "")]:
        if block.kind == "bullet":
            run.append(block)
            continue
        chance.shuffle(run)
        result += [*run, block]
        run = []
    return result[:-1]
