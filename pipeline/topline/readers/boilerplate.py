"""What a paragraph without a heading is by its own words: a company's profile, a safe harbor, whom to contact."""

import re

from topline.vocab import load_yaml

__all__ = [
    "asks_to_contact",
    "has_address",
    "hosts_call",
    "is_caption",
    "is_profile",
    "is_safe_harbor",
    "names_statement",
    "tells_of_call",
    "tells_of_risks",
]

_WORDS = load_yaml("boilerplate.yaml")
_CONTACT = re.compile("|".join(load_yaml("wire.yaml")["contacts"]), re.IGNORECASE)
_NOTICE = re.compile("|".join(load_yaml("wire.yaml")["notices"]), re.IGNORECASE)
_CAPTION = re.compile("|".join(load_yaml("wire.yaml")["captions"]), re.IGNORECASE)
_REACHED = re.compile("|".join(_WORDS["reached"]))
_ADDRESS = re.compile("|".join(_WORDS["addresses"]))
_PHRASES = re.compile("|".join(_WORDS["safe_harbor"]), re.IGNORECASE)
_RISKS = re.compile("|".join(_WORDS["risks"]), re.IGNORECASE)
_CALL = re.compile("|".join(_WORDS["call"]), re.IGNORECASE)
_HOSTS = re.compile("|".join(_WORDS["hosts"]), re.IGNORECASE)
_WHEN = re.compile(r"\d{1,2}:\d\d|\b[ap]\.?m\b|\d{3}[-. ]\d{4}", re.IGNORECASE)
_WORD = r"(?:[A-Z0-9]|[a-z]{1,6}[A-Z])[\w&'’.\-®™]*"
_OPENING_WORD = rf"(?!(?:{'|'.join(_WORDS['no_names'])})\b)(?:The )?{_WORD}"
_ALIAS = r"(?: ?\([^)]{2,80}\)| ?\[[^\]]{2,60}\])?"
_NAME = rf"{_OPENING_WORD}(?:,? (?:{_WORD}|of|and|the|for|&)){{0,6}}?,?{_ALIAS},?"
_PROFILE = re.compile(
    rf"(?:(?:{'|'.join(_WORDS['profile_openers'])})[^.]{{2,80}}?, )?{_NAME}"
    rf"(?: (?:a|an|the) [^.]{{3,120}}?,)? ?(?:{'|'.join(_WORDS['profile_verbs'])})\b"
)
_STATEMENT = re.compile("|".join(_WORDS["statements"]), re.IGNORECASE)
_LOOK = 1500
_OPENING = 220
_LONGEST_TITLE = 250
_LONGEST_CONTACT = 400
_LONGEST_CUE = 160
_FEW_RISKS = 3


def asks_to_contact(text: str, *, strictly: bool = False) -> bool:
    """Names somebody to ask by a cue, or is not much more than an address; `strictly` by a cue with its colon."""
    if len(text) > _LONGEST_CONTACT:
        return False
    if _NOTICE.match(text):
        return True
    cue = _CONTACT.match(text)
    if strictly or (cue is not None and cue[0].endswith(":")):
        return cue is not None and (":" in text[: cue.end() + 1] or _REACHED.search(text) is not None)
    if cue is not None:
        return len(text) <= _LONGEST_CUE or has_address(text)
    return len(text) <= _LONGEST_CUE and has_address(text) and not text.rstrip().endswith(".")


def has_address(text: str) -> bool:
    """Of a street, a letter box, the web, or a telephone."""
    return len(text) <= _LONGEST_CONTACT and _ADDRESS.search(text) is not None


def is_caption(text: str) -> bool:
    """Of a picture or a table, or a picture itself in Markdown."""
    return _CAPTION.match(text) is not None


def names_statement(text: str) -> bool:
    """The title of a financial statement whose figures stand in no columns."""
    return len(text) <= _LONGEST_TITLE and _STATEMENT.search(text) is not None


def is_profile(text: str) -> bool:
    """Says what kind of company somebody is and where, not what happened."""
    return _PROFILE.match(text) is not None


def is_safe_harbor(text: str) -> bool:
    """The notice of section 21E of the Securities Exchange Act that statements are forward-looking, or its kin."""
    found = text[:_LOOK]
    enough = 1 if len(text) > _LONGEST_CUE or text.endswith(":") else _FEW_RISKS
    return _PHRASES.search(found) is not None and len(_RISKS.findall(found)) >= enough


def tells_of_risks(text: str) -> bool:
    """Goes on with what a safe harbor says."""
    return _RISKS.search(text) is not None


def hosts_call(text: str) -> bool:
    """Announces a conference call and says when, or by which number."""
    return _HOSTS.search(text[:_OPENING]) is not None and _WHEN.search(text) is not None


def tells_of_call(text: str) -> bool:
    """Of a conference call, its numbers, its webcast or its replay."""
    return _CALL.search(text) is not None
