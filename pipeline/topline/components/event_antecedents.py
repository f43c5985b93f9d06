"""What a bare "the NDA" stands for: the drug that the same application was named with before."""

from dataclasses import replace

from spacy.tokens import Span

from topline.components.event_model import EventSpan

__all__ = ["with_antecedents"]

_TAKEN = ("drug", "indication")


def with_antecedents(events: list[EventSpan]) -> list[EventSpan]:
    """Events in reading order; one that names an application and no drug takes the drug it was last named with.

    Only where the release has named the application with one drug: of two, nothing says which is meant.
    """
    known: dict[str, list[dict[str, tuple[Span, ...]]]] = {}
    completed = []
    for event in events:
        applications = {str(s._.entity) for s in event.roles.get("application", ()) if s._.entity is not None}
        if "drug" in event.roles:
            for application in applications:
                known.setdefault(application, []).append(event.roles)
        elif (found := [roles for a in applications for roles in known.get(a, ())]) and len(_drugs(found)) == 1:
            taken = {role: found[-1][role] for role in _TAKEN if role in found[-1]}
            event = replace(event, roles={**taken, **event.roles})
        completed.append(event)
    return completed


def _drugs(found: list[dict[str, tuple[Span, ...]]]) -> set[frozenset[str]]:
    return {frozenset(str(s._.entity or s.text) for s in roles["drug"]) for roles in found}
