"""Every step of a case starts and stops the clocks that the pack ties to it. No clock is in code."""

from typing import TYPE_CHECKING, Any

from korgoo.access import api as access
from korgoo.access.enums import Mandate
from korgoo.casework import steps
from korgoo.casework.enums import Danger
from korgoo.casework.models import Case, CaseClock
from korgoo.casework.services.clocks import start_clock, stop
from korgoo.countrypack import api as packs

if TYPE_CHECKING:
    from korgoo.access.actor import Actor
    from korgoo.access.enums import Event

HOLDERS = {"coordinator": Mandate.COORDINATE, "deciding_body": Mandate.DECIDE}


def on_step_left(
    sender: object,
    *,
    event: "Event",
    case: Case,
    actor: "Actor | None",
    other_id: int | None,
    detail: str,
    **_signal: Any,
) -> None:
    """Run the clocks that wait for a step which was just left on a timeline."""
    word = steps.word_of(event, detail)
    if word:
        run_step(case, word, actor=actor, other_id=other_id)


def run_step(case: Case, word: str, *, actor: "Actor | None", other_id: int | None = None) -> None:
    """Stop and start what the pack ties to a step, in the caller's transaction.

    The end of a case stops every clock in it.

    Args:
        case: In which case.
        word: The step as packs call it.
        actor: Whose step it is.
        other_id: The other organisation concerned, such as the receiver.
    """
    if word == "case_closed":
        _stop_all(case, actor)
    for key, described in packs.current().clocks.items():
        if described.scope != "case" or key in packs.REFERRAL_CLOCKS:
            continue
        if word in (*described.stops, *described.restarts):
            _stop_of(case, described, actor, other_id)
        if word == described.starts or word in described.restarts:
            _start(case, described, actor, other_id)


def _start(
    case: Case, described: packs.Clock, actor: "Actor | None", other_id: int | None
) -> None:
    for responsible_id in _responsible(case, described, actor, other_id)[:1]:
        running = CaseClock.objects.running().filter(case=case, key=described.key)
        if not running.filter(responsible_id=responsible_id).exists():
            urgency = "now" if case.danger == Danger.YES else "planned"
            start_clock(
                case, described.key, responsible_id=responsible_id, actor=actor, urgency=urgency
            )


def _stop_of(
    case: Case, described: packs.Clock, actor: "Actor | None", other_id: int | None
) -> None:
    rows = CaseClock.objects.running().filter(case=case, key=described.key)
    if described.responsible == "receiver":
        rows = rows.filter(responsible__in=_responsible(case, described, actor, other_id))
    stop(rows, case, described.key, actor=actor)


def _stop_all(case: Case, actor: "Actor | None") -> None:
    running = CaseClock.objects.running().filter(case=case, referral_id__isnull=True)
    for key in sorted(set(running.values_list("key", flat=True))):
        stop(running.filter(key=key), case, key, actor=actor)


def _responsible(
    case: Case, described: packs.Clock, actor: "Actor | None", other_id: int | None
) -> list[int]:
    """Say which organisation must act; the owner where the country has no such body."""
    if described.responsible == "receiver":
        concerned = {other_id, actor.organisation_id if actor else None} - {None, case.owner_id}
        return sorted(one for one in concerned if one) or [case.owner_id]
    if described.responsible in HOLDERS:
        bodies = access.holders(HOLDERS[described.responsible])
        # Of several that decide, the one that takes part in this step.
        taking_part = [other_id, actor.organisation_id if actor else None]
        return [one for one in bodies if one in taking_part] or bodies or [case.owner_id]
    return [case.owner_id]
