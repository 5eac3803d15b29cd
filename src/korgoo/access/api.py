"""What other missions may ask of access. Plain data out, never a model."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib.sessions.models import Session
from django.utils.translation import gettext_lazy as _

from korgoo.access import alarms, floods, kept, kept_words, keyring, policy, selectors, services
from korgoo.access.answering import Answering, answering
from korgoo.access.chain import Head, head_from_text, sign_head, verify_chain
from korgoo.access.enums import Event, Permission, Role
from korgoo.access.lineage import (
    Lineage,
    NamedOrganisation,
    all_in_force,
    lineage,
    named_organisations,
    names_in_languages,
    names_of,
    numbers_by_code,
)
from korgoo.access.models import AuditEvent, KeptForm, Organisation, Submission, User
from korgoo.access.services import organisations
from korgoo.access.staff import Post, holders, mail_address, posts
from korgoo.access.succession import Passing, Succession, bearers_on
from korgoo.lib import clock
from korgoo.lib.collation import by_name
from korgoo.lib.errors import DomainError, NotFound

if TYPE_CHECKING:
    from collections.abc import Iterable

    from korgoo.access.actor import Actor

__all__ = [
    "Answering",
    "Head",
    "KeptCard",
    "Lineage",
    "MemberCard",
    "NamedOrganisation",
    "OrganisationCard",
    "Passing",
    "Post",
    "Succession",
    "add_foreign",
    "all_in_force",
    "answering",
    "bearers_on",
    "card",
    "cards",
    "count_alarms",
    "count_key_requests",
    "count_search",
    "end_organisation",
    "head_from_text",
    "holders",
    "is_in_force",
    "kinds_in_force",
    "leave",
    "lineage",
    "list_colleagues",
    "list_kept",
    "list_organisations",
    "load_organisations",
    "mail_address",
    "member_name",
    "member_names",
    "members_today",
    "named_organisations",
    "names_in_languages",
    "names_of",
    "numbers_by_code",
    "offer",
    "offer_all",
    "parts_opened",
    "posts",
    "sign_head",
    "sweep_alarms",
    "throw_away_old",
    "verify_chain",
]


sweep_alarms = alarms.sweep
count_search = alarms.count_search
end_organisation = organisations.end_organisation
load_organisations = organisations.load_organisations


@dataclass(frozen=True, slots=True)
class OrganisationCard:
    """What any member may know of an organisation."""

    id: int
    name: str
    code: str
    mandates: frozenset[str]
    is_connected: bool


@dataclass(frozen=True, slots=True)
class KeptCard:
    """A form that the member typed and that was not taken. ``title`` names its page in words."""

    id: UUID
    title: str
    at: datetime


@dataclass(frozen=True, slots=True)
class MemberCard:
    """A colleague: the roles of today, and whether the organisation's sealed parts open for them."""

    id: int
    name: str
    roles: frozenset[Role]
    holds_key: bool


def members_today(*, actor: "Actor") -> list[MemberCard]:
    """List who works for the actor's organisation today, the actor too, by name."""
    rows = selectors.members_on(clock.today(), actor=actor)
    holders = selectors.key_holders(actor.organisation_id)
    return [
        MemberCard(
            row.pk,
            row.name,
            frozenset(Role(m.role) for m in row.memberships_today),
            row.pk in holders,
        )
        for row in rows
    ]


def leave(user_id: int, *, actor: "Actor") -> int:
    """End every role of a member in the actor's organisation at once; the keys go with the last one.

    Returns:
        How many roles ended.

    Raises:
        NotFound: The actor does not manage members.
        DomainError: It is the actor.
    """
    if not policy.may_enter(actor, Permission.MEMBER_MANAGE):
        raise NotFound(_("We found no such page."))
    if user_id == actor.user_id:
        raise DomainError(_("Nobody ends their own roles. Ask another administrator."))
    return services.end_all_roles(user_id, actor=actor)


def list_kept(*, actor: "Actor") -> list[KeptCard]:
    """List the member's own kept forms, newest first; what they hold stays sealed."""
    rows = kept.list_kept(actor=actor)
    return [KeptCard(row.pk, kept_words.title_of(row.path), row.kept_at) for row in rows]


def count_key_requests(*, actor: "Actor") -> int:
    """Count colleagues whose new key waits for the actor's approval."""
    return len(list(selectors.list_key_requests(actor=actor)))


def count_alarms(*, actor: "Actor") -> int:
    """Count alarms of one's own house that nobody has looked into; 0 for who does not mind data."""
    return len(alarms.list_open(actor=actor))


def throw_away_old() -> int:
    """Throw away kept forms, answers to sent forms, counters and dead sessions older than 30 days.

    Returns:
        How many rows went.
    """
    limit = clock.now() - timedelta(days=30)
    forms, _by = KeptForm.objects.filter(kept_at__lt=limit).delete()
    sent, _by = Submission.objects.filter(at__lt=limit).delete()
    sessions, _by = Session.objects.filter(expire_date__lt=clock.now()).delete()
    return forms + sent + sessions + floods.forget(limit)


def card(organisation_id: int) -> OrganisationCard:
    """Describe one organisation, in the language of the page."""
    return cards([organisation_id])[organisation_id]


def cards(organisation_ids: "Iterable[int]") -> dict[int, OrganisationCard]:
    """Describe organisations by their numbers; three queries however many."""
    rows = Organisation.objects.filter(pk__in=set(organisation_ids)).prefetch_related(
        "mandate_rows"
    )
    return _cards(list(rows))


def add_foreign(name: str, mandates: "Iterable[str]", *, actor: "Actor") -> int:
    """Add an organisation of another country; give its number.

    Raises:
        DomainError: One of this name is there already.
    """
    return organisations.add_foreign(name, mandates, actor=actor).pk


def member_name(user_id: int) -> str:
    """Name a member as colleagues and courts know them; empty when the account is gone."""
    return str(User.objects.filter(pk=user_id).values_list("name", flat=True).first() or "")


def member_names(user_ids: "Iterable[int | None]") -> dict[int, str]:
    """Name members in one query; whose account is gone, and None, are not there."""
    wanted = {user_id for user_id in user_ids if user_id is not None}
    rows = User.objects.filter(pk__in=wanted) if wanted else User.objects.none()
    return dict(rows.values_list("pk", "name"))


def offer(mandate: str, *, actor: "Actor") -> list[OrganisationCard]:
    """List the organisations that may be asked for help of a kind, without one's own."""
    rows = list(selectors.organisations_with(mandate, besides=actor.organisation_id))
    return by_name(_cards(rows).values())


def list_colleagues(*, actor: "Actor") -> list[tuple[int, str]]:
    """List who works on cases in the actor's organisation today, the actor too: number and name."""
    return selectors.colleagues(actor=actor)


def list_organisations(*, actor: "Actor") -> list[OrganisationCard]:
    """List the organisations that exist today, without one's own, by name."""
    rows = list(Organisation.objects.valid_on(clock.today()).exclude(pk=actor.organisation_id))
    return by_name(_cards(rows).values())


def offer_all(*, actor: "Actor") -> list[OrganisationCard]:
    """List every organisation in force today without one's own, by name."""
    rows = list(selectors.organisations_in_force(besides=actor.organisation_id))
    return by_name(_cards(rows).values())


def parts_opened(target: str, *, organisation_id: int) -> list[str]:
    """List which sealed parts of a record members of an organisation have opened, in no order.

    Args:
        target: The record as the audit trail names it, such as "casework.Case:<number>".
        organisation_id: Whose members.
    """
    rows = AuditEvent.objects.filter(
        target=target, organisation_id=organisation_id, event=Event.FACET_OPENED
    )
    return list(rows.order_by().values_list("detail", flat=True).distinct())


def is_in_force(organisation_id: int) -> bool:
    """Tell whether an organisation exists today."""
    return Organisation.objects.valid_on(clock.today()).filter(pk=organisation_id).exists()


def kinds_in_force() -> dict[int, str]:
    """Say of what kind each organisation in force today is, by its number."""
    return dict(Organisation.objects.valid_on(clock.today()).values_list("pk", "kind"))


def _cards(rows: list[Organisation]) -> dict[int, OrganisationCard]:
    connected = keyring.readers({row.pk for row in rows})
    return {
        row.pk: OrganisationCard(
            row.pk, row.name, row.code, frozenset(row.mandates), row.pk in connected
        )
        for row in rows
    }
