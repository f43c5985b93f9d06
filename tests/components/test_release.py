"""Who reports, when and on which period."""

from datetime import date

import pytest
from spacy.language import Language

from topline.components import ReleaseFacts

LEAD = "Merrow Bio, Inc. (Nasdaq: MRRW) today announced that it has submitted an NDA for MRW-101 to the FDA."
RESULTS = "Merrow Bio, Inc. (Nasdaq: MRRW) today reported results for "
TRAILER = "\n\nSOURCE  Merrow Bio, Inc.\n    -0-                             03/03/2004\n"


def facts(nlp: Language, text: str) -> ReleaseFacts:
    found: ReleaseFacts = nlp(text)._.release
    return found


@pytest.mark.parametrize(
    ("dateline", "after", "day", "dated_by"),
    [
        ("BOSTON, March 3, 2004 /PRNewswire/ -- ", "", date(2004, 3, 3), "dateline"),
        ("BOSTON, MA -- March 3, 2004 -- ", "", date(2004, 3, 3), "dateline"),
        ("BOSTON, March 03, 2024 (GLOBE NEWSWIRE) -- ", "", date(2024, 3, 3), "dateline"),
        ("BOSTON--(BUSINESS WIRE)--March 3, 2004--", "", date(2004, 3, 3), "dateline"),
        ("BOSTON, March 3 /PRNewswire/ -- ", TRAILER, date(2004, 3, 3), "dateline by trailer"),
        (
            "BOSTON, March 3 /PRNewswire/ -- ",
            "\n\nOn March 3, 2004, the board met.\n",
            date(2004, 3, 3),
            "dateline by text",
        ),
        ("", TRAILER, date(2004, 3, 3), "trailer"),
        ("BOSTON, March 3 /PRNewswire/ -- ", "", None, None),
        ("", "", None, None),
    ],
)
def test_components_release_date(
    nlp: Language, dateline: str, after: str, day: date | None, dated_by: str | None
) -> None:
    found = facts(nlp, dateline + LEAD + after)
    by = " by ".join(filter(None, (found.dated_by, found.year_by))) or None
    assert (found.released_on, by) == (day, dated_by)


def test_components_release_dateline_without_year_is_the_first_such_day_after_the_period(nlp: Language) -> None:
    text = f"BOSTON, Feb. 12 /PRNewswire/ -- {RESULTS}the fourth quarter ended December 31, 2003."
    assert facts(nlp, text).released_on == date(2004, 2, 12)


@pytest.mark.parametrize(
    ("dateline", "city"),
    [
        ("BOSTON, March 3, 2004 /PRNewswire/ -- ", "BOSTON"),
        ("SAVANNAH, Ga., Oct. 30, 2003 /PRNewswire-FirstCall/ -- ", "SAVANNAH, Ga."),
        ("BOSTON, MA -- March 3, 2004 -- ", "BOSTON, MA"),
        ("", None),
    ],
)
def test_components_release_city(nlp: Language, dateline: str, city: str | None) -> None:
    assert facts(nlp, dateline + LEAD).city == city


@pytest.mark.parametrize(
    ("text", "company", "ticker", "exchange"),
    [
        (LEAD, "Merrow Bio, Inc.", "MRRW", "Nasdaq"),
        (LEAD.replace("Nasdaq: MRRW", "NYSE American: MRW"), "Merrow Bio, Inc.", "MRW", "NYSE American"),
        (LEAD.replace("Nasdaq: MRRW", "NASDAQ:MRRW"), "Merrow Bio, Inc.", "MRRW", "NASDAQ"),
        (LEAD.replace("Bio, Inc.", "Therapeutics"), "Merrow Therapeutics", "MRRW", "Nasdaq"),
        (
            "Merrow Bio, Ltd. today announced that it has submitted an application for its medicine to the agency.",
            "Merrow Bio, Ltd.",
            None,
            None,
        ),
        ("The company today said so.\n\nSOURCE  Merrow Biosciences, Inc.\n", "Merrow Biosciences, Inc.", None, None),
        ("The company today said so.\n\nCO:  Merrow Biologics\nST:  Oregon\n", "Merrow Biologics", None, None),
        ("Nobody is named here (see below: nothing).", None, None, None),
    ],
)
def test_components_release_company(
    nlp: Language, text: str, company: str | None, ticker: str | None, exchange: str | None
) -> None:
    found = facts(nlp, text)
    assert (found.company, found.ticker, found.exchange) == (company, ticker, exchange)


@pytest.mark.parametrize(
    ("period", "start", "end"),
    [
        ("the fourth quarter ended December 31, 2003.", date(2003, 10, 1), date(2003, 12, 31)),
        ("the first quarter of 2003.", date(2003, 1, 1), date(2003, 3, 31)),
        ("the second quarter and six months ended June 30, 2003.", date(2003, 4, 1), date(2003, 6, 30)),
        ("the year ended December 31, 2003.", date(2003, 1, 1), date(2003, 12, 31)),
    ],
)
def test_components_release_period_reported(nlp: Language, period: str, start: date, end: date) -> None:
    found = facts(nlp, f"BOSTON, March 3, 2004 /PRNewswire/ -- {RESULTS}{period}").period
    assert found == (start, end)


def test_components_release_without_results_has_no_period(nlp: Language) -> None:
    text = "BOSTON, March 3, 2004 /PRNewswire/ -- Merrow Bio, Inc. will move in the second quarter of 2004."
    assert facts(nlp, text).period is None


@pytest.mark.parametrize(
    ("lines", "headline"),
    [
        (["MERROW BIO, INC., TALLIS CORPORATION", "AND R.J. OAK & COMPANY COMBINE"],
         "MERROW BIO, INC., TALLIS CORPORATION AND R.J. OAK & COMPANY COMBINE"),
        (["[LOGO OF MERROW]", "Merrow Bio Files NDA for MRW-101"], "Merrow Bio Files NDA for MRW-101"),
        (["12 Glen Ave. Victoria, BC Tel: 250-555-0111 Fax: 250-555-0131", "Net Loss Is Lower Than a Year Ago"],
         "Net Loss Is Lower Than a Year Ago"),
        (["Merrow Bio Files NDA for MRW-101", "Agency Has Sixty Days"], "Merrow Bio Files NDA for MRW-101"),
    ],
)  # fmt: skip
def test_components_release_headline_is_whole_and_alone(nlp: Language, lines: list[str], headline: str) -> None:
    text = "\n\n".join([*lines, f"BOSTON, March 3, 2004 /PRNewswire/ -- {LEAD}"])
    assert facts(nlp, text).headline == headline


def test_components_release_headline(nlp: Language) -> None:
    text = f"Exhibit 99.1\n\nMerrow Bio Files NDA\n\nBOSTON, March 3, 2004 /PRNewswire/ -- {LEAD}"
    assert facts(nlp, text).headline == "Merrow Bio Files NDA"
    assert facts(nlp, LEAD).headline is None
