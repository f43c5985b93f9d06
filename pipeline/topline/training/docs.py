"""Gold to what spaCy trains on: docs of the prose with names, candidates and the types that each candidate tells."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span
from spacy.training import Example
from spacy.util import filter_spans, registry

from topline.components.attributes import BLOCKS, CUES, HAPPENINGS, SENTENCES, TELLING, declare_attributes
from topline.components.learned.clauses import candidates
from topline.evaluation.gold import GoldEvent, GoldRelease
from topline.evaluation.names import NAME_LABELS
from topline.readers import Document, read_source

__all__ = ["doc_before", "gold_doc", "read_examples", "write_docs"]

_CARRIED = (BLOCKS, SENTENCES, TELLING, CUES)


def gold_doc(nlp: Language, gold: GoldRelease) -> Doc:
    """The doc of a release with gold in `doc.ents` and `doc.spans["happenings"]`.

    `nlp` is a pipeline of rules: it says where blocks and sentences are and what the cues find. Where only events were
    annotated, `doc.ents` is missing everywhere.
    """
    document = read_source(gold.text)[0]
    doc = doc_before(nlp, document, "events")
    _set_names(doc, document, gold)
    doc.spans[HAPPENINGS] = list(_happenings(doc, document, gold.events))
    for group in set(doc.spans) - {*_CARRIED, HAPPENINGS}:
        del doc.spans[group]
    return doc


def doc_before(nlp: Language, document: Document, name: str) -> Doc:
    """The doc of a release as it comes to the component of that name."""
    doc: Doc = nlp.get_pipe("reader").doc(document)  # type: ignore[attr-defined]
    for component_name, component in nlp.pipeline:
        if component_name == name:
            break
        doc = component(doc)
    return doc


def _set_names(doc: Doc, document: Document, gold: GoldRelease) -> None:
    if gold.names is None:
        doc.set_ents([], default="missing")
        return
    spans = [_place(doc, document, n.start, n.end, n.label) for n in gold.names if n.label in NAME_LABELS]
    doc.set_ents(filter_spans([s for s in spans if s is not None and not _is_cut(s)]))


def _is_cut(name: Span) -> bool:
    """Whether a sentence is said to begin inside a name: the recogniser cannot learn one that goes on after it."""
    return any(token.is_sent_start for token in name[1:])


def _place(doc: Doc, document: Document, start: int, end: int, label: str) -> Span | None:
    """Tokens of the prose that show `[start, end)` of the source; None for what lies in a table."""
    first, past = document.offsets.from_source(start, end)
    return doc.char_span(first, past, label=label, alignment_mode="expand") if first < past else None


def _happenings(doc: Doc, document: Document, events: Iterable[GoldEvent]) -> Iterator[Span]:
    """The candidates that tell each event: every sentence of its evidence, and the clause with most of its trigger."""
    sentences = {(s.start, s.end) for s in doc.spans[TELLING]}
    told: set[tuple[int, int, str]] = set()
    for event in events:
        for place in event.spans:
            span = _place(doc, document, *place, event.type)
            told |= {(s, e, event.type) for s, e in sentences if span is not None and _mostly(s, e, span)}
        trigger = _place(doc, document, *event.trigger_span, event.type) if event.trigger_span else None
        if trigger is not None and (best := _holding(doc, trigger)) is not None:
            told.add((*best, event.type))
            told |= {(s, e, event.type) for s, e in sentences if s <= trigger.start < e}
    for start, end, leaf in sorted(told):
        yield Span(doc, start, end, label=leaf)


def _mostly(start: int, end: int, span: Span) -> bool:
    """Half of the shorter one is shared."""
    shared = min(end, span.end) - max(start, span.start)
    return 2 * shared >= min(end - start, len(span))


def _holding(doc: Doc, trigger: Span) -> tuple[int, int] | None:
    """The shortest candidate with the largest share of the trigger."""
    shares = [(min(e, trigger.end) - max(s, trigger.start), s - e, (s, e)) for s, e in candidates(doc)]
    share, _, best = max(shares, default=(0, 0, (0, 0)))
    return best if share > 0 else None


def write_docs(docs: Iterable[Doc], path: Path) -> None:
    """A DocBin with all that training needs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    DocBin(attrs=["ENT_IOB", "ENT_TYPE", "SENT_START", "SPACY"], docs=docs, store_user_data=False).to_disk(path)


@registry.readers("topline.Examples.v1")  # type: ignore[untyped-decorator]
def read_examples(path: Path | str) -> Callable[[Language], Iterator[Example]]:
    """Examples whose predicted doc already has its blocks, sentences and cues, as the components before would set."""
    return partial(_examples, Path(path))


def _examples(path: Path, nlp: Language) -> Iterator[Example]:
    declare_attributes()
    for reference in DocBin().from_disk(path).get_docs(nlp.vocab):
        yield Example(bare(reference), reference)


def bare(reference: Doc) -> Doc:
    """A doc of the same words that knows nothing of the gold."""
    words, spaces = [t.text for t in reference], [bool(t.whitespace_) for t in reference]
    starts: list[bool | int | None] = [t.is_sent_start for t in reference]
    doc = Doc(reference.vocab, words=words, spaces=spaces, sent_starts=starts)
    for group in _CARRIED:
        doc.spans[group] = [Span(doc, s.start, s.end, label=s.label) for s in reference.spans.get(group, ())]
    return doc
