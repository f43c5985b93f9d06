"""Whom to ask: names, titles, offices, numbers and addresses."""

from time import process_time

import pytest
from release_text import BODY, LEAD, closed_by, facts_of

Person = tuple[str | None, str | None, str | None, str | None, tuple[str, ...], tuple[str, ...]]


def people(*lines: str) -> list[Person]:
    """Each with the numbers themselves instead of their ids."""
    found = facts_of(closed_by(*lines))
    numbers = {p.id: p.number for p in found.phones}
    return [
        (c.name, c.title, c.organization, c.role, tuple(numbers[i] for i in c.phones), c.emails) for c in found.contacts
    ]


MERROW = "Merrow Bio, Inc."


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ["Contact:", "Ann Lee", "Chief Financial Officer", MERROW, "(617) 555-0101", "alee@merrow.example"],
            [("Ann Lee", "Chief Financial Officer", MERROW, None, ("(617) 555-0101",), ("alee@merrow.example",))],
        ),
        (
            ["CONTACT: Ann Lee, CFO, Merrow Bio, Inc., 617-555-0101"],
            [("Ann Lee", "CFO", MERROW, None, ("617-555-0101",), ())],
        ),
        (
            ["Investor Contact:", "Ann Lee", MERROW, "617-555-0101", "", "Media Contact:", "Bo Park, PhD",
             "Tall Tree Communications", "212-555-0102"],
            [
                ("Ann Lee", None, MERROW, "investors", ("617-555-0101",), ()),
                ("Bo Park, PhD", None, "Tall Tree Communications", "media", ("212-555-0102",), ()),
            ],
        ),
        (
            ["Investors: Ann Lee, 617-555-0101, alee@merrow.example", "Media: Bo Park, 212-555-0102, bo@tall.example"],
            [
                ("Ann Lee", None, None, "investors", ("617-555-0101",), ("alee@merrow.example",)),
                ("Bo Park", None, None, "media", ("212-555-0102",), ("bo@tall.example",)),
            ],
        ),
        (
            ["CONTACTS:  Merrow Bio, Inc.", "           Ann Lee, President and CEO", "           Bo Park, Treasurer",
             "           Tel: 617-555-0101", "           Fax: 617-555-0102"],
            [
                ("Ann Lee", "President and CEO", MERROW, None, ("617-555-0101", "617-555-0102"), ()),
                ("Bo Park", "Treasurer", MERROW, None, ("617-555-0101", "617-555-0102"), ()),
            ],
        ),
        (
            ["For more information:", "Ann Lee /Bo Park (Investors)", "The Oak Group", "212-555-0102"],
            [
                ("Ann Lee", None, "The Oak Group", None, ("212-555-0102",), ()),
                ("Bo Park", None, "The Oak Group", "investors", ("212-555-0102",), ()),
            ],
        ),
        (
            ["Contact:", "Ann Lee", "Director of Investor Relations", "617-555-0101"],
            [("Ann Lee", "Director of Investor Relations", None, "investors", ("617-555-0101",), ())],
        ),
        (
            ["Contact:", "By Bo Park", "Ann Lee", "617-555-0101"],
            [("Ann Lee", None, None, None, ("617-555-0101",), ())],
        ),
        (
            ["Contact Information", "Merrow Bio, Inc.", "12 Main Street, Suite 4", "Boston, MA 02110", "617-555-0101"],
            [(None, None, MERROW, None, ("617-555-0101",), ())],
        ),
    ],
)  # fmt: skip
def test_components_release_contacts(lines: list[str], expected: list[Person]) -> None:
    assert people(*lines) == expected


def test_components_release_contact_of_the_wire_over_two_lines() -> None:
    text = closed_by(
        "SOURCE  Merrow Bio, Inc.",
        "    -0-                             03/03/2004",
        "    /CONTACT:  Ann Lee, VP, Investor Relations of Merrow Bio, Inc.,",
        "+1-617-555-0101, alee@merrow.example, or Bo Park of Tall Tree Communications, +1-212-555-0102, for Merrow/",
    )
    found = facts_of(text)
    assert [(c.name, c.title, c.organization, c.role, c.phones, c.emails) for c in found.contacts] == [
        ("Ann Lee", "VP, Investor Relations", MERROW, "investors", ("p1",), ("alee@merrow.example",)),
        ("Bo Park", None, "Tall Tree Communications", None, ("p2",), ()),
    ]


def test_components_release_contacts_in_columns() -> None:
    text = "\n".join(
        [
            "Contacts:",
            "Ann Lee                      Bo Park",
            "Merrow Bio, Inc.             Tall Tree Communications",
            "617-555-0101                 212-555-0102",
            "alee@merrow.example          bo@tall.example",
            "",
            "MERROW BIO SUBMITS NDA FOR MRW-101",
            "",
            LEAD,
            "",
            BODY,
            "",
        ]
    )
    found = facts_of(text)
    assert [(c.name, c.organization, c.phones, c.emails) for c in found.contacts] == [
        ("Ann Lee", MERROW, ("p1",), ("alee@merrow.example",)),
        ("Bo Park", "Tall Tree Communications", ("p2",), ("bo@tall.example",)),
    ]


def test_components_release_contact_points_back_to_its_lines() -> None:
    text = closed_by("Contact:", "Ann Lee", "Chief Financial Officer", "617-555-0101")
    (contact,) = facts_of(text).contacts
    assert text[contact.start : contact.end] == "Ann Lee\nChief Financial Officer\n617-555-0101"


def test_components_release_without_contact_lines_has_no_contacts() -> None:
    assert facts_of(LEAD + "\n").contacts == ()


def test_components_release_contacts_takes_a_word_of_any_length_in_one_pass() -> None:
    begin = process_time()
    assert facts_of(closed_by("Contact:", "Ann Lee", "617-555-0101", "", "a" * 100_000)).contacts[0].name == "Ann Lee"
    assert process_time() - begin < 10
