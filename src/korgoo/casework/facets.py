"""Seal and open the parts of a case. The only place that does, and every opening leaves a row.

A version of a facet has its own data key. The key is wrapped to the owner and to each organisation
the person agreed to; taking one away means a new version under a new key for those who remain.
"""

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access import audit, keyring
from korgoo.access.enums import Event, Facet, Relation
from korgoo.casework import grants, papers, policies, written
from korgoo.casework.models import Case, ErasedFacet, FacetWrap, SealedFacet, SealedPaper
from korgoo.lib import clock
from korgoo.lib.errors import DomainError, Forbidden, NotFound
from korgoo.lib.sealing import CannotOpen, DataKey, new_data_key, open_payload, seal_payload

if TYPE_CHECKING:
    from korgoo.access.actor import Actor

Payload = dict[str, Any]
EXTRAORDINARY = frozenset({grants.Basis.EXCEPTION, grants.Basis.GLASS})


class Opener:
    """The organisation's keys opened for one deed, so that a list opens each of them once."""

    def __init__(self, actor: "Actor") -> None:
        self.actor = actor
        self._opened: dict[int, keyring.PrivateKey] = {}

    def data_key(self, wrap: FacetWrap) -> DataKey:
        """Unwrap a facet's data key.

        Raises:
            Forbidden: The wrap does not open: it was changed, or moved to another record.
        """
        private = self._private(wrap.organisation_key_id)
        try:
            return private.unwrap_data_key(
                bytes(wrap.wrapped), info=wrap_info(wrap.facet, wrap.organisation_id)
            )
        except CannotOpen:
            raise Forbidden(_("This part cannot be opened: its seal does not fit.")) from None

    def payload(self, wrap: FacetWrap) -> Payload:
        """Open the facet that a wrap belongs to.

        Raises:
            Forbidden: The seal does not fit.
        """
        facet = wrap.facet
        try:
            text = open_payload(
                bytes(facet.sealed), key=self.data_key(wrap), binding=binding(facet)
            )
        except CannotOpen:
            raise Forbidden(_("This part cannot be opened: its seal does not fit.")) from None
        opened: Payload = json.loads(text)
        return opened

    def _private(self, key_id: int) -> keyring.PrivateKey:
        if key_id not in self._opened:
            self._opened[key_id] = keyring.organisation_private(self.actor, key_id)
        return self._opened[key_id]


def binding(facet: SealedFacet) -> bytes:
    """Bind ciphertext to its case, part and version."""
    return f"korgoo facet v1 {facet.case_id} {facet.kind} {facet.version}".encode()


def wrap_info(facet: SealedFacet, organisation_id: int) -> bytes:
    """Bind a wrapped key to case, part, version and reader."""
    return b"korgoo wrap v1 " + binding(facet) + f" {organisation_id}".encode()


@transaction.atomic
def write(case: Case, kind: Facet, payload: Payload, *, actor: "Actor") -> SealedFacet:
    """Seal a part of a case as a new version, for the owner and whoever could read it before.

    Args:
        case: The case.
        kind: Which part.
        payload: JSON data; it replaces what was there.
        actor: Who writes.

    Raises:
        Forbidden: Role, mandate or relation does not reach this part.
        DomainError: The owner has no key: none of its key holders has enrolled.
    """
    policies.write_facet(actor, grants.relation(case, actor=actor), kind).require()
    row = SealedFacet.objects.select_for_update(of=("self",)).filter(case=case, kind=kind).first()
    facet = row or SealedFacet(case=case, kind=kind, version=0)
    _seal(facet, payload, actor)
    if kind in written.TOLD:
        written.tell(_person(case, {kind: payload}), actor=actor)
    audit.record(Event.FACET_WRITTEN, actor=actor, target=case, detail=kind)
    return facet


@transaction.atomic
def read(case: Case, kind: Facet, *, actor: "Actor") -> Payload | None:
    """Open a part of a case for a member to whom it is open now. Leaves an audit row.

    Returns:
        The contents; None when the part was never written, or is not wrapped to them.

    Raises:
        NotFound: Neither ownership, consent, exception nor emergency opens it to this member now.
        Locked: The session is locked.
        Forbidden: This member holds no key, or the seal does not fit.
    """
    reason = grants.reasons(case, actor=actor).get(kind)
    if reason is None:
        raise NotFound(_("We found no such part."))
    wrap = _wraps(actor).filter(facet__case=case, facet__kind=kind).first()
    if wrap is None:
        return None
    opened = Opener(actor).payload(wrap)
    # An emergency shows in the trail beside the part; ownership and consent are the rule.
    detail = f"{kind} {reason.basis}" if reason.basis in EXTRAORDINARY else kind
    audit.record(Event.FACET_OPENED, actor=actor, target=case, detail=detail)
    return opened


@transaction.atomic
def read_many(cases: Iterable[Case], kind: Facet, *, actor: "Actor") -> dict[UUID, Payload]:
    """Open the same part of several own cases, for a list. Each opening leaves its audit row.

    Returns:
        Contents by case; cases of others, and those closed to this member, are left out.

    Raises:
        NotFound: The actor's role does not open this part of own cases.
    """
    if not policies.open_facet(actor, Relation.OWNER, kind):
        raise NotFound(_("We found no such part."))
    opener = Opener(actor)
    own = [case.pk for case in cases if case.owner_id == actor.organisation_id]
    wraps = _wraps(actor).filter(facet__case__in=own, facet__kind=kind)
    wraps = wraps.exclude(facet__case__in=grants.closed_cases(actor=actor))
    opened = {wrap.facet.case_id: opener.payload(wrap) for wrap in wraps}
    targets = [f"{Case._meta.label}:{case_id}" for case_id in opened]
    audit.record_many(Event.FACET_OPENED, actor=actor, targets=targets, detail=kind)
    return opened


@transaction.atomic
def people(cases: Iterable[Case], *, actor: "Actor") -> list[written.Person]:
    """Open who the people of own cases are, to be encoded and not shown. Each leaves its audit row.

    Returns:
        One for each own case with such a part that is open to the actor; others are left out.

    Raises:
        Locked: The session is locked.
        Forbidden: This member holds no key, or a seal does not fit.
    """
    own = {case.pk: case for case in cases if case.owner_id == actor.organisation_id}
    if not policies.open_facet(actor, Relation.OWNER, Facet.IDENTITY):
        return []
    told = SealedFacet.objects.filter(case__in=list(own), kind__in=sorted(written.TOLD))
    # Held until what is made of them is stored: nobody writes in between.
    list(told.select_for_update(of=("self",)).order_by("pk").values_list("pk", flat=True))
    wraps = _wraps(actor).filter(facet__in=told)
    wraps = wraps.exclude(facet__case__in=grants.closed_cases(actor=actor))
    opener = Opener(actor)
    found: dict[UUID, dict[Facet, Payload]] = {}
    for wrap in wraps:
        found.setdefault(wrap.facet.case_id, {})[Facet(wrap.facet.kind)] = opener.payload(wrap)
    targets = [f"{Case._meta.label}:{case_id}" for case_id in found]
    audit.record_many(Event.CASE_ENCODED, actor=actor, targets=targets)
    return [_person(own[case_id], parts) for case_id, parts in found.items()]


@transaction.atomic
def share(
    case: Case, kinds: Iterable[Facet], *, organisation_id: int, actor: "Actor"
) -> frozenset[Facet]:
    """Wrap parts of a case to another organisation: those that consent or an exception opens to it.

    Returns:
        The parts that the organisation can now read: those written, if it has a key.
    """
    reader = keyring.readers({organisation_id}).get(organisation_id)
    if reader is None:
        return frozenset()
    _hold(case)
    opener = Opener(actor)
    shared = set()
    open_to_it = grants.shared_facets(case, organisation_id=organisation_id)
    wanted = open_to_it.intersection(kinds)
    own = _wraps(actor).filter(facet__case=case, facet__kind__in=list(wanted))
    for wrap in own:
        _wrap(wrap.facet, opener.data_key(wrap), [reader])
        shared.add(Facet(wrap.facet.kind))
        audit.record(
            Event.FACET_SHARED,
            actor=actor,
            target=case,
            detail=f"{wrap.facet.kind} to {organisation_id}",
        )
    return frozenset(shared)


@transaction.atomic
def unshare(
    case: Case, kinds: Iterable[Facet], *, organisation_id: int, actor: "Actor | None"
) -> frozenset[Facet]:
    """Take parts of a case away from an organisation: its wraps go, and the parts get a new key.

    When nobody who could re-key acts (the receiver declines, a referral runs out), the wraps go
    at once and the new key follows the next time the owner opens or writes the part.

    Returns:
        The parts taken away.
    """
    _hold(case)
    wraps = FacetWrap.objects.filter(
        facet__case=case, facet__kind__in=list(kinds), organisation_id=organisation_id
    ).select_related("facet")
    facets = [wrap.facet for wrap in wraps]
    wraps.delete()
    SealedFacet.objects.filter(pk__in=[f.pk for f in facets]).update(is_rekey_due=True)
    if actor is not None and actor.organisation_id == case.owner_id and actor.key is not None:
        rekey(case, actor=actor)
    return frozenset(Facet(facet.kind) for facet in facets)


@transaction.atomic
def rekey(case: Case, *, actor: "Actor") -> int:
    """Seal every part that waits for it again under a new key, for those who may still read.

    Returns:
        How many parts were sealed again.
    """
    _hold(case)
    opener = Opener(actor)
    wraps = list(_wraps(actor).filter(facet__case=case, facet__is_rekey_due=True))
    for wrap in wraps:
        _seal(wrap.facet, papers.sealed_anew(case, opener.payload(wrap)), actor)
        audit.record(Event.FACET_REKEYED, actor=actor, target=case, detail=wrap.facet.kind)
    return len(wraps)


@transaction.atomic
def destroy(case: Case, kinds: Iterable[Facet]) -> frozenset[Facet]:
    """Destroy the keys and the ciphertext of parts of a case: nobody opens them any more.

    No key is needed for that. Part of a deed that records itself (the end of a retention period, a
    person's request).

    Returns:
        The parts that were there.
    """
    _hold(case)
    rows = SealedFacet.objects.filter(case=case, kind__in=list(kinds))
    gone = frozenset(Facet(kind) for kind in rows.values_list("kind", flat=True))
    FacetWrap.objects.filter(facet__in=rows).delete()
    rows.delete()
    # Their keys stood in the parts.
    SealedPaper.objects.filter(case=case, part__in=list(kinds)).delete()
    now = clock.now()
    ErasedFacet.objects.bulk_create(
        ErasedFacet(case=case, kind=kind, erased_at=now) for kind in sorted(gone)
    )
    return gone


def _person(case: Case, parts: dict[Facet, Payload]) -> written.Person:
    return written.Person(
        case.pk, case.owner_id, case.sex, parts.get(Facet.IDENTITY), parts.get(Facet.CONTACT)
    )


def _hold(case: Case) -> None:
    """Hold the parts of a case until the deed is done: nobody writes between reading and sealing."""
    list(SealedFacet.objects.select_for_update(of=("self",)).filter(case=case).defer("sealed"))


def _seal(facet: SealedFacet, payload: Payload, actor: "Actor") -> None:
    before = facet.wraps.values_list("organisation_id", flat=True) if facet.pk else ()
    allowed = grants.readers_of(facet.case, Facet(facet.kind), among=frozenset(before))
    readers = keyring.readers(set(allowed))
    if facet.case.owner_id not in readers:
        raise DomainError(_("Your organisation has no key yet. A key holder must enrol first."))
    key = new_data_key()
    facet.version += 1
    text = json.dumps(payload, ensure_ascii=False).encode()
    facet.sealed = seal_payload(text, key=key, binding=binding(facet))
    facet.written_at = clock.now()
    facet.written_by_id = actor.user_id
    facet.is_rekey_due = False
    facet.save()
    facet.wraps.all().delete()
    _wrap(facet, key, readers.values())


def _wrap(facet: SealedFacet, key: DataKey, readers: Iterable[keyring.Reader]) -> None:
    for reader in readers:
        info = wrap_info(facet, reader.organisation_id)
        FacetWrap.objects.update_or_create(
            facet=facet,
            organisation_id=reader.organisation_id,
            defaults={
                "organisation_key_id": reader.key_id,
                "version": facet.version,
                "wrapped": key.wrap_to(reader.public, info=info),
            },
        )


def _wraps(actor: "Actor") -> Any:
    return FacetWrap.objects.filter(organisation_id=actor.organisation_id).select_related(
        "facet__case"
    )
