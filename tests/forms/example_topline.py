"""An invented company's quarterly release of 2024, the way GlobeNewswire carries it."""

from datetime import date

from release_source import Bullet, Head, Place, Row, Section, Statement, Written, amounts

_SPANS = (("Three Months Ended", "June 30,"), ("Six Months Ended", "June 30,"))

OPERATIONS = Statement(
    titles=("Velmorra Therapeutics, Inc.", "Condensed Consolidated Statements of Operations"),
    scale="(in thousands, except share and per share data)",
    heads=tuple(Head(span, (("2024",), ("2023",))) for span in _SPANS),
    rows=(
        Row("Collaboration revenue", amounts(1250, None, 2500, None), has_dollars=True),
        Row("Operating expenses:"),
        Row("Research and development", amounts(31407, 26118, 60942, 50377), indent=1),
        Row("General and administrative", amounts(11864, 8952, 22718, 17403), indent=1),
        Row("Total operating expenses", amounts(43271, 35070, 83660, 67780), indent=2, is_total=True),
        Row("Loss from operations", amounts(-42021, -35070, -81160, -67780)),
        Row("Interest income", amounts(3918, 2406, 7204, 4655)),
        Row("Net loss", amounts(-38103, -32664, -73956, -63125), is_total=True, has_dollars=True),
        Row(
            "Net loss per share, basic and diluted",
            amounts("-0.65", "-0.74", "-1.28", "-1.43"),
            has_dollars=True,
            is_per_share=True,
        ),
        Row(
            "Weighted-average shares outstanding, basic and diluted",
            amounts(58620411, 44120387, 57904226, 44087902),
        ),
    ),
    nil="—",
)

BALANCE = Statement(
    titles=("Velmorra Therapeutics, Inc.", "Condensed Consolidated Balance Sheets"),
    scale="(in thousands)",
    heads=(Head((), (("June 30,", "2024"), ("December 31,", "2023"))),),
    rows=(
        Row("Assets"),
        Row("Cash and cash equivalents", amounts(112630, 84219), indent=1, has_dollars=True),
        Row("Marketable securities", amounts(201455, 176308), indent=1),
        Row("Prepaid expenses and other current assets", amounts(7915, 6240), indent=1),
        Row("Total current assets", amounts(322000, 266767), indent=2, is_total=True),
        Row("Operating lease right-of-use assets", amounts(4870, 5312), indent=1),
        Row("Total assets", amounts(326870, 272079), indent=2, is_total=True, has_dollars=True),
        Row("Liabilities and stockholders’ equity"),
        Row("Total liabilities", amounts(38214, 41906), indent=1, has_dollars=True),
        Row("Total stockholders’ equity", amounts(288656, 230173), indent=1),
        Row(
            "Total liabilities and stockholders’ equity",
            amounts(326870, 272079),
            indent=2,
            is_total=True,
            has_dollars=True,
        ),
    ),
    notes=("The balance sheet as of December 31, 2023 was taken from audited statements of that date.",),
    nil="—",
)

PROGRAMS = (
    Bullet(
        "Topline results from the pivotal Phase 3 HARBOR-2 trial of Sovratide® (emlicapan) in adults with IgA "
        "nephropathy were announced on June 17, 2024:",
        (
            Bullet("The trial met its primary endpoint: proteinuria fell by 48% against 9% on placebo (p<0.0001)."),
            Bullet("The key secondary endpoint, eGFR slope at 52 weeks, was met as well (p=0.003)."),
            Bullet("Serious adverse events were seen in 4.1% of patients on Sovratide and in 5.0% on placebo."),
        ),
    ),
    Bullet(
        "The FDA accepted the NDA for Sovratide in children and granted it Priority Review, with a PDUFA target action "
        "date of January 24, 2025."
    ),
    Bullet(
        "A Phase 1b trial of VMR-204 in Sjögren’s syndrome was begun in May 2024; first data are expected in the first "
        "half of 2025."
    ),
)
CORPORATE = (
    Bullet(
        "In June 2024, Velmorra closed an underwritten public offering of 8,050,000 shares at $12.50 per share, with "
        "gross proceeds of $100.6 million."
    ),
    Bullet("Inés Valcárcel, M.D., joined as Chief Medical Officer on April 15, 2024."),
)

SECTIONS = (
    Section("Pipeline Highlights", (), PROGRAMS),
    Section("Corporate Updates", (), CORPORATE),
    Section("Second Quarter 2024 Financial Results"),
    Section("Cash Position:", (
        "Cash, cash equivalents and marketable securities were $314.1 million as of June 30, 2024, which is expected "
        "to fund operations into the second half of 2027.",
    ), run_in=True),
    Section("R&D Expenses:", (
        "R&D expenses were $31.4 million for the second quarter of 2024, compared with $26.1 million for the same "
        "quarter of 2023.",
    ), run_in=True),
    Section("Net Loss:", (
        "Net loss was $38.1 million, or $0.65 per share, compared with $32.7 million, or $0.74 per share, for the "
        "second quarter of 2023.",
    ), run_in=True),
    Section("Conference Call and Webcast", (
        "Velmorra will hold a conference call today at 8:30 a.m. ET. To take part, dial 1-877-555-0146 (U.S.) or "
        "1-412-555-0147 (international) and give the conference ID 8804172.",
    )),
)  # fmt: skip

TOPLINE = Written(
    exhibit_label="Exhibit 99.1",
    headline="Velmorra Therapeutics Reports Second Quarter 2024 Results and Business Highlights",
    subhead=(
        "Phase 3 HARBOR-2 trial of Sovratide® met primary and key secondary endpoints",
        "PDUFA target action date of January 24, 2025 for the pediatric indication",
    ),
    place=Place("Worcester", "Mass.", "MA", zip_code="01605"),
    released_on=date(2024, 8, 8),
    company="Velmorra Therapeutics, Inc.",
    exchange="Nasdaq",
    ticker="VLMR",
    lead=(
        ", a late-stage company that develops medicines for diseases of the kidney, today reported financial results "
        "for the second quarter ended June 30, 2024.",
        "“HARBOR-2 gave us the answer that we and our patients hoped for — clear, early and lasting,” said Thomas "
        "Akande, Ph.D., Chief Executive Officer of Velmorra. “We’re now readying a launch on our own in the U.S.”",
    ),
    sections=SECTIONS,
    statements=(OPERATIONS, BALANCE),
    about=Section("About Velmorra Therapeutics", (
        "Velmorra Therapeutics is a late-stage biopharmaceutical company with one marketed-product application under "
        "review. Learn more at www.velmorra.example.",
    )),
    safe_harbor=Section("Forward-Looking Statements", (
        "This press release contains “forward-looking statements,” among them statements about the PDUFA date, the "
        "launch of Sovratide® and the use of cash. Words such as “expects” and “will” mark them. Results may differ; "
        "see the risk factors in our Form 10-Q. Velmorra has no duty to update them.",
    )),
    contacts=("Investor Contact:", "Dana Whitlock", "ir@velmorra.example", "508-555-0148"),
    has_contacts_first=True,
)  # fmt: skip
