"""`topline facts` on a terminal."""

import os
import pty
import subprocess
from pathlib import Path

from facts_command import COMMAND, Q1, Q3, annual_in, run, topline


def test_cli_facts_tables_show_what_is_derived_and_of_what(tmp_path: Path) -> None:
    done = topline("facts", "--format", "table", annual_in(tmp_path), Q3, columns=80)
    lines = [line.rstrip() for line in done.stdout.decode().splitlines()]
    assert lines[0] == "Merrow Bay Therapeutics, Inc. (MRBT)"
    assert lines[1:3] == ["  release of 2004-02-12 annual.txt", f"  release of 2003-10-30 {Q3.name}"]
    assert max(len(line) for line in lines) <= 80
    at = lines.index("  Statements of operations, three months, in thousands")
    assert lines[at + 1].split() == ["2003", "Q4", "2003", "Q3", "2002", "Q4", "2002", "Q3"]
    loss = next(line for line in lines[at:] if line.startswith("  Net loss "))
    assert loss.split()[2:] == ["(8,521)*", "(7,917)", "(6,677)*", "(6,000)"]
    note = next(line for line in lines[at:] if line.startswith("  * "))
    assert note.startswith("  * not printed: 2003 Q4 is 2003 less nine months to 2003-09-30;")
    years = lines.index("  Statements of operations, year, in thousands")
    assert next(line for line in lines[years:] if "net loss per share" in line).split()[-2:] == ["(1.36)", "(1.18)"]


def test_cli_facts_tables_keep_columns_whole_on_a_narrow_terminal() -> None:
    done = topline("facts", "--format", "table", "--kind", "balance_sheet", Q3, Q1, columns=60)
    text = done.stdout.decode()
    assert "…" not in text
    assert "Balance sheets, in thousands (continued)" in text
    assert [day for day in ("2004-03-31", "2003-12-31", "2003-09-30", "2002-12-31") if text.count(day) != 1] == []


TWICE = """\
    BOSTON, Jan. 29, 2009 /PRNewswire/ -- Sorrel Point Bancorp (Nasdaq: SRLP) today reported its results.

                     CONSOLIDATED STATEMENTS OF INCOME
                          (in thousands)

                            2008       2008       2007
    Interest income       18,363     19,808     24,917
    Interest expense       9,834      8,500     12,109
    Net income               721        900      1,516

                     CONSOLIDATED STATEMENTS OF INCOME
                          (in thousands)

                               Year Ended      Year Ended
                              December 31,    December 31,
                                  2008            2007
    Revenues                     4,000           3,000
    Interest expense               200             100
    Net income                     900             800

    The affiliate of the company:

                     CONSOLIDATED STATEMENTS OF INCOME
                          (in thousands)

                               Year Ended      Year Ended
                              December 31,    December 31,
                                  2008            2007
    Revenues                        40              30
    Net income                       9               8
"""


def test_cli_facts_tables_hide_no_figure_behind_another(tmp_path: Path) -> None:
    """Columns without dates, and statements that contradict each other, are shown one beside or after the other."""
    path = tmp_path / "bank.txt"
    path.write_text(TWICE, encoding="utf-8")
    text = run(path, "--format", "table").stdout
    rows = [line.split() for line in text.splitlines()]
    assert ["Interest", "income", "18,363", "19,808", "24,917"] in rows
    assert ["Revenues", "4,000", "3,000"] in rows
    assert ["Revenues", "40", "30"] in rows
    assert "  Statements of operations, other table 1, year, in thousands" in [li.rstrip() for li in text.splitlines()]


def test_cli_facts_tables_of_unknown_companies_are_not_mixed(tmp_path: Path) -> None:
    table = TWICE[TWICE.index("    The affiliate") :]
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(f"The year {name[:3]} was a good one for us here.\n\n{table}", encoding="utf-8")
    text = run(tmp_path / "one.txt", tmp_path / "two.txt", "--format", "table").stdout
    assert text.count("Unknown company") == text.count("Net income") == 2


def test_cli_facts_table_is_what_a_terminal_gets() -> None:
    main_end, terminal = pty.openpty()
    with subprocess.Popen(
        [COMMAND, "facts", Q1], stdout=terminal, stderr=subprocess.PIPE, env={**os.environ, "COLUMNS": "80"}
    ) as process:
        os.close(terminal)
        shown = b""
        while chunk := _read(main_end):
            shown += chunk
    os.close(main_end)
    assert process.returncode == 0
    assert b"Statements of operations, three months, in thousands" in shown


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 65536)
    except OSError:  # how Linux says that the other end is closed
        return b""
