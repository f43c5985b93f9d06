"""A release in HTML as filing agents and their software write it since about 2010: inline styles, no layout tags."""

from dataclasses import dataclass
from typing import Literal

from as_text import mark
from entities import Spelling, escaped
from html_today_tables import Split, Style, statement_lines
from release_parts import Bullets, Line, Paragraph, Part, parts
from release_source import Bullet, Statement, Written
from wires import Wire

_FONT = "color:#000000;font-family:'Times New Roman',serif;font-size:10pt"
_HIDDEN = (
    '<div style="display:none"><ix:header><ix:hidden><ix:nonNumeric contextRef="c1" name="dei:EntityRegistrantName">'
    "Nobody sees this</ix:nonNumeric></ix:hidden></ix:header></div>"
)
_HEAD = (
    "<head><!-- Document created by an agent's software > -->",
    "<title>Document</title><style>p { margin: 0 } /* </p> */</style>",
    "<script>if (1 < 2 && 3 > 2) document.write('<p>never run</p>');</script></head>",
)


@dataclass(frozen=True, slots=True)
class Options:
    """`bullets`: a table for each, a table for a whole list, `<ul>` in `<ul>`, or a block with a hanging indent.

    `block` and `inline` are the elements of paragraphs and of words. `split` says into how many cells a value goes.
    `unseen` is a character that nobody sees, put into long words. `page_every` so many parts comes a page's number and
    a rule. `one_line` has the whole body on one line of the source, as Workiva's. `hidden` adds inline XBRL's header
    and styles that show nothing. `empty_blocks` parts paragraphs by blocks that hold a blank, not by margins.
    """

    wire: Wire = "GlobeNewswire"
    spelling: Spelling = "numeric"
    block: Literal["div", "p"] = "div"
    inline: Literal["span", "font"] = "span"
    bold: Literal["style", "b", "underline"] = "style"
    bullets: Literal["table each", "table", "list", "hanging"] = "hanging"
    bullet: str = "•"
    split: Split = "three cells"
    spacers: bool = True
    head_lines: bool = True
    row_spans: bool = False
    titles_inside: bool = False
    raised: bool = False
    unseen: Literal["", "\u00ad", "\u200b"] = ""
    hidden: bool = False
    empty_blocks: bool = False
    page_every: int = 0
    one_line: bool = True
    newline: str = "\n"


def render(release: Written, options: Options = Options()) -> str:
    body: list[str] = [_HIDDEN] if options.hidden else []
    for number, part in enumerate(parts(release, options.wire)):
        if options.page_every and number and number % options.page_every == 0:
            body += _page_break(number // options.page_every, options)
        body += _lines(part, options)
        body += [_block("&#160;", options)] if options.empty_blocks else []
    joined = ("" if options.one_line else options.newline).join(body)
    head = options.newline.join(_HEAD) if options.hidden else "<head><title>Document</title></head>"
    return options.newline.join(["<!DOCTYPE html>", f"<html>{head}<body>{joined}</body></html>", ""])


def _page_break(page: int, options: Options) -> list[str]:
    number = _block(_words(str(page), options), options, "text-align:center")
    return [number, '<hr style="page-break-after:always">']


def _text(text: str, options: Options) -> str:
    marked = "".join(f"{w[:4]}{options.unseen}{w[4:]}" if w.isalpha() and len(w) > 7 else w for w in _split(text))
    safe = escaped(marked, options.spelling)
    for sign in ("&#174;", "&reg;", "®") if options.raised else ():
        safe = safe.replace(sign, f'<sup style="font-size:6.5pt">{sign}</sup>')
    return safe


def _split(text: str) -> list[str]:
    """Words and blanks in turn."""
    return [piece for word in text.split(" ") for piece in (" ", word)][1:]


def _words(text: str, options: Options, weight: int = 400) -> str:
    tag = options.inline
    if weight > 400 and options.bold == "b":
        return f'<b><{tag} style="{_FONT}">{_text(text, options)}</{tag}></b>'
    if weight > 400 and options.bold == "underline":
        return f'<u><{tag} style="{_FONT}">{_text(text, options)}</{tag}></u>'
    return f'<{tag} style="{_FONT};font-weight:{weight};line-height:120%">{_text(text, options)}</{tag}>'


def _block(markup: str, options: Options, style: str = "") -> str:
    return f'<{options.block} style="margin-bottom:6pt;{style}">{markup}</{options.block}>'


def _lines(part: Part, options: Options) -> list[str]:
    match part:
        case Line():
            return [_line(part, options)]
        case Paragraph():
            lead = f"{_words(part.heading, options, 700)}&#160;&#160;" if part.heading else ""
            return [_block(lead + _words(part.text, options), options, "text-align:justify")]
        case Bullets() if options.bullets == "list":
            return _list(part.bullets, options)
        case Bullets() if options.bullets == "hanging":
            return _hanging(part.bullets, options, 0)
        case Bullets():
            return _tables(part.bullets, options)
        case Statement():
            return statement_lines(part, _style(options))


def _line(line: Line, options: Options) -> str:
    match line.kind:
        case "label":
            return _block(_words(line.text, options, 700), options, "text-align:right")
        case "headline" | "subhead":
            return _block(_words(line.text, options, 700), options, "text-align:center")
        case "heading":
            return _block(_words(line.text, options, 700), options)
        case _:
            return _block(_words(line.text, options), options)


def _style(options: Options) -> Style:
    return Style(
        words=lambda text, weight=400: _words(text, options, weight),
        block=options.block,
        split=options.split,
        spacers=options.spacers,
        head_lines=options.head_lines,
        row_spans=options.row_spans,
        titles_inside=options.titles_inside,
    )


def _sign(number: int, depth: int, options: Options) -> str:
    return _words("◦" if depth else mark(options.bullet, number), options)


def _list(bullets: tuple[Bullet, ...], options: Options) -> list[str]:
    lines = ["<ul>"]
    for bullet in bullets:
        lines += [f"<li>{_words(bullet.text, options)}", *(_list(bullet.bullets, options) if bullet.bullets else ())]
        lines.append("</li>")
    return [*lines, "</ul>"]


def _hanging(bullets: tuple[Bullet, ...], options: Options, depth: int) -> list[str]:
    """The sign hangs out to the left; a blank as wide as its gap stands in a span of its own."""
    style = f"padding-left:{36 + 36 * depth}pt;text-indent:-18pt"
    lines: list[str] = []
    for number, bullet in enumerate(bullets, 1):
        gap = f'<{options.inline} style="{_FONT};padding-left:14.5pt">&#160;</{options.inline}>'
        lines.append(_block(_sign(number, depth, options) + gap + _words(bullet.text, options), options, style))
        lines += _hanging(bullet.bullets, options, depth + 1)
    return lines


def _tables(bullets: tuple[Bullet, ...], options: Options) -> list[str]:
    opening, closing = '<table cellpadding="0" cellspacing="0" style="width:100%">', "</table>"
    rows = _rows(bullets, options, 0)
    return [opening, *rows, closing] if options.bullets == "table" else [opening + row + closing for row in rows]


def _rows(bullets: tuple[Bullet, ...], options: Options, depth: int) -> list[str]:
    rows: list[str] = []
    for number, bullet in enumerate(bullets, 1):
        sign = _sign(number, depth, options)
        rows.append(
            f'<tr style="vertical-align:top"><td style="width:{0.25 * (depth + 1)}in"></td>'
            f'<td style="width:0.25in">{sign}</td>'
            f'<td style="text-align:justify">{_words(bullet.text, options)}</td></tr>'
        )
        rows += _rows(bullet.bullets, options, depth + 1)
    return rows
