"""The decimal mark of a table, told by all of its figures."""

import pytest

from topline.statements.numerals import ENGLISH, numerals_of


def yes(text: str) -> bool:
    return bool(text)


def no(text: str) -> bool:
    return not text


def table(*figures: str) -> str:
    return "\n".join(f"  Row          {figure}" for figure in figures)


@pytest.mark.parametrize(
    ("figures", "printed", "read"),
    [
        (["1.250,5", "40"], "1.250,5", "1,250.5"),
        (["1.250,5", "3.400"], "3.400", "3,400"),
        (["0,52", "1.250"], "1.250", "1,250"),
        (["12,5", "7,25", "1.250"], "12,5", "12.5"),
        (["1'250'000", "12.5"], "1'250'000", "1250000"),
        (["1\u202f250,4", "12,5"], "1\u202f250,4", "1250.4"),
        (["1,250.5", "1.250"], "1.250", "1.250"),
        (["12.5", "1.250"], "1.250", "1.250"),
        (["1,250", "3,400"], "1,250", "1,250"),
    ],
)
def test_statements_numerals_read(figures: list[str], printed: str, read: str) -> None:
    reading = numerals_of(table(*figures), foreign=yes).read(printed)
    assert (reading.digits, reading.sound, reading.certain) == (read, True, True)


@pytest.mark.parametrize(
    ("figures", "printed"),
    [
        (["1.250", "3.400", "450"], "1.250"),
        (["1.250,5", "1,250.5"], "1.250,5"),
        (["1.250,5", "1,250"], "1,250"),
    ],
)
def test_statements_numerals_open_marks_are_not_certain(figures: list[str], printed: str) -> None:
    assert not numerals_of(table(*figures), foreign=yes).read(printed).certain


def test_statements_numerals_without_marks_are_always_certain() -> None:
    assert numerals_of(table("1.250,5", "1,250.5"), foreign=yes).read("450").certain


def test_statements_numerals_a_slip_among_english_figures_is_unsound() -> None:
    numerals = numerals_of(table("1,250", "12,5", "3,400"), foreign=yes)
    assert numerals.decimal == ENGLISH.decimal
    assert not numerals.read("12,5").sound


def test_statements_numerals_of_dollars_with_three_decimals_are_english() -> None:
    assert numerals_of(table("1.250", "3.400"), foreign=no).read("1.250") == ("1.250", True, True)


def test_statements_numerals_plain_blanks_group_in_foreign_tables_only() -> None:
    text = table("1 250", "14 310")
    assert numerals_of(text, foreign=yes).spaced
    assert not numerals_of(text, foreign=no).spaced
    assert not numerals_of(table("1 250", "14 310", "1,250"), foreign=yes).spaced


def test_statements_numerals_days_are_no_numbers() -> None:
    assert numerals_of(table("31.12.2023   31.12.2022", "450"), foreign=yes).decimal == "."
