"""Drug names of a release: codes, INN stems, marked brands, and words that say "compound, X"."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from topline.vocab import load_yaml

__all__ = ["DrugNames", "collect_drugs", "drug_id"]

_WORD = re.compile(r"(?<![\w-])[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*(?![\w-])")
_WORDLIKE = re.compile(r"(?<![\w-])([A-Za-z][\w-]*)( \d{2,7}[A-Z]{0,2}(?!\w))?")
_ALIAS_REACH = 120
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


class DrugNames:
    """The names of a release. `entity` maps a name, in lower case, to the id that its aliases share."""

    def __init__(self, entity: dict[str, str]) -> None:
        self.entity = entity

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Start, end and id of every name in a text, in any case; "AB-12" in "AB-12-treated" too."""
        for word in _WORDLIKE.finditer(text) if self.entity else ():
            for end in _ends(word):
                found = self.entity.get(text[word.start() : end].lower())
                if found is not None:
                    yield word.start(), end, found
                    break


def collect_drugs(text: str) -> DrugNames:
    """Every drug name of a release's prose, with "A (b), formerly known as C" taken as one drug."""
    names = list(dict.fromkeys(_candidates(text)))
    same = {name: name for name in names}
    for name, other in _aliases(text, DrugNames({n.lower(): n for n in names})):
        same.setdefault(other, other)
        _join(same, name, other)
    return DrugNames({name.lower(): drug_id(_root(same, name)) for name in same})


def drug_id(name: str) -> str:
    """The id of a name that has no aliases."""
    return "drug:" + re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def _ends(word: re.Match[str]) -> Iterator[int]:
    """Where a name that starts a word may end, the longest first: at its number, its end, its hyphens."""
    yield word.end()
    if word[2]:
        yield word.end(1)
    at = word.end(1)
    while (at := word.string.rfind("-", word.start(), at)) > word.start():
        yield at


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


def _aliases(text: str, names: DrugNames) -> Iterator[tuple[str, str]]:
    """Pairs of a name and the other name that stands right behind it."""
    rules = _drugs()
    for _, end, name in names.find(text):
        rest = text[end : end + _ALIAS_REACH]
        for pattern in (rules.alias, rules.bracket):
            if (found := pattern.match(rest)) and _could_name(found[1], rules):
                yield name, found[1]


def _could_name(word: str, rules: _Drugs) -> bool:
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
