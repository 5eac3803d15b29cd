from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from korgoo.access import api as access
from korgoo.access import policy
from korgoo.access.enums import Permission, Relation
from korgoo.casework import api as casework
from korgoo.closing import policies
from korgoo.closing.enums import Answer, Asked
from korgoo.closing.models import Assignment, Closure, FollowUp, KeptFor, PersonRequest
from korgoo.lib import clock
from korgoo.lib.collation import place_of
from korgoo.lib.errors import NotFound

if TYPE_CHECKING:
    from collections.abc import Iterable

    from korgoo.access.actor import Actor

NO_SUCH_PAGE, NO_SUCH = _("We found no such page."), _("We found no such request.")
MOST = 200


@dataclass(frozen=True, slots=True)
class Load:
    """How much work lies with one member; ``is_here``: they have a role today."""

    member_id: int
    name: str
    cases: int
    is_here: bool


def loads(*, actor: "Actor") -> list[Load]:
    """Count the work of each member of the actor's organisation that would move. It names no case.

    Raises:
        NotFound: The actor does not hand work over.
    """
    _gate(actor, Permission.HANDOVER_MAKE)
    counts = Counter(casework.open_cases_by_worker(actor.organisation_id))
    counts.update(_to_follow(actor).values())
    here = {member.id: member for member in access.members_today(actor=actor)}
    gone = [number for number in counts if number is not None and number not in here]
    names = access.member_names(gone)
    rows = [
        *(Load(m.id, m.name, counts[m.id], is_here=True) for m in here.values()),
        *(Load(n, names.get(n, ""), counts[n], is_here=False) for n in gone),
    ]
    return sorted(rows, key=lambda row: (row.cases == 0, row.is_here, place_of(row.name)))


def load_of(leaver_id: int, *, actor: "Actor") -> Load:
    """Count the work of one member.

    Raises:
        NotFound: Nobody of the actor's organisation.
    """
    found = next((row for row in loads(actor=actor) if row.member_id == leaver_id), None)
    if found is None:
        raise NotFound(_("We found no such member."))
    return found


def able_to_take_over(leaver_id: int | None, *, actor: "Actor") -> "list[access.MemberCard]":
    """List the colleagues who can go on with a leaver's cases."""
    members = access.members_today(actor=actor)
    return [m for m in members if policies.can_take_over(m, leaver_id=leaver_id or 0)]


def cases_to_follow(worker_id: int, *, actor: "Actor") -> list[UUID]:
    """List the closed cases of the organisation in which something is still to be done."""
    return [case_id for case_id, worker in _to_follow(actor).items() if worker == worker_id]


def handed_to(*, actor: "Actor") -> list[Assignment]:
    """List what was handed over to the actor and not noted yet, the newest first."""
    rows = Assignment.objects.filter(after_id=actor.user_id, noted_at__isnull=True)
    return list(rows.filter(handover__isnull=False).select_related("handover")[:MOST])


def assignments_of(case_id: UUID) -> list[Assignment]:
    """List who worked on a case, newest first. The caller may know of the case."""
    return list(Assignment.objects.filter(case_id=case_id))


def closures_of(case_ids: "Iterable[UUID]") -> list[Closure]:
    """List the times that cases were closed, newest first. The caller may know of them."""
    return list(Closure.objects.filter(case_id__in=list(case_ids)).prefetch_related("follow_ups"))


def get_follow_up(follow_up_id: int, *, actor: "Actor", lock: bool = False) -> FollowUp:
    """Fetch a follow-up of one's own organisation.

    Raises:
        NotFound: None that the actor may record.
    """
    rows = FollowUp.objects.select_related("closure")
    if lock:
        rows = rows.select_for_update(of=("self",))
    row = rows.filter(pk=follow_up_id, closure__organisation_id=actor.organisation_id).first()
    if row is None or not policy.decide(actor, Permission.FOLLOW_UP_RECORD, Relation.OWNER):
        raise NotFound(_("We found no such follow-up."))
    return row


def list_follow_ups(*, actor: "Actor") -> list[FollowUp]:
    """List the follow-ups of one's own organisation that are still to come, the soonest first.

    Raises:
        NotFound: The actor does not record them.
    """
    _gate(actor, Permission.FOLLOW_UP_RECORD)
    rows = FollowUp.objects.open().filter(closure__organisation_id=actor.organisation_id)
    return list(rows.select_related("closure")[:MOST])


def get_request(
    request_id: UUID, *, actor: "Actor", permission: Permission, lock: bool = False
) -> PersonRequest:
    """Fetch a request made to one's own organisation.

    Raises:
        NotFound: None that the actor may do this with.
    """
    rows = PersonRequest.objects.select_for_update(of=("self",)) if lock else PersonRequest.objects
    row = rows.filter(pk=request_id, organisation_id=actor.organisation_id).first()
    if row is None or not policy.decide(actor, permission, Relation.OWNER):
        raise NotFound(NO_SUCH)
    return row


def list_requests(*, actor: "Actor") -> list[PersonRequest]:
    """List the requests made to one's own organisation: the open ones first, by their clocks.

    Raises:
        NotFound: The actor has nothing to do with them.
    """
    _gate(actor, Permission.REQUEST_VIEW)
    rows = PersonRequest.objects.filter(organisation_id=actor.organisation_id)
    return [
        *rows.open().order_by("due_at", "taken_at")[:MOST],
        *rows.filter(closed_at__isnull=False)[:MOST],
    ]


def requests_of(case_id: UUID) -> list[PersonRequest]:
    """List the requests of one person, newest first. The caller may know of the case."""
    return list(PersonRequest.objects.filter(case_id=case_id))


def restriction_of(case_id: UUID) -> PersonRequest | None:
    """Find the restriction that stands in a case."""
    return PersonRequest.objects.filter(
        case_id=case_id, kind=Asked.RESTRICTION, answer=Answer.GRANTED, lifted_at__isnull=True
    ).first()


def list_announced(*, actor: "Actor") -> list[KeptFor]:
    """List what of the organisation's cases will be erased, the soonest first.

    Raises:
        NotFound: The actor does not mind what is kept.
    """
    _gate(actor, Permission.RETENTION_VIEW)
    rows = KeptFor.objects.announced().filter(organisation_id=actor.organisation_id)
    return list(rows.order_by("erase_at", "pk")[:MOST])


def get_kept(kept_id: int, *, actor: "Actor", lock: bool = False) -> KeptFor:
    """Fetch what is announced to be erased.

    Raises:
        NotFound: None that the actor may hold back.
    """
    rows = KeptFor.objects.select_for_update(of=("self",)) if lock else KeptFor.objects
    row = rows.filter(pk=kept_id, organisation_id=actor.organisation_id).first()
    if row is None or not policy.decide(actor, Permission.RETENTION_HOLD, Relation.OWNER):
        raise NotFound(_("We found nothing of the kind."))
    return row


def erased_of(case_id: UUID) -> list[KeptFor]:
    """List what was erased of a case, newest first. The caller may know of the case."""
    return list(KeptFor.objects.filter(case_id=case_id, erased_at__isnull=False))


def held_of(case_id: UUID) -> list[KeptFor]:
    """List what is held back from erasing in one case."""
    rows = KeptFor.objects.filter(case_id=case_id, erased_at__isnull=True)
    return list(rows.filter(held_at__isnull=False))


def still_needed(case_ids: "Iterable[UUID]") -> dict[UUID, str]:
    """Say of which cases nothing is erased now, because something waits: ``request`` or ``follow_up``."""
    numbers = list(case_ids)
    waits = FollowUp.objects.open().filter(
        Q(due_at__isnull=True) | Q(due_at__gt=clock.now()), closure__case_id__in=numbers
    )
    found = dict.fromkeys(waits.values_list("closure__case_id", flat=True), "follow_up")
    asked = PersonRequest.objects.open().filter(case_id__in=numbers)
    return found | dict.fromkeys(asked.values_list("case_id", flat=True), "request")


def _to_follow(actor: "Actor") -> dict[UUID, int | None]:
    """Find the closed cases with something still to be done, and who is responsible for each."""
    asked = FollowUp.objects.open().filter(closure__organisation_id=actor.organisation_id)
    wanted = PersonRequest.objects.open().filter(organisation_id=actor.organisation_id)
    found = {*asked.values_list("closure__case_id", flat=True)}
    found |= {*wanted.values_list("case_id", flat=True)}
    cards = casework.own_cases_by_id(found, actor=actor).items()
    return {number: card.worker_id for number, card in cards if card.closed_at is not None}


def _gate(actor: "Actor", permission: Permission) -> None:
    if not policy.may_enter(actor, permission):
        raise NotFound(NO_SUCH_PAGE)
