"""Paragraphs that belong to the statements beside them: titles over them, notes under and between them."""

import re
from collections.abc import Sequence

from topline.readers.boilerplate import names_statement
from topline.readers.document import TableRegion
from topline.readers.headings import heading_kind
from topline.readers.zones import Placed
from topline.records import ZoneKind
from topline.vocab import load_yaml

__all__ = ["around_tables"]

_NOTE = re.compile("|".join(load_yaml("boilerplate.yaml")["notes"]), re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?][\"”’)]*$")
_LONGEST_TITLE = 130
_MOST_TITLES = 5
_ABOVE: frozenset[ZoneKind] = frozenset({"body", "highlights", "safe_harbor", "statement"})


def around_tables(placed: Sequence[Placed], texts: Sequence[str], tables: Sequence[TableRegion]) -> list[Placed]:
    """The same paragraphs, with those of the statements in the section "statement"."""
    found = list(placed)
    at = 0
    for table in tables:
        while at < len(found) and found[at].paragraph.start < table.start:
            at += 1
        for i in _titles(found, texts, at):
            found[i] = _moved(found[i])
        for i in _notes(found, texts, at):
            found[i] = _moved(found[i])
    return found


def _moved(item: Placed) -> Placed:
    return Placed(item.paragraph, "statement", "statement")


def _titles(placed: Sequence[Placed], texts: Sequence[str], at: int) -> list[int]:
    """Short paragraphs right over a table that are no sentence, if one of them names a statement."""
    found = []
    for i in range(at - 1, max(at - 1 - _MOST_TITLES, -1), -1):
        if placed[i].paragraph.furniture:
            continue
        text = texts[i]
        if placed[i].section not in _ABOVE or placed[i].paragraph.marker or len(text) > _LONGEST_TITLE:
            break
        if _SENTENCE_END.search(text) or (heading_kind(text) is not None and not names_statement(text)):
            break
        found.append(i)
    titled = [n for n, i in enumerate(found) if names_statement(texts[i]) or not (n or placed[i].paragraph.heading)]
    return found[: titled[-1] + 1] if titled else []


def _notes(placed: Sequence[Placed], texts: Sequence[str], at: int) -> list[int]:
    """Paragraphs under a table that begin as notes do."""
    found = []
    for i in range(at, len(placed)):
        if placed[i].paragraph.furniture:
            continue
        if placed[i].section not in _ABOVE or not _NOTE.match(texts[i]):
            break
        found.append(i)
    return found
