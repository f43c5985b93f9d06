"""Releases, cut down to a sentence, that once gave a wrong event, date, status or amount."""

import pytest

from topline.extraction import Extractor
from topline.records import Event


def short(event: Event) -> str:
    """ "type status first..last role=amount"."""
    date = f" {event.date.start}..{event.date.end}" if event.date else ""
    amounts = "".join(f" {a.role}={a.value or f'<{a.high}'}" for a in event.amounts)
    return f"{event.type} {event.status}{date}{amounts}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # the dateline's day is not the day of a plan
            "BOSTON, March 3, 2004 /PRNewswire/ -- Merrow, Inc. (Nasdaq: MRRW) plans to submit an NDA for MRW-101.",
            ["application_submission planned"],
        ),
        (  # "in May 2003" is no part of the meeting's name
            "Data on MRW-101 were presented at the Annual Meeting of the American Society of Hematology in May 2003.",
            ["conference_presentation occurred 2003-05-01..2003-05-31"],
        ),
        ("Merrow no longer plans to submit an NDA for Veltaron.", ["application_submission not_occurred"]),
        ("Merrow is on track to submit an NDA for Veltaron.", ["application_submission planned"]),
        (  # an upfront payment's words do not reach over its sum to the next one
            "Merrow signed a license agreement with Hart Inc. and will receive an upfront payment of $10 million, "
            "up to $90 million in milestones.",
            ["license occurred upfront=10000000 milestone_total=<90000000"],
        ),
        (
            "Merrow completed enrollment of 240 patients in its Phase 3 trial of MRW-101.",
            ["enrollment_complete occurred patients=240"],
        ),
        (  # a date that opens a clause belongs to that clause's happening
            "In 2004 Merrow submitted an NDA for MRW-101, and on March 1, 2004 the FDA granted Priority Review.",
            [
                "application_submission occurred 2004-01-01..2004-12-31",
                "expedited_program occurred 2004-03-01..2004-03-01",
            ],
        ),
        (  # a negation tells the outcome of a vote, not that there was none
            "The Advisory Committee did not recommend approval of Veltaron.",
            ["adcom_outcome occurred"],
        ),
        (  # the upfront payment of a deal is no milestone beside it
            "Merrow signed a license agreement with Hart Inc. and received an upfront payment of $2 million.",
            ["license occurred upfront=2000000"],
        ),
    ],
)
def test_regression_events(extractor: Extractor, text: str, expected: list[str]) -> None:
    assert [short(event) for event in extractor(text).events] == expected


def test_regression_wire_in_the_dateline_leaves_the_city_alone(extractor: Extractor) -> None:
    text = "BOSTON--(BUSINESS WIRE)--March 3, 2004--Merrow Bio, Inc. (Nasdaq: MRRW) today reported its results."
    release = extractor(text).release
    assert (release.city, release.released_on, release.ticker) == ("BOSTON", "2004-03-03", "MRRW")
