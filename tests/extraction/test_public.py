"""The package as its users call it."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from spacy.language import Language

import topline
from conftest import ROOT, SAMPLE
from topline.errors import ConfigError, ToplineError
from topline.extraction import Extractor, default_config, load

RELEASE = SAMPLE / "merrow_bay_2003_q3.txt"
SENTENCE = "Merrow submitted an NDA for MRW-101."


def test_extraction_package_exports_exactly_its_public_names() -> None:
    assert topline.__all__ == [
        "ConfigError",
        "Event",
        "Fact",
        "Mention",
        "Problem",
        "ReleaseRecord",
        "SourceError",
        "Statement",
        "ToplineError",
        "extract",
        "extract_all",
        "facts",
        "load",
    ]
    assert [name for name in topline.__all__ if not hasattr(topline, name)] == []


def test_extraction_of_a_path_a_text_and_bytes() -> None:
    data = RELEASE.read_bytes()
    by_path, by_text, by_bytes = (topline.extract(s) for s in (RELEASE, data.decode(), data))
    assert by_path.source.name == "merrow_bay_2003_q3.txt"
    assert by_path.release.ticker == "MRBT"
    assert {"results_reported", "application_submission", "private_placement"} <= {e.type for e in by_path.events}
    assert by_path.events == by_text.events == by_bytes.events
    assert by_path.statements == by_text.statements == by_bytes.statements
    assert by_path.source.sha256 == by_text.source.sha256 == by_bytes.source.sha256


def test_extraction_of_the_name_of_a_file_says_what_to_pass(tmp_path: Path) -> None:
    path = tmp_path / "release.txt"
    path.write_text(SENTENCE, encoding="utf-8")
    with pytest.raises(topline.SourceError, match=r"release\.txt' is a file: pass Path\("):
        topline.extract(str(path))
    with pytest.raises(topline.SourceError, match=r"pass Path\("):
        topline.extract_all(str(path))
    assert topline.extract(SENTENCE).events[0].type == "application_submission"
    assert topline.extract(str(path.with_name("none.txt"))).events == ()


def test_extraction_pipeline_gives_events() -> None:
    doc = topline.load()(SENTENCE)
    assert [(e.type, e.status) for e in doc._.events] == [("application_submission", "occurred")]


def test_extraction_errors_are_the_packages_own() -> None:
    with pytest.raises(topline.SourceError, match=r"no_such_release\.txt"):
        topline.extract(SAMPLE / "no_such_release.txt")
    assert issubclass(topline.SourceError, ToplineError)
    assert issubclass(topline.ConfigError, ToplineError)


def test_extraction_packaged_pipeline_loads_without_importing_topline(nlp: Language, tmp_path: Path) -> None:
    """spaCy finds the factories by their entry points."""
    nlp.to_disk(tmp_path / "model")
    code = (
        "import sys, spacy; assert 'topline' not in sys.modules; "
        f"doc = spacy.load(sys.argv[1])({SENTENCE!r}); "
        "print([(e.type, e.status, e.trigger.text) for e in doc._.events])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "model")], capture_output=True, text=True, check=False
    )
    assert (done.stdout.strip(), done.returncode) == (
        "[('application_submission', 'occurred', 'submitted an NDA')]",
        0,
    ), done.stderr


def test_extraction_default_config_is_the_one_of_the_distribution() -> None:
    assert default_config().name == "rules.cfg"
    assert default_config().is_file()


def test_extraction_load_takes_a_config_of_ones_own(tmp_path: Path) -> None:
    config = tmp_path / "mine.cfg"
    text = default_config().read_text(encoding="utf-8")
    config.write_text(text.replace(',"highlights","bullet"', ""), encoding="utf-8")
    record = Extractor(load(config))(RELEASE)
    assert {"results_reported", "investor_event"} <= {e.type for e in record.events}
    assert "application_submission" not in {e.type for e in record.events}


@pytest.mark.parametrize(
    "text",
    [
        "this is no config",
        '[nlp]\nlang = "en"\npipeline = ["reader"]\n[components]\n[components.reader]\nfactory = "no_such_factory"\n',
        '[nlp]\nlang = "en"\npipeline = ["reader"]\n',
    ],
    ids=["no config", "unknown factory", "component missing"],
)
def test_extraction_load_of_a_bad_config_names_it(tmp_path: Path, text: str) -> None:
    config = tmp_path / "bad.cfg"
    config.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match=r"bad\.cfg cannot be built into a pipeline: "):
        load(config)


def test_extraction_needs_a_pipeline_that_reads_releases(tmp_path: Path) -> None:
    config = tmp_path / "empty.cfg"
    config.write_text('[nlp]\nlang = "en"\npipeline = []\n', encoding="utf-8")
    with pytest.raises(ConfigError, match="put that component first"):
        Extractor(load(config))


def test_extraction_python_of_the_readme_runs() -> None:
    """Each block by itself, as it is printed, from the root of the checkout."""
    blocks = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    done = [
        subprocess.run([sys.executable, "-c", block], cwd=ROOT, capture_output=True, text=True, check=False)
        for block in blocks
    ]
    assert [d.stderr for d in done if d.returncode] == []
    assert "completed an $18 million private placement\n" in "".join(d.stdout for d in done)
