from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from korgoo.access.enums import Mandate, Permission, Role
from korgoo.access.models import Organisation, User
from korgoo.access.policy import TABLE
from korgoo.consultation import policies, subjects
from korgoo.consultation.models import Adoption
from korgoo.consultation.standing import Obstacles, Standing
from korgoo.lib import clock
from korgoo.lib.collation import by_name
from korgoo.lib.errors import NotFound

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from korgoo.access.actor import Actor

DECIDING = [grant for grant in TABLE if grant.permission is Permission.ADOPTION_DECIDE]


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


def obstacles_of(standing: Standing, *, takes_effect: date | None = None) -> Obstacles:
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
    mandates: set[Mandate] = set().union(*(grant.mandates for grant in DECIDING))
    rows = Organisation.objects.valid_on(clock.today()).with_any_mandate(mandates)
    return by_name(rows)


def deciding_roles() -> list[Role]:
    """List the roles in which a member may propose or confirm an adoption."""
    roles: set[Role] = set().union(*(grant.roles for grant in DECIDING))
    return sorted(roles)


def person_name(user_id: int, *, actor: "Actor") -> str:
    """Name a member to those who decide with them; to nobody else."""
    if not policies.may(actor, Permission.ADOPTION_DECIDE):
        return ""
    return User.objects.filter(pk=user_id).values_list("name", flat=True).first() or ""
