"""What is not in English, or no release at all, is told, and only that."""

import as_html_today
import as_text
import pytest
from release_examples import EXAMPLES

from topline.extraction import Extractor
from topline.readers import read_source

FOREIGN = {
    "German": "MÜNCHEN, 3. März 2024 -- Die Nordwerk Bio AG gab heute bekannt, dass die FDA die Zulassung für das "
    "Medikament NW-12 erteilt hat. Der Umsatz betrug 12 Mio. Euro, und das Unternehmen ist mit dem Ergebnis "
    "zufrieden.",
    "French": "PARIS, le 3 mars 2024 - La société Nordwerk Bio annonce que la FDA a accordé une autorisation pour le "
    "médicament NW-12. Les résultats du premier trimestre sont conformes aux attentes de la direction.",
    "Spanish": "MADRID, 3 de marzo de 2024 - La compañía Nordwerk Bio anunció hoy que la FDA ha aprobado NW-12 para "
    "los pacientes con la enfermedad. Los resultados del trimestre se publican el lunes.",
    "Italian": "MILANO, 3 marzo 2024 - Nordwerk Bio annuncia che la FDA ha approvato il farmaco NW-12. I risultati "
    "della società sono in linea con le attese e gli azionisti sono soddisfatti delle prospettive.",
    "Dutch": "AMSTERDAM, 3 maart 2024 - Nordwerk Bio heeft bekendgemaakt dat de FDA het geneesmiddel NW-12 heeft "
    "goedgekeurd voor de behandeling van patiënten met een zeldzame ziekte.",
    "Swedish": "STOCKHOLM den 3 mars 2024 - Nordwerk Bio meddelar att FDA har godkänt läkemedlet NW-12 för "
    "behandling av patienter med en sällsynt sjukdom. Resultatet är i linje med förväntningarna.",
    "letters of its own": "東京、2024年3月3日 - ノルドワーク・バイオは本日、FDAがNW-12を承認したと発表しました。",
    "another language": "HELSINKI 3.3.2024 - Nordwerk Bio Oyj ilmoitti tänään lääkeviranomaisen hyväksyneen yhtiön "
    "valmisteen NW-12 harvinaisen sairauden hoitoon. Yhtiön liikevaihto kasvoi ensimmäisellä neljänneksellä "
    "merkittävästi edelliseen vuoteen verrattuna ja tulos parani odotettua enemmän. Yhtiö arvioi koko vuoden "
    "tuloksen paranevan selvästi viime vuodesta. Toimitusjohtaja kiittää henkilöstöä hyvästä työstä ja sijoittajia "
    "luottamuksesta. Lisätietoja antaa talousjohtaja huomenna aamulla. Tiedote on saatavilla verkkosivuilla myös "
    "ruotsiksi ja englanniksi. Yhtiö julkaisee puolivuosikatsauksen elokuussa.",
}
NO_RELEASE = [
    "id;name;value\n1;foo;2\n2;bar;3\n",
    "def f(x):\n    return x+1\n\nprint(f(2))\n",
    '{"a": 1, "b": [2, 3]}',
    "1\n\n2\n",
    "ABC-12",
]
ENGLISH = [
    "Merrow submitted an NDA for MRW-101.",
    "FDA approves Reventra",
    "Topline results positive\n\n* Phase 3 trial met primary endpoint\n* NDA filing planned Q4",
    "Dear shareholders: this was a good year. We met with the FDA, and our pivotal trial was enrolled on time.",
    "NORDWERK BIO AG",
    "Net loss of Nordwerk Bio AG, München, for die Zulassung in Paris and the rest of the year was 2 million euros.",
]


@pytest.mark.parametrize("language", FOREIGN)
def test_readers_text_that_is_not_english_gives_no_events(extractor: Extractor, language: str) -> None:
    record = extractor(FOREIGN[language])
    assert record.events == ()
    assert [p.what for p in record.problems if p.what.startswith("not in English") and language in p.what] != []


@pytest.mark.parametrize("text", NO_RELEASE)
def test_readers_text_that_is_no_release_gives_no_events(extractor: Extractor, text: str) -> None:
    record = extractor(text)
    assert record.events == ()
    assert record.problems[0].what.startswith("no release: neither a dateline, a company, a ticker or a date nor words")


@pytest.mark.parametrize("text", ENGLISH)
def test_readers_english_however_short_is_read(text: str) -> None:
    document = read_source(text)[0]
    assert (document.is_release, document.problems) == (True, ())


@pytest.mark.parametrize("name", EXAMPLES)
def test_readers_parts_of_releases_are_releases(name: str) -> None:
    for text in (as_text.render(EXAMPLES[name]), as_html_today.render(EXAMPLES[name])):
        document = read_source(text)[0]
        assert (document.is_release, document.problems) == (True, ())
    for block in document.blocks:
        told = document.text_of(block)
        if len(told.split()) > 3:
            assert read_source(told)[0].is_release, told
