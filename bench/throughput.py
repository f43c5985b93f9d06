"""How fast topline reads, how its time and memory grow, and how that compares with spaCy's tokeniser in the same run.

python bench/throughput.py                      a Markdown report on standard output
python bench/throughput.py --json FILE          the figures behind it, too
python bench/throughput.py --releases DIR       warm figures for the *.txt files of a directory, too
"""

import argparse
import json
import os
import platform
import subprocess
import sys
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path
from typing import Any

from measure import Cold, Growth, Times, Warm, cold_start, growth, warm
from topline.errors import SourceError
from topline.readers import read_bytes

_SAMPLE = Path(__file__).parents[1] / "annotations" / "sample"
_SIZES = (1, 2, 4, 8, 16, 32, 64)


def main() -> None:
    args = _arguments()
    if args.growth_of is not None:
        print(json.dumps(growth(args.growth_of)))
        return
    samples = sorted(_SAMPLE.glob("*.txt"))
    sets = {"the two bundled releases": _readable(samples)}
    if args.releases is not None:
        sets["--releases"] = _readable(sorted(args.releases.glob("*.txt")))
    cold = cold_start(samples[0])
    warmed = {name: warm(releases) for name, releases in sets.items()}
    grown = [_growth_apart(size) for size in _SIZES]
    print("\n".join(_report(cold, warmed, grown)))
    if args.json is not None:
        figures = {"machine": _machine(), "cold": cold, "warm": warmed, "growth": grown}
        args.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there, too")
    parser.add_argument("--releases", type=Path, metavar="DIR", help="also measure the *.txt files of a directory")
    parser.add_argument("--growth-of", type=int, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.releases is not None and not any(args.releases.glob("*.txt")):
        parser.error(f"{args.releases} holds no *.txt files")
    return args


def _readable(paths: Sequence[Path]) -> list[bytes]:
    """The bytes of the files that are releases; the others are named on standard error."""
    found = []
    for path in paths:
        data = path.read_bytes()
        try:
            read_bytes(data, name=path.name)
        except SourceError as error:
            print(f"{path} left out: {error}", file=sys.stderr)
        else:
            found.append(data)
    return found


def _growth_apart(size: int) -> Growth:
    """Measured in a process of its own, for its peak memory."""
    command = [sys.executable, __file__, "--growth-of", str(size)]
    found: Growth = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return found


def _machine() -> dict[str, Any]:
    return {
        "cores": os.cpu_count(),
        "system": platform.system(),
        "python": platform.python_version(),
        "topline": version("topline"),
        "spacy": version("spacy"),
    }


def _report(cold: Cold, warmed: dict[str, Warm], grown: Sequence[Growth]) -> Iterator[str]:
    machine = _machine()
    yield f"topline {machine['topline']}, spaCy {machine['spacy']}, Python {machine['python']}, {machine['system']}."
    yield f"{machine['cores']} cores, of which one is used. Each time is the least of the runs / their median.\n"
    yield from _cold_table(cold)
    yield from _warm_table(warmed)
    yield from _stage_table(warmed)
    yield from _growth_table(grown)


def _cold_table(cold: Cold) -> Iterator[str]:
    yield from ("## Cold start", "", "| process | seconds | to `import spacy` |", "|---|---|---|")
    rows = {
        "`topline extract --json` of one release": cold["topline"],
        '`python -c "import spacy"`': cold["spacy"],
        '`python -c "pass"`': cold["python"],
    }
    for name, times in rows.items():
        yield f"| {name} | {_both(times)} | {times['median'] / cold['spacy']['median']:.2f} |"
    yield ""


def _warm_table(warmed: dict[str, Warm]) -> Iterator[str]:
    yield from ("## Warm, bytes to JSON, one process", "")
    yield "| releases | ms a release | releases/s | characters/s | spaCy tokenising alone, ms | topline to spaCy |"
    yield "|---|---|---|---|---|---|"
    for name, found in warmed.items():
        count, middle = found["releases"], found["topline"]["median"]
        yield (
            f"| {name} ({count}) | {_both(found['topline'], 1000 / count, 1)} | {count / middle:.1f} "
            f"| {found['chars'] / middle:,.0f} | {_both(found['spacy'], 1000 / count, 2)} "
            f"| {middle / found['spacy']['median']:.1f} |"
        )
    yield ""


def _stage_table(warmed: dict[str, Warm]) -> Iterator[str]:
    yield from ("## Where the time goes, median ms a release", "")
    yield "| stage | " + " | ".join(warmed) + " |"
    yield "|---" * (1 + len(warmed)) + "|"
    for stage in next(iter(warmed.values()))["stages"]:
        yield f"| {stage} | " + " | ".join(_share(found, stage) for found in warmed.values()) + " |"
    yield ""


def _share(found: Warm, stage: str) -> str:
    seconds = found["stages"][stage]
    return f"{1000 * seconds / found['releases']:.2f} ({seconds / sum(found['stages'].values()):.0%})"


def _growth_table(grown: Sequence[Growth]) -> Iterator[str]:
    yield from ("## Growth: one text of N generated releases", "")
    yield "| N | characters | seconds | to the row above | spaCy tokenising alone, s | topline to spaCy | peak MiB |"
    yield "|---|---|---|---|---|---|---|"
    ratios = [None, *(b["topline"]["median"] / a["topline"]["median"] for a, b in pairwise(grown))]
    for found, ratio in zip(grown, ratios, strict=True):
        yield (
            f"| {found['size']} | {found['chars']:,} | {_both(found['topline'])} | {f'{ratio:.2f}' if ratio else ''} "
            f"| {_both(found['spacy'], 1, 4)} | {found['topline']['median'] / found['spacy']['median']:.1f} "
            f"| {found['peak_mib']:.0f} |"
        )
    yield f"\nPeak before the text, pipeline loaded and warm: {grown[0]['idle_mib']:.0f} MiB."


def _both(times: Times, factor: float = 1, digits: int = 3) -> str:
    return f"{times['min'] * factor:.{digits}f} / {times['median'] * factor:.{digits}f}"


if __name__ == "__main__":
    main()
