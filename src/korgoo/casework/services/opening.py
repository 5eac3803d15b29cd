from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access import audit
from korgoo.access.enums import Event, Facet, Permission
from korgoo.casework import facets, selectors
from korgoo.lib.errors import NotFound

if TYPE_CHECKING:
    from collections.abc import Iterable

    from korgoo.access.actor import Actor
    from korgoo.casework.models import Case


@transaction.atomic
def view_case(case_id: UUID, *, actor: "Actor") -> "Case":
    """Fetch a case for its page. Who looked at it leaves an audit row.

    Raises:
        NotFound: No such case, or none they may know of.
    """
    case = selectors.get_case(case_id, actor=actor, permission=Permission.CASE_VIEW)
    audit.record(Event.CASE_VIEWED, actor=actor, target=case)
    return case


@transaction.atomic
def open_facet(case_id: UUID, kind: Facet, *, actor: "Actor") -> facets.Payload | None:
    """Open a sealed part of a case for a member who may read it now. Leaves an audit row.

    Returns:
        The contents; None when nothing was written yet.

    Raises:
        NotFound: No such case for them, or role, relation or consent do not allow it.
    """
    case = selectors.get_case(case_id, actor=actor, permission=Permission.CASE_VIEW)
    if not selectors.may_read_facet(case, kind, actor=actor):
        raise NotFound(_("We found no such part."))
    return facets.read(case, kind, actor=actor)


@transaction.atomic
def open_names(cases: "Iterable[Case]", *, actor: "Actor") -> dict[UUID, str]:
    """Open the names of own cases for a list. Leaves an audit row for each.

    Args:
        cases: Cases from ``selectors.list_own_cases``; those of others are passed over.
        actor: A front-line member of the owner.

    Raises:
        NotFound: The actor's role may not open names.
    """
    own = [case for case in cases if case.owner_id == actor.organisation_id]
    if own and not selectors.may_read_facet(own[0], Facet.IDENTITY, actor=actor):
        raise NotFound(_("We found no such part."))
    opened = facets.read_many(own, Facet.IDENTITY, actor=actor)
    return {case_id: str(payload.get("name", "")) for case_id, payload in opened.items()}
