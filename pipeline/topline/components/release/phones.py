"""Telephone numbers: as printed and as they are dialled, what each is for, the code to enter."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from topline.components.release.occasions import Occasions
from topline.readers import Block, Document
from topline.records import CallKind, Phone, PhoneRole
from topline.vocab import load_yaml

__all__ = ["Number", "e164", "read_phones"]

_WORDS, _LABELS = load_yaml("release.yaml"), load_yaml("entities.yaml")
_NUMBER = re.compile("|".join(rf"(?<![\d$.,\-/])(?:{p})(?!\w|[-.]\d|,\d{{3}})" for p in _LABELS["PHONE"]["patterns"]))


_DIGITS = re.compile(r"\d\d\W{1,3}\d|\+\d")


def _words(key: str) -> str:
    return "|".join(_WORDS[key])


_FAX = re.compile(rf"(?:{_words('fax')})\W{{0,4}}(?:number|no\.?|is|to)?\W{{0,4}}$", re.IGNORECASE)
_FAX_AFTER = re.compile(rf"\s?\(?(?:{_words('fax')})\b(?!\W{{0,6}}[(+\d])", re.IGNORECASE)
_SIDE = re.compile(rf"\b(?:(?P<abroad>{_words('abroad')})|(?P<home>{_words('home')}))", re.IGNORECASE)
_SIDE_AFTER = re.compile(
    rf"\s?[(\[]?(?:(?:for|from|in|if|calling|callers|the)[ ,]+){{0,4}}"
    rf"(?:(?P<abroad>{_words('abroad')})|(?P<home>{_words('home')}))(?!\W{{1,4}}\(?\+?\d)",
    re.IGNORECASE,
)
_CODE = re.compile(
    rf"\b(?:{_words('codes')})(?!\w)\W{{0,3}}(?:for [\w ]{{1,40}}? )?(?:(?:is|of|number|no\.?)\W{{0,3}})?"
    r"(?:(?P<code>\d{3,12}(?:[ -]\d{3,4}){0,2})(?![-\d])|[\"“](?P<word>[A-Za-z][\w ]{2,20})[\"”])",
    re.IGNORECASE,
)
_ASKING = re.compile(r"\b(?:tel|telephone|phone|ph|contacts?|call|office|mobile|cell|direct)\W{0,3}$", re.IGNORECASE)
_NORTH_AMERICAN = re.compile(r"1?[2-9]\d{2}[2-9]\d{6}")
_CONTEXT = 90


class Number(NamedTuple):
    """A number at `[start, end)` of the prose; `kind` is the occasion that it is dialled for."""

    phone: Phone
    start: int
    end: int
    kind: CallKind | None


def e164(number: str) -> str | None:
    """ "+16175550123" for "(617) 555-0123"; None where the country is not told."""
    digits = re.sub(r"\(0\)|\D", "", number)
    if number.lstrip(" (").startswith("+"):
        return f"+{digits}" if 7 <= len(digits) <= 15 else None
    return f"+1{digits[-10:]}" if _NORTH_AMERICAN.fullmatch(digits) else None


def read_phones(document: Document, occasions: Occasions) -> list[Number]:
    """All numbers of the prose, in order, each with the code that follows it or comes before it."""
    numbers: list[Number] = []
    codes: list[tuple[int, CallKind | None, str]] = []
    for index, block in enumerate(document.blocks):
        text = document.text_of(block)
        matches = list(_NUMBER.finditer(text)) if _DIGITS.search(text) else []
        for i, match in enumerate(matches):
            before = _described(matches[i - 1]) if i else 0
            numbers.append(_number(document, block, match, before, occasions, len(numbers) + 1))
        for match in _CODE.finditer(text) if occasions.has(index) else ():
            if (occasion := occasions.at(block.start + match.start())) is not None:
                place = block.start + match.start(match.lastgroup or 0)
                codes.append((place, occasion.kind, match["code"] or match["word"]))
    return _with_codes(numbers, codes)


def _number(
    document: Document, block: Block, match: re.Match[str], before: int, occasions: Occasions, index: int
) -> Number:
    start, end = block.start + match.start(), block.start + match.end()
    occasion = occasions.at(start)
    kind = occasion.kind if occasion is not None else None
    source_start, source_end = document.offsets.to_source(start, end)
    phone = Phone(
        id=f"p{index}",
        start=source_start,
        end=source_end,
        number=match[0],
        e164=e164(match[0]),
        role=_role(block, match, before, kind),
    )
    return Number(phone, start, end, kind if phone.role not in ("fax", "contact") else None)


def _role(block: Block, match: re.Match[str], before: int, kind: CallKind | None) -> PhoneRole | None:
    left = match.string[max(before, match.start() - _CONTEXT) : match.start()]
    if _FAX.search(left) or _FAX_AFTER.match(match.string, match.end()):
        return "fax"
    if kind is None:
        return "contact" if block.section in ("contact", "headline") or _ASKING.search(left) else None
    if _is_abroad(match, left):
        return "international_replay" if kind == "replay" else "international_call"
    return "replay" if kind == "replay" else "call"


def _described(match: re.Match[str]) -> int:
    """Where the words end that tell of a number: after the brackets that follow it."""
    after = _SIDE_AFTER.match(match.string, match.end())
    return after.end() if after else match.end()


def _is_abroad(match: re.Match[str], left: str) -> bool:
    """Told by the brackets after the number, else by the last such word before it, else by the number itself."""
    after = _SIDE_AFTER.match(match.string, match.end())
    if after is not None:
        return after["abroad"] is not None
    sides = list(_SIDE.finditer(left))
    if sides:
        return sides[-1]["abroad"] is not None
    return match[0].startswith("+") and not match[0].startswith("+1")


def _with_codes(numbers: list[Number], codes: list[tuple[int, CallKind | None, str]]) -> list[Number]:
    """A code is for the numbers of its occasion before it that have none yet; where there are none, for those after."""
    waiting: dict[CallKind | None, list[int]] = {}
    pending: dict[CallKind | None, str] = {}
    found = list(numbers)
    for at, index, kind, code in _in_order(numbers, codes):
        if index is not None:
            if kind is not None:
                waiting.setdefault(kind, []).append(index)
                if kind in pending:
                    found[index] = _coded(found[index], pending[kind])
            continue
        if any(n.start <= at < n.end for n in numbers):
            continue
        open_ = [i for i in waiting.get(kind, ()) if found[i].phone.code is None]
        for i in open_:
            found[i] = _coded(found[i], code)
        if not open_:
            pending[kind] = code
    return found


def _in_order(
    numbers: list[Number], codes: list[tuple[int, CallKind | None, str]]
) -> Iterator[tuple[int, int | None, CallKind | None, str]]:
    events = [(n.start, i, n.kind, "") for i, n in enumerate(numbers)]
    yield from sorted([*events, *((at, None, kind, code) for at, kind, code in codes)], key=lambda e: e[0])


def _coded(number: Number, code: str) -> Number:
    return number._replace(phone=number.phone.model_copy(update={"code": code}))
