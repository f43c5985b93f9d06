"""Status of a trigger from the words around it, in the line of ConText (Chapman et al. 2007), over verb groups.

1. The trigger's first verb is read with its auxiliaries: "has been accepted" occurred, "will host" planned, "did not
   recommend" not_occurred, "is enrolling" ongoing. A plain past or a headline's present ("Receives") occurred.
2. An infinitive, a gerund or a coordinated base form says nothing itself: its nearest governor decides ("expects to
   file", "it will be necessary to complete … and submit").
3. A happening told by a noun is decided by what stands near it ("submission is planned"), else it occurred.
A type with a status of its own in the vocabulary always has that one.
"""

from typing import NamedTuple, get_args

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from topline.components.triggers import cue_matcher
from topline.records import Status
from topline.vocab import VerbForm, event_types, load_yaml, verb_index

__all__ = ["StatusReader", "StatusReading"]

_ORDER: tuple[Status, ...] = ("not_occurred", "conditional", "planned", "ongoing", "occurred")
_GROUP = 7
_GOVERNOR_REACH = 26
_NEAR_BEFORE = 6
_NEAR_AFTER = 9


class StatusReading(NamedTuple):
    """`rule` says what decided, for people."""

    status: Status
    rule: str


class _Hit(NamedTuple):
    side: str
    status: Status
    start: int
    end: int
    line: str


class StatusReader:
    """Callable on a trigger span of a doc with sentences."""

    def __init__(self, nlp: Language) -> None:
        data = load_yaml("status.yaml")
        cues = {f"governor:{status}": lines for status, lines in data["governors"].items()}
        for side, by_status in data["around"].items():
            cues |= {f"{side}:{status}": lines for status, lines in by_status.items()}
        self._cues = cue_matcher(nlp, cues)
        names = ("negations", "modals_planned", "modals_conditional", "have", "be_present", "be_past", "adverbs")
        self._words = {name: frozenset(data[name]) for name in names}
        self._fixed: dict[str, Status] = {t.id: t.status for t in event_types().values() if t.status in get_args(Status)}  # type: ignore[misc]

    def __call__(self, trigger: Span) -> StatusReading:
        if (fixed := self._fixed.get(trigger.label_)) is not None:
            return StatusReading(fixed, "the type's own status")
        hits = self._hits(trigger.sent)
        verb, form = self._verb(trigger)
        if verb is None or form is None:
            return self._nominal(trigger, hits)
        return self._verbal(trigger, verb, form, hits)

    def _hits(self, sentence: Span) -> list[_Hit]:
        hits = []
        for hit in self._cues(sentence):
            side, _, status = hit.key.partition(":")
            hits.append(_Hit(side, status, hit.start, hit.end, hit.line))  # type: ignore[arg-type]
        return hits

    def _verb(self, trigger: Span) -> tuple[Token | None, VerbForm | None]:
        """The first verb form among the trigger's first words; a noun ahead of it makes the trigger a nominal one."""
        for token in trigger[:4]:
            if (forms := verb_index().get(token.lower_)) is not None and not self._is_noun_use(token):
                return token, forms[0]
            if token.is_alpha and not token.is_stop and token.lower_ not in self._words["adverbs"]:
                break
        return None, None

    def _is_noun_use(self, token: Token) -> bool:
        """ "filing of", "the meeting": a gerund after an article or before "of" is a noun."""
        before = token.nbor(-1).lower_ if token.i > token.sent.start else ""
        after = token.nbor().lower_ if token.i + 1 < token.sent.end else ""
        return token.lower_.endswith("ing") and (after == "of" or before in ("the", "a", "an", "its", "our"))

    def _verbal(self, trigger: Span, verb: Token, form: VerbForm, hits: list[_Hit]) -> StatusReading:
        group = self._group(verb)
        texts = [t.lower_ for t in group]
        said = " ".join([*texts, verb.lower_])
        words = self._words
        if not words["negations"].isdisjoint(texts):
            return StatusReading("not_occurred", f"negated: {said}")
        if not words["modals_planned"].isdisjoint(texts):
            return self._unless_conditional(trigger, hits, StatusReading("planned", f"modal: {said}"))
        if not words["modals_conditional"].isdisjoint(texts):
            return StatusReading("conditional", f"modal: {said}")
        if "to" in texts:
            return self._governed(verb.i, hits, StatusReading("planned", f"infinitive: {said}"))
        if not words["have"].isdisjoint(texts) or not words["be_past"].isdisjoint(texts):
            return StatusReading("ongoing" if form == "ing" else "occurred", f"verb group: {said}")
        if not words["be_present"].isdisjoint(texts):
            return StatusReading("ongoing" if form == "ing" or "being" in texts else "occurred", f"verb group: {said}")
        if form == "base":
            return self._governed(verb.i, hits, StatusReading("occurred", f"base form: {said}"))
        if form == "ing":
            return self._governed(verb.i, hits, StatusReading("occurred", f"gerund: {said}"))
        return StatusReading("occurred", f"finite verb: {said}")

    def _group(self, verb: Token) -> list[Token]:
        """The auxiliaries right before a verb, adverbs passed over."""
        group: list[Token] = []
        i = verb.i - 1
        words = self._words
        known = frozenset().union(*(v for k, v in words.items() if k != "adverbs")) | {"to", "been", "be"}
        while i >= verb.sent.start and len(group) < _GROUP:
            token = verb.doc[i]
            if token.lower_ in known:
                group.insert(0, token)
            elif token.lower_ not in words["adverbs"] and not token.lower_.endswith("ly"):
                break
            i -= 1
        return group

    def _governed(self, at: int, hits: list[_Hit], default: StatusReading) -> StatusReading:
        """The nearest governor before a verb; of those that end together the stronger status."""
        near = [h for h in hits if h.side == "governor" and h.start < at and 0 <= at - h.end + 1 <= _GOVERNOR_REACH]
        if not near:
            return default
        best = min(near, key=lambda h: (-min(h.end, at), _ORDER.index(h.status), h.start))
        return StatusReading(best.status, f"governed by: {best.line}")

    def _unless_conditional(self, trigger: Span, hits: list[_Hit], default: StatusReading) -> StatusReading:
        for hit in hits:
            if hit.status == "conditional" and hit.line.startswith(("if|", "subject to", "provided")) and hit.end <= trigger.start:
                return StatusReading("conditional", f"condition: {hit.line}")
        return default

    def _nominal(self, trigger: Span, hits: list[_Hit]) -> StatusReading:
        before = [h for h in hits if h.side == "before" and 0 <= trigger.start - h.end <= _NEAR_BEFORE]
        after = [h for h in hits if h.side == "after" and 0 <= h.start - trigger.end <= _NEAR_AFTER]
        for status in _ORDER:
            for hit in (*before, *after):
                if hit.status == status:
                    return StatusReading(status, f"{hit.side}: {hit.line}")
        return StatusReading("occurred", "nothing around says otherwise")
