"""New spellings of invented words."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from topline.training.respell import Respeller, distinctive


def test_training_respell_one_seed_gives_one_spelling() -> None:
    words = ["Reventra", "KTV-0412", "Orrin", "velmarsitide"]
    first, again, other = Respeller("a"), Respeller("a"), Respeller("b")
    assert [first(w) for w in words] == [again(w) for w in words]
    assert [first(w) for w in words] == [first(w) for w in words]
    assert all(first(w) != other(w) for w in words)
    assert all(first(w).lower() != w.lower() for w in words)


def test_training_respell_follows_the_case() -> None:
    respell = Respeller("a")
    assert respell("RELOVA") == respell("Relova").upper() == respell("relova").upper()
    assert respell("relova").islower()
    assert respell("Relova")[0].isupper()
    assert respell("Relova")[1:].islower()


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("KTV-0412", r"[A-Z]{3}-\d{4}"),
        ("KTV-0412A", r"[A-Z]{3}-\d{4}[A-Z]"),
        ("mk-41", r"[a-z]{2}-\d{2}"),
        ("A1/B2.3", r"[A-Z]\d/[A-Z]\d\.\d"),
    ],
)
def test_training_respell_codes_keep_their_shape(word: str, shape: str) -> None:
    assert re.fullmatch(shape, Respeller("a")(word))


def test_training_respell_words_keep_length_and_ending() -> None:
    made = Respeller("a")("velmarsitide")
    assert len(made) == len("velmarsitide")
    assert made.endswith("tide")
    assert len(Respeller("a")("Relova")) == 6


def test_training_respell_leaves_kept_words_and_numbers() -> None:
    respell = Respeller("a", keep=["Pharma"])
    assert [respell(w) for w in ("Pharma", "PHARMA", "2004", "3.5-4")] == ["Pharma", "PHARMA", "2004", "3.5-4"]


def test_training_respell_gives_two_words_two_spellings() -> None:
    respell = Respeller("a")
    words = [f"{a}{b}{c}{d}" for a in "bcdfghk" for b in "aeiou" for c in "bcdfghk" for d in "aeiou"]
    assert len({respell(w) for w in words}) == len(words)


@pytest.mark.parametrize(
    ("word", "own"),
    [("Merrow", True), ("Bay", False), ("pharma", False), ("Pharma", False), ("2004", False), ("MB-417", True)],
)
def test_training_respell_distinctive_words_are_a_names_own(word: str, own: bool) -> None:
    assert distinctive(word, frozenset({"pharma"})) is own


@given(st.text("abcxyzABCXYZ0159-./", min_size=1), st.text(max_size=3))
def test_training_respell_keeps_capitals_at_the_front_and_length_of_codes(word: str, seed: str) -> None:
    made = Respeller(seed)(word)
    assert made
    assert made[0].isupper() == word[0].isupper() or not word[0].isalpha()
    if any(c.isdigit() for c in word) and not word.startswith("-") and "--" not in word and not word.endswith("-"):
        assert [c.isdigit() for c in made] == [c.isdigit() for c in word]
