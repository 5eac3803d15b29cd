"""How a case ends: closed, opened again, restricted, erased."""

from typing import TYPE_CHECKING
from uuid import UUID

from korgoo.access.enums import Permission
from korgoo.casework import selectors, services
from korgoo.casework.models import Case

if TYPE_CHECKING:
    from collections.abc import Collection

    from korgoo.access.actor import Actor


def close_case(case_id: UUID, *, keep: "Collection[int]" = (), actor: "Actor") -> list[int]:
    """Close an own case; its own clocks stop but for those to keep. The caller records it.

    Returns:
        The clocks that were stopped.

    Raises:
        NotFound: Not an own case.
    """
    case = selectors.get_case(case_id, actor=actor, permission=Permission.CASE_CLOSE, lock=True)
    return services.set_closed(case, is_closed=True, keep=keep)


def reopen_case(case_id: UUID, *, actor: "Actor") -> None:
    """Open a closed case of one's own again. The caller records it.

    Raises:
        NotFound: Not an own case.
    """
    case = selectors.get_case(case_id, actor=actor, permission=Permission.CASE_REOPEN, lock=True)
    services.set_closed(case, is_closed=False)


def restrict(case_id: UUID, *, is_restricted: bool, actor: "Actor") -> None:
    """Leave what is kept of a case alone at the person's wish, or lift that. The caller records it.

    Raises:
        NotFound: Not an own case.
    """
    case = selectors.get_case(
        case_id, actor=actor, permission=Permission.REQUEST_ANSWER, lock=True
    )
    services.set_restricted(case, is_restricted=is_restricted)


def erase(case_id: UUID, parts: frozenset[str]) -> frozenset[str]:
    """Erase parts of a case for ever (see ``casework.erasers.PARTS``). The caller has the right, and records it.

    Returns:
        The parts of which something was there.
    """
    case = Case.objects.select_for_update(of=("self",)).get(pk=case_id)
    return services.erase(case, parts)
