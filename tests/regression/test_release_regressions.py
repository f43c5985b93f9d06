"""Releases that once lost a fact, an event or a table row."""

import pytest

from topline.extraction import Extractor

OPENING = "BOSTON, Mass., Aug. 29, 2005 /PRNewswire/ -- Tallis Bio, Inc. (Nasdaq: TLLS) today "

FISCAL = (
    OPENING
    + """reported results for its
fourth quarter and fiscal year ended June 30, 2005.  For the fourth quarter of
fiscal 2005, Tallis reported a net loss of $5.1 million.  For fiscal 2005, the
net loss was $22.3 million.  Tallis expects to file an IND in the first
quarter of fiscal 2006.

                   Statements of Operations (in thousands)

                              Three Months Ended      Year Ended
                                  June 30, 2005      June 30, 2005
    Revenues                          $  500            $  900
    Expenses                           5,612            23,199
    Net loss                         $(5,112)         $(22,299)
"""
)


def test_regression_fiscal_years_follow_the_year_end_that_the_lead_prints(extractor: Extractor) -> None:
    record = extractor(FISCAL)
    periods = {m.text: m.value for m in record.mentions if m.label == "PERIOD"}
    assert periods["fiscal 2005"] == {"start": "2004-07-01", "end": "2005-06-30"}
    assert periods["first quarter of fiscal 2006"] == {"start": "2005-07-01", "end": "2005-09-30"}
    assert [link.relation for link in record.links] == ["rounds_to", "rounds_to"]
    assert record.release.period is not None
    assert record.release.period.end == "2005-06-30"


def test_regression_a_reported_period_is_over_at_the_release(extractor: Extractor) -> None:
    text = (
        "TALLIS BIO REPORTS FISCAL 1996 THIRD QUARTER RESULTS\n\n"
        "BOSTON, Mass., July 25, 1996 /PRNewswire/ -- Tallis Bio, Inc. (Nasdaq: TLLS) today reported results for the "
        "quarter ended June 30, 1996.\n"
    )
    period = extractor(text).release.period
    assert period is not None
    assert (period.start, period.end) == ("1996-04-01", "1996-06-30")


def test_regression_figures_one_blank_apart_stay_in_their_row(extractor: Extractor) -> None:
    text = """\
                   STATEMENTS OF OPERATIONS

                       Three Months Ended June 30,  Six Months Ended June 30,
                             2004         2003         2004         2003
    Revenues             $900,000     $650,000   $2,400,000   $1,800,000
    Expenses            3,712,000    2,987,000   10,220,000    8,900,000
    Net loss          $(2,812,000) $(2,337,000) $(7,820,000) $(7,100,000)
"""
    (statement,) = extractor(text).statements
    assert [c.value for c in statement.rows[-1].cells] == ["-2812000", "-2337000", "-7820000", "-7100000"]


def test_regression_prose_right_over_a_table_is_no_title(extractor: Extractor) -> None:
    text = (
        OPENING
        + """had a good quarter.

The Company launched Zorvanta on July 2 and began commercial operations in 2004.

                   Statements of Operations (in thousands)

                              Three Months Ended June 30,
                                   2005         2004
    Revenues                     $  500       $  200
    Expenses                        800          600
    Net loss                     $ (300)      $ (400)
"""
    )
    record = extractor(text)
    assert [(e.type, e.status) for e in record.events] == [("launch", "occurred")]
    assert len(record.statements) == 1


@pytest.mark.parametrize(
    ("dateline", "city", "day"),
    [
        ("SOUTH SAN FRANCISCO, CA -- (Marketwire) -- 08/04/11 -- ", "SOUTH SAN FRANCISCO, CA", "2011-08-04"),
        ("SOUTH SAN FRANCISCO, CA--(Marketwire - August 4, 2011) - ", "SOUTH SAN FRANCISCO, CA", "2011-08-04"),
        ("SEATTLE, Aug. 4, 2011 (GLOBE NEWSWIRE) -- ", "SEATTLE", "2011-08-04"),
        ("BOSTON--(BUSINESS WIRE)--Nov. 7, 1996--", "BOSTON", "1996-11-07"),
    ],
)
def test_regression_datelines(extractor: Extractor, dateline: str, city: str, day: str) -> None:
    text = (
        dateline + "Tallis Therapeutics plc (Nasdaq: TLLS) today announced that the FDA approved its drug for gout.\n"
    )
    release = extractor(text).release
    assert (release.city, release.released_on) == (city, day)
    assert (release.company, release.ticker) == ("Tallis Therapeutics plc", "TLLS")


def test_regression_a_large_sum_does_not_share_the_unit_of_a_price(extractor: Extractor) -> None:
    mentions = extractor("The net loss was $9,870,000 or $.84 per share.").mentions
    assert [m.label for m in mentions] == ["MONEY", "PER_SHARE"]
