"""The cue language: one line of vocabulary to the token patterns of spaCy's Matcher.

    word        that word, in any case          a|b         either; an alternative may not hold blanks
    ~submit     any form of the verb            =IND        that word in exactly this case
    word?       may be absent                   #           a number
    ..          up to six words between         ..3         up to three
    ...         anywhere later in the sentence; what stands before it is the trigger
    @AGENCY     an entity or a value of that label, whole   $list   any word of a list in `words.yaml`

A cue stays inside one sentence and a gap never crosses a semicolon or a colon.
"""

import re
from collections.abc import Callable, Iterator
from itertools import product
from typing import Any, NamedTuple

from spacy.lang.en.stop_words import STOP_WORDS

from topline.errors import VocabularyError
from topline.vocab import forms_of, word_list

__all__ = ["Cue", "compile_cue", "expand"]

Spec = dict[str, Any]
_GAP = re.compile(r"\.\.(\d*)")
_DEFAULT_GAP = 6
# Matcher follows every way to fill a gap: their number grows with the product of the gaps.
_LONGEST_GAPS = 20
_LIMIT = 96


class Cue(NamedTuple):
    """Matcher patterns of one cue line, part by part, and `needs`: sets of words that must each be in the sentence.

    The first set is the rarest; a cue of entities and gaps alone has none.
    """

    line: str
    parts: tuple[tuple[list[Spec], ...], ...]
    needs: tuple[frozenset[str], ...]


def compile_cue(line: str, tokenize: Callable[[str], list[str]]) -> Cue:
    """Raises VocabularyError when a line is empty or stands for too many patterns."""
    parts = [[_element(word, tokenize) for word in part.split()] for part in line.split(" ... ")]
    if not all(parts):
        raise VocabularyError(f"the cue {line!r} has an empty part: write at least one word on each side")
    gaps = [int(gap[1] or _DEFAULT_GAP) for word in line.split() if (gap := _GAP.fullmatch(word))]
    if sum(gaps) > _LONGEST_GAPS:
        raise VocabularyError(
            f"the gaps of the cue {line!r} add up to over {_LONGEST_GAPS} words; write ` ... ` instead"
        )
    return Cue(line, tuple(_patterns(line, part) for part in parts), _needs([e for part in parts for e in part]))


def _patterns(line: str, elements: list[list[list[Spec]]]) -> tuple[list[Spec], ...]:
    patterns = [[spec for run in runs for spec in run] for runs in product(*elements)]
    if len(patterns) > _LIMIT:
        raise VocabularyError(f"the cue {line!r} stands for {len(patterns)} patterns; split it into several lines")
    return tuple(p for p in patterns if p)


def _element(part: str, tokenize: Callable[[str], list[str]]) -> list[list[Spec]]:
    """Alternatives of one element, each a run of token specs; words of one token share one spec."""
    if gap := _GAP.fullmatch(part):
        return [[{"LOWER": {"NOT_IN": [";", ":"]}, "OP": f"{{0,{gap[1] or _DEFAULT_GAP}}}"}]]
    optional = part.endswith("?") and len(part) > 1
    words: list[str] = []
    runs: list[list[Spec]] = []
    for alternative in (part[:-1] if optional else part).split("|"):
        for item in expand(alternative):
            if isinstance(item, dict):
                runs.append([item])
                continue
            tokens = [t.lower() for t in tokenize(item)]
            if len(tokens) == 1:
                words.append(tokens[0])
            else:
                runs.append([{"LOWER": t} for t in tokens])
    if words:
        runs.insert(0, [{"LOWER": {"IN": sorted(set(words))}}])
    if not optional:
        return runs
    if runs == [runs[0]] and len(runs[0]) == 1 and "OP" not in runs[0][0]:
        return [[{**runs[0][0], "OP": "?"}]]
    return [*runs, []]


def expand(alternative: str) -> Iterator[str | Spec]:
    """What one alternative of a cue stands for: the forms of `~verb` and the words of `$list` among it."""
    if alternative == "#":
        yield {"LIKE_NUM": True}
    elif alternative.startswith("@"):
        yield {"ENT_TYPE": alternative[1:], "OP": "+"}
    elif alternative.startswith("="):
        yield {"TEXT": alternative[1:]}
    elif alternative.startswith("~"):
        yield from forms_of(alternative[1:])
    elif alternative.startswith("$") and len(alternative) > 1:
        for entry in word_list(alternative[1:]):
            yield from expand(entry)
    else:
        yield alternative


def _needs(elements: list[list[list[Spec]]]) -> tuple[frozenset[str], ...]:
    """The word sets of the elements that no match goes without, those without common words and the smallest first."""
    found = []
    for runs in elements:
        sets = [_run_words(run) for run in runs]
        if sets and all(sets):
            found.append(frozenset[str]().union(*sets))
    return tuple(sorted(found, key=_commonness))


def _commonness(words: frozenset[str]) -> tuple[bool, int]:
    return (not words.isdisjoint(STOP_WORDS), len(words))


def _run_words(run: list[Spec]) -> frozenset[str]:
    for spec in run:
        if "OP" in spec:
            continue
        if isinstance(lower := spec.get("LOWER"), str):
            return frozenset([lower])
        if isinstance(lower, dict) and "IN" in lower:
            return frozenset(lower["IN"])
        if "TEXT" in spec:
            return frozenset([spec["TEXT"].lower()])
    return frozenset()
