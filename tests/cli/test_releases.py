"""What the timeline says of a release itself."""

import pytest

from topline.cli.releases import company_line, release_lines
from topline.records import Call, Phone, Release, ReleaseRecord, ReportedPeriod, Source

PHONES = (
    Phone(id="p1", number="800-555-0101", role="call", start=0, end=12),
    Phone(id="p2", number="888-555-0103", role="replay", code="1234567", start=20, end=32),
)


def record(**release: object) -> ReleaseRecord:
    return ReleaseRecord(
        source=Source(name="a.txt", sha256="0", format="text", chars=1), release=Release.model_validate(release)
    )


@pytest.mark.parametrize(
    ("release", "line"),
    [
        ({"company": "Merrow Bio, Inc.", "ticker": "MRRW", "exchange": "Nasdaq"}, "Merrow Bio, Inc. (Nasdaq: MRRW)"),
        ({"company": "Merrow Bio, Inc.", "ticker": "MRRW"}, "Merrow Bio, Inc. (MRRW)"),
        ({"company": "Merrow Bio, Inc."}, "Merrow Bio, Inc."),
        ({}, "Unknown company"),
    ],
)
def test_cli_company_line(release: dict[str, object], line: str) -> None:
    assert company_line(record(**release)) == line


@pytest.mark.parametrize(
    ("release", "line"),
    [
        ({"released_on": "2004-03-03", "dated_by": "dateline"}, "release of 2004-03-03  a.txt"),
        ({"released_on": "2004-03-03", "dated_by": "filing"}, "release of 2004-03-03 (of the filing)  a.txt"),
        (
            {
                "released_on": "2004-03-03",
                "period": ReportedPeriod(start="2003-10-01", end="2003-12-31", label="FY2004-Q2"),
            },
            "release of 2004-03-03, on FY2004-Q2  a.txt",
        ),
        ({}, "release of unknown date  a.txt"),
    ],
)
def test_cli_release_line(release: dict[str, object], line: str) -> None:
    assert list(release_lines(record(**release))) == [line]


@pytest.mark.parametrize(
    ("call", "line"),
    [
        (
            {"kind": "call", "begins": "2004-03-03T16:30:00-05:00", "zone": "ET", "phones": ("p1",)},
            "  call    2004-03-03 16:30 ET · 800-555-0101",
        ),
        (
            {"kind": "replay", "begins": "2004-03-03T19:30:00-05:00", "ends": "2004-03-10", "phones": ("p2",)},
            "  replay  2004-03-03 19:30 -05:00 to 2004-03-10 · 888-555-0103 code 1234567",
        ),
        ({"kind": "replay", "ends": "2004-03-10"}, "  replay  … to 2004-03-10"),
        ({"kind": "replay", "duration": "P30D"}, "  replay  for 30 days"),
        ({"kind": "replay", "duration": "PT1H"}, "  replay  for 1 hour"),
        ({"kind": "webcast", "url": "www.merrow.example"}, "  webcast www.merrow.example"),
    ],
)
def test_cli_call_line(call: dict[str, object], line: str) -> None:
    _, found = release_lines(record(calls=(Call.model_validate({**call, "start": 0, "end": 9}),), phones=PHONES))
    assert found == line
