"""An invented company's short quarterly release of 2010, the way Business Wire carried it."""

from datetime import date

from release_source import Bullet, Head, Place, Row, Section, Statement, Written, amounts

OPERATIONS = Statement(
    titles=("PELLAM RIDGE BIOTHERAPEUTICS CORP.", "STATEMENTS OF OPERATIONS"),
    scale="(in thousands, except per share data)",
    heads=(Head(("Three Months Ended March 31,",), (("2010",), ("2009",))),),
    rows=(
        Row("Grant revenue", amounts(85, 140), has_dollars=True),
        Row("Research and development", amounts(1206, 988)),
        Row("General and administrative", amounts(514, 467)),
        Row("Total operating expenses", amounts(1720, 1455), indent=1, is_total=True),
        Row("Net loss", amounts(-1635, -1315), is_total=True, has_dollars=True),
        Row("Net loss per share", amounts("-0.15", "-0.13"), has_dollars=True, is_per_share=True),
        Row("Weighted average shares outstanding", amounts(10902, 10430)),
    ),
)

BALANCE = Statement(
    titles=("PELLAM RIDGE BIOTHERAPEUTICS CORP.", "BALANCE SHEETS"),
    scale="(in thousands)",
    heads=(Head((), (("March 31, 2010", "(unaudited)"), ("December 31, 2009",))),),
    rows=(
        Row("Cash and cash equivalents", amounts(6330, 7912), has_dollars=True),
        Row("Other assets", amounts(218, 240)),
        Row("Total assets", amounts(6548, 8152), is_total=True, has_dollars=True),
        Row("Liabilities", amounts(702, 811), has_dollars=True),
        Row("Stockholders' equity", amounts(5846, 7341)),
        Row("Total liabilities and stockholders' equity", amounts(6548, 8152), is_total=True, has_dollars=True),
    ),
    is_unaudited=False,
)

SHORT = Written(
    exhibit_label="EXHIBIT 99.1",
    headline="Pellam Ridge Reports First Quarter 2010 Results",
    subhead=(),
    place=Place("San Diego", "", "CA", zip_code="92121"),
    released_on=date(2010, 5, 11),
    company="Pellam Ridge Biotherapeutics Corp.",
    exchange="NYSE Amex",
    ticker="PRBX",
    lead=(
        " today announced results for the first quarter ended March 31, 2010. Net loss was $1.6 million, or $0.15 per "
        "share, compared to $1.3 million, or $0.13 per share, for the first quarter of 2009.",
        '"Our first patient was dosed two months ahead of plan," said Owen Brisk, Chief Executive Officer.',
    ),
    sections=(
        Section(
            "Recent highlights",
            (),
            (
                Bullet("First patient dosed in a Phase 1 trial of PR-07 in hemophilia A."),
                Bullet("Orphan drug designation for PR-07 granted by the FDA on April 6, 2010."),
            ),
        ),
        Section(
            "Conference call", ("A call will be held today at 5:00 p.m. EDT; dial 866-555-0152, passcode 330716.",)
        ),
    ),
    statements=(OPERATIONS, BALANCE),
    about=Section("About Pellam Ridge", ("Pellam Ridge Biotherapeutics Corp. works on disorders of the blood.",)),
    safe_harbor=Section(None, ("This release contains forward-looking statements, which may prove to be wrong.",)),
    contacts=("Contacts", "Pellam Ridge Biotherapeutics Corp.", "Owen Brisk, 858-555-0153"),
)
