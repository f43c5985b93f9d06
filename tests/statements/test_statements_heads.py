"""Column heads into periods and days."""

import pytest
from statement_tables import only, read, when

ROWS = "    Revenues            {:>12}{:>12}{:>12}{:>12}\n    Net loss            {:>12}{:>12}{:>12}{:>12}\n"
OPERATIONS = "                     STATEMENTS OF OPERATIONS\n"
FOUR = ROWS.format("$1,000", "$2,000", "$3,000", "$4,000", "(1,500)", "(2,500)", "(3,500)", "(4,500)")
TWO = "    Revenues                  $1,000      $2,000\n    Net loss                  (1,500)     (2,500)\n"


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (
            "                           Years Ended December 31,\n                               2003        2002\n",
            ["2003-01-01/2003-12-31", "2002-01-01/2002-12-31"],
        ),
        (
            "                             Three Months Ended\n                           March 31,   March 31,\n"
            "                               2001        2000\n",
            ["2001-01-01/2001-03-31", "2000-01-01/2000-03-31"],
        ),
        (
            "                               Quarter Ended\n                            Jun 30,     Mar 31,\n"
            "                              2003        2003\n",
            ["2003-04-01/2003-06-30", "2003-01-01/2003-03-31"],
        ),
        (
            "                           Fiscal Year Ended June 30,\n                               1999        1998\n",
            ["1998-07-01/1999-06-30", "1997-07-01/1998-06-30"],
        ),
        (
            "                             13 Weeks Ended\n                           June 28,   June 29,\n"
            "                               2003        2002\n",
            ["2003-03-30/2003-06-28", "2002-03-31/2002-06-29"],
        ),
        (
            "                           Three Months   Twelve Months\n"
            "                               Ended       Ended\n"
            "                             12/31/04    12/31/04\n",
            ["2004-10-01/2004-12-31", "2004-01-01/2004-12-31"],
        ),
        (
            "                                        Period from\n                                       May 4, 1998\n"
            "                          Year Ended  (inception) to\n                        December 31,  December 31,\n"
            "                               2003        2003\n",
            ["2003-01-01/2003-12-31", "1998-05-04/2003-12-31"],
        ),
        ("                               2003        2002\n", [None, None]),
        (
            "                           December 31, December 31,\n                               2003        2002\n",
            [None, None],
        ),
        (
            "                           Three Months Ended\n                               2003        2002\n",
            [None, None],
        ),
        (
            "                           Years Ended December 31,\n                               2003      Change\n",
            ["2003-01-01/2003-12-31", None],
        ),
        (
            "                                Months Ended\n                            June 30,    June 30,\n"
            "                               2003        2002\n",
            [None, None],
        ),
    ],
)
def test_statements_heads_periods(head: str, expected: list[str | None]) -> None:
    assert when(only(OPERATIONS + head + TWO)) == expected


@pytest.mark.parametrize(
    "head",
    [
        "                          Three Months Ended       Nine Months Ended\n"
        "                            September 30,            September 30,\n"
        "                            1998        1997        1998        1997\n",
        "                          Three Months Ended       Nine Months Ended\n"
        "                        ---------------------   ---------------------\n"
        "                         Sep 30,     Sep 30,     Sep 30,     Sep 30,\n"
        "                            1998        1997        1998        1997\n",
        "                      Three Months Ended Sep 30, Nine Months Ended Sep 30,\n"
        "                            1998        1997        1998        1997\n",
        "                                                    Nine Months\n"
        "                          Three Months Ended           Ended\n"
        "                         Sep 30,     Sep 30,     Sep 30,     Sep 30,\n"
        "                            1998        1997        1998        1997\n",
    ],
)
def test_statements_heads_spanning_columns(head: str) -> None:
    assert when(only(OPERATIONS + head + FOUR)) == [
        "1998-07-01/1998-09-30", "1997-07-01/1997-09-30", "1998-01-01/1998-09-30", "1997-01-01/1997-09-30",
    ]  # fmt: skip


def test_statements_heads_one_blank_between_dates() -> None:
    head = "                               Three Months Ended\n                       June 30, 2001, March 31, 2001\n"
    assert when(only(OPERATIONS + head.replace("2001, March", "2001 March") + TWO))[:1] == ["2001-04-01/2001-06-30"]


@pytest.mark.parametrize(
    "head",
    [
        "                           December 31,   June 30,\n                               2003        2003\n",
        "                               As of       As of\n                         Dec 31, 2003  Jun 30, 2003\n"
        "                         (unaudited)   (audited)\n",
        "                           12/31/2003   6/30/2003\n",
    ],
)
def test_statements_heads_instants(head: str) -> None:
    text = f"                     BALANCE SHEETS\n{head}    Total assets              $1,000      $2,000\n"
    assert when(only(text)) == ["2003-12-31", "2003-06-30"]


def test_statements_heads_period_in_the_title() -> None:
    head = (
        "        FOR THE THREE MONTHS ENDED MARCH 31, 2004 AND 2003\n                               2004        2003\n"
    )
    assert when(only(OPERATIONS + head + TWO)) == ["2004-01-01/2004-03-31", "2003-01-01/2003-03-31"]


def test_statements_heads_labels_leave_annotations_out() -> None:
    head = (
        "                           December 31,   June 30,\n                               2003        2003\n"
        "                           (unaudited)\n"
    )
    text = f"                     BALANCE SHEETS\n{head}    Total assets              $1,000      $2,000\n"
    assert [column.label for column in only(text).columns] == ["December 31, 2003", "June 30, 2003"]


def test_statements_heads_new_heads_begin_a_statement() -> None:
    head = "                          {} Months Ended June 30,\n                               2003        2002\n"
    statements, _ = read(OPERATIONS + head.format("Three") + TWO + "\n" + head.format("Six") + TWO)
    assert [when(s)[0] for s in statements] == ["2003-04-01/2003-06-30", "2003-01-01/2003-06-30"]


def test_statements_heads_go_on_under_a_second_title() -> None:
    head = "                           Years Ended December 31,\n                               2003        2002\n"
    cash = (
        "    STATEMENTS OF CASH FLOWS\n"
        "    Net cash used in operating activities\n"
        "                              (1,000)     (2,000)\n"
    )
    statements, _ = read(OPERATIONS + "            (in thousands)\n" + head + TWO + "\n" + cash)
    assert [(s.kind, s.scale) for s in statements] == [("operations", 1000), ("cash_flows", 1000)]
    assert when(statements[1]) == ["2003-01-01/2003-12-31", "2002-01-01/2002-12-31"]


@pytest.mark.parametrize("hang", range(6))
def test_statements_as_many_heads_as_columns_each_have_their_own(hang: int) -> None:
    """Heads that end left of their figures once gave both balance sheet columns the second one's day."""
    heads = "September 30, 2012   December 31, 2011".rjust(68 - hang)
    source = "\n".join(
        [
            "                     TALLIS BIO, INC.",
            "                 CONDENSED BALANCE SHEETS",
            "                     (in thousands)",
            "",
            heads,
            "",
            f"{'      Cash and cash equivalents':<42}{'$12,345':>12}{'$23,456':>14}",
            f"{'      Other assets':<42}{'1,000':>12}{'2,000':>14}",
            f"{'        Total assets':<42}{'$13,345':>12}{'$25,456':>14}",
        ]
    )
    assert [c.instant for c in only(source).columns] == ["2012-09-30", "2011-12-31"]


def test_statements_heads_of_unequal_height_are_each_over_its_own_column() -> None:
    """The first one has a line more, which is an annotation: the dates do not stand on one line."""
    text = (
        "                          BALANCE SHEETS\n\n"
        "                            March 31, 2010\n"
        "                               (unaudited)    December 31, 2009\n\n"
        "    Cash                            $6,330               $7,912\n"
        "    Total assets                    $6,548               $8,152\n"
    )
    assert when(only(text)) == ["2010-03-31", "2009-12-31"]
