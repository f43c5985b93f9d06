"""What a run has that an earlier one had not: measures, types, and single events."""

from rich.console import Console
from rich.table import Table
from rich.text import Text

from topline.cli.evaluation_tables import percent, ruled
from topline.cli.words import printable
from topline.evaluation import Bounds, Comparison

__all__ = ["print_changes"]

_NAMES = {
    "events.p": "events, precision",
    "events.r": "events, recall",
    "events.f1": "events, F1",
    "events_any_type.f1": "events of any type, F1",
    "status_accuracy": "status",
    "date.f1": "dates, F1",
    "amounts.f1": "amounts, F1",
    "polarity_accuracy": "polarity",
    "roles.f1": "roles, F1",
    "names.f1": "names, F1",
}
_MOVES = {
    "gained": ("found now", "green"),
    "lost": ("found before", "red"),
    "new_extra": ("false now", "red"),
    "gone_extra": ("false before", "green"),
}


def print_changes(comparison: Comparison, console: Console, *, listed: bool) -> None:
    """`listed` adds a line an event."""
    console.print(_measures(comparison))
    if comparison.by_type:
        console.print(_by_type(comparison))
    else:
        console.print("No event was found, missed or false in one run alone.\n")
    for move in comparison.moved if listed else ():
        words, style = _MOVES[move.move]
        head = Text(printable(move.doc), style="bold")
        head.append(f"  {words}  {printable(move.type)}", style=style)
        head.append(f"  (character {move.start})", style="dim")
        console.print(head, soft_wrap=True)
        console.print(Text(f"    “{printable(move.words)}”", style="dim"), soft_wrap=True)
    if listed and comparison.moved:
        console.print()


def _measures(comparison: Comparison) -> Table:
    title = f"Changes since {printable(comparison.before)}, in percent"
    table = ruled(title, "", "before", "now", "difference", "95% of drawn documents")
    for name, words in _NAMES.items():
        if change := comparison.changes.get(name):
            table.add_row(
                words, percent(change.before), percent(change.after), _signed(change.difference), _range(change.bounds)
            )
    return table


def _signed(share: float) -> str:
    return f"{100 * share:+.1f}" if round(share, 3) else "0.0"


def _range(bounds: Bounds | None) -> str:
    return f"{_signed(bounds.low)} to {_signed(bounds.high)}" if bounds else ""


def _by_type(comparison: Comparison) -> Table:
    table = ruled("Events that only one run has", "type", *(words for words, _ in _MOVES.values()))
    table.columns[0].no_wrap = True  # heads may go over two lines, a type not
    for kind, moves in comparison.by_type.items():
        counts = (getattr(moves, move) for move in _MOVES)
        table.add_row(printable(kind), *(str(count or "") for count in counts))
    return table
