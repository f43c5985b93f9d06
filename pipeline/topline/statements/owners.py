"""Whose a statement is: releases hold the summaries of affiliates, and breakdowns that look like statements."""

from collections import Counter
from collections.abc import Sequence

from topline.records import Statement
from topline.statements.caption import statement_kind
from topline.statements.derived_words import pattern
from topline.statements.vocabulary import normal

__all__ = ["apart", "other_owner"]

_LONGEST = 200

_Name = tuple[str, ...]


def apart(statements: Sequence[Statement], company: str | None) -> frozenset[str]:
    """Ids of statements titled with another company's name than the release's, and of breakdowns of a single cost.

    Where the release's company is not known it is the one that most titles name. A single name in all titles is its
    own, however the release spells it.
    """
    owners = {s.id: name for s in statements if (name := _named(s.title))}
    foreign = {of for of, name in owners.items() if not _same(name, _own(list(owners.values()), company))}
    if len(set(owners.values())) == 1 and len(owners) == len(statements):
        foreign = set()
    return frozenset(foreign | {s.id for s in statements if _breakdown(s)})


def other_owner(title: str, company: str | None) -> str | None:
    """The company that a title names, as it is printed there, if it is another one than the release's."""
    name = _named(title) if company else None
    if name is None or _same(name, _bare(company or "")):
        return None
    return next(part for part in title.split(" / ") if _bare(part) == name)


def _own(names: Sequence[_Name], company: str | None) -> _Name:
    """No words at all where two names are given equally often."""
    if company:
        return _bare(company)
    counts = Counter(names).most_common(2)
    return () if not counts or (len(counts) > 1 and counts[0][1] == counts[1][1]) else counts[0][0]


def _named(title: str) -> _Name | None:
    """The words of a company's name that stands before a title, without the company's form."""
    for part in title.split(" / ")[:2]:
        text = pattern("company_words").sub(" ", normal(part[:_LONGEST])).strip()
        form = list(pattern("company_forms").finditer(text))
        if form and form[-1].end() == len(text) and form[0].start() and statement_kind(part) is None:
            return _bare(part)
    return None


def _bare(name: str) -> _Name:
    text = pattern("company_words").sub(" ", normal(name[:_LONGEST]))
    return tuple(pattern("company_forms").sub(" ", text).split())


def _same(name: _Name, own: _Name) -> bool:
    """One begins with the other: a release may use the short name."""
    shorter = min(len(name), len(own))
    return bool(shorter) and name[:shorter] == own[:shorter]


def _breakdown(statement: Statement) -> bool:
    return any(pattern("apart_totals").search(normal(row.label)) for row in statement.rows[-2:])
