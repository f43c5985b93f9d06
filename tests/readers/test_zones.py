"""Zones of releases in their many shapes: each case is the paragraphs of a text and the sections that tile it."""

import pytest
from zoned_release import HARBOR, LEAD, NEWS, PROFILE, sections


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        pytest.param(["Ostrava Reports Results", LEAD, NEWS], ["headline", "lead", "body"], id="headline"),
        pytest.param(
            [
                "EXHIBIT 99.1",
                "FOR IMMEDIATE RELEASE",
                "Contact: Ann Teller\nChief Executive Officer\n(503) 555-0110",
                "OSTRAVA REPORTS SECOND QUARTER RESULTS",
                LEAD,
            ],
            ["contact", "headline", "lead"],
            id="contacts over the headline",
        ),
        pytest.param(
            [
                "NEWS RELEASE",
                "Ostrava Bio, Inc.",
                "1600 Valley Road, Suite 4, Reno, NV 89501",
                "Ostrava Bio Suffers a Setback in Its Trial of OB-12",
                LEAD,
            ],
            ["contact", "headline", "lead"],
            id="letterhead",
        ),
        pytest.param(
            ["                OSTRAVA BIO, INC., HART INC.", "                AND MERROW ANNOUNCE COMBINATION", LEAD],
            ["headline", "lead"],
            id="headline that names several companies",
        ),
        pytest.param(
            [
                "# Ostrava Reports Results",
                "By Meg Flint, Benzeno",
                "Ostrava Bio N.V. (NASDAQ: OSTB), known for its work on the liver, has reported that its trial of"
                " OB-12 met its primary endpoint, and that it will file.",
                NEWS,
            ],
            ["headline", "contact", "lead", "body"],
            id="lead without a dateline",
        ),
        pytest.param(
            [LEAD, NEWS, "About Ostrava", PROFILE, "Contact:\nAnn Teller"],
            ["lead", "body", "about", "contact"],
            id="about",
        ),
        pytest.param(
            [LEAD, NEWS, PROFILE, HARBOR], ["lead", "body", "about", "safe_harbor"], id="profile without a heading"
        ),
        pytest.param([LEAD, PROFILE, NEWS, NEWS, NEWS], ["lead", "body"], id="what opens a release is no profile"),
        pytest.param(
            [
                LEAD,
                NEWS,
                "Based in Reno, Ostrava Bio, Inc. is the parent of Hart Medical.",
                "Founded in 1944, Hart Medical is a maker of instruments.",
                HARBOR,
            ],
            ["lead", "body", "about", "safe_harbor"],
            id="two profiles",
        ),
        pytest.param(
            [LEAD, "Conference Call", "The Company will host a call at 4:30 p.m.", PROFILE, HARBOR],
            ["lead", "call", "about", "safe_harbor"],
            id="what follows a call",
        ),
        pytest.param(
            [LEAD, "Conference Call", "The Company will host a call at 4:30 p.m.", "Domestic: 1-800-555-0110", HARBOR],
            ["lead", "call", "safe_harbor"],
            id="numbers to dial on lines of their own",
        ),
        pytest.param(
            ["OSTRAVA REPORTS RESULTS OF ITS TRIAL", f"PALO ALTO, CA -- Ostrava Bio, Inc. has news. {NEWS}", NEWS],
            ["headline", "lead", "body"],
            id="a dateline with neither day nor wire",
        ),
        pytest.param(
            [
                LEAD,
                "THIRD QUARTER OUTLOOK",
                "The following statements are based on current expectations. These statements are forward-looking, and"
                " actual results may differ materially.",
                "*  Revenues are expected to be $3 million.",
                "*  Expenses are expected to fall.",
                PROFILE,
                HARBOR,
            ],
            ["lead", "body", "about", "safe_harbor"],
            id="a caution over forecasts is no safe harbor",
        ),
        pytest.param(
            [
                LEAD,
                NEWS,
                '"Safe Harbor" statement under the Private Securities Litigation Reform Act\nof 1995:',
                HARBOR,
            ],
            ["lead", "body", "safe_harbor"],
            id="a notice's title in two lines",
        ),
        pytest.param(
            [LEAD, NEWS, "For more information, visit www.ostrava.example", PROFILE],
            ["lead", "body", "contact", "about"],
            id="where to ask, then a profile",
        ),
        pytest.param(
            [
                LEAD,
                "Recent Highlights",
                "OB-12 in Hepatitis",
                "*  Ostrava filed an IND.",
                "Other Updates",
                "*  Ostrava hired a chemist.",
                "Second Quarter Financial Results",
                NEWS,
            ],
            ["lead", "highlights", "body"],
            id="headings inside highlights",
        ),
        pytest.param(
            [
                LEAD,
                "Second Quarter Highlights",
                "*  Ostrava filed an IND.",
                "Subsequent Events",
                "*  Ostrava raised $5 million.",
                "Upcoming Milestones",
                "*  Data are expected in 2005.",
            ],
            ["lead", "highlights", "highlights", "highlights"],
            id="several sections of highlights",
        ),
        pytest.param(
            [
                LEAD,
                "Clinical Program Progress: In June Ostrava completed a trial.",
                "Conference Call: Ostrava will host a call today.",
                "About Ostrava Bio: It makes medicines.",
            ],
            ["lead", "highlights", "call", "about"],
            id="headings that run in",
        ),
        pytest.param(
            [LEAD, NEWS, "![](https://cdn.ostrava.example/a.png)", NEWS, "Figure 1: Patients by site", NEWS],
            ["lead", "body", "contact", "body", "contact", "body"],
            id="pictures",
        ),
        pytest.param(
            [LEAD, NEWS, "CONTACT: Ann Teller", "Hart Advisors, LLC", "ann@hart.example", "(503) 555-0110", "# # #"],
            ["lead", "body", "contact"],
            id="names under contacts",
        ),
    ],
)
def test_readers_sections(paragraphs: list[str], expected: list[str]) -> None:
    assert sections(*paragraphs) == expected


TABLE = """\
                              OSTRAVA BIO, INC.
                           CONDENSED BALANCE SHEETS
                                (in thousands)

                                      June 30, 2004     December 31, 2003

    Cash                                    $12,003               $15,640
    Other assets                                140                    --
      Total assets                          $12,143               $15,640
"""


@pytest.mark.parametrize(
    "note", ["Note: Amounts of 2003 were restated.", "(1) Derived from audited statements.", "See accompanying notes."]
)
def test_readers_notes_between_statements_belong_to_them(note: str) -> None:
    assert sections(LEAD, NEWS, TABLE, note, TABLE, HARBOR) == ["lead", "body", "statement", "safe_harbor"]


def test_readers_label_over_a_statement_is_none_of_its_titles() -> None:
    assert sections(LEAD, NEWS, "                         FINANCIAL TABLES FOLLOW", TABLE) == [
        "lead",
        "body",
        "contact",
        "statement",
    ]


def test_readers_statement_whose_figures_stand_in_no_columns() -> None:
    pasted = "OSTRAVA BIO, INC.Condensed Consolidated Balance Sheets(in thousands)"
    figures = ["Jun 30,2004", "Cash$ 12,003 Other 140 Total$ 12,143"]
    expected = ["lead", "body", "statement", "contact"]
    assert sections(LEAD, NEWS, pasted, *figures, "View the original release on wire.example") == expected


def test_readers_title_with_a_date_is_no_lead() -> None:
    assert "lead" not in sections(
        "PROSPECTUS SUPPLEMENT TO THE PROSPECTUS DATED MAY 4, 1994", "$300,000,000", "6 3/4% NOTES"
    )
