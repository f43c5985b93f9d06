"""Drug names of a release: codes, INN stems, marked brands, and words that say "compound, X"."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from topline.vocab import load_yaml

__all__ = ["DrugNames", "collect_drugs"]

_WORD = re.compile(r"(?<![\w-])[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*(?![\w-])")
_NAME = r"[A-Z][\w-]{2,30}|[a-z]{5,30}"


class _Drugs(NamedTuple):
    code: re.Pattern[str]
    stem: re.Pattern[str]
    marked: re.Pattern[str]
    introduced: re.Pattern[str]
    alias: re.Pattern[str]
    bracket: re.Pattern[str]
    glossed: re.Pattern[str]
    not_drugs: frozenset[str]


@cache
def _drugs() -> _Drugs:
    data = load_yaml("drugs.yaml")
    marks = "|".join(map(re.escape, data["marks"]))
    before = "|".join(sorted(data["before"], key=len, reverse=True))
    formerly = "|".join(sorted(data["formerly"], key=len, reverse=True))
    bracketed = "|".join(sorted([*data["formerly"], *data["formerly_in_brackets"]], key=len, reverse=True))
    return _Drugs(
        code=re.compile("|".join(rf"(?<![\w/-])(?:{c})" for c in data["codes"])),
        stem=re.compile(rf"[A-Za-z]{{2,}}(?:{'|'.join(data['stems'])})"),
        marked=re.compile(rf"(?<![\w-])([A-Z][\w-]{{2,30}}) ?(?:{marks})"),
        introduced=re.compile(
            rf"\b(?:{before})s?,? (?:called |named |known as )?"
            r"((?-i:[A-Z]{3,}[\w-]*|[A-Z][\w-]*\d[\w-]*))(?=[,;.)]| \()"
        ),
        alias=re.compile(rf"^(?: ?(?:{marks}))?(?: ?\([^()]{{2,40}}\))?,? ?\(?(?:{formerly}) ((?-i:{_NAME}))"),
        bracket=re.compile(rf"^(?: ?(?:{marks}))? ?\((?:(?:{bracketed}),? )?((?-i:{_NAME}))(?:\)|,)"),
        glossed=re.compile(rf"(?<![\w-])((?!(?:The|An?)\b)[A-Z][\w-]{{2,30}})(?: ?(?:{marks}))? \(([a-z]{{5,30}})\)"),
        not_drugs=frozenset(data["stem_words_not_drugs"]),
    )


class DrugNames(NamedTuple):
    """`entity` maps a name, in lower case, to the id that its aliases share; `pattern` finds all names in a text."""

    entity: dict[str, str]
    pattern: re.Pattern[str] | None


def collect_drugs(text: str) -> DrugNames:
    """Every drug name of a release's prose, with "A (b), formerly known as C" taken as one drug."""
    names = list(dict.fromkeys(_candidates(text)))
    same = {name: name for name in names}
    for name in names:
        for other in _aliases(text, name):
            same.setdefault(other, other)
            _join(same, name, other)
    entity = {name.lower(): "drug:" + re.sub(r"[^a-z0-9]+", "-", _root(same, name).lower()).strip("-") for name in same}
    if not same:
        return DrugNames({}, None)
    ordered = sorted((re.escape(n) for n in same), key=len, reverse=True)
    return DrugNames(entity, re.compile(rf"(?<![\w-])(?:{'|'.join(ordered)})(?![\w])", re.IGNORECASE))


def _candidates(text: str) -> Iterator[str]:
    rules = _drugs()
    for pattern in (rules.marked, rules.introduced):
        for match in pattern.finditer(text):
            if match[1].lower() not in rules.not_drugs:
                yield match[1]
    for match in rules.code.finditer(text):
        yield match[0]
    for match in rules.glossed.finditer(text):
        if _has_stem(match[2], rules):
            yield match[1]
    for match in _WORD.finditer(text):
        word = match[0]
        if len(word) > 5 and word.lower() not in rules.not_drugs and _has_stem(word, rules):
            yield word


def _has_stem(word: str, rules: _Drugs) -> bool:
    """The last part of the name ends in a stem that is not an English word's."""
    last = word.rsplit("-", 1)[-1]
    return len(last) > 5 and last.lower() not in rules.not_drugs and bool(rules.stem.fullmatch(last.lower()))


def _aliases(text: str, name: str) -> Iterator[str]:
    rules = _drugs()
    for match in re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w])", text):
        rest = text[match.end() : match.end() + 120]
        for pattern in (rules.alias, rules.bracket):
            if (found := pattern.match(rest)) and _could_name(found[1], text, rules):
                yield found[1]


def _could_name(word: str, text: str, rules: _Drugs) -> bool:
    """A code, a brand in capitals, or a generic name by its stem; not an abbreviation of something else."""
    if word.lower() in rules.not_drugs:
        return False
    return (
        bool(rules.code.fullmatch(word))
        or _has_stem(word, rules)
        or (len(word) > 4 and word.isupper() and word.isalpha())
        or (word.islower() and len(word) > 6)
    )


def _root(same: dict[str, str], name: str) -> str:
    while same[name] != name:
        name = same[name]
    return name


def _join(same: dict[str, str], a: str, b: str) -> None:
    ra, rb = _root(same, a), _root(same, b)
    if ra != rb:
        same[rb] = ra
