"""One case, for one purpose."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from korgoo.access import policy
from korgoo.access.enums import Permission
from korgoo.casework import policies
from korgoo.casework.grants import relation
from korgoo.casework.models import Case
from korgoo.lib.errors import NotFound

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

_on_the_page: "ContextVar[tuple[Case, Actor] | None]" = ContextVar(
    "case on the page", default=None
)


def get_case(
    case_id: UUID,
    *,
    actor: "Actor",
    permission: Permission,
    lock: bool = False,
    even_closed: bool = False,
) -> Case:
    """Fetch a case for one purpose.

    Args:
        case_id: As in the address.
        actor: Who asks.
        permission: What for.
        lock: Hold the row until the transaction ends.
        even_closed: The deed may be done after the case was closed too.

    Raises:
        NotFound: No such case, none they may know of, or not for this.
        Forbidden: The case is closed, or restricted at the person's wish.
    """
    case = None if lock else _read_already(case_id, actor)
    if case is None:
        rows = Case.objects.visible_to(actor).select_related("owner")
        if lock:
            rows = rows.select_for_update(of=("self",))
        case = rows.filter(pk=case_id).first()
    if case is None or not policy.decide(actor, permission, relation(case, actor=actor)):
        raise NotFound(_("We found no such case."))
    if not even_closed:
        policies.go_on(case, permission).require()
    return case


@contextmanager
def reading(case: Case, *, actor: "Actor") -> Iterator[None]:
    """Let the missions that show parts of one page have its case without fetching it anew each.

    Args:
        case: Fetched for this reader, in this request.
        actor: The reader; for anybody else it is fetched as ever.
    """
    token = _on_the_page.set((case, actor))
    try:
        yield
    finally:
        _on_the_page.reset(token)


def _read_already(case_id: UUID, actor: "Actor") -> Case | None:
    on_the_page = _on_the_page.get()
    if on_the_page is None:
        return None
    case, reader = on_the_page
    return case if case.pk == case_id and reader is actor else None


def find_by_code(code: str, *, actor: "Actor") -> Case:
    """Fetch a case by its code (nine digits).

    Raises:
        NotFound: No such case, or none they may know of.
    """
    case = Case.objects.visible_to(actor).filter(code=code).first()
    if case is None:
        raise NotFound(_("We found no such case."))
    return get_case(case.pk, actor=actor, permission=Permission.CASE_VIEW)
