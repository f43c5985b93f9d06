"""Which company is meant: tickers, CIKs, names, and what is said where none or several fit."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from local_edgar import fetch, penlow

from topline.errors import CompanyAmbiguous, CompanyUnknown
from topline.fetch import parse_cik
from topline.fetch.companies import Filer, choose

FILERS = [
    Filer(11, "PNLW", "PENLOW THERAPEUTICS INC"),
    Filer(11, "PNLWW", "PENLOW THERAPEUTICS INC"),
    Filer(12, "OSB-A", "Osbourne Bio Corp"),
    Filer(13, "OSBR", "Osbourne Biologics, Inc."),
    Filer(14, "KELV", "Kelvane Corp /DE/"),
    Filer(15, "KELH", "KELVANE HOLDINGS LTD"),
    Filer(16, "TRN", "Tarnholm & Vik Pharma A/S"),
]


@pytest.mark.parametrize(
    ("query", "cik"),
    [
        ("PNLW", 11),
        ("pnlww", 11),
        ("osb.a", 12),
        ("Penlow", 11),
        ("penlow therapeutics, inc.", 11),
        ("Osbourne Bio", 12),
        ("Osbourne Biologics", 13),
        ("Vik Pharma", 16),
        ("Kelvane Corp /DE/", 14),
    ],
)
def test_companies_are_found(query: str, cik: int) -> None:
    assert choose(query, FILERS).cik == cik


def test_companies_of_one_name_are_listed_with_their_ciks() -> None:
    with pytest.raises(CompanyAmbiguous) as caught:
        choose("Osbourne", FILERS)
    assert str(caught.value).splitlines() == [
        "'Osbourne' may be any of these; say which:",
        "  --cik 12          Osbourne Bio Corp (OSB-A)",
        "  --cik 13          Osbourne Biologics, Inc. (OSBR)",
    ]


@pytest.mark.parametrize("query", ["MRBT", "Merrow Bay Therapeutics", "Penlo Therapeutics", "", "&", "…"])
def test_companies_that_are_not_listed_are_looked_for_by_cik(query: str) -> None:
    with pytest.raises(CompanyUnknown, match="--cik NUMBER") as caught:
        choose(query, FILERS)
    assert ("no longer listed" in str(caught.value)) is True
    assert ("Near it: penlow therapeutics." in str(caught.value)) is (query == "Penlo Therapeutics")


def test_companies_unknown_is_wrong_usage(tmp_path: Path) -> None:
    with penlow() as edgar:
        done = fetch(edgar, tmp_path, "MRBT")
        edgar.add_ticker(77, "PENLOW DEVICES INC", "PNDV")
        several = fetch(edgar, tmp_path, "penlow")
        nobody = fetch(edgar, tmp_path, "--cik", "5")
    assert (done.exit_code, several.exit_code, nobody.exit_code) == (2, 2, 2)
    assert done.stderr.startswith("topline: 'MRBT' is neither a ticker nor the name of a listed company.")
    assert "--cik NUMBER" in done.stderr
    assert "--cik 77          PENLOW DEVICES INC (PNDV)" in several.stderr
    assert nobody.stderr == "topline: EDGAR has no filer with the CIK 5: check the number\n"


@given(st.integers(1, 9_999_999_999), st.integers(0, 10), st.sampled_from(["", "CIK", "cik"]))
def test_companies_a_cik_is_read_with_and_without_zeros(cik: int, width: int, prefix: str) -> None:
    assert parse_cik(f" {prefix}{cik:0{width}d} ") == cik


@given(st.text())
def test_companies_no_other_text_is_a_cik(text: str) -> None:
    digits = text.strip().lower().removeprefix("cik")
    assert (parse_cik(text) is None) is not (digits.isascii() and digits.isdigit() and 0 < int(digits) < 10**10)


@given(st.text(max_size=20))
def test_companies_any_query_has_an_answer(query: str) -> None:
    """Hypothesis fails the test for any other error."""
    with suppress(CompanyUnknown, CompanyAmbiguous):
        assert choose(query, FILERS) in FILERS
