"""Releases and runs of the command that the tests of `topline facts` share."""

import csv
import io
import os
import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner, Result

from conftest import SAMPLE
from topline.cli import main

COMMAND = Path(sys.executable).with_name("topline")
Q3, Q1 = SAMPLE / "merrow_bay_2003_q3.txt", SAMPLE / "merrow_bay_2004_q1.txt"

ANNUAL = """\
    SAVANNAH, Ga., Feb. 12, 2004 /PRNewswire/ -- Merrow Bay Therapeutics, Inc.
(Nasdaq: MRBT) today reported financial results for the year ended December 31,
2003.  The Company reported a net loss of $31.4 million for the year.

                        MERROW BAY THERAPEUTICS, INC.
                     CONDENSED STATEMENTS OF OPERATIONS
                  (in thousands, except per share amounts)

                                                Years Ended December 31,
                                                   2003         2002

    Contract revenue                             $1,250       $1,510

    Operating expenses:
      Research and development                   26,110       20,733
      General and administrative                  7,003        5,902

        Total operating expenses                 33,113       26,635

    Loss from operations                        (31,863)     (25,125)
    Interest income, net                            503        1,204

    Net loss                                   $(31,360)    $(23,921)

    Basic and diluted net loss per share         $(1.36)      $(1.18)
"""

FOURTH = """\
    SAVANNAH, Ga., Feb. 20, 2004 /PRNewswire/ -- Merrow Bay Therapeutics, Inc.
(Nasdaq: MRBT) today reported its figures for the fourth quarter once more.

                        MERROW BAY THERAPEUTICS, INC.
                     CONDENSED STATEMENTS OF OPERATIONS
                  (in thousands, except per share amounts)

                                             Three Months Ended
                                                December 31,
                                                   2003         2002

    Contract revenue                               $450         $380
    Operating expenses                            8,972        7,280
    Interest income, net                            101          223

    Net loss                                    $(8,421)     $(6,677)
"""


def topline(*args: str | Path, stdin: bytes | None = None, columns: int = 100) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "COLUMNS": str(columns), "NO_COLOR": "1"}
    return subprocess.run([COMMAND, *args], input=stdin, capture_output=True, check=False, env=environment)


def run(*args: str | Path, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(main, ["facts", *(str(a) for a in args)], input=stdin, env={"COLUMNS": "100"})


def rows(output: bytes | str) -> list[dict[str, str]]:
    text = output.decode("utf-8") if isinstance(output, bytes) else output
    return list(csv.DictReader(io.StringIO(text, newline="")))


def annual_in(folder: Path) -> Path:
    path = folder / "annual.txt"
    path.write_text(ANNUAL, encoding="utf-8")
    return path
