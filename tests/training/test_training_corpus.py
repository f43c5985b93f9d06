"""The marked releases of this checkout: how many, of what, and apart from each other and from real ones."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import get_args

import numpy as np
import pytest
from marked import fits

from conftest import ROOT
from topline.records import Status
from topline.training.compile import compile_release
from topline.training.corpus import Corpus, read_corpus
from topline.training.families import masked
from topline.training.layout import lay_out
from topline.training.statistics import Statistics, count
from topline.training.troubles import doubts
from topline.training.variation import common_words, vary
from topline.vocab import event_types, role_labels

FOLDER = ROOT / "annotations" / "releases"
AMOUNTS = {
    "gross", "net", "upfront", "milestone", "royalty_rate", "price_per_share", "shares", "warrants", "principal",
    "rate", "capacity", "price", "cash", "net_loss", "net_income", "revenue", "loss_per_share", "income_per_share",
    "research_expense", "admin_expense", "other", "grant", "equity", "exercise_price", "dividend", "patients",
    "milestone_total",
}  # fmt: skip
ROLES = {*role_labels(), "meeting_kind", "step", "conditions", "votes", "previous_date"}
LONG = 90


@pytest.fixture(scope="session")
def corpus() -> Corpus:
    return read_corpus(FOLDER)


@pytest.fixture(scope="session")
def counted(corpus: Corpus) -> Statistics:
    return count(corpus.compiled, corpus.families)


def test_training_corpus_has_no_trouble(corpus: Corpus) -> None:
    wrong = [
        f"{path.name}: {trouble.what}: {trouble.near}"
        for path, compiled in zip(corpus.files, corpus.compiled, strict=True)
        for trouble in (*compiled.troubles, *doubts(compiled))
    ]
    assert wrong == []


def test_training_corpus_is_large_enough(counted: Statistics) -> None:
    assert counted.releases >= 400
    assert counted.companies >= 400
    assert counted.annotated >= 6000
    assert counted.distinct >= 6000


@pytest.mark.parametrize("leaf", event_types())
def test_training_corpus_has_enough_of_each_type(leaf: str, counted: Statistics) -> None:
    kind = counted.types[leaf]
    assert len(kind.positives) >= 60
    assert len(kind.lookalikes) >= 30


def test_training_corpus_has_all_statuses_roles_and_amounts(counted: Statistics) -> None:
    assert len(event_types()) == 61
    assert set(counted.statuses) == set(get_args(Status))
    assert set(counted.amounts) == AMOUNTS
    assert set(counted.roles) == ROLES
    assert set(counted.bases) == {"stated", "period", "none"}


def test_training_corpus_gold_fits_its_texts(corpus: Corpus) -> None:
    assert [c.gold.doc for c in corpus.compiled if not fits(c.gold)] == []
    reversed_dates = [
        c.gold.doc for c in corpus.compiled for e in c.gold.events if e.date is not None and e.date.start > e.date.end
    ]
    assert reversed_dates == []


def test_training_corpus_names_are_the_files_of_their_companies(corpus: Corpus) -> None:
    assert max(Counter(path.name for path in corpus.files).values()) == 1


def test_training_corpus_fits_when_it_is_varied_and_laid_out(corpus: Corpus) -> None:
    common = common_words(corpus.releases)
    for release in corpus.releases[::20]:
        varied = compile_release(vary(release, seed="1", common=common))
        assert [t.what for t in varied.troubles] == []
        assert fits(varied.gold)
        assert fits(lay_out(varied.gold, seed="1"))
        assert all(a.low <= a.high for e in varied.gold.events for a in e.amounts if a.low and a.high)


def test_training_corpus_splits_have_their_shares(corpus: Corpus) -> None:
    found = Counter(corpus.splits)
    assert found["dev"] >= 0.08 * len(corpus.files)
    assert found["test"] >= 0.08 * len(corpus.files)
    assert found["train"] >= 0.7 * len(corpus.files)


def test_training_corpus_no_company_is_in_two_splits(corpus: Corpus) -> None:
    where: dict[str, set[str]] = defaultdict(set)
    for release, split in zip(corpus.releases, corpus.splits, strict=True):
        company = re.sub(r",? (?:inc|corp|corporation|co|ltd|plc|llc|ag|sa|nv|ab)\b\.?$", "", release.company.lower())
        where[company.replace(".", "")].add(split)
    assert [company for company, splits in where.items() if len(splits) > 1] == []


Sentences = Sequence[tuple[str, frozenset[object]]]


def near_duplicates(sentences: Sentences) -> Iterator[tuple[int, int]]:
    """Pairs across splits that share six of ten pairs of words, counted one sentence against all others."""
    holding: dict[object, list[int]] = defaultdict(list)
    for i, (_, shingles) in enumerate(sentences):
        for shingle in shingles:
            holding[shingle].append(i)
    places = {shingle: np.array(found) for shingle, found in holding.items()}
    sizes = np.array([len(shingles) for _, shingles in sentences])
    splits = np.array([split for split, _ in sentences])
    for i in np.flatnonzero(splits != "train"):
        own = sentences[i][1]
        shared = np.bincount(np.concatenate([places[shingle] for shingle in own]), minlength=len(sentences))
        alike = (10 * shared >= 6 * (sizes + len(own) - shared)) & (splits != splits[i])
        yield from ((int(i), int(j)) for j in np.flatnonzero(alike))


def test_training_corpus_no_near_duplicates_across_splits(corpus: Corpus) -> None:
    sentences, texts = [], []
    for compiled, split in zip(corpus.compiled, corpus.splits, strict=True):
        names = sorted(compiled.gold.names or (), key=lambda n: n.start)
        starts = [a.start for a in compiled.gold.lookalikes]
        marked = {s for e in compiled.gold.events for s in e.spans}
        marked |= {s for s in compiled.sentences if any(s[0] <= at < s[1] for at in starts)}
        for span in sorted(marked):
            words = masked(compiled.gold.text, span, names)
            if len(words) > 4:
                sentences.append((split, frozenset[object](pairwise(words))))
                texts.append(compiled.gold.text[slice(*span)])
    assert len(sentences) > 6000
    assert [(texts[i], texts[j]) for i, j in near_duplicates(sentences)] == []


@pytest.mark.parametrize(("other", "found"), [("abcdefg", [(1, 0)]), ("abcdxyz", []), ("abcdefgh", [(1, 0)])])
def test_training_corpus_near_duplicates_would_be_found(other: str, found: list[tuple[int, int]]) -> None:
    sentences = [("train", frozenset[object](pairwise("abcdefg"))), ("test", frozenset[object](pairwise(other)))]
    assert list(near_duplicates(sentences)) == found


def words_of(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", re.sub(r"<[^>]*>", " ", text).lower())


def copied(sentences: dict[tuple[str, ...], str], texts: Iterator[str]) -> list[str]:
    """The sentences whose words stand one after the other in one of the texts."""
    width = min(len(words) for words in sentences)
    begin: dict[tuple[str, ...], list[tuple[str, ...]]] = defaultdict(list)
    for sentence in sentences:
        begin[sentence[:width]].append(sentence)
    found = []
    for text in texts:
        words = words_of(text)
        for i in range(len(words) - width + 1):
            for sentence in begin.get(tuple(words[i : i + width]), ()):
                if tuple(words[i : i + len(sentence)]) == sentence:
                    found.append(sentences[sentence])
    return found


def test_training_corpus_copies_would_be_found() -> None:
    sentences = {
        ("a", "b", "c", "d"): "one",
        ("c", "d", "e", "f", "g"): "other",
        ("x", "y", "z"): "third",
    }
    assert copied(sentences, iter(["<p>A, b -- c\nd, <b>e</b> f.", "c d e f g h", "x"])) == ["one", "other"]


@pytest.mark.shared
def test_training_corpus_has_no_sentence_of_a_real_release(corpus: Corpus, shared: Callable[[str], Path]) -> None:
    files = [
        path
        for name in ("corpus", "seeds")
        for path in sorted(shared(name).rglob("*"))
        if path.suffix in (".txt", ".html", ".htm")
    ]
    assert len(files) > 50
    long = {
        tuple(words_of(compiled.gold.text[s:e])): f"{path.name}: {compiled.gold.text[s:e]}"
        for path, compiled in zip(corpus.files, corpus.compiled, strict=True)
        for s, e in compiled.sentences
        if e - s >= LONG
    }
    # what is left of a line of figures says nothing of its origin
    long = {words: told for words, told in long.items() if len(words) >= 6}
    assert len(long) > 6000
    assert copied(long, (path.read_text(encoding="utf-8", errors="replace") for path in files)) == []
