"""The list of consultations, and the page of one."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from korgoo.access.enums import Permission
from korgoo.consultation import api, policies, selectors, subjects
from korgoo.consultation.enums import Wait
from korgoo.consultation.presentation.adoptions import approval
from korgoo.consultation.presentation.parts import head, named, parts_of

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.consultation.standing import Standing


def lists(*, actor: "Actor") -> dict[str, Any]:
    """Gather every consultation: those open for comments, those after, and what was adopted."""
    running = api.list_open(actor=actor)
    return {
        "opened": [line for line in running if line.card.is_open],
        "over": [line for line in running if not line.card.is_open],
        "adopted": [api.line(one, actor=actor) for one in selectors.list_adopted(actor=actor)],
        "unread": len(api.unread_notices(actor=actor)),
    }


def page(consultation_id: UUID, *, actor: "Actor") -> dict[str, Any]:
    """Gather the page of one consultation.

    Raises:
        NotFound: None that the actor may know of.
    """
    row = selectors.get_consultation(consultation_id, actor=actor)
    standing = selectors.standing_of(row, actor=actor)
    top = head(standing)
    return top | {
        "organisation": row.organisation.name,
        "opened_at": row.opened_at,
        "parts": parts_of(standing, top["items"], actor=actor),
        "waits": [Wait(wait).label for wait in policies.waits(actor, standing)],
        "may": _may(standing, actor=actor),
        "decides": bool(policies.may(actor, Permission.ADOPTION_DECIDE)),
        "approval": approval(),
    }


def opening(kind: str, subject_id: UUID) -> dict[str, Any]:
    """Gather the page on which a draft is put to consultation.

    Raises:
        NotFound: No such draft.
    """
    subject = subjects.subject(kind)
    described = subject.describe(subject_id)
    found = selectors.find_consultation(kind, subject_id)
    return {
        "kind": kind,
        "subject_id": subject_id,
        "kind_title": subject.title,
        "title": described.title,
        "draft": described.address,
        "card": api.card_of(kind, subject_id),
        "verdict": policies.first(found),
    }


def extending(consultation_id: UUID, *, actor: "Actor") -> dict[str, Any]:
    """Gather the page on which more time is given.

    Raises:
        NotFound: None that the actor may know of.
    """
    row = selectors.get_consultation(consultation_id, actor=actor)
    standing = selectors.standing_of(row, actor=actor)
    return named(standing) | {"verdict": policies.extend(actor, standing)}


def _may(standing: "Standing", *, actor: "Actor") -> set[str]:
    """List what somebody can do with a consultation now, by the names of the pages."""
    verdicts = {
        "comment": policies.comment(actor, standing),
        "extend": policies.extend(actor, standing),
        "propose": policies.propose(actor, standing),
    }
    return {deed for deed, verdict in verdicts.items() if verdict}
