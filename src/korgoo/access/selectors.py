from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db.models import Exists, OuterRef, Prefetch, Q
from django.utils.translation import gettext_lazy as _

from korgoo.access.actor import Actor
from korgoo.access.enums import KEY_HOLDING_ROLES, OrganisationKind, Role
from korgoo.access.models import (
    EnrolmentCode,
    KeyRequest,
    MemberKey,
    Membership,
    Organisation,
    OrganisationKey,
    OrganisationKeyWrap,
    User,
)
from korgoo.access.one_time import digest_of
from korgoo.lib import clock
from korgoo.lib.collation import by_name, place_of
from korgoo.lib.errors import NotFound
from korgoo.lib.sealing.keys import fingerprint

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from django.db.models import QuerySet

    from korgoo.lib.sealing import PrivateKey


def actor_for(user: User, key: "PrivateKey | None") -> Actor | None:
    """Say for whom a person acts today: their roles in one organisation.

    Returns:
        None when no membership, or no organisation of theirs, is valid today, and for demo
        accounts outside the demonstration: such a person may enter no page.
    """
    if user.is_demo and not settings.DEMO:
        return None  # its password is known to everybody
    today = clock.today()
    rows = list(
        Membership.objects.valid_on(today)
        .filter(user=user, organisation__in=Organisation.objects.valid_on(today))
        .select_related("organisation")
        .prefetch_related("organisation__mandate_rows")
        .order_by("organisation_id")
    )
    if not rows:
        return None
    organisation = rows[0].organisation
    return Actor(
        user_id=user.pk,
        organisation_id=organisation.pk,
        roles=frozenset(Role(r.role) for r in rows if r.organisation_id == organisation.pk),
        mandates=organisation.mandates,
        member_key_id=current_key_id(user) if key else None,
        key=key,
    )


def current_key_id(user: User) -> int | None:
    """Find the number of a member's key in use."""
    return (
        MemberKey.objects.filter(user=user, retired_at__isnull=True)
        .values_list("pk", flat=True)
        .first()
    )


def works_for(user: User, organisation_id: int) -> bool:
    """Tell whether a person has a role in an organisation today."""
    rows = Membership.objects.valid_on(clock.today()).filter(user=user)
    return rows.filter(organisation_id=organisation_id).exists()


def get_member(user_id: int, *, actor: Actor) -> User:
    """Fetch a member of the actor's organisation.

    Raises:
        NotFound: No such person there.
    """
    user = _members(actor).filter(pk=user_id).first()
    if user is None:
        raise NotFound(_("We found no such member."))
    return user


def list_members(*, actor: Actor) -> list[User]:
    """List the people of the actor's organisation with their memberships there, by name."""
    return by_name(_members(actor))


def colleagues(*, actor: Actor) -> list[tuple[int, str]]:
    """List who holds a role that works on cases in the actor's organisation today, by name."""
    rows = Membership.objects.valid_on(clock.today()).filter(
        organisation_id=actor.organisation_id, role__in=KEY_HOLDING_ROLES, user__is_active=True
    )
    found = rows.values_list("user_id", "user__name").distinct().order_by("user_id")
    return sorted(found, key=lambda pair: place_of(pair[1]))


def members_on(day: "date", *, actor: Actor) -> list[Any]:
    """List who has a role in the actor's organisation on a day, with ``memberships_today``, by name."""
    rows = Membership.objects.valid_on(day).filter(organisation_id=actor.organisation_id)
    people = User.objects.filter(pk__in=rows.values("user_id")).order_by("pk")
    return by_name(
        people.prefetch_related(
            Prefetch("memberships", queryset=rows, to_attr="memberships_today")
        )
    )


def key_holders(organisation_id: int) -> frozenset[int]:
    """Say for which members the current key of an organisation opens."""
    rows = OrganisationKeyWrap.objects.filter(
        organisation_key__organisation_id=organisation_id,
        organisation_key__retired_at__isnull=True,
        member_key__retired_at__isnull=True,
    )
    return frozenset(rows.values_list("member_key__user_id", flat=True))


def list_key_requests(*, actor: Actor) -> "Iterable[KeyRequest]":
    """List colleagues whose new key waits for approval; one's own is not among them."""
    return (
        KeyRequest.objects.filter(
            organisation_id=actor.organisation_id,
            decided_at__isnull=True,
            member_key__retired_at__isnull=True,
        )
        .exclude(member_key__user_id=actor.user_id)
        .select_related("member_key__user")
    )


def get_key_request(request_id: int, *, actor: Actor) -> KeyRequest:
    """Fetch a request that the actor may decide.

    Raises:
        NotFound: No such request in this organisation, or it is the actor's own.
    """
    row = KeyRequest.objects.filter(
        pk__in=[r.pk for r in list_key_requests(actor=actor)], pk=request_id
    ).first()
    if row is None:
        raise NotFound(_("We found no such request."))
    return row


def user_of_code(code: str) -> User | None:
    """Say whose unused one-time code this is."""
    row = (
        EnrolmentCode.objects.select_related("user")
        .filter(digest=digest_of(code), used_at__isnull=True, expires_at__gt=clock.now())
        .first()
    )
    return row.user if row else None


def fingerprint_of(user: User) -> str:
    """Return the fingerprint of a member's key in use, to compare by phone; empty without one."""
    row = MemberKey.objects.filter(user=user, retired_at__isnull=True).first()
    return fingerprint(bytes(row.public)) if row else ""


def waits_for_key(*, actor: Actor) -> bool:
    """Tell whether the actor's own key waits for a colleague's approval."""
    return KeyRequest.objects.filter(
        member_key_id=actor.member_key_id,
        organisation_id=actor.organisation_id,
        decided_at__isnull=True,
    ).exists()


def open_membership(membership_id: int, *, actor: Actor) -> Membership:
    """Fetch a role in the actor's organisation that has no end yet.

    Raises:
        NotFound: No such role there.
    """
    row = (
        Membership.objects.select_related("user")
        .filter(pk=membership_id, organisation_id=actor.organisation_id, valid_to__isnull=True)
        .first()
    )
    if row is None:
        raise NotFound(_("We found no such member."))
    return row


def own_organisation(*, actor: Actor) -> Organisation:
    """Fetch the organisation that the actor speaks for."""
    return Organisation.objects.get(pk=actor.organisation_id)


def organisations_in_force(*, besides: int) -> "Iterable[Organisation]":
    """List organisations in force today without one's own."""
    return Organisation.objects.valid_on(clock.today()).exclude(pk=besides)


def organisations_with(mandate: str, *, besides: int) -> "Iterable[Organisation]":
    """List organisations in force today that hold a mandate, without one's own.

    A partner in another country is asked here only when it is connected; others get packages.
    """
    keys = OrganisationKey.objects.filter(organisation=OuterRef("pk"), retired_at__isnull=True)
    return (
        Organisation.objects.valid_on(clock.today())
        .with_any_mandate([mandate])
        .filter(~Q(kind=OrganisationKind.FOREIGN) | Exists(keys))
        .exclude(pk=besides)
    )


def _members(actor: Actor) -> "QuerySet[User]":
    own = Membership.objects.filter(organisation_id=actor.organisation_id)
    people = User.objects.filter(memberships__organisation_id=actor.organisation_id).distinct()
    return people.order_by("pk").prefetch_related(
        Prefetch("memberships", queryset=own, to_attr="own_memberships")
    )
