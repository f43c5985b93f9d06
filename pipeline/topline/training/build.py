"""From marked releases, and real ones where they are at hand, to the files that spaCy trains on."""

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from spacy.language import Language

from topline.evaluation.files import read_gold
from topline.evaluation.gold import GoldRelease
from topline.training.corpus import Corpus
from topline.training.docs import gold_doc, write_docs
from topline.training.splits import SPLITS

__all__ = ["Built", "RealGold", "build_corpus"]

Progress = Callable[[str, int], None]


class RealGold(NamedTuple):
    """A folder of gold and the folder of the releases that it is of."""

    gold: Path
    texts: Path


class Built(NamedTuple):
    """How many docs each file holds, and what was learned from."""

    docs: dict[str, int]
    manifest: Path


def build_corpus(
    corpus: Corpus,
    nlp: Language,
    out: Path,
    *,
    times: int,
    real: Sequence[RealGold] = (),
    progress: Progress | None = None,
) -> Built:
    """Writes `{train,dev,test}.jsonl` and `.spacy` and a manifest with the sha256 of each release.

    Training has each written release `times` times more in other names, numbers and layout; real releases are added to
    training only. Raises CorpusError where gold cannot be read.
    """
    out.mkdir(parents=True, exist_ok=True)
    docs: dict[str, int] = {}
    learned: dict[str, str] = {}
    for split in ("train", *SPLITS):
        golds = corpus.gold(split)
        learned |= {f"{split}/{g.doc}": _sha256(g.text) for g in golds}
        extra = [g for folder in real for g in read_gold(*folder)] if split == "train" else []
        learned |= {f"real/{g.doc}": _sha256(g.text) for g in extra}
        more = list(corpus.multiplied(split, times=times)) if split == "train" else []
        docs[split] = _write(nlp, [*golds, *more, *extra], out / split, progress)
    manifest = out / "manifest.json"
    manifest.write_text(json.dumps(dict(sorted(learned.items())), indent=1) + "\n", encoding="utf-8")
    return Built(docs, manifest)


def _write(nlp: Language, golds: Sequence[GoldRelease], path: Path, progress: Progress | None) -> int:
    path.with_suffix(".jsonl").write_text("".join(g.model_dump_json() + "\n" for g in golds), encoding="utf-8")
    write_docs((gold_doc(nlp, gold) for gold in _told(golds, path.name, progress)), path.with_suffix(".spacy"))
    return len(golds)


def _told(golds: Iterable[GoldRelease], split: str, progress: Progress | None) -> Iterable[GoldRelease]:
    for gold in golds:
        yield gold
        if progress is not None:
            progress(split, 1)


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
