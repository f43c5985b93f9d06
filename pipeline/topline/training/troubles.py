"""What a person should look at in a compiled release, beyond marks that cannot be read."""

import re
from collections.abc import Iterator

from topline.evaluation.gold import GoldEvent, GoldRelease
from topline.training.compile import Compiled
from topline.training.marks import MarkTrouble
from topline.vocab import role_labels

__all__ = ["doubts"]

# Labels of which a name is marked wherever it stands; the words of the others have other senses, too.
_EVERYWHERE = frozenset({"DRUG", "COMPANY", "AGENCY", "PERSON", "COMMITTEE", "CONFERENCE", "TRIAL", "JOURNAL"})
_OUTCOMES = frozenset({
    "adcom_outcome", "eu_opinion", "results", "interim_or_dsmb", "approvable_letter", "complete_response",
    "refuse_to_file", "approval",
})  # fmt: skip

# Names apart, the roles of the guidelines.
_AMOUNTS = frozenset({
    "gross", "net", "upfront", "milestone", "milestone_total", "royalty_rate", "price_per_share", "exercise_price",
    "shares", "warrants", "principal", "rate", "capacity", "price", "cash", "net_loss", "net_income", "revenue",
    "loss_per_share", "income_per_share", "research_expense", "admin_expense", "grant", "equity", "dividend",
    "patients", "other",
})  # fmt: skip
_ROLES = frozenset({*role_labels(), "meeting_kind", "step", "conditions", "votes", "previous_date"})


def doubts(compiled: Compiled) -> list[MarkTrouble]:
    """Names that are marked in one place and not in another, polarities and days that cannot be."""
    gold = compiled.gold
    found = [*_unmarked(gold)]
    for event in gold.events:
        found += [*_of_event(event), *_of_date(event, gold)]
    return found


def _unmarked(gold: GoldRelease) -> Iterator[MarkTrouble]:
    names = {gold.text[n.start : n.end]: n.label for n in gold.names or () if n.label in _EVERYWHERE}
    taken = [(n.start, n.end) for n in gold.names or ()]
    for words, label in names.items():
        if len(words) < 3:
            continue
        for match in re.finditer(rf"(?<![\w-]){re.escape(words)}(?![\w-])", gold.text):
            if not any(s < match.end() and match.start() < e for s, e in taken):
                near = gold.text[max(0, match.start() - 30) : match.end() + 20]
                yield MarkTrouble(f"{words!r} is marked {label} elsewhere, but not here", " ".join(near.split()))


def _of_event(event: GoldEvent) -> Iterator[MarkTrouble]:
    near = event.trigger
    if event.polarity and event.type not in _OUTCOMES:
        yield MarkTrouble(f"{event.type} has no polarity by the guidelines", near)
    if not event.polarity and event.type in _OUTCOMES and event.status == "occurred":
        yield MarkTrouble(f"{event.type} lacks its polarity", near)
    for role in [r for r in event.roles if r not in _ROLES] + [a.role for a in event.amounts if a.role not in _AMOUNTS]:
        yield MarkTrouble(f"{role} is no role by the guidelines", near)
    if event.trigger_span and event.trigger_span[1] > event.spans[0][1]:
        yield MarkTrouble("a trigger that runs over the end of its sentence", near)
    if len(event.trigger.split()) > 14:
        yield MarkTrouble("a trigger of over 14 words", near)


def _of_date(event: GoldEvent, gold: GoldRelease) -> Iterator[MarkTrouble]:
    near = event.trigger
    if (date := event.date) is None or event.type == "goal_date_set":
        return
    if event.status == "occurred" and date.start > gold.released_on:
        yield MarkTrouble(f"{event.type} occurred after the release: {date.start}", near)
    if event.status == "planned" and date.end < gold.released_on:
        yield MarkTrouble(f"{event.type} is planned for before the release: {date.end}", near)
