"""Values, periods, amounts and cells: topline beside ready-made tools, right and wrong, and how long, in one run.

python bench/values.py                                     the written sentences of tests/quantities
python bench/values.py --releases DIR --gold FILE          also real releases with the gold of their values

Needs the tools of the extra `bench`; without them it says so and leaves off.
"""

import argparse
import logging
import os
import platform
import warnings
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import ModuleType

import topline as package
from gold import read_gold
from tools import TABLE_TOOLS, TEXT_TOOLS, has_extra, load_tools, versions
from tools import topline as ours
from value_cases import case_score, our_case_score, read_cases
from value_report import case_table, cell_table, first_table, link_lines, text_table, time_table
from value_runs import Sample, TextScore, grid_score, our_cells, our_score, read_samples, text_score
from value_texts import find_in_form, reference_of
from value_times import first_results, one_core, seconds

_TESTS = Path(__file__).parents[1] / "tests" / "quantities"


def main() -> None:
    args = _arguments()
    if not has_extra():
        print("bench/values.py left out: it compares tools of the extra `bench` (pip install -e '.[bench]').")
        return
    warnings.simplefilter("ignore")
    logging.disable(logging.WARNING)
    one_core()
    texts, no_texts = load_tools(TEXT_TOOLS)
    tables, no_tables = load_tools(TABLE_TOOLS)
    _print_tools({**texts, **tables}, {**no_texts, **no_tables})
    if args.gold is not None:
        _releases(read_samples(args.releases, read_gold(args.gold)), texts, tables)
    cases = read_cases(args.cases)
    scores = {ours.NAME: our_case_score(cases), f"{ours.NAME}, given the release date alone": case_score(ours, cases)}
    print(*case_table({**scores, **{tool.NAME: case_score(tool, cases) for tool in texts.values()}}), sep="\n")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--releases", type=Path, metavar="DIR", help="where the releases of the gold are")
    parser.add_argument("--gold", type=Path, metavar="FILE", help="their dates, amounts, cells and look-alikes")
    written = next((p for p in (_TESTS / "cases", _TESTS / "cases.json") if p.exists()), _TESTS / "cases.json")
    parser.add_argument("--cases", type=Path, metavar="PATH", default=written, help="a file or folder of cases")
    args = parser.parse_args()
    if (args.releases is None) != (args.gold is None):
        parser.error("--releases and --gold go together")
    return args


def _print_tools(tools: dict[str, ModuleType], failed: dict[str, str]) -> None:
    known = ", ".join(versions(tool) for tool in tools.values() if tool.PACKAGES)
    print(f"{versions(ours)}, Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} cores, of")
    print(f"which one is used. {known}.\n")
    for name, error in failed.items():
        print(f"{name} left out: {error}\n")


def _releases(samples: list[Sample], texts: dict[str, ModuleType], tables: dict[str, ModuleType]) -> None:
    scores = {ours.NAME: our_score(samples), **{t.NAME: text_score(t, samples) for t in texts.values()}}
    print(*text_table(scores), sep="\n")
    cells, links = our_cells(samples)
    grids = {tool.NAME: grid_score(tool, samples) for tool in tables.values()}
    print(*cell_table({ours.NAME: cells, **grids}), *link_lines(links), sep="\n")
    works = {ours.NAME: partial(_read_all, samples), "topline, whole record as JSON": partial(_extract_all, samples)}
    works |= {tool.NAME: _finding(tool, scores[tool.NAME], samples) for tool in texts.values()}
    works |= {tool.NAME: partial(grid_score, tool, samples) for tool in tables.values()}
    for work in works.values():
        work()
    by_wall = frozenset(tool.NAME for tool in texts.values() if getattr(tool, "OWN_PROCESSES", False))
    print(*time_table(seconds(works, by_wall=by_wall), len(samples), by_wall=by_wall), sep="\n")
    modules = {ours.NAME: "topline", **{tool.NAME: name for name, tool in texts.items()}}
    print(*first_table(first_results(modules)), sep="\n")


def _read_all(samples: list[Sample]) -> None:
    for sample in samples:
        ours.read(sample.data)


def _extract_all(samples: list[Sample]) -> None:
    for sample in samples:
        package.extract(sample.data).to_json()


def _finding(tool: ModuleType, score: TextScore, samples: list[Sample]) -> Callable[[], None]:
    """The tool alone, in the form that it did best with."""
    forms = [(next(f for f in s.forms if f.name == score.form), reference_of(s.gold.released_on)) for s in samples]

    def find() -> None:
        for form, reference in forms:
            find_in_form(tool.find, form, reference)

    return find


if __name__ == "__main__":
    main()
