"""What holds for any text."""

from datetime import date
from typing import Any

from case_files import CASES
from hypothesis import example, given, settings
from hypothesis import strategies as st

from topline.quantities import Interval, ReleaseContext, find_quantities

CONTEXT = ReleaseContext(date(2006, 8, 9), Interval(date(2006, 4, 1), date(2006, 6, 30)))
WORDS = """the of and in to for by $ $5 million 3 2006 2005, June May 30, ( ) - -- % per share quarter second
same last year ended months three Q3 10:30 a.m. ET today 1,234 .5 net loss of was compared ended fiscal patients
vote early fell rose from or between at mid late last next first half one six two-year three-month weeks days cents
percent basis points 20 45 1H 9M Q4 FY 2005 12 mg 10mg low single digits royalty C$ EUR euros December 31 Monday
4:30 p.m. 3/8 ($0.40) 10-K Phase III n= employees with versus"""
PIECES = st.sampled_from(WORDS.split())
GLUED = st.builds(str.__add__, PIECES, st.sampled_from(["", " ", " ", "-"]))
TEXTS = st.one_of(
    st.text(max_size=80), st.lists(PIECES, max_size=25).map(" ".join), st.lists(GLUED, max_size=15).map("".join)
)
EMBEDDABLE = [c for c in CASES if len(c["expect"]) == 1 and c["released_on"] == "2006-08-09"]


@given(TEXTS, st.sampled_from([CONTEXT, ReleaseContext(), ReleaseContext(date(2024, 2, 29), None, (1, 31))]))
@example("Margins fell from 45 to 40 percent.", CONTEXT)
@example("The first 40years-months of it", CONTEXT)
@settings(max_examples=2000)
def test_quantities_are_sorted_apart_and_not_blank_in_any_text(text: str, context: ReleaseContext) -> None:
    end = 0
    for found in find_quantities(text, context):
        assert end <= found.start < found.end <= len(text)
        assert text[found.start : found.end].strip() == text[found.start : found.end]
        if found.interval is not None:
            assert found.interval.start <= found.interval.end
        end = found.end


@given(
    st.sampled_from(EMBEDDABLE),
    st.sampled_from(["Nothing else was said. ", "In short, Acme found this: ", "“", "• "]),
    st.sampled_from(["", " More words follow it.", "”"]),
)
@settings(max_examples=300)
def test_quantities_keep_their_value_in_another_sentence(case: dict[str, Any], before: str, after: str) -> None:
    text = before + case["text"] + after
    got = [(text[q.start : q.end], q.label, q.value) for q in find_quantities(text, CONTEXT)]
    assert got == [(e["span"], e["label"], e["value"]) for e in case["expect"]]


@given(
    st.sampled_from(
        [
            "7",
            " ",
            "$",
            "the ",
            "(",
            "2006 ",
            "$1 ",
            "May ",
            "a.m. ",
            "1,",
            "12-",
            "same ",
            "will be ",
            "$1 and ",
            "Q1 ",
        ]
    )
)
def test_quantities_survive_long_runs(piece: str) -> None:
    text = piece * (20_000 // len(piece))
    assert all(text[q.start : q.end].strip() for q in find_quantities(text, CONTEXT))
