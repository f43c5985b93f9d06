"""A run on a terminal: measures, types, names, confusions, the worst documents, and the events that differ."""

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from topline.cli.words import printable
from topline.evaluation import Bounds, Prf, Run

__all__ = ["interval", "percent", "print_outcomes", "print_run", "ruled"]

_KINDS = {
    "events": "events",
    "events_any_type": "events of any type",
    "date": "dates",
    "amounts": "amounts",
    "roles": "roles",
    "names": "names",
}
_CONFUSIONS = 10


def percent(share: float) -> str:
    """Without the sign: the head of the table has it."""
    return f"{100 * share:.1f}"


def interval(bounds: Bounds | None) -> str:
    return f" ({percent(bounds.low)}–{percent(bounds.high)})" if bounds else ""


def ruled(title: str, first: str, *others: str) -> Table:
    """A table whose first column is words and whose others are numbers."""
    table = Table(title=title, title_justify="left", title_style="bold", box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column(first, overflow="fold")
    for other in others:
        table.add_column(other, justify="right")
    return table


def print_run(run: Run, console: Console) -> None:
    """Everything but the single events."""
    console.print(Text(f"{printable(run.scored)} against {printable(run.gold)}", style="bold"), soft_wrap=True)
    recorded = sum(document.recorded for document in run.documents)
    without = len(run.documents) - recorded
    console.print(f"{_count(len(run.documents), 'release')}{f', {without} without a record' if without else ''}\n")
    console.print(_measures(run))
    for line in _shares(run):
        console.print(line, soft_wrap=True)
    console.print()
    console.print(_agreement("By type", "type", run.measures.by_type))
    if run.measures.names_by_label:
        console.print(_agreement("Names", "label", run.measures.names_by_label))
    if run.confusions:
        console.print(_confusions(run))
    if run.worst:
        console.print(_worst(run))


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'s' * (number != 1)}"


def _measures(run: Run) -> Table:
    interval_told = ", with 95% intervals" if run.intervals else ""
    table = ruled(f"Measures in percent{interval_told}", "", "precision", "recall", "F1")
    for kind, words in _KINDS.items():
        prf: Prf | None = getattr(run.measures, kind)
        if prf is None or not prf.tp + prf.fp + prf.fn:
            continue
        values = ((name, getattr(prf, name)) for name in ("p", "r", "f1"))
        table.add_row(words, *(percent(v) + interval(run.intervals.get(f"{kind}.{name}")) for name, v in values))
    return table


def _shares(run: Run) -> list[str]:
    measured, bounds = run.measures, run.intervals
    lines = []
    if found := measured.events.tp:
        status = percent(measured.status_accuracy) + interval(bounds.get("status_accuracy"))
        lines.append(f"Status: {status} right, of {_count(found, 'event')} found")
    if outcomes := sum(document.counts.get("pol", 0) for document in run.documents):
        polarity = percent(measured.polarity_accuracy) + interval(bounds.get("polarity_accuracy"))
        lines.append(f"Polarity: {polarity} right, of {_count(outcomes, 'event')} found that have one")
    if amounts := measured.amounts.tp:
        lines.append(f"Roles of amounts: {percent(measured.amounts.role_right)} right, of {amounts:,} found")
    lines.append(f"Duplicates: {measured.events.duplicates:,}, counted as false")
    lines.append(f"Events in boilerplate or on look-alikes: {measured.boilerplate_false_positives:,}")
    return lines


def _agreement(title: str, first: str, rows: dict[str, Prf]) -> Table:
    """The most frequent in gold first."""
    table = ruled(title, first, "gold", "found", "precision", "recall", "F1")
    for name, prf in sorted(rows.items(), key=lambda row: (-row[1].tp - row[1].fn, row[0])):
        gold, found = prf.tp + prf.fn, prf.tp + prf.fp
        table.add_row(
            printable(name), f"{gold:,}", f"{found:,}",
            percent(prf.p) if found else "–", percent(prf.r) if gold else "–", percent(prf.f1),
        )  # fmt: skip
    return table


def _confusions(run: Run) -> Table:
    table = Table(title="Types taken for others", title_justify="left", title_style="bold", box=box.SIMPLE_HEAD)
    table.pad_edge = False
    for head in ("gold", "found"):
        table.add_column(head, overflow="fold")
    table.add_column("times", justify="right")
    for confused in run.confusions[:_CONFUSIONS]:
        table.add_row(printable(confused.gold), printable(confused.found), str(confused.count))
    return table


def _worst(run: Run) -> Table:
    table = ruled("Documents with the most differences", "document", "false", "missed")
    for worst in run.worst:
        table.add_row(printable(worst.doc), str(worst.extra), str(worst.missed))
    return table


def print_outcomes(run: Run, console: Console) -> None:
    """One line an event that only the records or only gold has, and its words."""
    for document in run.documents:
        for outcome in document.outcomes:
            if outcome.kind == "found":
                continue
            head = Text(printable(document.doc), style="bold")
            word, style = ("false", "red") if outcome.kind == "extra" else ("missed", "yellow")
            head.append(f"  {word}  {printable(outcome.type)}", style=style)
            head.append(f"  (character {outcome.start})", style="dim")
            console.print(head, soft_wrap=True)
            console.print(Text(f"    “{printable(outcome.words)}”", style="dim"), soft_wrap=True)
