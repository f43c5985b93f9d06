"""The verb of a trigger and the auxiliaries before it, told by their forms alone."""

from typing import NamedTuple

from spacy.tokens import Span, Token

from topline.records import Status
from topline.vocab import VerbForm, forms_of, load_yaml, verb_index

__all__ = ["VerbGroup", "VerbReader"]

_LONGEST = 7
_BEFORE_BASE = frozenset(["we", "they", "you", "i", "who", "and", "or", ",", "then"])
_TOWARDS = frozenset(["toward", "towards"])


class VerbGroup(NamedTuple):
    """`finite` is set for "has filed", "was filed", "filed", "files", `intended` for verbs of
    planning; `said` is the group as written."""

    at: int
    form: VerbForm
    said: str
    negated: bool = False
    modal: Status | None = None
    hypothetical: bool = False
    infinitive: bool = False
    finite: bool = False
    intended: bool = False
    light: bool = False
    progressive: bool = False


class VerbReader:
    """Callable on a trigger; None where a noun tells the happening."""

    def __init__(self) -> None:
        data = load_yaml("status.yaml")
        self._negations = frozenset(data["negations"])
        self._modals: dict[str, Status] = {m: status for status, ms in data["modals"].items() for m in ms}
        self._have = frozenset(data["have"])
        self._be = frozenset(data["be"])
        self._adverbs = frozenset(data["adverbs"])
        self._intent = frozenset(word for base in data["intent_verbs"] for word in forms_of(base))
        self._light = frozenset(word for base in data["light"] for word in forms_of(base))
        self._hypothetical = frozenset(data["hypothetical"])
        self._auxiliaries = (
            self._negations | self._have | self._be | set(self._modals) | {"to", "been", "be", "do", "does", "did"}
        )

    def __call__(self, trigger: Span, sentence: Span) -> VerbGroup | None:
        verb = self._leading(trigger) or self._inner(trigger)
        return self._group(verb, sentence) if verb is not None else None

    def _leading(self, trigger: Span) -> Token | None:
        """The verb that a trigger starts with; of "plans to initiate" the second one."""
        for token in trigger:
            if token.lower_ in self._auxiliaries or token.lower_ in self._adverbs:
                continue
            if token.lower_ not in verb_index() or self._is_noun(token):
                return None
            if verb_index()[token.lower_][0] == "base" and not self._may_be_base(token):
                return None
            return self._infinitive_after(token, trigger) or token
        return None

    def _infinitive_after(self, verb: Token, trigger: Span) -> Token | None:
        for token in trigger.doc[verb.i + 1 : min(verb.i + 3, trigger.end)]:
            if token.lower_ == "to" and token.i + 1 < trigger.end and token.nbor().lower_ in verb_index():
                return token.nbor()
        return None

    def _inner(self, trigger: Span) -> Token | None:
        """The verb after a subject: "NDA has been accepted", "FDA accepted"."""
        for token in trigger:
            forms = verb_index().get(token.lower_, ())
            if token.i == trigger.start or token.lower_ in self._auxiliaries or not forms:
                continue
            helped = token.nbor(-1).lower_ in self._auxiliaries - {"to"} or token.nbor(-1).lower_ in self._adverbs
            if helped or ("past" in forms and "base" not in forms and token.nbor(-1).ent_type_):
                return token
        return None

    def _next(self, verb: Token) -> str:
        return verb.nbor().lower_ if verb.i + 1 < len(verb.doc) else ""

    def _may_be_base(self, token: Token) -> bool:
        """A base form is a verb after "to", a modal, "we" or another verb's "and"; "a live webcast" is none."""
        before = token.nbor(-1).lower_ if token.i else ""
        return before in self._auxiliaries or before in self._adverbs or before in _BEFORE_BASE or before.endswith("ly")

    def _is_noun(self, token: Token) -> bool:
        """ "filing of", "the meeting", "open-label": after an article, before "of" or a hyphen it is no verb."""
        before = token.nbor(-1).lower_ if token.i else ""
        after = token.nbor().lower_ if token.i + 1 < len(token.doc) else ""
        return (
            after == "-"
            or (token.lower_.endswith("ing") and after == "of")
            or before in ("the", "a", "an", "its", "our", "their")
        )

    def _group(self, verb: Token, sentence: Span) -> VerbGroup:
        words: list[str] = []
        i = verb.i - 1
        while i >= sentence.start and len(words) < _LONGEST:
            lower = verb.doc[i].lower_
            if lower in self._auxiliaries:
                words.insert(0, lower)
            elif lower not in self._adverbs and not lower.endswith("ly"):
                break
            i -= 1
        present = set(words)
        form = verb_index()[verb.lower_][0]
        be = not self._be.isdisjoint(present)
        return VerbGroup(
            at=verb.i,
            form=form,
            said=" ".join([*words, verb.lower_]),
            negated=not self._negations.isdisjoint(present),
            hypothetical=not self._hypothetical.isdisjoint(present),
            modal=next((self._modals[w] for w in words if w in self._modals), None),
            infinitive="to" in present,
            intended=verb.lower_ in self._intent or (form != "base" and self._next(verb) in _TOWARDS),
            light=verb.lower_ in self._light,
            finite=be or not self._have.isdisjoint(present) or form in ("past", "s", "participle"),
            progressive=form == "ing" or "being" in present,
        )
