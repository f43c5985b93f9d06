"""Which releases are for training, for choosing, and for testing: by company and by sentence family."""

import hashlib
from collections import defaultdict
from collections.abc import Hashable, Sequence

from topline.training.compile import Compiled
from topline.training.families import Families

__all__ = ["SPLITS", "split_corpus"]

# Shares of the releases; what is not for choosing or testing is for training.
SPLITS = {"dev": 0.12, "test": 0.12}


def split_corpus(corpus: Sequence[Compiled], families: Families) -> list[str]:
    """ "train", "dev" or "test" for each release.

    Releases of one company, and companies that share a sentence but for names and numbers, go together. The group is
    drawn by the hash of its first company, so that new releases move no old ones between groups that stay apart.
    """
    groups = _groups(corpus, families)
    limit = {name: share * len(corpus) for name, share in SPLITS.items()}
    # A group that is large is for training: a test should have many companies.
    fitting = sorted((g for g in groups if len(g) <= 0.02 * len(corpus) + 3), key=lambda g: _draw(corpus, g))
    where = ["train"] * len(corpus)
    at = iter(fitting)
    for name, wanted in limit.items():
        taken = 0
        for group in at:
            for i in group:
                where[i] = name
            taken += len(group)
            if taken >= wanted:
                break
    return where


def _draw(corpus: Sequence[Compiled], group: list[int]) -> str:
    company = min(str(corpus[i].gold.company) for i in group)
    return hashlib.sha256(company.encode()).hexdigest()


def _groups(corpus: Sequence[Compiled], families: Families) -> list[list[int]]:
    parent = list(range(len(corpus)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    first: dict[Hashable, int] = {}
    for i, compiled in enumerate(corpus):
        parent[root(i)] = root(first.setdefault(("company", compiled.gold.company), i))
    for one, other in families.pairs:
        parent[root(other[0])] = root(one[0])
    found: dict[int, list[int]] = defaultdict(list)
    for i in range(len(corpus)):
        found[root(i)].append(i)
    return list(found.values())
