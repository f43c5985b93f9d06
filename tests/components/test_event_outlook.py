"""Forecast, fact or announcement, in releases of 3 November 2004 on the third quarter."""

import pytest
from spacy.language import Language

from topline.components import EventSpan

LEAD = (
    "BOSTON, November 3, 2004 /PRNewswire/ -- Merrow Bio, Inc. (Nasdaq: MRRW) today reported financial results for the "
    "third quarter ended September 30, 2004. The net loss was $5.2 million.\n\n"
)
RELEASE_DAY = ("2004-11-03", "2004-11-03")
FOURTH = ("2004-10-01", "2004-12-31")
NEXT_YEAR = ("2005-01-01", "2005-12-31")


def events(nlp: Language, told: str) -> list[EventSpan]:
    return list(nlp(f"{LEAD}{told}\n")._.events)


def of_type(nlp: Language, told: str, leaf: str) -> list[EventSpan]:
    return [e for e in events(nlp, told) if e.type == leaf]


def time(event: EventSpan) -> tuple[str, str] | None:
    if event.time is None:
        return None
    return event.time.interval.start.isoformat(), event.time.interval.end.isoformat()


@pytest.mark.parametrize(
    ("told", "when"),
    [
        ("The company will report its fourth quarter results on Thursday, January 27.", ("2005-01-27", "2005-01-27")),
        ("Merrow expects to report results for the fourth quarter in February 2005.", ("2005-02-01", "2005-02-28")),
        ("Merrow intends to release its fourth quarter results on February 8, 2005.", ("2005-02-08", "2005-02-08")),
        ("Merrow plans to announce earnings for the fourth quarter on May 5, 2005.", ("2005-05-05", "2005-05-05")),
        ("Fourth quarter financial results will be released on February 8, 2005.", ("2005-02-08", "2005-02-08")),
        ("We expect to release fourth quarter results in early February 2005.", ("2005-02-01", "2005-02-09")),
    ],
)
def test_components_outlook_a_report_to_come_is_an_event_of_its_own(
    nlp: Language, told: str, when: tuple[str, str]
) -> None:
    out, to_come = of_type(nlp, told, "results_reported")
    assert (out.status, time(out)) == ("occurred", RELEASE_DAY)
    assert [a.span.text for a in out.amounts] == ["$5.2 million"]
    assert (to_come.status, time(to_come), to_come.amounts) == ("planned", when, ())


@pytest.mark.parametrize(
    "told",
    [
        "The company will report its third quarter results today.",
        "Third quarter financial results will be discussed on a conference call.",
        "The net loss for the quarter was $5.2 million and will rise in the fourth quarter.",
        "Revenue for the quarter was $3 million and will be used to fund research.",
        "The decrease in the net loss for the quarter is due to lower planned spending.",
        "Merrow is pleased to announce its financial results for the third quarter.",
    ],
)
def test_components_outlook_what_is_said_of_the_results_at_hand_is_no_other_report(nlp: Language, told: str) -> None:
    found = [e for e in events(nlp, told) if e.type in ("results_reported", "guidance")]
    assert [(e.type, e.status, time(e)) for e in found] == [("results_reported", "occurred", RELEASE_DAY)]


@pytest.mark.parametrize(
    ("told", "horizon"),
    [
        ("The company expects to end the fourth quarter with approximately $78 million in cash.", FOURTH),
        ("For 2005, the company expects a loss per share of between $1.40 and $1.55.", NEXT_YEAR),
        ("We continue to expect revenues of $20 million and a loss per share of $1.40 in 2005.", NEXT_YEAR),
        ("Research and development expenses for the fourth quarter should be $9 million.", FOURTH),
        ("For the fourth quarter, Merrow estimates a loss per share of $0.38 to $0.42.", FOURTH),
        ("Net loss for 2005 is expected to be between $40 million and $42 million.", NEXT_YEAR),
        ("Management expects to report a net loss of $12 million for the fourth quarter.", FOURTH),
        ("Merrow expects fourth quarter financial results to be in line with those of the third quarter.", FOURTH),
        ("Merrow today provided its financial outlook for 2005: revenue of $30 million.", NEXT_YEAR),
        ("Merrow expects its 2005 net loss to be in the range of $40 million to $42 million.", NEXT_YEAR),
    ],
)
def test_components_outlook_of_figures_is_guidance(nlp: Language, told: str, horizon: tuple[str, str]) -> None:
    found = [e for e in events(nlp, told) if e.type in ("results_reported", "guidance")]
    assert [(e.type, e.status, time(e)) for e in found] == [
        ("results_reported", "occurred", RELEASE_DAY),
        ("guidance", "planned", horizon),
    ]
    assert [a.span.text for a in found[0].amounts] == ["$5.2 million"]


@pytest.mark.parametrize(
    "told",
    [
        "The company ended the year with $64.2 million in cash and cash equivalents.",
        "Merrow ended fiscal year 2004 with $64.2 million in cash and investments.",
        "Merrow ended the year with no debt and cash of $64.2 million.",
        "Merrow finished the year with $64.2 million in cash.",
        "Having ended the third quarter with $64.2 million in cash, Merrow is well funded.",
        "Merrow raised $20 million in August, ending the quarter with $64.2 million in cash.",
        "Net cash used in operating activities for the nine months was $7.0 million.",
        "Net cash used for operations was $7.0 million in the quarter.",
        "Net cash used in operations for the first nine months of 2004 totaled $7.0 million.",
        "Net cash burn for the quarter amounted to $7.0 million, in line with our forecast.",
        "Net cash used for operations in the quarter decreased to $7.0 million, and we will use less in 2005.",
        "Cash used to fund operations for the nine months was $7.0 million.",
        "The company used $7.0 million to fund operations for the nine months ended September 30, 2004.",
        "Year-end cash position was approximately $64 million.",
        "Merrow achieved profitability for the first time in the third quarter.",
        "As expected, research and development expenses increased to $12.0 million for the quarter.",
        "As expected, the net loss per share of $0.40 was lower than a year ago.",
        "Revenue exceeded the company's revenue guidance of $2.5 million.",
    ],
)
def test_components_outlook_what_has_been_is_no_guidance(nlp: Language, told: str) -> None:
    assert of_type(nlp, told, "guidance") == []


@pytest.mark.parametrize(
    "told",
    [
        "Merrow expects to end the year with $64.2 million in cash.",
        "Merrow will end the year with at least $64 million in cash.",
        "We are on track to end 2004 with more than $70 million in cash.",
        "Merrow anticipates ending 2005 with at least $60 million in cash.",
        "Net cash used for operations is expected to be $30 million for 2005.",
        "Net cash burn for the fourth quarter should be approximately $7 million.",
        "The company expects to become profitable in 2006.",
        "Existing cash is expected to fund operations for at least the next 12 months.",
        "We ended the quarter with $64.2 million in cash, which we believe is sufficient to fund operations into 2006.",
        "The company reiterates its guidance to end the year with more than $70 million in cash.",
    ],
)
def test_components_outlook_the_same_words_ahead_are_guidance(nlp: Language, told: str) -> None:
    assert [e.status for e in of_type(nlp, told, "guidance")] == ["planned"]


@pytest.mark.parametrize(("heading", "number"), [("2005 Financial Guidance", 1), ("Financial Highlights", 0)])
def test_components_outlook_of_a_bare_noun_is_told_by_its_heading(nlp: Language, heading: str, number: int) -> None:
    told = f"{heading}\n\n *  Year-end cash balance of approximately $60 million.\n"
    assert len(of_type(nlp, told, "guidance")) == number


@pytest.mark.parametrize(
    ("told", "cash"),
    [
        (
            "We expect 2004 operating expenses of between $95 million and $100 million, and to end 2004 with more than "
            "$190 million in cash.",
            ["$190 million"],
        ),
        (
            "The company anticipates a burn rate of $3.5 million per month in the fourth quarter and expects to end "
            "the year with approximately $78 million in cash.",
            ["$78 million"],
        ),
        (
            "Merrow expects to use $10 million of cash in the fourth quarter and end the year with $78 million in "
            "cash.",
            ["$78 million"],
        ),
        ("Merrow expects to end the year with $78 million in cash.", ["$78 million"]),
        (
            "Merrow anticipates that it will end the year with cash and marketable securities of approximately "
            "$60 million.",
            ["$60 million"],
        ),
        ("Merrow reported $6 million of cash on hand, extending its runway into late 2005.", []),
        ("The company expects net cash used in operations for 2005 to be between $28 million and $30 million.", []),
    ],
)
def test_components_outlook_amounts_are_the_cash_expected(nlp: Language, told: str, cash: list[str]) -> None:
    found = of_type(nlp, told, "guidance")
    assert [(a.role, a.span.text) for e in found for a in e.amounts] == [("cash", text) for text in cash]


@pytest.mark.parametrize(
    "told",
    [
        "Merrow should end the year with more than $70 million in cash.",
        "Loss per share of $0.40 to $0.45 is anticipated for the fourth quarter.",
    ],
)
def test_components_outlook_figures_are_none_of_the_results(nlp: Language, told: str) -> None:
    (results,) = of_type(nlp, told, "results_reported")
    assert [a.span.text for a in results.amounts] == ["$5.2 million"]
