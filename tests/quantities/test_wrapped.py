"""The values of a release as the wire breaks it into lines, against those of the same words on one line."""

import re
import textwrap
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from case_files import CASES
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from topline.quantities import Interval, Quantity, ReleaseContext, find_quantities
from topline.readers import read_bytes

CONTEXT = ReleaseContext(date(2006, 8, 9), Interval(date(2006, 4, 1), date(2006, 6, 30)))
LEAD = (
    "The company said in its release to the press that the words which follow are all that there is to be said, and "
    "that nobody should think that more is meant by them than what they say."
)
NUMBERED = re.compile(r"\w{1,3}[.)] ")
HEAD = f"    RENO, Nev., Aug. 9 /Wire/ -- Corvane Inc. said so.\n\n{textwrap.fill(LEAD, 76, initial_indent='    ')}\n\n"
SENTENCES = [
    c["text"]
    for c in CASES
    if c["text"].endswith(".") and c["released_on"] == "2006-08-09" and "--" not in c["text"] and len(c["text"]) > 20
]


def paragraph(document_text: str, marker: str) -> str:
    """The block that begins with the marker, as the reader unwrapped it."""
    (document,) = read_bytes(document_text.encode(), name="release.txt")
    texts = [document.text_of(block) for block in document.blocks]
    found = [t for t in texts if marker in t]
    assert len(found) == 1
    return found[0]


def valued(text: str) -> list[tuple[str, Any]]:
    """Labels and values, without their places."""
    return [(q.label, q.value) for q in find_quantities(text, CONTEXT)]


@given(
    st.lists(st.sampled_from(SENTENCES), min_size=2, max_size=4, unique=True),
    st.integers(48, 90),
    st.sampled_from(["", "    ", "     *  ", "    -  "]),
)
@settings(max_examples=150)
def test_quantities_of_wrapped_text_are_those_of_one_line(sentences: list[str], width: int, lead: str) -> None:
    words = "Here are Corvane's words of the day. " + " ".join(sentences)
    hanging = " " * len(lead) if lead.strip() else ""
    lines = textwrap.wrap(
        words, width, initial_indent=lead, subsequent_indent=hanging, break_on_hyphens=False, break_long_words=False
    )
    # A line that begins with "1. " may be an item of a list.
    assume(all(line.strip()[:1].isalnum() and not NUMBERED.match(line.strip()) for line in lines[1:]))
    read = paragraph(HEAD + "\n".join(lines) + "\n", "Corvane's words of the day")
    assert " ".join(read.split()) == " ".join(words.split())
    assert valued(read) == valued(words)


@pytest.mark.parametrize("broken", ["\n", "\t", "\u00a0", "\u2009"])
def test_quantities_any_blank_stands_between_the_words_of_a_mention(broken: str) -> None:
    plain = "net loss of $7.1 million for the three months ended June 30, 2006"
    for i, letter in enumerate(plain):
        if letter == " ":
            text = plain[:i] + broken + plain[i + 1 :]
            assert valued(text) == valued(plain), text


def spans(found: list[Quantity]) -> list[tuple[int, int]]:
    return [(q.start, q.end) for q in found]


@given(st.lists(st.sampled_from([c["text"] for c in CASES]), min_size=1, max_size=5).map(" ".join))
@settings(max_examples=200)
def test_quantities_antecedents_are_mentions_or_words_of_the_text(text: str) -> None:
    found = find_quantities(text, CONTEXT)
    assert spans(found) == sorted(spans(found))
    assert all(a.end <= b.start for a, b in pairwise(found))
    for quantity in found:
        assert (quantity.precision is not None) == (quantity.label in ("DATE", "PERIOD"))
        assert (quantity.antecedent is not None) == ("text" in quantity.inferred_from)
        if quantity.antecedent is not None:
            start, end = quantity.antecedent
            assert 0 <= start < end <= len(text)
            assert (start, end) != (quantity.start, quantity.end)
