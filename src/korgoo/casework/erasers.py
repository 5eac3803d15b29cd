"""What goes with a case when it is erased, beyond its sealed parts: each mission erases its own rows.

An app that seals words of its own for a case registers in its ``AppConfig.ready``::

    erasers.register("assistance", "story", erase_goals)

``erase_goals(case_id)`` deletes ciphertext and wrapped keys in the caller's transaction, asks nobody, and
tells how many records it took. It runs again after a fault: it must not mind that nothing is left.
"""

from collections.abc import Callable
from uuid import UUID

from korgoo.access.enums import Facet

# Beside the sealed parts: coded facts and cards; whatever else missions sealed for the case.
CODED, RECORDS = "coded", "records"
PARTS: tuple[str, ...] = (*Facet.values, RECORDS, CODED)

Eraser = Callable[[UUID], int]
_registered: dict[tuple[str, str], Eraser] = {}


def register(name: str, part: str, eraser: Eraser) -> None:
    """Add what is erased with a part of a case; once per mission and part.

    Args:
        name: Of the mission.
        part: A ``Facet``, ``RECORDS`` or ``CODED``: with which part it goes.
        eraser: Takes the number of the case; gives how many records went.

    Raises:
        ValueError: No such part.
    """
    if part not in PARTS:
        raise ValueError(part)
    _registered[name, part] = eraser


def run(case_id: UUID, parts: frozenset[str]) -> int:
    """Erase what is registered for these parts; tell how many records went."""
    return sum(eraser(case_id) for (_name, part), eraser in _registered.items() if part in parts)
