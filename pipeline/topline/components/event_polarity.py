"""Whether an outcome was good, bad or mixed."""

from typing import get_args

from spacy.language import Language
from spacy.tokens import Span

from topline.components.triggers import cue_matcher
from topline.records import Polarity
from topline.vocab import event_types

__all__ = ["PolarityReader"]


class PolarityReader:
    """Callable on a trigger; None for types that have no outcome."""

    def __init__(self, nlp: Language) -> None:
        cues: dict[str, tuple[str, ...]] = {}
        self._default: dict[str, Polarity | None] = {}
        for leaf in event_types().values():
            if leaf.polarity is None:
                continue
            default = leaf.polarity.get("default")
            self._default[leaf.id] = next((p for p in get_args(Polarity) if p == default), None)
            for polarity, lines in leaf.polarity.items():
                if polarity != "default" and not isinstance(lines, str):
                    cues[f"{leaf.id}:{polarity}"] = lines
        self._cues = cue_matcher(nlp, cues)
        self._keys = {leaf: frozenset(k for k in cues if k.startswith(f"{leaf}:")) for leaf in self._default}

    def __call__(self, trigger: Span, sentence: Span, *, negated: bool) -> Polarity | None:
        """`negated` says that the trigger itself did not happen ("did not meet", "did not recommend")."""
        if trigger.label_ not in self._default:
            return None
        own = {h.key.partition(":")[2] for h in self._cues(sentence, keys=self._keys[trigger.label_])}
        if "mixed" in own or {"positive", "negative"} <= own:
            # "did not meet its primary endpoint" holds the words of both
            return "negative" if negated else "mixed" if "mixed" in own else "negative"
        if own:
            polarity = own.pop()
            return "negative" if negated else polarity  # type: ignore[return-value]
        return "negative" if negated else self._default[trigger.label_]
