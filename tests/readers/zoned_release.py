"""Paragraphs of an invented company's release, and the zones and blocks of a release made of such."""

from topline.readers import read_source

LEAD = "RENO, Nev., Aug. 5, 2004 -- Ostrava Bio, Inc. (Nasdaq: OSTB) today reported results for its second quarter."
NEWS = "In June the Company completed enrollment of 240 patients in its Phase 3 trial of OB-12, ahead of its plan."
PROFILE = "Ostrava Bio, Inc. is a biopharmaceutical company that develops medicines for diseases of the liver."
HARBOR = (
    "This release contains forward-looking statements that involve risks and uncertainties; actual results may differ"
    " materially from them, and the Company undertakes no obligation to update them."
)


def sections(*paragraphs: str) -> list[str]:
    """The zones that tile a release made of paragraphs, each as its kind."""
    document = read_source("\n\n".join(paragraphs))[0]
    return [z.kind for z in document.zones if z.kind not in ("bullet", "quote", "dateline")]


def kinds(*paragraphs: str) -> list[tuple[str, str]]:
    """Kind and text of each block."""
    document = read_source("\n\n".join(paragraphs))[0]
    return [(b.kind, document.text_of(b)) for b in document.blocks]
