"""Every tool over every release, in the form that suits it best."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from gold import Gold, GoldTable
from scoring import Amounts, FalseFinds, Mentions, false_finds, score_amounts, score_mentions
from table_scoring import Cells, Links, score_cells, score_grid, score_links
from tools import topline as ours
from tools.model import Found
from topline.readers import Document, read_bytes
from value_texts import Form, find_in_form, first_day, forms_of, reference_of

__all__ = [
    "Sample",
    "TextScore",
    "Texts",
    "grid_score",
    "our_cells",
    "our_cells_of_all",
    "our_score",
    "read_samples",
    "text_score",
]

Texts = Sequence[tuple[str, Sequence[GoldTable]]]


@dataclass(frozen=True, slots=True)
class Sample:
    gold: Gold
    data: bytes
    document: Document
    forms: tuple[Form, ...]


@dataclass(frozen=True, slots=True)
class TextScore:
    """`form` is the one that gave the most; `dated` counts release dates told without being given one."""

    form: str
    mentions: Mentions
    amounts: Amounts
    false: FalseFinds
    dated: int


def read_samples(folder: Path, golds: Sequence[Gold]) -> list[Sample]:
    samples = []
    for gold in golds:
        data = (folder / gold.name).read_bytes()
        document = read_bytes(data, name=gold.name)[0]
        samples.append(Sample(gold, data, document, tuple(forms_of(document))))
    return samples


def text_score(tool: ModuleType, samples: Sequence[Sample]) -> TextScore:
    """Of the form with most exact hits, then most right values, then fewest false finds."""
    dated = sum(first_day(find_in_form(tool.find, s.forms[0], None)) == s.gold.released_on for s in samples)
    return max(
        (_score(form.name, samples, _in_form(tool, samples, i), dated) for i, form in enumerate(samples[0].forms)),
        key=lambda s: (
            s.mentions.exact + s.amounts.exact,
            s.mentions.alone + s.amounts.alone,
            -s.false.distractors - s.false.elsewhere,
        ),
    )


def _in_form(tool: ModuleType, samples: Sequence[Sample], form: int) -> list[list[Found]]:
    return [find_in_form(tool.find, s.forms[form], reference_of(s.gold.released_on)) for s in samples]


def our_score(samples: Sequence[Sample]) -> TextScore:
    """topline reads the bytes and is told nothing."""
    reads = [ours.read(sample.data) for sample in samples]
    dated = sum(read.released_on == s.gold.released_on for read, s in zip(reads, samples, strict=True))
    return _score("bytes", samples, [ours.mentions(read) for read in reads], dated)


def _score(form: str, samples: Sequence[Sample], found: Sequence[list[Found]], dated: int) -> TextScore:
    mentions, amounts, false = Mentions(), Amounts(), FalseFinds()
    for sample, finds in zip(samples, found, strict=True):
        gold = sample.gold
        mentions += score_mentions(finds, gold.mentions)
        amounts += score_amounts(finds, gold.amounts)
        false += false_finds(finds, gold)
    return TextScore(form, mentions, amounts, false, dated)


def grid_score(tool: ModuleType, texts: Texts) -> Cells:
    """A grid tool is handed each region of a table."""
    score = Cells()
    for text, tables in texts:
        for table in tables:
            score += score_grid(tool.read_table(text[table.start : table.end]), table)
    return score


def our_cells_of_all(files: Sequence[tuple[bytes, Sequence[GoldTable]]]) -> Cells:
    """topline finds the tables of whole submissions itself."""
    score = Cells()
    for data, tables in files:
        score += score_cells(ours.cells_of_all(data), [cell for table in tables for cell in table.cells])
    return score


def our_cells(samples: Sequence[Sample]) -> tuple[Cells, Links]:
    """topline finds the tables itself."""
    cells, links = Cells(), Links()
    for sample in samples:
        read = ours.read(sample.data)
        found = list(ours.cells(read))
        cells += score_cells(found, [c for table in sample.gold.tables for c in table.cells])
        links += score_links(ours.links(read), found, sample.gold.links, sample.gold.tables)
    return cells, links
