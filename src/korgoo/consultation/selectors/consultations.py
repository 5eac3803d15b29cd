from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _

from korgoo.access.enums import Permission
from korgoo.consultation import policies, subjects
from korgoo.consultation.models import Adoption, Comment, Consultation
from korgoo.consultation.standing import Standing
from korgoo.lib.errors import NotFound
from korgoo.lib.verdict import ALLOWED, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import QuerySet

    from korgoo.access.actor import Actor

NO_SUCH = _("We found no such consultation.")
# Adopted drafts that a list shows: the newest.
MOST_ADOPTED = 50


def get_consultation(consultation_id: UUID, *, actor: "Actor", lock: bool = False) -> Consultation:
    """Fetch one consultation; every member whose role sees consultations sees any of them.

    Args:
        consultation_id: As in the address.
        actor: Who asks.
        lock: Hold the row until the transaction ends.

    Raises:
        NotFound: No such consultation, or the role does not include them.
    """
    found = _rows(lock=lock).filter(pk=consultation_id).first()
    if found is None or not policies.may(actor, Permission.CONSULTATION_VIEW):
        raise NotFound(NO_SUCH)
    return found


def find_consultation(kind: str, subject_id: UUID, *, lock: bool = False) -> Consultation | None:
    """Find the consultation about a draft."""
    return _rows(lock=lock).filter(kind=kind, subject_id=subject_id).first()


def list_running(*, actor: "Actor") -> list[Standing]:
    """List what was not adopted yet, the one whose comments end first on top."""
    if not policies.may(actor, Permission.CONSULTATION_VIEW):
        return []
    rows = Consultation.objects.filter(closed_at__isnull=True).order_by("open_until", "opened_at")
    return standings(rows, actor=actor)


def list_adopted(*, actor: "Actor") -> list[Standing]:
    """List what was adopted, newest first."""
    if not policies.may(actor, Permission.CONSULTATION_VIEW):
        return []
    rows = Consultation.objects.filter(closed_at__isnull=False).order_by("-closed_at")
    return standings(rows[:MOST_ADOPTED], actor=actor)


def standing_of(row: Consultation, *, actor: "Actor | None" = None) -> Standing:
    """Count one consultation; ``own`` are the comments of the actor's organisation."""
    return standings([row], actor=actor)[0]


def standings(rows: "Iterable[Consultation]", *, actor: "Actor | None" = None) -> list[Standing]:
    """Count consultations, in the order given; two queries however many.

    The draft's own mission is asked besides, for each that is not adopted, about who decides.

    Args:
        rows: Consultations.
        actor: Whose organisation's comments are its own, and who may decide; None when nobody asks.
    """
    rows = list(rows)
    organisation_id = actor.organisation_id if actor else None
    keys = [row.pk for row in rows]
    found = (
        Comment.objects.filter(consultation_id__in=keys)
        .order_by()
        .values_list("consultation_id")
        .annotate(
            comments=Count("pk"),
            unanswered=Count("pk", filter=Q(verdict="")),
            own=Count("pk", filter=Q(organisation_id=organisation_id)),
        )
    )
    counts = {key: (comments, unanswered, own) for key, comments, unanswered, own in found}
    live = Adoption.objects.live().filter(consultation_id__in=keys)
    adoptions = {
        one.consultation_id: one
        for one in live.select_related("organisation", "confirming_organisation")
    }
    nothing = (0, 0, 0)
    return [
        Standing(row, *counts.get(row.pk, nothing), adoptions.get(row.pk), _decision(row, actor))
        for row in rows
    ]


def list_comments(row: Consultation) -> list[Comment]:
    """List the comments of a consultation, the oldest first."""
    return list(row.comments.select_related("organisation").order_by("at", "pk"))


def count_on_part(row: Consultation, item: str, *, actor: "Actor") -> int:
    """Count the comments of the actor's organisation on one part of a draft."""
    return row.comments.filter(item=item, organisation_id=actor.organisation_id).count()


def get_comment(comment_id: UUID, *, actor: "Actor") -> Comment:
    """Fetch one comment, to answer it.

    Raises:
        NotFound: No such comment, or the actor answers none.
    """
    found = Comment.objects.select_related("organisation", "consultation")
    comment = found.filter(pk=comment_id).first()
    if comment is None or not policies.may(actor, Permission.COMMENT_ANSWER):
        raise NotFound(_("We found no such comment."))
    return comment


def _decision(row: Consultation, actor: "Actor | None") -> Verdict:
    """Ask the draft's mission about somebody who decides; of anybody else the role says no."""
    if actor is None or row.closed_at is not None:
        return ALLOWED
    if not policies.may(actor, Permission.ADOPTION_DECIDE):
        return ALLOWED
    return subjects.subject(row.kind).may_decide(row.subject_id, actor)


def _rows(*, lock: bool) -> "QuerySet[Consultation]":
    return Consultation.objects.select_for_update() if lock else Consultation.objects.all()
