"""Draw a version from its template: as a print PDF with bleed, a paper to read, SVG or PNG.

What was drawn is kept by the hash of what stands on it: the same words are drawn once.
"""

import hashlib
import json
import re
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from pypdf import PdfReader, PdfWriter
from pypdf.generic import RectangleObject

from korgoo.lib import paper
from korgoo.materials import squares
from korgoo.materials.enums import FORMATS, READ, Format, Kind, Template, Way
from korgoo.materials.errors import NoRoom
from korgoo.materials.typography import made_ready
from korgoo.materials.wording import FIELDS

SHEETS = Path(__file__).parent / "posters"
MM = 72 / 25.4  # points
BLEED, SLUG = 3 * MM, 7 * MM
# Dots to the inch of a PNG: what screens ask for, and a look at what will be printed.
DOTS = {Format.SQUARE: 96, Format.STORY: 96, Format.BANNER: 16, Format.CARD: 300, Format.A3: 72}
OTHERWISE = 110
# Dots across a small look at it.
LOOK_WIDE = 440
# Width and height of a trimmed sheet, in points.
SIZES: dict[Format, tuple[float, float]] = {
    Format.A3: (297 * MM, 420 * MM),
    Format.A4: (210 * MM, 297 * MM),
    Format.A5: (148 * MM, 210 * MM),
    Format.CARD: (85 * MM, 55 * MM),
    Format.SQUARE: (810, 810),
    Format.STORY: (810, 1440),
    Format.BANNER: (3000 * MM, 1000 * MM),
}
TYPES = {
    Way.PRINT: "application/pdf",
    Way.READ: "application/pdf",
    Way.SVG: "image/svg+xml",
    Way.PNG: "image/png",
    Way.LOOK: "image/png",
}
NO_ROOM = re.compile(r"no-room:(\w+):(\d+)")
MOST_KEPT = 32 * 1024 * 1024  # bytes
_kept: "OrderedDict[str, bytes]" = OrderedDict()


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything that stands on one drawing. Words in one language, as they were written."""

    template: Template
    language: str
    title: str
    slogan: str
    action: str
    campaign: str
    call: str
    address: str
    foot: str
    day: tuple[int, int, int]
    questions: tuple[str, ...] = ()
    numbers: tuple[tuple[str, str], ...] = field(default=())
    draft: str = ""

    def data(self, shape: Format, *, is_print: bool) -> dict[str, Any]:
        """Give what the template reads."""
        squared = squares.matrix(self.address)
        return {
            "format": shape.value,
            "is_print": is_print,
            "language": self.language,
            "title": self.title,
            "draft": self.draft,
            "slogan": made_ready(self.slogan),
            "action": made_ready(self.action),
            "questions": [made_ready(one) for one in self.questions],
            "numbers": [[number, made_ready(name)] for number, name in self.numbers],
            "campaign": made_ready(self.campaign),
            "words": {"call": self.call},
            "foot": self.foot,
            "day": list(self.day),
            "code": {
                "size": len(squared),
                "runs": squares.runs(squared),
                "alt": self.address,
                "shown": _shown(self.address),
            },
        }


def ways(kind: Kind) -> tuple[Way, ...]:
    """List how a kind of material is given out."""
    if kind is Kind.SOCIAL:
        return (Way.PNG, Way.SVG)
    read = (Way.READ,) if kind in READ else ()
    return (Way.PRINT, *read, Way.SVG, Way.PNG)


def drawn(sheet: Sheet, shape: Format, way: Way) -> bytes:
    """Draw a sheet, or give it out as it was drawn before.

    Raises:
        NoRoom: Words do not fit where they stand; says which, and how many lines there are.
        CannotPrint: A sign is not in our fonts.
    """
    data = sheet.data(shape, is_print=way is Way.PRINT)
    words = json.dumps([sheet.template, way, data], ensure_ascii=False, sort_keys=True)
    key = hashlib.sha256(words.encode()).hexdigest()
    kept = _kept.get(key)
    if kept is None:
        kept = _draw(sheet, data, shape, way)
        _keep(key, kept)
    return kept


def check(sheet: Sheet, shapes: Iterable[Format]) -> None:
    """Draw a sheet in every shape, to find out before anybody prints it that it fits.

    Raises:
        NoRoom: It does not.
        CannotPrint: A sign is not in our fonts.
    """
    for shape in shapes:
        drawn(sheet, shape, Way.SVG)


def shapes_of(kind: Kind) -> tuple[Format, ...]:
    """List the shapes in which a kind of material is drawn."""
    return FORMATS[kind]


def look_size(shape: Format) -> tuple[int, int]:
    """Give width and height of a small look at a shape, in dots."""
    wide, high = SIZES[shape]
    return LOOK_WIDE, round(LOOK_WIDE * high / wide)


def _draw(sheet: Sheet, data: dict[str, Any], shape: Format, way: Way) -> bytes:
    file = SHEETS / f"{sheet.template}.typ"
    try:
        if way is Way.PRINT:
            return _boxed(paper.draw(file, data, form="pdf")[0])
        if way is Way.READ:
            return paper.render(file, data)
        form: paper.Form = "svg" if way is Way.SVG else "png"
        return paper.draw(file, data, form=form, dots=_dots(shape, way))[0]
    except paper.CannotPrint as error:
        raise _no_room(error, shape) or error from error


def _dots(shape: Format, way: Way) -> float:
    if way is Way.LOOK:
        return LOOK_WIDE / SIZES[shape][0] * 72
    return DOTS.get(shape, OTHERWISE)


def _no_room(error: paper.CannotPrint, shape: Format) -> NoRoom | None:
    found = NO_ROOM.search(error.why)
    if found is None:
        return None
    name, lines = found.group(1), int(found.group(2))
    words = ngettext(
        "Shorten this: %(what)s. In this shape there is room for %(num)s line: %(shape)s.",
        "Shorten this: %(what)s. In this shape there is room for %(num)s lines: %(shape)s.",
        lines,
    )
    what = str(FIELDS.get(name, _("the words")))
    return NoRoom(words % {"what": what, "num": lines, "shape": shape.label}, field=name)


def _boxed(pdf: bytes) -> bytes:
    """Say in a PDF where its sheet is trimmed, and how far the colour runs beyond that."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf)))
    for page in writer.pages:
        wide, high = float(page.mediabox.width), float(page.mediabox.height)
        page.bleedbox = _inner(wide, high, SLUG)
        page.trimbox = _inner(wide, high, SLUG + BLEED)
        page.artbox = page.trimbox
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def _inner(wide: float, high: float, edge: float) -> RectangleObject:
    return RectangleObject((edge, edge, wide - edge, high - edge))


def _keep(key: str, data: bytes) -> None:
    _kept[key] = data
    while len(_kept) > 1 and sum(map(len, _kept.values())) > MOST_KEPT:
        _kept.popitem(last=False)


def _shown(address: str) -> str:
    """Shorten an address to what somebody types who has no camera; it may be broken after a stroke."""
    bare = re.sub(r"^https?://(www\.)?", "", address).rstrip("/")
    return bare.replace("/", "/\u200b")
