"""Near-duplicates: sentences without their names and numbers, and which of them are one family."""

import pytest
from marked import gold

from topline.training.families import Families, Key, masked


def words(line: str) -> tuple[str, ...]:
    found = gold(line)
    return masked(found.text, (0, len(found.text)), sorted(found.names or (), key=lambda n: n.start))


def key(i: int) -> Key:
    return i, (0, 10)


def families(*sentences: str) -> Families:
    return Families([(key(i), tuple(sentence.split())) for i, sentence in enumerate(sentences)])


def test_training_families_masking_leaves_no_name_and_no_number() -> None:
    assert words("[COMPANY Merrow Bay] sold 2,500,000 Shares to [COMPANY Orrin's Fund] at $3.20 on 4 May.") == (
        "COMPANY", "sold", "#", "shares", "to", "COMPANY", "at", "#", "on", "#", "may",
    )  # fmt: skip
    assert words("It's the company’s [PHASE Phase 2b] trial.") == ("it's", "the", "company’s", "PHASE", "trial")


def test_training_families_masking_is_the_same_for_other_names_and_sums() -> None:
    one = words("[COMPANY Merrow Bay] raised [MONEY $12.5 million] for [DRUG Reventra].")
    assert one == words("[COMPANY Orrin Pharma, Inc.] raised [MONEY €7 million] for [DRUG KX-42].")
    assert one != words("[COMPANY Merrow Bay] raised [MONEY $12.5 million] for its plant.")


def test_training_families_masking_takes_the_sentence_alone() -> None:
    found = gold("[DRUG Reventra] came. [DRUG Relova] went.")
    names = sorted(found.names or (), key=lambda n: n.start)
    assert masked(found.text, (15, 27), names) == ("DRUG", "went")


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("a b c d e f", "a b c d e f", True),
        ("a b c d e f", "a b c d e g", True),  # four pairs of six
        ("a b c d e f", "a b c d h g", False),  # three pairs of seven
        ("a b c d", "a b c d", True),
        ("a b c d", "a b c e", False),  # short ones are compared as a whole
        ("a b c d e", "e d c b a", False),
    ],
)
def test_training_families_share_most_pairs_of_words(one: str, other: str, alike: bool) -> None:
    found = families(one, other)
    assert found.pairs == ([(key(0), key(1))] if alike else [])
    assert (found.of(key(0)) == found.of(key(1))) is alike


def test_training_families_reach_over_a_third() -> None:
    found = families("a b c d e f", "x y z u v w", "a b c d e g", "b c d e g h")
    assert [(one[0], other[0]) for one, other in found.pairs] == [(0, 2), (2, 3)]
    assert len({found.of(key(i)) for i in (0, 2, 3)}) == 1
    assert found.of(key(1)) == key(1)


def test_training_families_count_words_that_many_sentences_share() -> None:
    often = [f"the company has told the agency that word{i}a word{i}b word{i}c word{i}d word{i}e" for i in range(500)]
    found = families(*often, "the company has told the agency that much", "the company has told the agency that little")
    assert found.pairs == [(key(500), key(501))]
