"""Which releases are for training, for choosing, and for testing: by company and by sentence family."""

import hashlib
from collections.abc import Sequence

from topline.training.compile import Compiled
from topline.training.families import Families
from topline.training.groups import Groups

__all__ = ["SPLITS", "split_corpus"]

# A group whose draw lies below the first bound is for choosing, below the second for testing, else for training. As
# half of the releases are in one large group, which is for training whatever it draws, these bounds make a tenth each.
SPLITS = {"dev": 0.182, "test": 0.4295}
# A larger group is for training: a test should have many companies.
_LARGEST = 15


def split_corpus(corpus: Sequence[Compiled], families: Families) -> list[str]:
    """ "train", "dev" or "test" for each release.

    Releases of one company, and companies that share a sentence but for names and numbers, go together. The group is
    drawn by the hash of its first company alone, so that new releases move none of a group that they do not join.
    """
    where = ["train"] * len(corpus)
    for group in _groups(corpus, families):
        if len(group) <= _LARGEST:
            draw = _draw(corpus, group)
            for i in group:
                where[i] = next((name for name, bound in SPLITS.items() if draw < bound), "train")
    return where


def _draw(corpus: Sequence[Compiled], group: list[int]) -> float:
    """In 0..1."""
    company = min(str(corpus[i].gold.company) for i in group)
    return int(hashlib.sha256(company.encode()).hexdigest()[:12], 16) / 16**12


def _groups(corpus: Sequence[Compiled], families: Families) -> list[list[int]]:
    groups = Groups(range(len(corpus)))
    first: dict[str | None, int] = {}
    for i, compiled in enumerate(corpus):
        groups.join(first.setdefault(compiled.gold.company, i), i)
    for one, other in families.pairs:
        groups.join(one[0], other[0])
    return groups.all()
