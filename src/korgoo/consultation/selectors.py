from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from korgoo.access.enums import Mandate, Permission
from korgoo.access.models import Organisation
from korgoo.access.policy import TABLE
from korgoo.consultation import policies, subjects
from korgoo.consultation.models import (
    Adoption,
    Comment,
    Consultation,
    NoticeFor,
    NoticeRead,
)
from korgoo.consultation.standing import Obstacles, Standing
from korgoo.lib import clock
from korgoo.lib.errors import NotFound

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from django.db.models import QuerySet

    from korgoo.access.actor import Actor

NO_SUCH = _("We found no such consultation.")
# Adopted drafts that a list shows: the newest.
MOST_ADOPTED = 50
MOST_NOTICES = 100


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
    return standings(rows, organisation_id=actor.organisation_id)


def list_adopted(*, actor: "Actor") -> list[Standing]:
    """List what was adopted, newest first."""
    if not policies.may(actor, Permission.CONSULTATION_VIEW):
        return []
    rows = Consultation.objects.filter(closed_at__isnull=False).order_by("-closed_at")
    return standings(rows[:MOST_ADOPTED], organisation_id=actor.organisation_id)


def standing_of(row: Consultation, *, actor: "Actor | None" = None) -> Standing:
    """Count one consultation; ``own`` are the comments of the actor's organisation."""
    organisation_id = actor.organisation_id if actor else None
    return standings([row], organisation_id=organisation_id)[0]


def standings(
    rows: "Iterable[Consultation]", *, organisation_id: int | None = None
) -> list[Standing]:
    """Count consultations, in the order given; two queries however many.

    Args:
        rows: Consultations.
        organisation_id: Whose comments are its own.
    """
    rows = list(rows)
    keys = [row.pk for row in rows]
    found = (
        Comment.objects.filter(consultation_id__in=keys)
        .order_by()
        .values_list("consultation_id")
        .annotate(
            Count("pk"),
            Count("pk", filter=Q(verdict="")),
            Count("pk", filter=Q(organisation_id=organisation_id)),
        )
    )
    counts = {key: (comments, unanswered, own) for key, comments, unanswered, own in found}
    live = Adoption.objects.live().filter(consultation_id__in=keys)
    adoptions = {
        one.consultation_id: one
        for one in live.select_related("organisation", "confirming_organisation")
    }
    nothing = (0, 0, 0)
    return [Standing(row, *counts.get(row.pk, nothing), adoptions.get(row.pk)) for row in rows]


def list_comments(row: Consultation) -> list[Comment]:
    """List the comments of a consultation, the oldest first."""
    return list(row.comments.select_related("organisation").order_by("at", "pk"))


def list_comments_on(row: Consultation, item: str) -> list[Comment]:
    """List the comments on one part of the draft, the oldest first."""
    return [comment for comment in list_comments(row) if comment.item == item]


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


def get_adoption(adoption_id: UUID, *, actor: "Actor") -> Adoption:
    """Fetch one adoption, as it was proposed, for those who decide.

    Raises:
        NotFound: No such adoption, or the actor decides on none.
    """
    found = Adoption.objects.select_related(
        "organisation", "confirming_organisation", "consultation"
    )
    adoption = found.filter(pk=adoption_id).first()
    if adoption is None or not policies.may(actor, Permission.ADOPTION_DECIDE):
        raise NotFound(_("We found no such proposal."))
    return adoption


def obstacles_of(standing: Standing, *, takes_effect: "date | None" = None) -> Obstacles:
    """Gather what stands in the way of an adoption.

    Args:
        standing: The consultation.
        takes_effect: The day of effect that was proposed; None before a proposal.
    """
    row = standing.row
    is_late = takes_effect is not None and not policies.day_of_effect(
        takes_effect, today=clock.today()
    )
    return Obstacles(
        open_until=row.open_until if row.takes_comments else None,
        unanswered=standing.unanswered,
        passed=takes_effect if is_late else None,
        others=tuple(subjects.subject(row.kind).obstacles(row.subject_id)),
    )


def organisations_in_force() -> "QuerySet[Organisation]":
    """List the organisations that exist today, with their mandates."""
    rows = Organisation.objects.valid_on(clock.today())
    return rows.prefetch_related("mandate_rows").order_by("code")


def deciding_organisations() -> list[Organisation]:
    """List the organisations whose members may propose or confirm an adoption today."""
    grants = [grant for grant in TABLE if grant.permission is Permission.ADOPTION_DECIDE]
    mandates: set[Mandate] = set().union(*(grant.mandates for grant in grants))
    rows = Organisation.objects.valid_on(clock.today()).with_any_mandate(mandates)
    return sorted(rows, key=lambda row: row.name)


def list_notices(*, actor: "Actor") -> "QuerySet[NoticeFor]":
    """List the notices to the actor's organisation, newest first."""
    if not policies.may(actor, Permission.CONSULTATION_VIEW):
        return NoticeFor.objects.none()
    rows = NoticeFor.objects.filter(organisation_id=actor.organisation_id)
    return rows.select_related("notice__adoption__consultation").order_by("-notice__sent_at")


def list_unread(*, actor: "Actor") -> "QuerySet[NoticeFor]":
    """List the notices that the member has not marked as read, newest first."""
    mine = NoticeRead.objects.filter(notice_for=OuterRef("pk"), user_id=actor.user_id)
    return list_notices(actor=actor).exclude(Exists(mine))


def get_notice(notice_id: UUID, *, actor: "Actor") -> NoticeFor:
    """Fetch a notice as the actor's organisation got it.

    Raises:
        NotFound: No such notice, or it did not go to this organisation.
    """
    found = list_notices(actor=actor).filter(notice_id=notice_id).first()
    if found is None:
        raise NotFound(_("We found no such notice."))
    return found


def _rows(*, lock: bool) -> "QuerySet[Consultation]":
    return Consultation.objects.select_for_update() if lock else Consultation.objects.all()
