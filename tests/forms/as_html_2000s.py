"""A release in HTML as filing agents wrote it from 2001 to 2008."""

import re
from dataclasses import dataclass
from typing import Literal

from as_text import mark
from entities import Spelling, escaped
from html_2000s_tables import Style, statement_lines
from release_parts import Bullets, Line, Paragraph, Part, parts
from release_source import Bullet, Statement, Written
from wires import Wire


@dataclass(frozen=True, slots=True)
class Options:
    """`bullets`: a table for each, a table for a whole list, or a paragraph that begins with the sign.

    `bullet`: a sign, "symbol" for `&#183;` in the Symbol font, or "1." or "a)" to count. `head_cells` puts all lines
    of a head into one cell. `page_every` so many parts comes a page's number and a rule. `wrapped` is the length of a
    line of the source, 0 for none. `raised` lifts ® and ™ into <SUP>.
    """

    wire: Wire = "PRNewswire-FirstCall"
    spelling: Spelling = "cp1252"
    upper: bool = True
    closed: bool = False
    fonts: bool = True
    justified: bool = False
    bullets: Literal["table each", "table", "paragraph"] = "table each"
    bullet: str = "•"
    raised: bool = False
    head_cells: bool = False
    dollar_cells: bool = True
    rules: bool = True
    page_every: int = 0
    wrapped: int = 80
    newline: str = "\n"


def render(release: Written, options: Options = Options()) -> str:
    lines = ["<HTML>", "<HEAD>", "<TITLE>Exhibit</TITLE>", "</HEAD>", '<BODY BGCOLOR="#FFFFFF" TEXT="#000000">', ""]
    before: Part | None = None
    for number, part in enumerate(parts(release, options.wire)):
        if options.page_every and number and number % options.page_every == 0:
            lines += _page_break(number // options.page_every, options)
        lines += ["<P>"] if _starts_lines(part, before) else []
        lines += [*_lines(part, options), ""]
        before = part
    lines += ["</BODY>", "</HTML>", ""]
    if options.wrapped:
        lines = [piece for line in lines for piece in _wrapped(line, options.wrapped)]
    text = options.newline.join(lines)
    return text if options.upper else re.sub(r"</?[A-Z]+|(?<= )[A-Z]+(?==\")", lambda m: m[0].lower(), text)


def _starts_lines(part: Part, before: Part | None) -> bool:
    """The first of several lines that only breaks part."""
    kinds = ("contact", "code")
    return isinstance(part, Line) and part.kind in kinds and not (isinstance(before, Line) and before.kind in kinds)


def _wrapped(line: str, width: int) -> list[str]:
    """Breaks at blanks, tags' own among them, as the agents' editors did."""
    lines = [""]
    for word in line.split(" "):
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}" if lines[-1] else word
    return lines


def _page_break(page: int, options: Options) -> list[str]:
    return [_paragraph(str(page), options, "CENTER"), '<HR WIDTH="100%" SIZE="3" NOSHADE>', ""]


def _text(text: str, options: Options) -> str:
    safe = escaped(text, options.spelling)
    return re.sub(r"&#174;|&reg;|®|&#153;|&#8482;|&trade;|™", r"<SUP>\g<0></SUP>", safe) if options.raised else safe


def _font(markup: str, options: Options) -> str:
    return f'<FONT FACE="Times New Roman" SIZE="2">{markup}</FONT>' if options.fonts else markup


def _paragraph(markup: str, options: Options, align: str = "") -> str:
    start = f'<P ALIGN="{align}">' if align else "<P>"
    return start + _font(markup, options) + ("</P>" if options.closed else "")


def _lines(part: Part, options: Options) -> list[str]:
    match part:
        case Line():
            return [_line(part, options)]
        case Paragraph():
            lead = f"<B><I>{_text(part.heading, options)}</I></B>&nbsp;&nbsp;" if part.heading else ""
            return [_paragraph(lead + _text(part.text, options), options, "JUSTIFY" if options.justified else "")]
        case Bullets() if options.bullets == "paragraph":
            return _bullet_paragraphs(part.bullets, options, 0)
        case Bullets():
            return _bullet_tables(part.bullets, options)
        case Statement():
            return statement_lines(part, _style(options))


def _style(options: Options) -> Style:
    return Style(
        text=lambda text: _font(_text(text, options), options),
        head_cells=options.head_cells,
        dollar_cells=options.dollar_cells,
        rules=options.rules,
    )


def _line(line: Line, options: Options) -> str:
    markup = _text(line.text, options)
    match line.kind:
        case "label":
            return _paragraph(f"<B>{markup}</B>", options, "RIGHT")
        case "headline":
            return _paragraph(f"<B>{markup}</B>", options, "CENTER")
        case "subhead":
            return _paragraph(f"<B><I>{markup}</I></B>", options, "CENTER")
        case "heading":
            return _paragraph(f"<B>{markup}</B>", options)
        case _:
            return f"{_font(markup, options)}<BR>"


def _sign(number: int, depth: int, options: Options) -> str:
    if depth:
        return "-"
    if options.bullet == "symbol":
        return '<FONT FACE="Symbol">&#183;</FONT>'
    return escaped(mark(options.bullet, number), options.spelling)


def _bullet_paragraphs(bullets: tuple[Bullet, ...], options: Options, depth: int) -> list[str]:
    lines: list[str] = []
    for number, bullet in enumerate(bullets, 1):
        start = "&nbsp;" * (5 + 4 * depth) + _sign(number, depth, options) + "&nbsp;&nbsp;&nbsp; "
        lines.append(_paragraph(start + _text(bullet.text, options), options))
        lines += _bullet_paragraphs(bullet.bullets, options, depth + 1)
    return lines


def _bullet_tables(bullets: tuple[Bullet, ...], options: Options) -> list[str]:
    """The text stands in the last cell, before it the sign's and an empty one."""
    opening, closing = '<TABLE BORDER="0" CELLPADDING="0" CELLSPACING="0" WIDTH="100%">', "</TABLE>"
    rows = _bullet_rows(bullets, options, 0)
    if options.bullets == "table":
        return [opening, *rows, closing]
    return [line for row in rows for line in (opening, row, closing, _paragraph("&nbsp;", options))]


def _bullet_rows(bullets: tuple[Bullet, ...], options: Options, depth: int) -> list[str]:
    rows: list[str] = []
    for number, bullet in enumerate(bullets, 1):
        sign = _font(_sign(number, depth, options), options)
        text = _font(_text(bullet.text, options), options)
        left = 4 + 4 * depth
        rows.append(
            f'<TR VALIGN="TOP"><TD WIDTH="{left}%">&nbsp;</TD><TD WIDTH="3%" ALIGN="LEFT">{sign}</TD>'
            f'<TD WIDTH="1%">&nbsp;</TD><TD WIDTH="{96 - left}%">{text}</TD></TR>'
        )
        rows += _bullet_rows(bullet.bullets, options, depth + 1)
    return rows
