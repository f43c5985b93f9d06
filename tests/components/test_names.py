"""Names of drugs, diseases, agencies and people, and which of them an event is about."""

from itertools import pairwise

import pytest
from spacy.language import Language


def named(nlp: Language, text: str, label: str) -> list[str]:
    return [e.text for e in nlp(text).ents if e.label_ == label]


def drugs(nlp: Language, text: str) -> list[tuple[str, str]]:
    return [(e.text, e._.entity) for e in nlp(text).ents if e.label_ == "DRUG"]


@pytest.mark.parametrize("mark", ["(TM)", "™", "®", "(R)"])
def test_components_drug_aliases_share_an_entity(nlp: Language, mark: str) -> None:
    text = f"REVENTRA{mark} (tesporidine), formerly known as AB-12, works. AB-12 and Reventra are one with tesporidine."
    assert drugs(nlp, text) == [
        (name, "drug:reventra") for name in ("REVENTRA", "tesporidine", "AB-12", "AB-12", "Reventra", "tesporidine")
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("efaproxiral (RSR13) is new. RSR13 works.", [("efaproxiral", 0), ("RSR13", 0), ("RSR13", 0)]),
        ("The lead compound VELDRA (AB-12), works.", [("VELDRA", 0), ("AB-12", 0)]),
        ("Merrow studies MRW-101 and MRW-102.", [("MRW-101", 0), ("MRW-102", 1)]),
        ("Merrow sells Corvane® and Zelnib™.", [("Corvane", 0), ("Zelnib", 1)]),
        ("It was given with paclitaxel.", [("paclitaxel", 0)]),
        ("The purchase of a new database will increase costs of the pipeline at baseline.", []),
        ("Phase 2 of COVID-19 on Form 10-K for FY2003 of Q3-2003.", []),
        ("The patient was given standard care.", []),
    ],
)
def test_components_drug_names(nlp: Language, text: str, found: list[tuple[str, int]]) -> None:
    got = drugs(nlp, text)
    ids = list(dict.fromkeys(entity for _, entity in got))
    assert [(name, ids.index(entity)) for name, entity in got] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("patients with chronic lymphocytic leukemia", ["chronic lymphocytic leukemia"]),
        ("treatment of Hodgkin's lymphoma", ["Hodgkin's lymphoma"]),
        ("brain metastases from breast cancer", ["brain metastases from breast cancer"]),
        (
            "non-small cell lung cancer and acute myeloid leukemia",
            ["non-small cell lung cancer", "acute myeloid leukemia"],
        ),
        ("a company treating breast cancer", ["breast cancer"]),
        ("in eosinophilic esophagitis", ["eosinophilic esophagitis"]),
        ("the disease", []),
        ("a strong balance sheet", []),
    ],
)
def test_components_indications(nlp: Language, text: str, found: list[str]) -> None:
    assert named(nlp, text, "INDICATION") == found


@pytest.mark.parametrize(
    ("label", "text", "found"),
    [
        ("AGENCY", "the U.S. Food and Drug Administration (FDA)", ["U.S. Food and Drug Administration", "FDA"]),
        ("AGENCY", "the European Medicines Agency", ["European Medicines Agency"]),
        ("APPLICATION", "a New Drug Application (NDA)", ["New Drug Application", "NDA"]),
        ("DESIGNATION", "granted Priority Review", ["Priority Review"]),
        ("DESIGNATION", "granted Fast Track designation", ["Fast Track designation"]),
        ("PHASE", "a Phase 3 trial", ["Phase 3"]),
        ("PERSON", "said Dr. Henrik Solvang today", ["Dr. Henrik Solvang"]),
        ("COMPANY", "an agreement with Osk Nordic AB", ["Osk Nordic AB"]),
        (
            "COMMITTEE",
            "the Gastrointestinal Drugs Advisory Committee voted",
            ["Gastrointestinal Drugs Advisory Committee"],
        ),
        (
            "CONFERENCE",
            "at the 68th Annual Meeting of the American Society of Hematology.",
            ["68th Annual Meeting of the American Society of Hematology"],
        ),
        ("PHONE", "call 800-555-0142", ["800-555-0142"]),
        ("URL", "visit www.merrow.example for more", ["www.merrow.example"]),
        ("AGENCY", "no name here", []),
    ],
)
def test_components_names(nlp: Language, label: str, text: str, found: list[str]) -> None:
    assert named(nlp, text, label) == found


def test_components_entities_do_not_overlap_and_are_in_order(nlp: Language) -> None:
    doc = nlp(
        "Merrow submitted a New Drug Application (NDA) for REVENTRA(TM) (tesporidine) at $3.5 million on May 4, 2004."
    )
    places = [(e.start, e.end) for e in doc.ents]
    assert len(places) >= 5
    assert all(a_end <= b for (_, a_end), (b, _) in pairwise(places))


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (
            "Merrow submitted an NDA for MRW-101 in combination with Oremab in breast cancer.",
            {"drug": ["MRW-101"], "indication": ["breast cancer"], "application": ["NDA"]},
        ),
        (
            "Merrow submitted an NDA for MRW-101 versus paclitaxel.",
            {"drug": ["MRW-101"], "application": ["NDA"]},
        ),
        ("Merrow submitted an NDA for MRW-101 and MRW-102.", {"drug": ["MRW-101", "MRW-102"], "application": ["NDA"]}),
        (
            "The FDA accepted the New Drug Application (NDA).",
            {"agency": ["FDA"], "application": ["New Drug Application"]},
        ),
        (
            "The Arthritis Drugs Advisory Committee voted 7 to 4 to recommend approval of MRW-101.",
            {"drug": ["MRW-101"], "committee": ["Arthritis Drugs Advisory Committee"], "votes": ["7 to 4"]},
        ),
        # the partner stands nearer to the trigger, here and in the sentence before
        (
            "In combination with Oremab, Merrow initiated a Phase 3 trial of MRW-101.",
            {"drug": ["MRW-101"], "phase": ["Phase 3"]},
        ),
        (
            "MRW-101 is given in combination with Oremab. Merrow initiated a Phase 3 trial.",
            {"drug": ["MRW-101"], "phase": ["Phase 3"]},
        ),
        # what the sentence does not name, the one before it in the paragraph does
        (
            "MRW-101 is an oral small molecule. Merrow has initiated a Phase 3 trial.",
            {"drug": ["MRW-101"], "phase": ["Phase 3"]},
        ),
    ],
)
def test_components_roles(nlp: Language, text: str, roles: dict[str, list[str]]) -> None:
    (event,) = nlp(text)._.events
    assert {role: [s.text for s in fillers] for role, fillers in event.roles.items()} == roles


def test_components_the_company_itself_is_no_counterparty(nlp: Language) -> None:
    text = (
        "BOSTON, March 3, 2004 /PRNewswire/ -- Merrow Bio, Inc. (Nasdaq: MRRW) today announced that Merrow Bio, Inc. "
        "has entered into a license agreement with Osk Nordic AB for MRW-101."
    )
    (event,) = nlp(text)._.events
    assert event.type == "license"
    assert [s.text for s in event.roles["counterparty"]] == ["Osk Nordic AB"]
