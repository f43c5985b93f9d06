"""The names that this room gives to others."""

import topline.quantities


def test_quantities_exports_exactly_its_public_names() -> None:
    assert topline.quantities.__all__ == [
        "FigureBasis",
        "FigureContext",
        "Inference",
        "Interval",
        "Precision",
        "Quantity",
        "QuantityLabel",
        "ReleaseContext",
        "find_dates",
        "find_quantities",
        "parse_partial_date",
        "quarter_of",
    ]
