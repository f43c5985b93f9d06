"""What the command does to files and terminals that it must not harm."""

import shutil
from pathlib import Path

from click.testing import CliRunner

from topline.cli import main

SAMPLE = Path(__file__).parents[2] / "annotations" / "sample" / "merrow_bay_2004_q1.txt"


def test_cli_output_is_never_an_input(tmp_path: Path) -> None:
    release = tmp_path / "release.txt"
    shutil.copy(SAMPLE, release)
    result = CliRunner().invoke(main, ["extract", "-o", str(release), str(release)])
    assert result.exit_code == 2
    assert "one of the files to read" in result.output
    assert release.read_bytes() == SAMPLE.read_bytes()


def test_cli_an_output_stays_when_nothing_was_read(tmp_path: Path) -> None:
    records = tmp_path / "records.jsonl"
    records.write_text("earlier\n")
    result = CliRunner().invoke(main, ["extract", "-o", str(records), str(tmp_path / "none.txt")])
    assert result.exit_code == 1
    assert records.read_text() == "earlier\n"
    assert [p.name for p in tmp_path.iterdir()] == ["records.jsonl"]


def test_cli_a_full_disk_is_one_line() -> None:
    result = CliRunner().invoke(main, ["extract", "-o", "/dev/full", str(SAMPLE)])
    assert result.exit_code == 1
    assert result.output == "Error: cannot write the records: No space left on device\n"


def test_cli_escape_codes_of_a_release_do_not_reach_the_terminal(tmp_path: Path) -> None:
    release = tmp_path / "release.txt"
    release.write_text("Tallis \x1b[31m filed an IND with the FDA \x1b]0;title\x07 on June 4, 2004, as it had said.")
    result = CliRunner().invoke(main, ["extract", "--timeline", str(release)])
    assert result.exit_code == 0
    assert "\x1b" not in result.output
    assert "\x07" not in result.output


def test_cli_an_unknown_language_in_a_config_is_wrong_usage(tmp_path: Path) -> None:
    config = tmp_path / "mine.cfg"
    config.write_text('[nlp]\nlang = "zz"\n')
    result = CliRunner().invoke(main, ["extract", "--config", str(config), str(SAMPLE)])
    assert result.exit_code == 2
    assert "cannot be built into a pipeline" in result.output
