"""What goes to training, choosing and testing."""

from collections.abc import Sequence

from marked import release

from topline.training.compile import Compiled, compile_release
from topline.training.splits import SPLITS, split_corpus
from topline.training.statistics import sentence_families

NAMES = [f"{a}{b} {kind}" for a in ("Ash", "Bir", "Cal", "Dor", "Elm", "Fen") for b in ("more", "wick", "ton", "ley",
         "holt", "by") for kind in ("Bio", "Labs", "Rx", "Gen")]  # fmt: skip


def told(company: str, sentence: str | None = None) -> Compiled:
    """A release whose sentence is like no other's, unless one is given."""
    return compile_release(release(f"{{approval occurred | {sentence or letters(company)}}}.", company=company))


def letters(name: str) -> str:
    """Eight words that no other name has."""
    return " ".join(f"{name.replace(' ', '').lower()}{letter}" for letter in "abcdefgh")


def splits(corpus: Sequence[Compiled]) -> list[str]:
    return split_corpus(corpus, sentence_families(corpus))


def test_training_splits_have_about_their_shares() -> None:
    found = splits([told(name) for name in NAMES])
    share = {name: found.count(name) / len(NAMES) for name in ("train", "dev", "test")}
    assert abs(share["dev"] - SPLITS["dev"]) < 0.1
    assert abs(share["test"] - (SPLITS["test"] - SPLITS["dev"])) < 0.1
    assert share["train"] > 0.4


def test_training_splits_hold_for_each_release_when_others_are_added() -> None:
    corpus = [told(name) for name in NAMES]
    few, many = splits(corpus[::3]), splits(corpus)
    assert few == many[::3]
    assert splits(corpus[::-1]) == many[::-1]


def test_training_splits_keep_the_releases_of_a_company_together() -> None:
    found = splits([told(name, letters(f"{name} {i}")) for name in NAMES for i in ("one", "two")])
    assert all(one == other for one, other in zip(found[::2], found[1::2], strict=True))
    assert set(found) == {"train", "dev", "test"}


def test_training_splits_keep_companies_with_a_like_sentence_together() -> None:
    pairs = [(one, other) for one, other in zip(NAMES[::2], NAMES[1::2], strict=True)]
    corpus = [
        told(name, f"{letters(one)} {last}")
        for one, other in pairs
        for name, last in ((one, "today"), (other, "again"))
    ]
    found = splits(corpus)
    assert all(one == other for one, other in zip(found[::2], found[1::2], strict=True))
    assert set(found) == {"train", "dev", "test"}
    alone = splits([told(name) for name in NAMES])
    assert any(one != other for one, other in zip(alone[::2], alone[1::2], strict=True))


def test_training_splits_leave_large_groups_to_training() -> None:
    alone = dict(zip(NAMES, splits([told(name) for name in NAMES]), strict=True))
    company = next(name for name in NAMES if alone[name] == "test")
    several = [told(company, f"{letter} {letter}{letter} " * 4) for letter in "abcdefghijklmnop"]
    assert set(splits(several[:15])) == {"test"}
    assert set(splits(several[:16])) == {"train"}
