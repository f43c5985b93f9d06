"""What all rooms' tests share."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings
from spacy.language import Language
from tiny_model import tiny_model, train_tiny

from topline.extraction import Extractor, load
from topline.records import ReleaseRecord

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "annotations" / "sample"
SHARED = ROOT.parent / "shared"

# property tests try the same examples in each run, however long these take
settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write tests/golden anew from what the pipeline says now; read the difference before you commit it",
    )


@pytest.fixture(scope="session")
def update_golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The default pipeline, built once: it keeps no state from one text to the next."""
    return load()


@pytest.fixture(scope="session")
def extractor(nlp: Language) -> Extractor:
    return Extractor(nlp)


@pytest.fixture(scope="session")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `spacy train` writes, of a pipeline that learned for a few steps."""
    return train_tiny(tmp_path_factory.mktemp("training"))


@pytest.fixture(scope="session")
def model(trained: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a full pipeline, rules and learned parts."""
    return tiny_model(trained, tmp_path_factory.mktemp("model"))


@pytest.fixture(scope="session")
def sample_records(extractor: Extractor) -> dict[str, ReleaseRecord]:
    return {path.name: extractor(path) for path in sorted(SAMPLE.glob("*.txt"))}


@pytest.fixture(scope="session")
def shared() -> Callable[[str], Path]:
    """A path beside the checkout, where the releases for measuring are; skips where there are none."""

    def find(name: str) -> Path:
        path = SHARED / name
        if not path.exists():
            pytest.skip(
                f"needs {name} of the release collection beside the checkout, which a fresh clone does not have"
            )
        return path

    return find
