"""The map of each status: boxes on a line, ways between them as arcs; for the page and for paper.

Drawn from the tables of moves, so that the picture cannot differ from what the platform allows.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from korgoo.casework import status_names
from korgoo.casework.enums import PROCEDURAL_MOVES, PROTECTION_MOVES, Axis
from korgoo.countrypack import api as packs
from korgoo.lib import paper as printing

if TYPE_CHECKING:
    from collections.abc import Mapping

SHEET = Path(__file__).parent / "status_map.typ"
MOVES: "dict[Axis, Mapping[str, frozenset[str]]]" = {
    Axis.PROTECTION: {k.value: frozenset(v) for k, v in PROTECTION_MOVES.items()},
    Axis.PROCEDURAL: {k.value: frozenset(v) for k, v in PROCEDURAL_MOVES.items()},
}
LEFT, BOX_WIDTH, BOX_HEIGHT, STEP, TOP = 74, 192, 40, 62, 8
WIDTH = LEFT * 2 + BOX_WIDTH
LETTERS_IN_LINE, LINE = 25, 15


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a name, with its base line."""

    text: str
    y: float


@dataclass(frozen=True, slots=True)
class Box:
    """One status."""

    y: float
    lines: list[Line]


@dataclass(frozen=True, slots=True)
class Arc:
    """One way: ``path`` and the tip of its arrow. ``kind``: ``forward`` or ``back``."""

    kind: str
    path: str
    tip: str


@dataclass(frozen=True, slots=True)
class Map:
    """A drawn map, and the same as rows of a table."""

    axis: str
    title: str
    boxes: list[Box]
    arcs: list[Arc]
    rows: list[list[str]]
    height: float
    width: int = WIDTH
    left: int = LEFT
    middle: float = WIDTH / 2
    box_width: int = BOX_WIDTH
    box_height: int = BOX_HEIGHT


def draw(axis: Axis) -> Map:
    """Draw the map of one status in the language of the page."""
    names, moves = status_names.names(axis), MOVES[axis]
    order = list(moves)
    nothing = pgettext("what a status may become", "nothing")
    return Map(
        axis.value,
        str(axis.label),
        [Box(_top(n), _lines(names[status], n)) for n, status in enumerate(order)],
        [_arc(order.index(a), order.index(b)) for a in order for b in order if b in moves[a]],
        [
            [names[a], "; ".join(names[b] for b in order if b in moves[a]) or nothing]
            for a in order
        ],
        _top(len(order)) - (STEP - BOX_HEIGHT) + TOP,
    )


def paper() -> bytes:
    """Print both maps with their tables, in the language that is spoken.

    Raises:
        CannotPrint: The sheet does not compile.
    """
    maps = [draw(axis) for axis in Axis]
    data = {
        "title": _("Statuses of a case"),
        "language": get_language() or packs.current().default_language,
        "intro": _("A move that is not drawn is refused. The two lines never mix."),
        "head": [pgettext("column", "Status"), pgettext("column", "May become")],
        "maps": [{"title": m.title, "rows": m.rows, "picture": _picture(m)} for m in maps],
    }
    return printing.render(SHEET, data)


def _top(number: int) -> float:
    return TOP + number * STEP


def _lines(name: str, number: int) -> list[Line]:
    """Break a name into two lines at most, in the middle of its box."""
    words, first = name.split(), ""
    while words and len(f"{first} {words[0]}") <= LETTERS_IN_LINE + 1:
        first = f"{first} {words.pop(0)}".strip()
    texts = [text for text in (first, " ".join(words)) if text]
    middle = _top(number) + BOX_HEIGHT / 2 + 4
    return [Line(t, middle + (n - (len(texts) - 1) / 2) * LINE) for n, t in enumerate(texts)]


def _arc(start: int, end: int) -> Arc:
    """Leave low from a box and arrive high at the next, ever wider the farther it leads."""
    is_forward = end > start
    side = LEFT + BOX_WIDTH if is_forward else LEFT
    sign = 1 if is_forward else -1
    reach = side + sign * (14 + 52 * (abs(end - start) - 1) / (len(MOVES[Axis.PROCEDURAL]) - 1))
    y1 = _top(start) + BOX_HEIGHT * (0.7 if is_forward else 0.3)
    y2 = _top(end) + BOX_HEIGHT * (0.3 if is_forward else 0.7)
    path = f"M{side} {y1:.1f}C{reach:.1f} {y1:.1f} {reach:.1f} {y2:.1f} {side + sign * 5} {y2:.1f}"
    tip = f"M{side} {y2:.1f}l{sign * 7} -3.5v7z"
    return Arc("forward" if is_forward else "back", path, tip)


INK, QUIET, LIGHT = "#0d3b40", "#8a5a1c", "#fcfaf6"


def _picture(drawn: Map) -> str:
    """Write the map as a picture of its own, with its colours in it, for paper."""
    ink = {"forward": INK, "back": QUIET}
    ways = "".join(
        f'<path d="{a.path}" fill="none" stroke="{ink[a.kind]}" stroke-width="1.3"/>'
        f'<path d="{a.tip}" fill="{ink[a.kind]}"/>'
        for a in drawn.arcs
    )
    boxes = "".join(
        f'<rect x="{LEFT}" y="{b.y}" width="{BOX_WIDTH}" height="{BOX_HEIGHT}" rx="6" '
        f'fill="{LIGHT}" stroke="{INK}"/>' + "".join(_text(line) for line in b.lines)
        for b in drawn.boxes
    )
    size = f'width="{WIDTH}" height="{drawn.height}" viewBox="0 0 {WIDTH} {drawn.height}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{ways}{boxes}</svg>'


def _text(line: Line) -> str:
    from xml.sax.saxutils import escape

    place = f'x="{WIDTH / 2}" y="{line.y}" text-anchor="middle"'
    return f'<text {place} font-family="Golos Text" font-size="13">{escape(line.text)}</text>'
