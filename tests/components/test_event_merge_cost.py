"""What holding each event against those before it costs."""

import pytest
from spacy.language import Language

from topline.components import event_merge


def test_components_names_of_an_event_are_read_once_however_many_it_is_held_against(
    nlp: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    told = event_merge._told

    def counted(event: event_merge.EventSpan) -> event_merge._Told:
        read.append(event.type)
        return told(event)

    monkeypatch.setattr(event_merge, "_told", counted)
    items = "".join(f" *  Merrow Bio submitted an NDA for MRW-{number}.\n\n" for number in range(101, 121))
    doc = nlp(f"BOSTON, March 3, 2004 /PRNewswire/ -- Merrow Bio, Inc. announced:\n\n{items}")
    submitted = [event for event in doc._.events if event.type == "application_submission"]
    assert len(submitted) == 20
    assert read.count("application_submission") == 20
