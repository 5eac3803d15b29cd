from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access import audit
from korgoo.access.enums import Event, Facet, Permission
from korgoo.casework import attachments, facets, selectors
from korgoo.casework.models import ConsentAct
from korgoo.lib.errors import NotFound
from korgoo.lib.media import Media

if TYPE_CHECKING:
    from collections.abc import Iterable

    from korgoo.access.actor import Actor
    from korgoo.casework.models import Case, GlassBreak, SharingAct


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
    opened = facets.read_many(cases, Facet.IDENTITY, actor=actor)
    return {case_id: str(payload.get("name", "")) for case_id, payload in opened.items()}


@transaction.atomic
def open_proof(case_id: UUID, act_id: int, *, actor: "Actor") -> "Media":
    """Open the proof of a talk about consent. Leaves an audit row.

    Raises:
        NotFound: Not an own case, or the talk has no proof kept here.
    """
    case = selectors.get_case(
        case_id, actor=actor, permission=Permission.CONSENT_RECORD, even_closed=True
    )
    act = (
        ConsentAct.objects.select_related("attachment__case").filter(case=case, pk=act_id).first()
    )
    if act is None or act.attachment is None:
        raise NotFound(_("We found no such page."))
    return Media(act.attachment.media_type, attachments.open_one(act.attachment, actor=actor))


@transaction.atomic
def open_words(row: "SharingAct | GlassBreak", *, actor: "Actor") -> str:
    """Open the sealed reason of an exception for a member of the house that wrote it.

    Args:
        row: Fetched for the actor by ``selectors``. Leaves an audit row.
        actor: Who reads.
    """
    return attachments.open_one(row.reason, actor=actor).decode()
