"""Prints random columns of labels: wrapped, hanging, under headings of all kinds."""

from dataclasses import dataclass

from hypothesis import strategies as st

LABELS = [
    "Net Sales", "Cost of Goods Sold", "Selling, General and Administrative Expenses", "Research and Development",
    "Amortization of Intangible Assets", "Restructuring and Other Charges", "Interest Expense", "Minority Interest",
    "Income Before Income Taxes and Minority Interest", "Net Income Applicable to Common Shareholders",
    "Weighted Average Common Shares Outstanding", "Cash and Cash Equivalents", "Inventories", "Goodwill",
    "Prepaid Expenses and Other Current Assets", "Property, Plant and Equipment, Net", "Retained Earnings",
    "Current Portion of Long-Term Debt", "Other Long-Term Liabilities", "Common Stock and Additional Paid-in Capital",
    "Federal Home Loan Bank Advances", "Gain on Sale of Marketable Securities", "Accounts Receivable, Net",
]  # fmt: skip
HEADINGS = ["Revenues", "Costs and Expenses", "Current Assets", "Sales by Region", "Adjustments", "Per Share Data"]
CASES = {"title": str, "upper": str.upper, "sentence": lambda text: text[0] + text[1:].lower()}


@dataclass(frozen=True)
class Style:
    """How labels are set: `hang` for their lines after the first, `step` for rows under a heading."""

    case: str
    wrap: int
    hang: int
    step: int
    colon: bool
    blank: bool
    gap: int


styles = st.builds(
    Style,
    case=st.sampled_from(sorted(CASES)),
    wrap=st.sampled_from([26, 30, 34, 40, 48]),
    hang=st.integers(0, 4),
    step=st.integers(2, 4),
    colon=st.booleans(),
    blank=st.booleans(),
    gap=st.sampled_from([6, 8, 12]),
)


@st.composite
def labelled(draw: st.DrawFn) -> tuple[str, list[str]]:
    """A table, and its labels."""
    style = draw(styles)
    labels = [CASES[style.case](label) for label in draw(st.permutations(LABELS))[:9]]
    start = style.wrap + style.gap
    lines = ["            STATEMENTS OF INCOME", "", f"{' ' * start}{'2003':>12}{'2002':>12}"]
    at = 0
    while at < len(labels):
        count = draw(st.integers(1, 4))
        headed = draw(st.booleans()) and len(labels[at : at + count]) > 1  # one row alone may be its label's end
        if headed:
            heading = CASES[style.case](draw(st.sampled_from(HEADINGS)))
            lines += [heading + ":" * style.colon, *([""] if style.blank else [])]
        for label in labels[at : at + count]:
            lines += _printed(label, style.step if headed else 0, start, style)
        at += count
    return "\n".join(lines) + "\n", labels


def _printed(label: str, indent: int, start: int, style: Style) -> list[str]:
    parts = [""]
    for word in label.split():
        room = style.wrap - indent - (style.hang if len(parts) > 1 else 0)
        if parts[-1] and len(parts[-1]) + 1 + len(word) > room:
            parts.append("")
        parts[-1] = f"{parts[-1]} {word}".strip()
    lines = [" " * (indent + (style.hang if n else 0)) + part for n, part in enumerate(parts)]
    return [*lines[:-1], f"{lines[-1]:<{start}}{'12,345':>12}{'6,789':>12}"]
