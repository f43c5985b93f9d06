"""Telephone numbers: how they are dialled, what they are for, which code to enter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from release_text import LEAD, closed_by, facts_of

from topline.components.release.phones import e164

CALL = "Conference Call"


@pytest.mark.parametrize(
    ("number", "dialled"),
    [
        ("(617) 555-0123", "+16175550123"),
        ("617-555-0123", "+16175550123"),
        ("617.555.0123", "+16175550123"),
        ("1 (617) 555-0123", "+16175550123"),
        ("1-800-555-0123", "+18005550123"),
        ("+1 617 555 0123", "+16175550123"),
        ("+44 (0)20 7946 0123", "+442079460123"),
        ("+49 89 1234567", "+49891234567"),
        ("0800 028 0123", None),
        ("117-555-0123", None),
        ("617-155-0123", None),
        ("+1234", None),
    ],
)
def test_components_release_phone_as_dialled(number: str, dialled: str | None) -> None:
    assert e164(number) == dialled


def phones(*lines: str) -> list[tuple[str, str | None, str | None]]:
    return [(p.number, p.role, p.code) for p in facts_of(closed_by(*lines)).phones]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "The conference call is reached by calling (800) 555-0101 (domestic) or (617) 555-0102 (international) "
            "and referencing conference number 40695799.",
            [("(800) 555-0101", "call", "40695799"), ("(617) 555-0102", "international_call", "40695799")],
        ),
        (
            "To take part in the conference call, dial USA (800) 555-0101, International (617) 555-0102.",
            [("(800) 555-0101", "call", None), ("(617) 555-0102", "international_call", None)],
        ),
        (
            "Callers in the U.S. can join the conference call at 800-555-0101, international callers at 617-555-0102.",
            [("800-555-0101", "call", None), ("617-555-0102", "international_call", None)],
        ),
        (
            "The conference call number is 800-555-0101 from the United States and +44 20 7946 0102 from elsewhere.",
            [("800-555-0101", "call", None), ("+44 20 7946 0102", "international_call", None)],
        ),
        (
            "A replay of the conference call will be available for a week at (888) 555-0103 within the U.S. or "
            "(617) 555-0104 outside the U.S., passcode: 14950279.",
            [("(888) 555-0103", "replay", "14950279"), ("(617) 555-0104", "international_replay", "14950279")],
        ),
        (
            "The live call can be accessed by dialing (303) 555-0105 or on the web. The replay, which will be there "
            "shortly after the call concludes, can be heard at (303) 555-0106 using access code 11125651#.",
            [("(303) 555-0105", "call", None), ("(303) 555-0106", "replay", "11125651")],
        ),
        (
            "The conference ID for the conference call is 9002003. Please dial 800-555-0101 ten minutes early.",
            [("800-555-0101", "call", "9002003")],
        ),
        (
            "The call-in number of the conference call is 800-555-0101 in North America, 973-555-0102 outside "
            "of North America. The playback number: 800-555-0103 (North America), 973-555-0104 (International), "
            "reservation No. 288703.",
            [
                ("800-555-0101", "call", None),
                ("973-555-0102", "international_call", None),
                ("800-555-0103", "replay", "288703"),
                ("973-555-0104", "international_replay", "288703"),
            ],
        ),
        (
            "The conference call is at +1 877 555 0188 for U.S. callers and +1 201 555 0123 for international callers.",
            [("+1 877 555 0188", "call", None), ("+1 201 555 0123", "international_call", None)],
        ),
        ("For refunds write to us or send a fax to 617-555-0107.", [("617-555-0107", "fax", None)]),
        ("The hotline of the patient society, 617-555-0108, is open.", [("617-555-0108", None, None)]),
    ],
)
def test_components_release_phone_roles_and_codes(
    line: str, expected: list[tuple[str, str | None, str | None]]
) -> None:
    assert phones(line) == expected


def test_components_release_phones_of_a_list_under_its_heading() -> None:
    text = (
        f"Merrow Bio Reports\n\n{LEAD}\n\nConference Call and Webcast\n\nDomestic: 1-800-555-0101\n\n"
        "International: 1-617-555-0102\n\nConference ID: 13750123\n\nReplay: 1-888-555-0103\n\nReplay code: 445566\n"
    )
    assert [(p.number, p.role, p.code) for p in facts_of(text).phones] == [
        ("1-800-555-0101", "call", "13750123"),
        ("1-617-555-0102", "international_call", "13750123"),
        ("1-888-555-0103", "replay", "445566"),
    ]


def test_components_release_phones_of_contacts() -> None:
    text = closed_by("Contact:", "Ann Lee", "Merrow Bio, Inc.", "Tel: (617) 555-0109  Fax: (617) 555-0110")
    found = facts_of(text).phones
    assert [(p.id, p.number, p.role) for p in found] == [
        ("p1", "(617) 555-0109", "contact"),
        ("p2", "(617) 555-0110", "fax"),
    ]
    assert [text[p.start : p.end] for p in found] == ["(617) 555-0109", "(617) 555-0110"]


@given(
    area=st.integers(200, 999),
    middle=st.integers(200, 999),
    last=st.integers(0, 9999),
    form=st.sampled_from(["({}) {}-{}", "{}-{}-{}", "{}.{}.{}", "1-{}-{}-{}", "+1 {} {} {}", "1 ({}) {}-{}"]),
)
def test_components_release_phone_of_north_america_in_any_form(area: int, middle: int, last: int, form: str) -> None:
    number = form.format(area, middle, f"{last:04}")
    (found,) = facts_of(closed_by(f"Listeners of the conference call may dial {number} from anywhere.")).phones
    assert (found.number, found.e164, found.role) == (number, f"+1{area}{middle}{last:04}", "call")
