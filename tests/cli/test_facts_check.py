"""`topline facts --check`: what it finds amiss."""

from pathlib import Path

import pytest
from facts_command import ANNUAL, FOURTH, Q1, Q3, annual_in, run, topline

from topline.cli.fact_alarms import unread_alarms
from topline.readers import read_source
from topline.records import Problem, Release, ReleaseRecord, Source, Span


def test_cli_facts_check_of_a_quarter_that_the_year_does_not_bear_out(tmp_path: Path) -> None:
    path = tmp_path / "fourth.txt"
    path.write_text(FOURTH, encoding="utf-8")
    done = topline("facts", "--check", annual_in(tmp_path), Q3, path)
    assert done.returncode == 1
    lines = done.stdout.decode().splitlines()
    at = next(at for at, line in enumerate(lines) if "quarter that the longer periods do not bear out" in line)
    assert lines[at + 1 : at + 5] == [
        "    Contract revenue, 2003-10-01 to 2003-12-31: 450",
        "    the difference of two other figures is 350, 450 is printed",
        "      Contract revenue, 2003-01-01 to 2003-12-31: 1,250 (annual.txt)",
        f"      Contract revenue, 2003-01-01 to 2003-09-30: 900 ({Q3.name})",
    ]


def test_cli_facts_check_of_sound_releases() -> None:
    done = topline("facts", "--check", Q3, Q1)
    assert (done.returncode, done.stdout.decode()) == (0, "no alarms in 2 releases\n")


def test_cli_facts_check_names_sums_and_prose_that_do_not_agree(tmp_path: Path) -> None:
    path = tmp_path / "wrong.txt"
    text = Q3.read_text(encoding="utf-8")
    text = text.replace("8,285        6,707", "8,385        6,707").replace(
        "net loss of $7.9 million", "net loss of $8.4 million"
    )
    path.write_text(text, encoding="utf-8")
    done = topline("facts", "--check", path, Q1)
    assert done.returncode == 1
    lines = done.stdout.decode().splitlines()
    loss, total = text.index("$8.4 million"), text.index("8,385")
    assert lines == [
        f"wrong.txt:{text[:loss].count(chr(10)) + 1}  figure in the text that its table does not bear out"
        f"  (character {loss})",
        lines[1],
        "    8,400,000 is said, the table has -7,917,000",
        "      Net loss, 2003 Q3: $(7,917)",
        "",
        f"wrong.txt:{text[:total].count(chr(10)) + 1}  sum that does not add up  (character {total})",
        "    Total operating expenses, 2003 Q3: 8,385",
        "    its parts make 8,285, 8,385 is printed",
        "      Research and development, 2003 Q3: 6,412",
        "      General and administrative, 2003 Q3: 1,873",
        "",
        "2 alarms in 2 releases",
    ]
    assert lines[1].startswith("    …")
    assert "reported a net loss of [$8.4 million], or $0.33 per share, for the quarter" in lines[1]


def test_cli_facts_check_of_a_figure_of_another_period_raises_no_alarm(tmp_path: Path) -> None:
    """Which period the prose means is less certain than that the table has the amount."""
    path = tmp_path / "other.txt"
    text = Q3.read_text(encoding="utf-8").replace("net loss of $7.9 million", "net loss of $6.0 million")
    path.write_text(text, encoding="utf-8")
    assert topline("facts", "--check", path).returncode == 0


def test_cli_facts_check_writes_to_a_file_and_fails_for_what_it_cannot_read(tmp_path: Path) -> None:
    out = tmp_path / "alarms.txt"
    assert run("--check", tmp_path / "gone.txt", Q1, "-o", out).exit_code == 1
    assert out.read_text(encoding="utf-8") == "no alarms in 1 release\n"


def test_cli_facts_check_of_a_year_below_its_nine_months(tmp_path: Path) -> None:
    path = tmp_path / "low.txt"
    path.write_text(ANNUAL.replace("$1,250 ", "$  850 "), encoding="utf-8")
    lines = topline("facts", "--check", path, Q3).stdout.decode().splitlines()
    at = next(at for at, line in enumerate(lines) if "figure below that of a part of its period" in line)
    assert lines[at + 1 : at + 4] == [
        "    Contract revenue, 2003-01-01 to 2003-12-31: 850",
        "    a part of that time has more:",
        f"      Contract revenue, 2003-01-01 to 2003-09-30: 900 ({Q3.name})",
    ]
    assert lines[-1] == "1 alarm in 2 releases"


AGAIN = ANNUAL.replace("Feb. 12, 2004", "March 12, 2004").replace("26,110", "26,310").replace("33,113", "33,313")
AGAIN = AGAIN.replace("(31,863)", "(32,063)").replace("503        1,204", "703        1,204")


@pytest.mark.parametrize(
    ("said", "alarms"),
    [
        ("", 4),
        ("The Company restated its costs.", 0),
        ("The costs were reclassified.", 0),
        ("The Company filed an Amended and Restated Certificate.", 4),
    ],
)
def test_cli_facts_check_of_a_figure_that_two_releases_state_differently(
    tmp_path: Path, said: str, alarms: int
) -> None:
    path = tmp_path / "again.txt"
    path.write_text(AGAIN.replace("for the year.\n", f"for the year.  {said}\n"), encoding="utf-8")
    lines = topline("facts", "--check", path, annual_in(tmp_path)).stdout.decode().splitlines()
    found = [lines[at + 1 : at + 4] for at, line in enumerate(lines) if "another release states differently" in line]
    assert len(found) == alarms
    if found:
        assert found[0] == [
            "    Research and development, 2003-01-01 to 2003-12-31: 26,310",
            "    another release has:",
            "      Research and development, 2003-01-01 to 2003-12-31: 26,110 (annual.txt)",
        ]


@pytest.mark.parametrize(
    ("what", "kind"),
    [
        ("cell not read: '1,2O4'", "figure that could not be read"),
        ("table not read: 60 columns", "table that could not be read"),
        ("statement not read: no row under its title", "table that could not be read"),
        ("no company: no lead names one", None),
    ],
)
def test_cli_facts_check_of_what_was_not_read(what: str, kind: str | None) -> None:
    (document,) = read_source(ANNUAL)
    at = ANNUAL.index("CONDENSED")
    record = ReleaseRecord(
        source=Source(name="a.txt", sha256="0" * 64, format="text", chars=len(ANNUAL)),
        release=Release(),
        problems=(Problem(at=Span(start=at, end=at + 9), what=what),),
    )
    assert [(a.what, a.line, a.quote) for a in unread_alarms(record, document)] == ([(kind, 6, what)] if kind else [])
