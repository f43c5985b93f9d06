"""Tables of HTML drawn in columns: spans resolved, split values joined, heads over their columns."""

import pytest

from topline.readers import read_source
from topline.readers.html import html_page


def drawn(rows: str) -> list[str]:
    source = f"<table>{rows}</table>"
    return [line for line in html_page(source, 0, len(source)).text.split("\n") if line]


def row(*cells: str) -> str:
    return "<tr>" + "".join(c if c.startswith("<td") else f"<td>{c}</td>" for c in cells) + "</tr>"


ROWS = row("Net loss", "(1,200)", "(900)") + row("Other", "40", "7")


def test_readers_table_values_stand_under_each_other() -> None:
    assert drawn(ROWS) == [
        "Net loss                    (1,200)   (900)",
        "Other                           40       7",
    ]


@pytest.mark.parametrize(
    "cells",
    [
        ("$", "(1,200", ")", "", "$", "(900", ")"),
        ("$(1,200", ")", "$(900", ")"),
        ("", "$", "(1,200)", "", "$", "(900)"),
        ("$ (", "1,200", ")", "$ (", "900", ")"),
        ("<td>$</td>", "<td>(1,200)</td>", "&nbsp;", "$ ", "(900) "),
        ("$(1,200<br>)", "$(900)"),
    ],
)
def test_readers_table_signs_in_cells_of_their_own_are_joined_to_their_numbers(cells: tuple[str, ...]) -> None:
    line = drawn(row("Net loss", *cells) + row("Other", "", "40", "7") + row("More", "1", "2"))[0]
    assert line.replace(" ", "") == "Netloss$(1,200)$(900)"
    assert len(line.split("   ")) > 2


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("12<td>%</td>", "12%"),
        ("(12<td>)%</td>", "(12)%"),
        ("1,234<td><sup>(1)</sup></td>", "1,234(1)"),
        ("1,234<sup>1</sup>", "1,234(1)"),
        ("1,234<td><sup>1</sup></td>", "1,234(1)"),
        ("1,234 (a)", "1,234(a)"),
        ("1,234<td>*</td>", "1,234*"),
        ("$ 1,234", "$ 1,234"),
    ],
)
def test_readers_table_what_hangs_on_a_number_stays_with_it(cell: str, shown: str) -> None:
    assert drawn(f"<tr><td>Margin<td>{cell}</tr>" + ROWS)[0].split("   ")[-1].strip() == shown


def test_readers_table_a_negative_one_is_no_note() -> None:
    assert drawn(ROWS + row("Change", "5", "(1)"))[2] == "Change                           5     (1)"


def test_readers_table_heads_stand_over_the_columns_that_they_span() -> None:
    heads = '<tr><td></td><td colspan="3">Three Months Ended June 30,</td></tr>'
    years = row("", "2004", "", "2003")
    assert drawn(heads + years + row("Net loss", "(1,200)", "", "(900)") + row("Other", "40", "", "7")) == [
        "                            Three Months Ended June 30,",
        "                                     2004           2003",
        "Net loss                           (1,200)          (900)",
        "Other                                  40              7",
    ]


def test_readers_table_row_spans_push_cells_to_the_right() -> None:
    rows = (
        '<tr><td rowspan="2">Net</td><td>loss</td><td>1</td><td>2</td></tr>'
        + row("gain", "3", "4")
        + row("a", "b", "5", "6")
    )
    assert [line.split() for line in drawn(rows)] == [
        ["Net", "loss", "1", "2"],
        ["gain", "3", "4"],
        ["a", "b", "5", "6"],
    ]
    columns = [line.index(digit) for line, digit in zip(drawn(rows), "246", strict=True)]
    assert len(set(columns)) == 1


def test_readers_table_a_section_beside_the_years_stands_under_them() -> None:
    heads = row("ASSETS", "June 30,<br>2004", "December 31,<br>2003")
    assert [line.split() for line in drawn(heads + row("Cash", "12", "15") + row("Total", "20", "30"))][:3] == [
        ["June", "30,", "December", "31,"],
        ["2004", "2003"],
        ["ASSETS"],
    ]


def test_readers_table_a_scale_beside_the_years_stands_over_them() -> None:
    lines = drawn(row("(in thousands)", "2004", "2003") + ROWS)
    assert [line.split() for line in lines[:2]] == [["(in", "thousands)"], ["2004", "2003"]]


def test_readers_table_long_labels_are_wrapped() -> None:
    label = "Net loss per share, basic and diluted, of all the shares that were outstanding at the end of the period"
    lines = drawn(row(label, "1", "2") + row("Other", "3", "4"))
    assert max(map(len, lines)) < 100
    assert " ".join(" ".join(lines[:2]).split()) == f"{label} 1 2"
    assert lines[1].startswith(" ")


def test_readers_table_the_note_under_it_is_prose() -> None:
    note = "The balance sheet was taken from audited statements of that date, which are filed with the Commission. " * 2
    source = f"<html><table>{ROWS}<tr><td colspan=3>{note}</td></tr></table></html>"
    document = read_source(source)[0]
    assert [document.text_of(b) for b in document.blocks] == [note.strip()]
    assert len(document.tables) == 1


def test_readers_table_of_words_is_read_cell_by_cell() -> None:
    assert drawn(row("Dana Whitlock", "Investor Relations") + row("508-555-0148", "ir@velmorra.example")) == [
        "Dana Whitlock", "Investor Relations", "508-555-0148", "ir@velmorra.example",
    ]  # fmt: skip


def test_readers_table_of_layout_holds_tables_of_figures() -> None:
    source = f"<html><table><tr><td><p>Before it.</p><table>{ROWS}</table><p>After it.</p></td></tr></table></html>"
    document = read_source(source)[0]
    assert [document.text_of(b) for b in document.blocks] == ["Before it.", "After it."]
    assert document.page[slice(*document.tables[0])].split() == ["Net", "loss", "(1,200)", "(900)", "Other", "40", "7"]


def test_readers_table_zones_cover_heads_whose_cells_are_written_line_by_line() -> None:
    heads = row("ASSETS", "June 30,<br>2004", "December 31,<br>2003")
    source = f"<html><p>Text before it.</p><table>{heads}{ROWS}</table></html>"
    document = read_source(source)[0]
    (zone,) = [z for z in document.zones if z.kind == "statement"]
    assert source[zone.start : zone.end].startswith("ASSETS</td>")
    assert source[zone.start : zone.end].endswith("<td>7")


def test_readers_table_a_head_that_spans_rows_stands_on_the_last_of_them() -> None:
    heads = '<tr><td rowspan="2"></td><td colspan="2">Years Ended June 30,</td><td rowspan="2">Change</td></tr>'
    lines = drawn(heads + "<tr><td>2004</td><td>2003</td></tr>" + row("Net loss", "(1,200)", "(900)", "(300)") * 2)
    assert [line.split() for line in lines[:3]] == [
        ["Years", "Ended", "June", "30,"],
        ["--------------------"],
        ["2004", "2003", "Change"],
    ]


def test_readers_table_cells_that_span_rows_of_words_stay_where_they_begin() -> None:
    rows = '<tr><td>Dana Whitlock</td><td rowspan="2">Investor Relations</td></tr><tr><td>508-555-0148</td></tr>'
    assert drawn(rows) == ["Dana Whitlock", "Investor Relations", "508-555-0148"]


def test_readers_table_a_blank_inside_of_a_number_does_not_part_it() -> None:
    assert drawn(row("Cash", "1&nbsp;250", "– 40") + row("Other", "7", "1 300") + row("More", "1", "2"))[:2] == [
        "Cash                        1\u202f250     –\u202f40",
        "Other                           7    1\u202f300",
    ]
