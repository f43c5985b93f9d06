"""Datelines of the wires, of companies' own sites, and sentences that only look like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from topline.readers import DATELINE


@pytest.mark.parametrize(
    ("text", "city", "date", "rest"),
    [
        ("PORTLAND, Ore., Aug. 5 /PRNewswire-FirstCall/ -- Ostrava", "PORTLAND, Ore.", "Aug. 5", "Ostrava"),
        ("PORTLAND, Ore., Aug. 5, 2011 /PRNewswire/ -- Ostrava", "PORTLAND, Ore.", "Aug. 5, 2011", "Ostrava"),
        ("BOSTON--(BUSINESS WIRE)--Nov. 7, 1996--Ostrava", "BOSTON", "Nov. 7, 1996", "Ostrava"),
        ("BOSTON & BASEL, Switzerland--(BUSINESS WIRE)--Ostrava", "BOSTON & BASEL, Switzerland", None, "Ostrava"),
        ("KEARNEY, NE -- (BUSINESS WIRE) -- Ostrava", "KEARNEY, NE", None, "Ostrava"),
        ("SEATTLE, Aug. 4, 2011 (GLOBE NEWSWIRE) -- Ostrava", "SEATTLE", "Aug. 4, 2011", "Ostrava"),
        ("TULSA, OK--(Marketwire - August 4, 2011) - Ostrava", "TULSA, OK", "August 4, 2011", "Ostrava"),
        ("TULSA, OK -- (Marketwire) -- 08/04/11 -- Ostrava", "TULSA, OK", "08/04/11", "Ostrava"),
        ("VANCOUVER, BC / ACCESSWIRE / May 5, 2025 / Ostrava", "VANCOUVER, BC", "May 5, 2025", "Ostrava"),
        ("LITTLE ROCK, AR, May 9, 2024 /24-7PressRelease/ -- Ostrava", "LITTLE ROCK, AR", "May 9, 2024", "Ostrava"),
        (
            "Reno, Nevada (Wire.ai) Saturday Jan 4, 2025 @ 7:00 AM US/Mountain — O",
            "Reno, Nevada",
            "Saturday Jan 4, 2025",
            "O",
        ),
        ("ATLANTA - (NewsWire) - November 05, 2024 - Ostrava", "ATLANTA", "November 05, 2024", "Ostrava"),
        ("LAS VEGAS, NV - May 7, 2025 (NEWSWIRE) - Ostrava", "LAS VEGAS, NV", "May 7, 2025", "Ostrava"),
        ("LAS VEGAS - May 7, 2025 (NEWSWIRE) - Ostrava", "LAS VEGAS", "May 7, 2025", "Ostrava"),
        ("MINNEAPOLIS...JUNE 6, 2000...Ostrava", "MINNEAPOLIS", "JUNE 6, 2000", "Ostrava"),
        (
            "RENO, NEVADA AND YORK, ENGLAND... (JUNE 14, 1999) ...Ostrava",
            "RENO, NEVADA AND YORK, ENGLAND",
            "JUNE 14, 1999",
            "Ostrava",
        ),
        ("Minneapolis (Sept. 27, 2000) - Ostrava", "Minneapolis", "Sept. 27, 2000", "Ostrava"),
        ("Basel, Switzerland, 12 March 2024 – Ostrava", "Basel, Switzerland", "12 March 2024", "Ostrava"),
        ("The Woodlands, Texas, March 5th, 2002 - Ostrava", "The Woodlands, Texas", "March 5th, 2002", "Ostrava"),
        ("Edmonton, Alberta, Canada May 5, 2025. Ostrava", "Edmonton, Alberta, Canada", "May 5, 2025", "Ostrava"),
        ("RENO...MAY 8, 2000, Ostrava", "RENO", "MAY 8, 2000", "Ostrava"),
        (
            "Reno, Nev., March 3, 2003 Ostrava Bio, Inc. (Nasdaq: OSTB)",
            "Reno, Nev.",
            "March 3, 2003",
            "Ostrava Bio, Inc. (Nasdaq: OSTB)",
        ),
    ],
)
def test_readers_dateline(text: str, city: str, date: str | None, rest: str) -> None:
    match = DATELINE.match(text)
    assert match is not None
    assert (match["city"], match["date"], text[match.end() :]) == (city, date, rest)


@pytest.mark.parametrize(
    "text",
    [
        "In March 2005, Ostrava submitted an NDA.",
        "On May 5, 2005, Ostrava submitted an NDA.",
        "Thursday, October 30, 2003, at 4:30 p.m.",
        "The company said that in Boston, May 5, 2003, it would meet.",
        "Ostrava will present on June 6 in Chicago - the first time.",
        "OB-12 on March 18, 2004. Ostrava expects to report",
    ],
)
def test_readers_no_dateline(text: str) -> None:
    assert DATELINE.match(text) is None


@given(st.text(alphabet="AaBb ,.-–(/)1May 29,04", max_size=240))
def test_readers_dateline_of_any_text_begins_with_its_city(text: str) -> None:
    match = DATELINE.match(text)
    assert match is None or text.startswith(match["city"])
