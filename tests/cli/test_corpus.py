"""`topline corpus`: what it says of marked releases, and the files that it makes of them."""

import hashlib
import json
from pathlib import Path

import pytest
import spacy
from click.testing import CliRunner, Result
from spacy.tokens import DocBin

from topline.cli import main
from topline.evaluation import GoldRelease
from topline.training.docs import read_examples

HEADER = "company: {company}\nreleased_on: 2004-05-04\n\n"
RIGHT = """\
# [COMPANY {company}] Files for [DRUG MRW-101]

[COMPANY {company}] {{application_submission occurred today | submitted an NDA}} for [DRUG MRW-101] to the [AGENCY FDA].

* {{!approval | An approval is not certain}}, and {{launch planned | a launch}} is planned for [DATE:when June 2005].
"""
# whose draws put them apart: see `splits`
COMPANIES = ("Merrow Bio", "Tallow Bay", "Fenland Rx", "Orrin Labs", "Ashwick Bio", "Dorley Gen")


def run(*args: str | Path) -> Result:
    return CliRunner().invoke(main, ["corpus", *(str(a) for a in args)], env={"COLUMNS": "100"})


def flat(text: str) -> str:
    return " ".join(text.split())


def write(folder: Path, name: str, body: str, company: str = "Merrow Bio") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HEADER.format(company=company) + body, encoding="utf-8")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "releases", "a/merrow.txt", RIGHT.format(company="Merrow Bio")).parents[1]


def test_corpus_check_counts_what_is_right(folder: Path) -> None:
    done = run("check", folder)
    assert (done.exit_code, done.stderr) == (0, "")
    text = flat(done.stdout)
    assert text.startswith("1 releases of 1 companies (")
    assert "3 sentences, 2 annotated, 2 of them distinct years: 2000s 1 statuses: occurred 1, planned 1" in text
    assert "dates: stated 2 amounts: roles: drug 1, agency 1" in text
    assert "names and values: COMPANY 2, DRUG 2, AGENCY 1, DATE 1" in text
    assert "application_submission 1 1 1 0 occurred 1" in text
    assert "launch 1 1 1 0 planned 1" in text
    assert "approval 0 0 0 1" in text
    assert [line.split() for line in done.stdout.splitlines()[8:10]] == [
        ["ind_submission", "0", "0", "0", "0"],
        ["ind_clearance", "0", "0", "0", "0"],
    ]


def test_corpus_check_names_what_is_wrong_and_where(folder: Path) -> None:
    lines = (
        "[DRGU MRW-101] came.",
        "It {approval | came}.",
        "[DRUG Relova] {launch occurred positive | came}.",
        "Relova is sold.",
    )
    path = write(folder, "b/wrong.txt", "\n".join(lines))
    done = run("check", folder)
    assert done.exit_code == 1
    assert done.stdout.splitlines()[:4] == [
        f"{path}: DRGU is no label of a name or value: '[DRGU MRW-101] came.'",
        f"{path}: approval has no status: one of conditional, not_occurred, occurred, ongoing, planned: "
        "'It {approval | came}.'",
        f"{path}: 'Relova' is marked DRUG elsewhere, but not here: 'ame. It came. Relova came. Relova is sold.'",
        f"{path}: launch has no polarity by the guidelines: 'came'",
    ]
    assert done.stdout.splitlines()[4].startswith("2 releases of 1 companies")


def test_corpus_check_lists_pairs_that_are_the_same_but_for_names(folder: Path) -> None:
    write(folder, "b/tallow.txt", RIGHT.format(company="Tallow Bay"), company="Tallow Bay")
    done = run("check", "--pairs", folder)
    assert done.exit_code == 0
    lines = done.stdout.splitlines()
    assert lines[:2] == [
        "= merrow.txt: Merrow Bio submitted an NDA for MRW-101 to the FDA.",
        "~ tallow.txt: Tallow Bay submitted an NDA for MRW-101 to the FDA.",
    ]
    assert "= " not in run("check", folder).stdout


def test_corpus_check_balance_asks_for_enough_of_each_type(folder: Path) -> None:
    done = run("check", "--balance", folder)
    assert done.exit_code == 1
    assert "launch: 1 positives and 0 look-alikes, it needs 60 and 30" in done.stdout


@pytest.mark.parametrize(
    ("header", "what"),
    [
        ("company: Merrow\n", "the header lacks released_on"),
        ("company: Merrow\nreleased_on: 4 May\n", "'4 May' is no day: write it as 2004-05-04"),
        (
            "company: Merrow\nexchange: B\n",
            "'exchange: B' is no line of a header; it has company, period, released_on, ticker",
        ),
    ],
)
@pytest.mark.parametrize("command", ["check", "build"])
def test_corpus_bad_header_is_named_with_its_file(command: str, header: str, what: str, folder: Path) -> None:
    bad = folder / "bad.txt"
    bad.write_text(header + "\nText.\n", encoding="utf-8")
    output = ["-o", folder.parent / "out"] if command == "build" else []
    done = run(command, folder, *output)
    assert done.exit_code == 2
    assert f"{bad}: {what}" in done.stderr
    assert done.stdout == ""
    assert not (folder.parent / "out").exists()


def test_corpus_folder_without_releases(tmp_path: Path) -> None:
    done = run("check", tmp_path)
    assert done.exit_code == 2
    assert f"{tmp_path} holds no marked release (*.txt): name a folder of annotations/releases" in done.stderr
    assert run("check", tmp_path / "none").exit_code == 2
    assert run("build", tmp_path).exit_code == 2


def test_corpus_build_writes_what_spacy_reads(tmp_path: Path) -> None:
    folder, out = tmp_path / "releases", tmp_path / "out"
    for i, company in enumerate(COMPANIES):
        body = f"{{launch planned | {' '.join(f'{chr(97 + i)}{c}x' for c in 'abcdefgh')}}} of [DRUG Drug{i}] is near.\n"
        write(folder, f"{i}.txt", f"# [COMPANY {company}] Gives News\n\n{body}", company=company)
    done = run("build", folder, "-o", out, "--times", "2")
    assert done.exit_code == 0, done.output
    golds = {
        split: [GoldRelease.model_validate_json(line) for line in (out / f"{split}.jsonl").read_text().splitlines()]
        for split in ("train", "dev", "test")
    }
    sizes = {split: len(found) for split, found in golds.items()}
    plain = {split: [g for g in found if "-" not in g.doc] for split, found in golds.items()}
    assert sum(len(found) for found in plain.values()) == len(COMPANIES)
    assert sizes == {"train": 3 * len(plain["train"]), "dev": len(plain["dev"]), "test": len(plain["test"])}
    assert all(sizes.values())
    assert done.stdout == f"{out}: " + ", ".join(f"{n} {split}" for split, n in sizes.items()) + "\n"
    nlp = spacy.blank("en")
    for split, found in golds.items():
        assert len(list(DocBin().from_disk(out / f"{split}.spacy").get_docs(nlp.vocab))) == sizes[split]
        for gold, example in zip(found, read_examples(out / f"{split}.spacy")(nlp), strict=True):
            assert {s.label_ for s in example.reference.spans["happenings"]} == {"launch"}
            assert [e.label_ for e in example.reference.ents] == ["COMPANY", "DRUG"]
            assert gold.company is not None
            assert example.reference.ents[0].text == gold.company
    manifest = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    assert manifest == {
        f"{split}/{g.doc}": hashlib.sha256(g.text.encode()).hexdigest() for split, gs in plain.items() for g in gs
    }


def test_corpus_build_learns_from_real_gold_too(folder: Path, tmp_path: Path) -> None:
    gold, out = tmp_path / "gold", tmp_path / "out"
    gold.mkdir()
    (gold / "real.txt").write_text("Orrin Labs launched Zanvor in May 2004.", encoding="utf-8")
    event = {"type": "launch", "status": "occurred", "trigger": "launched Zanvor"}
    event["evidence"] = ["Orrin Labs launched Zanvor in May 2004."]
    data = {"doc": "real.txt", "released_on": "2004-07-01", "events": [event]}
    (gold / "real.json").write_text(json.dumps(data), encoding="utf-8")
    done = run("build", folder, "-o", out, "--times", "0", "--real", gold, gold)
    assert done.exit_code == 0, done.output
    last = list(read_examples(out / "train.spacy")(spacy.blank("en")))[-1].reference
    assert (last.text, [s.label_ for s in last.spans["happenings"]]) == (
        "Orrin Labs launched Zanvor in May 2004.", ["launch"],
    )  # fmt: skip
    assert {token.ent_iob_ for token in last} == {""}
    assert "real/real.txt" in json.loads((out / "manifest.json").read_text(encoding="utf-8"))


def test_corpus_build_says_which_gold_cannot_be_read(folder: Path, tmp_path: Path) -> None:
    gold = tmp_path / "gold"
    gold.mkdir()
    done = run("build", folder, "-o", tmp_path / "out", "--real", gold, gold)
    assert done.exit_code == 1
    assert f"Error: {gold} holds no gold (*.json)" in done.stderr
    (gold / "a.json").write_text("{}", encoding="utf-8")
    done = run("build", folder, "-o", tmp_path / "out", "--real", gold, gold)
    assert done.exit_code == 1
    assert f"{gold / 'a.json'} cannot be read as gold: it lacks `doc`" in done.stderr
