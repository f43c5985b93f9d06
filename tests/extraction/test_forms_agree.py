"""The same release as wire text, as HTML of two eras and inside an EDGAR submission: the same events and cells."""

from functools import cache

import as_html_2000s
import as_html_today
import as_submission
import as_text
import pytest
from form_options import HTML_2000S, HTML_TODAY, SUBMISSION, TEXT, sample
from record_facts import facts, shown
from record_rules import broken_rules
from release_examples import EXAMPLES
from visible_text import plain
from wires import Wire

from topline.extraction import Extractor
from topline.records import ReleaseRecord

NAMES = sorted(EXAMPLES)
FORMS = [
    *((as_text, o) for o in sample(as_text.Options, TEXT, 12)),
    *((as_html_2000s, o) for o in sample(as_html_2000s.Options, HTML_2000S, 14)),
    *((as_html_today, o) for o in sample(as_html_today.Options, HTML_TODAY, 16)),
]


@cache
def wanted(extractor: Extractor, name: str, wire: Wire) -> dict[str, object]:
    source = as_text.render(EXAMPLES[name], as_text.Options(wire=wire))
    return facts(extractor(source), source, markup=False)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("number", range(len(FORMS)))
def test_extraction_forms_give_the_same_events_and_cells(extractor: Extractor, name: str, number: int) -> None:
    form, options = FORMS[number]
    text = form.render(EXAMPLES[name], options)
    record = extractor(text)
    assert record.problems == ()
    assert facts(record, text, markup=form is not as_text) == wanted(extractor, name, options.wire)
    assert misplaced_cells(record, text, markup=form is not as_text) == []


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("options", sample(as_submission.Options, SUBMISSION, 10))
def test_extraction_submissions_give_the_same_events_and_cells(
    extractor: Extractor, name: str, options: as_submission.Options
) -> None:
    release = EXAMPLES[name]
    for form in (as_html_today,) if options.era == "today" else (as_text, as_html_2000s):
        exhibit = as_text.render(release, as_text.Options(tagged=True)) if form is as_text else form.render(release)
        source = as_submission.render(release, exhibit, options)
        record = extractor(source)
        assert facts(record, source, markup=form is not as_text) == wanted(extractor, name, form.Options().wire)
        assert misplaced_cells(record, source, markup=form is not as_text) == []
        assert record.source.document is not None
        assert record.source.document.type == options.exhibit
        assert [p.what.split(":")[0] for p in record.problems] == expected_problems(options)


def expected_problems(options: as_submission.Options) -> list[str]:
    found = {
        "pdf": "EX-99.3 was not read",
        "empty release": "EX-99.4 was not read",
        "second release": "the source holds further releases (EX-99.2)",
    }
    return [found[extra] for extra in options.extras if extra in found]


def misplaced_cells(record: ReleaseRecord, source: str, *, markup: bool) -> list[tuple[str, str]]:
    """Cells and mentions whose source is not what they say, with what stands there."""
    spans = [(c.raw, c) for s in record.statements for r in s.rows for c in r.cells]
    spans += [(m.text, m) for m in record.mentions]
    there = [(plain(raw), shown(span, source, markup=markup)) for raw, span in spans]
    return [(raw, found) for raw, found in there if raw != found]


@pytest.mark.parametrize("name", NAMES)
def test_extraction_records_of_html_are_sound(extractor: Extractor, name: str) -> None:
    text = as_html_today.render(EXAMPLES[name])
    assert [rule for rule in broken_rules(extractor(text), text) if "in the source" not in rule] == []
