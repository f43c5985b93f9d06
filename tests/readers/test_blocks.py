"""Blocks of releases in their many shapes: paragraphs, bullets, headings that run in, the ends of pages."""

import pytest
from zoned_release import HARBOR, LEAD, NEWS, PROFILE, kinds


def test_readers_headings_that_run_in_are_blocks_of_their_own() -> None:
    found = kinds(LEAD, "Clinical Program Progress: In June Ostrava\ncompleted a trial.", "**Net loss**  It was small.")
    assert found[1:] == [
        ("highlights", "Clinical Program Progress"),
        ("highlights", "In June Ostrava completed a trial."),
        ("highlights", "Net loss"),
        ("highlights", "It was small."),
    ]


@pytest.mark.parametrize(
    ("text", "bullets"),
    [
        ("*  One is done.\n*  Two is not.", ["One is done.", "Two is not."]),
        ("o One is\ndone.\no Two is not.", ["One is done.", "Two is not."]),
        ("--  One is done.\n\n--  Two is not.", ["One is done.", "Two is not."]),
        ("1.  One is done.\n\n2.  Two is not.", ["One is done.", "Two is not."]),
        ("(a) One is done.\n\n(b) Two is not.", ["One is done.", "Two is not."]),
        ("•One is done.\n•Two is not.", ["One is done.", "Two is not."]),
        (
            "*  One is done:\n    -  the first half,\n    -  the second.",
            ["One is done:", "the first half,", "the second."],
        ),
        ("Three things were done:\n1) one, 2) two,\nand 3) three.", []),
        ("*Two words*", []),
        ("The pre-\n-- or post-market study goes on.", []),
    ],
)
def test_readers_bullets(text: str, bullets: list[str]) -> None:
    assert [t for kind, t in kinds(LEAD, text) if kind == "bullet"] == bullets


def test_readers_sentence_goes_on_behind_the_end_of_a_page() -> None:
    text = f"{LEAD}\n\nThe trial enrolled 240 patients in twelve sites of the United\n\n   -2-\n<PAGE>\n\nStates."
    assert kinds(text)[1:] == [
        ("body", "The trial enrolled 240 patients in twelve sites of the United States."),
        ("contact", "-2-"),
    ]


def test_readers_running_heads_are_no_news() -> None:
    head = "Ostrava Reports Results\nAugust 5, 2004\nPage {}"
    pages = [
        f"<PAGE>\n{head.format(n)}\n\nThe trial number {n} enrolled its patients in all of the sites." for n in (2, 3)
    ]
    assert [text for kind, text in kinds(LEAD, *pages) if kind == "body"] == [
        "The trial number 2 enrolled its patients in all of the sites.",
        "The trial number 3 enrolled its patients in all of the sites.",
    ]


def test_readers_address_at_the_foot_of_a_page_does_not_cut_a_sentence() -> None:
    cut = "Investors may read it and may learn more of the\n\n          10 Vine Street, Reno NV\n\nwork of the Company."
    assert kinds(LEAD, cut)[1] == (
        "body",
        "Investors may read it and may learn more of the work of the Company.",
    )


def test_readers_every_second_line_blank() -> None:
    lines = [
        "Ostrava Bio, Inc. has announced that it has completed the acquisition of",
        "Hart Medical in a transaction that was approved by the shareholders of",
        "both companies on September 5, and that it will operate Hart as a division",
        "whose management stays as it is, with headquarters in Reno, Nevada, for the",
        "time being.",
    ]  # fmt: skip
    more = [line.replace("Ostrava", "Later Ostrava") for line in lines]
    text = "\n\n".join(lines) + "\n\n\n" + "\n\n".join(more)
    assert [t for _, t in kinds(text)] == [" ".join(lines), " ".join(more)]


def test_readers_paragraphs_two_blanks_apart_in_one_line() -> None:
    parts = [LEAD, NEWS + " " + NEWS, NEWS + " " + HARBOR, HARBOR + " " + HARBOR, PROFILE + " " + PROFILE]
    assert [t for _, t in kinds("  ".join(parts))] == parts


def test_readers_long_lines_are_paragraphs() -> None:
    text = f"{LEAD} {NEWS}\n{NEWS} {HARBOR}\n{PROFILE} {HARBOR}"
    assert [t for _, t in kinds(text)] == text.split("\n")
