"""How fast bytes become a `Document`, by format, beside spaCy's tokeniser on the prose that comes out, in the same run.

python bench/reading.py                     the releases written for the tests, in all forms
python bench/reading.py --releases DIR      also the files under a directory, by the format that each one is in
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import process_time

import spacy

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "forms"))

import as_html_2000s
import as_html_today
import as_submission
import as_text
from release_examples import EXAMPLES

from topline.errors import SourceError
from topline.readers import read_bytes

_SECONDS = 2.0
_FEWEST = 5


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--releases", type=Path, metavar="DIR", help="also measure the files under a directory")
    args = parser.parse_args()
    print("| releases | files | kB each | files/s a core | MB/s | to spaCy tokenising the prose |")
    print("|---|---|---|---|---|---|")
    for name, files in {**_written(), **(_found(args.releases) if args.releases else {})}.items():
        print(_row(name, files))


def _written() -> dict[str, list[bytes]]:
    forms: dict[str, list[bytes]] = {
        "written: wire text": [as_text.render(release).encode() for release in EXAMPLES.values()],
        "written: HTML of the 2000s": [as_html_2000s.render(release).encode() for release in EXAMPLES.values()],
        "written: HTML of today": [as_html_today.render(release).encode() for release in EXAMPLES.values()],
    }
    forms["written: submissions"] = [
        as_submission.render(release, as_text.render(release)).encode() for release in EXAMPLES.values()
    ]
    return forms


def _found(folder: Path) -> dict[str, list[bytes]]:
    found: dict[str, list[bytes]] = defaultdict(list)
    for path in sorted(folder.rglob("*")):
        if not path.is_file():
            continue
        data = path.read_bytes()
        try:
            document = read_bytes(data)[0]
            markup = ", HTML" if "<html" in document.source.lower() and document.format != "html" else ""
            found[f"--releases: {document.format}{markup}"].append(data)
        except SourceError as error:
            print(f"{path} left out: {error}", file=sys.stderr)
    return found


def _row(name: str, files: list[bytes]) -> str:
    prose = [document.prose for data in files for document in read_bytes(data)]
    ours, theirs = _paired(lambda: _read(files), lambda: _tokenised(prose))
    size = sum(map(len, files)) / 1000
    return (
        f"| {name} | {len(files)} | {size / len(files):.1f} | {len(files) / ours:.0f} | {size / ours / 1000:.1f} "
        f"| {ours / theirs:.1f} |"
    )


def _paired(first: Callable[[], None], second: Callable[[], None]) -> tuple[float, float]:
    """Median processor seconds of each, run in turn."""
    once = sum(_times(first, second))
    rounds = [_times(first, second) for _ in range(max(_FEWEST, int(_SECONDS / once)))]
    return median(a for a, _ in rounds), median(b for _, b in rounds)


def _times(first: Callable[[], None], second: Callable[[], None]) -> tuple[float, float]:
    return _seconds(first), _seconds(second)


def _seconds(work: Callable[[], None]) -> float:
    start = process_time()
    work()
    return process_time() - start


def _read(files: list[bytes]) -> None:
    for data in files:
        read_bytes(data)


_BLANK = spacy.blank("en")
_BLANK.max_length = 100_000_000


def _tokenised(texts: list[str]) -> None:
    for text in texts:
        _BLANK.make_doc(text)


if __name__ == "__main__":
    main()
