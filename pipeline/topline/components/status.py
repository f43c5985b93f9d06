"""Status of a trigger from the words around it, in the line of ConText (Chapman et al. 2007), over verb groups.

1. The trigger's verb is read with its auxiliaries: "has been accepted" occurred, "will host" planned, "did not
   recommend" not_occurred, "is enrolling" ongoing. A plain past or a headline's present ("Receives") occurred.
2. An infinitive, a gerund or a coordinated base form says nothing itself: its nearest governor decides ("expects to
   file", "it will be necessary to complete … and submit").
3. A happening told by a noun is decided by what stands near it ("submission is planned"), else it occurred.
A type with a status of its own in the vocabulary always has that one, and a type's own phrases come before all rules.
"""

from typing import NamedTuple, get_args

from spacy.language import Language
from spacy.tokens import Span

from topline.components.triggers import cue_matcher
from topline.components.verbs import VerbGroup, VerbReader
from topline.records import Status
from topline.vocab import event_types, load_yaml

__all__ = ["StatusReader", "StatusReading"]

_ORDER: tuple[Status, ...] = ("not_occurred", "conditional", "planned", "ongoing", "occurred")
_GOVERNOR_REACH = 26
_NEAR_BEFORE = 6
_NEAR_AFTER = 9
_INSIDE = 3


class StatusReading(NamedTuple):
    """`rule` says what decided, for people.

    `by_default` is set where nothing decided, `negated` where the happening or its outcome is denied, `hypothetical`
    where the sentence only says what may be.
    """

    status: Status
    rule: str
    by_default: bool = False
    negated: bool = False
    hypothetical: bool = False


class _Hit(NamedTuple):
    side: str
    status: Status
    start: int
    end: int
    line: str


class StatusReader:
    """Callable on a trigger and the sentence that it stands in."""

    def __init__(self, nlp: Language) -> None:
        data = load_yaml("status.yaml")
        cues = {f"governor:{status}": lines for status, lines in data["governors"].items()}
        for side, by_status in data["around"].items():
            cues |= {f"{side}:{status}": lines for status, lines in by_status.items()}
        for leaf, by_status in data["types"].items():
            cues |= {f"{leaf}:{status}": lines for status, lines in by_status.items()}
        self._cues = cue_matcher(nlp, cues)
        self._verbs = VerbReader()
        self._momentary = frozenset(data["momentary"])
        self._payable = frozenset(data["payable"])
        self._outcomes = frozenset(data["outcomes"])
        self._conditions = frozenset(data["clause_conditions"])
        self._default: dict[str, Status] = data["default"]
        self._in_force = frozenset(data["in_force"])
        self._family = {t.id: t.family for t in event_types().values()}
        self._fixed: dict[str, Status] = {
            t.id: status for t in event_types().values() for status in get_args(Status) if t.status == status
        }

    def __call__(self, trigger: Span, sentence: Span) -> StatusReading:
        if (fixed := self._fixed.get(trigger.label_)) is not None:
            return StatusReading(fixed, "the type's own status")
        return self.read(trigger, sentence)

    def read(self, trigger: Span, sentence: Span) -> StatusReading:
        """What the words say, also of a type with a status of its own."""
        group = self._verbs(trigger, sentence)
        reading = self._read(trigger, group, self._hits(sentence))
        if group is not None and group.hypothetical and trigger.label_ not in self._payable:
            return reading._replace(hypothetical=True)
        if reading.status == "not_occurred":
            if trigger.label_ in self._outcomes:
                return StatusReading("occurred", f"negative outcome: {reading.rule}", negated=True)
            return reading._replace(negated=True)
        if reading.status == "ongoing" and trigger.label_ in self._momentary:
            return StatusReading("occurred", f"never under way: {reading.rule}")
        return reading

    def _read(self, trigger: Span, group: VerbGroup | None, hits: list[_Hit]) -> StatusReading:
        if (own := self._own(trigger, hits)) is not None:
            return own
        return self._nominal(trigger, hits) if group is None else self._verbal(trigger, group, hits)

    def _hits(self, sentence: Span) -> list[_Hit]:
        hits = []
        for hit in self._cues(sentence):
            side, _, status = hit.key.partition(":")
            hits.append(_Hit(side, status, hit.start, hit.end, hit.line))  # type: ignore[arg-type]
        return hits

    def _own(self, trigger: Span, hits: list[_Hit]) -> StatusReading | None:
        """What the vocabulary says of the type itself, in the trigger or near it."""
        for hit in hits:
            near = trigger.start - _NEAR_BEFORE <= hit.end and hit.start <= trigger.end + _NEAR_BEFORE
            if hit.side == trigger.label_ and near:
                return StatusReading(hit.status, f"of its type: {hit.line}")
        return None

    def _verbal(self, trigger: Span, group: VerbGroup, hits: list[_Hit]) -> StatusReading:
        if group.negated or _after_no(trigger):
            return StatusReading("not_occurred", f"negated: {group.said}")
        if group.modal is not None:
            return self._unless_conditional(trigger, hits, StatusReading(group.modal, f"modal: {group.said}"))
        if group.infinitive:
            return self._governed(group.at, hits, StatusReading("planned", f"infinitive: {group.said}"))
        if group.intended:
            return StatusReading("planned", f"intention: {group.said}")
        if group.light and (beside := self._nominal(trigger, hits)).status != "occurred":
            return beside
        if group.finite:
            in_force = self._family[trigger.label_] in self._in_force
            status: Status = "ongoing" if group.progressive and not in_force else "occurred"
            return StatusReading(status, f"verb group: {group.said}")
        return self._governed(group.at, hits, StatusReading("occurred", f"{group.form} form: {group.said}"))

    def _governed(self, at: int, hits: list[_Hit], default: StatusReading) -> StatusReading:
        """The nearest governor before a verb; of those that end together the stronger status."""
        near = [h for h in hits if h.side == "governor" and h.start < at and 0 <= at - h.end + 1 <= _GOVERNOR_REACH]
        if not near:
            return default
        best = min(near, key=lambda h: (-min(h.end, at), _ORDER.index(h.status), h.start))
        return StatusReading(best.status, f"governed by: {best.line}")

    def _unless_conditional(self, trigger: Span, hits: list[_Hit], default: StatusReading) -> StatusReading:
        """A plan in a clause with "if" or "subject to" before it is a condition."""
        for hit in hits:
            if hit.status == "conditional" and hit.line in self._conditions and hit.end <= trigger.start:
                return StatusReading("conditional", f"condition: {hit.line}")
        return default

    def _nominal(self, trigger: Span, hits: list[_Hit]) -> StatusReading:
        before = [h for h in hits if h.side == "before" and -_INSIDE <= trigger.start - h.end <= _NEAR_BEFORE]
        after = [h for h in hits if h.side == "after" and -len(trigger) <= h.start - trigger.end <= _NEAR_AFTER]
        for status in _ORDER:
            for hit in (*before, *after):
                if hit.status == status:
                    return StatusReading(status, f"{hit.side}: {hit.line}")
        status = self._default.get(trigger.label_, "occurred")
        return StatusReading(status, "nothing around says otherwise", by_default=True)


def _after_no(trigger: Span) -> bool:
    """ "No IND has been filed": the subject is denied."""
    return trigger.start > 0 and trigger.doc[trigger.start - 1].lower_ == "no"
