"""A package for a partner that is not connected: made, taken out, stopped when consent ends."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access import api as access
from korgoo.access import audit, keyring
from korgoo.access.enums import Event, Facet, Permission
from korgoo.casework import api as casework
from korgoo.casework.enums import Scope
from korgoo.lib import clock, codes
from korgoo.lib.errors import DomainError, NotFound
from korgoo.safe_return import contents, envelopes, policies, selectors
from korgoo.safe_return.models import Package, PartnerKey

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from korgoo.access.actor import Actor
    from korgoo.casework.api import CaseCard


@dataclass(frozen=True, slots=True)
class WhatGoes:
    """What a member puts into a package: parts that the person agreed to, and how to call back."""

    parts: frozenset[Facet]
    contact: str
    with_journey: bool = False


@transaction.atomic
def make_package(case_id: UUID, key_id: int, goes: WhatGoes, *, actor: "Actor") -> Package:
    """Seal a package to a partner's key. Each part that goes in is opened, and leaves an audit row.

    Args:
        case_id: An own case.
        key_id: The partner's key, compared by two members of the own organisation.
        goes: Which parts; each needs the person's yes for this partner.
        actor: Who makes it.

    Raises:
        NotFound: Not an own case, or the key is not usable.
        Forbidden: The person has not agreed that this partner is asked.
        DomainError: A part goes further than the person's yes, or the package grows too large.
    """
    case = selectors.case_for(case_id, Permission.RETURN_PACKAGE, actor=actor)
    key = _usable(key_id, actor)
    recipient = key.partner.organisation_id
    agreed = casework.scopes_in_force(case_id, recipient_id=recipient)
    policies.refer(agreed).require()
    if {Scope(part.value) for part in goes.parts} - agreed:
        raise DomainError(_("The person has not agreed that this partner may know all of that."))
    row, token = _row(case, key, goes, actor), envelopes.new_token()
    row.token_digest = envelopes.digest_of(token)
    row.expires_at = _ends(case_id, recipient, row.scopes)
    row.sealed = _seal(case, row, key, goes, token, actor)
    row.save(force_insert=True)
    casework.add_party(case_id, organisation_id=recipient, actor=actor)
    _trace(Event.RETURN_PACKAGE_MADE, row, actor=actor, detail=",".join(row.scopes))
    return row


@transaction.atomic
def fetch_package(package_id: UUID, *, actor: "Actor") -> Package:
    """Take the sealed file out, to be sent; leaves an audit row each time.

    Raises:
        NotFound: Not an own package.
        DomainError: The person does not agree any more.
    """
    row = selectors.get_package(package_id, actor=actor)
    if not stands(row):
        raise DomainError(
            _("The person does not agree to this any more: the file is not given out.")
        )
    audit.record(Event.RETURN_PACKAGE_FETCHED, actor=actor, target=row)
    return row


@transaction.atomic
def note_told(package_id: UUID, how: str, *, actor: "Actor") -> Package:
    """Write down that the partner was told that the person no longer agrees.

    Raises:
        NotFound: Not an own package.
        DomainError: There is nothing to tell, or it was told.
    """
    row = selectors.get_package(package_id, actor=actor, lock=True)
    if row.stopped_at is None or row.told_at is not None:
        raise DomainError(_("There is nothing to tell this partner now."))
    row.told_at, row.told_by_id, row.told_how = clock.now(), actor.user_id, how
    row.save(update_fields=["told_at", "told_by_id", "told_how"])
    _trace(Event.RETURN_PACKAGE_TOLD, row, actor=actor, detail=how)
    return row


@transaction.atomic
def print_recall(package_id: UUID, *, actor: "Actor") -> Package:
    """Let the letter be printed that tells a partner to stop; leaves an audit row.

    Raises:
        NotFound: Not an own package, or consent stands.
    """
    row = selectors.get_package(package_id, actor=actor)
    if row.stopped_at is None:
        raise NotFound(selectors.NO_SUCH_PACKAGE)
    audit.record(Event.RETURN_PRINTED, actor=actor, target=row, detail="recall")
    return row


def stands(row: Package) -> bool:
    """Tell whether the person still agrees to everything that a package rests on."""
    recipient = row.key.partner.organisation_id
    agreed = casework.scopes_in_force(row.case_id, recipient_id=recipient)
    return row.stopped_at is None and {Scope(scope) for scope in row.scopes} <= agreed


def stop_what_ended(*, case_id: UUID | None = None, actor: "Actor | None" = None) -> int:
    """Stop the packages whose consent ended: the file is destroyed, the partner must be told.

    Run in the deed that takes consent back, and by the sweep, as often as wanted.

    Args:
        case_id: Only this case; None: all.
        actor: Who recorded the end; None for the clock.

    Returns:
        How many were stopped.
    """
    rows = Package.objects.standing().defer("sealed").select_related("key__partner")
    rows = rows.filter(case_id=case_id) if case_id else rows
    return sum(_stop(row.pk, actor) for row in rows if not stands(row))


@transaction.atomic
def _stop(pk: UUID, actor: "Actor | None") -> bool:
    rows = Package.objects.standing().select_related("case", "key__partner")
    row = rows.select_for_update(of=("self",)).filter(pk=pk).first()
    if row is None:
        return False
    row.stopped_at, row.sealed = clock.now(), b""
    row.save(update_fields=["stopped_at", "sealed"])
    _trace(Event.RETURN_PACKAGE_STOPPED, row, actor=actor)
    return True


def _ends(case_id: UUID, recipient: int, scopes: "Iterable[str]") -> "datetime | None":
    """Say when the first of these scopes runs out; None: when it is taken back.

    A scope that was agreed to in several talks stands as long as the longest of them.
    """
    talks = [talk for talk in casework.agreements(case_id) if talk.recipient_id == recipient]
    ends = [
        max(until for until in untils if until is not None)
        for scope in scopes
        if (untils := [talk.until for talk in talks if scope in talk.scopes])
        and None not in untils
    ]
    return min(ends, default=None)


def _usable(key_id: int, actor: "Actor") -> PartnerKey:
    found = [row for row in selectors.usable_keys(actor=actor) if row.pk == key_id]
    if not found:
        raise NotFound(selectors.NO_SUCH_PARTNER)
    return found[0]


def _row(case: "CaseCard", key: PartnerKey, goes: WhatGoes, actor: "Actor") -> Package:
    reader = keyring.readers({actor.organisation_id}).get(actor.organisation_id)
    if reader is None:
        raise DomainError(_("Your organisation has no key yet. A key holder must enrol first."))
    return Package(
        number=codes.new_code(),
        case_id=case.id,
        sender_id=actor.organisation_id,
        key=key,
        sender_key_id=reader.key_id,
        made_at=clock.now(),
        made_by_id=actor.user_id,
        scopes=sorted({Scope.REFERRAL.value, *(part.value for part in goes.parts)}),
    )


def _seal(
    case: "CaseCard", row: Package, key: PartnerKey, goes: WhatGoes, token: str, actor: "Actor"
) -> bytes:
    parts: dict[Any, dict[str, Any]] = {}
    for kind in sorted(goes.parts):
        payload = casework.open_facet(case.id, kind, actor=actor)
        if payload:
            parts[kind.value] = contents.for_partner(payload)
    public = keyring.readers({actor.organisation_id})[actor.organisation_id].public
    content = envelopes.Content(
        manifest=envelopes.Manifest(
            number=row.number,
            made_at=row.made_at,
            sender=access.card(actor.organisation_id).name,
            contact=goes.contact,
            allowed=tuple(row.scopes),
            until=row.expires_at,
            answer_to=envelopes.AnswerTo(public=contents.text_of(public), token=token),
        ),
        facts=contents.facts(case),
        journey=contents.journey(case.id) if goes.with_journey else None,
        parts=parts,
    )
    try:
        return envelopes.seal_package(content, to=bytes(key.public))
    except envelopes.BadFile:
        raise DomainError(_("This package grows too large. Choose fewer parts.")) from None


def _trace(event: Event, row: Package, *, actor: "Actor | None", detail: str = "") -> None:
    casework.leave_trace(
        event,
        row.case_id,
        actor=actor,
        other_id=row.key.partner.organisation_id,
        detail=detail,
    )
