"""Which lines of a text are statement tables rather than prose."""

import re
from collections.abc import Sequence

from topline.readers.document import TableRegion
from topline.readers.lines import Line
from topline.vocab import CURRENCY_CODE, CURRENCY_SIGN, SIGN_STARTS, load_yaml, month_names

__all__ = ["find_table_regions"]

_SIGN, _BEGINS = CURRENCY_SIGN, f"({SIGN_STARTS}"
# A figure in a column: blanks before it, then the number with its "$" and parentheses, or dashes for nil.
# Where one blank parts two figures, or none, the second one's "$" or parenthesis tells it from a number in a sentence.
_TOUCHING = (
    rf"(?:{_SIGN}\s{{0,12}}(?:\(\s{{0,6}})?(?:\.?\d|-|—|–)"
    rf"|\(\s{{0,6}}{_SIGN}?\s{{0,6}}(?:\d{{0,12}}\.\d|\d{{1,3}},\d{{3}}|\d{{3}}))"
    rf"[\d,.\-]{{0,38}}+\s?\)?%?(?=[\s(*]|$|{_SIGN})"
)
_FIGURE = re.compile(
    rf"(?:(?:(?<=\s\s)|(?<=\t))(?=\S)(?:{_SIGN}|{CURRENCY_CODE})?\s{{0,12}}(?:\(\s{{0,6}})?{_SIGN}?|(?<=[\d)]\s)(?:{_SIGN}\s?\(?|\()"
    rf"|(?<=[\d)%-])(?=[{_BEGINS}])(?={_TOUCHING})(?:{_SIGN}\s{{0,12}})?(?:\(\s{{0,6}})?{_SIGN}?)"
    r"(?:-0-|[-\u2212]?\d[\d,]*(?:['’]\d{3}(?!\d))*(?:\.\d+)?|\.\d+|-{1,3}|—|–)(?:(?:\sto\s|\s?:\s?)1(?:\.0+)?|(?<=\.\d)x)?\s?[%¢]?[pc]?\s?\)?\s?[%¢]?[pc]?"
    rf"(?=\s{{2}}|\s*$|\t|\s+[$(\d]|\s?(?:\(\w{{1,2}}\)|\*)|(?=[{_BEGINS}]){_TOUCHING})"
)
# Figures of other currencies, and with other marks for thousands and decimals.
_FOREIGN = re.compile(
    r"(?:(?<=\s\s)|(?<=\t))(?=\S)(?:[A-Z]{2,3}|[^\w\s]){0,4}\s?[(–-]?\d[\d.,'’\u202f]*[\d)%](?=\s{2}|\s*$|\t)"
)
_FEWEST_FIGURES = 3
# A title stands over its table with the lines of its tags between them.
_MOST_BLANKS = 5
_LONE = re.compile(
    r"\S.*?(?:\s{3,}|\.{4,}|\t)\$?\s{0,12}(?:\(\s{0,6})?\$?(?:-0-|-{1,3}|—|-?(?:\d{1,3}(?:,\d{3})+|\d*\.\d+|\d{1,4}))\)?%?$"
)
_SET = re.compile(r"\S\s{3,}[^\s\w]{0,3}\s{0,3}[^\s\w]{0,3}\d")
# What must stand between two figures, or before a lone one; most lines of prose have none of it.
_BETWEEN = re.compile(rf"\s\s|\t|\.{{4}}|[\d)%-]\s?(?:{_SIGN}|\()")
_HEAD = re.compile(
    r"\b(?:19|20)\d\d\b|\bended\b|\bending\b|\b(?:three|six|nine|twelve)[- ]months?\b|\bunaudited\b|\baudited\b"
    rf"|\b(?:in|amounts in) (?:thousands|millions)\b|\b(?:{'|'.join(month_names())}) \d{{1,2}},?$",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"\b(?:statements?|balance sheets?|operations|financial data|financial information|cash flows?"
    r"|reconciliation|selected|summary)\b",
    re.IGNORECASE,
)
_RULE = re.compile(r"[\s\-=_]*[\-=_]{3}[\s\-=_]*$|\s*</?(?:TABLE|CAPTION|S|C|PAGE)\b.*$", re.IGNORECASE)
_WORDS = load_yaml("wire.yaml")
_NO_TITLE = re.compile(rf"(?:{'|'.join([*_WORDS['labels'], *_WORDS['page_numbers']])})\W*$", re.IGNORECASE)
_SAYS, _ABOUT_TABLE = frozenset(_WORDS["sentence_verbs"]), frozenset(_WORDS["table_notes"])
# No title tells an amount but what a share is worth by name ("$.01 par value").
_AMOUNT = re.compile(rf"{_SIGN}\d")
_NOTE = re.compile(r"(?:\(\w{1,2}\)|\*{1,3}) [^\d$]{1,110}")
_SENTENCE_END = re.compile(r"[a-z]{2}[.!?][\"”’)]?$")
# The stop of "... attributable to Marlin Bio, Inc." ends no sentence.
_COMPANY = re.compile(rf"\b(?:{'|'.join([*_WORDS['company_forms'], *_WORDS['further_company_forms']])})\.$")
_LONGEST_LINE = 400
_LONGEST_LABEL = 62
_LONGEST_GAP = 9
_NARROW = 34
_APART = re.compile(r"\s{3,}|\t")
_WIDEST = 180
_WIDE_HEAD = 34
_CENTRED = 12
_SENTENCE = 14
_FEWEST_WORDS = 3
_STOPS = (".", '."', ".”", ".)")


def find_table_regions(lines: Sequence[Line], known: Sequence[TableRegion] = ()) -> list[TableRegion]:
    """Runs of tabular lines with the titles and column heads over them, in order, not touching each other.

    Lines of the `known` tables are rows, whatever they look like.
    """
    inside = _inside(lines, known)
    rows = [i for i, line in enumerate(lines) if inside[i] or _is_row(line)]
    runs: list[list[int]] = []
    for row in rows:
        if runs and _bridged(lines, runs[-1][-1], row):
            runs[-1].append(row)
        else:
            runs.append([row])
    regions: list[tuple[int, int]] = []
    for run in runs:
        if len(run) < 2 or not any(_count(sign, lines, run) >= _FEWEST_FIGURES for sign in (_FIGURE, _FOREIGN)):
            continue
        first, last = _head(lines, run[0], regions[-1][1] + 1 if regions else 0), _tail(lines, run[-1])
        if regions and all(line.blank for line in lines[regions[-1][1] + 1 : first]):
            regions[-1] = (regions[-1][0], last)
        else:
            regions.append((first, last))
    return [TableRegion(lines[a].start, lines[b].end) for a, b in regions]


def _count(figure: re.Pattern[str], lines: Sequence[Line], run: Sequence[int]) -> int:
    return sum(len(figure.findall(lines[i].text)) for i in run)


def _inside(lines: Sequence[Line], known: Sequence[TableRegion]) -> list[bool]:
    """For each line whether it lies in a known table; blank lines there do not count."""
    found, at = [], 0
    for line in lines:
        while at < len(known) and known[at].end < line.start:
            at += 1
        found.append(at < len(known) and known[at].start <= line.start and not line.blank)
    return found


def _is_row(line: Line) -> bool:
    if line.blank or len(line.text) > _LONGEST_LINE:
        return False
    if not _BETWEEN.search(line.words):
        return False
    if len(_FIGURE.findall(line.text)) >= 2:
        return True
    return bool(_LONE.match(line.words)) and not _SENTENCE_END.search(line.words)


def _bridged(lines: Sequence[Line], a: int, b: int) -> bool:
    """Nothing between two rows but labels, rules and blanks; labels in a narrow column take many lines.

    Neither do short notes part rows from those of the note that follows ("(2) Includes stock compensation of:").
    """
    between = lines[a + 1 : b]
    leads = next((line.words.endswith(":") for line in reversed(between) if not line.blank), False)
    longest = _LONGEST_GAP if any(len(line.text) > _NARROW for line in between) else 2 * _LONGEST_GAP
    return b - a <= longest and all(
        _is_table_line(line)
        or _names_company(line, lines[at + 1], leads=at + 1 == b)
        or (leads and _NOTE.fullmatch(line.words) is not None)
        for at, line in enumerate(between, start=a + 1)
    )


def _names_company(line: Line, following: Line, *, leads: bool) -> bool:
    """A label with a company's name at its end that goes on in the next line; `leads` to a row if that is one."""
    goes_on = leads or following.words[:1].islower()
    return goes_on and len(line.words) <= _LONGEST_LABEL and _COMPANY.search(line.words) is not None


def _is_table_line(line: Line) -> bool:
    return line.blank or bool(_RULE.match(line.text)) or _is_headline(line) or _is_label(line) or _is_set(line)


def _is_set(line: Line) -> bool:
    """Figures set apart from their label by three blanks, in whatever form they are printed."""
    return bool(_SET.search(line.words)) and not _SENTENCE_END.search(line.words)


def _is_label(line: Line) -> bool:
    return len(line.words) <= _LONGEST_LABEL and not _SENTENCE_END.search(line.words)


def _is_headline(line: Line) -> bool:
    words = line.words
    if len(words) > 110 or _SENTENCE_END.search(words):
        return False
    return (
        line.indent >= _CENTRED
        or words.startswith("(")
        or words.isupper()
        or bool(_TITLE.search(words) or _HEAD.search(words))
    )


def _head(lines: Sequence[Line], row: int, floor: int) -> int:
    """The first line of the titles and column heads over a row."""
    first, i, blanks = row, row - 1, 0
    while i >= floor and row - i <= 24:
        line = lines[i]
        if line.blank:
            blanks += 1
            if blanks > _MOST_BLANKS:
                break
        elif not _is_prose(lines, i) and _heads(line, blanks):
            first, blanks = i, 0
        else:
            break
        i -= 1
    return first


def _heads(line: Line, blanks: int) -> bool:
    """A rule, a title, a column head, or a label right over the rows."""
    if _NO_TITLE.match(line.words):
        return False
    return (
        bool(_RULE.match(line.text))
        or _is_headline(line)
        or (blanks == 0 and _stands_in_columns(line))
        or (blanks == 0 and _is_label(line))
        or line.words.endswith(":")
    )


def _stands_in_columns(line: Line) -> bool:
    """Words side by side, as stacked column heads have them: "Three    One", "Dec 31,   Month   Sept 30,"."""
    pieces = _APART.split(line.words)
    tabs = "\t" in line.words
    widest, wide = (_LONGEST_LINE, _LONGEST_LABEL) if tabs else (_WIDEST, _WIDE_HEAD)
    return (len(pieces) > 1 or tabs) and len(line.text) <= widest and all(len(piece) <= wide for piece in pieces)


def _is_prose(lines: Sequence[Line], i: int) -> bool:
    """The line ends a sentence: of many plain words, its own or its paragraph's, or of few with a verb among them.

    What says how the table is to be read ("Amounts were rounded to thousands.") belongs to it.
    """
    if not lines[i].words.endswith(_STOPS):
        return False
    words: list[str] = []
    while i >= 0 and not lines[i].blank and len(words) < _SENTENCE:
        words = lines[i].words.split() + words
        i -= 1
    plain = [word for w in words if (word := w.strip(",.")).islower()]
    amount = any(_AMOUNT.match(word) for word in words[:-1])
    told = (amount or not _SAYS.isdisjoint(plain)) and _ABOUT_TABLE.isdisjoint(plain)
    return len(plain) >= (_FEWEST_WORDS if told else _SENTENCE // 2)


def _tail(lines: Sequence[Line], row: int) -> int:
    while row + 1 < len(lines) and not lines[row + 1].blank and _RULE.match(lines[row + 1].text):
        row += 1
    return row
