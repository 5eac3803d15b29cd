"""Organisations and members with keys in place, made by the real services. All are invented."""

from dataclasses import dataclass, field, replace
from datetime import date
from itertools import count

from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.core import signing

from korgoo.access import second_factor, selectors, services, session
from korgoo.access.actor import Actor
from korgoo.access.enums import Mandate, Role
from korgoo.access.models import KeyRequest, Organisation, OrganisationKeyWrap, User
from korgoo.lib.sealing import PrivateKey, lock_for_session

PASSWORD = "seven apricots on a blue table"
NUMBER = count(1)
# Names as a Kyrgyz reader looks for them: a plain comparison puts Ң, Ө and Ү behind all others.
IN_ORDER = ("Нур", "Ңаап", "Омор", "Өмүр", "Уран", "Үмүт")


class Words(dict):
    """A text that says the same in every language."""

    def in_language(self, language):
        return self[language]


@dataclass(frozen=True)
class Body:
    """What a country pack says of an organisation, as far as access asks."""

    code: str
    name: Words
    kind: str = "state"
    mandates: tuple[str, ...] = ()
    valid_from: date = date(2020, 1, 1)
    valid_to: date | None = None
    successor: str | None = None


@dataclass(frozen=True)
class Member:
    """A person with an account: ``actor`` holds the open key."""

    user: User
    organisation: Organisation
    actor: Actor
    password: str = PASSWORD
    printed_key: str = field(default="", repr=False)
    totp_secret: str = field(default="", repr=False)

    @property
    def key(self) -> PrivateKey:
        return self.actor.open_key()


def organisation(*mandates: Mandate, code: str = "", **traits) -> Organisation:
    """Make an organisation; without mandates it may presume and serve."""
    number = next(NUMBER)
    code = code or f"org-{number}"
    words = traits.pop("name", f"Invented Body {number}")
    name = Words(dict.fromkeys(("ky", "ru", "en"), words))
    mandates = mandates or (Mandate.PRESUME, Mandate.SERVE)
    body = Body(code, name, mandates=tuple(str(m) for m in mandates), **traits)
    return services.add_organisation(body, is_fictitious=True)


def organisations_in_order(*mandates: Mandate) -> list[int]:
    """Make organisations of the names ``IN_ORDER``, the last name first; numbers in order of name."""
    made = [organisation(*mandates, name=name) for name in reversed(IN_ORDER)]
    return [row.pk for row in reversed(made)]


def members_in_order(*roles: Role, at: Organisation) -> list[int]:
    """Give people of the names ``IN_ORDER`` an account, the last first; numbers in order of name."""
    made = [add(*roles, at=at, name=name) for name in reversed(IN_ORDER)]
    return [user.pk for user in reversed(made)]


def member(
    *roles: Role,
    at: Organisation | None = None,
    name: str = "Aibek Ordinary",
    is_approved: bool = True,
    has_second_factor: bool = True,
) -> Member:
    """Make a member with a password, an open key and a second factor.

    The first key holder of an organisation makes its key; a later one is approved by a colleague
    unless ``is_approved`` is false. Without roles: a case worker.
    """
    at = at or organisation()
    user = add(*(roles or (Role.CASE_WORKER,)), at=at, name=name)
    enrolled = services.enrol(
        services.issue_code(user, organisation=at, actor=None), password=PASSWORD
    )
    if enrolled.waits_for_approval and is_approved:
        _approve(user, at)
    secret = _second_factor(user) if has_second_factor else ""
    return Member(enrolled.user, at, actor(enrolled.user), PASSWORD, enrolled.printed_key, secret)


def add(*roles: Role, at: Organisation, name: str = "Aibek Ordinary") -> User:
    """Give an account roles, without a password yet."""
    email = f"member{next(NUMBER)}@example.org"
    for role in roles:
        user = services.add_member(email, name=name, role=role, organisation=at, actor=None)
    return user


def actor(user: User, password: str = PASSWORD) -> Actor:
    """Let a member act with an open key, with the roles of today."""
    found = selectors.actor_for(user, services.open_member_key(user, password))
    assert found is not None, "no role is in force today"
    return found


def locked(somebody: Member) -> Actor:
    """The same member in a locked session."""
    return replace(somebody.actor, key=None, member_key_id=None)


def sign_in(client, somebody: Member, *, is_second_factored: bool = True) -> None:
    """Sign a test client in, with the key open as after the sign-in page."""
    client.force_login(somebody.user)
    cookie, row = lock_for_session(somebody.key, member=somebody.user.pk)
    stored = client.session
    stored[session.ROW] = row
    if is_second_factored:
        stored[second_factor.MARK] = somebody.user.pk
    stored.save()
    client.cookies[session.COOKIE] = signing.TimestampSigner(salt=session.SALT).sign(cookie)


def _approve(user: User, at: Organisation) -> None:
    holder = OrganisationKeyWrap.objects.filter(
        organisation_key__organisation=at, member_key__retired_at__isnull=True
    ).first()
    request = KeyRequest.objects.get(
        member_key__user=user, organisation=at, decided_at__isnull=True
    )
    services.approve_key(request.pk, actor=actor(holder.member_key.user))


def _second_factor(user: User) -> str:
    secret = generate_totp_secret()
    TOTP.activate(user, secret)
    RecoveryCodes.activate(user)
    return secret


__all__ = ["Member", "actor", "add", "locked", "member", "organisation", "sign_in"]
