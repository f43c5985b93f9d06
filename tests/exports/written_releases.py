"""Records of written releases: statements read from a table, and what the release would say of itself."""

import hashlib
from collections.abc import Sequence

from topline.exports import facts
from topline.readers import TableRegion
from topline.records import Exhibit, Fact, Filing, Release, ReleaseRecord, Source
from topline.statements import derive_facts, read_statements

LABELS = ("Revenues", "Research and development", "Net loss")
NINE, YEAR = "Nine Months Ended|September 30, 2003", "Year Ended|December 31, 2003"
NINE_ROWS = [("Revenues", [2750]), ("Research and development", [6400]), ("Net loss", [-3650])]
YEAR_ROWS = [("Revenues", [4000]), ("Research and development", [9100]), ("Net loss", [-5100])]

Rows = list[tuple[str, list[int]]]


def record(
    name: str, text: str, *, released_on: str | None, company: str | None = "Tallow Bay Inc.", cik: str | None = None
) -> ReleaseRecord:
    statements, problems = read_statements(text, [TableRegion(0, len(text))])
    assert problems == []
    return ReleaseRecord(
        source=Source(
            name=name,
            sha256=hashlib.sha256(f"{name}{text}".encode()).hexdigest(),
            format="text",
            chars=len(text),
            document=Exhibit(type="EX-99.1", sequence=2, start=0, end=len(text)) if cik else None,
            filing=Filing(cik=cik) if cik else None,
        ),
        release=Release(company=company, ticker="TLWB", released_on=released_on),
        statements=tuple(statements),
        derived=derive_facts(statements),
    )


def table(
    heads: Sequence[str], rows: Sequence[tuple[str, Sequence[int]]], *, title: str = "STATEMENTS OF OPERATIONS",
    scale: str = "(in thousands)",
) -> str:  # fmt: skip
    """One column a head, such as "Nine Months Ended|September 30, 2003"; negative figures in parentheses."""
    width = max(24, *(len(part) + 3 for head in heads for part in head.split("|")))
    stub = max(40, *(len(label) + 4 for label, _ in rows))
    lines = [f"          {title}", f"          {scale}", ""]
    for level in range(max(head.count("|") for head in heads) + 1):
        parts = [(head.split("|") + [""] * 9)[level] for head in heads]
        lines.append(" " * stub + "".join(part.rjust(width) for part in parts))
    lines.append("")
    for label, figures in rows:
        cells = [f"({-f:,})" if f < 0 else f"{f:,} " for f in figures]
        lines.append(label.ljust(stub) + "".join(cell.rjust(width) for cell in cells))
    return "\n".join(lines) + "\n"


def q3(rows: Rows = NINE_ROWS, **told: str) -> ReleaseRecord:
    return record("q3.txt", table([NINE], rows), released_on="2003-10-30", **told)


def annual(rows: Rows = YEAR_ROWS, *, heads: list[str] | None = None, **told: str) -> ReleaseRecord:
    return record("annual.txt", table(heads or [YEAR], rows), released_on="2004-02-12", **told)


def across(*records: ReleaseRecord) -> list[Fact]:
    return [fact for fact in facts(records) if fact.derived_from and fact.cell is None]
