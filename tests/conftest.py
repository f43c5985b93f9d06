"""What all rooms' tests share."""

from collections.abc import Callable
from pathlib import Path

import pytest

from topline.extraction import Extractor, load
from topline.records import ReleaseRecord

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "annotations" / "sample"
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    return Extractor(load())


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
