"""What the lines over a statement say of the whole: title, kind, scale, currency, audited or not."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from topline.records import Basis, StatementKind
from topline.statements.currencies import names_currency
from topline.statements.lead import told_scale
from topline.statements.parts import COLUMNS_FROM, Caption, TableLine
from topline.statements.vocabulary import first_match

__all__ = ["basis_of", "is_annotation", "is_aside", "names_something", "names_statement", "read_caption"]

_PARENTHESES = re.compile(r"^[(\[].*[)\]]?$")
_UNSCALED_SHARES = re.compile(
    r"\bexcept\b.*\b(?:share and|shares and|number of shares|share (?:data|information|amounts?)|shares\b)"
)
_SHARES_IN = re.compile(r"\bshares? in (thousands|millions|billions)\b")
_VIEWER = re.compile(r"\b[a-z]{3} \([^()a-z]{1,3}\)")
_PER_SHARE_ONLY = re.compile(
    r"\bexcept\b[^a-z]*(?:for )?(?:net )?(?:income |loss |earnings )?(?:\(loss\) )?(?:per|\$ per)\b"
)


def read_caption(title: Sequence[TableLine], heads: Sequence[TableLine], *, lead: str = "", note: str = "") -> Caption:
    """From the title lines and the column heads; where they tell no scale, the sentence that leads to the table may,
    or a `note` under it.
    """
    said = " ".join(" ".join(line.text.split()) for line in (*title, *heads)).lower()
    name = " / ".join(text for text in _whole(title) if names_something(text) and not is_aside(text))
    told = next((text for text in (said, told_scale(lead), note) if first_match("scales", text)), "")
    scale, share_scale = _scales(told)
    over = [line.text for line in title] + [line.text for line in heads if is_annotation(line.text)]
    over += [s.text for line in heads for s in line.segments[:1] if s.left < COLUMNS_FROM]  # "SEK thousand   2023"
    return Caption(
        title=name,
        kind=statement_kind(name),
        basis=basis_of(name),
        scale=scale,
        share_scale=share_scale,
        currencies=tuple(dict.fromkeys(code for text in over for code in names_currency(text))),
        audited=_audited(said),
        scale_told=bool(told) or bool(_VIEWER.search(said)) or first_match("full_amounts", said) is not None,
    )


def _scales(said: str) -> tuple[int, int]:
    """Of money and of shares. The viewer of EDGAR, which says "USD ($)", names shares apart where they are scaled."""
    shares = _SHARES_IN.search(said)
    rest = _SHARES_IN.sub(" ", said)
    money = first_match("scales", rest)
    if shares is not None and money is not None:
        return int(money), int(first_match("scales", f"in {shares[1]}"))
    scale = int(first_match("scales", said) or 1)
    return scale, 1 if _shares_unscaled(said) or _VIEWER.search(said) else scale


def _whole(title: Sequence[TableLine]) -> Iterator[str]:
    """The texts of title lines, an annotation in parentheses over several lines as one."""
    text = ""
    for line in title:
        if line.kind == "text":
            text = " ".join([*text.split(), *line.text.split()])
            if text.count("(") <= text.count(")"):
                yield text
                text = ""
    if text:
        yield text


def statement_kind(title: str) -> StatementKind | None:
    found = first_match("kinds", title.lower())
    return found if found in {"operations", "balance_sheet", "cash_flows", "other"} else None


def names_statement(text: str) -> bool:
    """Words that a statement is titled with, standing alone on a line."""
    words = text.strip().lower()
    return len(words) <= 110 and not words.endswith((":", ".", ",", ";")) and first_match("names", words) is not None


def is_annotation(text: str) -> bool:
    """A line such as "(unaudited)" or "(in thousands, except per share data)": no part of the title."""
    words = " ".join(text.lower().split())
    bare = words.strip("()[]*- ")
    if bare in {"unaudited", "audited"} or (bare.isdigit() and len(bare) < 3):
        return True
    return bool(_PARENTHESES.match(words)) and (_notes_scale(words) or bool(names_currency(text)))


def is_aside(text: str) -> bool:
    """The same without parentheses, told by each of its words: "Amounts in thousands, except per share data"."""
    words = " ".join(text.lower().split())
    return first_match("asides", words) is not None and _notes_scale(words)


def _notes_scale(words: str) -> bool:
    """Whether a line speaks of a scale, or of the figures as a whole in another way."""
    return any(first_match(listed, words) is not None for listed in ("scales", "annotations"))


def names_something(text: str) -> bool:
    """A line of a title or a head that says more than "(unaudited)": "(as restated)" tells versions apart."""
    return not is_annotation(text) or first_match("qualifiers", text.lower()) is not None


@lru_cache(maxsize=1000)
def basis_of(title: str) -> Basis:
    """Whether a statement is by the accounting rules, pro forma, or leads from one to the other."""
    return first_match("bases", title.lower()) or "gaap"


def _shares_unscaled(said: str) -> bool:
    return bool(_UNSCALED_SHARES.search(said)) and not _PER_SHARE_ONLY.search(said)


def _audited(said: str) -> bool | None:
    if re.search(r"\bunaudited\b", said):
        return False
    return True if re.search(r"\baudited\b", said) else None
