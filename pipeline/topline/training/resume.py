"""To go on with a training that was stopped: from its weights, at the learn rate that it had.

spaCy stores no state of the optimizer; the warm-up, which a resumed run has too, is the time to gather it again.
"""

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

from spacy.language import Language
from spacy.util import registry

__all__ = ["make_linear_rate", "make_resume"]


@registry.callbacks("topline.Resume.v1")  # type: ignore[untyped-decorator]
def make_resume(path: str | None) -> Callable[[Language], Language]:
    """What to do after initialisation: take the weights of a `model-last`; with no path, nothing."""

    def resume(nlp: Language) -> Language:
        if path is not None:
            nlp.from_disk(Path(path), exclude=["config", "meta", "tokenizer"])
        return nlp

    return resume


@registry.schedules("topline.LinearRate.v1")
def make_linear_rate(*, highest: float, warmup: int, steps: int, done: int) -> Iterator[float]:
    """Falls to nothing at `steps`, of which `done` lie before this run; rises to that line in its first `warmup`."""
    for step in count():
        yield highest * min(1.0, (step + 1) / warmup) * max(0.0, 1 - (done + step) / steps)
