"""How many of what, in one line."""

from dataclasses import dataclass

from topline.fetch.batch import Outcome

__all__ = ["Tally"]


@dataclass
class Tally:
    """Exhibits that were saved, were there or are no text; filings that failed or have no EX-99."""

    saved: int = 0
    present: int = 0
    skipped: int = 0
    failed: int = 0
    without: int = 0

    def add(self, outcome: Outcome) -> None:
        files = sum(entry.file is not None for entry in outcome.entries)
        self.saved += files if outcome.new else 0
        self.present += 0 if outcome.new else files
        self.skipped += sum(entry.file is None and entry.exhibit is not None for entry in outcome.entries)
        self.failed += outcome.failure is not None
        self.without += any(entry.exhibit is None for entry in outcome.entries)

    def __str__(self) -> str:
        skipped = f", {_count(self.skipped, 'exhibit')} skipped that no text can be read from" if self.skipped else ""
        return (
            f"{_count(self.saved, 'release')} saved, {self.present} already there, {_count(self.failed, 'filing')} "
            f"failed, {_count(self.without, 'filing')} without EX-99{skipped}"
        )


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
