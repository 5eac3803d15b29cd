"""The end of a case, and who works on it: parts of deeds of the mission closing, which records them."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Count

from korgoo.access.enums import Facet, Permission
from korgoo.casework import erasers, facets, selectors, signals
from korgoo.casework.enums import AgeBand, Exploitation, NoteKind, Sector, Sex
from korgoo.casework.models import Case, CaseClock, SealedAttachment, SealedPaper
from korgoo.casework.services.cases import append_note
from korgoo.identification import api as identification
from korgoo.lib import clock

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from korgoo.access.actor import Actor

NOTHING_KNOWN = {
    "sex": Sex.UNKNOWN,
    "age_band": AgeBand.UNKNOWN,
    "exploitation": Exploitation.UNKNOWN,
    "sector": Sector.UNKNOWN,
    "citizenship": "",
    "country": "",
    "region": "",
    "caller": "",
    "decision": "",
}


def assign(
    case_ids: "Mapping[UUID, int]", *, only_from: int | None = None, actor: "Actor"
) -> dict[UUID, int | None]:
    """Make members responsible for own cases, held until the transaction ends.

    Args:
        case_ids: The new responsible member of each case.
        only_from: Leave alone what is no longer this member's.
        actor: Who does it.

    Returns:
        Who was responsible before, of the cases that were the organisation's and changed hands.
    """
    rows = Case.objects.select_for_update(of=("self",)).owned_by(actor.organisation_id)
    rows = rows.filter(pk__in=list(case_ids)).order_by("pk")
    if only_from is not None:
        rows = rows.filter(worker_id=only_from)
    cases = [row for row in rows if row.worker_id != case_ids[row.pk]]
    before = {row.pk: row.worker_id for row in cases}
    for row in cases:
        row.worker_id = case_ids[row.pk]
    Case.objects.bulk_update(cases, ["worker_id"], batch_size=500)
    moves = {row.pk: row.worker_id for row in cases}
    signals.responsible_changed.send(sender=Case, moves=moves, before=before, actor=actor)
    return before


def open_cases_by_worker(organisation_id: int) -> dict[int | None, int]:
    """Count the open cases of an organisation by responsible member; names nobody."""
    rows = Case.objects.owned_by(organisation_id).filter(closed_at__isnull=True)
    counted = rows.values("worker_id").annotate(cases=Count("pk")).order_by()
    return {row["worker_id"]: row["cases"] for row in counted}


def set_closed(case: Case, *, is_closed: bool, keep: "Collection[int]" = ()) -> list[int]:
    """Close a locked case, or open it again. Closing stops the case's own clocks.

    A clock of a referral goes on: who accepted to help still owes it.

    Args:
        case: Locked by ``selectors.get_case``.
        is_closed: Close or reopen.
        keep: Clocks that go on after closing.

    Returns:
        The clocks that were stopped.
    """
    case.closed_at = clock.now() if is_closed else None
    case.save(update_fields=["closed_at"])
    rows = CaseClock.objects.running().filter(case=case, referral_id__isnull=True)
    ticking = rows.exclude(pk__in=list(keep)) if is_closed else rows.none()
    stopped = list(ticking.values_list("pk", flat=True))
    CaseClock.objects.filter(pk__in=stopped).update(stopped_at=clock.now())
    return stopped


def set_restricted(case: Case, *, is_restricted: bool) -> None:
    """Leave what is kept of a locked case alone at the person's wish, or lift that again."""
    case.restricted_at = clock.now() if is_restricted else None
    case.save(update_fields=["restricted_at"])


def erase(case: Case, parts: frozenset[str]) -> frozenset[str]:
    """Erase parts of a locked case for ever: keys and ciphertext, coded facts, other missions' records.

    Returns:
        The parts of which something was there.
    """
    kinds = [kind for kind in Facet if kind in parts]
    SealedPaper.objects.filter(case=case, part__in=kinds).delete()
    gone: set[str] = set(facets.destroy(case, kinds))
    for part in sorted(parts):
        if erasers.run(case.pk, frozenset({part})):
            gone.add(part)
    if erasers.RECORDS in parts and _empty_attachments(case):
        gone.add(erasers.RECORDS)
    if erasers.CODED in parts:
        _forget_coded(case)
        gone.add(erasers.CODED)
    return frozenset(gone)


def add_correction(case_id: UUID, part: Facet, text: str, *, actor: "Actor") -> None:
    """Write a correction that the person asked for beside what stands there; also in a closed case.

    Raises:
        NotFound: Not an own case.
    """
    case = selectors.get_case(
        case_id, actor=actor, permission=Permission.REQUEST_ANSWER, lock=True
    )
    append_note(case, text, kind=NoteKind.CORRECTION, part=part, actor=actor)


def _empty_attachments(case: Case) -> int:
    """Destroy proofs and reasons; the rows that rest on them keep a place without contents."""
    rows = SealedAttachment.objects.filter(case=case)
    return rows.exclude(wrapped=b"").update(sealed=b"", wrapped=b"")


def _forget_coded(case: Case) -> None:
    for name, value in NOTHING_KNOWN.items():
        setattr(case, name, value)
    case.save(update_fields=list(NOTHING_KNOWN))
    case.decisions.all().delete()
    identification.forget(case.pk)
