"""Marked releases of a few lines, and what is read from them."""

from datetime import date

from topline.evaluation import GoldRelease
from topline.evaluation.gold import GoldEvent
from topline.training.compile import Compiled, compile_release
from topline.training.release import MarkedRelease, parse_release

COMPANY = "Merrow Bay Therapeutics, Inc."
RELEASED = date(2004, 5, 4)


def release(
    *lines: str,
    company: str = COMPANY,
    released_on: str = "2004-05-04",
    period: str | None = None,
    name: str = "merrow",
) -> MarkedRelease:
    header = f"company: {company}\nreleased_on: {released_on}\n" + (f"period: {period}\n" if period else "")
    return parse_release(header + "\n" + "\n\n".join(lines), name=name)


def compiled(*lines: str, period: str | None = None) -> Compiled:
    return compile_release(release(*lines, period=period))


def gold(*lines: str, period: str | None = None) -> GoldRelease:
    """The gold of lines in which nothing is wrong."""
    found = compiled(*lines, period=period)
    assert found.troubles == ()
    return found.gold


def event(*lines: str, period: str | None = None) -> GoldEvent:
    """The only event of such lines."""
    events = gold(*lines, period=period).events
    assert len(events) == 1
    return events[0]


def troubles(*lines: str) -> list[str]:
    return [trouble.what for trouble in compiled(*lines).troubles]


def fits(gold: GoldRelease) -> bool:
    """Whether triggers and evidence are what stands at their places, and all places lie within the text."""
    return all(
        event.trigger_span is not None
        and gold.text[slice(*event.trigger_span)] == event.trigger
        and tuple(gold.text[s:e] for s, e in event.spans) == event.evidence
        and any(s <= event.trigger_span[0] and event.trigger_span[1] <= e for s, e in event.spans)
        for event in gold.events
    ) and all(
        0 <= m.start < m.end <= len(gold.text) and gold.text[m.start : m.end] == gold.text[m.start : m.end].strip()
        for m in (*(gold.names or ()), *gold.lookalikes)
    )
