"""Gold and records of written releases, by the words that they quote."""

from collections.abc import Sequence
from typing import Any

from topline.evaluation import GoldRelease
from topline.evaluation.files import resolve
from topline.records import Amount, Event, EventDate, Exhibit, Mention, Release, ReleaseRecord, Source, Span, Why, Zone

SENT = "Tallow Bay submitted an NDA for TB-101 to the U.S. Food and Drug Administration in June 2004."
MEETING = "The company presented data on TB-101 at the Fenland Congress."
PLACED = "It also completed a private placement of $12.5 million with Orrin Capital."
ABOUT = "About Tallow Bay. The company completed a private placement in 1999."
TEXT = "\n\n".join((SENT, MEETING, PLACED, ABOUT))

Told = dict[str, Any]


def told(kind: str, trigger: str, *evidence: str, status: str = "occurred", **more: Any) -> Told:
    """An event as gold files write it; a record's is made from the same."""
    return {"type": kind, "status": status, "trigger": trigger, "evidence": list(evidence or (trigger,)), **more}


SUBMISSION = told(
    "application_submission", "submitted an NDA", SENT,
    date={"start": "2004-06-01", "end": "2004-06-30", "basis": "stated"},
    roles={"drug": ["TB-101"], "agency": ["U.S. Food and Drug Administration"]},
)  # fmt: skip
PRESENTATION = told(
    "conference_presentation", "presented data", MEETING, roles={"drug": ["TB-101"], "conference": ["Fenland Congress"]}
)
PLACEMENT = told(
    "private_placement", "completed a private placement", PLACED,
    amounts=[{"role": "gross", "value": "12500000", "currency": "USD"}], roles={"counterparty": ["Orrin Capital"]},
)  # fmt: skip
ALL = (SUBMISSION, PRESENTATION, PLACEMENT)


def gold(*events: Told, doc: str = "tallow.txt", text: str = TEXT, **more: Any) -> GoldRelease:
    return resolve({"doc": doc, "released_on": "2004-07-01", "events": list(events), **more}, text)


def place(words: str, text: str = TEXT) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


def span(words: str, text: str = TEXT) -> Span:
    start, end = place(words, text)
    return Span(start=start, end=end)


def mention(number: int, label: str, words: str, text: str = TEXT) -> Mention:
    start, end = place(words, text)
    return Mention.model_validate({"id": f"m{number}", "label": label, "start": start, "end": end, "text": words})


def record(
    *events: Told, doc: str = "tallow.txt", text: str = TEXT, names: Sequence[tuple[str, str]] = (),
    silent: Sequence[str] = (), exhibit: str | None = None,
) -> ReleaseRecord:  # fmt: skip
    """`names` are labels and words, `silent` words of "About" text; fillers of roles have no places."""
    mentions = [mention(i, label, words, text) for i, (label, words) in enumerate(names, 1)]
    made = []
    for event in events:
        roles = {}
        for role, forms in event.get("roles", {}).items():
            new = [
                Mention(id=f"m{len(mentions) + i}", label="OTHER", start=0, end=len(form), text=form)
                for i, form in enumerate(forms, 1)
            ]
            mentions += new
            roles[role] = tuple(m.id for m in new)
        made.append(_event(f"e{len(made) + 1}", event, roles, text))
    return ReleaseRecord(
        source=Source(
            name=doc, sha256="0" * 64, format="text", chars=len(text),
            document=Exhibit(type=exhibit, start=0, end=len(text)) if exhibit else None,
        ),
        release=Release(zones=tuple(_zone(words, text) for words in silent)),
        mentions=tuple(mentions),
        events=tuple(made),
    )  # fmt: skip


def _event(name: str, event: Told, roles: dict[str, tuple[str, ...]], text: str) -> Event:
    date = event.get("date")
    return Event(
        id=name,
        type=event["type"],
        status=event["status"],
        polarity=event.get("polarity"),
        trigger=span(event["trigger"], text),
        evidence=tuple(span(words, text) for words in event["evidence"]),
        date=EventDate.model_validate(date) if date else None,
        amounts=tuple(
            Amount.model_validate({k: v for k, v in a.items() if k != "quote"}) for a in event.get("amounts", ())
        ),
        roles=roles,
        why=Why(component="test", rule="test"),
        confidence=1.0,
    )


def _zone(words: str, text: str) -> Zone:
    start, end = place(words, text)
    return Zone(kind="about", start=start, end=end)
