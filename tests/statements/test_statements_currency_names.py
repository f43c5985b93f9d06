"""Names of currencies in lines over a statement."""

import pytest

from topline.statements.currencies import currencies_in


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("(in thousands of Canadian funds)", "CAD"),
        ("(in Australian dollars)", "AUD"),
        ("(in New Zealand dollars)", "NZD"),
        ("(in Hong Kong dollars)", "HKD"),
        ("(in Singapore dollars)", "SGD"),
        ("(in New Taiwan dollars)", "TWD"),
        ("(in thousands of U.S. dollars)", "USD"),
        ("(in thousands of euros)", "EUR"),
        ("(in pounds sterling)", "GBP"),
        ("(in pence)", "GBP"),
        ("(in Swiss francs)", "CHF"),
        ("(in millions of yen)", "JPY"),
        ("(in thousands of renminbi)", "CNY"),
        ("(in thousands of yuan)", "CNY"),
        ("(in new Israeli shekels)", "ILS"),
        ("(in Swedish kronor)", "SEK"),
        ("(in Norwegian crowns)", "NOK"),
        ("(in Danish kroner)", "DKK"),
        ("(in millions of Korean won)", "KRW"),
        ("(in Indian rupees)", "INR"),
        ("(in Deutsche marks)", "DEM"),
    ],
)
def test_statements_currency_names(text: str, code: str) -> None:
    assert currencies_in(text) == [code]
