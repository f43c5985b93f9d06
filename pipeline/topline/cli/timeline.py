"""Records as a timeline that a person wants to read."""

from collections.abc import Callable, Sequence
from textwrap import wrap

from rich.console import Console
from rich.text import Text

from topline.cli.releases import company_line, release_lines
from topline.cli.statements import print_statements
from topline.cli.words import printable, when
from topline.records import Amount, Event, Mention, ReleaseRecord
from topline.vocab import event_types

__all__ = ["Seen", "print_timeline"]

Seen = Callable[[int, int], str]
"""What a person sees of `[start, end)` of a release's source."""

_STYLES = {"occurred": "green", "ongoing": "yellow", "planned": "cyan", "not_occurred": "red", "conditional": "magenta"}
_POLARITY = {"positive": "+", "negative": "−", "mixed": "±"}
_INDENT = 28
_NARROWEST = 30
_LONGEST_QUOTE = 230
_ROLE_ORDER = (
    "drug",
    "indication",
    "phase",
    "trial",
    "application",
    "program",
    "agency",
    "committee",
    "conference",
    "journal",
    "counterparty",
    "person",
    "votes",
    "conditions",
)
_LAST = "9999"


def print_timeline(records: Sequence[tuple[ReleaseRecord, Seen]], console: Console) -> None:
    """One timeline a company, across its releases, then the statements of each release. Each record has its quotes."""
    companies: dict[str, list[tuple[ReleaseRecord, Seen]]] = {}
    for record, seen in records:
        companies.setdefault(company_line(record), []).append((record, seen))
    for company, group in companies.items():
        console.print(Text(company, style="bold"))
        for record, _ in group:
            for line in release_lines(record):
                console.print(Text("  " + line, style="dim"), soft_wrap=True)
        console.print()
        rows = [(event, record, seen) for record, seen in group for event in record.events]
        for event, record, seen in sorted(rows, key=lambda row: _place(row[0])):
            _print_event(event, record, seen, console)
        if not rows:
            console.print("  no events found\n")
        for record, _ in group:
            print_statements(record, console)
            _print_problems(record, console)


def _place(event: Event) -> tuple[str, str, int]:
    if event.date is None:
        return _LAST, _LAST, event.trigger.start
    return event.date.start, event.date.end, event.trigger.start


def _print_event(event: Event, record: ReleaseRecord, seen: Seen, console: Console) -> None:
    mentions = {m.id: m for m in record.mentions}
    date = when(event.date.start, event.date.end) if event.date else "no date"
    head = Text(f"  {date:<{_INDENT - 4}}  ")
    head.append(event_types()[event.type].title, style="bold")
    head.append(f"  {event.status.replace('_', ' ')}", style=_STYLES[event.status])
    if event.polarity:
        head.append(f"  {_POLARITY[event.polarity]} {event.polarity}", style="dim")
    console.print(head)
    details = [*_fillers(event, mentions), *(_amount(a, mentions) for a in event.amounts)]
    if details:
        _print_wrapped(printable(" · ".join(details)), console)
    quote = printable(seen(event.evidence[0].start, event.evidence[0].end))
    _print_wrapped(f"“{_shorten(quote)}”", console, style="dim")
    console.print()


def _print_wrapped(text: str, console: Console, *, style: str = "") -> None:
    for line in wrap(text, max(console.width - _INDENT, _NARROWEST), break_on_hyphens=False):
        console.print(Text(" " * _INDENT + line, style=style), soft_wrap=True)


def _fillers(event: Event, mentions: dict[str, Mention]) -> list[str]:
    return [", ".join(mentions[i].text for i in event.roles[role]) for role in _ROLE_ORDER if role in event.roles]


def _amount(amount: Amount, mentions: dict[str, Mention]) -> str:
    """As the release prints it: the timeline is for eyes, the record has the number."""
    printed = mentions[amount.mention].text if amount.mention else amount.value or f"{amount.low} to {amount.high}"
    up_to = "up to " if amount.value is None and amount.low is None and "up to" not in printed else ""
    return f"{amount.role.replace('_', ' ')} {up_to}{printed.removesuffix(' per share')}"


def _shorten(quote: str) -> str:
    return quote if len(quote) <= _LONGEST_QUOTE else quote[: quote.rfind(" ", 0, _LONGEST_QUOTE)] + " …"


def _print_problems(record: ReleaseRecord, console: Console) -> None:
    for problem in record.problems:
        at = f" (character {problem.at.start})" if problem.at else ""
        console.print(Text(f"  ! {record.source.name}: {problem.what}{at}", style="red"))
