"""Invented releases of the size and the parts of the bundled samples; no two seeds give the same one.

The statements add up and the figures of the prose are those of the statements, as in a real release.
"""

import random
from calendar import month_name, monthrange
from dataclasses import dataclass

__all__ = ["release"]

_SYLLABLES = tuple(c + v for c in "bdfgklmnprstvz" for v in "aeiou")
_PLACES = ("Bay", "Ridge", "Point", "Hollow", "Reach", "Ford", "Mill")
_KINDS = ("Therapeutics", "Biosciences", "Pharmaceuticals", "Oncology", "Genetics")
_CITIES = ("SAVANNAH, Ga.", "BOULDER, Colo.", "DURHAM, N.C.", "SAN DIEGO", "CAMBRIDGE, Mass.", "SEATTLE")
_DISEASES = ("chronic pouchitis", "psoriatic arthritis", "breast cancer", "multiple sclerosis", "cystic fibrosis",
             "ulcerative colitis", "hepatitis B", "acute myeloid leukemia", "Parkinson's disease")  # fmt: skip
_COUNTRIES = ("the Nordic countries", "Japan", "Canada", "Latin America", "Australia and New Zealand")
_QUARTERS = {3: "First", 6: "Second", 9: "Third"}

_BULLETS = (
    "{short} submitted a New Drug Application (NDA) to the U.S. Food and Drug Administration (FDA) for {drug} for the "
    "treatment of {disease}.",
    "The NDA for {drug} was accepted for filing and granted Priority Review, with an action date of {later}.",
    "{short} completed a ${deal} million private placement of common stock with institutional investors at a price of "
    "${price} per share.",
    "The Company entered into an exclusive distribution agreement with {partner} AB for {drug} in {country} and "
    "received an upfront payment of ${deal} million.",
    "Data from the pivotal Phase 3 {trial} trial of {drug} were presented at the {nth}th Annual Meeting of the "
    "International Society of Intestinal Medicine.",
    "Enrollment of {patients} patients was completed in a Phase 2 trial of {other}, a second compound, in patients "
    "with {disease}.",
    "On {earlier}, the FDA granted orphan drug designation to {other} for {disease}.",
    "Top-line results from the Phase 2 trial of {other} in {disease} did not meet the primary endpoint.  {short} has "
    "discontinued development of {other}.",
    "Dr. {officer} joined the Company as Chief Medical Officer on {earlier}.",
    "The Company expects to file a Marketing Authorization Application for {drug} with the European Medicines Agency "
    "in the second half of {next_year}.",
    "{short} initiated a Phase 1 trial of {other} in {patients} healthy volunteers at {nth} mg/day for 14 days.",
    "The U.S. Patent and Trademark Office issued a patent on the use of {drug} in {disease} that runs until "
    "{next_year}.",
)
_LEAD = (
    "{city}, {day} /PRNewswire/ -- {company} ({exchange}: {ticker}) today announced financial results for the "
    "{quarter} quarter ended {end}.  The Company reported a net loss of ${loss} million, or ${eps} per share, for the "
    "quarter, compared to a net loss of ${loss_before} million, or ${eps_before} per share, for the same quarter of "
    "{year_before}.",
    "Cash and cash equivalents totaled ${cash} million as of {end}.",
    '"This quarter we did what we told shareholders we would do," said {person}, President and Chief Executive Officer '
    'of {short}.  "Our attention now turns to the review of {drug}."',
)
_CLOSING = (
    ("Outlook", "{short} expects to report top-line results from the Phase 2 trial of {other} in {disease} in the "
     "first half of {next_year}.  The Company expects its net loss for {year} to be between $30 and $35 million."),
    ("Conference Call", "{short} will host a conference call to discuss its {quarter} quarter {year} results today, "
     "{day}, {year}, at 4:30 p.m. EST.  The dial-in number for U.S. callers is 800-555-0{phone}."),
    ("About {company}", "{company} develops medicines for {disease}.  Its lead product candidate, {drug}, is an oral "
     "small molecule.  For more information, visit www.{site}.example."),
    ("Safe Harbor Statement", "This announcement contains forward-looking statements that involve risks and "
     "uncertainties, among them the risk that the FDA will not approve {drug} or will ask for further clinical trials. "
     " Actual results may differ materially.  The Company undertakes no obligation to update these statements."),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Year:
    """One column of the two statements, in thousands; all else is computed."""

    revenue: int
    research: int
    admin: int
    interest: int
    shares: int
    cash: int
    other: int
    liabilities: int

    @property
    def loss(self) -> int:
        return self.research + self.admin - self.revenue - self.interest

    @property
    def per_share(self) -> str:
        return f"{self.loss / self.shares:.2f}"


def release(seed: int) -> str:
    """The release of a seed, about 5,000 characters of wire text."""
    rng = random.Random(seed)  # noqa: S311 - varied input, no secret
    now, before = _year(rng), _year(rng)
    words = _words(rng, now, before)
    bullets = rng.sample(_BULLETS, 6)
    return "\n".join(
        [
            f"Exhibit 99.1\n\n    {words['company']} Announces {words['which']} Quarter {words['year']} Results\n",
            *(_wrap(text.format_map(words), "    ") for text in _LEAD),
            f"\n    {words['which']} quarter highlights:\n",
            *(_wrap(text.format_map(words), "     *  ", "        ") + "\n" for text in bullets),
            *(_section(head.format_map(words), text.format_map(words)) for head, text in _CLOSING),
            _statements(words, now, before),
            f"\n\nSOURCE  {words['company']}\n    -0-          {words['trailer']}\n",
        ]
    )


def _year(rng: random.Random) -> _Year:
    return _Year(
        revenue=rng.randint(50, 900),
        research=rng.randint(4000, 19000),
        admin=rng.randint(1100, 4800),
        interest=rng.randint(20, 700),
        shares=rng.randint(15000, 60000),
        cash=rng.randint(12000, 90000),
        other=rng.randint(1000, 9000),
        liabilities=rng.randint(2000, 9000),
    )


def _name(rng: random.Random, syllables: int = 2) -> str:
    return "".join(rng.choices(_SYLLABLES, k=syllables)).capitalize()


def _words(rng: random.Random, now: _Year, before: _Year) -> dict[str, str]:
    """What the texts' placeholders stand for."""
    year, month = rng.randint(1999, 2024), rng.choice(list(_QUARTERS))
    first = _name(rng)
    short = f"{first} {rng.choice(_PLACES)}"
    day = rng.randint(1, 28)
    return {
        "company": f"{short} {rng.choice(_KINDS)}, Inc.",
        "short": short,
        "ticker": first.upper()[:4],
        "exchange": rng.choice(("Nasdaq", "NYSE", "AMEX")),
        "city": rng.choice(_CITIES),
        "drug": f"{first[:2].upper()}-{rng.randint(100, 999)}",
        "other": f"{first[:2].upper()}-{rng.randint(1000, 9999)}",
        "disease": rng.choice(_DISEASES),
        "partner": _name(rng, 3),
        "country": rng.choice(_COUNTRIES),
        "person": f"{_name(rng)} {chr(rng.randint(65, 90))}. {_name(rng, 3)}",
        "trial": _name(rng, 3).upper(),
        "which": _QUARTERS[month],
        "quarter": _QUARTERS[month].lower(),
        "officer": f"{_name(rng)} {_name(rng, 3)}",
        "year": str(year),
        "year_before": str(year - 1),
        "next_year": str(year + 1),
        "end": f"{month_name[month]} {monthrange(year, month)[1]}, {year}",
        "end_before": f"{month_name[month]} {monthrange(year - 1, month)[1]}, {year - 1}",
        "day": f"{month_name[month + 1]} {day}",
        "trailer": f"{month + 1:02}/{day:02}/{year}",
        "earlier": f"{month_name[month]} {rng.randint(1, 28)}, {year}",
        "later": f"{month_name[rng.randint(1, 12)]} {rng.randint(1, 28)}, {year + 1}",
        "deal": str(rng.randint(2, 60)),
        "price": f"{rng.randint(200, 4000) / 100:.2f}",
        "patients": str(rng.randint(24, 900)),
        "nth": str(rng.choice((14, 25, 36, 47, 58, 69))),
        "loss": f"{now.loss / 1000:.1f}",
        "loss_before": f"{before.loss / 1000:.1f}",
        "eps": now.per_share,
        "eps_before": before.per_share,
        "cash": f"{now.cash / 1000:.1f}",
        "phone": str(rng.randint(100, 199)),
        "site": first.lower(),
    }


def _section(head: str, text: str) -> str:
    return f"    {head}\n{_wrap(text, '    ')}\n"


def _wrap(text: str, first: str, rest: str = "") -> str:
    """Wire lines of at most 79 characters; two blanks after a full stop stay."""
    lines, line = [], first
    for word in text.split(" "):
        if len(line) + len(word) > 79 and line.strip():
            lines.append(line.rstrip())
            line = rest
        line += word + " "
    return "\n".join([*lines, line.rstrip()])


def _statements(words: dict[str, str], now: _Year, before: _Year) -> str:
    both = (now, before)
    title = "\n" + _centred(words["company"].upper())
    operations = [
        _centred("CONDENSED STATEMENTS OF OPERATIONS", "(in thousands, except per share amounts)", "(unaudited)")
        + "\n",
        _centred("Three Months Ended", words["end"].rpartition(", ")[0] + ",", left=44, width=36),
        _row("", [words["year"], words["year_before"]]) + "\n",
        _row("Contract revenue", [_money(y.revenue) for y in both]),
        "\n    Operating expenses:",
        _row("  Research and development", [f"{y.research:,}" for y in both]),
        _row("  General and administrative", [f"{y.admin:,}" for y in both]),
        _row("    Total operating expenses", [f"{y.research + y.admin:,}" for y in both]),
        _row("Loss from operations", [f"({y.research + y.admin - y.revenue:,})" for y in both]),
        _row("Interest income, net", [f"{y.interest:,}" for y in both]),
        _row("Net loss", [f"$({y.loss:,})" for y in both]),
        _row("Basic and diluted loss per share", [f"$({y.per_share})" for y in both]),
        _row("Weighted average shares outstanding", [f"{y.shares:,}" for y in both]),
    ]
    totals = [y.cash + y.other for y in both]
    balance = [
        _centred("CONDENSED BALANCE SHEETS", "(in thousands)", "(unaudited)") + "\n",
        _row("", [words["end"], words["end_before"]]) + "\n",
        "    ASSETS",
        _row("Cash and cash equivalents", [_money(y.cash) for y in both]),
        _row("Prepaid expenses and other assets", [f"{y.other:,}" for y in both]),
        _row("Total assets", [_money(t) for t in totals]),
        "\n    LIABILITIES AND STOCKHOLDERS' EQUITY",
        _row("Current liabilities", [_money(y.liabilities) for y in both]),
        _row("Stockholders' equity", [f"{t - y.liabilities:,}" for t, y in zip(totals, both, strict=True)]),
        _row("Total liabilities and equity", [_money(t) for t in totals]),
    ]
    return "\n".join([title, *operations, title, *balance])


def _centred(*lines: str, left: int = 0, width: int = 76) -> str:
    return "\n".join((" " * left + line.center(width)).rstrip() for line in lines)


def _money(thousands: int) -> str:
    return f"${thousands:,}"


def _row(label: str, cells: list[str]) -> str:
    """Figures end where columns end; a parenthesis stands outside the column."""
    ends = "".join((cell if cell.endswith(")") else cell + " ").rjust(20) for cell in cells)
    return f"    {label:<36}{ends}".rstrip()
