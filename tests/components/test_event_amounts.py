"""Which figures are an event's, and what they are to it."""

import pytest
from spacy.language import Language


def amounts(nlp: Language, text: str, leaf: str) -> list[tuple[str, str]]:
    return [(a.role, a.span.text) for e in nlp(text)._.events if e.type == leaf for a in e.amounts]


@pytest.mark.parametrize(
    ("text", "leaf", "found"),
    [
        (
            "The company completed a private placement of 3.2 million shares at $5.40 per share for gross proceeds of "
            "$17.3 million and net proceeds of $16.1 million.",
            "private_placement",
            [
                ("shares", "3.2 million shares"),
                ("price_per_share", "$5.40 per share"),
                ("gross", "$17.3 million"),
                ("net", "$16.1 million"),
            ],
        ),
        ("Merrow completed an $18 million private placement.", "private_placement", [("gross", "$18 million")]),
        (
            "Merrow closed a public offering of common stock and warrants with an exercise price of $7.00 per share, "
            "raising $20 million.",
            "public_offering",
            [("exercise_price", "$7.00 per share"), ("gross", "$20 million")],
        ),
        (
            "Merrow obtained a $25 million loan facility bearing interest at 8.5% per annum.",
            "debt",
            [("principal", "$25 million"), ("rate", "8.5%")],
        ),
        (
            "Merrow entered into a license agreement with Tessaly Inc. and will receive an upfront payment of "
            "$10 million and royalties of 12 percent of net sales.",
            "license",
            [("upfront", "$10 million"), ("royalty_rate", "12 percent")],
        ),
        (
            "Merrow received a grant of $1.5 million from the National Institutes of Health.",
            "non_dilutive_award",
            [("grant", "$1.5 million")],
        ),
        (
            "Merrow's board declared a cash dividend of $0.10 per share.",
            "capital_admin",
            [("dividend", "$0.10 per share")],
        ),
        # types that take no money
        ("Merrow submitted an NDA for MRW-101 and paid a fee of $1 million.", "application_submission", []),
        # a figure of another time
        ("Merrow completed a private placement, compared to $9 million in 2002.", "private_placement", []),
    ],
)
def test_components_amounts_by_role(nlp: Language, text: str, leaf: str, found: list[tuple[str, str]]) -> None:
    assert amounts(nlp, text, leaf) == found


def test_components_amounts_of_results_are_those_of_the_period_reported(nlp: Language) -> None:
    text = """\
BOSTON, March 3, 2004 /PRNewswire/ -- Merrow Bio, Inc. (Nasdaq: MRRW) today reported results for the fourth quarter
ended December 31, 2003.  The net loss was $3.1 million, or $0.21 per share, compared to a net loss of $2.5 million,
or $0.19 per share, for the fourth quarter of 2002.

Cash and cash equivalents were $12.0 million at December 31, 2003.
"""
    assert amounts(nlp, text, "results_reported") == [
        ("net_loss", "$3.1 million"),
        ("loss_per_share", "$0.21 per share"),
        ("cash", "$12.0 million"),
    ]


def test_components_amounts_of_results_leave_out_changes_and_what_is_expected(nlp: Language) -> None:
    text = """\
BOSTON, March 3, 2004 /PRNewswire/ -- Merrow Bio, Inc. (Nasdaq: MRRW) today reported results for the fourth quarter
ended December 31, 2003.  Revenues rose 25 percent, or $2.0 million, to $10.0 million.  The net loss was $3.1 million,
or $0.21, compared to $2.5 million, or $0.19.  Merrow expects to have cash of $6.0 million by the end of the year.
"""
    assert amounts(nlp, text, "results_reported") == [
        ("revenue", "$10.0 million"),
        ("net_loss", "$3.1 million"),
        ("loss_per_share", "$0.21"),
    ]


def test_components_amounts_of_results_with_a_profit(nlp: Language) -> None:
    text = (
        "BOSTON, March 3, 2004 /PRNewswire/ -- Merrow Bio, Inc. (Nasdaq: MRRW) today reported results for the fourth "
        "quarter ended December 31, 2003. Net income for the quarter was $3.1 million, or $0.21 per share."
    )
    assert amounts(nlp, text, "results_reported") == [
        ("net_income", "$3.1 million"),
        ("income_per_share", "$0.21 per share"),
    ]


def test_components_amounts_of_results_bring_their_sentences_as_evidence(nlp: Language) -> None:
    text = (
        "BOSTON, March 3, 2004 /PRNewswire/ -- Merrow Bio, Inc. (Nasdaq: MRRW) today reported results for the fourth "
        "quarter ended December 31, 2003. The weather was fine. The net loss for the quarter was $3.1 million."
    )
    event = next(e for e in nlp(text)._.events if e.type == "results_reported")
    assert [e.text[:12] for e in event.evidence] == ["BOSTON, Marc", "The net loss"]
