"""Values, periods, amounts and cells: topline beside ready-made tools, right and wrong, and how long, in one run.

python bench/values.py                                     the written sentences of tests/quantities
python bench/values.py --releases DIR --gold FILE          also real releases with the gold of their values
python bench/values.py --filings DIR --cells FILE          also filings with the gold of their cells

Needs the tools of the extra `bench`; without them it says so and leaves off.
"""

import argparse
import logging
import os
import platform
import warnings
from pathlib import Path
from types import ModuleType

from gold import read_gold, read_table_gold
from tools import TABLE_TOOLS, TEXT_TOOLS, has_extra, load_tools, versions
from tools import topline as ours
from value_cases import case_score, our_case_score, read_cases
from value_report import case_table, cell_table, link_lines, text_table
from value_runs import grid_score, our_cells, our_cells_of_all, our_score, read_samples, text_score
from value_speed import print_times
from value_times import one_core

_CASES = Path(__file__).parents[1] / "tests" / "quantities" / "cases"
Tools = dict[str, ModuleType]


def main() -> None:
    args = _arguments()
    if not has_extra():
        print("bench/values.py left out: it compares tools of the extra `bench` (pip install -e '.[bench]').")
        return
    warnings.simplefilter("ignore")
    logging.disable(logging.ERROR)
    one_core()
    texts, no_texts = load_tools(TEXT_TOOLS)
    tables, no_tables = load_tools(TABLE_TOOLS)
    _print_tools({**texts, **tables}, {**no_texts, **no_tables})
    if args.gold is not None:
        _releases(args.releases, args.gold, texts, tables)
    if args.cells is not None:
        _filings(args.filings, args.cells, tables)
    _sentences(args.cases, texts)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--releases", type=Path, metavar="DIR", help="where the releases of the gold are")
    parser.add_argument("--gold", type=Path, metavar="FILE", help="their dates, amounts, cells and look-alikes")
    parser.add_argument("--filings", type=Path, metavar="DIR", help="where the filings of the cells are")
    parser.add_argument("--cells", type=Path, metavar="FILE", help="the cells of their tables")
    parser.add_argument("--cases", type=Path, metavar="PATH", default=_CASES, help="a file or folder of cases")
    args = parser.parse_args()
    if (args.releases is None) != (args.gold is None) or (args.filings is None) != (args.cells is None):
        parser.error("--releases goes with --gold, and --filings with --cells")
    return args


def _print_tools(tools: Tools, failed: dict[str, str]) -> None:
    known = ", ".join(versions(tool) for tool in tools.values() if tool.PACKAGES)
    machine = f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} cores"
    print(f"{versions(ours)}, {machine}, of which one is used.\n{known}.\n")
    for name, error in failed.items():
        print(f"{name} left out: {error}\n")


def _releases(folder: Path, gold: Path, texts: Tools, tables: Tools) -> None:
    samples = read_samples(folder, read_gold(gold))
    scores = {ours.NAME: our_score(samples), **{t.NAME: text_score(t, samples) for t in texts.values()}}
    print(*text_table(scores), sep="\n")
    cells, links = our_cells(samples)
    regions = [(s.document.source, s.gold.tables) for s in samples]
    grids = {tool.NAME: grid_score(tool, regions) for tool in tables.values()}
    print(*cell_table("Cells of the releases", {ours.NAME: cells, **grids}), *link_lines(links), sep="\n")
    print_times(samples, texts, tables, {name: score.form for name, score in scores.items()})


def _filings(folder: Path, gold: Path, tables: Tools) -> None:
    golds = read_table_gold(gold)
    files = {name: (folder / name).read_bytes() for name in golds}
    texts = [(data.decode("latin-1"), golds[name]) for name, data in files.items()]
    scores = {ours.NAME: our_cells_of_all([(data, golds[name]) for name, data in files.items()])}
    scores |= {tool.NAME: grid_score(tool, texts) for tool in tables.values()}
    print(*cell_table(f"Cells of {len(files)} filings", scores), sep="\n")


def _sentences(path: Path, texts: Tools) -> None:
    cases = read_cases(path)
    scores = {ours.NAME: our_case_score(cases), f"{ours.NAME}, given the release date alone": case_score(ours, cases)}
    print(*case_table({**scores, **{tool.NAME: case_score(tool, cases) for tool in texts.values()}}), sep="\n")


if __name__ == "__main__":
    main()
