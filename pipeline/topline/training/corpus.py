"""The whole written corpus: read, compiled, split, and multiplied for training."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from topline.evaluation.gold import GoldRelease
from topline.training.compile import Compiled, compile_release
from topline.training.families import Families
from topline.training.layout import lay_out
from topline.training.release import MarkedRelease, marked_files, read_marked
from topline.training.splits import split_corpus
from topline.training.statistics import sentence_families
from topline.training.variation import common_words, vary

__all__ = ["Corpus", "read_corpus"]


@dataclass(frozen=True)
class Corpus:
    """Releases in the order of their files; `splits` says of each where it belongs."""

    files: tuple[Path, ...]
    releases: tuple[MarkedRelease, ...]
    compiled: tuple[Compiled, ...]
    families: Families
    splits: tuple[str, ...]

    def gold(self, split: str) -> list[GoldRelease]:
        """The releases of a split as they were written."""
        return [c.gold for c, s in zip(self.compiled, self.splits, strict=True) if s == split]

    def multiplied(self, split: str, *, times: int) -> Iterator[GoldRelease]:
        """Each release of a split told `times` times more of other names and sums, each time laid out differently."""
        common = common_words(self.releases)
        for release, where in zip(self.releases, self.splits, strict=True):
            if where == split:
                for seed in map(str, range(times)):
                    yield lay_out(compile_release(vary(release, seed=seed, common=common)).gold, seed=seed)


def read_corpus(folder: Path) -> Corpus:
    """All marked releases under a folder. Raises CorpusError where one cannot be read at all."""
    files = marked_files(folder)
    releases = [read_marked(path) for path in files]
    compiled: Sequence[Compiled] = [compile_release(release) for release in releases]
    families = sentence_families(compiled)
    splits = split_corpus(compiled, families)
    return Corpus(tuple(files), tuple(releases), tuple(compiled), families, tuple(splits))
