"""Static word vectors distilled from MiniLM: what the model says of a word that stands alone, in fewer dimensions.

The words are those of the training corpus, the most frequent first, then the whole words of MiniLM's own vocabulary in
its order, which is that of their frequency. Vectors are looked up by lower case. After Minish Lab's model2vec (2024).
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from spacy.tokens import DocBin
from spacy.vectors import Vectors

from topline.components.learned.minilm import minilm_folder

__all__ = ["distil"]

_WORD = re.compile(r"[a-z][a-z'-]+|[^\w\s]|\d{1,4}")
_BATCH = 256
_LONGEST = 16


def distil(train: Path, out: Path, *, words: int, width: int, progress: Callable[[int], None] | None = None) -> int:
    """Writes a vocabulary with `words` vectors of `width` numbers, for `spacy train --paths.vectors`; returns how many.

    `train` is a DocBin. Needs PyTorch and transformers. Raises ConfigError where the starting weights are missing.
    """
    from transformers import AutoModel, AutoTokenizer

    folder = minilm_folder()
    tokenizer, model = AutoTokenizer.from_pretrained(folder), AutoModel.from_pretrained(folder).eval()
    chosen = _words(train, tokenizer.get_vocab(), words)
    vectors = _reduced(np.vstack(list(_alone(model, tokenizer, chosen, progress))), width)
    nlp = spacy.blank("en")
    keys = [nlp.vocab.strings.add(word) for word in chosen]
    nlp.vocab.vectors = Vectors(strings=nlp.vocab.strings, data=vectors, keys=keys, name="minilm", attr="LOWER")
    nlp.to_disk(out)
    return len(chosen)


def _words(train: Path, vocabulary: dict[str, int], most: int) -> list[str]:
    seen: Counter[str] = Counter()
    for doc in DocBin().from_disk(train).get_docs(spacy.blank("en").vocab):
        seen.update(token.lower_ for token in doc if not token.is_space)
    often = [word for word, times in seen.most_common() if times > 1]
    own = [word for word, _ in sorted(vocabulary.items(), key=lambda item: item[1]) if _WORD.fullmatch(word)]
    return list(dict.fromkeys([*often, *own]))[:most]


def _alone(
    model: Any, tokenizer: Any, words: Sequence[str], progress: Callable[[int], None] | None
) -> Iterable[np.ndarray[Any, Any]]:
    """For each word the mean of what the model says of its pieces, without the marks around them."""
    import torch

    for at in range(0, len(words), _BATCH):
        batch = tokenizer(
            list(words[at : at + _BATCH]),
            return_tensors="pt",
            padding=True,
            truncation=True,
            max_length=_LONGEST,
            return_special_tokens_mask=True,
        )
        special = batch.pop("special_tokens_mask")
        with torch.inference_mode():
            hidden = model(**batch).last_hidden_state
        mask = (batch["attention_mask"] * (1 - special)).unsqueeze(-1).float()
        yield ((hidden * mask).sum(1) / mask.sum(1).clamp(min=1)).numpy()
        if progress is not None:
            progress(len(words[at : at + _BATCH]))


def _reduced(vectors: np.ndarray[Any, Any], width: int) -> np.ndarray[Any, Any]:
    """The first principal components of the vectors' directions, with unit variance over all."""
    lengths = np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-6)
    directions = vectors / lengths
    centred = directions - directions.mean(axis=0)
    _, _, axes = np.linalg.svd(centred, full_matrices=False)
    reduced = centred @ axes[:width].T
    return np.asarray(reduced / reduced.std(), dtype="f")
