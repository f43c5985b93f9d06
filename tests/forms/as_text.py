"""A release as wire text: wrapped lines, signs for bullets, tables in columns."""

from dataclasses import dataclass
from itertools import pairwise
from textwrap import wrap

from release_parts import Bullets, Line, Paragraph, Part, parts
from release_source import Bullet, Statement, Written
from text_tables import Style, statement_lines
from wires import Wire


@dataclass(frozen=True, slots=True)
class Options:
    """`indent` is the first line's. Without `blank_lines` nothing but it tells paragraphs apart.

    `bullet` and `sub_bullet`: a sign, or "1." or "a)" or their like to count. `run_in` puts all headings, or none,
    before the first words of their section, `run_in_sign` between. `marked` is Markdown-like. `tagged` is as EDGAR
    wanted ASCII exhibits. `pages` tells pages by a form feed before each statement (`<PAGE>` where tagged).
    """

    width: int = 78
    wire: Wire = "PRNewswire-FirstCall"
    bullet: str = "*"
    sub_bullet: str = "-"
    indent: int = 4
    bullet_indent: int = 5
    hanging: bool = True
    blank_lines: bool = True
    bullets_apart: bool = True
    newline: str = "\n"
    marked: bool = False
    run_in: bool | None = None
    run_in_sign: str = "  "
    leaders: bool = False
    dollar_apart: bool = False
    rules: bool = False
    tagged: bool = False
    pages: bool = False


def render(release: Written, options: Options = Options()) -> str:
    found = list(parts(release, options.wire, run_in=options.run_in))
    lines = _lines(found[0], options)
    for before, part in pairwise(found):
        lines += [""] * _blanks(before, part, options)
        if isinstance(part, Statement) and options.pages:
            lines.append("<PAGE>" if options.tagged else "\f")
        lines += _lines(part, options)
    return options.newline.join([*lines, ""])


def mark(sign: str, number: int) -> str:
    """The sign of a list's item, which is the sign itself unless it counts: "1." or "(a)"."""
    if "1" in sign:
        return sign.replace("1", str(number))
    if sign.strip("().") == "a":
        return sign.replace("a", chr(ord("a") + (number - 1) % 26))
    return sign


def _blanks(before: Part, part: Part, options: Options) -> int:
    if isinstance(part, Statement):
        return 3
    if isinstance(before, Line) and isinstance(part, Line) and before.kind == part.kind:
        return 1 if part.kind in ("subhead", "heading") else 0
    if isinstance(before, Line) and before.kind == "heading":
        return 1 if options.blank_lines or isinstance(part, Bullets) else 0
    if isinstance(before, Paragraph) and isinstance(part, Paragraph) and not part.heading:
        return 1 if options.blank_lines else 0
    return 1


def _lines(part: Part, options: Options) -> list[str]:
    match part:
        case Line():
            return _line(part, options)
        case Paragraph():
            text = f"{_strong(part.heading, options)}{options.run_in_sign}{part.text}" if part.heading else part.text
            return _fill(text, options, " " * options.indent)
        case Bullets():
            return _bullets(part.bullets, options, depth=0)
        case Statement():
            return statement_lines(part, _style(options))


def _style(options: Options) -> Style:
    return Style(
        width=options.width,
        indent=options.indent,
        leaders=options.leaders,
        dollar_apart=options.dollar_apart,
        rules=options.rules,
        tagged=options.tagged,
    )


def _strong(text: str, options: Options) -> str:
    return f"**{text}**" if options.marked else text


def _line(line: Line, options: Options) -> list[str]:
    indent = " " * options.indent
    match line.kind:
        case "label":
            return [line.text.rjust(options.width) if options.tagged else line.text]
        case "headline" | "heading":
            return _fill(_strong(line.text, options), options, indent, indent)
        case "subhead" if options.marked:
            return _fill(f"*{line.text}*", options, indent, indent)
        case "subhead":
            return _fill(line.text, options, indent, indent)
        case _:
            return _fill(line.text, options, "")


def _fill(text: str, options: Options, first: str, rest: str = "") -> list[str]:
    return wrap(
        text,
        options.width,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _bullets(bullets: tuple[Bullet, ...], options: Options, depth: int) -> list[str]:
    sign = options.bullet if depth == 0 else options.sub_bullet
    start = " " * (options.bullet_indent + 4 * depth)
    lines: list[str] = []
    for number, bullet in enumerate(bullets, 1):
        first = f"{start}{mark(sign, number)}  "
        if lines and options.bullets_apart:
            lines.append("")
        lines += _fill(bullet.text, options, first, " " * len(first) if options.hanging else start)
        if bullet.bullets:
            lines += [""] * options.bullets_apart
            lines += _bullets(bullet.bullets, options, depth + 1)
    return lines
