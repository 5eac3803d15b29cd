"""Who works where today, for missions that must reach somebody."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from korgoo.access.enums import Mandate, Role
from korgoo.access.models import Membership, Organisation, User
from korgoo.lib import clock

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Post:
    """A member in one role of one organisation."""

    user_id: int
    organisation_id: int
    role: Role


def posts(organisation_ids: "Iterable[int]") -> list[Post]:
    """List who works in these organisations today, in which roles; one query."""
    today = clock.today()
    rows = Membership.objects.valid_on(today).filter(
        organisation__in=Organisation.objects.valid_on(today).filter(pk__in=set(organisation_ids)),
        user__is_active=True,
    )
    found = rows.values_list("user_id", "organisation_id", "role")
    return [Post(user_id, place, Role(role)) for user_id, place, role in found]


def holders(mandate: Mandate) -> list[int]:
    """List the organisations that hold a mandate today, the one known longest first."""
    rows = Organisation.objects.valid_on(clock.today()).with_any_mandate([mandate])
    return list(rows.order_by("pk").values_list("pk", flat=True))


def mail_address(user_id: int) -> str:
    """Give a member's work address; empty for who has left, and for demo accounts.

    A demo address leads nowhere, or to a stranger.
    """
    today = clock.today()
    user = User.objects.filter(pk=user_id, is_active=True, is_demo=False).first()
    if user is None or not Membership.objects.valid_on(today).filter(user=user).exists():
        return ""
    return user.email
