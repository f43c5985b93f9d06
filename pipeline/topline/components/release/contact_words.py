"""What the words beside a number look like: a person, a title, an office, the role of those to ask."""

import re

from topline.components.release.names import has_form, is_same, name_at
from topline.records import ContactRole
from topline.vocab import load_yaml

__all__ = [
    "ASKED", "DETAILS", "EMAIL", "IN_BRACKETS", "LABEL", "OF", "bare",
    "is_function",
    "is_name", "is_office", "is_person", "is_title", "role_of",
    "without_credentials",
]  # fmt: skip

_WORDS = load_yaml("release.yaml")
_ROLES: dict[ContactRole, re.Pattern[str]] = {
    role: re.compile("|".join(rf"\b(?:{w})" for w in words), re.IGNORECASE)
    for role, words in _WORDS["contact_roles"].items()
}
LABEL = re.compile(r"(?P<label>/?[A-Za-z][A-Za-z/&,'. ]{1,60}?)\s?:\s*")
ASKED = re.compile(
    r"/?(?:for (?:more|further|additional) information,?(?: please)?(?: contact| call)?|(?:please )?contacts?\b"
    r"|inquiries"
    r"|(?:[a-z]+ (?:and |& )?){0,3}(?:contacts?|inquiries)\b)",
    re.IGNORECASE,
)
EMAIL = re.compile(r"(?<![\w.+\-])[\w.+\-]++@(?:[A-Za-z\d\-]+\.)+[A-Za-z]{2,10}")
_TITLE = re.compile(rf"\b(?:{'|'.join(_WORDS['contact_titles'])})\b", re.IGNORECASE)
_OFFICE = re.compile(rf"\b(?:{'|'.join(_WORDS['contact_offices'])})\b", re.IGNORECASE)
_FUNCTION = re.compile(rf"\b(?:of|for) (?:[A-Z&][\w]* ){{0,4}}(?:{'|'.join(_WORDS['contact_functions'])})$")
_LONGER = re.compile(r"(?:of|at) .*\b(?:of|at) ")
_CREDENTIALS = re.compile(rf"(?:,? (?:{'|'.join(_WORDS['credentials'])})\b\.?)+$")
_PERSON = re.compile(
    r"(?:(?:Mr|Ms|Mrs|Dr|Prof)\.? )?[A-ZÀ-Þ][\w'’\-]*\.?"
    r"(?: (?:[A-ZÀ-Þ]\.?|van|von|de|der|den|la|[A-ZÀ-Þ][\w'’\-]+)){1,3}"
)
OF = re.compile(r"(?:^|,? )(?:of|at|for) (?=[A-Z])")
DETAILS = re.compile(r"contact (?:details|information)\s*", re.IGNORECASE)
IN_BRACKETS = re.compile(r"\s*\((?P<inside>[^()]{2,30})\)?$")
_STREET = re.compile(r"\s+\d{2,5}\s[A-Z]")
_SHOUTED = re.compile(r"\b[A-Z]{3}")
_NEWS = re.compile(r"\b(?:report|announce|result|present|submit|receive|complete)", re.IGNORECASE)
_MOST_WORDS = 5


def bare(text: str) -> str:
    text = text.strip(" ,()/")
    text = _STREET.split(text, maxsplit=1)[0]
    return text if has_form(text) else text.strip(" .")


def role_of(text: str) -> ContactRole | None:
    return next((role for role, pattern in _ROLES.items() if pattern.search(text)), None)


def is_person(text: str) -> bool:
    return (
        _PERSON.fullmatch(text) is not None
        and not text.startswith("By ")
        and not _TITLE.search(text)
        and not _SHOUTED.search(text)
    )


def without_credentials(text: str) -> str:
    return _CREDENTIALS.sub("", text)


def is_name(text: str) -> bool:
    """Nothing but the name of a company or an office."""
    found = name_at(text)
    return found is not None and found[1] == len(text)


def is_function(text: str) -> bool:
    """A title that says what of: "Director of Investor Relations"."""
    of = _FUNCTION.search(text)
    return of is not None and _TITLE.search(text[: of.start()]) is not None and not _LONGER.search(text)


def is_title(text: str) -> bool:
    return _TITLE.search(text) is not None and len(text.split()) <= 2 * _MOST_WORDS


def is_office(text: str, company: str | None) -> bool:
    """A company by its form, the issuer, or what calls itself a firm, a university and the like."""
    if len(text.split()) > 2 * _MOST_WORDS or not text[:1].isupper():
        return False
    if _NEWS.search(text):
        return False
    if has_form(text) or (company is not None and is_same(text, company)):
        return True
    return _OFFICE.search(text) is not None and not _TITLE.search(text)
