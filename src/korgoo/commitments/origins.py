"""Where promises are made: letters typed by hand, and what other missions register.

register_origin("meeting", _("Meeting"), keeps=..., reads=...)
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from korgoo.commitments.enums import OriginKind

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise

    from korgoo.access.actor import Actor

Asked = Callable[["Actor", str], bool]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a promise was made.

    Attributes:
        kind: a value of ``OriginKind``, or one that a mission registered.
        key: which meeting, campaign or measure; empty for a letter.
        label: its name as written.
        address: its page on the platform; empty for a letter.
    """

    kind: str
    key: str = ""
    label: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """A kind of origin that a mission knows.

    Attributes:
        words: what it is called.
        keeps: tells whether an actor is the secretariat of one of them, by its key.
        reads: tells whether an actor may know of one of them, by its key.
    """

    words: "_StrOrPromise"
    keeps: Asked | None = None
    reads: Asked | None = None


_registered: dict[str, Source] = {}


def register_origin(
    kind: str,
    words: "_StrOrPromise",
    *,
    keeps: Asked | None = None,
    reads: Asked | None = None,
) -> None:
    """Tell who keeps, and who may know of, the things in which promises are made; once per kind.

    Args:
        kind: As in ``Origin.kind``.
        words: What it is called.
        keeps: ``keeps(actor, key)``: the secretariat that confirms what was promised there.
        reads: ``reads(actor, key)``: who may know of promises made there, besides who bears them;
            without it every member of the platform.
    """
    _registered[kind] = Source(words, keeps, reads)


def registered() -> dict[str, Source]:
    """List the kinds that missions have registered."""
    return dict(_registered)


def words_of(kind: str) -> str:
    """Say what a kind of origin is called, in the language of the page."""
    if kind in _registered:
        return str(_registered[kind].words)
    return str(OriginKind(kind).label) if kind in OriginKind.values else kind


def is_kept_by(actor: "Actor", kind: str, key: str) -> bool:
    """Tell whether somebody is the secretariat of the place where a promise was made."""
    source = _registered.get(kind)
    return bool(source and source.keeps and source.keeps(actor, key))


def is_known_to(actor: "Actor", kind: str, key: str) -> bool:
    """Tell whether somebody may know of promises made there."""
    source = _registered.get(kind)
    return source is None or source.reads is None or source.reads(actor, key)
