"""Whom to ask: names, titles, offices, numbers and addresses of the lines that say so."""

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from topline.components.release.contact_words import (
    ASKED,
    DETAILS,
    EMAIL,
    IN_BRACKETS,
    LABEL,
    OF,
    bare,
    is_function,
    is_name,
    is_office,
    is_person,
    is_title,
    role_of,
    without_credentials,
)
from topline.components.release.phones import Number
from topline.components.release.pieces import ContactPieces, Piece
from topline.readers import Document
from topline.records import Contact, ContactRole

__all__ = ["read_contacts"]

_LONGEST_HEADING = 5
_LONGEST_LINES = 160
_DIGITS = re.compile(r"\d{3}\W{1,2}\d{4}")


@dataclass(slots=True)
class _Draft:
    start: int
    end: int
    name: str | None = None
    title: str | None = None
    organization: str | None = None
    role: ContactRole | None = None
    phones: list[str] = field(default_factory=list)
    emails: list[str] = field(default_factory=list)

    @property
    def is_reachable(self) -> bool:
        return bool(self.phones or self.emails)


def read_contacts(document: Document, numbers: list[Number], *, company: str | None, city: str | None) -> list[Contact]:
    """Those of the contact lines, in order."""
    if not any(b.section == "contact" for b in document.blocks):
        return []
    pieces = ContactPieces(document)
    listing = _List(numbers, company, city)
    for block in document.blocks:
        if block.section != "contact" or _is_prose(document.text_of(block)):
            listing.close()
            continue
        for piece in pieces.of(block):
            listing.take(piece)
    return [_contact(d) for d in listing.drafts if _is_told(d)]


def _is_prose(text: str) -> bool:
    return len(text) > _LONGEST_LINES and not EMAIL.search(text) and not _DIGITS.search(text)


def _is_told(draft: _Draft) -> bool:
    """Somebody with a number, an address or an office; a name alone is that of an author."""
    if draft.name:
        return draft.is_reachable or draft.title is not None or draft.role is not None
    return draft.is_reachable and (draft.organization is not None or draft.role is not None)


def _contact(draft: _Draft) -> Contact:
    return Contact(
        start=draft.start,
        end=draft.end,
        name=draft.name,
        title=draft.title,
        organization=draft.organization,
        role=draft.role or _role_of_title(draft.title),
        phones=tuple(dict.fromkeys(draft.phones)),
        emails=tuple(dict.fromkeys(draft.emails)),
    )


def _role_of_title(title: str | None) -> ContactRole | None:
    """Of a director of investor relations and the like; all others may be asked anything."""
    role = role_of(title or "")
    return role if role != "company" else None


class _List:
    """Contacts as they come up; what stands before a name (a role, an office) waits for it."""

    def __init__(self, numbers: list[Number], company: str | None, city: str | None) -> None:
        self.drafts: list[_Draft] = []
        self._numbers = numbers
        self._starts = [n.phone.start for n in numbers]
        self._printed = {n.phone.id: n.phone.number for n in numbers}
        self._company = company
        self._city = (city or "").split(",")[0].lower()
        self._role: ContactRole | None = None
        self._office: str | None = None
        self._open: _Draft | None = None
        self._group: list[_Draft] = []

    def close(self) -> None:
        """What follows has nothing to do with what came before."""
        self._wait(None, None)

    def take(self, piece: Piece) -> None:
        at = 0
        for start, end, email, phone in self._addresses(piece):
            self._words(piece.text[at:start], piece, first=piece.first and at == 0)
            self._reach(piece, email, phone)
            at = end
        self._words(piece.text[at:], piece, first=piece.first and at == 0)

    def _addresses(self, piece: Piece) -> list[tuple[int, int, str | None, str | None]]:
        """The e-mail addresses and the numbers of a piece, by place."""
        found: list[tuple[int, int, str | None, str | None]]
        found = [(m.start(), m.end(), m[0], None) for m in EMAIL.finditer(piece.text)]
        first = bisect_left(self._starts, piece.start)
        at = 0
        for number in self._numbers[first : bisect_left(self._starts, piece.end)]:
            start = piece.text.find(number.phone.number, at)
            start = start if start >= 0 else len(piece.text)
            at = min(start + len(number.phone.number), len(piece.text))
            found.append((start, at, None, number.phone.id))
        return sorted(found, key=lambda f: f[:2])

    def _words(self, text: str, piece: Piece, *, first: bool) -> None:
        """Labels, then the office that is named after "of", else what the words look like."""
        text = self._unlabelled(DETAILS.sub("", text.strip(" ,()/")))
        parts = [text] if is_function(text) else OF.split(text, maxsplit=1)
        self._word(bare(parts[0]), piece, first=first)
        if len(parts) > 1 and is_name(bare(parts[1])):
            self._set_office(bare(parts[1]), piece)

    def _unlabelled(self, text: str) -> str:
        """The text without "Contact:" and its like; what a label says of the role or the office is kept."""
        for _ in range(3):
            match = LABEL.match(text)
            label = match["label"] if match else text if ASKED.fullmatch(text.strip(" :./")) else None
            if label is None:
                return text
            rest = text[match.end() :].strip() if match else ""
            role = role_of(label)
            if role or ASKED.match(label):
                self._wait(None, role)
            elif is_office(label, self._company) or (rest and is_person(without_credentials(rest))):
                self._wait(label, self._role)
            elif len(label.split()) > 1:
                return text
            text = rest
        return text

    def _wait(self, office: str | None, role: ContactRole | None) -> None:
        self._open, self._group, self._office, self._role = None, [], office, role

    def _reach(self, piece: Piece, email: str | None, phone: str | None) -> None:
        """A number that follows several names without one is that of all of them; an address is of the last one."""
        draft = self._open or self._begin(piece, None)
        if phone and any(self._printed[phone] == self._printed[known] for known in draft.phones):
            return
        for other in self._group:
            other.phones += [phone] if phone else []
        draft.emails += [email] if email else []
        draft.end = max(draft.end, piece.end)

    def _begin(self, piece: Piece, name: str | None) -> _Draft:
        if self._open is None or self._open.is_reachable:
            self._group = []
        self._open = _Draft(piece.start, piece.end, name, None, self._office, self._role)
        self._group.append(self._open)
        self.drafts.append(self._open)
        return self._open

    def _word(self, text: str, piece: Piece, *, first: bool) -> None:
        if not text or "www." in text or "http" in text:
            return
        bracket = IN_BRACKETS.search(text)
        text = text[: bracket.start()] if bracket else text
        plain = without_credentials(text)
        if is_person(plain) and plain.lower() != self._city and not is_office(text, self._company):
            self._begin(piece, text).role = (role_of(bracket["inside"]) if bracket else None) or self._role
        elif first and self._is_heading(text):
            self._wait(None, role_of(text))
        elif is_office(text, self._company):
            self._set_office(text, piece)
        elif self._open is not None and self._open.name and is_title(text):
            self._open.title = f"{self._open.title}, {text}" if self._open.title else text
            self._open.end = piece.end

    def _is_heading(self, text: str) -> bool:
        titled = self._open is not None and self._open.name is not None and not self._open.is_reachable
        return not titled and role_of(text) is not None and len(text.split()) <= _LONGEST_HEADING

    def _set_office(self, text: str, piece: Piece) -> None:
        if self._open is not None and self._open.organization is None:
            for draft in self._group:
                draft.organization = draft.organization or text
            self._open.end = piece.end
        elif self._open is None or self._open.is_reachable:
            self._wait(text, self._role)
