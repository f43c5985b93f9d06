"""Counts of a corpus of two releases, made by hand, and what is doubtful in a release."""

import pytest
from marked import compiled, release

from topline.training.compile import compile_release
from topline.training.statistics import count, sentence_families
from topline.training.troubles import doubts

ONE = release(
    "# [COMPANY Merrow Bay] Reports",
    "[COMPANY Merrow Bay] {results_reported occurred today #r | reported results} with a loss of [MONEY:net_loss@r $3.1"
    " million], or [PER_SHARE:loss_per_share@r $0.34 per share].",
    "It {trial_start planned | will start} a study of [DRUG MB-1] in [DATE:when June 2004] at hospitals everywhere.",
    "{!approval !launch | Approval is uncertain}. The weather was fine.",
)
TWO = release(
    "[COMPANY Orrin Pharma] {trial_start occurred period | has started} a study.",
    "It {trial_start planned | will start} a study of [DRUG OP-2] in [DATE:when July 2011] at hospitals everywhere.",
    "It {license not_occurred | granted no licence}. {!approval | Approval is uncertain}.",
    company="Orrin Pharma",
    released_on="2011-05-04",
    period="2011-01-01/2011-03-31",
)


def test_training_statistics_of_two_releases() -> None:
    corpus = [compile_release(ONE), compile_release(TWO)]
    found = count(corpus, sentence_families(corpus))
    assert (found.releases, found.companies) == (2, 2)
    assert (found.sentences, found.annotated, found.distinct) == (9, 7, 5)
    assert found.statuses == {"occurred": 2, "planned": 2, "not_occurred": 1}
    assert found.bases == {"stated": 3, "period": 1, "none": 1}
    assert found.amounts == {"net_loss": 1, "loss_per_share": 1}
    assert found.roles == {"drug": 2}
    assert found.names == {"COMPANY": 3, "DRUG": 2, "DATE": 2, "MONEY": 1, "PER_SHARE": 1}
    assert found.decades == {"2000s": 1, "2010s": 1}
    start = found.types["trial_start"]
    assert (start.events, start.dated, len(start.positives), len(start.lookalikes)) == (3, 3, 2, 0)
    assert start.statuses == {"planned": 2, "occurred": 1}
    assert [len(found.types[leaf].lookalikes) for leaf in ("approval", "launch", "license")] == [1, 1, 0]
    assert found.types["approval"].events == 0


def test_training_statistics_sentence_with_two_happenings_is_one() -> None:
    corpus = [compiled("It {trial_start ongoing | is enrolling} and {launch planned | will launch}. Nothing more.")]
    found = count(corpus, sentence_families(corpus))
    assert (found.sentences, found.annotated, found.distinct) == (2, 1, 1)
    assert sum(kind.events for kind in found.types.values()) == 2


def test_training_statistics_retold_sentence_is_annotated() -> None:
    corpus = [
        compiled("It {launch planned #l | will launch}.", "{#l | That} is near.", "The [DRUG@l MB-1] waits.", "End.")
    ]
    assert count(corpus, sentence_families(corpus)).annotated == 3


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("[DRUG Relova] came. Then Relova went.", "'Relova' is marked DRUG elsewhere, but not here"),
        ("It {launch occurred positive | launched}.", "launch has no polarity by the guidelines"),
        ("It {approval occurred | was approved}.", "approval lacks its polarity"),
        ("It {launch planned | will do one two three four five six seven eight nine ten eleven twelve thirteen} it.",
         "a trigger of over 14 words"),
        ("It {launch occurred | launched. Then it} sold.", "a trigger that runs over the end of its sentence"),
        ("It {launch occurred | came} on [DATE:when May 5, 2004].", "launch occurred after the release: 2004-05-05"),
        ("It {launch planned | will launch} on [DATE:when May 3, 2004].",
         "launch is planned for before the release: 2004-05-03"),
        ("It {launch occurred | launched} with [MONEY:gros $3 million].", "gros is no role by the guidelines"),
        ("It {launch occurred | launched} after [:vots 7 to 4].", "vots is no role by the guidelines"),
    ],
)  # fmt: skip
def test_training_doubts_are_named(line: str, what: str) -> None:
    assert [trouble.what for trouble in doubts(compiled(line))] == [what]


@pytest.mark.parametrize(
    "line",
    [
        "[DRUG Relova] came. Then [DRUG Relova] went to Relovaville with non-Relova things.",
        "[PHASE Phase 2] came. Then Phase 2 went.",  # words of the language are not marked everywhere
        "It {approval occurred positive | was approved}.",
        "The panel {adcom_outcome not_occurred | did not vote} and {eu_opinion planned | an opinion is awaited}.",
        "The {goal_date_set occurred | date is set} for [DATE:when June 4, 2004].",
        "It {launch planned | will launch} on [DATE:when May 4, 2004].",
        "It {launch planned | will do one two three four five six seven eight nine ten eleven twelve} it.",
    ],
)
def test_training_doubts_leave_what_is_right(line: str) -> None:
    found = compiled(line)
    assert (found.troubles, doubts(found)) == ((), [])
