"""An invented company's year-end release of early 2004, the way PR Newswire carried it."""

from datetime import date

from release_source import Bullet, Head, Place, Row, Section, Statement, Written, amounts

_SPANS = (("Three Months Ended", "December 31,"), ("Year Ended", "December 31,"))

OPERATIONS = Statement(
    titles=("TARNWICK BIOSCIENCES, INC.", "CONDENSED STATEMENTS OF OPERATIONS"),
    scale="(in thousands, except per share amounts)",
    heads=tuple(Head(span, (("2003",), ("2002",))) for span in _SPANS),
    rows=(
        Row("Contract revenue", amounts(420, None, 1310, 275), has_dollars=True),
        Row("Operating expenses:"),
        Row("Research and development", amounts(6218, 5104, 22940, 19655), indent=1),
        Row("Marketing, general and administrative", amounts(2035, 1690, 7412, 6230), indent=1),
        Row("Restructuring charges", amounts(None, 310, None, 310), indent=1),
        Row("Total operating expenses", amounts(8253, 7104, 30352, 26195), indent=2, is_total=True),
        Row("Loss from operations", amounts(-7833, -7104, -29042, -25920)),
        Row("Interest income", amounts(141, 298, 702, 1344)),
        Row("Interest expense", amounts(-36, -52, -167, -214)),
        Row("Net loss", amounts(-7728, -6858, -28507, -24790), is_total=True, has_dollars=True),
        Row(
            "Basic and diluted net loss per share",
            amounts("-0.28", "-0.30", "-1.10", "-1.09"),
            has_dollars=True,
            is_per_share=True,
        ),
        Row("Shares used in computing net loss per share", amounts(27600, 22860, 25910, 22810)),
    ),
)

BALANCE = Statement(
    titles=("TARNWICK BIOSCIENCES, INC.", "CONDENSED BALANCE SHEETS"),
    scale="(in thousands)",
    heads=(Head((), (("December 31,", "2003"), ("December 31,", "2002"))),),
    rows=(
        Row("ASSETS"),
        Row("Current assets:"),
        Row("Cash and cash equivalents", amounts(18402, 14377), indent=1, has_dollars=True),
        Row("Short-term investments", amounts(29655, 22190), indent=1),
        Row("Prepaid expenses and other current assets", amounts(1044, 873), indent=1),
        Row("Total current assets", amounts(49101, 37440), indent=2, is_total=True),
        Row("Property and equipment, net", amounts(3210, 3905)),
        Row("Long-term investments", amounts(6000, None)),
        Row("Total assets", amounts(58311, 41345), indent=1, is_total=True, has_dollars=True),
        Row("LIABILITIES AND STOCKHOLDERS' EQUITY"),
        Row("Current liabilities:"),
        Row("Accounts payable", amounts(2118, 1940), indent=1, has_dollars=True),
        Row("Accrued liabilities", amounts(3407, 2856), indent=1),
        Row("Current portion of long-term debt", amounts(600, 600), indent=1),
        Row("Total current liabilities", amounts(6125, 5396), indent=2, is_total=True),
        Row("Long-term debt", amounts(900, 1500)),
        Row("Stockholders' equity", amounts(51286, 34449)),
        Row(
            "Total liabilities and stockholders' equity",
            amounts(58311, 41345),
            indent=1,
            is_total=True,
            has_dollars=True,
        ),
    ),
)

HIGHLIGHTS = (
    Bullet(
        "Tarnwick submitted a New Drug Application (NDA) to the U.S. Food and Drug Administration (FDA) for Corvenil "
        "(ralipexine) tablets for the treatment of diabetic gastroparesis in March 2003."
    ),
    Bullet(
        "In January 2004 the FDA issued an approvable letter for Corvenil. Before approval, the agency asked for:",
        (
            Bullet("a further analysis of cardiac safety in patients over 65 years of age; and"),
            Bullet("revised labeling for patients with renal impairment."),
        ),
    ),
    Bullet(
        "The Company completed a $27.5 million private placement of 5.0 million shares of common stock at $5.50 per "
        "share with a group of institutional investors."
    ),
    Bullet(
        "Tarnwick granted Oskarsen Pharma AS an exclusive license to market Corvenil in the Nordic countries, and "
        "received an upfront payment of $1.5 million."
    ),
    Bullet("Enrollment was completed in a Phase 2 trial of TW-118 in 142 patients with irritable bowel syndrome."),
)

SECTIONS = (
    Section("Year-End Financial Results", (
        "Research and development expenses were $22.9 million in 2003, compared to $19.7 million in 2002. The "
        "increase was due to the costs of the NDA and of the Phase 2 trial of TW-118.",
        "Cash, cash equivalents and investments totaled $54.1 million as of December 31, 2003.",
    )),
    Section("Fourth quarter highlights and recent events:", (), HIGHLIGHTS),
    Section("Outlook", (
        "Tarnwick expects to answer the FDA's letter in the second quarter of 2004, and to report top-line results "
        "from the Phase 2 trial of TW-118 by the end of the third quarter. The Company expects its net loss for 2004 "
        "to be between $30 million and $33 million.",
    )),
    Section("Conference Call", (
        "Tarnwick will host a conference call today, Thursday, February 12, 2004, at 11:00 a.m. EST. The dial-in "
        "number for U.S. callers is 800-555-0118; international callers should dial 1-706-555-0119. A replay will be "
        "available until midnight on February 19, 2004 at 800-555-0120, conference ID number 511846.",
    )),
)  # fmt: skip

APPROVABLE = Written(
    exhibit_label="Exhibit 99.1",
    headline="Tarnwick Biosciences Reports Fourth Quarter and Year-End 2003 Results",
    subhead=("Company Receives Approvable Letter for Corvenil",),
    place=Place("Savannah", "Ga.", "GA", zip_code="31401"),
    released_on=date(2004, 2, 12),
    company="Tarnwick Biosciences, Inc.",
    exchange="Nasdaq",
    ticker="TWKB",
    lead=(
        " today reported financial results for the fourth quarter and year ended December 31, 2003. The net loss for "
        "the quarter was $7.7 million, or $0.28 per share, compared to a net loss of $6.9 million, or $0.30 per share, "
        "for the same quarter of 2002.",
        "For the year ended December 31, 2003, the net loss was $28.5 million, or $1.10 per share, compared to a net "
        "loss of $24.8 million, or $1.09 per share, in 2002.",
        '"The approvable letter tells us what stands between Corvenil and the patients who wait for it," said Helen '
        'R. Marchbanks, President and Chief Executive Officer of Tarnwick. "We have the people, the data and the cash '
        'to finish that work."',
    ),
    sections=SECTIONS,
    statements=(OPERATIONS, BALANCE),
    about=Section("About Tarnwick Biosciences", (
        "Tarnwick Biosciences, Inc. develops medicines for disorders of the stomach and the bowel. For more "
        "information, visit www.tarnwick.example.",
    )),
    safe_harbor=Section("Safe Harbor Statement", (
        "This announcement contains forward-looking statements that involve risks and uncertainties, among them the "
        "risk that the FDA will not approve Corvenil. Actual results may differ materially. The Company undertakes no "
        "obligation to update these statements.",
    )),
    contacts=("SOURCE Tarnwick Biosciences, Inc.", "CONTACT: Paul Ostrander, Tarnwick Biosciences, 912-555-0121"),
    codes=("Web site: http://www.tarnwick.example", "(TWKB)", "CO: Tarnwick Biosciences, Inc.", "ST: Georgia",
           "IN: HEA MTC BIO", "SU: ERN CCA"),
)  # fmt: skip
