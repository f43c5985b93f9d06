"""Small releases, and the facts that are read from them."""

from dataclasses import replace

from topline.components import ReleaseFacts
from topline.components.release import read_facts
from topline.readers import read_source
from topline.records import Filing

DATELINE = "BOSTON, March 3, 2004 /PRNewswire/ -- "
LEAD = DATELINE + "Merrow Bio, Inc. (Nasdaq: MRRW) today announced that it has submitted an NDA for MRW-101 to the FDA."
BODY = (
    "The application is based on two trials in patients with chronic pouchitis; the agency has sixty days to file it."
)


def facts_of(text: str, *, filing: Filing | None = None) -> ReleaseFacts:
    """Without the rest of the pipeline."""
    return read_facts(replace(read_source(text)[0], filing=filing))


def closed_by(*lines: str, lead: str = LEAD) -> str:
    """A release whose last lines these are."""
    return "\n\n".join(["Merrow Bio Submits NDA for MRW-101", lead, BODY, "\n".join(lines)]) + "\n"
