"""Who issues a release, and where its shares are listed."""

import pytest
from release_text import BODY, facts_of

from topline.records import Filing

NEWS = " today announced that it has submitted an NDA for MRW-101 to the FDA."


@pytest.mark.parametrize(
    ("listing", "ticker", "exchange"),
    [
        ("(Nasdaq: MRRW)", "MRRW", "Nasdaq"),
        ("(NASDAQ:MRRW)", "MRRW", "NASDAQ"),
        ("(NASDAQ NM: MRRW)", "MRRW", "NASDAQ NM"),
        ("(Nasdaq/NM: MRRW)", "MRRW", "Nasdaq/NM"),
        ("(Nasdaq National Market: MRRW)", "MRRW", "Nasdaq National Market"),
        ("(NYSE American: MRW; LSE: MRW)", "MRW", "NYSE American"),
        ("(OTCQB: MRRW)", "MRRW", "OTCQB"),
        ("(OTC Bulletin Board: MRRW .OB)", "MRRW.OB", "OTC Bulletin Board"),
        ("(TSX: MRW.TO)", "MRW.TO", "TSX"),
        ("(CSE: MRW | OTC: MRRWF | FWB: M0W)", "MRW", "CSE"),
        ("(SIX Swiss Exchange: MRRW)", "MRRW", "SIX Swiss Exchange"),
        ('("Merrow" or the "Company", Nasdaq: MRRW)', "MRRW", "Nasdaq"),
        ("(Paris:MRRW)", "MRRW", "Paris"),
        ("(“Merrow”) (TSX: MRW) (NASDAQ: MRRW)", "MRW", "TSX"),
        ('(Nasdaq: "MRRW")', "MRRW", "Nasdaq"),
        ("(Nasdaq: MRRW, MRRWW)", "MRRW", "Nasdaq"),
        ("(Symbol: MRRW)", "MRRW", None),
        ('(the "Company"; Nasdaq: MRRW)', "MRRW", "Nasdaq"),
        ("(“Merrow” or the “Company”) (Nasdaq: MRRW)", "MRRW", "Nasdaq"),
        ("(NASDAQ: [MRRW](https://merrow.example/quote))", "MRRW", "NASDAQ"),
        ("(NASDAQ - MRRW)", "MRRW", "NASDAQ"),
    ],
)
def test_components_release_listing(listing: str, ticker: str, exchange: str | None) -> None:
    found = facts_of(f"BOSTON, March 3, 2004 /PRNewswire/ -- Merrow Bio, Inc. {listing}{NEWS}")
    assert (found.company, found.ticker, found.exchange) == ("Merrow Bio, Inc.", ticker, exchange)


def test_components_release_listing_told_in_a_sentence() -> None:
    text = (
        f"BOSTON, March 3, 2004 -- Merrow Bio, Inc.{NEWS}\n\n{BODY}\n\nMerrow's shares trade on the Nasdaq National"
        ' Market under the symbol "MRRW" and are held widely.\n'
    )
    found = facts_of(text)
    assert (found.ticker, found.exchange) == ("MRRW", "Nasdaq National Market")


@pytest.mark.parametrize(
    ("lead", "company"),
    [
        (f"Merrow Bio, Inc. (Nasdaq: MRRW){NEWS}", "Merrow Bio, Inc."),
        (f"**Merrow Bio, Inc.** (Nasdaq: MRRW){NEWS}", "Merrow Bio, Inc."),
        (f"Merrow Bio, Inc., (Nasdaq: MRRW) one of the first makers of pouchitis drugs,{NEWS}", "Merrow Bio, Inc."),
        (f"Merrow Bio, a clinical-stage biotechnology company,{NEWS}", "Merrow Bio"),
        ("Merrow Bio has submitted an NDA for MRW-101 to the FDA.", "Merrow Bio"),
        ("Merrow Bio CEO Ann Lee joined a panel to speak of the company's trials and of its plans.", "Merrow Bio"),
        ("Merrow Bio's MRW-101 met its primary endpoint in a trial of 200 patients with pouchitis.", "Merrow Bio"),
        (f"merrowCELL Sciences{NEWS}", "merrowCELL Sciences"),
        (f"The Merrow Company, Inc. (NYSE: MRW){NEWS}", "The Merrow Company, Inc."),
        (f"Merrow Corporation of America, Inc. (Nasdaq: MRRW){NEWS}", "Merrow Corporation of America, Inc."),
        (f"Merrow Biotech N.V. (Nasdaq: MRRW){NEWS}", "Merrow Biotech N.V."),
        (f"M.R. Merrow & Company, Inc. (Nasdaq: MRRW){NEWS}", "M.R. Merrow & Company, Inc."),
        (f"Merrow.com Group, Inc. (Nasdaq: MRRW){NEWS}", "Merrow.com Group, Inc."),
        ("Pouchitis, a chronic condition of the bowel, is what Merrow Bio, Inc. wants to treat.", "Merrow Bio, Inc."),
        ("Dr. Ann Lee, Chief Executive Officer of Merrow Bio, Inc. (Nasdaq: MRRW), was a guest.", "Merrow Bio, Inc."),
        ("The Company today announced that it has submitted an NDA for its lead compound.", None),
        ("Today the U.S. Food and Drug Administration has approved a medicine for chronic pouchitis.", None),
    ],
)
def test_components_release_company_of_the_lead(lead: str, company: str | None) -> None:
    assert facts_of(f"BOSTON, March 3, 2004 -- {lead}\n\n{BODY}\n").company == company


JOINT = "BOSTON, March 3, 2004 -- Tallis Corporation (NYSE: TLS) and Merrow Bio, Inc. (Nasdaq: MRRW)" + NEWS


@pytest.mark.parametrize(
    ("after", "filing", "company", "ticker"),
    [
        ("", None, "Tallis Corporation", "TLS"),
        ("SOURCE  Merrow Bio, Inc.", None, "Merrow Bio, Inc.", "MRRW"),
        ("CO:  Merrow Bio, Inc.\nST:  Oregon", None, "Merrow Bio, Inc.", "MRRW"),
        ("", Filing(company="MERROW BIO INC /DE/"), "Merrow Bio, Inc.", "MRRW"),
        ("", Filing(company="OTHER HOLDINGS CORP"), "Tallis Corporation", "TLS"),
    ],
)
def test_components_release_issuer_of_a_joint_release(
    after: str, filing: Filing | None, company: str, ticker: str
) -> None:
    found = facts_of(f"{JOINT}\n\n{BODY}\n\n{after}\n", filing=filing)
    assert (found.company, found.ticker) == (company, ticker)


def test_components_release_ticker_of_a_partner_is_not_the_issuers() -> None:
    text = f"BOSTON, March 3, 2004 -- Merrow Bio, Inc. today licensed it to Tallis Corporation (NYSE: TLS).\n\n{BODY}\n"
    found = facts_of(text)
    assert (found.company, found.ticker) == ("Merrow Bio, Inc.", None)


@pytest.mark.parametrize(
    ("after", "company"),
    [
        ("Merrow Bio is a biotechnology company that develops drugs for the bowel.", "Merrow Bio"),
        ("SOURCE Merrow Bio, Inc.", "Merrow Bio, Inc."),
        ("", "MERROW BIO INC"),
    ],
)
def test_components_release_header_of_the_filing_decides_where_the_lead_names_nobody(after: str, company: str) -> None:
    lead = "BOSTON, March 3, 2004 -- One of the six trials of MRW-101 was stopped on Sunday night by its committee."
    text = "\n\n".join([lead, BODY, BODY, BODY, after]) + "\n"
    assert facts_of(text, filing=Filing(company="MERROW BIO INC")).company == company


def test_components_release_company_in_capitals_is_spelled_as_the_text_spells_it() -> None:
    lead = f"BOSTON, March 3, 2004 -- MERROW BIO, INC. (Nasdaq: MRRW){NEWS}"
    text = f"{lead}\n\n{BODY}\n\nAbout Merrow Bio, Inc.\n\n{BODY}\n"
    assert facts_of(text).company == "Merrow Bio, Inc."


def test_components_release_ticker_alone_in_the_trailer() -> None:
    text = f"BOSTON, March 3 /PRNewswire/ -- Merrow Bio, Inc.{NEWS}\n\nSOURCE  Merrow Bio, Inc.\n\n(MRRW)\n"
    assert facts_of(text).ticker == "MRRW"
