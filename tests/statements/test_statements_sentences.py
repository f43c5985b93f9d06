"""Sentences beside two statements: which cell each amount is tied to, and how."""

from collections.abc import Sequence
from datetime import date

import pytest
from statement_tables import BALANCE, OPERATIONS, read

from topline.quantities import Interval, ReleaseContext, find_quantities
from topline.records import Statement
from topline.statements import link_figures

CONTEXT = ReleaseContext(
    date(2005, 11, 2), Interval(date(2005, 7, 1), date(2005, 9, 30)), company="Nordvale Biosciences, Inc."
)
STATEMENTS, _ = read(OPERATIONS + "\n\n" + BALANCE)


FLOWS = """\
STATEMENTS OF CASH FLOWS
(in thousands)

                                                Nine Months Ended
                                                  September 30,
                                                2005         2004
Net loss                                    $(12,410)    $(10,002)
Net cash used in operating activities        (11,003)      (9,114)
Cash and cash equivalents, beginning of
  period                                      16,100       15,210
Cash and cash equivalents, end of period    $ 17,204     $ 13,650
"""


def links(text: str, heading: str = "", statements: Sequence[Statement] = STATEMENTS) -> list[tuple[str, str, str]]:
    """Each amount of a sentence with its relation and the cells it is tied to."""
    amounts = [q for q in find_quantities(text, CONTEXT, heading=heading) if q.label in ("MONEY", "PER_SHARE")]
    named = {f"m{i}": q for i, q in enumerate(amounts)}
    texts = {key: text[q.start : q.end] for key, q in named.items()}
    around = {key: (text[: q.start], text[q.end :]) for key, q in named.items()}
    found = link_figures(list(named.items()), statements, texts=texts, around=around)
    return [(texts[link.mention], link.relation, " ".join(link.cells)) for link in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The net loss was $4.8 million, or $(0.25), compared to $3.9 million, or $(0.26), a year ago.",
         [("$4.8 million", "rounds_to", "s1.r7.c1"), ("$(0.25)", "equals", "s1.r8.c1"),
          ("$3.9 million", "rounds_to", "s1.r7.c2"), ("$(0.26)", "equals", "s1.r8.c2")]),
        ("Nordvale lost $4.8 million in the third quarter of 2005.", [("$4.8 million", "rounds_to", "s1.r7.c1")]),
        ("Interest income was $0.2 million (2004: $0.1 million), research and development $4.2 million "
         "(2004: $3.1 million).",
         [("$0.2 million", "rounds_to", "s1.r6.c1"), ("$0.1 million", "rounds_to", "s1.r6.c2"),
          ("$4.2 million", "rounds_to", "s1.r2.c1"), ("$3.1 million", "rounds_to", "s1.r2.c2")]),
        ("Contract revenue was $310,000 for the quarter.", [("$310,000", "equals", "s1.r1.c1")]),
    ],
)  # fmt: skip
def test_statements_sentences_are_tied(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert links(text) == expected


def test_statements_sentences_of_cash_are_tied_to_the_balances_of_cash_flows() -> None:
    statements, _ = read(FLOWS)
    text = "Cash and cash equivalents were $17.2 million at September 30, 2005 and $16.1 million at December 31, 2004."
    assert links(text, statements=statements) == [
        ("$17.2 million", "rounds_to", "s1.r4.c1"),
        ("$16.1 million", "equals", "s1.r3.c1"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "We project a net loss of $4.8 million.",
        "The company expects to have cash and cash equivalents of $9.1 million by the end of 2006.",
    ],
)
def test_statements_sentences_of_what_is_expected_are_tied_to_nothing_that_happened(text: str) -> None:
    assert {relation for _, relation, _ in links(text)} == {"none"}


@pytest.mark.parametrize(
    "text",
    [
        "Clinical research and development expenses for the third quarter of 2005 were $3.1 million.",
        "Research and development expenses of $2.5 million for Lumexa and $1.9 million for other programs were spent "
        "in the third quarter of 2005.",
        "Analysts had expected a net loss of $5.5 million for the third quarter of 2005.",
        "The company previously expected a net loss of $5.5 million for the third quarter of 2005.",
        "As originally reported, the net loss for the third quarter of 2005 was $5.5 million.",
        "The net loss from continuing operations was $4.0 million for the third quarter of 2005.",
        "Research and development expenses at our Japanese subsidiary were $2.5 million in the third quarter of 2005.",
        "General and administrative expenses for the third quarter of 2005 were $0.8 million in our Oslo office.",
    ],
)
def test_statements_sentences_of_a_part_or_an_estimate_contradict_nothing(text: str) -> None:
    assert {relation for _, relation, _ in links(text)} == {"none"}


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("The net loss for the third quarter of 2005 was $5.5 million.", "s1.r7.c1"),
        ("Net income for the third quarter of 2005 was $4.8 million.", "s1.r7.c1"),
        ("Nordvale had earnings per share of $0.25 for the third quarter of 2005.", "s1.r8.c1"),
        ("Nordvale earned $4.8 million in the third quarter of 2005.", "s1.r7.c1"),
        ("Its operating income for the third quarter of 2005 was $4.9 million.", "s1.r5.c1"),
        ("The net loss for the third quarter of 2005 was $4.8 billion.", "s1.r7.c1"),
        ("The net loss for the third quarter of 2005 was $4,750.", "s1.r7.c1"),
        ("General and administrative expenses were $1.3 million in the third quarter of 2005.", "s1.r3.c1"),
    ],
)
def test_statements_sentences_that_contradict_their_statement(text: str, cell: str) -> None:
    ((_, relation, cells),) = links(text)
    assert (relation, cells) == ("disagrees", cell)


def test_statements_sentences_that_name_gain_and_loss_say_neither() -> None:
    ((_, relation, cells),) = links("Net income (loss) for the third quarter of 2005 was $4.8 million.")
    assert (relation, cells) == ("rounds_to", "s1.r7.c1")


@pytest.mark.parametrize(
    "text",
    [
        "In Europe, the net loss for the third quarter of 2005 was $5.5 million.",
        "U.S. general and administrative expenses for the third quarter of 2005 were $1.3 million.",
        "The Diagnostics segment reported a net loss of $5.5 million for the third quarter of 2005.",
        "Vastor Corp., which Nordvale acquired, had a net loss of $5.5 million in the third quarter of 2005.",
        "Vastor's net loss for the third quarter of 2005 was $5.5 million.",
        "In our cardiology business, the net loss for the third quarter of 2005 was $5.5 million.",
        "Without the charge, the net loss for the third quarter of 2005 was $4.0 million.",
        "On a constant currency basis, the net loss for the third quarter of 2005 was $4.0 million.",
        "Surgical: Net loss for the third quarter of 2005 was $5.5 million, and interest income was $0.2 million.",
        "The net loss was $4.8 million in the third quarter of 2005, $1.1 million more than forecast.",
        "The company's plan called for a third quarter net loss of $5.5 million.",
        "The net loss for the third quarter of 2005 was more than $4.0 million.",
        "The net loss for the third quarter of 2005 was $5.5 million in the third quarter of 2005 from the Oslo site.",
    ],
)
def test_statements_sentences_of_a_case_or_of_others_raise_no_alarm(text: str) -> None:
    assert [found for found in links(text) if found[1] == "disagrees"] == []


@pytest.mark.parametrize(
    ("heading", "relation"),
    [
        ("Third Quarter Results", "disagrees"),
        ("Net Loss", "disagrees"),
        ("Diagnostics Segment", "none"),
        ("Lumexa", "none"),
        ("Non-GAAP Results", "none"),
    ],
)
def test_statements_sentences_under_headings(heading: str, relation: str) -> None:
    assert links("The net loss for the third quarter of 2005 was $5.5 million.", heading)[0][1] == relation


def test_statements_sentences_go_on_with_what_the_paragraph_speaks_of() -> None:
    told = links(
        "The Diagnostics segment grew. The net loss for the third quarter of 2005 was $5.5 million, or $0.29. "
        "For the company, the net loss for the third quarter of 2005 was $5.5 million."
    )
    assert [relation for _, relation, _ in told] == ["none", "none", "disagrees"]
    told = links("Non-GAAP results exclude a charge. The net loss for the third quarter of 2005 was $5.5 million.")
    assert [relation for _, relation, _ in told] == ["none"]


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("The net loss for the third quarter of 2005 was over $4 million.", "rounds_to"),
        ("The net loss for the third quarter of 2005 was nearly $5 million.", "rounds_to"),
        ("The net loss for the third quarter of 2005 was over $5.0 million.", "disagrees"),
        ("Nordvale's net loss for the third quarter of 2005 was less than $6 million.", "none"),
    ],
)
def test_statements_sentences_with_bounds(text: str, relation: str) -> None:
    assert links(text)[0][1] == relation


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("Research and development expenses were $4.2 million ($3.1 million in 2004).", ["s1.r2.c1", "s1.r2.c2"]),
        (
            "The company had $23.4 million in cash and short-term investments at quarter-end, and $31.2 million at the "
            "end of 2004.",
            ["s2.r1.c1 s2.r2.c1", "s2.r1.c2 s2.r2.c2"],
        ),
        (
            "Research and development expenses were $4.2 million and $12.3 million in the three- and nine-month "
            "periods ended September 30, 2005, compared with $3.1 million and $9.0 million in the respective "
            "prior-year periods.",
            ["s1.r2.c1", "s1.r2.c3", "s1.r2.c2", "s1.r2.c4"],
        ),
        (
            "Net loss was $4.8 million, or $0.25 per share, for the third quarter of 2005 and $13.9 million, or $0.78 "
            "per share, for the nine months, compared to $3.9 million, or $0.26 per share, and $11.4 million, or $0.78 "
            "per share, respectively, for 2004.",
            ["s1.r7.c1", "s1.r8.c1", "s1.r7.c3", "s1.r8.c3", "s1.r7.c2", "s1.r8.c2", "s1.r7.c4", "s1.r8.c4"],
        ),
        (
            "Nordvale reported a net loss of $13.9 million, or $.78 per share, on contract revenue of $910,000 for the "
            "first nine months of 2005.",
            ["s1.r7.c3", "s1.r8.c3", "s1.r1.c3"],
        ),
        ("Net loss per diluted share was $0.25 for the quarter.", ["s1.r8.c1"]),
        ("Nordvale paid $580 million for its buildings, $95,000 for its land and $150,000 for a car.", ["", "", ""]),
    ],
)
def test_statements_sentences_tied_cells(text: str, cells: list[str]) -> None:
    assert [cell for _, _, cell in links(text)] == cells
