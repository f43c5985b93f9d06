"""Zones of releases in their many shapes: each case is a text and the section and kind of each of its blocks."""

import pytest

from topline.readers import read_source

LEAD = "RENO, Nev., Aug. 5, 2004 -- Ostrava Bio, Inc. (Nasdaq: OSTB) today reported results for its second quarter."
NEWS = "In June the Company completed enrollment of 240 patients in its Phase 3 trial of OB-12, ahead of its plan."
PROFILE = "Ostrava Bio, Inc. is a biopharmaceutical company that develops medicines for diseases of the liver."
HARBOR = (
    "This release contains forward-looking statements that involve risks and uncertainties; actual results may differ"
    " materially from them, and the Company undertakes no obligation to update them."
)


def sections(*paragraphs: str) -> list[str]:
    """The zones that tile a release made of paragraphs, each as its kind."""
    document = read_source("\n\n".join(paragraphs))[0]
    return [z.kind for z in document.zones if z.kind not in ("bullet", "quote", "dateline")]


def kinds(*paragraphs: str) -> list[tuple[str, str]]:
    """Kind and text of each block."""
    document = read_source("\n\n".join(paragraphs))[0]
    return [(b.kind, document.text_of(b)) for b in document.blocks]


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


def test_readers_headings_that_run_in_are_blocks_of_their_own() -> None:
    found = kinds(LEAD, "Clinical Program Progress: In June Ostrava\ncompleted a trial.", "**Net loss**  It was small.")
    assert found[1:] == [
        ("highlights", "Clinical Program Progress"),
        ("highlights", "In June Ostrava completed a trial."),
        ("highlights", "Net loss"),
        ("highlights", "It was small."),
    ]


@pytest.mark.parametrize(
    ("text", "bullets"),
    [
        ("*  One is done.\n*  Two is not.", ["One is done.", "Two is not."]),
        ("o One is\ndone.\no Two is not.", ["One is done.", "Two is not."]),
        ("--  One is done.\n\n--  Two is not.", ["One is done.", "Two is not."]),
        ("1.  One is done.\n\n2.  Two is not.", ["One is done.", "Two is not."]),
        ("(a) One is done.\n\n(b) Two is not.", ["One is done.", "Two is not."]),
        ("•One is done.\n•Two is not.", ["One is done.", "Two is not."]),
        (
            "*  One is done:\n    -  the first half,\n    -  the second.",
            ["One is done:", "the first half,", "the second."],
        ),
        ("Three things were done:\n1) one, 2) two,\nand 3) three.", []),
        ("*Two words*", []),
        ("The pre-\n-- or post-market study goes on.", []),
    ],
)
def test_readers_bullets(text: str, bullets: list[str]) -> None:
    assert [t for kind, t in kinds(LEAD, text) if kind == "bullet"] == bullets


def test_readers_sentence_goes_on_behind_the_end_of_a_page() -> None:
    text = f"{LEAD}\n\nThe trial enrolled 240 patients in twelve sites of the United\n\n   -2-\n<PAGE>\n\nStates."
    assert kinds(text)[1:] == [
        ("body", "The trial enrolled 240 patients in twelve sites of the United States."),
        ("contact", "-2-"),
    ]


def test_readers_running_heads_are_no_news() -> None:
    head = "Ostrava Reports Results\nAugust 5, 2004\nPage {}"
    pages = [
        f"<PAGE>\n{head.format(n)}\n\nThe trial number {n} enrolled its patients in all of the sites." for n in (2, 3)
    ]
    assert [text for kind, text in kinds(LEAD, *pages) if kind == "body"] == [
        "The trial number 2 enrolled its patients in all of the sites.",
        "The trial number 3 enrolled its patients in all of the sites.",
    ]


def test_readers_address_at_the_foot_of_a_page_does_not_cut_a_sentence() -> None:
    cut = "Investors may read it and may learn more of the\n\n          10 Vine Street, Reno NV\n\nwork of the Company."
    assert kinds(LEAD, cut)[1] == (
        "body",
        "Investors may read it and may learn more of the work of the Company.",
    )


def test_readers_every_second_line_blank() -> None:
    lines = [
        "Ostrava Bio, Inc. has announced that it has completed the acquisition of",
        "Hart Medical in a transaction that was approved by the shareholders of",
        "both companies on September 5, and that it will operate Hart as a division",
        "whose management stays as it is, with headquarters in Reno, Nevada, for the",
        "time being.",
    ]  # fmt: skip
    more = [line.replace("Ostrava", "Later Ostrava") for line in lines]
    text = "\n\n".join(lines) + "\n\n\n" + "\n\n".join(more)
    assert [t for _, t in kinds(text)] == [" ".join(lines), " ".join(more)]


def test_readers_paragraphs_two_blanks_apart_in_one_line() -> None:
    parts = [LEAD, NEWS + " " + NEWS, NEWS + " " + HARBOR, HARBOR + " " + HARBOR, PROFILE + " " + PROFILE]
    assert [t for _, t in kinds("  ".join(parts))] == parts


def test_readers_long_lines_are_paragraphs() -> None:
    text = f"{LEAD} {NEWS}\n{NEWS} {HARBOR}\n{PROFILE} {HARBOR}"
    assert [t for _, t in kinds(text)] == text.split("\n")


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
