import secrets
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from allauth.mfa.models import Authenticator
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access import audit, selectors
from korgoo.access.enums import KEY_HOLDING_ROLES, Event, Role
from korgoo.access.models import (
    EnrolmentCode,
    MemberKey,
    Membership,
    Organisation,
    OrganisationKey,
    OrganisationKeyWrap,
    User,
)
from korgoo.access.one_time import digest_of
from korgoo.access.services import keys
from korgoo.lib import clock
from korgoo.lib.errors import DomainError, NotFound
from korgoo.lib.sealing import lock_with_password, new_private_key

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

CODE_LIFE = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Enrolled:
    """A member who set a password. ``printed_key`` is there once: for the first key holder."""

    user: User
    printed_key: str = field(default="", repr=False)
    waits_for_approval: bool = False


@transaction.atomic
def add_member(
    email: str, *, name: str, role: Role, organisation: Organisation, actor: "Actor | None"
) -> User:
    """Give a person a role in an organisation from today; the account is made when there is none.

    Raises:
        DomainError: The person works for another organisation today, has the role already, or is
            the one who gives it.
    """
    user = User.objects.filter(email=email.lower()).first()
    if user is not None and actor is not None and user.pk == actor.user_id:
        raise DomainError(_("Nobody gives a role to themselves. Ask another administrator."))
    if user is None:
        user = User.objects.create_user(email, None, name)
    rows = list(Membership.objects.valid_on(clock.today()).filter(user=user))
    if any(row.organisation_id != organisation.pk for row in rows):
        raise DomainError(_("This person has a role in another organisation. It must end first."))
    if any(row.role == role for row in rows):
        raise DomainError(_("This person has this role already."))
    Membership.objects.create(
        user=user, organisation=organisation, role=role, valid_from=clock.today()
    )
    if role in KEY_HOLDING_ROLES:
        # Somebody who already enrolled without a key, an administrator say, asks for one now.
        keys.ask_for_key(user, organisation, issued_by_id=actor.user_id if actor else None)
    audit.record(Event.MEMBER_ADDED, actor=actor, target=user, detail=str(role))
    return user


@transaction.atomic
def issue_code(
    user: User, *, organisation: Organisation, actor: "Actor | None", phone_is_lost: bool = False
) -> str:
    """Make a one-time code with which a member sets a password; older codes stop to work.

    Args:
        user: Who will use it.
        organisation: Where the member works.
        actor: Who hands it over, in person. None from the command line.
        phone_is_lost: Using the code also takes the second factor away, to be set up again.

    Returns:
        The code in groups, 80 random bits, valid for three days. It is shown once.

    Raises:
        NotFound: The person has no role in this organisation today: who left belongs to
            nobody's administrator, or to another's.
    """
    if not selectors.works_for(user, organisation.pk):
        raise NotFound(_("We found no such member."))
    EnrolmentCode.objects.filter(user=user, used_at__isnull=True).delete()
    code = secrets.token_hex(10)
    row = EnrolmentCode.objects.create(
        user=user,
        organisation=organisation,
        digest=digest_of(code),
        phone_is_lost=phone_is_lost,
        issued_by_id=actor.user_id if actor else None,
        issued_at=clock.now(),
        expires_at=clock.now() + CODE_LIFE,
    )
    audit.record(Event.CODE_ISSUED, actor=actor, target=row, detail=f"user {user.pk}")
    return " ".join(code[i : i + 4] for i in range(0, len(code), 4))


@transaction.atomic
def enrol(code: str, *, password: str) -> Enrolled:
    """Set a password with a one-time code, and make the member's new key.

    The first key holder of an organisation makes its key too and gets the printed one to keep.
    Later ones, and everybody who forgot a password, wait until another key holder approves.

    Raises:
        NotFound: No such code, used already, or too old.
    """
    row = _usable(code)
    user = row.user
    user.set_password(password)
    user.save(update_fields=["password"])
    if row.phone_is_lost:
        Authenticator.objects.filter(user=user).delete()
    row.used_at = clock.now()
    row.save(update_fields=["used_at"])
    enrolled = _give_key(user, row, password)
    actor = selectors.actor_for(user, None)
    audit.record(Event.CODE_USED, actor=actor, target=row, detail=f"user {user.pk}")
    return enrolled


@transaction.atomic
def end_membership(membership_id: int, *, last_day: date, actor: "Actor") -> Membership:
    """End a role. When it was the last key-holding one, the member's wraps are deleted.

    Args:
        membership_id: Number of the role.
        last_day: The last day of the role. A day before its first one takes the role back
            as if it had never been given; the audit trail keeps that it was.
        actor: The administrator.

    Raises:
        NotFound: No such open membership in the actor's organisation.
    """
    row = Membership.objects.filter(
        pk=membership_id, organisation_id=actor.organisation_id, valid_to__isnull=True
    ).first()
    if row is None:
        raise NotFound(_("We found no such member."))
    target = audit.label(row)
    _end(row, last_day)
    if not _holds_key_role(row.user, row.organisation_id):
        keys.take_keys(row.user_id, organisation_id=row.organisation_id)
    if not selectors.works_for(row.user, row.organisation_id):
        EnrolmentCode.objects.filter(
            user_id=row.user_id, organisation_id=row.organisation_id, used_at__isnull=True
        ).delete()
    audit.record(Event.MEMBER_LEFT, actor=actor, target=target, detail=row.role)
    return row


@transaction.atomic
def end_all_roles(user_id: int, *, actor: "Actor") -> int:
    """End every open role of a member in the actor's organisation, so that the door shuts at once.

    Returns:
        How many roles ended.
    """
    rows = Membership.objects.filter(
        user_id=user_id, organisation_id=actor.organisation_id, valid_to__isnull=True
    )
    yesterday = clock.today() - timedelta(days=1)
    ended = [end_membership(row.pk, last_day=yesterday, actor=actor) for row in list(rows)]
    if ended:
        audit.record(Event.MEMBER_LEFT, actor=actor, target=ended[0].user, detail="all roles")
    return len(ended)


def _usable(code: str) -> EnrolmentCode:
    row = (
        EnrolmentCode.objects.select_for_update(of=("self",))
        .select_related("user", "organisation")
        .filter(digest=digest_of(code), used_at__isnull=True, expires_at__gt=clock.now())
        .first()
    )
    if row is None or not selectors.works_for(row.user, row.organisation_id):
        raise NotFound(_("This code does not work. It may be used or too old. Ask for a new one."))
    return row


def _give_key(user: User, row: EnrolmentCode, password: str) -> Enrolled:
    now = clock.now()
    # Nothing of the old way in stays: not the key under the old password, not what it opened.
    MemberKey.objects.filter(user=user).update(retired_at=now, locked_private="")
    OrganisationKeyWrap.objects.filter(member_key__user=user).delete()
    private = new_private_key()
    member_key = MemberKey.objects.create(
        user=user,
        public=private.public,
        locked_private=lock_with_password(private, password),
        created_at=now,
    )
    if not _holds_key_role(user, row.organisation_id):
        return Enrolled(user)
    if not OrganisationKey.objects.filter(organisation=row.organisation).exists():
        return Enrolled(
            user, printed_key=keys.found_organisation_key(row.organisation, member_key)
        )
    keys.ask_for_key(user, row.organisation, issued_by_id=row.issued_by_id)
    return Enrolled(user, waits_for_approval=True)


def _end(row: Membership, last_day: date) -> None:
    if last_day < row.valid_from:
        row.delete()
        return
    row.valid_to = last_day
    row.save(update_fields=["valid_to"])


def _holds_key_role(user: User, organisation_id: int) -> bool:
    return (
        Membership.objects.valid_on(clock.today())
        .filter(user=user, organisation_id=organisation_id, role__in=KEY_HOLDING_ROLES)
        .filter(valid_to__isnull=True)
        .exists()
    )
