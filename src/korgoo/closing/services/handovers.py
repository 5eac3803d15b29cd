from itertools import cycle
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from korgoo.access import api as access
from korgoo.access import audit
from korgoo.access.enums import Event, Permission
from korgoo.casework import api as casework
from korgoo.closing import policies, selectors
from korgoo.closing.models import Assignment, Handover
from korgoo.lib import clock
from korgoo.lib.errors import DomainError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from korgoo.access.actor import Actor


@transaction.atomic
def hand_over(
    leaver_id: int, successors: "Sequence[int]", *, ends_roles: bool, actor: "Actor"
) -> Handover:
    """Move all the open work of a member to colleagues in one act; with several, case by case in turn.

    Open cases move, and closed ones in which a follow-up or a request is open; what other missions
    keep under the responsible member moves with them. When anything fails, nothing has moved.

    Args:
        leaver_id: Whose work moves; they may have left already.
        successors: Colleagues with a front-line role and the key.
        ends_roles: End the leaver's roles too, and take their keys; for who manages members.
        actor: The head of the case workers, or the organisation's administrator.

    Raises:
        NotFound: No such member, or the actor does not hand work over.
        Forbidden: The successors cannot go on, or the actor may not end these roles.
        DomainError: There is nothing to hand over.
    """
    selectors.load_of(leaver_id, actor=actor)
    able = [m.id for m in selectors.able_to_take_over(leaver_id, actor=actor)]
    if ends_roles:
        policies.end_roles(actor, leaver_id=leaver_id).require()
    moved = _move_all(leaver_id, successors, able, actor)
    ended = access.leave(leaver_id, actor=actor) if ends_roles else 0
    if not moved and not ended:
        raise DomainError(_("There is no open work to hand over, perhaps a colleague was faster."))
    row = Handover.objects.create(
        organisation_id=actor.organisation_id,
        leaver_id=leaver_id,
        at=clock.now(),
        by_id=actor.user_id,
        has_left=bool(ended),
    )
    _keep_history(moved, leaver_id, actor, handover=row)
    audit.record(Event.HANDOVER_MADE, actor=actor, target=row, detail=f"cases {len(moved)}")
    return row


@transaction.atomic
def assign_case(case_id: UUID, member_id: int, *, actor: "Actor") -> None:
    """Make a colleague, or oneself, responsible for one own case.

    Raises:
        NotFound: Not an own case.
        Forbidden: The colleague cannot go on with it.
    """
    card = casework.hold_case(case_id, actor=actor, permission=Permission.CASE_ASSIGN)
    able = [m.id for m in selectors.able_to_take_over(card.worker_id, actor=actor)]
    policies.hand_over([member_id], able).require()
    casework.assign({case_id: member_id}, actor=actor)
    _keep_history({case_id: member_id}, card.worker_id, actor)
    casework.leave_trace(Event.CASE_ASSIGNED, case_id, actor=actor)


@transaction.atomic
def note_handed_over(*, actor: "Actor") -> int:
    """Note that the successor has read what was handed over to them; tell how many cases."""
    rows = Assignment.objects.filter(after_id=actor.user_id, noted_at__isnull=True)
    noted = rows.update(noted_at=clock.now())
    if noted:
        target = f"access.User:{actor.user_id}"
        audit.record(Event.HANDOVER_NOTED, actor=actor, target=target, detail=f"cases {noted}")
    return noted


def _move_all(
    leaver_id: int, successors: "Sequence[int]", able: list[int], actor: "Actor"
) -> dict[UUID, int]:
    organisation_id = actor.organisation_id
    cases = casework.open_cases_of(leaver_id, organisation_id=organisation_id)
    cases += selectors.cases_to_follow(leaver_id, actor=actor)
    if not cases:
        return {}
    policies.hand_over(successors, able).require()
    wanted = dict(zip(cases, cycle(successors), strict=False))
    moved = casework.assign(wanted, only_from=leaver_id, actor=actor)
    return {case_id: wanted[case_id] for case_id in cases if case_id in moved}


def _keep_history(
    moved: dict[UUID, int],
    before_id: int | None,
    actor: "Actor",
    *,
    handover: Handover | None = None,
) -> None:
    now = clock.now()
    Assignment.objects.bulk_create(
        (
            Assignment(
                case_id=case_id,
                handover=handover,
                before_id=before_id,
                after_id=after_id,
                at=now,
                by_id=actor.user_id,
                noted_at=None if after_id != actor.user_id else now,
            )
            for case_id, after_id in moved.items()
        ),
        batch_size=500,
    )
    if handover is not None:
        targets = [f"casework.Case:{case_id}" for case_id in moved]
        audit.record_many(Event.CASE_ASSIGNED, actor=actor, targets=targets, detail="handover")
