"""What somebody wrote, as plain data: of a version, of a movement."""

from dataclasses import dataclass, field
from datetime import date

from korgoo.lib.media import Media
from korgoo.materials.enums import Move


@dataclass(frozen=True, slots=True)
class Wording:
    """What a version says. ``numbers``: keys of numbers of the public information."""

    title: str
    template: str = ""
    slogan: str = ""
    action: str = ""
    questions: tuple[str, ...] = ()
    body: str = ""
    numbers: tuple[str, ...] = ()
    code: str = ""
    link: str = ""
    faces: str = ""
    source: str = ""
    licence: str = ""
    consent: str = ""
    file: Media | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Shift:
    """A movement of pieces. Places: ``org:<number>`` or ``region:<code>``; empty: none."""

    move: Move
    count: int
    day: date
    source: str = ""
    target: str = ""
    note: str = ""
