"""Who and what an event is about."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from spacy.tokens import Span

from topline.components.event_scope import Scope
from topline.components.spans import span_at
from topline.vocab import role_labels, role_rules, roles_of

__all__ = ["event_roles"]

_NEAR = 40
_BRACKET = re.compile(r" ?(?:\([A-Z]{1,2}\)|[®™])? ?\(")


class _Rules(NamedTuple):
    in_block: frozenset[str]
    combination: re.Pattern[str]
    unnamed: re.Pattern[str]
    meeting: re.Pattern[str]


@cache
def _rules() -> _Rules:
    data = role_rules()
    joined = "|".join(map(re.escape, data["combination"]))
    return _Rules(
        in_block=frozenset(data["reach"]["block"]),
        combination=re.compile(rf"\b(?:{joined})\s+(?:[\w-]+ (?:or|and|plus) )*$", re.IGNORECASE),
        unnamed=re.compile("|".join(rf"\b(?:{p})\b" for p in data["unnamed_parties"])),
        meeting=re.compile("|".join(map(re.escape, data["meeting_kinds"])), re.IGNORECASE),
    )


def event_roles(scope: Scope) -> dict[str, tuple[Span, ...]]:
    """Role to fillers, one form a thing; a role without a filler is absent."""
    roles: dict[str, tuple[Span, ...]] = {}
    for role in roles_of(scope.trigger.label_):
        fillers = _special(scope, role) if role not in role_labels() else _named(scope, role)
        if fillers:
            roles[role] = fillers
    return roles


def _named(scope: Scope, role: str) -> tuple[Span, ...]:
    label = role_labels()[role]
    found = [e for e in scope.entities(label) if _allowed(scope, role, e)]
    if not found and role in _rules().in_block:
        around = [e for e in scope.entities_around(label) if _allowed(scope, role, e)]
        found = around[:1]
    if role == "counterparty" and not found:
        return tuple(_unnamed(scope))
    if role == "drug":
        return _nearest_drug(scope, found)
    return _one_form(found)


def _allowed(scope: Scope, role: str, span: Span) -> bool:
    text = scope.index.text
    if role == "drug":
        return not _rules().combination.search(text[max(0, span.start_char - _NEAR) : span.start_char])
    if role == "counterparty":
        return not _is_self(scope, span.text)
    if role == "phase":
        return span.text[0] in "Pp"
    return True


def _is_self(scope: Scope, name: str) -> bool:
    """The company itself, by its full name or the first word of it."""
    company = scope.index.release.company
    if company is None:
        return False
    own, other = _words(company), _words(name)
    return bool(own and other) and own[0] == other[0]


def _words(name: str) -> list[str]:
    return re.findall(r"\w+", name.lower())


def _nearest_drug(scope: Scope, found: list[Span]) -> tuple[Span, ...]:
    """The drug nearest to the trigger, with those of other names that are joined to it."""
    if not found:
        return ()
    nearest = min(found, key=lambda e: max(e.start - scope.trigger.end, scope.trigger.start - e.end, 0))
    joined = [nearest]
    for other in found:
        between = scope.index.doc[min(nearest.end, other.end) : max(nearest.start, other.start)].text.strip()
        if _entity(other) not in map(_entity, joined) and between in ("and", "or", ",", "/", "plus"):
            joined.append(other)
    return tuple(sorted((_first_form(scope, e) for e in joined), key=lambda e: e.start))


def _first_form(scope: Scope, span: Span) -> Span:
    """ "RSR13" of "RSR13 (efaproxiral)": the name that an alias in brackets stands behind."""
    for other in scope.index.entities.before(scope.index.blocks[scope.index.block_of(span)].start, span.start):
        if (
            other.label_ == span.label_
            and _entity(other) == _entity(span)
            and _BRACKET.fullmatch(_between(scope, other, span))
        ):
            return other
    return span


def _between(scope: Scope, a: Span, b: Span) -> str:
    return scope.index.text[a.end_char : b.start_char] if a.end_char < b.start_char else ""


def _entity(span: Span) -> str:
    return str(span._.entity or span.text.lower())


def _one_form(found: list[Span]) -> tuple[Span, ...]:
    """The fullest form of each thing: "FDA" gives way to the full name that it follows in brackets."""
    kept: list[Span] = []
    for span in sorted({s.text.lower(): s for s in reversed(found)}.values(), key=lambda s: s.start):
        same = next((k for k in kept if _same(k, span)), None)
        if same is None:
            kept.append(span)
        elif len(span.text) > len(same.text):
            kept[kept.index(same)] = span
    return tuple(kept)


def _same(a: Span, b: Span) -> bool:
    """They share an id, one contains the other, is the initials of its capitals, or follows it in brackets."""
    if a._.entity is not None and a._.entity == b._.entity:
        return True
    x, y = sorted((a.text, b.text), key=len)
    initials = "".join(w[0] for w in re.findall(r"[A-Z][\w-]*", y))
    first, second = (a, b) if a.start < b.start else (b, a)
    bracketed = first.doc[first.end : second.start].text.strip() == "("
    return x.lower() in y.lower() or x in initials or bracketed


def _unnamed(scope: Scope) -> Iterator[Span]:
    for match in _rules().unnamed.finditer(scope.sentence.text):
        at = scope.sentence.start_char
        span = span_at(scope.index.doc, at + match.start(), at + match.end(), "OTHER")
        yield _without_quantifier(span)
        return


_QUANTIFIERS = frozenset(["several", "certain", "existing", "new", "select", "a", "two", "three", "various"])


def _without_quantifier(span: Span) -> Span:
    start = span.start
    while start < span.end - 1 and span.doc[start].lower_ in _QUANTIFIERS:
        start += 1
    return Span(span.doc, start, span.end, label=span.label_)


def _special(scope: Scope, role: str) -> tuple[Span, ...]:
    """Roles that no entity label fills."""
    if role == "step":
        verb = next((t for t in scope.trigger if t.is_alpha and not t.is_stop), None)
        return (Span(verb.doc, verb.i, verb.i + 1, label="OTHER"),) if verb is not None else ()
    if role == "votes":
        counts = scope.quantities("COUNT")
        return (Span(scope.index.doc, counts[0].start, counts[-1].end, label="OTHER"),) if len(counts) > 1 else ()
    if role == "meeting_kind" and (match := _rules().meeting.search(scope.sentence.text)):
        at = scope.sentence.start_char
        return (span_at(scope.index.doc, at + match.start(), at + match.end(), "OTHER"),)
    if role == "previous_date":
        past = [q for q in scope.quantities("DATE", "PERIOD") if re.search(r"\bfrom\s*$", _before(scope, q))]
        return (Span(past[0].doc, past[0].start, past[0].end, label="OTHER"),) if past else ()
    return ()


def _before(scope: Scope, span: Span) -> str:
    return scope.index.text[max(0, span.start_char - 12) : span.start_char]
