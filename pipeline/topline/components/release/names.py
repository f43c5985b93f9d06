"""Names of companies as text prints them, and whether two of them are of one company."""

import re
from collections.abc import Iterator

from topline.components.names import find_names
from topline.vocab import load_yaml

__all__ = ["has_form", "is_same", "name_at", "name_before", "names_with_form"]

_WIRE, _WORDS = load_yaml("wire.yaml"), load_yaml("release.yaml")
_FORMS = "|".join(dict.fromkeys([*_WIRE["company_forms"], *(f.upper() for f in _WIRE["company_forms"])]))
_CAPITAL = r"[A-ZÀ-ÖØ-Þ]"
_WORD = (
    rf"(?:(?:{_CAPITAL}\.){{1,4}}(?!\w)|(?:St|Dr|Mt|Bros|Co)\.|(?:\d{{1,3}})?{_CAPITAL}[\w&'’\-]*(?:\.\w+)*"
    rf"|[a-z]{{1,6}}[A-Z]\w*|&|[+]{_CAPITAL}\w*)"
)
_LINK = r"(?:of|the|de|du|des|la|le|for|and(?= (?:Company|Co|Sons|Brothers)\b))"
_NAME = rf"(?:[Tt]he )?{_WORD}(?:(?: {_LINK}){{0,2}} {_WORD}){{0,8}}?"
_WITH_FORM = rf"{_NAME},? (?:{_FORMS})(?![\w/]|\.\w)\.?(?! of [A-Z])(?: &? ?(?:KGaA|Co\b\.?))?"
_PLAIN = rf"(?:[Tt]he )?{_WORD}(?:(?: {_LINK}){{0,2}} {_WORD}){{0,8}}"
_AT = re.compile(rf"(?P<form>{_WITH_FORM})|(?P<plain>{_PLAIN})")
_FORM_ANYWHERE = re.compile(rf"(?<!\w){_WITH_FORM}")
_FORM_END = re.compile(rf",? (?:{_FORMS})\.?$")
_BEFORE = re.compile(rf"(?P<name>{_WITH_FORM}|{_PLAIN})[\s,*]*(?:\([^()]{{1,80}}\)[\s,]*)?$")
_TITLE = re.compile(rf" (?:{'|'.join(_WORDS['titles'])})\b.*")
_OFFICER = re.compile(rf"(?:{'|'.join(_WORDS['titles'])})\b.*? (?:of|at) (?=[A-Z])")
_OWNER = re.compile(r"['’]s?(?= |$).*")
_OPENERS = frozenset(_WORDS["openers"])
_NOBODY = _OPENERS | frozenset(_WORDS["nobody"])
_NO_COMPANIES = frozenset({"AGENCY", "COMMITTEE", "JOURNAL", "CONFERENCE"})
_PERSON = re.compile(r"(?:Dr|Mr|Mrs|Ms|Prof)\. ")
_SPELLED = re.compile(r"\w\w")
_STATE = re.compile(r"[\\/][A-Za-z ]{2,4}[\\/]?$")
_NO_WORDS = re.compile(r"[^a-z0-9]+")
_BARE_FORMS = re.compile(rf"\b(?:{_FORMS}|Co|Company|Cos|The|LP|SE|NV|BV|ASA)\b\.?", re.IGNORECASE)
_SHORTEST = 3
_LOOK_BACK = 160


def has_form(name: str) -> bool:
    return _FORM_END.search(name) is not None


def name_at(text: str, at: int = 0) -> tuple[str, int] | None:
    """The name that begins at an offset and where it ends; titles and what the company owns are cut off."""
    match = _AT.match(text, at)
    if match is None:
        return None
    name = match[0]
    if match["form"] is None:
        name = _TITLE.sub("", _OWNER.sub("", name))
    return (name, at + len(name)) if _is_company(name) else None


def name_before(text: str, end: int) -> str | None:
    """The longest name that ends right before an offset, a bracket such as (the "Company") in between."""
    match = _BEFORE.search(text[max(0, end - _LOOK_BACK) : end])
    return _company(match["name"]) if match is not None else None


def names_with_form(text: str) -> Iterator[str]:
    """Those that end in Inc., Ltd. and the like."""
    for match in _FORM_ANYWHERE.finditer(text):
        if (name := _company(match[0])) is not None:
            yield name


def is_same(first: str, second: str) -> bool:
    """Whether one name is the other, or its beginning, spelling and legal form aside."""
    short, long = sorted((_bare(first), _bare(second)), key=lambda words: len("".join(words)))
    if len("".join(short)) < _SHORTEST:
        return False
    return long[: len(short)] == short or "".join(long) == "".join(short)


def _bare(name: str) -> list[str]:
    words = _NO_WORDS.split(_BARE_FORMS.sub(" ", _STATE.sub("", name)).lower())
    return [w for w in words if w]


def _company(name: str) -> str | None:
    """The name without the words that only open its sentence."""
    while (space := name.find(" ")) > 0 and name[:space] in _OPENERS:
        name = name[space + 1 :]
    name = _OFFICER.sub("", name)
    return name if _is_company(name) else None


def _is_company(name: str) -> bool:
    words = name.removeprefix("The ").removeprefix("the ").split()
    if _PERSON.match(name) or not _SPELLED.search(name):
        return False
    if not words or (words[0] in _NOBODY and (len(words) == 1 or words[0] in _OPENERS)):
        return False
    return not any(n.label in _NO_COMPANIES and n.start <= len("The ") for n in find_names(name))
