"""Tables of invented companies, and what tests ask of them."""

from collections.abc import Sequence

from topline.readers import TableRegion
from topline.records import Derived, Link, Problem, Statement
from topline.statements import derive_facts, read_statements

LABELS = [
    "Contract revenue", "Research and development", "General and administrative", "Restructuring costs",
    "Interest income", "Interest expense", "Net income (loss)", "Other income, net",
    "Amortization of acquired technology",
    "Income tax benefit", "Income (loss) from operations", "Gain on sale of equipment", "Equity in loss of affiliate",
]  # fmt: skip

OPERATIONS = """\
                          NORDVALE BIOSCIENCES, INC.
                    CONDENSED STATEMENTS OF OPERATIONS
          (in thousands, except share and per share information)
                                 (unaudited)

                                 Three Months Ended        Nine Months Ended
                                    September 30,            September 30,
                                  2005        2004         2005        2004

    Revenues:
      Contract revenue          $   310     $    --      $   910     $    45
    Operating expenses:
      Research and
       development                4,207       3,118       12,340       9,006
      General and administrative  1,003         902        2,888       2,714
        Total operating expenses  5,210       4,020       15,228      11,720
    Loss from operations         (4,900)     (4,020)     (14,318)    (11,675)
    Interest income                 150          95          402         301
    Net loss                    $(4,750)    $(3,925)    $(13,916)   $(11,374)
    Net loss per common share:
     basic and diluted           $(0.25)     $(0.26)      $(0.78)     $(0.78)
    Weighted average shares used
     in computing net loss per
     share
                              19,000,000  15,100,000   17,840,000  14,580,000
"""

BALANCE = """\
                 NORDVALE BIOSCIENCES, INC.
              CONDENSED CONSOLIDATED BALANCE SHEETS
                      (in thousands)

                               September 30, 2005   December 31, 2004
                                  (unaudited)
    ASSETS
    Current assets:
      Cash and cash equivalents       $  9,120           $ 11,004
      Short-term investments            14,300             20,150
      Prepaid expenses and other
       current assets                      580                496
        Total current assets            24,000             31,650
    Property and equipment, net          2,100              2,345
    Long-term investments                  900                 --
        Total assets                  $ 27,000           $ 33,995

    LIABILITIES AND STOCKHOLDERS' EQUITY
    Current liabilities:
      Accounts payable                $    950           $  1,100
      Accrued liabilities                1,250              1,145
        Total current liabilities        2,200              2,245
    Stockholders' equity                24,800             31,750
        Total liabilities and
         stockholders' equity         $ 27,000           $ 33,995
"""

TITLE = "                 MERIDEN THERAPEUTICS, INC.\n                 STATEMENTS OF OPERATIONS\n"
YEARS = (
    "                                 Years Ended December 31,\n                                    2001        2000\n"
)
YEAR_AND_NINE = """\
                       STATEMENTS OF OPERATIONS
                           (in thousands)

                            Year Ended     Nine Months Ended
                           December 31,      September 30,
                               2004              2004

    Revenues                 $ 4,000           $ 2,750
    Research and development   9,100             6,400
    Net loss                 $(5,100)          $(3,650)
"""
COSTS = "    Research and development   9,100             6,400"
"""A row of the table above, for others to take its place."""


def read(text: str) -> tuple[list[Statement], list[Problem]]:
    """All of a text as one region."""
    return read_statements(text, [TableRegion(0, len(text))])


def only(text: str) -> Statement:
    statements, problems = read(text)
    assert len(statements) == 1
    assert problems == []
    return statements[0]


def values(statement: Statement) -> dict[str, list[str]]:
    """Printed values by row label; a label that comes twice gets its section in front."""
    found: dict[str, list[str]] = {}
    for row in statement.rows:
        name = row.label if row.label not in found else f"{row.section} {row.label}"
        found[name] = [cell.value for cell in row.cells]
    return found


def when(statement: Statement) -> list[str | None]:
    """Columns as "first day/last day" or as a day."""
    return [f"{c.period.start}/{c.period.end}" if c.period else c.instant for c in statement.columns]


def derived(text: str, links: list[Link] | None = None) -> tuple[list[Statement], tuple[Derived, ...]]:
    statements, problems = read(text)
    assert problems == []
    return statements, derive_facts(statements, links or [])


def told(found: tuple[Derived, ...]) -> list[tuple[str, str, str, str]]:
    return [(d.label, d.period.start, d.period.end, d.value) for d in found]


def cells_hold(page: str, statements: Sequence[Statement]) -> None:
    """Each cell is what the page prints at its place, in its statement and in one of its columns."""
    for statement in statements:
        columns = {column.id for column in statement.columns}
        for row in statement.rows:
            for cell in row.cells:
                assert page[cell.start : cell.end] == cell.raw
                assert cell.column in columns
                assert statement.start <= cell.start <= cell.end <= statement.end
