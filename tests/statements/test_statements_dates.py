"""Days as heads print them."""

import pytest

from topline.statements.dates import date_parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("31-Dec-04", (12, 31, 2004)),
        ("6/30/98", (6, 30, 1998)),
        ("6/30/65", (6, 30, 1965)),
        ("Sept. 30, 2004", (9, 30, 2004)),
        ("June ’59", (6, None, 2059)),
        ("30 June 2004", (6, 30, 2004)),
        ("Mar 2004", (3, None, 2004)),
        ("March 31", (3, 31, None)),
    ],
)
def test_statements_dates_parts(text: str, parts: tuple[int | None, int | None, int | None]) -> None:
    (found,) = date_parts(text)
    assert (found.month, found.day, found.year) == parts
