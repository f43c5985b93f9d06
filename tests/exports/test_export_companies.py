"""Which releases are of one company."""

import pytest
from written_releases import across, annual, q3

from topline.exports import Companies, Named


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Pelagic Pharma, Inc.", "Pelagic Pharma", True),
        ("Pelagic Pharma Inc", "PELAGIC PHARMA, INC.", True),
        ("Pelagic Pharma N.V.", "Pelagic Pharma", True),
        ("Pelagic Pharma Co., Ltd.", "Pelagic Pharma Co.", True),
        ("Pelagic Pharma, Inc.", "Pelagic Biotech, Inc.", False),
        ("Incyte Corporation", "Incyte Genomics, Inc.", False),
        ("Limited", "Inc.", False),
    ],
)
def test_exports_companies_a_form_of_incorporation_parts_none(one: str, other: str, same: bool) -> None:
    names = [Named(one, None, "a.txt"), Named(other, None, "b.txt")]
    companies = Companies(names)
    assert (companies.key(names[0]) == companies.key(names[1])) is same


def test_exports_facts_follow_across_a_name_with_and_without_its_form() -> None:
    found = across(q3(company="Tallow Bay Inc."), annual(company="Tallow Bay"))
    assert [fact.value for fact in found] == ["1250000", "2700000", "-1450000"]
