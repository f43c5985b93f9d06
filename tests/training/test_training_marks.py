"""Marks of one line: what each form says, and what is said of each that is wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from topline.records import Interval
from topline.training.marks import LookAlike, Mark, Name, Retelling, Trigger, days_of, parse_marks


def only(line: str) -> Mark:
    text, marks, troubles = parse_marks(line)
    assert troubles == []
    assert len(marks) == 1
    assert text[marks[0].start : marks[0].end] == "the words"
    return marks[0]


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("DRUG", {"label": "DRUG"}),
        ("DRUG:-", {"label": "DRUG", "role": "-"}),
        ("DRUG@b", {"label": "DRUG", "of": ("b",)}),
        ("AGENCY:counterparty", {"label": "AGENCY", "role": "counterparty"}),
        (":votes", {"label": "OTHER", "role": "votes"}),
        ("DATE:when@a,b-2", {"label": "DATE", "role": "when", "of": ("a", "b-2")}),
        ("DATE:when=2004-09-01/2004-11-30", {"label": "DATE", "role": "when", "value": "2004-09-01/2004-11-30"}),
        ("MONEY:cash=45600000", {"label": "MONEY", "role": "cash", "value": "45600000"}),
        ("MONEY:cash=45600000@q", {"label": "MONEY", "role": "cash", "value": "45600000", "of": ("q",)}),
        ("MONEY:cash@q=45600000", {"label": "MONEY", "role": "cash", "value": "45600000", "of": ("q",)}),
        ("COUNT:patients=200..240", {"label": "COUNT", "role": "patients", "value": "200..240"}),
        ("COUNT:patients=..240", {"label": "COUNT", "role": "patients", "value": "..240"}),
    ],
)
def test_training_marks_names(head: str, told: dict[str, object]) -> None:
    assert only(f"Here are [{head} the words].") == Name(9, 18, **told)


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("approval occurred", {"status": "occurred"}),
        ("approval not_occurred negative", {"status": "not_occurred", "polarity": "negative"}),
        ("approval occurred today", {"status": "occurred", "dated": "today"}),
        ("approval planned period #a-1", {"status": "planned", "dated": "period", "name": "a-1"}),
        (
            "approval ongoing period=2003-10-01/2003-12-31",
            {"status": "ongoing", "dated": Interval(start="2003-10-01", end="2003-12-31")},
        ),
        (
            "approval conditional date=2004-02-29/2004-02-29",
            {"status": "conditional", "dated": Interval(start="2004-02-29", end="2004-02-29")},
        ),
    ],
)
def test_training_marks_happenings(head: str, told: dict[str, object]) -> None:
    assert only(f"Here are {{{head} | the words}}.") == Trigger(9, 18, type="approval", **told)


def test_training_marks_retellings_and_lookalikes() -> None:
    assert only("{#letter | the words} again") == Retelling(0, 9, name="letter")
    assert only("{!approval | the words}") == LookAlike(0, 9, types=("approval",))
    assert only("{!approval !launch | the words}") == LookAlike(0, 9, types=("approval", "launch"))


def test_training_marks_blanks_before_the_words_do_not_count() -> None:
    assert parse_marks("[DRUG   Reventra] {approval occurred|  came}") == (
        "Reventra came",
        [Name(0, 8, label="DRUG"), Trigger(9, 13, type="approval")],
        [],
    )


def test_training_marks_names_stand_in_triggers() -> None:
    text, marks, troubles = parse_marks("{approval occurred | [AGENCY FDA] approved [DRUG Reventra]} today")
    assert (text, troubles) == ("FDA approved Reventra today", [])
    assert [(type(m), text[m.start : m.end]) for m in marks] == [
        (Trigger, "FDA approved Reventra"), (Name, "FDA"), (Name, "Reventra"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "what", "near"),
    [
        ("[DRGU Reventra] came", "DRGU is no label of a name or value", "[DRGU Reventra] came"),
        ("[drug Reventra]", "[drug …] is not of the form [LABEL:role@name=value words]", "[drug Reventra]"),
        ("[DRUG]", "a mark without words", "[DRUG]"),
        ("[DRUG  ]", "a mark without words", "[DRUG  ]"),
        ("a [DRUG Reventra", "a '[' that is not closed", "a [DRUG Reventra"),
        ("see Note 1] below", "a ']' that closes nothing", "see Note 1] below"),
        ("x {approval occurred | came", "a '{' that is not closed", "x {approval occurred | came"),
        ("came} now", "a '}' that closes nothing", "came} now"),
        ("{aproval occurred | came}", "{aproval occurred | …} does not begin with a type, a #name or !type", None),
        ("{ | came}", "{ | …} does not begin with a type, a #name or !type", None),
        ("{!aproval | came}", "'aproval' is no type", None),
        ("{!approval lunch | came}", "'lunch' is no type", None),
        (
            "{approval | came}",
            "approval has no status: one of conditional, not_occurred, occurred, ongoing, planned",
            None,
        ),
        ("{approval ocurred | came}", "'ocurred' is no status, polarity, `today`, `period` or #name", None),
        ("{approval occurred came}", "'came' is no status, polarity, `today`, `period` or #name", None),
        (
            "{approval occurred period=2004-06-31/2004-07-01 | came}",
            "'period=2004-06-31/2004-07-01' is no status, polarity, `today`, `period` or #name",
            None,
        ),
        ("[COMPANY Merrow [DRUG Reventra]]", "marks do not nest, but for names in triggers", None),
        (
            "{approval occurred | has {launch planned | come}}",
            "marks do not nest, but for names in triggers",
            None,
        ),
    ],
)
def test_training_marks_wrong_ones_are_named(line: str, what: str, near: str | None) -> None:
    troubles = parse_marks(line)[2]
    assert [t.what for t in troubles] == [what]
    if near is not None:
        assert troubles[0].near == near


def test_training_marks_words_of_a_wrong_one_stay_text() -> None:
    assert parse_marks("[DRGU Reventra] {approval | came} [DRUG Relova]")[:2] == (
        "Reventra came Relova",
        [Name(14, 20, label="DRUG")],
    )


def test_training_marks_trouble_quotes_the_words_around() -> None:
    assert parse_marks("x" * 50 + "[DRGU " + "y" * 100 + "]")[2][0].near == "x" * 20 + "[DRGU " + "y" * 54


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2004-02-29", ("2004-02-29", "2004-02-29")),
        ("2004-01-01/2004-03-31", ("2004-01-01", "2004-03-31")),
        ("2003-02-29", None),
        ("2004-13-01", None),
        ("2004-00-10", None),
        ("2004-01-00", None),
        ("0000-01-01", None),
        ("2004-03-31/2004-01-01", None),
        ("2004", None),
    ],
)
def test_training_marks_days(text: str, days: tuple[str, str] | None) -> None:
    assert days_of(text) == days


_WORDS = st.text(st.characters(exclude_characters="[]{}|\n\r", exclude_categories=("Cs",)), min_size=1)
_SOLID = _WORDS.map(str.strip).filter(bool)


@given(st.text(st.characters(exclude_characters="[]{}")))
def test_training_marks_text_without_brackets_is_itself(text: str) -> None:
    assert parse_marks(text) == (text, [], [])


@given(st.lists(st.tuples(st.sampled_from(["", "[DRUG ", "{approval occurred | ", "{#a | ", "{!launch | "]), _SOLID)))
def test_training_marks_marked_words_keep_their_places(parts: list[tuple[str, str]]) -> None:
    line = " ".join(head + words + {"[": "]", "{": "}"}.get(head[:1], "") for head, words in parts)
    plain = " ".join(words for _, words in parts)
    places, at = [], 0
    for head, words in parts:
        if head:
            places.append((at, at + len(words)))
        at += len(words) + 1
    text, marks, troubles = parse_marks(line)
    assert (text, troubles) == (plain, [])
    assert [(m.start, m.end) for m in marks] == places


@given(st.text(st.sampled_from("[]{}|@:=# aDRUG!")))
def test_training_marks_no_text_is_too_odd_to_be_read(line: str) -> None:
    text, marks, _ = parse_marks(line)
    assert all(0 <= m.start < m.end <= len(text) for m in marks)
